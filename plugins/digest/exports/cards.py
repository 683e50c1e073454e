"""The picture of a page that is shown where a link to it is shared: site, title, who, when, how the summary begins."""

from __future__ import annotations

import hashlib
import io
import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from digest.exports.card_fonts import Face, Fonts
from digest.text.line_breaks import balanced_lines, lines

WIDTH, HEIGHT = 1200, 630
"""Pixels: what those who show cards ask for."""

# Grows when a card of the same texts would look different, so that no older one is taken for it.
_DESIGN = 1

# Paper, ink and red as the pages have them. Between paper and ink lie shades for the edges of signs: with these a
# pixel takes half a byte, and a card some 20 kB.
_PAPER, _INK, _RED = (251, 250, 247), (34, 38, 43), (168, 50, 30)
_SHADES = 15
_RED_INDEX = 15

_MARGIN = 88
_BLACK, _QUIET, _LINE = 255, 190, 34
# Title sizes with the lines that each may fill: a short title is large, a long one smaller, a very long one cut.
_TITLES = ((76, 2), (64, 3), (54, 3), (46, 4))
_NAME_SIZE, _TEXT_SIZE = 30, 28
# More than four lines of a title hold; what is longer is cut in any case.
_MOST_SIGNS = 600


@dataclass(frozen=True)
class Card:
    """What a card says, in its variant's script. ``byline`` and ``summary`` may be empty."""

    tag: str
    name: str
    title: str
    byline: str
    summary: str

    def file(self, fonts: Fonts) -> str:
        """The card's file name, from all that its look depends on: the same card is never made twice."""
        said = [
            _DESIGN,
            self.tag,
            self.name,
            self.title,
            self.byline,
            self.summary,
            fonts.title.identity,
            fonts.text.identity,
        ]
        return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:20] + ".png"


def draw(card: Card, fonts: Fonts) -> bytes:
    """The card as PNG."""
    ink = Image.new("L", (WIDTH, HEIGHT), 0)
    width = WIDTH - 2 * _MARGIN
    name = lines(_drawable(card.name, fonts.text), width, _measure(fonts.text, _NAME_SIZE), 1)
    _write(ink, fonts.text, _NAME_SIZE, name, 74, _QUIET)
    ink.paste(_LINE, (_MARGIN, 132, WIDTH - _MARGIN, 134))
    size, title = _title(card.title, fonts.title, width)
    below = _write(ink, fonts.title, size, title, 172, _BLACK)
    measure = _measure(fonts.text, _TEXT_SIZE)
    if card.byline:
        byline = lines(_drawable(card.byline, fonts.text), width, measure, 1)
        below = _write(ink, fonts.text, _TEXT_SIZE, byline, below + 22, _BLACK)
    step = _step(_TEXT_SIZE)
    room = min(3, (HEIGHT - 64 - (below + 26)) // step)
    if room > 0 and card.summary:
        summary = lines(_drawable(card.summary, fonts.text), width, measure, room)
        _write(ink, fonts.text, _TEXT_SIZE, summary, HEIGHT - 64 - step * len(summary), _QUIET)
    return _png(ink)


def _title(text: str, face: Face, width: int) -> tuple[int, list[str]]:
    text = _drawable(text, face)
    for size, most in _TITLES:
        found = balanced_lines(text, width, _measure(face, size))
        if len(found) <= most:
            return size, found
    size, most = _TITLES[-1]
    return size, lines(text, width, _measure(face, size), most)


def _drawable(text: str, face: Face) -> str:
    """As much of ``text`` as a card could hold, without the signs that the font would draw as empty boxes."""
    return "".join(sign for sign in " ".join(text[:_MOST_SIGNS].split()) if face.draws(sign) or sign == " ")


def _measure(face: Face, size: int) -> Callable[[str], float]:
    return lambda text: face.width(text, size)


def _step(size: int) -> int:
    return round(size * 1.45)


def _write(ink: Image.Image, face: Face, size: int, written: list[str], top: int, shade: int) -> int:
    """Write the lines from ``top`` downwards, and say where they end."""
    for line in written:
        # Along the base line, on which signs of every font stand.
        pen, base = float(_MARGIN), top + size
        for each in (face.sign(sign, size) for sign in line):
            if each.mask:
                ink.paste(shade, (round(pen) + each.left, base + each.top), each.mask)
            pen += each.advance
        top += _step(size)
    return top


def _png(ink: Image.Image) -> bytes:
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
    picture.paste(_RED_INDEX, (0, 0, 14, HEIGHT))
    out = io.BytesIO()
    # Flat areas and edges: run lengths pack them as well as anything, in half the time.
    picture.save(out, "PNG", bits=4, compress_type=zlib.Z_RLE)
    return out.getvalue()
