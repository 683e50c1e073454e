"""The picture of a page that is shown where a link to it is shared: site, title, who, when, how the summary begins."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from PIL import Image

from digest.exports.cards.fonts import Face, Fonts
from digest.exports.cards.ink import BLACK, LINE, MARGIN, QUIET, drawable, measure, png, step, write
from digest.text.line_breaks import balanced_lines, lines

WIDTH, HEIGHT = 1200, 630
"""Pixels: what those who show cards ask for."""

# Grows when a card of the same texts would look different, so that no older one is taken for it.
_DESIGN = 1

# Title sizes with the lines that each may fill: a short title is large, a long one smaller, a very long one cut.
_TITLES = ((76, 2), (64, 3), (54, 3), (46, 4))
_NAME_SIZE, _TEXT_SIZE = 30, 28


@dataclass(frozen=True)
class Card:
    """What a card says, in its variant's script. ``byline`` and ``summary`` may be empty."""

    tag: str
    name: str
    title: str
    byline: str
    summary: str

    @property
    def size(self) -> tuple[int, int]:
        """Its width and height in pixels."""
        return WIDTH, HEIGHT

    def draw(self, fonts: Fonts) -> bytes:
        """The card as PNG."""
        return draw(self, fonts)

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
    width = WIDTH - 2 * MARGIN
    name = lines(drawable(card.name, fonts.text), width, measure(fonts.text, _NAME_SIZE), 1)
    write(ink, fonts.text, _NAME_SIZE, name, 74, QUIET)
    ink.paste(LINE, (MARGIN, 132, WIDTH - MARGIN, 134))
    size, title = _title(card.title, fonts.title, width)
    below = write(ink, fonts.title, size, title, 172, BLACK)
    own = measure(fonts.text, _TEXT_SIZE)
    if card.byline:
        byline = lines(drawable(card.byline, fonts.text), width, own, 1)
        below = write(ink, fonts.text, _TEXT_SIZE, byline, below + 22, BLACK)
    line = step(_TEXT_SIZE)
    room = min(3, (HEIGHT - 64 - (below + 26)) // line)
    if room > 0 and card.summary:
        summary = lines(drawable(card.summary, fonts.text), width, own, room)
        write(ink, fonts.text, _TEXT_SIZE, summary, HEIGHT - 64 - line * len(summary), QUIET)
    return png(ink)


def _title(text: str, face: Face, width: int) -> tuple[int, list[str]]:
    text = drawable(text, face)
    for size, most in _TITLES:
        found = balanced_lines(text, width, measure(face, size))
        if len(found) <= most:
            return size, found
    size, most = _TITLES[-1]
    return size, lines(text, width, measure(face, size), most)
