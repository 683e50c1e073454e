"""Kinds of characters: what was learnt of one surname, or of one syllable of foreign names, holds for the others."""

from __future__ import annotations

import numpy
from numpy.typing import NDArray

from digest.zh.context.windows import REACH, Numbers, numbers, parts_matrix

Kinds = NDArray[numpy.uint8]
"""By code, the kind of each character: a row by its neighbours in texts, a row by what it is in names."""
KINDS = 2

_ALONE, _NEIGHBOURS, _NAMES = 0, 1, 2
_Part = list[tuple[int, int]]


def _of(row: int, *places: int) -> _Part:
    return [(row, place) for place in places]


# Runs of kinds up to three places away, and kinds beside the characters themselves.
_PARTS: list[_Part] = [
    *(
        _of(_NEIGHBOURS, *run)
        for run in [
            (-1,), (1,), (-1, 1), (-2, -1), (1, 2), (-2, -1, 1), (-1, 1, 2), (-2, -1, 1, 2), (-3, -2, -1), (1, 2, 3),
        ]
    ),
    *(
        _of(_ALONE, *own) + _of(_NEIGHBOURS, *other)
        for own, other in [((-1,), (1,)), ((1,), (-1,)), ((-1,), (1, 2)), ((1,), (-2, -1))]
    ),
    *(
        _of(_NAMES, *run)
        for run in [
            (-1, 1), (1, 2), (-2, -1), (-2, -1, 1), (-1, 1, 2), (1, 2, 3), (-2, -1, 1, 2), (-1, 1, 2, 3),
        ]
    ),
    *(
        _of(_NAMES, *own) + _of(_NEIGHBOURS, *other)
        for own, other in [((1, 2), (-1,)), ((1, 2, 3), (-1,)), ((-2, -1), (1,))]
    ),
]  # fmt: skip
COUNT = len(_PARTS)
"""How many numbers of kinds a place has."""
_FAR = 3
_NEAR = slice(REACH - _FAR, REACH + _FAR + 1)
_MATRIX = numpy.concatenate(
    [
        parts_matrix([[place for row, place in part if row == wanted] for part in _PARTS], seed)[_NEAR]
        for wanted, seed in ((_ALONE, 17), (_NEIGHBOURS, 19), (_NAMES, 23))
    ]
)


def kind_numbers(window: NDArray[numpy.float64], kinds: Kinds) -> Numbers:
    """The numbers of the parts of each window, COUNT a row."""
    near = window[:, _NEAR]
    code = near.astype(numpy.intp)
    return numbers(numpy.concatenate([near, *(row[code] for row in kinds)], axis=1), _MATRIX)
