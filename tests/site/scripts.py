"""Characters of the wrong script in a published page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import html

from digest.zh.dictionaries import telling_characters

# What is never converted, and attributes that a reader sees or hears.
_KEPT = ("script", "style", "pre", "code", "kbd", "samp", "textarea")
_READ = ("title", "alt", "aria-label", "placeholder", "data-md-title")


def strays(page: Path, tag: str) -> list[str]:
    """Texts of ``page`` (published as ``tag``) that have a character which only the other script has.

    What is kept as it is and what says another language than the page's, as names of other variants do, is left out.
    """
    simplified, traditional = telling_characters()
    wrong = traditional if tag.startswith("zh-Hans") else simplified
    return [
        text for text in _texts(html.parse(page, html.HTMLParser(encoding="utf-8")).getroot(), tag) if wrong & set(text)
    ]


def _texts(element: html.HtmlElement, tag: str) -> Iterator[str]:
    if (
        isinstance(element.tag, str)
        and element.tag not in _KEPT
        and element.get("lang", tag) == tag
        and element.get("hreflang", tag) == tag
        and element.get("translate") != "no"
    ):
        yield from (element.get(name) for name in _READ if element.get(name))
        if element.tag == "meta" and element.get("content"):
            yield element.get("content")
        if element.text:
            yield element.text.strip()
        for child in element:
            yield from _texts(child, tag)
    if element.tail:
        yield element.tail.strip()
