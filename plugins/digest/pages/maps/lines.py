"""Text in lines that fit a width, without asking a font: each character counts as wide as any common font draws it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from digest.text import line_breaks

# In ems. Chinese and full-width signs are one em in every font; the others are wider here than in the widest of the
# fonts that the site names (capitals and @ in Noto Sans: 0.95; small letters and digits: 0.63), so nothing is cut.
_WIDE, _CAPITAL, _OTHER = 1.0, 0.95, 0.64


class _Widths(dict[str, float]):
    """The width of each sign, word or mark that was asked for: a digest has some thousands of them."""

    def __missing__(self, text: str) -> float:
        found = sum(map(_of_character, text))
        self[text] = found
        return found


_width_of = _Widths().__getitem__


def width(text: str) -> float:
    """How wide ``text`` is at most, in ems."""
    return sum(map(_of_character, text))


# A claim stands in the map of its own article and in those of all that it meets.
@lru_cache(maxsize=16384)
def lines(text: str, most: float) -> tuple[str, ...]:
    """``text`` in lines of at most ``most`` ems, broken where Chinese may be."""
    return tuple(line_breaks.lines(text, most, _width_of))


def _of_character(character: str) -> float:
    # The quotation marks are narrow in Latin fonts and one em in Chinese ones.
    if unicodedata.east_asian_width(character) in "WFA":
        return _WIDE
    return _CAPITAL if character.isupper() or character in "@%&mw" else _OTHER
