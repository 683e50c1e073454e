"""The likeliest words at a place: its window cut into words of the lexicon so that their weights sum to the least."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from digest.zh.context.table import Table
from digest.zh.context.windows import REACH, Numbers, codes, numbers, parts_matrix

LONGEST = 4
NEAR = 7
"""How far from the place words are sought."""
_SPANS = [(start, length) for length in range(1, LONGEST + 1) for start in range(-NEAR, NEAR + 2 - length)]
_COLUMN = {span: column for column, span in enumerate(_SPANS)}
_MATRIX = parts_matrix([range(start, start + length) for start, length in _SPANS], seed=11, alike=True)
COVERING = [(start, length) for length in range(1, LONGEST + 1) for start in range(1 - length, 1)]
"""The words that a place can be in: start, counted from it, and length."""
# Weights are tenths of a natural logarithm. A character that is no word weighs more than any two words.
_UNKNOWN, _NO_WORD = 230, 1 << 20
_MISSING = numpy.array([_UNKNOWN if length == 1 else _NO_WORD for _, length in _SPANS], numpy.int32)
_LENGTH_NUMBERS = numpy.array([0, 0x51ED270B, 0x2545F491, 0x9E3779B9, 0x6C078965], numpy.uint32)

Column = NDArray[numpy.intp]


@dataclass(frozen=True)
class Words:
    """By place: which of COVERING its word is, that word's number, and ``around``, those of the words around it: the
    one before, the one after, the second and the third after. ``kinds`` are the numbers of their classes, or their
    own where they have none."""

    which: Column
    word: Numbers
    around: tuple[Numbers, ...]
    kinds: tuple[Numbers, ...]


def words(window: NDArray[numpy.float64], lexicon: Table) -> Words:
    """The words at the middle of each window."""
    spans = span_numbers(window)
    known = lexicon.values(spans)
    weights = numpy.where(known == 0, _MISSING, known & 0xFF).T
    rows = numpy.arange(len(window))
    left, right, last, first = _cut(weights)
    which = (left[_COVERED_FROM] + weights[_OF_COVERING] + right[_COVERED_TO]).argmin(axis=0)
    own = _OF_COVERING[which]
    columns = numpy.empty((1 + _AFTERWARDS, len(window)), numpy.intp)
    columns[0] = last[-_STARTS[which], rows]
    ends = _STARTS[which] + _LENGTHS[own]
    for number in range(1, 1 + _AFTERWARDS):
        columns[number] = first[ends, rows]
        ends = numpy.minimum(ends + _LENGTHS[columns[number]], NEAR + 1)
    there = columns >= 0
    around = spans[rows, columns] * there
    of_class = (known[rows, columns] >> 8).astype(numpy.uint32) * there
    kinds = numpy.where(of_class > 0, of_class * _CLASS, around)
    return Words(which, spans[rows, own], tuple(around), tuple(kinds))


def span_numbers(window: NDArray[numpy.float64]) -> Numbers:
    """The numbers of all spans that may be words."""
    return numbers(window, _MATRIX) + _LENGTH_NUMBERS[[length for _, length in _SPANS]]


def word_numbers(words: Sequence[str]) -> Numbers:
    """The number that each of ``words`` (of LONGEST characters at most) has wherever it stands."""
    found = numpy.zeros(len(words), numpy.uint32)
    for length in range(1, LONGEST + 1):
        own = numpy.array([place for place, word in enumerate(words) if len(word) == length], numpy.intp)
        window = numpy.zeros((len(own), 2 * REACH + 1))
        window[:, REACH : REACH + length] = codes("".join(words[place] for place in own)).reshape(-1, length)
        column = _COLUMN[0, length]
        found[own] = numbers(window, _MATRIX[:, [column]])[:, 0] + _LENGTH_NUMBERS[length]
    return found


_LENGTHS = numpy.array([length for _, length in _SPANS] + [0])
_STARTS = numpy.array([start for start, _ in COVERING])
_OF_COVERING = numpy.array([_COLUMN[span] for span in COVERING])
_CLASS = numpy.uint32(0x9E3779B1)
_AFTERWARDS = 3


# The columns of the words that may end at each boundary from the left edge inward, the shortest first, and mirrored
# on the right; at last what stands for no word.
_ENDING = [(done, length) for done in range(1, NEAR + 1) for length in range(1, min(LONGEST, done) + 1)]
_BEFORE = numpy.array([*(_COLUMN[done - NEAR - length, length] for done, length in _ENDING), -1])
_AFTER = numpy.array([*(_COLUMN[NEAR + 1 - done, length] for done, length in _ENDING), -1])
_WHICH_BITS = 5
_WHICH_MASK = (1 << _WHICH_BITS) - 1
_WHICH = numpy.arange(len(_ENDING), dtype=numpy.int32)[:, None]
# By how far from the place: boundaries are counted from the edges, where the cutting begins.
_COVERED_FROM, _COVERED_TO = _STARTS + NEAR, NEAR + 1 - (_STARTS + _LENGTHS[_OF_COVERING])


def _cut(weights: NDArray[numpy.int32]) -> tuple[NDArray[numpy.int32], NDArray[numpy.int32], Column, Column]:
    """A row a boundary, a column a place, as ``weights`` has a row a span: the least weight of the words from each
    edge of the window to every boundary, counted from the edge; and by distance from the place, the last word before
    it and the first after it. -1 stands for no word."""
    count = weights.shape[1]
    # Below each cost stands which word it is of, so that the least cost says both.
    ending = (numpy.concatenate([weights[_BEFORE[:-1]], weights[_AFTER[:-1]]], axis=1) << _WHICH_BITS) + _WHICH
    cost = numpy.zeros((NEAR + 1, 2 * count), numpy.int32)
    least = numpy.full((NEAR + 2, 2 * count), len(_ENDING), numpy.int32)
    begun = 0
    for done in range(1, NEAR + 1):
        longest = min(LONGEST, done)
        own = (cost[done - longest : done][::-1] + ending[begun : begun + longest]).min(axis=0, out=least[done])
        numpy.bitwise_and(own, ~_WHICH_MASK, out=cost[done])
        begun += longest
    cost >>= _WHICH_BITS
    word = least & _WHICH_MASK
    return cost[:, :count], cost[:, count:], _BEFORE[word[NEAR::-1, :count]], _AFTER[word[::-1, count:]]
