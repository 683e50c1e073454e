"""HTML as a sequence of tags and texts that can be changed here and there and is otherwise kept to the letter."""

from __future__ import annotations

import html as html_entities
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"<!--.*?-->|<(?P<raw>script|style)\b.*?</(?P=raw)\s*>"
    r"|<(?P<close>/?)(?P<tag>[A-Za-z][^\s/>]*)(?:\"[^\"]*\"|'[^']*'|[^'\">])*>|(?P<text>[^<]+|<)",
    re.DOTALL | re.IGNORECASE,
)
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "cite", "del", "em", "i", "ins", "mark", "q", "s", "small", "span", "strong", "sub",
     "sup", "u", "wbr")
)
# What is read as code or by a machine is never converted, nor what says that it is not to be translated.
_KEPT_TAGS = frozenset(["code", "pre", "kbd", "samp", "var", "textarea", "math"])
_KEPT_ATTRIBUTES = re.compile(r"\s(?:translate=[\"']?no\b|lang=[\"']?(?!zh)[a-z])", re.IGNORECASE)
_ATTRIBUTE = {name: re.compile(rf'\s{name}="([^"]*)"') for name in ("src", "alt")}
_READ_ATTRIBUTE = re.compile(r"(\s(?:alt|title|aria-label|placeholder|data-caption)=\")([^\"]*)(\")")


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


def convert(html: str, to_script: Callable[[str], str]) -> str:
    """``html`` with the texts that a reader sees passed through ``to_script``, and nothing else touched.

    Text is converted in runs that go across inline tags, so that a phrase counts as one whether or not a
    part of it is bold. Code, scripts and elements marked ``translate="no"`` or another language are kept.
    """
    out: list[str] = []
    run: list[int] = []
    kept_tag, depth = "", 0
    for token in tokens(html):
        if kept_tag:
            depth += {"open": 1, "close": -1}.get(token.kind, 0) if token.tag == kept_tag else 0
            kept_tag = kept_tag if depth else ""
            out.append(token.source)
        elif token.kind == "text":
            run.append(len(out))
            out.append(token.source)
        elif token.kind == "open" and _is_kept(token):
            _convert_run(out, run, to_script)
            kept_tag, depth = token.tag, 1
            out.append(token.source)
        else:
            if token.tag not in _INLINE:
                _convert_run(out, run, to_script)
            out.append(_convert_attributes(token.source, to_script) if token.tag else token.source)
    _convert_run(out, run, to_script)
    return "".join(out)


def _is_kept(token: Token) -> bool:
    return token.tag in _KEPT_TAGS or bool(_KEPT_ATTRIBUTES.search(token.source))


def _convert_attributes(source: str, to_script: Callable[[str], str]) -> str:
    return _READ_ATTRIBUTE.sub(lambda match: match[1] + to_script(match[2]) + match[3], source)


def _convert_run(out: list[str], run: list[int], to_script: Callable[[str], str]) -> None:
    """Convert the texts at the places ``run`` of ``out`` as one text, and empty ``run``."""
    whole = "".join(out[place] for place in run)
    converted = to_script(whole)
    if len(converted) == len(whole):
        start = 0
        for place in run:
            out[place], start = converted[start : start + len(out[place])], start + len(out[place])
    else:
        for place in run:
            out[place] = to_script(out[place])
    run.clear()


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
