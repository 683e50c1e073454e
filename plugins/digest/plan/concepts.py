"""The curators' list of concepts: a name each, and the patterns by which it shows in a text of either script.

A pattern is asked of every sentence: it must compile, end, and find something. A repetition within a repetition
(`(?:[a-z]+)+#`) tries every way to divide what it has read before it gives up: on a line of a hundred characters
longer than anybody waits. Such a pattern is refused by its form, so that the same pattern is right or wrong on every
machine.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from digest.files.findings import Finding
from digest.files.yaml_lines import CuratedFile, is_name
from digest.zh.folding import fold, folded_pattern

_EXAMPLE = "赋能: [赋能]"

# What refers to a group by its number or name would mean another one where patterns are joined.
_BACK_REFERENCE = re.compile(r"(?<!\\)(?:\\\\)*(?:\\[1-9]|\(\?P)")


@dataclass(frozen=True)
class Concept:
    """``patterns`` are regular expressions over folded text; Chinese in them may be of either script. ``line`` is
    that of the curators' file, 0 where the concept is not from there."""

    name: str
    patterns: tuple[str, ...]
    line: int = field(default=0, compare=False)

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """What finds any of the patterns in a text that went through ``fold``."""
        return re.compile("|".join(f"(?:{folded_pattern(pattern)})" for pattern in self.patterns))

    def shown(self, folded: str) -> int:
        """In how many places the concept shows in ``folded`` (a text that went through ``fold``)."""
        return sum(1 for _ in self.expression.finditer(folded))


def concepts_of(text: str, concepts: Sequence[Concept]) -> dict[str, int]:
    """The concepts that show in ``text``, of either script, and in how many places; in the list's order."""
    folded = fold(text)
    return {concept.name: count for concept in concepts if (count := concept.shown(folded))}


def read_concepts(file: str, text: str) -> tuple[list[Concept], list[Finding]]:
    """Read the curators' file: a mapping of a name to a list of patterns."""
    document, found = CuratedFile("concepts-yaml", "name: [patterns]", _EXAMPLE, mapping=True).read(file, text)
    if document is None:
        return [], found
    concepts = []
    found = [
        Finding(file, line, "concept-doubled", f"{name!r} stands twice", "each concept once")
        for name, line in document.doubled_keys()
    ]
    for name, patterns in document.data.items():
        line = document.line_of([name])
        if not is_name(name):
            allowed = "a name; in quotes what YAML takes for something else"
            found.append(
                Finding(file, line, "concept-form", f"the name {name!r} came", allowed, '"2.0": [web2, 二代网]')
            )
            continue
        if not isinstance(patterns, list) or not patterns or not all(isinstance(item, str) for item in patterns):
            found.append(
                Finding(file, line, "concept-form", f"{name}: {patterns!r} came", "a list of patterns", _EXAMPLE)
            )
            continue
        faults = {item: wrong for item in patterns if (wrong := _fault(file, line, str(name), item))}
        found += faults.values()
        found += [
            Finding(
                file,
                line,
                "concept-covered",
                f"{name}: {item!r} finds nothing that {other!r} does not find",
                "the shorter pattern alone",
                f"{name}: [{other}]",
            )
            for item, other in covered(patterns)
        ]
        # A pattern that is wrong is left out; the others of its concept hold.
        if right := tuple(item for item in patterns if item not in faults):
            concepts.append(Concept(str(name), right, line))
    return concepts, found


def _fault(file: str, line: int, name: str, pattern: str) -> Finding | None:
    """What is wrong with one pattern."""
    # Words find themselves: most patterns are nothing else, and each would be compiled twice and read once more.
    if _WORDS.fullmatch(pattern):
        return None

    def said(what: str) -> str:
        return f"{name}: {pattern!r} {what}"

    if _BACK_REFERENCE.search(pattern):
        allowed = "a regular expression without named groups and back references"
        return Finding(file, line, "concept-pattern", said("names a group"), allowed, "(?:去|多)中心")
    try:
        compiled = re.compile(folded_pattern(pattern))
        # As it will stand: after others. A flag for the whole expression may not.
        re.compile(f"(?:x)|(?:{folded_pattern(pattern)})")
    except (re.error, OverflowError, RecursionError) as fault:
        return Finding(
            file, line, "concept-pattern", said(f"does not compile: {fault}"), "a regular expression", "(?<!去)中心化"
        )
    if compiled.search(""):
        allowed = "a regular expression of one character or more"
        return Finding(file, line, "concept-pattern", said("finds nothing at all, everywhere"), allowed, "流量|留量")
    if is_slow(folded_pattern(pattern)):
        what = "repeats a repetition: on some sentences it would not end"
        return Finding(file, line, "concept-slow", said(what), "one repetition at a time, or none", "智能(?:制造|工厂)")
    return None


# The parser that Python reads expressions with; it has no types.
_codes: Any = importlib.import_module("re._constants")
_parser: Any = importlib.import_module("re._parser")

# More often than this is as good as without an end.
_MANY = 16
_REPEATS = {_codes.MAX_REPEAT, _codes.MIN_REPEAT}
_POSSESSIVE = {getattr(_codes, "POSSESSIVE_REPEAT", None), getattr(_codes, "ATOMIC_GROUP", None)}
_WORDS = re.compile(r"[\w ]+")


def is_slow(pattern: str) -> bool:
    """Whether ``pattern`` (one that compiles) has a repetition in which another one may begin anew."""
    return any(_repeats_within(body) for body in _many(_parser.parse(pattern)))


def covered(patterns: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each plain word of ``patterns`` that has another of them in it, and that other: it finds nothing of its own."""
    plain = [pattern for pattern in patterns if _WORDS.fullmatch(pattern)]
    for pattern in plain:
        shorter = next((other for other in plain if other != pattern and other in pattern), None)
        if shorter is not None:
            yield pattern, shorter


def _many(items: Iterable[tuple[Any, Any]]) -> Iterator[Any]:
    """What is repeated without an end, anywhere in a parsed pattern."""
    for code, value in items:
        if code in _REPEATS and value[1] > _MANY:
            yield value[2]
        for inner in _inner(code, value):
            yield from _many(inner)


def _repeats_within(items: Any) -> bool:
    """Whether what is repeated has itself no fixed length, or can begin in two ways."""
    least, most = items.getwidth()
    return bool(least != most or _branches(items))


def _branches(items: Iterable[tuple[Any, Any]]) -> bool:
    """Whether alternatives may begin with the same character, so that one sentence can be read in several ways."""
    for code, value in items:
        if code is _codes.BRANCH and _overlap([_begins(branch) for branch in value[1]]):
            return True
        if any(_branches(inner) for inner in _inner(code, value)):
            return True
    return False


def _overlap(begins: Sequence[frozenset[int] | None]) -> bool:
    """Whether two of the alternatives that ``begin`` so may be the same; what begins with anything may be any of them,
    and two that are empty (the parser takes out what they begin with alike) are."""
    known = [each for each in begins if each is not None]
    return (
        len(known) < len(begins)
        or known.count(frozenset()) > 1
        or len(frozenset().union(*known)) < sum(map(len, known))
    )


def _begins(items: Any) -> frozenset[int] | None:
    """The characters that a part of an expression begins with; none where it is empty, ``None`` where nobody knows."""
    if not len(items):
        return frozenset()
    code, value = items[0]
    if code is _codes.SUBPATTERN:
        return _begins(value[-1])
    if code is _codes.LITERAL:
        return frozenset((value,))
    if code is _codes.IN and all(each is _codes.LITERAL for each, _ in value):
        return frozenset(character for _, character in value)
    return None


def _inner(code: Any, value: Any) -> Iterator[Any]:
    """The parsed parts inside one item."""
    if code in _REPEATS or code in _POSSESSIVE:
        yield value[2] if isinstance(value, tuple) else value
    elif code is _codes.SUBPATTERN:
        yield value[-1]
    elif code is _codes.BRANCH:
        yield from value[1]
    elif code in (_codes.ASSERT, _codes.ASSERT_NOT):
        yield value[1]
