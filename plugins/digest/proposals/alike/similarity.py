"""Which statements say alike things: shared runs of characters and the curators' concepts, rare ones counting most.

Two statements are compared in three ways: by the cosines of their pairs of characters and of their triples (term
frequency times inverse document frequency), and by how much both are about the same concepts. No network, no model:
the same statements give the same scores everywhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy

from digest.keeping.processes import Processes, can_fork, cores
from digest.plan.concepts import Concept
from digest.proposals.alike.concept_counts import concept_counts
from digest.proposals.alike.sparse_rows import ROUNDING, Floats, Integers, SparseRows
from digest.proposals.alike.statement_features import cosine, of_rarity, pivoted, run_weights
from digest.zh.folding import fold

# How much each counts. On 102 claims of twelve articles (307 related pairs, nDCG at 5): pairs alone .38, with triples
# and concepts .59. Triples from .25 to 1 and concepts from .3 to .5 are within .01 of one another, so nothing is tuned
# further: `make bench-claims` prints the figures author by author.
_RUNS, _CONCEPTS = ((1 / 1.9, 2), (0.5 / 1.9, 3)), 0.4 / 1.9
# How much a concept counts that shows around a statement, in its paragraph and in the heading above. Of the same
# claims nDCG at 5 is .593 without, .606 at .4 and .5, .599 at .6, .592 at 1; chosen without an author and tried on that
# one .603. Two paragraphs more do the same at .2; the article's title, or runs of characters, do harm.
_AROUND = 0.5

# Up to this many statements every two are compared; beyond, those that share one of their most telling features.
EXACT = 3000
# How many features of a statement are asked for others, and how many statements each answers with. Of 30,000 synthetic
# statements every one had the best match that it has among all pairs; of 100,000 it was .73 of them. Half as many
# answers find .91 and .56, in nine tenths of the time.
_ASKED = 80
_ANSWERS = 2000
_CANDIDATES = 30
# Whoever shares triples shares their pairs, which count twice as much: what scores less than half by pairs and concepts
# does not reach the whole.
_WITHOUT_TRIPLES = 0.5
# So many statements are looked up at a time, and from so many times as many on in several processes: a second's work.
_CHUNK, _MUCH = 250, 8

Candidates = tuple[Integers, Floats]
"""The rows of statements (integers) and their scores (floats), one each."""


@dataclass(frozen=True)
class Statement:
    """``text`` in either script; statements of one ``group`` (an article) are not compared with one another.

    ``around`` is what stands around it in its article, where that is known: what else it is about shows there.
    """

    ref: str
    group: str
    text: str
    around: str = ""


@dataclass(frozen=True)
class Match:
    """``score`` is 0 for nothing in common, 1 for the same words; ``shared`` names concepts, the most telling first."""

    a: str
    b: str
    score: float
    shared: tuple[str, ...]


class Similarity:
    """Finds, among ``statements``, those that are most like one another."""

    def __init__(self, statements: Sequence[Statement], concepts: Sequence[Concept]) -> None:
        self._statements, self._concepts = statements, concepts
        folded = [fold(statement.text) for statement in statements]
        own = concept_counts(folded, concepts)
        around = concept_counts([fold(statement.around) for statement in statements], concepts)
        shown = of_rarity(own.plus(around.times(_AROUND)))
        # What two share is told of what they say themselves.
        said = of_rarity(own)
        self._weights = [
            dict(zip(said.columns[start:end].tolist(), numpy.round(said.values[start:end], 6).tolist(), strict=True))
            for start, end in pairwise(said.ends)
        ]
        pairs, self._triples = (cosine(run_weights(folded, size)).times(share**0.5) for share, size in _RUNS)
        self._asked = pairs.beside(pivoted(shown).times(_CONCEPTS**0.5))
        groups = {group: number for number, group in enumerate(dict.fromkeys(each.group for each in statements))}
        self._groups = numpy.array([groups[statement.group] for statement in statements], dtype=numpy.int64)

    def nearest(
        self, limit: int, of: Collection[str] | None = None, least: float = 0.0, more: Mapping[str, int] | None = None
    ) -> Iterator[tuple[str, list[Match]]]:
        """Each statement (or each of the refs ``of``) with the ``limit`` most like it, best first.

        Of a ref that is in ``more`` so many more are given; none that scores less than ``least``.
        """
        rows = [row for row, each in enumerate(self._statements) if of is None or each.ref in of]
        if len(self._statements) < 2:
            yield from ((self._statements[row].ref, []) for row in rows)
            return
        limits = [limit + (more or {}).get(self._statements[row].ref, 0) for row in rows]
        asking = self._asking(least)
        for row, (others, values) in zip(rows, _on_all(asking, rows, limits), strict=True):
            yield self._statements[row].ref, self._matches(row, others, values)

    def _asking(self, least: float) -> _Asking:
        exact = len(self._statements) <= EXACT
        # Triples tell the better of two candidates; to find them, pairs and concepts do.
        whole = self._asked.beside(self._triples) if exact else self._asked
        return _Asking(
            whole if exact else whole.strongest(_ASKED),
            whole.turned() if exact else whole.turned().strongest(_ANSWERS),
            None if exact else self._asked.beside(self._triples),
            self._groups,
            numpy.argsort(numpy.argsort([each.ref for each in self._statements])),
            least,
        )

    def _matches(self, row: int, others: Integers, values: Floats) -> list[Match]:
        ref = self._statements[row].ref
        return [
            Match(ref, self._statements[other].ref, min(1.0, value), self._shared(row, other))
            for other, value in zip(others.tolist(), values.tolist(), strict=True)
        ]

    def _shared(self, row: int, other: int) -> tuple[str, ...]:
        one, two = self._weights[row], self._weights[other]
        both = [number for number in one if number in two]
        both.sort(key=lambda number: (-min(one[number], two[number]), number))
        return tuple(self._concepts[number].name for number in both)


@dataclass(frozen=True)
class _Asking:
    """Rows and columns that are multiplied to find who is near to whom: numbers only, the same in every process.

    Each row of ``asked`` meets those of which ``answers`` has the columns; the products of ``whole`` are the score,
    where the first ones are not. ``groups`` are not compared with themselves, of two equals the lower
    of the ``ranks`` comes first, and what scores less than ``least`` is left out.
    """

    asked: SparseRows
    answers: SparseRows
    whole: SparseRows | None
    groups: Integers
    ranks: Integers
    least: float

    def nearest(self, row: int, limit: int) -> Candidates:
        """The ``limit`` rows nearest to ``row``, best first."""
        above = self.least * _WITHOUT_TRIPLES if self.whole else 0.0
        # Beside those of its own group, which do not count.
        most = (max(_CANDIDATES, limit) if self.whole else limit) + int(self._sizes[self.groups[row]])
        others, values = self._apart(row, *self.asked.products(row, self.answers, most, above), most)
        if self.whole:
            # What all features give, not only the strongest.
            values = self.whole.with_each(row, others)
        # Rounded, so that the last digits of a machine's arithmetic do not decide an order.
        values = numpy.round(values, 6)
        best = numpy.lexsort((self.ranks[others], -values))[:limit]
        best = best[(values[best] >= self.least) & (values[best] > 0)]
        return others[best], values[best]

    def _apart(self, row: int, others: Integers, values: Floats, most: int) -> Candidates:
        """Of ``others`` those with the ``most`` highest values, and their equals, that are of other groups."""
        if len(values) > most:
            high = numpy.flatnonzero(values >= numpy.partition(values, -most)[-most] - ROUNDING)
            others, values = others[high], values[high]
        apart = self.groups[others] != self.groups[row]
        return others[apart], values[apart]

    @cached_property
    def _sizes(self) -> Integers:
        return numpy.bincount(self.groups)


def _on_all(asking: _Asking, rows: Sequence[int], limits: Sequence[int]) -> Iterator[Candidates]:
    """The nearest to each of ``rows``, looked up on all cores where they are many."""
    starts = range(0, len(rows), _CHUNK)

    def some(number: int) -> list[Candidates]:
        chunk = slice(starts[number], starts[number] + _CHUNK)
        return [asking.nearest(row, limit) for row, limit in zip(rows[chunk], limits[chunk], strict=True)]

    if len(starts) < _MUCH or cores() < 2 or not can_fork():
        for number in range(len(starts)):
            yield from some(number)
        return
    for number, found in enumerate(Processes(some, len(starts), cores())):
        yield from found if found is not None else some(number)
