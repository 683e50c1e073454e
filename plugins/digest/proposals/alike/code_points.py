"""A text as numbers, one a character: what each folds to and what it is, looked up for thousands at once."""

from __future__ import annotations

import sys

import numpy
from numpy.typing import NDArray

from digest.zh.folding import fold

Signs = NDArray[numpy.uint32]
"""The characters of a text: in the low 21 bits what ``script.fold`` makes of each, above them what it is."""

FOLDED = (1 << 21) - 1
"""The bits of the folded character's number."""

WORD = 1 << 21
"""The folded character is part of a word, as ``\\w`` of a regular expression has it."""

_KNOWN = 1 << 22
# Filled as characters are first met; untouched parts of it take no memory.
_TABLE: Signs = numpy.zeros(sys.maxunicode + 1, dtype=numpy.uint32)


def signs(text: str) -> Signs:
    """The characters of ``text``."""
    codes = numpy.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    found: Signs = _TABLE[codes]
    if not found.all():
        for code in set(codes[found == 0].tolist()):
            _TABLE[code] = _sign(chr(code))
        found = _TABLE[codes]
    return found


def folded(text: str) -> str:
    """What ``script.fold`` makes of ``text``: faster where the text is long."""
    return (signs(text) & FOLDED).astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")


def _sign(character: str) -> int:
    plain = fold(character)
    word = WORD if plain.isalnum() or plain == "_" else 0
    return _KNOWN | ord(plain) | word
