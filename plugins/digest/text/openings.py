"""How an article's HTML begins and is divided: its own words first, a rule where only a number stood."""

from __future__ import annotations

import re

# A heading or a paragraph of nothing but a number, as magazines divide a text (01, 二, III, (2)).
_NUMBER = r"[(（]?(?:\d{1,2}|[０-９]{1,2}|[一二三四五六七八九十]{1,3}|[IVX]{1,4}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])[)）.．、]?"
_DIVIDER = re.compile(
    rf"<(?P<tag>h[2-6]|p)(?P<given>(?:\s[^<>]*)?)>\s*(?P<strong><strong>)?\s*(?P<number>{_NUMBER})\s*(?(strong)</strong>)\s*</(?P=tag)>"
)
_BARE = re.compile(_NUMBER)
_ID = re.compile(r'\sid="[^"]*"')
_PICTURES = re.compile(
    r'\s*(?:<p(?:\s[^<>]*)?>\s*(?:<a class="dg-picture"[^<>]*>[^<>]*</a>\s*(?:<br\s*/?>\s*)?)+</p>\s*)+'
)
_PARAGRAPH = re.compile(r"\s*<p(?:\s[^<>]*)?>.*?</p>\s*", re.DOTALL)


def is_bare_number(text: str) -> bool:
    """Whether a heading is a number and nothing else."""
    return bool(_BARE.fullmatch(text.strip()))


def with_dividers(html: str) -> str:
    """``html`` in which a heading or paragraph of a number alone is a divider; its id holds."""

    def divided(match: re.Match[str]) -> str:
        identity = _ID.search(match["given"])
        number = match["number"]
        said = identity[0] if identity else ""
        return f'<div class="dg-divider"{said} role="separator" aria-label="{number}">{number}</div>'

    return _DIVIDER.sub(divided, html)


def words_first(html: str) -> str:
    """``html`` in which the places of pictures that are not shown, where it begins with some, stand after its first
    paragraph: an article opens with its own words, and nothing is lost."""
    pictures = _PICTURES.match(html)
    if not pictures:
        return html
    first = _PARAGRAPH.search(html, pictures.end())
    if not first:
        return html
    return html[pictures.end() : first.end()] + pictures[0].strip() + "\n" + html[first.end() :]
