"""What else a phrase finds: the curators' synonyms and names, region words, and Latin names that articles print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import numpy
from numpy.typing import NDArray

from digest.plan.synonyms import Synonyms
from digest.search.conversion_tables import region_words
from digest.search.postings import PackedPostings
from digest.search.tokens import HAN, tokens

# A character that no article has tells of most phrases of the tables that none of them is there.
_HAN = re.compile(f"(?![\U00010000-\U0010ffff])[{HAN}]")


class KnownTokens:
    """Which tokens the index has, noted while they go by."""

    def __init__(self) -> None:
        self._pieces: list[NDArray[numpy.uint32]] = []
        self._words: set[str] = set()

    def seen(self, pieces: Iterable[PackedPostings]) -> Iterator[PackedPostings]:
        """The same pieces, noted; they follow one another in the order of their codes."""
        for piece in pieces:
            # Words have no code: theirs are zeros in between.
            self._pieces.append(piece.codes[piece.codes != 0])
            self._words.update(piece.words.values())
            yield piece

    @cached_property
    def _codes(self) -> NDArray[numpy.uint32]:
        """Every code that went by, in order; asked for once all did."""
        return numpy.concatenate(self._pieces) if self._pieces else numpy.zeros(0, dtype=numpy.uint32)

    def characters(self) -> frozenset[str]:
        """Every character of the Basic Multilingual Plane that a Han token has."""
        return self._held

    @cached_property
    def _held(self) -> frozenset[str]:
        units = numpy.unique(self._codes >> numpy.uint32(16)).tolist()
        return frozenset(chr(unit) for unit in units if unit)

    def has(self, phrase: str) -> bool:
        """Whether every token of the folded ``phrase`` stands in some article, though not in the same perhaps."""
        if not self._held.issuperset(_HAN.findall(phrase)):
            return False
        own = tokens(phrase)
        # The last character of a run is a token only where the run ends in a text.
        pairs = [code for code in own.pairs.tolist() if code & 0xFFFF]
        joined = {word for word, _ in own.words}
        return all(map(self._has_code, pairs)) and joined <= self._words and bool(pairs or joined)

    def _has_code(self, code: int) -> bool:
        place = int(self._codes.searchsorted(numpy.uint32(code)))
        return place < len(self._codes) and int(self._codes[place]) == code


def meanings(curated: Synonyms, printed: Iterable[tuple[str, str]], known: KnownTokens) -> dict[str, list[str]]:
    """What each folded phrase finds besides itself, of what some article may hold: the curators' first."""
    found: dict[str, dict[str, None]] = {}
    for typed, others in (*curated.items(), *region_words().items()):
        found.setdefault(typed, {}).update(dict.fromkeys(others))
    for name, latin in printed:
        found.setdefault(latin, {})[name] = None
        found.setdefault(name, {})[latin] = None
    kept = {typed: [each for each in others if known.has(each)] for typed, others in found.items()}
    return {typed: others for typed, others in kept.items() if others}


def rows(found: Mapping[str, list[str]]) -> list[list[str]]:
    """``found`` as plain values for JSON, each pair a text with a tabulator between: those that find each other, once,
    and those of which the first finds the second. Half as long as both ways; 3,000 phrases are 22 kB."""
    pairs = {(typed, other): None for typed, others in found.items() for other in others}
    mutual = {pair: None for pair in pairs if pair[::-1] in pairs}
    once = dict.fromkeys(tuple(sorted(pair)) for pair in mutual)
    return [["\t".join(pair) for pair in listed] for listed in (once, [pair for pair in pairs if pair not in mutual])]
