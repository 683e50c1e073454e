"""HTML as a sequence of tags and texts that can be changed here and there and is otherwise kept to the letter."""

from __future__ import annotations

import html as html_entities
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_TOKEN = re.compile(
    r"<!--.*?-->|<(?P<raw>script|style)\b.*?</(?P=raw)\s*>"
    r"|<(?P<close>/?)(?P<tag>[A-Za-z][^\s/>]*)(?:\"[^\"]*\"|'[^']*'|[^'\">])*>|(?P<text>[^<]+|<)",
    re.DOTALL | re.IGNORECASE,
)
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_ATTRIBUTE = re.compile(r"""\s(?P<name>[A-Za-z-]+)\s*=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'>]+))""")
_STYLE = re.compile(r"""\sstyle\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)


@dataclass(frozen=True)
class Token:
    """``source`` as written; ``tag`` is the lower-case name of a tag, empty for text; ``kind`` says which."""

    source: str
    kind: str
    tag: str = ""


def tokens(html: str) -> Iterator[Token]:
    """The pieces of ``html``: joined, their sources are ``html`` again. Kinds: text, open, close, empty, other."""
    for match in _TOKEN.finditer(html):
        if match["text"] is not None:
            yield Token(match[0], "text")
        elif match["tag"]:
            tag = match["tag"].lower()
            kind = "close" if match["close"] else "empty" if tag in _VOID or match[0].endswith("/>") else "open"
            yield Token(match[0], kind, tag)
        else:
            yield Token(match[0], "other")


RESERVED_ID = re.compile(r"[cdp]\d+|claim-c\d+")
"""Ids that claims, definitions and paragraphs have: a heading (C1) must not take one."""


def rename_heading(html: str, old: str, new: str) -> str:
    """``html`` in which the heading with the id ``old`` has the id ``new``."""
    return re.sub(rf'(<h[1-6][^>]*\sid="){re.escape(old)}"', rf'\g<1>{new}"', html)


def link_pictures(html: str, label: str) -> str:
    """``html`` in which a picture of another host is a link to it, named by its alternative text or ``label``.

    A reader's browser then asks no third party for anything unless he follows the link.
    """
    out, links = [], 0
    for token in tokens(html):
        links += {"open": 1, "close": -1}.get(token.kind, 0) if token.tag == "a" else 0
        given = attributes(token) if token.tag in ("img", "source") else {}
        elsewhere = [name for name in ("src", "srcset") if _ELSEWHERE.match(given.get(name, ""))]
        if token.tag == "source" and elsewhere:
            continue
        if token.tag == "img" and elsewhere:
            text = html_entities.escape(given.get("alt") or label, quote=False)
            address = html_entities.escape(given.get("src") or given["srcset"].split()[0]).strip()
            link = f'<a class="dg-picture" href="{address}" rel="noopener noreferrer">{text}</a>'
            out.append(text if links else link)
        else:
            out.append(token.source)
    return "".join(out)


def attributes(token: Token) -> dict[str, str]:
    """The attributes of a tag, names in lower case, values as a browser reads them."""
    return {
        match["name"].lower(): html_entities.unescape(match["a"] or match["b"] or match["c"] or "")
        for match in _ATTRIBUTE.finditer(token.source)
    }


_MARK = re.compile(r'<a class="dg-mark" href="#claim-(c\d+)"')


def count_at_marks(html: str, counts: Mapping[str, tuple[int, int]]) -> str:
    """``html`` in which each mark of a claim says how many claims meet it and how many of those dispute it.

    ``counts`` is (all, disputes) by claim; nothing is said of a claim that none meets.
    """
    def counted(match: re.Match[str]) -> str:
        meets, disputes = counts.get(match[1], (0, 0))
        said = (("meets", meets), ("disputes", disputes))
        return match[0] + "".join(f' data-{name}="{number}"' for name, number in said if number)

    return _MARK.sub(counted, html)


_ALIGNED = re.compile(r'(<t[dh][^>]*?)\sstyle="text-align: (left|right|center);"')


def without_styles(html: str) -> str:
    """``html`` without style attributes, which the site's content policy refuses; a table's alignment is a class."""
    if " style=" not in html.lower():
        return html
    aligned = _ALIGNED.sub(r'\1 class="dg-\2"', html)
    return "".join(
        _STYLE.sub("", token.source) if token.kind in ("open", "empty") else token.source for token in tokens(aligned))


def number_paragraphs(html: str) -> str:
    """``html`` in which every paragraph has an id (p1, p2, ...): the place that a search result leads to."""
    number = 0
    out = []
    for token in tokens(html):
        source = token.source
        if token.kind == "open" and token.tag == "p":
            number += 1
            source = source if " id=" in source else f'<p id="p{number}"{source[2:]}'
        out.append(source)
    return "".join(out)


@dataclass(frozen=True)
class Passage:
    """A heading, paragraph or item as read: its ``text``, the ``anchor`` to reach it, the ``heading`` above it."""

    text: str
    anchor: str
    heading: str
    is_heading: bool


def passages(html: str) -> list[Passage]:
    """The passages of ``html`` in order; text outside any of them is not the article's."""
    found: list[Passage] = []
    held: list[str] = []
    anchor = heading = open_tag = ""
    for token in tokens(html):
        if token.kind == "open" and re.fullmatch(r"p|h[1-6]|li|dt|dd|td|th|figcaption|summary|pre", token.tag):
            before = html_entities.unescape("".join(held)).strip()
            if open_tag and before:
                found.append(Passage(before, anchor, heading, False))
            identity = re.search(r'\sid="([^"]*)"', token.source)
            open_tag, anchor, held = token.tag, identity[1] if identity else anchor, []
        elif token.kind == "close" and token.tag == open_tag:
            text = html_entities.unescape("".join(held)).strip()
            is_heading = open_tag.startswith("h") and open_tag[1:].isdigit()
            heading = text if is_heading else heading
            if text:
                found.append(Passage(text, anchor, heading, is_heading))
            open_tag, held = "", []
        elif token.kind == "text" and open_tag:
            held.append(token.source)
        elif token.tag == "br":
            held.append(" ")
    return found
