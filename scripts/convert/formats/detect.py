"""Which format a page is in, by what it looks like."""

from __future__ import annotations

import re
from dataclasses import replace

from convert.formats.clips import printed_address, without_clipper
from convert.formats.feed import is_feed, read_xml
from convert.formats.front_matter import has_front_matter, read_feed
from convert.formats.html import read_html
from convert.formats.json_text import is_json, read_json
from convert.formats.mail import without_head_of_forwarded
from convert.formats.markdown import looks_like_markdown, read_mixed
from convert.formats.plain_text import read_text
from convert.page import Draft, Hint
from convert.text.characters import hanzi_count
from convert.text.notes import in_common_markdown

TAG = re.compile(r"<(?:p|div|br|span|h[1-6]|article|section)(?:\s[^<>]*)?/?>", re.I)
TITLED = re.compile(r"\s*# \S[^\n<]*\n")
TAGS_LEAST = 3
# Of the lines of a piece of HTML with so many Chinese characters this share has a tag on it.
LINE_LEAST = 10
MARKED_SHARE = 0.3


def parse(text: str, hints: tuple[Hint, ...] = ()) -> Draft:
    """The draft of a page, by what it looks like; `hints` are what the file around it says."""
    draft = _parse(text)
    # A page without a file around it shows the head of a mail in its text.
    draft, handed_on = without_head_of_forwarded(draft) if hints else (draft, ())
    return replace(draft, hints=(*handed_on, *draft.hints, *(() if handed_on else hints)))


def _parse(text: str) -> Draft:
    if is_json(text):
        return read_json(text)
    if is_feed(text):
        return read_xml(text)
    if not has_front_matter(text) and _is_html(text):
        return read_html(text)
    text, hints = without_clipper(text)
    draft = read_feed(text) if has_front_matter(text) else _plain(text)
    return replace(draft, hints=draft.hints + hints + printed_address(draft.blocks))


def _plain(text: str) -> Draft:
    return read_mixed(in_common_markdown(text)) if looks_like_markdown(text) else read_text(text)


def _is_html(text: str) -> bool:
    page = re.search(r"<(?:!doctype|html|head|body)\b", text[:5000], re.I)
    # Before the head of a page stands no line of text; before one in the code that an article shows there does.
    if page and (text.lstrip()[:1] == "<" or not any(map(hanzi_count, text[: page.start()].split("\n")[:-1]))):
        return True
    # Markdown opens with its title, whatever HTML stands below.
    if len(TAG.findall(text)) < TAGS_LEAST or TITLED.match(text):
        return False
    # A copy of an article about HTML has tags in its code only.
    lines = [line for line in text.split("\n") if hanzi_count(line) >= LINE_LEAST]
    marked = sum("<" in line for line in lines)
    return text.lstrip()[:1] == "<" or marked >= MARKED_SHARE * len(lines)
