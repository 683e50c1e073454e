"""The picture of a page that is shown where a link to it is shared: site, title, who, when, how the summary begins."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from digest.exports.cards.fonts import Face, Fonts
from digest.exports.cards.ink import BLACK, LINE, MARGIN, QUIET, SQUARE_MARGIN, drawable, measure, png, step, write
from digest.pages.title_words import parts
from digest.text.line_breaks import balanced_lines, lines

WIDTH, HEIGHT = 1200, 630
"""Pixels: what those who show cards ask for."""

SIDE = 600
"""Pixels each way of a square card, which is shown small: large words, and few."""

# Grows when a card of the same texts would look different, so that no older one is taken for it.
_DESIGN = 2

# Title sizes with the lines that each may fill: a short title is large, a long one smaller, a very long one cut.
_TITLES = ((76, 2), (64, 3), (54, 3), (46, 4))
_SQUARE_TITLES = ((64, 4), (54, 5), (46, 6))
_NAME_SIZE, _TEXT_SIZE = 30, 28


@dataclass(frozen=True)
class Card:
    """What a card says, in its variant's script. ``byline`` and ``summary`` may be empty."""

    tag: str
    name: str
    title: str
    byline: str
    summary: str
    is_square: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """Its width and height in pixels."""
        return (SIDE, SIDE) if self.is_square else (WIDTH, HEIGHT)

    def draw(self, fonts: Fonts) -> bytes:
        """The card as PNG."""
        return draw_square(self, fonts) if self.is_square else draw(self, fonts)

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
        # The wide ones keep the names that they had before there were others.
        said += ["square"] if self.is_square else []
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


def draw_square(card: Card, fonts: Fonts) -> bytes:
    """The title alone, over who wrote it and the site's name, as PNG."""
    ink = Image.new("L", (SIDE, SIDE), 0)
    width = SIDE - 2 * SQUARE_MARGIN
    size, title = _title(card.title, fonts.title, width, _SQUARE_TITLES)
    write(ink, fonts.title, size, title, 70, BLACK, SQUARE_MARGIN)
    own = measure(fonts.text, _TEXT_SIZE)
    below = [card.byline.partition(" · ")[0], card.name]
    for row, text in enumerate(reversed([each for each in below if each])):
        line = lines(drawable(text, fonts.text), width, own, 1)
        write(ink, fonts.text, _TEXT_SIZE, line, SIDE - 60 - (row + 1) * step(_TEXT_SIZE), QUIET, SQUARE_MARGIN)
    return png(ink)


def _title(text: str, face: Face, width: int, sizes: Sequence[tuple[int, int]] = _TITLES) -> tuple[int, list[str]]:
    text = drawable(text, face)
    for size, most in sizes:
        found = balanced_lines(text, width, measure(face, size), parts)
        if len(found) <= most:
            return size, found
    size, most = sizes[-1]
    return size, lines(text, width, measure(face, size), most)
