"""The square picture of a dispute: two claims one above the other, who says each, and the site's name.

Square, since some (WeChat) crop whatever is not, and show what is left small: few words, large, in the middle.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from PIL import Image

from digest.exports.cards.fonts import Fonts
from digest.exports.cards.ink import BLACK, LINE, MARGIN, QUIET, drawable, measure, png, step, write
from digest.pages.title_words import parts
from digest.text.line_breaks import balanced_lines, lines

SIDE = 1080
"""Pixels each way."""

# Grows when a card of the same texts would look different, so that no older one is taken for it.
_DESIGN = 2

# Sizes of a claim with the lines that each may fill, as of titles.
_CLAIMS = ((66, 3), (54, 4), (46, 4))
_NAME_SIZE, _TEXT_SIZE, _KIND_SIZE = 34, 34, 44


@dataclass(frozen=True)
class DisputeCard:
    """What a dispute's card says, in its variant's script: ``sides`` are (claim, who says it), ``kind`` is the word
    that stands between them."""

    tag: str
    name: str
    kind: str
    sides: tuple[tuple[str, str], tuple[str, str]]

    @property
    def title(self) -> str:
        """What the picture says to those who do not see it."""
        return f" {self.kind} ".join(f"{who}：{claim}" for claim, who in self.sides)

    @property
    def size(self) -> tuple[int, int]:
        """Its width and height in pixels."""
        return SIDE, SIDE

    def file(self, fonts: Fonts) -> str:
        """The card's file name, from all that its look depends on."""
        said = [
            "dispute",
            _DESIGN,
            self.tag,
            self.name,
            self.kind,
            self.sides,
            fonts.title.identity,
            fonts.text.identity,
        ]
        return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:20] + ".png"

    def draw(self, fonts: Fonts) -> bytes:
        """The card as PNG."""
        ink = Image.new("L", (SIDE, SIDE), 0)
        width, half = SIDE - 2 * MARGIN, (SIDE - 120) // 2
        for number, (claim, who) in enumerate(self.sides):
            top = number * half + (70 if number == 0 else 74)
            size, written = _claim(drawable(claim, fonts.title), fonts, width)
            below = write(ink, fonts.title, size, written, top, BLACK)
            said = lines(drawable(who, fonts.text), width, measure(fonts.text, _TEXT_SIZE), 1)
            write(ink, fonts.text, _TEXT_SIZE, said, below + 10, QUIET)
        kind = lines(drawable(self.kind, fonts.title), width, measure(fonts.title, _KIND_SIZE), 1)
        write(ink, fonts.title, _KIND_SIZE, kind, half - step(_KIND_SIZE) // 2, BLACK)
        drawn = sum(fonts.title.width(line, _KIND_SIZE) for line in kind)
        ink.paste(LINE, (MARGIN + round(drawn) + 24, half + 4, SIDE - MARGIN, half + 7))
        name = lines(drawable(self.name, fonts.text), width, measure(fonts.text, _NAME_SIZE), 1)
        write(ink, fonts.text, _NAME_SIZE, name, SIDE - 88, QUIET)
        return png(ink)


def _claim(text: str, fonts: Fonts, width: int) -> tuple[int, list[str]]:
    for size, most in _CLAIMS:
        found = balanced_lines(text, width, measure(fonts.title, size), parts)
        if len(found) <= most:
            return size, found
    size, most = _CLAIMS[-1]
    return size, lines(text, width, measure(fonts.title, size), most)
