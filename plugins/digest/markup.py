"""HTML as a sequence of tags and texts that can be changed here and there and is otherwise kept to the letter."""

from __future__ import annotations

import html as html_entities
import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"<!--.*?-->|<(?P<raw>script|style)\b.*?</(?P=raw)\s*>"
    r"|<(?P<close>/?)(?P<tag>[A-Za-z][^\s/>]*)(?:\"[^\"]*\"|'[^']*'|[^'\">])*>|(?P<text>[^<]+|<)",
    re.DOTALL | re.IGNORECASE,
)
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_ATTRIBUTE = {name: re.compile(rf'\s{name}="([^"]*)"') for name in ("src", "alt")}


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


def link_pictures(html: str, label: str) -> str:
    """``html`` in which a picture of another host is a link to it, named by its alternative text or ``label``.

    A reader's browser then asks no third party for anything unless he follows the link.
    """
    out = []
    for token in tokens(html):
        source = _ATTRIBUTE["src"].search(token.source) if token.tag == "img" else None
        if source and source[1].startswith(("http://", "https://", "//")):
            named = _ATTRIBUTE["alt"].search(token.source)
            text = (named[1] if named else "") or label
            out.append(f'<a class="dg-picture" href="{source[1]}" rel="noopener noreferrer">{text}</a>')
        else:
            out.append(token.source)
    return "".join(out)


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
        if token.kind == "open" and re.fullmatch(r"p|h[1-6]|li|td|th|figcaption|pre", token.tag):
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
