"""What a page shows, counted character by character, beside what the report of its conversion lists."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter

from lxml import etree
from lxml import html as lxml_html

from convert.batch.report import report_lines
from convert.formats.detect import parse
from convert.page import Conversion

NOT_SHOWN = {"script", "style", "noscript", "template", "title", "svg", "head", "iframe", "rp"}
# Shorter pages hold their article in their data: it is kept, and not shown.
SHOWS_LEAST = 60


def letters(text: str) -> Counter[str]:
    """The letters, characters and digits of a text; how they are set, and raised ones, do not matter."""
    return Counter(sign for sign in unicodedata.normalize("NFKC", text) if sign.isalnum())


def shown_in(text: str) -> str:
    """The text that a page in HTML shows."""
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    pieces: list[str] = []
    skipped = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        hides = element.tag in NOT_SHOWN
        if event == "start":
            skipped += hides
            pieces += [element.text] if element.text and not skipped else []
        else:
            skipped -= hides
            pieces += [element.tail] if element.tail and not skipped else []
    return "".join(pieces)


def listed(article: Conversion) -> Counter[str]:
    """The letters of all blocks that the report lists, kept and removed."""
    entries = map(json.loads, report_lines("a", article))
    return sum((letters(each["text"]) for each in entries if each["action"] in ("keep", "remove")), Counter())


def source_of(text: str) -> str:
    """The format that a page is read as: html, fragment, markdown or text."""
    return parse(text).source
