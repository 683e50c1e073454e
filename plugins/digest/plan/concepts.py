"""The curators' list of concepts: a name each, and the patterns by which it shows in a text of either script."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from digest.files.curated_file import CuratedFile
from digest.files.findings import Finding
from digest.plan.pattern_form import covered, is_slow
from digest.zh.patterns import folded_pattern
from digest.zh.script import fold

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
        """What finds any of the patterns in a text that went through ``script.fold``."""
        return re.compile("|".join(f"(?:{folded_pattern(pattern)})" for pattern in self.patterns))

    def shown(self, folded: str) -> int:
        """In how many places the concept shows in ``folded`` (a text that went through ``script.fold``)."""
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

    def said(what: str) -> str:
        return f"{name}: {pattern!r} {what}"

    if _BACK_REFERENCE.search(pattern):
        allowed = "a regular expression without named groups and back references"
        return Finding(file, line, "concept-pattern", said("names a group"), allowed, "(?:去|多)中心")
    try:
        compiled = re.compile(folded_pattern(pattern))
        # As it will stand: after others. A flag for the whole expression may not.
        re.compile(f"(?:x)|(?:{folded_pattern(pattern)})")
    except re.error as fault:
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
