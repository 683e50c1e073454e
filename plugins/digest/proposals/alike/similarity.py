"""Which statements say alike things: shared runs of characters and the curators' concepts, rare ones counting most.

Two statements are compared in three ways: by the cosines of their pairs of characters and of their triples (term
frequency times inverse document frequency), and by how much both are about the same concepts. No network, no model:
the same statements give the same scores everywhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy

from digest.plan.concepts import Concept
from digest.proposals.alike.sparse_rows import Floats, Integers
from digest.proposals.alike.statement_features import concept_weights, cosine, pivoted, run_weights
from digest.zh.script import fold

# How much each counts. On 102 claims of twelve articles (307 related pairs, nDCG at 5): pairs alone .38, with triples
# and concepts .59. Triples from .25 to 1 and concepts from .3 to .5 are within .01 of one another, so nothing is tuned
# further: `make bench-claims` prints the figures author by author.
_RUNS, _CONCEPTS = ((1 / 1.9, 2), (0.5 / 1.9, 3)), 0.4 / 1.9

# Up to this many statements every two are compared; beyond, those that share one of their most telling features.
EXACT = 3000
# How many features of a statement are asked for others, and how many statements each answers with. Of 30,000 synthetic
# statements every one had the best match that it has among all pairs; of 100,000 it was .73 of them. Half as many
# answers find .91 and .56, in nine tenths of the time.
_ASKED = 80
_ANSWERS = 2000
_CANDIDATES = 30
_ROUNDING = 1e-6

Candidates = tuple[Integers, Floats]
"""The rows of statements (integers) and their scores (floats), one each."""


@dataclass(frozen=True)
class Statement:
    """``text`` in either script; statements of one ``group`` (an article) are not compared with one another."""

    ref: str
    group: str
    text: str


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
        shown = concept_weights(folded, concepts)
        self._weights = [
            dict(zip(shown.columns[start:end].tolist(), numpy.round(shown.values[start:end], 6).tolist(), strict=True))
            for start, end in pairwise(shown.ends)
        ]
        pairs, self._triples = (cosine(run_weights(folded, size)).times(share**0.5) for share, size in _RUNS)
        self._asked = pairs.beside(pivoted(shown).times(_CONCEPTS**0.5))
        groups = {group: number for number, group in enumerate(dict.fromkeys(each.group for each in statements))}
        self._groups = numpy.array([groups[statement.group] for statement in statements], dtype=numpy.int64)
        self._sizes = numpy.bincount(self._groups)

    def nearest(self, limit: int, of: Collection[str] | None = None) -> Iterator[tuple[str, list[Match]]]:
        """Each statement (or each of the refs ``of``) with the ``limit`` most like it, best first."""
        rows = [row for row, each in enumerate(self._statements) if of is None or each.ref in of]
        if len(self._statements) < 2:
            yield from ((self._statements[row].ref, []) for row in rows)
            return
        exact = len(self._statements) <= EXACT
        # Triples tell the better of two candidates; to find them, pairs and concepts do.
        whole = self._asked.beside(self._triples) if exact else self._asked
        asked = whole if exact else whole.strongest(_ASKED)
        answers = whole.turned() if exact else whole.turned().strongest(_ANSWERS)
        for row in rows:
            others, values = self._apart(
                row, *asked.products(row, answers), limit if exact else max(_CANDIDATES, limit)
            )
            if not exact:
                # What all features give, not only the strongest.
                values = self._asked.with_each(row, others) + self._triples.with_each(row, others)
            yield self._statements[row].ref, self._best(row, others, values, limit)

    def _apart(self, row: int, others: Integers, values: Floats, most: int) -> Candidates:
        """Of ``others`` those of other groups with the ``most`` highest values, and as many as have the same."""
        group = self._groups[row]
        most += self._sizes[group]
        if len(values) > most:
            high = numpy.flatnonzero(values >= numpy.partition(values, -most)[-most] - _ROUNDING)
            others, values = others[high], values[high]
        apart = self._groups[others] != group
        return others[apart], values[apart]

    def _best(self, row: int, others: Integers, values: Floats, limit: int) -> list[Match]:
        # Rounded, so that the last digits of a machine's arithmetic do not decide an order.
        values = numpy.round(values, 6)
        found = sorted(zip(-values, (self._statements[other].ref for other in others), others, strict=True))[:limit]
        return [
            Match(self._statements[row].ref, ref, min(1.0, float(-value)), self._shared(row, other))
            for value, ref, other in found
            if value < 0
        ]

    def _shared(self, row: int, other: int) -> tuple[str, ...]:
        one, two = self._weights[row], self._weights[other]
        both = sorted((-min(weight, two[number]), number) for number, weight in one.items() if number in two)
        return tuple(self._concepts[number].name for weight, number in both if weight < 0)
