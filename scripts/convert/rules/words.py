"""The words that a line must have for a pattern to match in it: most lines have none that any pattern needs, and no
pattern is tried, or even compiled."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from daachorse import CharwiseDoubleArrayAhoCorasick

_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


class Needed:
    """Which of some patterns may match in a line. ``words`` are for each those of which every match has one (see
    ``needed``)."""

    def __init__(self, words: Sequence[Sequence[str]]) -> None:
        self._always = [number for number, each in enumerate(words) if not each]
        by_word: dict[str, list[int]] = {}
        for number, each in enumerate(words):
            for word in each:
                by_word.setdefault(word, []).append(number)
        self._numbers = list(by_word.values())
        self._words = CharwiseDoubleArrayAhoCorasick(list(by_word)) if by_word else None

    def in_line(self, line: str) -> list[int]:
        """The places of the patterns that may match in ``line``, in their order."""
        found = {word for _, _, word in self._words.find_overlapping(line)} if self._words else ()
        return sorted({*self._always, *(number for word in found for number in self._numbers[word])})


def needed(pattern: str) -> tuple[str, ...]:
    """Texts of which each match of a regular expression has one, case as it is written; none where nothing is known.

    Python has no public way to a pattern's parts; where the one used here is not there, nothing is known of any."""
    try:
        parts = import_module("re._parser").parse(pattern)
    except ImportError:
        return ()
    return tuple(sorted(_of_all(parts)))


def _of_all(parts: Any) -> frozenset[str]:
    """What a match of all ``parts``, one behind the other, needs: of what each needs the longest words."""
    known: list[frozenset[str]] = []
    run = ""
    for kind, of in parts:
        if kind.name == "LITERAL":
            run += chr(of)
            continue
        known += [frozenset([run]), _of_one(kind.name, of)]
        run = ""
    known = [each for each in (*known, frozenset([run])) if each and "" not in each]
    return max(known, key=lambda words: (min(map(len, words)), -len(words)), default=frozenset())


def _of_one(kind: str, of: Any) -> frozenset[str]:
    if kind == "SUBPATTERN" and not of[1] | of[2]:
        return _of_all(of[3])
    if kind == "ATOMIC_GROUP":
        return _of_all(of)
    if kind in _REPEATS and of[0]:
        return _of_all(of[2])
    if kind == "BRANCH":
        each = [_of_all(parts) for parts in of[1]]
        return frozenset().union(*each) if all(each) else frozenset()
    if kind == "IN" and all(sort.name == "LITERAL" for sort, _ in of):
        return frozenset(chr(sign) for _, sign in of)
    return frozenset()
