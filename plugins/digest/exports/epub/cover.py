"""The cover of a book: the site's name between two rules, drawn by whatever reads the book (SVG, no font needed)."""

from __future__ import annotations

from html import escape

from digest.exports.imprint import Imprint, legal
from digest.text.line_breaks import balanced_lines, lines

NAME = "cover.svg"
MEDIA = "image/svg+xml"

_WIDTH, _HEIGHT, _MARGIN = 1200, 1800, 120
_PAPER, _INK, _QUIET, _RED = "#fbfaf7", "#22262b", "#5c646d", "#a8321e"
_TITLE, _TEXT = 132, 44


def cover(imprint: Imprint) -> bytes:
    """The cover of a variant's book."""
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
