"""The cover of a book: the site's name between two rules. A picture of points (PNG) where a font is at hand, which
every reader of books shows; else drawn by whatever reads the book (SVG)."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from PIL import Image

from digest.exports.cards.fonts import Fonts
from digest.exports.cards.ink import BLACK, LINE, MARGIN, QUIET, drawable, measure, png, step, write
from digest.exports.imprint import Imprint, legal
from digest.text.line_breaks import balanced_lines, lines


@dataclass(frozen=True)
class Cover:
    """The file of a cover: its name, media type and bytes."""

    name: str
    media: str
    content: bytes


_WIDTH, _HEIGHT, _MARGIN = 1200, 1800, MARGIN
_PAPER, _INK, _QUIET, _RED = "#fbfaf7", "#22262b", "#5c646d", "#a8321e"
_TITLE, _TEXT = 132, 44


def cover(imprint: Imprint, fonts: Fonts | None = None) -> Cover:
    """The cover of a variant's book."""
    if fonts:
        return Cover("cover.png", "image/png", _painted(imprint, fonts))
    return Cover("cover.svg", "image/svg+xml", _drawn(imprint))


def _painted(imprint: Imprint, fonts: Fonts) -> bytes:
    ink = Image.new("L", (_WIDTH, _HEIGHT), 0)
    width, top = _WIDTH - 2 * MARGIN, 400
    ink.paste(LINE, (MARGIN, top - 90, _WIDTH - MARGIN, top - 84))
    title = balanced_lines(drawable(legal(imprint.name), fonts.title), width, measure(fonts.title, _TITLE))[:5]
    below = write(ink, fonts.title, _TITLE, title, top, BLACK)
    ink.paste(LINE, (MARGIN, below + 20, _WIDTH - MARGIN, below + 23))
    said = lines(drawable(legal(imprint.description), fonts.text), width, measure(fonts.text, _TEXT), 6)
    write(ink, fonts.text, _TEXT, said, below + 80, QUIET)
    write(ink, fonts.text, _TEXT, [drawable(imprint.variant.name, fonts.text)], _HEIGHT - 80 - step(_TEXT), QUIET)
    return png(ink)


def _drawn(imprint: Imprint) -> bytes:
    width = _WIDTH - 2 * _MARGIN
    # A Han sign is as wide as it is high, a Latin one about half; five lines of a name fill the upper half.
    title = balanced_lines(legal(imprint.name), width, lambda text: _width(text, _TITLE))[:5]
    said = lines(legal(imprint.description), width, lambda text: _width(text, _TEXT), 6)
    top = 420
    parts = [
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="{_PAPER}"/>',
        f'<rect width="28" height="{_HEIGHT}" fill="{_RED}"/>',
        f'<rect x="{_MARGIN}" y="{top - 190}" width="{width}" height="6" fill="{_INK}"/>',
        *_lines(title, top, _TITLE, _INK, "serif", 700),
        f'<rect x="{_MARGIN}" y="{top + len(title) * 190 - 70}" width="{width}" height="3" fill="{_INK}"/>',
        *_lines(said, top + len(title) * 190 + 60, _TEXT, _QUIET, "sans-serif", 400),
        *_lines([imprint.variant.name], _HEIGHT - 140, _TEXT, _QUIET, "sans-serif", 400),
    ]
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="0 0 {_WIDTH} {_HEIGHT}" xml:lang="{imprint.variant.tag}">'
        f"<title>{escape(legal(imprint.name))}</title>{''.join(parts)}</svg>\n"
    ).encode()


def _lines(texts: list[str], top: int, size: int, colour: str, family: str, weight: int) -> list[str]:
    return [
        f'<text x="{_MARGIN}" y="{top + number * round(size * 1.44)}" font-size="{size}" font-family="{family}" '
        f'font-weight="{weight}" fill="{colour}">{escape(text)}</text>'
        for number, text in enumerate(texts)
    ]


def _width(text: str, size: int) -> float:
    return sum(size if ord(sign) > 0x2E7F or sign in "“”‘’…—" else size * 0.6 for sign in text)
