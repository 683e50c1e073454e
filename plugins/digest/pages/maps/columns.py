"""A picture around one article: its claims in the middle, what disputes them on the left, what agrees on the right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from digest.pages.maps import lines as text_lines
from digest.pages.maps.arcs import FONT, NOTE_FONT, WIDTH, Bow

_COLUMN = 350
_STARTS = {"left": 0, "middle": (WIDTH - _COLUMN) / 2, "right": WIDTH - _COLUMN}
_PADDING = 10
_LEADING = 20
_NOTE_LEADING = 17
_GAP = 10
_PAD = 4


@dataclass(frozen=True)
class Box:
    """A claim to place; ``note`` says who and where, in smaller letters under it."""

    key: str
    text: str
    url: str
    note: str = ""


@dataclass(frozen=True)
class PlacedBox:
    """A box at its place, with the baselines of its lines."""

    box: Box
    column: str
    x: float
    y: float
    width: float
    height: float
    texts: tuple[tuple[float, str], ...]
    notes: tuple[tuple[float, str], ...]

    @property
    def middle(self) -> float:
        """Where its curves meet it."""
        return self.y + self.height / 2


@dataclass(frozen=True)
class Columns:
    """A finished picture; ``curves`` are (bow, path) in drawing order, disputes last."""

    height: float
    boxes: tuple[PlacedBox, ...]
    curves: tuple[tuple[Bow, str], ...]
    width: int = WIDTH


def columns(own: Sequence[Box], left: Sequence[Box], right: Sequence[Box], bows: Sequence[Bow]) -> Columns:
    """Place ``own`` in their order between ``left`` and ``right``, each of these near what it is tied to.

    A bow's ``a`` is a key of ``own``, its ``b`` one of the others; one of a key that stands on both sides leads to
    the left where it disputes.
    """
    sized = {
        side: [_sized(box, side) for box in boxes]
        for side, boxes in (("left", left), ("middle", own), ("right", right))
    }
    tallest = max(_height(boxes) for boxes in sized.values())
    middle = _spread(sized["middle"], tallest)
    at = {each.box.key: each.middle for each in middle}
    sides = {side: _spread(_ordered(sized[side], bows, at, side), tallest) for side in ("left", "right")}
    found = {(side, each.box.key): each for side, boxes in sides.items() for each in boxes}
    own_boxes = {each.box.key: each for each in middle}
    curves = [
        (bow, _curve(own_boxes[bow.a], other))
        for bow in sorted(bows, key=lambda bow: bow.kind == "disputes")
        if (other := found.get((_side(bow), bow.b)))
    ]
    return Columns(tallest + 2 * _PAD, (*sides["left"], *middle, *sides["right"]), tuple(curves))


def _side(bow: Bow) -> str:
    return "left" if bow.kind == "disputes" else "right"


def _sized(box: Box, side: str) -> PlacedBox:
    room = _COLUMN - 2 * _PADDING
    texts = text_lines.lines(box.text, room / FONT)
    notes = text_lines.lines(box.note, room / NOTE_FONT)
    height = 2 * _PADDING + _LEADING * len(texts) + _NOTE_LEADING * len(notes)
    return PlacedBox(
        box,
        side,
        _STARTS[side],
        0,
        _COLUMN,
        height,
        tuple((0, text) for text in texts),
        tuple((0, text) for text in notes),
    )


def _height(boxes: Sequence[PlacedBox]) -> float:
    return sum(each.height + _GAP for each in boxes) - _GAP if boxes else 0


def _ordered(boxes: list[PlacedBox], bows: Sequence[Bow], at: dict[str, float], side: str) -> list[PlacedBox]:
    ties: dict[str, list[float]] = {}
    for bow in bows:
        if _side(bow) == side:
            ties.setdefault(bow.b, []).append(at[bow.a])
    return sorted(boxes, key=lambda each: (sum(ties[each.box.key]) / len(ties[each.box.key]), each.box.key))


def _spread(boxes: Sequence[PlacedBox], tallest: float) -> list[PlacedBox]:
    """``boxes`` under one another over the whole height, with the same room between all."""
    free = (tallest - _height(boxes)) / (len(boxes) + 1)
    placed, y = [], _PAD + free
    for each in boxes:
        under = y + _PADDING + _LEADING * len(each.texts)
        texts = _baselines(each.texts, y + _PADDING - 5, _LEADING)
        notes = _baselines(each.notes, under - 4, _NOTE_LEADING)
        placed.append(PlacedBox(each.box, each.column, each.x, round(y, 1), each.width, each.height, texts, notes))
        y += each.height + _GAP + free
    return placed


def _baselines(lines: Sequence[tuple[float, str]], y: float, leading: float) -> tuple[tuple[float, str], ...]:
    return tuple((round(y + leading * number, 1), text) for number, (_, text) in enumerate(lines, 1))


def _curve(own: PlacedBox, other: PlacedBox) -> str:
    start, end = (own.x, other.x + other.width) if other.column == "left" else (own.x + own.width, other.x)
    half = (start + end) / 2
    return (
        f"M{start:.1f} {own.middle:.1f}C{half:.1f} {own.middle:.1f} {half:.1f} {other.middle:.1f} "
        f"{end:.1f} {other.middle:.1f}"
    )


_STROKE = 1.8


def svg(picture: Columns, identity: str, label: str) -> str:
    """The element with the id ``identity``, named ``label``: markup in which every text is escaped."""
    named = escape(label)
    return (
        f'<svg class="dg-map__svg" id="{escape(identity)}" xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="0 0 {picture.width} {picture.height}" role="group" aria-label="{named}" '
        f'data-map="">\n<g class="dg-map__bows" aria-hidden="true">\n'
        f"{''.join(_curve_svg(bow, path) for bow, path in picture.curves)}</g>\n"
        f"{''.join(map(_box, picture.boxes))}</svg>"
    )


def _curve_svg(bow: Bow, path: str) -> str:
    changed = ' data-changed=""' if bow.changed else ""
    return (
        f'<path class="dg-bow" d="{path}" data-kind="{escape(bow.kind)}" data-a="{escape(bow.a)}" '
        f'data-b="{escape(bow.b)}"{changed} stroke-width="{_STROKE}"><title>{escape(bow.title)}</title></path>\n'
    )


def _box(placed: PlacedBox) -> str:
    box = placed.box
    texts = "".join((*_lines(placed.texts, placed.x + 10, ""), *_lines(placed.notes, placed.x + 10, "dg-map__note")))
    return (
        f'<g class="dg-map__box" data-node="{escape(box.key)}" data-column="{placed.column}">'
        f'<a href="{escape(box.url)}"><rect x="{placed.x + 1}" y="{placed.y}" width="{placed.width - 2}" '
        f'height="{placed.height}" rx="4"/>{texts}</a></g>\n'
    )


def _lines(lines: Iterable[tuple[float, str]], x: float, name: str) -> Iterator[str]:
    named = f' class="{name}"' if name else ""
    return (f'<text{named} x="{x}" y="{y}">{escape(text)}</text>' for y, text in lines)
