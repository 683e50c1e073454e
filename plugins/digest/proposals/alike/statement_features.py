"""What statements are made of, as rows of numbers: runs of characters and concepts, rare ones weighing most."""

from __future__ import annotations

from collections.abc import Sequence

import numpy

from digest.plan.concepts import Concept
from digest.proposals.alike.code_points import FOLDED, WORD, signs
from digest.proposals.alike.sparse_rows import Integers, SparseRows, gathered

# The bits of a character's number; three of them fit into a whole number of 64.
_BITS = 21


def run_weights(folded: Sequence[str], size: int) -> SparseRows:
    """A row for each text: the weights of its runs of ``size`` (2 or 3) characters within a word or stretch of Chinese.

    Runs that a single text has are left out of the columns (nothing meets in them) but count in its length.
    """
    read = signs("\n".join(folded) + "\n")
    rows = numpy.repeat(numpy.arange(len(folded), dtype=numpy.int64), [len(text) + 1 for text in folded])
    inside = numpy.ones(max(0, len(read) - size + 1), dtype=numpy.bool_)
    keys = numpy.zeros(len(inside), dtype=numpy.int64)
    for step in range(size):
        part = read[step : step + len(inside)]
        inside &= (part & WORD) != 0
        keys = keys << _BITS | (part & FOLDED)
    keys, rows = keys[inside], rows[: len(inside)][inside]
    _, columns = numpy.unique(keys, return_inverse=True)
    return _weighted(rows, columns, len(folded))


def concept_weights(folded: Sequence[str], concepts: Sequence[Concept]) -> SparseRows:
    """A row for each text: the weights of the concepts that show in it, a column for each concept."""
    shown = [
        (row, number, count)
        for row, text in enumerate(folded)
        for number, concept in enumerate(concepts)
        if (count := concept.shown(text))
    ]
    table = numpy.array(shown, dtype=numpy.int64).reshape(-1, 3)
    return _rarity_weighted(table[:, 0], table[:, 1], table[:, 2], (len(folded), max(1, len(concepts))))


def cosine(rows: SparseRows) -> SparseRows:
    """The rows at length 1, without the columns that only one row has."""
    return rows.divided(rows.lengths).shared()


def _weighted(rows: Integers, columns: Integers, height: int) -> SparseRows:
    width = int(columns.max()) + 1 if len(columns) else 1
    cells, counts = numpy.unique(rows * width + columns, return_counts=True)
    return _rarity_weighted(cells // width, cells % width, counts, (height, width))


def _rarity_weighted(rows: Integers, columns: Integers, counts: Integers, shape: tuple[int, int]) -> SparseRows:
    """1 + ln(count), times ln((rows + 1) / rows that have it)."""
    rarity = numpy.log((shape[0] + 1) / numpy.maximum(numpy.bincount(columns, minlength=shape[1]), 1))
    values = (1 + numpy.log(counts)) * rarity[columns]
    return gathered(rows, columns, values, *shape)
