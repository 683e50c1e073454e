"""An HTML element to blocks: what is a paragraph, a heading, a list; what is hidden or a widget."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from lxml.html import HtmlElement

from convert.blocks.images import image_source, is_tiny
from convert.page import PLAIN, Block, Removed, Span
from convert.rules.tables import pattern, table
from convert.text.address import safe_address

BOLD = {"b", "strong"}
ITALIC = {"i", "em", "cite", "dfn"}
# m<sup>2</sup> must not become m2; letters have no such characters.
RAISED = {
    "sup": str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ"),
    "sub": str.maketrans("0123456789+-n", "₀₁₂₃₄₅₆₇₈₉₊₋ₙ"),
}
# An image whose address cannot be used: its place still tells a caption from a heading.
LOST = "lost"
HEAVY = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00)", re.I)
# Elements named like a widget that hold more of the text than this are layout, not widgets.
LAYOUT_SHARE = 0.5


@dataclass(frozen=True)
class Place:
    """Where the walk stands: the kind of block, its level or number, and the style of its text."""

    kind: str = "paragraph"
    level: int = 0
    number: int = 0
    hint: str = ""
    style: Span = PLAIN


SPACES = re.compile(r"[ \t\n\f\r]+")


class Walk:
    """Collects blocks from elements in reading order. `stop` is an element to pass by with a mark."""

    def __init__(
        self,
        base: str = "",
        whole: int = 0,
        stop: HtmlElement | None = None,
        foreign: Mapping[HtmlElement, str] = MappingProxyType({}),
    ):
        self.base = base
        self.whole = whole
        self.stop = stop
        self.foreign = foreign
        self.blocks: list[Block] = []
        self.removed: list[Removed] = []
        self._spans: list[Span] = []

    def run(self, element: HtmlElement) -> tuple[tuple[Block, ...], tuple[Removed, ...]]:
        """(blocks, removed blocks) of `element`."""
        place = Place()
        self._children(element, place)
        self._flush(place)
        return tuple(self.blocks), tuple(self.removed)

    def _children(self, element: HtmlElement, place: Place) -> None:
        self._text(element.text, place)
        for child in element:
            if isinstance(child.tag, str):
                self._visit(child, place)
            self._text(child.tail, place)

    def _visit(self, element: HtmlElement, place: Place) -> None:
        tag = element.tag.lower()
        if element is self.stop:
            self._flush(place)
            self.blocks.append(Block("mark"))
            return
        if tag == "br":
            self._flush(place)
        elif tag == "img":
            self._image(element, place)
        elif reason := self._unwanted(element, tag):
            self._drop(element, reason, place)
        elif tag in RAISED and not len(element) and re.fullmatch(r"[\d+-]*n?\d*", (element.text or "").strip(), re.A):
            self._text((element.text or "").strip().translate(RAISED[tag]), place)
        elif tag == "rp":
            return
        elif tag in _inline():
            if tag == "rt" and (element.text_content() or "").strip():
                # The reading of a character, which the browser sets above it.
                self._text(f"（{element.text_content().strip()}）", place)
                return
            style = self._style(element, tag, place.style)
            self._children(element, place if style is place.style else replace(place, style=style))
            if self.stop is not None:
                # Around the body, pieces of one line (name, day, button) are set apart by style sheets only.
                self._text(" ", place)
        else:
            self._flush(place)
            self._block(element, tag, place)

    def _block(self, element: HtmlElement, tag: str, place: Place) -> None:
        rows = _data_rows(element, self.base) if tag == "table" else ()
        if rows:
            self.blocks.append(Block("table", rows=rows, line=element.sourceline or 0))
            return
        if tag == "pre":
            text = element.text_content().strip("\n")
            self.blocks.append(Block("code", (Span(text),), line=element.sourceline or 0))
            return
        inner = self._place(element, tag, place)
        self._children(element, inner)
        self._flush(inner, element.sourceline or 0)

    def _place(self, element: HtmlElement, tag: str, place: Place) -> Place:
        names = _names(element)
        hint = f"{place.hint} {names}".strip() if names else place.hint
        style = self._style(element, tag, place.style)
        if re.fullmatch("h[1-6]", tag):
            return Place("heading", int(tag[1]), 0, hint, style)
        if tag in ("ul", "ol"):
            return replace(place, level=place.level + 1 if place.kind == "item" else 0, hint=hint)
        if tag == "li":
            return Place("item", place.level, _number(element), hint, style)
        if tag == "blockquote":
            return Place("quote", 0, 0, hint, style)
        if pattern("html", "lead").search(names) and place.kind == "paragraph":
            return Place("lead", 0, 0, hint, style)
        if tag == "figcaption" or pattern("html", "caption").search(names):
            return Place("caption", 0, 0, hint, style)
        return replace(place, hint=hint, style=style)

    def _style(self, element: HtmlElement, tag: str, style: Span) -> Span:
        if tag in BOLD or HEAVY.search(element.get("style", "")):
            style = replace(style, bold=True)
        if tag in ITALIC:
            style = replace(style, italic=True)
        if tag in ("code", "kbd", "samp", "tt"):
            style = replace(style, code=True)
        if tag == "a":
            style = replace(style, href=safe_address(element.get("href", ""), self.base))
        return style

    def _unwanted(self, element: HtmlElement, tag: str) -> str:
        if tag in table("html")["skip_tags"]:
            return f"not text of an article: <{tag}>"
        if element in self.foreign:
            return self.foreign[element]
        names = _names(element)
        if not names or not self.whole or tag in _inline():
            return ""
        for reason in table("html")["parts"]:
            if _part(reason).search(names):
                held = len("".join(element.text_content().split()))
                return f"widget: {reason}" if held <= LAYOUT_SHARE * self.whole else ""
        return ""

    def _drop(self, element: HtmlElement, reason: str, place: Place) -> None:
        if element.tag not in _inline():
            self._flush(place)
        silent = element.tag in ("script", "style", "head", "link", "meta", "svg", "noscript", "template")
        text = "" if silent else " ".join(element.text_content().split())
        if text:
            block = Block("paragraph", (Span(text),), line=element.sourceline or 0, hint=_names(element))
            self.removed.append(Removed(block, reason, len(self.blocks)))

    def _image(self, element: HtmlElement, place: Place) -> None:
        alt = " ".join((element.get("alt") or "").split())
        given, source = image_source(element, self.base)
        reason = "picture that counts visits or decorates" if is_tiny(element) else ""
        if source and not reason:
            self._spans.append(Span(alt, image=source))
            return
        if given and not reason:
            # Its place still tells a caption from a heading.
            self._spans.append(Span(alt, image=LOST))
            reason = "picture without an address that works outside its page"
        if reason:
            block = Block("paragraph", (Span(f"{alt} {given}".strip()),), line=element.sourceline or 0)
            self.removed.append(Removed(block, reason, len(self.blocks)))

    def _text(self, text: str | None, place: Place) -> None:
        if text:
            text = SPACES.sub(" ", text)
            self._spans.append(Span(text) if place.style is PLAIN else replace(place.style, text=text))

    def _flush(self, place: Place, line: int = 0) -> None:
        spans, self._spans = self._spans, []
        words: list[Span] = []
        for span in spans:
            if span.image:
                self._add(words, place, line)
                words = []
                kept = () if span.image == LOST else (span,)
                self.blocks.append(Block("image", kept, line=line, hint=place.hint))
            else:
                words.append(span)
        self._add(words, place, line)

    def _add(self, spans: list[Span], place: Place, line: int) -> None:
        if "".join(s.text for s in spans).strip():
            self.blocks.append(Block(place.kind, tuple(spans), place.level, place.number, (), line, place.hint))


def _inline() -> list[str]:
    return table("html")["inline_tags"]


def _names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


def _part(reason: str) -> re.Pattern:
    return _PARTS.setdefault(reason, re.compile("|".join(table("html")["parts"][reason]), re.I))


_PARTS: dict[str, re.Pattern] = {}


def _number(element: HtmlElement) -> int:
    parent = element.getparent()
    if parent is None or parent.tag != "ol":
        return 0
    return 1 + sum(1 for _ in element.itersiblings("li", preceding=True))


def _data_rows(element: HtmlElement, base: str) -> tuple:
    """The cells of a table of data; nothing for a table that only lays out the page."""
    if element.find(".//table") is not None or element.find(".//img") is not None:
        return ()
    rows = [tuple(_cell(cell, base) for cell in row.iterchildren("td", "th")) for row in element.iter("tr")]
    rows = [row for row in rows if row]
    width = max((len(row) for row in rows), default=0)
    if len(rows) < 2 or width < 2:
        return ()
    return tuple(row + ((),) * (width - len(row)) for row in rows)


def _cell(cell: HtmlElement, base: str) -> tuple[Span, ...]:
    blocks, _ = Walk(base).run(cell)
    spans: list[Span] = []
    for block in blocks:
        spans += [Span(" ")] if spans else []
        spans += [s for s in block.spans if not s.image]
    return tuple(spans)
