"""Rows of numbers that are nearly all zero: only the others are kept, row after row."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy
from numpy.typing import NDArray

ROUNDING = 1e-6
"""Two values nearer than this are the same, whatever a machine's arithmetic makes of their last digits."""

Floats = NDArray[numpy.float64]
Integers = NDArray[numpy.int64]


@dataclass(frozen=True)
class SparseRows:
    """``values[n]`` stands in column ``columns[n]``; row r has those from ``ends[r]`` up to ``ends[r + 1]``."""

    ends: Integers
    columns: Integers
    values: Floats
    width: int

    def __len__(self) -> int:
        return len(self.ends) - 1

    @cached_property
    def _dense(self) -> Floats:
        """A row with all its columns, zero between uses: making one costs more than comparing with it."""
        return numpy.zeros(self.width)

    @property
    def rows(self) -> Integers:
        """The row of each value."""
        return numpy.repeat(numpy.arange(len(self)), numpy.diff(self.ends))

    @property
    def lengths(self) -> Floats:
        """The Euclidean length of each row."""
        return numpy.sqrt(_sums(self.rows, self.values**2, len(self)))

    def divided(self, divisors: Floats) -> SparseRows:
        """Each row divided by its own number; by 1 where that is 0."""
        safe = numpy.where(divisors > 0, divisors, 1)
        return SparseRows(self.ends, self.columns, self.values / safe[self.rows], self.width)

    def times(self, weight: float) -> SparseRows:
        """Each value times ``weight``."""
        return SparseRows(self.ends, self.columns, self.values * weight, self.width)

    def plus(self, other: SparseRows) -> SparseRows:
        """The sum of the two, which have the same columns."""
        cells, places = numpy.unique(
            numpy.concatenate([each.rows * self.width + each.columns for each in (self, other)]), return_inverse=True
        )
        values = _sums(places, numpy.concatenate([self.values, other.values]), len(cells))
        return gathered(cells // self.width, cells % self.width, values, len(self), self.width)

    def shared(self) -> SparseRows:
        """Without the columns that only one row has."""
        kept = numpy.bincount(self.columns)[self.columns] > 1
        known, columns = numpy.unique(self.columns[kept], return_inverse=True)
        return gathered(self.rows[kept], columns, self.values[kept], len(self), len(known))

    def beside(self, other: SparseRows) -> SparseRows:
        """Each row followed by that of ``other``, in columns of its own."""
        rows = numpy.concatenate([self.rows, other.rows])
        columns = numpy.concatenate([self.columns, other.columns + self.width])
        values = numpy.concatenate([self.values, other.values])
        return gathered(rows, columns, values, len(self), self.width + other.width)

    def turned(self) -> SparseRows:
        """The columns as rows."""
        return gathered(self.columns, self.rows, self.values, self.width, len(self))

    def strongest(self, limit: int) -> SparseRows:
        """The ``limit`` largest values of each row."""
        kept = numpy.ones(len(self.values), dtype=bool)
        for start, end in pairwise(self.ends):
            if end - start > limit:
                weakest = numpy.argsort(-self.values[start:end], kind="stable")[limit:]
                kept[start + weakest] = False
        ends = numpy.concatenate([[0], numpy.cumsum(kept)])[self.ends]
        return SparseRows(ends, self.columns[kept], self.values[kept], self.width)

    def products(self, row: int, turned: SparseRows, most: int, above: float = 0.0) -> tuple[Integers, Floats]:
        """The products of one row with rows of which ``turned`` has the columns: those greater than ``above``.

        Of more than ``most`` such, those far below the ``most``-th greatest may be left out.
        """
        asked = slice(self.ends[row], self.ends[row + 1])
        columns, values = self.columns[asked], self.values[asked]
        if not len(columns):
            return numpy.zeros(0, dtype=numpy.int64), numpy.zeros(0)
        places = [*map(slice, turned.ends[columns].tolist(), turned.ends[columns + 1].tolist())]
        # Slices side by side cost a third of what looking up place by place does.
        others = [turned.columns[each] for each in places]
        weighed = [turned.values[each] * value for each, value in zip(places, values.tolist(), strict=True)]
        sums = _sums(numpy.concatenate(others), numpy.concatenate(weighed), turned.width)
        enough = [number for number, each in enumerate(others) if len(each) >= most]
        if enough:
            # So many of those that have its most telling column reach this: no need to look at what is below.
            telling = sums[others[max(enough, key=lambda number: values[number])]]
            above = max(above, float(numpy.partition(telling, -most)[-most]) - ROUNDING)
        found = numpy.flatnonzero(sums > above)
        return found, sums[found]

    def with_each(self, row: int, others: Integers) -> Floats:
        """The products of one row with each of the rows ``others``."""
        asked = slice(self.ends[row], self.ends[row + 1])
        dense = self._dense
        dense[self.columns[asked]] = self.values[asked]
        columns, values = self._taken(others)
        which = numpy.repeat(numpy.arange(len(others)), self.ends[others + 1] - self.ends[others])
        products = _sums(which, values * dense[columns], len(others))
        dense[self.columns[asked]] = 0
        return products

    def _taken(self, rows: Integers) -> tuple[Integers, Floats]:
        """Columns and values of several rows, one after the other."""
        starts = self.ends[rows]
        counts = self.ends[rows + 1] - starts
        before = numpy.cumsum(counts) - counts
        places = numpy.arange(int(counts.sum())) + numpy.repeat(starts - before, counts)
        return self.columns[places], self.values[places]


def gathered(rows: Integers, columns: Integers, values: Floats, count: int, width: int) -> SparseRows:
    """``count`` rows of values that come in any order; within a row they keep it."""
    order = numpy.argsort(rows, kind="stable")
    ends = numpy.concatenate([[0], numpy.cumsum(numpy.bincount(rows, minlength=count))])
    return SparseRows(ends.astype(numpy.int64), columns[order].astype(numpy.int64), values[order], width)


def _sums(places: Integers, values: Floats, count: int) -> Floats:
    """The sum of the values of each of ``count`` places."""
    # Of no values numpy counts in whole numbers.
    return numpy.asarray(numpy.bincount(places, values, count), dtype=numpy.float64)
