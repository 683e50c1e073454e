"""The words that an article uses often, found without a dictionary: what repeats and is no part of a longer one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import NamedTuple

import numpy
from numpy.typing import NDArray

from digest.search.tokens import HAN, are_among, are_han, codes_of

MOST = 5
"""Characters of a word at most; what repeats in one piece beyond that is a phrase."""

# What begins or ends with one of these is a word and its grammar, not a word.
GRAMMAR = (
    "的了是在和与及或也都就而但又把被对對从從到这這那其之于於以为為着著過过"
    "们們會会能可要個个一不有我你他她它很更最所让將将并则吗呢吧啊"
)
# What joins two words, or makes a sentence of them, stands inside no word.
JOINING = "的了和与與跟及或是而也"

# A Han character has no more bits than this.
_HAN_BITS = 18

# An addition in brackets after a name, and what it names: 产业互联网（Industrial Internet）.
_BRACKET = re.compile(r"[（(]([A-Za-z][A-Za-z0-9 .&'-]{1,40})[)）]")
_NAMED = re.compile(rf"([{HAN}]{{2,8}})[”」》]?\s?\Z")
_NAMED_MOST = 10
# Quoted in a title or claim: the author's own word for a thing.
_QUOTED = re.compile(rf"[“「『《]([{HAN}A-Za-z0-9]{{2,10}})[”」』》]")


class Repeated(NamedTuple):
    """A piece of a text: where it stands first, how many characters it has, and how often it stands there."""

    start: int
    size: int
    often: int


def repeated(text: str) -> list[Repeated]:
    """Pieces of two to five Han characters that stand twice or more in ``text``, the shorter ones first.

    A piece that a longer one contains nearly each time is left out, and so is what begins or ends with grammar.
    """
    found: list[Repeated] = []
    shorter = None
    for own in _by_size(text):
        if shorter:
            found += shorter.apart_from(own)
        shorter = own
    return found


class _Pieces(NamedTuple):
    """The different pieces of one size that repeat and are words, by the number of the piece: where each stands first
    and how often. ``number_at`` is the number of the piece at each place, where one repeats there."""

    size: int
    first: NDArray[numpy.int64]
    often: NDArray[numpy.int64]
    is_word: NDArray[numpy.bool_]
    number_at: NDArray[numpy.int64]

    def apart_from(self, longer: _Pieces) -> Iterator[Repeated]:
        """The words, without those that a word of ``longer``, one character more, contains each time."""
        within = numpy.zeros(len(self.first), dtype=numpy.int64)
        begin, often = longer.first[longer.is_word], longer.often[longer.is_word]
        for start in (begin, begin + 1):
            numpy.maximum.at(within, self.number_at[start], often)
        kept = self.is_word & (within < self.often)
        starts, counts = self.first[kept], self.often[kept]
        order = numpy.argsort(starts)
        return map(Repeated, starts[order].tolist(), repeat(self.size), counts[order].tolist())


def _by_size(text: str) -> Iterator[_Pieces]:
    """The pieces that repeat, of two characters, of three, and so on to one more than MOST."""
    codes = codes_of(text).astype(numpy.int64)
    place_bits = len(text).bit_length()
    grammar = are_among(GRAMMAR, codes)
    # How many that join stand before a place; and how many that are no Han characters, which are part of no piece.
    joining, parting = _before(are_among(JOINING, codes)), _before(~are_han(codes))
    at, number = numpy.arange(len(codes)), codes
    for size in range(2, MOST + 2):
        whole = parting[at] == parting[numpy.minimum(at + size, len(codes))]
        whole &= at + size <= len(codes)
        at, number = at[whole], number[whole]
        # In one number, the piece before its place: sorted, what is the same stands together, in the text's order.
        placed = (number << _HAN_BITS | codes[at + size - 1]) << place_bits | at
        placed.sort()
        at, piece = placed & ((1 << place_bits) - 1), placed >> place_bits
        begins = numpy.flatnonzero(numpy.concatenate(([True], piece[1:] != piece[:-1]))[: len(piece)])
        counts = numpy.diff(begins, append=len(piece))
        again = counts > 1
        often, first = counts[again], at[begins[again]]
        at = at[numpy.repeat(again, counts)]
        number = numpy.repeat(numpy.arange(len(often)), often)
        number_at = numpy.zeros(len(codes), dtype=numpy.int64)
        number_at[at] = number
        ends = first + size
        is_word = ~(grammar[first] | grammar[ends - 1]) & (joining[first] == joining[ends])
        yield _Pieces(size, first, often, is_word, number_at)


def _before(those: NDArray[numpy.bool_]) -> NDArray[numpy.int64]:
    """How many of ``those`` stand before each place, and before the end."""
    return numpy.concatenate(([0], those.cumsum()))


def printed_names(texts: Sequence[str]) -> list[tuple[str, str]]:
    """What texts print in brackets after a name: (the characters before the bracket, the Latin name)."""
    found: dict[tuple[str, str], None] = {}
    for text in texts:
        for bracket in _BRACKET.finditer(text):
            begin = bracket.start()
            if named := _NAMED.search(text[max(0, begin - _NAMED_MOST) : begin]):
                found[named[1], bracket[1].strip()] = None
    return list(found)


def quoted(texts: Iterable[str]) -> list[str]:
    """Words that stand in quote marks."""
    return list(dict.fromkeys(match[1] for text in texts for match in _QUOTED.finditer(text)))
