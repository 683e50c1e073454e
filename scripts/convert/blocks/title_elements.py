"""The texts on a page that may be the title of its article: that of the window, of headings, of elements named so."""

from __future__ import annotations

import re
from collections.abc import Container

from lxml import etree
from lxml.html import HtmlElement

from convert.blocks.styles import HEADINGS, counts_remarks, is_permalink
from convert.rules.tables import named

# How many messages wait for the reader, before the window title.
COUNTER = re.compile(r"^[(（]\d+\+?(?:\s?[^()（）]{0,24})?[)）]\s*(?=\S)")
# Some systems put the title as it is set on the page there, with the tags.
LINE_END = re.compile(r"<br\s?/?>", re.I)
# Editors name a page after the file that it was.
FILE = re.compile(r"(?<=[\u4e00-\u9fff》」”）])\.(?:note|docx?|wps|enex|mhtml?)$", re.I)
# The address of the first page of a site.
HOME = re.compile(r"(?:https?://[^/?#]+)?(?=[/.i])(?:\.{0,2}/)*(?:index\.(?:html?|php|aspx?|jsp))?", re.I)
# The button of a forum behind the title of a post.
BUTTON = re.compile(r"\s*[\[【](?:复制(?:链接|鏈接)|複製(?:連結|鏈接|链接)|copy link)[\]】](?=\s*(?:$|[-_|–—]))", re.I)
# Elements that may be named like a title.
NAMED = etree.XPath(f"descendant-or-self::*[@class or @id or {' or '.join(f'self::{h}' for h in sorted(HEADINGS))}]")
NOT_TITLES = ("title", "script", "style")


def window_title(root: HtmlElement) -> str:
    found = root.find(".//head/title")
    found = found if found is not None else root.find(".//title")
    text = LINE_END.sub(" ", found.text_content()) if found is not None else ""
    return FILE.sub("", BUTTON.sub("", COUNTER.sub("", " ".join(text.split()))))


def title_elements(root: HtmlElement, foreign: Container[HtmlElement]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(texts of <h1>, texts of other headings and of elements named like a title), hidden ones left out, and headings
    that lead to the first page of the site, unless the page has no other."""
    top: list[str] = []
    others: list[str] = []
    homes: list[str] = []
    for element in NAMED(root):
        if element.tag in NOT_TITLES:
            continue
        names, own = element.get("class"), element.get("id")
        if element.tag in HEADINGS or (names and named("title", names)) or (own and named("title", own)):
            text = _words_of(element)
            if 2 <= len(text) <= 120 and not _within(foreign, element):
                (homes if _leads_home(element) else top if element.tag == "h1" else others).append(text)
    return tuple(top if top or others else homes), tuple(others)


def _leads_home(heading: HtmlElement) -> bool:
    """True for a heading that is one link to the first page of the site: the site's name."""
    links = list(heading.iter("a"))
    alone = len(links) == 1 and links[0].text_content().strip() == heading.text_content().strip()
    return heading.tag in HEADINGS and alone and HOME.fullmatch(links[0].get("href", "").strip()) is not None


def _within(foreign: Container[HtmlElement], element: HtmlElement) -> bool:
    return element in foreign or any(each in foreign for each in element.iterancestors())


def _words_of(heading: HtmlElement) -> str:
    """The words of a heading, without the mark that links to it and the number of remarks on it."""
    marks = {text for part in heading.iter("a", "span", "i") if _is_mark(part) for text in part.itertext()}
    return BUTTON.sub("", " ".join("".join(text for text in heading.itertext() if text not in marks).split()))


def _is_mark(element: HtmlElement) -> bool:
    return is_permalink(element) or counts_remarks(element)
