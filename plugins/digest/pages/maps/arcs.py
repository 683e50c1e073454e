"""An arc diagram: lines of text under one another, what disputes joined by bows on the left, the rest on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digest.pages.maps import lines as text_lines

WIDTH = 1200
"""Of every picture, in the units of its view box: a page's full width on a desktop, where a unit is a pixel."""

MARGIN = 200
"""What the bows have on each side at least; more where the lines are short."""

FONT = 14
NOTE_FONT = 12
_LEADING = 20
_GAP = 6
_PAD = 14
_DOT = 10

# A bow is a cubic curve, which goes out three quarters as far as its handles.
_HANDLE = 0.75
# Bows of a wide span do not go out in proportion: the short ones, which are most, would be flat.
_BEND = 0.75
# Short lines leave the bows more room, but bows wider than this are no nearer to what they join.
_MARGIN_MOST = 360
# With so few lines each bow can say its number without touching another.
NUMBERED_LINES = 8


@dataclass(frozen=True)
class ArcLabel:
    """A line of text to place; ``note`` stands smaller under it. ``heading`` lines have no bows and more room."""

    key: str
    text: str
    url: str = ""
    note: str = ""
    heading: bool = False


@dataclass(frozen=True)
class Bow:
    """What joins two lines: ``kind`` of a relation, ``number`` of relations, ``title`` what it says of itself.

    ``changed`` marks a dispute of somebody with himself.
    """

    a: str
    b: str
    kind: str
    number: int = 1
    title: str = ""
    changed: bool = False


@dataclass(frozen=True)
class PlacedLine:
    """A line with its text broken: (baseline, text) each; ``middle`` is where its bows begin, ``end`` its right end."""

    line: ArcLabel
    x: float
    texts: tuple[tuple[float, str], ...]
    notes: tuple[tuple[float, str], ...]
    middle: float
    end: float


@dataclass(frozen=True)
class PlacedBow:
    """A bow's path for SVG, its stroke, and where its number stands."""

    bow: Bow
    path: str
    stroke: float
    left: bool
    x: float
    y: float


@dataclass(frozen=True)
class Diagram:
    """A finished picture of ``width`` x ``height`` units; bows are in drawing order, disputes last, on top."""

    height: float
    lines: tuple[PlacedLine, ...]
    bows: tuple[PlacedBow, ...]
    numbered: bool
    dots: tuple[float, float]
    width: int = WIDTH


def diagram(lines: Sequence[ArcLabel], bows: Sequence[Bow]) -> Diagram:
    """Place ``lines`` in their order and draw ``bows`` between them (keys of lines that are no headings)."""
    widest = max((text_lines.width(line.text) * FONT for line in lines), default=0)
    margin = round(min(_MARGIN_MOST, max(MARGIN, (WIDTH - widest) / 2)))
    placed: list[PlacedLine] = []
    y = float(_PAD)
    for line in lines:
        y += _GAP * 3 if line.heading and placed else 0
        one, y = _placed(line, y, margin)
        placed.append(one)
    middles = {each.line.key: each.middle for each in placed if not each.line.heading}
    drawn = sorted(bows, key=lambda bow: (bow.kind == "disputes", -abs(middles[bow.a] - middles[bow.b])))
    frame = _Frame(
        dots=(margin - _DOT, WIDTH - margin + _DOT),
        numbered=len(middles) <= NUMBERED_LINES,
        longest=max((abs(middles[bow.a] - middles[bow.b]) for bow in bows), default=1) or 1,
        heaviest=max((bow.number for bow in bows), default=1),
    )
    return Diagram(
        y + _PAD, tuple(placed), tuple(_bowed(bow, middles, frame) for bow in drawn), frame.numbered, frame.dots
    )


@dataclass(frozen=True)
class _Frame:
    """What all bows of a picture have in common."""

    dots: tuple[float, float]
    numbered: bool
    longest: float
    heaviest: int


def _placed(line: ArcLabel, y: float, margin: float) -> tuple[PlacedLine, float]:
    room = WIDTH - 2 * margin
    texts = text_lines.lines(line.text, room / FONT)
    notes = text_lines.lines(line.note, room / NOTE_FONT)
    below = y + _LEADING * len(texts)
    at = tuple((y + _LEADING * (number + 1) - 5, text) for number, text in enumerate(texts))
    at_notes = tuple((below + _LEADING * (number + 1) - 8, text) for number, text in enumerate(notes))
    end = max((text_lines.width(text) * FONT for text in texts), default=0)
    middle = y + _LEADING * len(texts) / 2
    bottom = below + _LEADING * len(notes) + _GAP
    return PlacedLine(line, margin, at, at_notes, middle, margin + end), bottom


def _bowed(bow: Bow, middles: dict[str, float], frame: _Frame) -> PlacedBow:
    left = bow.kind == "disputes"
    start, end = sorted((middles[bow.a], middles[bow.b]))
    x, sign = (frame.dots[0], -1) if left else (frame.dots[1], 1)
    # Room for the number outside of the widest bow.
    room = frame.dots[0] - (34 if frame.numbered else 8)
    share = (end - start) / frame.longest
    out = room * (share if frame.numbered else share**_BEND)
    handle = x + sign * out / _HANDLE
    path = f"M{x:.1f} {start:.1f}C{handle:.1f} {start:.1f} {handle:.1f} {end:.1f} {x:.1f} {end:.1f}"
    stroke = 1.4 + 5 * (bow.number - 1) / (frame.heaviest - 1) if frame.heaviest > 1 else 1.6
    return PlacedBow(bow, path, round(stroke, 1), left, round(x + sign * (out + 5 + stroke / 2), 1), (start + end) / 2)
