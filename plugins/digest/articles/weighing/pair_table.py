"""Which pairs of characters the sentences of an article have, in tables: counted over all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy
from numpy.typing import NDArray

Numbers = NDArray[numpy.int64]
# A pair is one number: its first character's code, and in the lower bits, which hold any code, its second's.
_CODE_BITS = 21
# No word has it: it stands between two texts.
_BETWEEN = "\n"


@dataclass(frozen=True)
class PairTable:
    """Each row says that a text has a pair, once however often it stands there: ``texts`` and ``pairs`` side by side.

    ``texts`` counts texts from 0 in their order; ``pairs`` are numbers of pairs, as in ``pair_codes``.
    ``sizes`` says of each text how many pairs it has.
    """

    texts: Numbers
    pairs: Numbers
    sizes: Numbers

    @staticmethod
    def of(folded: Sequence[str]) -> PairTable:
        """The table of these texts, which are folded."""
        lengths = numpy.fromiter(map(len, folded), dtype=numpy.int64) + len(_BETWEEN)
        starts, pairs = _found(_BETWEEN.join(folded) + _BETWEEN)
        rows = _once(numpy.repeat(numpy.arange(len(folded)), lengths)[starts] << 2 * _CODE_BITS | pairs)
        texts = rows >> 2 * _CODE_BITS
        return PairTable(texts, rows & (1 << 2 * _CODE_BITS) - 1, numpy.bincount(texts, minlength=len(folded)))

    def sums(self, values: NDArray[numpy.float64]) -> NDArray[numpy.float64]:
        """Of each text what ``values``, one a row, add up to."""
        total: NDArray[numpy.float64] = numpy.bincount(self.texts, values, minlength=len(self.sizes)).astype(float)
        return total


def pair_codes(folded: str) -> Numbers:
    """The pairs of a folded text as numbers: each once, sorted."""
    return _once(_found(folded)[1])


def pair_of(code: int) -> str:
    """The two characters of a pair."""
    return chr(code >> _CODE_BITS) + chr(code & (1 << _CODE_BITS) - 1)


def place_in(known: Numbers, pairs: Numbers) -> Numbers:
    """Where each of ``pairs`` stands in ``known`` (sorted, each once), -1 where it does not."""
    if not len(known):
        return numpy.full(len(pairs), -1)
    places = numpy.minimum(numpy.searchsorted(known, pairs), len(known) - 1)
    found: Numbers = numpy.where(known[places] == pairs, places, -1)
    return found


def _once(values: Numbers) -> Numbers:
    """``values`` sorted, each once: what ``numpy.unique`` gives, which looks for them in a slower way."""
    values.sort()
    once: Numbers = values[numpy.append(True, values[1:] != values[:-1])[: len(values)]]
    return once


def _found(text: str) -> tuple[Numbers, Numbers]:
    """Where in ``text`` two characters of a word or a stretch of Chinese stand side by side, and the pairs."""
    codes = numpy.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(numpy.int64)
    words = _words()[codes]
    starts = numpy.flatnonzero(words[:-1] & words[1:])
    return starts, codes[starts] << _CODE_BITS | codes[starts + 1]


@cache
def _words() -> NDArray[numpy.bool_]:
    """Of each character whether it is of a word: what ``\\w`` finds."""
    table = numpy.zeros(0x110000, dtype=numpy.bool_)
    # Above the second plane there are only marks that change the sign before them.
    table[:0x40000] = [chr(code).isalnum() for code in range(0x40000)]
    table[ord("_")] = True
    return table
