"""Two regressions with their weights held near 0 (ridge), in a few lines of numpy: the same result everywhere."""

from __future__ import annotations

import numpy
from numpy.typing import NDArray

Numbers = NDArray[numpy.float64]
# Newton's method is at its end after a handful of steps.
_STEPS, _ENOUGH = 60, 1e-9


def linear(cues: Numbers, wanted: Numbers, shares: Numbers, ridge: float) -> tuple[Numbers, float]:
    """The weights and the constant of a linear regression; ``shares`` is how much each row counts."""
    middle, deviation = _scale(cues)
    rows = (cues - middle) / deviation
    mean = float(numpy.average(wanted, weights=shares))
    weights = numpy.linalg.solve(
        (rows * shares[:, None]).T @ rows + ridge * numpy.eye(rows.shape[1]),
        (rows * shares[:, None]).T @ (wanted - mean),
    )
    return weights / deviation, mean - float(middle / deviation @ weights)


def logistic(cues: Numbers, wanted: Numbers, shares: Numbers, ridge: float) -> tuple[Numbers, float]:
    """The weights and the constant of a logistic regression; ``wanted`` is 0 or 1."""
    middle, deviation = _scale(cues)
    rows = numpy.hstack([(cues - middle) / deviation, numpy.ones((len(cues), 1))])
    held = numpy.full(rows.shape[1], ridge)
    held[-1] = 0
    weights = numpy.zeros(rows.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + numpy.exp(-rows @ weights))
        slope = rows.T @ (shares * (likely - wanted)) + held * weights
        curve = (rows * (shares * likely * (1 - likely))[:, None]).T @ rows + numpy.diag(held + _ENOUGH)
        step = numpy.linalg.solve(curve, slope)
        weights = weights - step
        if abs(step).max() < _ENOUGH:
            break
    return weights[:-1] / deviation, float(weights[-1] - middle / deviation @ weights[:-1])


def _scale(cues: Numbers) -> tuple[Numbers, Numbers]:
    deviation = cues.std(axis=0)
    return cues.mean(axis=0), numpy.where(deviation > 0, deviation, 1.0)
