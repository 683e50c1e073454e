"""The fingerprint of a text: enough of its pieces, hashed, to tell copies of it, whole or cut, in either script."""

from __future__ import annotations

import re
import zlib
from array import array

from digest.zh.folding import fold

# Pieces of eight characters are hardly ever written twice by chance (see ``proposals.copies``).
LENGTH = 8
# One piece in four is kept, chosen by its hash, so that every text keeps the same ones of what it shares with others:
# an article of 1,300 characters keeps 200, whose share is off by some .04; a bound of .3 needs no better.
KEPT = 4
_RUNS = re.compile(f"[\u3400-\u9fff]{{{LENGTH},}}")
# Spreads the checksum's bits, of which the lowest choose.
_SPREAD = 0x9E3779B1
_MASK = 0xFFFFFFFF


def fingerprint(text: str) -> array[int]:
    """The hashes of the pieces that are kept, sorted, each once."""
    kept: set[int] = set()
    for run in _RUNS.findall(fold(text)):
        data = run.encode("utf-32-le")
        for start in range(0, len(data) - 4 * LENGTH + 1, 4):
            spread = (zlib.crc32(data[start : start + 4 * LENGTH]) * _SPREAD) & _MASK
            if spread < (_MASK // KEPT):
                kept.add(spread)
    return array("I", sorted(kept))
