"""One character's weights: logistic regression over features, and the few of them that say enough kept as integers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy
from examples import Examples, without_conventions
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from digest.zh.context.choices import Places
from digest.zh.context.features import agreement_number, features, for_form, reading_number
from digest.zh.context.kinds import Kinds
from digest.zh.context.lattice import words
from digest.zh.context.model import SCALE, SINGLE
from digest.zh.context.table import Table

# Rarer forms cannot be learnt; of the commonest 100,000 places mend a tenth more of those set aside than 30,000 do.
_FEWEST, _MOST = 30, 100_000
# The converter's choice is right at 98 of 100 places of the training texts, and less often where a text is of
# another kind: at half of the places it is not told, so that the context must speak too.
_UNTOLD = 0.5
# Just beyond the gate of characters of which the texts set aside say too little.
_WORD = round(3.5 * SCALE)
_PENALTY, _ROUNDS, _SEEN = 1.0, 60, 2
_LEAST = 6  # in SCALE: smaller weights are left out, which half of them are and which changes 1 place in 200,000


@dataclass(frozen=True)
class Fitted:
    """``forms`` as code points, the most frequent first; by form but the first, numbers of features and weights."""

    forms: tuple[int, ...]
    numbers: NDArray[numpy.uint32]
    weights: NDArray[numpy.int32]


def drawn(found: Examples, allowed: frozenset[int]) -> tuple[Examples, tuple[int, ...]] | None:
    """Of one character's examples those to learn from, and its forms; ``None`` where only one form has enough."""
    found = without_conventions(found.where(numpy.isin(found.right, sorted(allowed))))
    forms, counts = numpy.unique(found.right, return_counts=True)
    order = sorted(
        ((int(count), int(form)) for form, count in zip(forms, counts, strict=True) if count >= _FEWEST),
        key=lambda each: (-each[0], each[1]),
    )
    if len(order) < 2:
        return None
    draw, taken = numpy.random.RandomState(1), []
    for count, form in order:
        own = numpy.flatnonzero(found.right == form)
        chance = _evened(found.source[own])
        taken.append(draw.choice(own, _MOST, replace=False, p=chance) if count > _MOST else own)
    return found.where(numpy.sort(numpy.concatenate(taken))), tuple(form for _, form in order)


def _evened(sources: NDArray[numpy.int32]) -> NDArray[numpy.float64]:
    """The chance of each example to be drawn: of a source with four times the examples twice as many are, so that the
    largest, all of one kind, do not speak for the others."""
    _, place, count = numpy.unique(sources, return_inverse=True, return_counts=True)
    weight = 1 / numpy.sqrt(count)[place]
    return numpy.asarray(weight / weight.sum())


def fitted(found: Examples, forms: tuple[int, ...], kinds: Kinds, lexicon: Table, readings: Table) -> Fitted:
    """Learn the weights of one character."""
    number = {form: place for place, form in enumerate(forms)}
    right = numpy.array([number[form] for form in found.right.tolist()])
    choice = numpy.array([number.get(form, -1) + 1 for form in found.chose.tolist()], numpy.uint32)
    choice[numpy.random.RandomState(2).rand(len(choice)) < _UNTOLD] = 0
    spoken = all_features(found, choice, kinds, lexicon, readings)
    known, column, count = numpy.unique(spoken, return_inverse=True, return_counts=True)
    often = count >= _SEEN
    weights = _regression(column.reshape(spoken.shape), often, right, len(forms))
    weights = numpy.rint((weights - weights[:, :1]) * SCALE).astype(numpy.int32)
    numbers, values = [], []
    for form in range(1, len(forms)):
        kept = numpy.abs(weights[:, form]) >= _LEAST
        numbers.append(for_form(known[often][kept], form))
        values.append(weights[kept, form])
    return Fitted(forms, numpy.concatenate(numbers), numpy.concatenate(values))


def by_words(character: str, forms: tuple[str, ...]) -> Fitted:
    """The weights of a character that has too few examples: the form of the word that it is in, where that is another
    than the dictionary's, which takes a phrase across words (犯恶|心 for 犯|恶心)."""
    numbers, weights = [], []
    for form in range(1, len(forms)):
        for reading, choice in ((reading, choice) for reading in (1, form + 1) for choice in range(1, len(forms) + 1)):
            if reading != choice and (reading > 1 or choice == form + 1):
                number = numpy.array([agreement_number(character, reading, choice)], numpy.uint32)
                numbers.append(for_form(number, form)[0])
                weights.append(_WORD if reading > 1 else -_WORD)
    order = tuple(map(ord, forms))
    return Fitted(order, numpy.array(numbers, numpy.uint32), numpy.array(weights, numpy.int32))


def all_features(
    found: Examples, choice: NDArray[numpy.uint32], kinds: Kinds, lexicon: Table, readings: Table
) -> NDArray[numpy.uint32]:
    """The features of the examples, a row each."""
    parts = []
    for start in range(0, len(choice), 20_000):
        part = slice(start, start + 20_000)
        window = found.window[part].astype(numpy.float64)
        around = words(window, lexicon)
        reading = readings.values(reading_number(around))
        reading[SINGLE[around.which]] = 0
        places = Places(window, choice[part], found.elsewhere[part])
        parts.append(features(places, kinds, around, reading.astype(numpy.uint32)))
    return numpy.concatenate(parts)


def _regression(
    column: NDArray[numpy.intp], often: NDArray[numpy.bool_], right: NDArray[numpy.intp], forms: int
) -> NDArray[numpy.float64]:
    rows = numpy.repeat(numpy.arange(len(column)), column.shape[1])
    flat = column.ravel()
    taken = often[flat]
    place, size = numpy.cumsum(often) - 1, int(often.sum())
    matrix = csr_matrix(
        (numpy.ones(int(taken.sum()), numpy.float32), (rows[taken], place[flat[taken]])), shape=(len(column), size)
    )
    turned, wanted = matrix.T.tocsr(), numpy.eye(forms)[right]

    def loss(flat_weights: NDArray[numpy.float64]) -> tuple[float, NDArray[numpy.float64]]:
        weights = flat_weights.reshape(size, forms)
        score = numpy.asarray(matrix @ weights)
        chance = numpy.exp(score - score.max(axis=1, keepdims=True))
        chance /= chance.sum(axis=1, keepdims=True)
        own = numpy.maximum(chance[numpy.arange(len(right)), right], 1e-12)
        value = -numpy.log(own).sum() + _PENALTY / 2 * (weights * weights).sum()
        return float(value), (turned @ (chance - wanted) + _PENALTY * weights).ravel()

    done = minimize(loss, numpy.zeros(size * forms), jac=True, method="L-BFGS-B", options={"maxiter": _ROUNDS})
    return numpy.asarray(done.x).reshape(size, forms)
