"""Tables in HTML: which hold data, and their cells in rows and columns."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml.html import HtmlElement

from convert.page import Span
from convert.text.characters import ends_sentence

Cell = tuple[Span, ...]
# A cell with this much of the table's text, if that is more than a long note, lays out the page.
LAYOUT_SHARE = 0.7
NOTE_MOST = 200
# Spans larger than this are slips of the page's author.
SPAN_MOST = 40
# Running paragraphs in one cell: two may be a remark, three are an article.
PARAGRAPHS_MOST = 2
BLOCKS = ("p", "div", "section", "blockquote")


def data_rows(element: HtmlElement, cell: Callable[[HtmlElement], Cell]) -> tuple[tuple[Cell, ...], ...]:
    """The cells of a table of data, each read by `cell`; nothing for a table that only lays out the page.

    A cell that spans rows is repeated in each: Markdown has no such cells, and a row must stand by itself. One
    that spans columns is followed by empty ones.
    """
    if element.find(".//table") is not None:
        return ()
    # A browser shows the foot below, wherever it stands.
    lines = sorted(element.iter("tr"), key=lambda row: next(row.iterancestors("tfoot"), None) is not None)
    rows = [[c for c in row.iterchildren("td", "th")] for row in lines]
    rows = [row for row in rows if row]
    if len(rows) < 2 or max(map(len, rows)) < 2 or _lays_out([c for row in rows for c in row]):
        return ()
    return _placed(rows, cell)


def _lays_out(cells: list[HtmlElement]) -> bool:
    sizes = [len("".join(c.text_content().split())) for c in cells]
    largest = max(sizes)
    if largest > NOTE_MOST and largest > LAYOUT_SHARE * sum(sizes):
        return True
    return any(_holds_article(cell) for cell, size in zip(cells, sizes, strict=True) if size > NOTE_MOST / 2)


def _holds_article(cell: HtmlElement) -> bool:
    if any(cell.find(f".//{tag}") is not None for tag in ("h1", "h2", "h3", "form")):
        return True
    paragraphs = [e for e in cell.iter(*BLOCKS) if e.text_content().strip() and ends_sentence(e.text_content())]
    return len(paragraphs) > PARAGRAPHS_MOST and any(len(e.text_content()) >= 40 for e in paragraphs)


def _placed(rows: list[list[HtmlElement]], cell: Callable[[HtmlElement], Cell]) -> tuple[tuple[Cell, ...], ...]:
    pending: dict[int, tuple[int, Cell]] = {}
    placed: list[list[Cell]] = []
    for row in rows:
        line: list[Cell] = []
        todo = list(row)
        while todo or len(line) in pending:
            if len(line) in pending:
                left, spans = pending.pop(len(line))
                if left > 1:
                    pending[len(line)] = (left - 1, spans)
                line.append(spans)
                continue
            here = todo.pop(0)
            spans, down, across = cell(here), _span(here, "rowspan"), _span(here, "colspan")
            for place in range(across):
                kept = spans if place == 0 else ()
                if down > 1:
                    pending[len(line)] = (down - 1, kept)
                line.append(kept)
        placed.append(line)
    width = max(map(len, placed))
    return tuple(tuple(line) + ((),) * (width - len(line)) for line in placed)


def _span(cell: HtmlElement, name: str) -> int:
    found = re.match(r"\s*(\d{1,3})", cell.get(name) or "")
    return min(max(1, int(found[1])), SPAN_MOST) if found else 1
