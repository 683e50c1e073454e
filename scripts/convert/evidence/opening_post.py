"""The opening post of a discussion, which is the article where nothing else on the page is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convert.evidence.floors import opens_discussion
from convert.rules.tables import rule_for
from convert.text.characters import HANZI

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MINUTE = re.compile(r"((?:19|20)\d\d)\s?[-/年.]\s?(\d{1,2})\s?[-/月.]\s?(\d{1,2})日?\s+(\d{1,2}):(\d\d)")
# A page with less prose than this outside its posts is a discussion whose first post is the article.
PROSE_LEAST = 60
TEXT_HOLDERS = ("p", "div", "td", "section", "span", "br", "article")
HEADS = ("h1", "h2")
# What stands above a post: its heading, and who wrote it when.
HEAD_MOST = 300
SENTENCE = re.compile(rf"[{HANZI}][^。！？]{{8,}}[。！？]")
UNSHOWN = {"noscript", "template", "dialog", "footer"}
# Three posts are a discussion.
POSTS_LEAST = 3
# A moment stands in a short piece of text.
MOMENT_MOST = 40


def opening_post(posts: list[HtmlElement], signed: set[HtmlElement]) -> HtmlElement | None:
    """The first of the posts that has buttons or says when it was written: tables of crumbs may look like them. Of
    three, the second where the others were written after it: a reply that a forum shows at the top."""
    told = [post for post in posts if post in signed or _written(post)] or posts
    moments = [_written(post) for post in told[:POSTS_LEAST]]
    on_top = len(moments) == POSTS_LEAST and all(moments) and moments[1] < moments[0] and moments[1] <= moments[2]
    return told[on_top] if told else None


def _written(post: HtmlElement) -> tuple[int, ...]:
    """Year, month, day, hour and minute at which a post says it was written; empty: it does not."""
    short = (text for text in post.itertext() if len(text) <= MOMENT_MOST)
    found = next(filter(None, map(MINUTE.search, short)), None)
    return tuple(map(int, found.groups())) if found else ()


def as_layout(post: HtmlElement) -> None:
    """Make a post that is a table the parts of a page that its cells are; tables in it stay."""
    if post.tag == "table":
        parts = [e for e in post.iter("tbody", "thead", "tr", "td", "th") if next(e.iterancestors("table")) is post]
        for each in (post, *parts):
            each.tag = "div"


def says_first(post: HtmlElement, body: HtmlElement) -> bool:
    """True for the first post of a forum: it has the heading of the page in it, or says that it is the first."""
    return _holds_heading(post, body) or opens_discussion(" ".join(_text_of(post).split())[:HEAD_MOST])


def _holds_heading(post: HtmlElement, body: HtmlElement) -> bool:
    return [e for e in body.iter("h1") if _text_of(e)] == [e for e in post.iter("h1") if _text_of(e)] != []


def is_article(post: HtmlElement, body: HtmlElement, found: dict[HtmlElement, str]) -> bool:
    """True if what runs as text outside the found parts is hardly anything, or less than the post and not between the
    heading and it: an article stands above what readers say of it. Forums print rules above and below."""
    if _holds_heading(post, body):
        return True
    above = below = own = 0
    inside, passed = set(post.iter()), False
    for element in body.iter(*TEXT_HOLDERS, *HEADS, str(post.tag)):
        passed = passed or element is post
        if element.tag in HEADS and not passed:
            below, above = below + above, 0
        size = _prose(element)
        if size and element in inside:
            own += size
        elif size and not _is_found(element, found):
            above, below = (above, below + size) if passed else (above + size, below)
    return above + below < PROSE_LEAST or (above < PROSE_LEAST and below < own)


def _is_found(element: HtmlElement, found: dict[HtmlElement, str]) -> bool:
    return any(e in found or e.tag in UNSHOWN for e in (element, *element.iterancestors()))


def _text_of(element: HtmlElement) -> str:
    return str(element.text_content()).strip()


def _prose(element: HtmlElement) -> int:
    """Characters in closed Chinese sentences right in the element and behind it."""
    text = (element.text or "") + (element.tail or "")
    return len(text.strip()) if SENTENCE.search(text) and rule_for(text) is None else 0
