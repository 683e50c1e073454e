"""An HTML element to blocks in reading order: paragraphs, headings, lists, tables, code, formulas, pictures."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from lxml.html import HtmlElement

from convert.blocks.code import code_of, code_text, is_number_column
from convert.blocks.images import image_source, is_face, is_tiny, only_in_noscript, words_of
from convert.blocks.maths import is_display, tex_of
from convert.blocks.plain import plain_paragraphs
from convert.blocks.styles import (
    RAISED,
    SILENT,
    WalkState,
    counts_remarks,
    is_inline,
    is_permalink,
    keeps_line_ends,
    lays_out,
    names_of,
    place_of,
    shown_text,
    style_of,
    widget_reason,
)
from convert.blocks.tables import Cell, data_rows
from convert.page import Block, Removed, Span
from convert.rules.tables import table
from convert.text.characters import HANZI, hanzi_count
from convert.text.wrapped import rejoined

# An image whose address cannot be used: its place still tells a caption from a heading.
LOST = "lost"
WIDE = f"{HANZI}，。、；：！？…—“”‘’「」『』《》（）〈〉【】"
BLANKS = re.compile(r"[ \t\n\f\r]+")
# A line end of the source between two Chinese characters, where nobody sets a blank.
SOFT_WRAP = re.compile(f"(?<=[{WIDE}])[ \\t\\f\\r]*\\n[ \\t\\n\\f\\r]*(?=[{WIDE}])")
# Forms with fewer Chinese characters than this are for searching and logging in; around an article there are more.
FORM_LEAST = 60


@dataclass
class _Item:
    """A list item being walked: how deep it stands, and how many blocks it has given so far."""

    depth: int
    blocks: int = 0


def _is_of_lines(code: HtmlElement) -> bool:
    """True for an element of code that a style makes a block of lines."""
    return keeps_line_ends(code) and "\n" in code.text_content().strip() and code.find(".//pre") is None


class Walk:
    """Collects blocks from elements in reading order. `stop` is an element to pass by with a mark; elements in `spared`
    are text, whatever they are named; `widgets` are those taken for none, with the place of the next block."""

    def __init__(
        self,
        base: str = "",
        whole: int = 0,
        stop: HtmlElement | None = None,
        foreign: Mapping[HtmlElement, str] = MappingProxyType({}),
        spared: Collection[HtmlElement] = (),
    ):
        self.base, self.whole, self.stop, self.foreign, self.spared = base, whole, stop, foreign, spared
        self.widgets: list[tuple[int, HtmlElement]] = []
        self.blocks: list[Block] = []
        self.removed: list[Removed] = []
        self._spans: list[Span] = []
        self._items: list[_Item] = []

    def run(self, element: HtmlElement) -> tuple[tuple[Block, ...], tuple[Removed, ...]]:
        """(blocks, removed blocks) of `element`."""
        place = WalkState(wraps=not keeps_line_ends(element))
        read = self._block if element.tag == "pre" else self._children
        read(element, place)
        self._flush(place)
        return tuple(self.blocks), tuple(self.removed)

    def _children(self, element: HtmlElement, place: WalkState) -> None:
        self._text(element.text, place)
        for child in element:
            if isinstance(child.tag, str):
                self._visit(child, child.tag.lower(), place)
            self._text(child.tail, place)

    def _visit(self, element: HtmlElement, tag: str, place: WalkState) -> None:
        if element is self.stop:
            self._flush(place)
            self.blocks.append(Block("mark"))
        elif tag == "br":
            self._flush(place)
        elif (tex := tex_of(element)) is not None:
            self._formula(tex, element, place)
        elif tag in ("img", "noscript"):
            for image in [element] if tag == "img" else only_in_noscript(element, self.base):
                self._image(image, place)
        elif reason := self._unwanted(element, tag):
            self._drop(element, reason, place)
        elif is_inline(element):
            self._inline(element, tag, place)
        else:
            self._flush(place)
            self._block(element, place)

    def _inline(self, element: HtmlElement, tag: str, place: WalkState) -> None:
        text = (element.text or "").strip()
        if tag in RAISED and not len(element) and re.fullmatch(r"[\d+-]*n?\d*", text, re.A):
            self._text(text.translate(RAISED[tag]), place)
        elif tag == "rt" and element.text_content().strip():
            # The reading of a character, which the browser sets above it.
            self._text(f"（{element.text_content().strip()}）", place)
        elif tag == "code" and (element.find(".//br") is not None or _is_of_lines(element)):
            self._flush(place)
            self._add_block(Block("code", (Span(code_text(element)),), line=element.sourceline or 0))
        elif tag != "rp" and not (place.kind == "heading" and is_permalink(element)):
            if self.stop is not None:
                # Around the body style sheets set apart the pieces of a line (name, day, button); looks matter not.
                self._children(element, place)
                self._text(" ", place)
                return
            style = style_of(element, place.style, self.base)
            self._children(element, place if style is place.style else place._replace(style=style))

    def _block(self, element: HtmlElement, place: WalkState) -> None:
        line = element.sourceline or 0
        code = code_of(element)
        rows = data_rows(element, self._cell) if element.tag == "table" and code is None else ()
        if rows:
            for words in element.iterchildren("caption"):
                said = place._replace(kind="caption", level=0, number=0)
                self._children(words, said)
                self._flush(said, line)
            self._add_block(Block("table", rows=rows, line=line))
        elif code is not None:
            self._add_block(Block("code", (Span(code),), line=line))
        else:
            item = element.tag == "li" and not lays_out(element, self.whole)
            styled = self.base if self.stop is None else None
            inner = place_of(element, place, styled) if item or element.tag != "li" else place
            self._items += [_Item(inner.level)] if item else []
            self._children(element, inner)
            self._flush(inner, line)
            if item:
                self._items.pop()

    def _unwanted(self, element: HtmlElement, tag: str) -> str:
        if element in self.foreign:
            return self.foreign[element]
        if tag == "form":
            return "" if hanzi_count(element.text_content()) >= FORM_LEAST else "not text of an article: <form>"
        if tag in table("html")["skip_tags"]:
            return f"not text of an article: <{tag}>"
        if counts_remarks(element):
            return "number of remarks on a line"
        if is_number_column(element):
            return "line numbers of code"
        named_as = self.whole and element not in self.spared and not is_inline(element)
        if reason := widget_reason(element, self.whole) if named_as else "":
            self.widgets.append((len(self.blocks) + bool(self._spans), element))
        return reason

    def _drop(self, element: HtmlElement, reason: str, place: WalkState) -> None:
        if not is_inline(element):
            self._flush(place)
        if text := "" if element.tag in SILENT else " ".join(shown_text(element).split()):
            block = Block("paragraph", (Span(text),), line=element.sourceline or 0, hint=names_of(element))
            self.removed.append(Removed(block, reason, len(self.blocks)))

    def _cell(self, cell: HtmlElement) -> Cell:
        blocks, removed = Walk(self.base, foreign=self.foreign).run(cell)
        self.removed += [replace(r, index=len(self.blocks)) for r in removed]
        spans: list[Span] = []
        for block in blocks:
            spans += [*([Span(" ")] if spans else ()), *(s for s in block.spans if s.image != LOST)]
        return tuple(spans)

    def _formula(self, tex: str, element: HtmlElement, place: WalkState) -> None:
        if not (tex := " ".join(tex.split())):
            return
        display = is_display(element) and not place.style.href
        if display:
            self._flush(place)
        self._spans.append(Span(tex, math=True))
        if display:
            self._flush(place)

    def _image(self, element: HtmlElement, place: WalkState) -> None:
        alt = " ".join((element.get("alt") or "").split())
        if is_face(alt):
            self._text(alt, place)
            return
        alt = words_of(alt)
        given, source = image_source(element, self.base)
        reason = "picture that counts visits or decorates" if is_tiny(element) else ""
        if source and not reason:
            self._spans.append(Span(alt, image=source))
            return
        if given and not reason:
            self._spans.append(Span(alt, image=LOST))
            reason = "picture without an address that works outside its page"
        if reason:
            block = Block("image", (Span(alt, image=given),), line=element.sourceline or 0)
            self.removed.append(Removed(block, reason, len(self.blocks)))

    def _text(self, text: str | None, place: WalkState) -> None:
        if not text:
            return
        for number, line in enumerate(plain_paragraphs(text) if place.wraps else rejoined(text.split("\n"))):
            if number:
                self._flush(place)
            if place.wraps:
                line = BLANKS.sub(" ", SOFT_WRAP.sub("", line) if "\n" in line else line)
            self._spans.append(place.style.saying(line))

    def _flush(self, place: WalkState, line: int = 0) -> None:
        spans, self._spans = self._spans, []
        words: list[Span] = []
        for span in spans:
            if span.image:
                self._add(words, place, line)
                words = []
                kept = () if span.image == LOST else (span,)
                self._add_block(Block("image", kept, line=line, hint=place.hint))
            else:
                words.append(span)
        self._add(words, place, line)

    def _add(self, spans: list[Span], place: WalkState, line: int) -> None:
        if "".join(s.text for s in spans).strip():
            self._add_block(Block(place.kind, tuple(spans), place.level, place.number, (), line, place.hint))

    def _add_block(self, block: Block) -> None:
        """Add a block; one behind the first of its list item hangs on that item."""
        if self._items:
            item = self._items[-1]
            item.blocks += 1
            if item.blocks > 1 and block.kind != "heading":
                kind = "paragraph" if block.kind == "item" else block.kind
                block = block.but(kind=kind, level=0, number=0, inside=item.depth + 1)
        self.blocks.append(block)
