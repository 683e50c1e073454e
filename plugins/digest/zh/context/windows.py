"""What stands around a place: a window of codes, one a character, and numbers that stand for parts of it.

A number is a weighted sum of codes, so those of all places come from one matrix product. The product is taken in
floating point, where it is fast, and is exact: every sum stays below 2**53.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy
from numpy.typing import NDArray

Codes = NDArray[numpy.uint32]
"""One code a character, or windows of them: a row a place."""
Numbers = NDArray[numpy.uint32]
"""A row a place, a column a part."""

REACH = 8
"""How many characters are seen on each side."""
_OUTSIDE, _OTHER, _SPACE, _DIGIT, _LETTER, _QUOTE, _TITLE, _UNTITLE, _LISTED, _COLON = range(10)
_BMP = 0x10000
_SIGNS = {"“”‘’「」『』\"'": _QUOTE, "《〈<": _TITLE, "》〉>": _UNTITLE, "、": _LISTED, "：:": _COLON, "\0\n": _OUTSIDE}
_MULTIPLIERS = 31  # bits: with codes of 16 bits and fewer than 2**5 of them a sum stays below 2**53


def codes(text: str) -> Codes:
    """``text`` as codes: Han characters are their own, all others their kind's (digit, letter, quote mark, ...)."""
    points = numpy.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype="<u2")
    if len(points) != len(text):
        points = numpy.minimum(numpy.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4"), _BMP)
    found: Codes = _kinds().take(points)
    return found


def line_ends(text: Codes) -> NDArray[numpy.intp]:
    """Where the lines of a text end but the last."""
    return numpy.flatnonzero(text == _OUTSIDE)


def windows(text: Codes, places: NDArray[numpy.intp]) -> Codes:
    """The codes up to REACH characters before and after each place; what lies beyond the end of its line is none."""
    padded = numpy.concatenate([numpy.zeros(REACH, numpy.uint32), text, numpy.zeros(REACH, numpy.uint32)])
    found: Codes = padded[places[:, None] + numpy.arange(2 * REACH + 1)]
    ended = found == _OUTSIDE
    for side in (ended[:, REACH - 1 :: -1], ended[:, REACH + 1 :]):
        numpy.logical_or.accumulate(side, axis=1, out=side)
    found[ended] = _OUTSIDE
    return found


def dense(text: Codes) -> NDArray[numpy.bool_]:
    """Which codes of a text count: all but a space between a Han character and a digit or letter (12 周), which is a
    house's style and says nothing."""
    spaces = text == _SPACE
    counts: NDArray[numpy.bool_] = numpy.ones(len(text), bool)
    if not spaces.any():
        return counts
    han, written = text > _COLON, (text == _DIGIT) | (text == _LETTER)
    counts[1:-1] = ~spaces[1:-1] | ~((han[:-2] & written[2:]) | (written[:-2] & han[2:]))
    return counts


@cache
def _kinds() -> Codes:
    """The code of every code point below 2**16, and one for all above."""
    kinds = numpy.full(_BMP + 1, _OTHER, numpy.uint32)
    for point in range(_BMP):
        character = chr(point)
        if 0x3400 <= point <= 0x9FFF or 0xF900 <= point <= 0xFAFF:
            kinds[point] = point
        elif character.isspace():
            kinds[point] = _SPACE
        elif character.isdecimal():
            kinds[point] = _DIGIT
        elif character.isalpha():
            kinds[point] = _LETTER
    for signs, kind in _SIGNS.items():
        kinds[[ord(sign) for sign in signs]] = kind
    return kinds


def parts_matrix(parts: Sequence[Sequence[int]], seed: int, alike: bool = False) -> NDArray[numpy.float64]:
    """The matrix for ``numbers``: a column for each of ``parts``, which are places from -REACH to REACH.

    With ``alike`` a part of the same characters has the same number wherever it stands.
    """
    draw = numpy.random.RandomState(seed)
    shared = draw.randint(1, 2**_MULTIPLIERS, size=2 * REACH + 1)
    matrix = numpy.zeros((2 * REACH + 1, len(parts)))
    for column, part in enumerate(parts):
        own = shared if alike else draw.randint(1, 2**_MULTIPLIERS, size=2 * REACH + 1)
        for order, place in enumerate(part):
            matrix[place + REACH, column] = own[order] | 1
    return matrix


def numbers(window: NDArray[numpy.float64], matrix: NDArray[numpy.float64]) -> Numbers:
    """The number of each part in each window."""
    return (window @ matrix).astype(numpy.int64).astype(numpy.uint32)


def mixed(number: Numbers) -> Numbers:
    """``number`` with its bits spread, so that any of them can serve as an address."""
    number = number ^ (number >> numpy.uint32(16))
    number = number * numpy.uint32(0x7FEB352D)
    number ^= number >> numpy.uint32(15)
    number *= numpy.uint32(0x846CA68B)
    number ^= number >> numpy.uint32(16)
    return number
