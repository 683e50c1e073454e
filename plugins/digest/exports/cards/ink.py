"""Writing on a card: lines of text in ink on paper, and the picture made of it."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

from PIL import Image

from digest.exports.cards.fonts import Face

# Paper, ink and red as the pages have them. Between paper and ink lie shades for the edges of signs: with these a
# pixel takes half a byte, and a card some 20 kB.
_PAPER, _INK, _RED = (251, 250, 247), (34, 38, 43), (168, 50, 30)
_SHADES = 15
_RED_INDEX = 15

MARGIN = 88
"""Pixels beside the text."""

SQUARE_MARGIN = 52
"""The same on a small square one."""

BLACK, QUIET, LINE = 255, 190, 34
"""How much ink a text has, and a rule."""

# More than four lines of a title hold; what is longer is cut in any case.
_MOST_SIGNS = 600


def drawable(text: str, face: Face) -> str:
    """As much of ``text`` as a card could hold, without the signs that the font would draw as empty boxes."""
    return "".join(sign for sign in " ".join(text[:_MOST_SIGNS].split()) if face.draws(sign) or sign == " ")


def measure(face: Face, size: int) -> Callable[[str], float]:
    return lambda text: face.width(text, size)


def step(size: int) -> int:
    return round(size * 1.45)


def write(ink: Image.Image, face: Face, size: int, written: list[str], top: int, shade: int, left: int = MARGIN) -> int:
    """Write the lines from ``top`` downwards, and say where they end."""
    for line in written:
        # Along the base line, on which signs of every font stand.
        pen, base = float(left), top + size
        for each in (face.sign(sign, size) for sign in line):
            if each.mask:
                ink.paste(shade, (round(pen) + each.left, base + each.top), each.mask)
            pen += each.advance
        top += step(size)
    return top


def png(ink: Image.Image) -> bytes:
    top = _SHADES - 1
    picture = ink.point([round(value * top / 255) for value in range(256)])
    picture.putpalette(
        [
            round(paper + (dark - paper) * shade / top)
            for shade in range(_SHADES)
            for paper, dark in zip(_PAPER, _INK, strict=True)
        ]
        + list(_RED)
    )
    picture.paste(_RED_INDEX, (0, 0, 14, ink.height))
    out = io.BytesIO()
    # Flat areas and edges: run lengths pack them as well as anything, in half the time.
    picture.save(out, "PNG", bits=4, compress_type=zlib.Z_RLE)
    return out.getvalue()
