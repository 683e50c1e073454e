"""The words that an article uses often, found without a dictionary: what repeats and is no part of a longer one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy

from digest.search.tokens import HAN

_RUN = re.compile(f"[{HAN}]+")
_BETWEEN = "\n"
MOST = 5
"""Characters of a word at most; what repeats in one piece beyond that is a phrase."""

# What begins or ends with one of these is a word and its grammar, not a word.
_GRAMMAR = [
    ord(each)
    for each in "的了是在和与及或也都就而但又把被对从到这那其之于以为着過过"
    "们會会能可要个個一不有我你他她它很更最所让將将并则吗呢吧啊"
]
# What joins two words, or makes a sentence of them, stands inside no word.
_JOINING = [ord(each) for each in "的了和与與跟及或是而也"]

# An addition in brackets after a name, and what it names: 产业互联网（Industrial Internet）.
_PRINTED = re.compile(rf"([{HAN}]{{2,8}})[”」》]?\s?[（(]([A-Za-z][A-Za-z0-9 .&'-]{{1,40}})[)）]")
# Quoted in a title or claim: the author's own word for a thing.
_QUOTED = re.compile(rf"[“「『《]([{HAN}A-Za-z0-9]{{2,10}})[”」』》]")


def repeated(texts: Iterable[str]) -> dict[str, int]:
    """Pieces of two to five Han characters that stand twice or more in ``texts``, and how often.

    A piece that a longer one contains nearly each time is left out, and so is what begins or ends with grammar.
    """
    words = dict(_words(texts))
    longer_of: dict[str, int] = {}
    for piece, often in words.items():
        for part in (piece[:-1], piece[1:]):
            if longer_of.get(part, 0) < often:
                longer_of[part] = often
    return {piece: often for piece, often in words.items() if len(piece) <= MOST and longer_of.get(piece, 0) < often}


def _words(texts: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Every piece of two characters to one more than MOST that stands twice or more and has grammar at neither end nor
    joins two words, and how often: the shorter ones first, and those of one length in the order of the text."""
    text = _BETWEEN.join(run for each in texts for run in _RUN.findall(each)) + _BETWEEN
    codes = numpy.frombuffer(text.encode("utf-32-le"), "<u4").astype(numpy.int64)
    grammar, joining = numpy.isin(codes, _GRAMMAR), numpy.isin(codes, _JOINING)
    # How many that join stand before a place, and up to it.
    before, until = joining.cumsum() - joining, joining.cumsum()
    # Where a piece that repeats begins, and the number of the piece there; of one character any may.
    at, number = numpy.arange(len(codes) - 1), codes[:-1]
    for size in range(2, MOST + 2):
        ends = at + size - 1
        # What lies between two runs is part of no piece.
        whole = (codes[at] != ord(_BETWEEN)) & (codes[ends] != ord(_BETWEEN))
        at, ends, key = at[whole], ends[whole], (number[whole] << 21) | codes[ends[whole]]
        _, first, number, counts = numpy.unique(key, return_index=True, return_inverse=True, return_counts=True)
        word = (counts > 1) & ~(grammar[at] | grammar[ends] | (before[at] != until[ends]))[first]
        again = first[word]
        order = numpy.argsort(again)
        for start, often in zip(at[again[order]].tolist(), counts[word][order].tolist(), strict=True):
            yield text[start : start + size], often
        repeats = counts[number] > 1
        at, number = at[repeats], number[repeats]
        # The last piece of all ends before the last character, which ends the last run.
        at, number = at[at + size < len(codes)], number[at + size < len(codes)]


def printed_names(texts: Sequence[str]) -> list[tuple[str, str]]:
    """What texts print in brackets after a name: (the characters before the bracket, the Latin name)."""
    found = [(match[1], match[2].strip()) for text in texts for match in _PRINTED.finditer(text)]
    return list(dict.fromkeys(found))


def quoted(texts: Iterable[str]) -> list[str]:
    """Words that stand in quote marks."""
    return list(dict.fromkeys(match[1] for text in texts for match in _QUOTED.finditer(text)))
