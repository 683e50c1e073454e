"""The picture around one article as SVG: boxes are links, curves have the colour of their kind, which the page that
it is put into says.

Written here and not by a template: it has very many small parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from digest.pages.maps.arcs import Bow
from digest.pages.maps.columns import Columns, PlacedBox

_STROKE = 1.8


def svg(picture: Columns, identity: str, label: str) -> str:
    """The element with the id ``identity``, named ``label``: markup in which every text is escaped."""
    named = escape(label)
    return (
        f'<svg class="dg-map__svg" id="{escape(identity)}" xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="0 0 {picture.width} {round(picture.height, 1)}" role="group" aria-label="{named}" '
        f'data-map="">\n<g class="dg-map__bows" aria-hidden="true">\n'
        f"{''.join(_curve(bow, path) for bow, path in picture.curves)}</g>\n"
        f"{''.join(map(_box, picture.boxes))}</svg>"
    )


def _curve(bow: Bow, path: str) -> str:
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
