"""Which statements say alike things: character pairs and the curators' concepts, rare ones counting most.

Two statements are compared by the cosine of their character pairs (term frequency times inverse document frequency)
and by the concepts that show in both. No network, no model: the same statements give the same scores everywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy
from scipy import sparse

from digest.concepts import Concept
from digest.script import fold

# Measured on 128 related pairs of claims (nDCG at 5): pairs of characters alone .43, with the concepts .58; any weight
# from .1 to .3 and any pivot from .4 to .6 is within .01 of that, so neither is tuned further.
CONCEPT_WEIGHT = 0.15
_PIVOT = 0.5

# Up to this many statements every two are compared; beyond, those that share one of their most telling features.
EXACT = 3000
# A statement's features that are asked for others, and the statements that each feature answers with: at 20,000
# statements 96 in 100 of the best matches are those of the full comparison.
_ASKED = 40
_ANSWERS = 250
_CANDIDATES = 30
_BLOCK = 500

_RUN = re.compile(r"\w+")


@dataclass(frozen=True)
class Statement:
    """``text`` in either script; statements of one ``group`` (an article) are not compared with one another."""

    ref: str
    group: str
    text: str


@dataclass(frozen=True)
class Match:
    """``score`` is 0 for nothing in common, about 1 for the same words; ``shared`` names concepts, rarest first."""

    a: str
    b: str
    score: float
    shared: tuple[str, ...]


class Similarity:
    """Finds, among ``statements``, those that are most like one another."""

    def __init__(self, statements: Sequence[Statement], concepts: Sequence[Concept]) -> None:
        self._statements, self._concepts = statements, concepts
        folded = [fold(statement.text) for statement in statements]
        words = _cosine(_weighted(map(_pairs, folded)))
        shown = _weighted(({number: count for number, concept in enumerate(concepts) if (count := concept.shown(text))}
                           for text in folded), width=len(concepts))
        self._weights = [dict(zip(shown.indices[start:end].tolist(), numpy.round(shown.data[start:end], 6).tolist(),
                                  strict=True)) for start, end in pairwise(shown.indptr)]
        self._features = sparse.hstack([words, CONCEPT_WEIGHT**0.5 * _pivoted(shown)], format="csr")
        groups = {group: number for number, group in enumerate(dict.fromkeys(each.group for each in statements))}
        self._groups = numpy.array([groups[statement.group] for statement in statements], dtype=numpy.int64)

    def nearest(self, limit: int, of: Collection[str] | None = None) -> Iterator[tuple[str, list[Match]]]:
        """Each statement (or each of the refs ``of``) with the ``limit`` most like it, best first."""
        rows = [row for row, each in enumerate(self._statements) if of is None or each.ref in of]
        if len(self._statements) < 2:
            yield from ((self._statements[row].ref, []) for row in rows)
            return
        exact = len(self._statements) <= EXACT
        asked = self._features if exact else _strongest(self._features, _ASKED)
        answers = self._features.T.tocsr() if exact else _strongest(self._features.T.tocsr(), _ANSWERS)
        for start in range(0, len(rows), _BLOCK):
            block = rows[start : start + _BLOCK]
            scores = (asked[block] @ answers).tocsr()
            for number, row in enumerate(block):
                others = scores.indices[scores.indptr[number] : scores.indptr[number + 1]]
                values = scores.data[scores.indptr[number] : scores.indptr[number + 1]]
                yield self._statements[row].ref, self._best(row, others, values, limit, exact)

    def _best(self, row: int, others: numpy.ndarray, values: numpy.ndarray, limit: int, exact: bool) -> list[Match]:
        apart = self._groups[others] != self._groups[row]
        others, values = others[apart], values[apart]
        if not exact and len(others):
            others = others[numpy.argsort(-values, kind="stable")[: max(_CANDIDATES, limit)]]
            values = (self._features[others] @ self._features[row].T).toarray().ravel()
        # Rounded, so that the last digits of a machine's arithmetic do not decide an order.
        values = numpy.round(values, 6)
        found = sorted(zip(-values, (self._statements[other].ref for other in others), others, strict=True))[:limit]
        return [Match(self._statements[row].ref, ref, float(-value), self._shared(row, other))
                for value, ref, other in found if value < 0]

    def _shared(self, row: int, other: int) -> tuple[str, ...]:
        one, two = self._weights[row], self._weights[other]
        both = sorted((-min(weight, two[number]), number) for number, weight in one.items() if number in two)
        return tuple(self._concepts[number].name for weight, number in both if weight < 0)


def _pairs(folded: str) -> Counter[str]:
    return Counter(one + other for run in _RUN.findall(folded) for one, other in pairwise(run))


def _weighted(counted: Iterable[Mapping], width: int = 0) -> sparse.csr_matrix:
    """A row each: 1 + ln(count), times ln((rows + 1) / rows that have it). ``width`` where columns have numbers."""
    columns: dict = {} if not width else {number: number for number in range(width)}
    indices: list[int] = []
    counts: list[int] = []
    ends = [0]
    for features in counted:
        indices += [columns.setdefault(feature, len(columns)) for feature in features]
        counts += features.values()
        ends.append(len(indices))
    where = numpy.array(indices, dtype=numpy.int32)
    rows, size = len(ends) - 1, max(len(columns), 1)
    rarity = numpy.log((rows + 1) / numpy.maximum(numpy.bincount(where, minlength=size), 1))
    values = (1 + numpy.log(numpy.array(counts, dtype=numpy.float64))) * rarity[where]
    return sparse.csr_matrix((values, where, numpy.array(ends)), shape=(rows, size))


def _lengths(matrix: sparse.csr_matrix) -> numpy.ndarray:
    return numpy.sqrt(numpy.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())


def _cosine(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    lengths = _lengths(matrix)
    return sparse.diags_array(1 / numpy.where(lengths > 0, lengths, 1)) @ matrix


def _pivoted(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    """Rows divided by their length, long ones by less: a claim that touches many concepts does meet more others."""
    lengths = _lengths(matrix)
    mean = lengths.mean() if len(lengths) else 0.0
    divisor = _PIVOT * lengths + (1 - _PIVOT) * mean
    return sparse.diags_array(1 / numpy.where(divisor > 0, divisor, 1)) @ matrix


def _strongest(matrix: sparse.csr_matrix, limit: int) -> sparse.csr_matrix:
    """``matrix`` with the ``limit`` largest values of each row."""
    matrix = matrix.tocsr()
    kept = numpy.ones(len(matrix.data), dtype=bool)
    for start, end in pairwise(matrix.indptr):
        if end - start > limit:
            weakest = numpy.argsort(-matrix.data[start:end], kind="stable")[limit:]
            kept[start + weakest] = False
    ends = numpy.concatenate([[0], numpy.cumsum(kept)])[matrix.indptr]
    return sparse.csr_matrix((matrix.data[kept], matrix.indices[kept], ends), shape=matrix.shape)
