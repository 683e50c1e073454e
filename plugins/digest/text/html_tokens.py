"""HTML as a sequence of tags and texts that can be changed here and there and is otherwise kept to the letter."""

from __future__ import annotations

import html as html_entities
import re
from collections.abc import Collection, Iterator, Mapping
from itertools import count
from typing import NamedTuple

# What was read is not read again in another way: an unclosed tag costs no more than its length.
_TAG = re.compile(
    r"<(?:!--.*?-->|(?P<raw>script|style)\b.*?</(?P=raw)\s*>"
    r"|(?P<close>/?)(?P<tag>[A-Za-z][^\s/>]*+)[^\"'>]*+(?:(?:\"[^\"]*\"|'[^']*')[^\"'>]*+)*+>)",
    re.DOTALL | re.IGNORECASE,
)
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_ATTRIBUTE = re.compile(r"""\s(?P<name>[A-Za-z-]+)\s*=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'>]+))""")
_PICTURE = re.compile(r"<(?:img|source)", re.IGNORECASE)
_STYLE = re.compile(r"""\sstyle\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)


class Token(NamedTuple):
    """``source`` as written; ``tag`` is the lower-case name of a tag, empty for text; ``kind`` says which."""

    source: str
    kind: str
    tag: str = ""


def tokens(html: str) -> Iterator[Token]:
    """The pieces of ``html``: joined, their sources are ``html`` again. Kinds: text, open, close, empty, other."""
    last = 0
    for match in _TAG.finditer(html):
        start, end = match.span()
        if last < start:
            yield Token(html[last:start], "text")
        source, close, tag = match.group(0, "close", "tag")
        if tag:
            tag = tag.lower()
            yield Token(source, "close" if close else "empty" if tag in _VOID or source.endswith("/>") else "open", tag)
        else:
            yield Token(source, "other")
        last = end
    if last < len(html):
        yield Token(html[last:], "text")


RESERVED_ID = re.compile(r"[cdp]\d+|claim-c\d+")
"""Ids that claims, definitions and paragraphs have: a heading (C1) must not take one."""
THEME_ID = re.compile(r"__(?!span-|codelineno-|tabbed_)|constructor$|dg-|md-", re.IGNORECASE)
"""How names begin that the theme finds its own parts by; extensions of Markdown have three kinds of them. A heading
(MD 5) must not take one."""

_HEADING_ID = re.compile(r'(<h[1-6][^>]*\sid=")([^"]*)"')
NO_SIGN_OF_AN_ID = re.compile(r"""[\s"'<>&`=\\\x00-\x1f\x7f]+""")
"""What no id may hold: templates write it into an attribute as it is."""


def heading_id(wanted: str, taken: Collection[str]) -> str:
    """The id of a heading that asks for ``wanted``: that one, or where it may not have it another that is not taken."""
    plain = NO_SIGN_OF_AN_ID.sub("-", wanted).strip("-")
    if wanted and plain == wanted and not RESERVED_ID.fullmatch(wanted) and not THEME_ID.match(wanted):
        return wanted
    made, number = f"h-{plain or 1}", 1
    while made in taken:
        number += 1
        made = f"h-{plain or 1}-{number}"
    return made


def with_heading_ids(html: str) -> str:
    """``html`` with the ids that its headings have on the site."""
    wanted = {html_entities.unescape(name) for _, name in _HEADING_ID.findall(html)}
    for name in sorted(wanted):
        if (made := heading_id(name, wanted)) != name:
            html = rename_heading(html, name, made)
    return html


def rename_heading(html: str, old: str, new: str) -> str:
    """``html`` in which the heading with the id ``old`` has the id ``new``."""

    def renamed(found: re.Match[str]) -> str:
        return f'{found[1]}{new}"' if html_entities.unescape(found[2]) == wanted else found[0]

    wanted = html_entities.unescape(old)
    return _HEADING_ID.sub(renamed, html)


def link_pictures(html: str, label: str) -> str:
    """``html`` in which a picture of another host is a link to it, named by its alternative text or ``label``; with
    the one, the other is its title.

    A reader's browser then asks no third party for anything unless he follows the link.
    """
    if not _PICTURE.search(html):
        return html
    out, links = [], 0
    for token in tokens(html):
        links += {"open": 1, "close": -1}.get(token.kind, 0) if token.tag == "a" else 0
        given = attributes(token) if token.tag in ("img", "source") else {}
        elsewhere = [name for name in ("src", "srcset") if _ELSEWHERE.match(given.get(name, ""))]
        if token.tag == "source" and elsewhere:
            continue
        if token.tag == "img" and elsewhere:
            text = html_entities.escape(given.get("alt") or label, quote=False)
            named = f' title="{html_entities.escape(label)}"' if given.get("alt") else ""
            address = html_entities.escape(given.get("src") or given["srcset"].split()[0]).strip()
            link = f'<a class="dg-picture" href="{address}" rel="noopener noreferrer"{named}>{text}</a>'
            out.append(text if links else link)
        else:
            out.append(token.source)
    return "".join(out)


_GLUED = re.compile(r"(?<=[、，；：。！？”」』）])<code>(?=[.,:;!?/)\]}])")


def code_apart(html: str) -> str:
    """``html`` in which a line may end before code that begins with a sign which elsewhere ends something (`.zip`):
    several, one after the other, would be one long word that breaks anywhere."""
    return _GLUED.sub("<wbr><code>", html)


def attributes(token: Token) -> dict[str, str]:
    """The attributes of a tag, names in lower case, values as a browser reads them."""
    return {
        match["name"].lower(): html_entities.unescape(match["a"] or match["b"] or match["c"] or "")
        for match in _ATTRIBUTE.finditer(token.source)
    }


_MARK = re.compile(r'<a class="dg-mark" href="#claim-(c\d+)" data-n="\d+" aria-label="(\S+) \d+"')
_MARKED = re.compile(r'<span class="dg-claim" data-mark="([^"]*)"')


def count_at_marks(html: str, counts: Mapping[str, tuple[int, int]], numbers: Mapping[str, int]) -> str:
    """``html`` in which each mark of a claim has its number of ``numbers``, and says how many claims meet it and how
    many of those dispute it; a sentence that is disputed says so too.

    ``counts`` is (all, disputes) by claim; nothing is said of a claim that none meets.
    """

    def counted(match: re.Match[str]) -> str:
        meets, disputes = counts.get(match[1], (0, 0))
        said = (("meets", meets), ("disputes", disputes))
        number = numbers.get(match[1]) or int(match[1][1:])
        return (
            f'<a class="dg-mark" href="#claim-{match[1]}"'
            + "".join(f' data-{name}="{each}"' for name, each in said if each)
            + f' data-n="{number}" aria-label="{match[2]} {number}"'
        )

    def shown(match: re.Match[str]) -> str:
        disputed = any(counts.get(name, (0, 0))[1] for name in match[1].split())
        return match[0] + (" data-disputed" if disputed else "")

    return _MARKED.sub(shown, _MARK.sub(counted, html))


_ALIGNED = re.compile(r'(<t[dh][^>]*?)\sstyle="text-align: (left|right|center);"')


def without_styles(html: str) -> str:
    """``html`` without style attributes, which the site's content policy refuses; a table's alignment is a class."""
    if " style=" not in html.lower():
        return html
    aligned = _ALIGNED.sub(r'\1 class="dg-\2"', html)
    return "".join(
        _STYLE.sub("", token.source) if token.kind in ("open", "empty") else token.source for token in tokens(aligned)
    )


def number_paragraphs(html: str) -> str:
    """``html`` in which every paragraph has an id (p1, p2, ...): the place that a search result leads to."""
    numbers = count(1)

    def numbered(match: re.Match[str]) -> str:
        source = match[0]
        if match["tag"] not in ("p", "P") or match["close"] or source.endswith("/>"):
            return source
        number = next(numbers)
        return source if " id=" in source else f'<p id="p{number}"{source[2:]}'

    return _TAG.sub(numbered, html)


class Passage(NamedTuple):
    """A heading, paragraph or item as read: its ``text``, the ``anchor`` to reach it, the ``heading`` above it."""

    text: str
    anchor: str
    heading: str
    is_heading: bool


_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_PASSAGES = _HEADINGS | {"p", "li", "dt", "dd", "td", "th", "figcaption", "summary", "pre"}
_ID = re.compile(r'\sid="([^"]*)"')


def passages(html: str) -> list[Passage]:
    """The passages of ``html`` in order; text outside any of them is not the article's."""
    found: list[Passage] = []
    held: list[str] = []
    anchor = heading = open_tag = ""
    last = 0
    for match in _TAG.finditer(html):
        if open_tag:
            held.append(html[last : match.start()])
        last = match.end()
        tag = (match["tag"] or "").lower()
        if tag == "br":
            held.append(" ")
        elif tag in _PASSAGES and not match["close"]:
            if not match[0].endswith("/>"):
                if open_tag and (before := _text(held)):
                    found.append(Passage(before, anchor, heading, False))
                identity = _ID.search(match[0])
                open_tag, anchor, held = tag, identity[1] if identity else anchor, []
        elif tag and tag == open_tag:
            text, is_heading = _text(held), tag in _HEADINGS
            heading = text if is_heading else heading
            if text:
                found.append(Passage(text, anchor, heading, is_heading))
            open_tag, held = "", []
    return found


def _text(held: list[str]) -> str:
    return html_entities.unescape("".join(held)).strip()
