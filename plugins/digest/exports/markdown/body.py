"""An article's finished HTML as a small, strict tree: what a Markdown file and a book's chapter are written from.

Markdown may hold any HTML, nested in any way. Here every element is one of a few, stands where the standard allows
it, and carries only attributes that are known to be right; what is none of them gives its text and goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree
from lxml import html as html_parser

from digest.exports.imprint import legal

PHRASES = frozenset(
    "a abbr b bdi br cite code del dfn em i img ins kbd mark q s samp small span strong sub sup u var wbr".split()
)
"""What stands in a line of text."""

_LINES = frozenset(("p", "pre", "h1", "h2", "h3", "h4", "h5", "h6"))
_BOXES = {
    "blockquote": "blockquote",
    "div": "div",
    "section": "div",
    "article": "div",
    "aside": "div",
    "figure": "div",
    "figcaption": "div",
    "details": "div",
    "summary": "p",
    "address": "div",
    "main": "div",
    "header": "div",
    "footer": "div",
    "center": "div",
    "nav": "div",
}
_GONE = frozenset(
    (
        "script style template iframe object embed noscript head title audio video canvas select button datalist svg rp"
    ).split()
)
_EMPTY = frozenset(("br", "img", "wbr", "hr"))
_BLOCKS = _LINES | set(_BOXES) | {"ul", "ol", "li", "dl", "dt", "dd", "table", "hr", "tr", "td", "th"}

# XML's ids must be names, and every reader's links to them plain.
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_CHECKED = {
    "id": _NAME,
    "class": re.compile(r"[\w -]+", re.ASCII),
    "dir": re.compile("ltr|rtl"),
    "title": re.compile(".+"),
    "lang": re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"),
    "data-n": re.compile(r"\d+"),
}
_OWN = {
    "a": {"href": re.compile(r"\S.*")},
    "img": {"src": re.compile(r"\S.*"), "alt": re.compile(".*", re.DOTALL)},
    "ol": {"start": re.compile(r"\d{1,6}")},
    **{key: {name: re.compile("[1-9][0-9]?") for name in ("colspan", "rowspan")} for key in ("td", "th")},
}
_ALLOWED = {tag: {**_CHECKED, **own} for tag, own in _OWN.items()}


def read_body(html: str, taken: Iterable[str] = ()) -> etree._Element:
    """The tree of ``html`` in a ``div``; each id once, and none of ``taken``."""
    source, root = etree.Element("div"), etree.Element("div")
    # In a page: a text that begins as one would be taken for one.
    page = f"<html><body>{legal(html)}</body></html>"
    for part in html_parser.fragments_fromstring(page) if html.strip() else ():
        if isinstance(part, str):
            source.text = legal(part)
        else:
            source.append(part)
    _Reader(set(taken)).flow(source, root)
    return root


class _Reader:
    def __init__(self, taken: set[str]) -> None:
        self._taken = taken

    def flow(self, source: etree._Element, into: etree._Element) -> None:
        """What ``source`` holds, where blocks and lines may stand."""
        add_text(into, source.text)
        for child in source:
            self._block(child, into)
            add_text(into, child.tail)

    def _block(self, child: etree._Element, into: etree._Element) -> None:
        tag = child.tag
        if not isinstance(tag, str) or tag in _GONE:
            return
        if tag == "ruby":
            self._phrasing(child, into)
        elif tag in _LINES or (tag in PHRASES and not any(each.tag in _BLOCKS for each in child.iter())):
            self._line(child, into)
        elif tag in _BOXES:
            self.flow(child, self._new(child, into, _BOXES[tag]))
        elif tag in ("ul", "ol"):
            self._list(child, into)
        elif tag == "dl":
            self._definitions(child, into)
        elif tag == "table":
            self._table(child, into)
        elif tag == "hr":
            self._new(child, into, tag)
        else:
            self.flow(child, into)

    def _line(self, source: etree._Element, into: etree._Element) -> None:
        made = self._new(source, into, str(source.tag))
        if source.tag not in _EMPTY:
            self._phrasing(source, made)

    def _phrasing(self, source: etree._Element, into: etree._Element) -> None:
        """What ``source`` holds, where only lines may stand."""
        add_text(into, source.text)
        for child in source:
            tag = child.tag
            if isinstance(tag, str) and tag not in _GONE:
                nested = tag == "a" and any(each.tag == "a" for each in (into, *into.iterancestors()))
                if tag in PHRASES and not nested:
                    self._line(child, into)
                else:
                    # The reading beside a character stands after it where the two cannot stand above each other.
                    add_text(into, "（" if tag == "rt" else "")
                    self._phrasing(child, into)
                    add_text(into, "）" if tag == "rt" else "")
            add_text(into, child.tail)

    def _list(self, source: etree._Element, into: etree._Element) -> None:
        made = self._new(source, into, str(source.tag))
        for child in source:
            if child.tag == "li":
                self.flow(child, self._new(child, made, "li"))
            elif isinstance(child.tag, str) and "".join(child.itertext()).strip():
                self._block(child, etree.SubElement(made, "li"))
            if len(made):
                add_text(made[-1], child.tail if child.tail and child.tail.strip() else "")
        if not len(made):
            into.remove(made)

    def _definitions(self, source: etree._Element, into: etree._Element) -> None:
        parts = [
            part
            for child in source
            for part in ([child] if child.tag in ("dt", "dd") else child)
            if part.tag in ("dt", "dd")
        ]
        ordered = re.fullmatch("(?:(?:dt)+(?:dd)+)+", "".join(str(part.tag) for part in parts))
        made = self._new(source, into, "dl" if ordered else "div")
        for part in parts:
            name = str(part.tag) if ordered else "div"
            box = self._new(part, made, name)
            (self._phrasing if name == "dt" else self.flow)(part, box)

    def _table(self, source: etree._Element, into: etree._Element) -> None:
        made = self._new(source, into, "table")
        for caption in source.findall("caption"):
            # A caption stands once and first; another is a line before the table.
            self._phrasing(caption, self._new(caption, made, "caption") if not len(made) else _before(made, "p"))
        heads = source.findall("thead/tr")
        # Cells without a row are one: the table itself.
        rows = [source, *source.findall("tr"), *source.findall("tbody/tr"), *source.findall("tfoot/tr")]
        for name, part in (("thead", heads), ("tbody", rows)):
            cells = [(row, found) for row in part if (found := [cell for cell in row if cell.tag in ("td", "th")])]
            if not cells:
                continue
            group = etree.SubElement(made, name)
            for row, found in cells:
                line = self._new(row, group, "tr")
                for cell in found:
                    self.flow(cell, self._new(cell, line, str(cell.tag)))
        if made.find(".//tr") is None:
            into.remove(made)

    def _new(self, source: etree._Element, into: etree._Element, tag: str) -> etree._Element:
        made = etree.SubElement(into, tag)
        allowed, given = _ALLOWED.get(tag, _CHECKED), source.items()
        if len(given) > 1:
            found = dict(given)
            given = [(name, found[name]) for name in allowed if name in found]
        for name, value in given:
            if name not in allowed or not allowed[name].fullmatch(value) or (name == "id" and value in self._taken):
                continue
            made.set(name, legal(value))
            if name == "id":
                self._taken.add(value)
        if tag == "img":
            made.set("alt", made.get("alt", ""))
        return made


def _before(element: etree._Element, tag: str) -> etree._Element:
    made = etree.Element(tag)
    element.addprevious(made)
    return made


def add_text(element: etree._Element, text: str | None) -> None:
    """``text`` at the end of what ``element`` holds; a character may have been written as a number."""
    text = legal(text or "")
    if not text:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def unwrap(element: etree._Element, text: str | None = None) -> None:
    """Put ``text`` (else what ``element`` holds) in the place of ``element``: a span that says nothing of itself."""
    if text is not None:
        for child in list(element):
            element.remove(child)
        element.text = text
    tail = element.tail
    identity = element.get("id")
    element.attrib.clear()
    element.tag, element.tail = "span", tail
    if identity:
        element.set("id", identity)
