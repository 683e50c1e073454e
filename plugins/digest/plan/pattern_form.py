"""Whether a curator's regular expression can be asked of every sentence: that it compiles, ends, and finds something.

A repetition within a repetition (`(?:[a-z]+)+#`) tries every way to divide what it has read before it gives up: on a
line of a hundred characters longer than anybody waits. Such a pattern is refused by its form, so that the same
pattern is right or wrong on every machine.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator
from typing import Any

# The parser that Python reads expressions with; it has no types.
codes: Any = importlib.import_module("re._constants")
parser: Any = importlib.import_module("re._parser")

# More often than this is as good as without an end.
_MANY = 16
_REPEATS = {codes.MAX_REPEAT, codes.MIN_REPEAT}
_POSSESSIVE = {getattr(codes, "POSSESSIVE_REPEAT", None), getattr(codes, "ATOMIC_GROUP", None)}
_WORDS = re.compile(r"[\w ]+")


def is_slow(pattern: str) -> bool:
    """Whether ``pattern`` (one that compiles) has a repetition in which another one may begin anew."""
    return any(_repeats_within(body) for body in _many(parser.parse(pattern)))


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
    """Whether alternatives begin with the same character, so that one sentence can be read in several ways."""
    for code, value in items:
        if code is codes.BRANCH:
            begins = [str(branch[0]) for branch in value[1] if len(branch)]
            if len(set(begins)) < len(begins):
                return True
        if any(_branches(inner) for inner in _inner(code, value)):
            return True
    return False


def _inner(code: Any, value: Any) -> Iterator[Any]:
    """The parsed parts inside one item."""
    if code in _REPEATS or code in _POSSESSIVE:
        yield value[2] if isinstance(value, tuple) else value
    elif code is codes.SUBPATTERN:
        yield value[-1]
    elif code is codes.BRANCH:
        yield from value[1]
    elif code in (codes.ASSERT, codes.ASSERT_NOT):
        yield value[1]
