"""The element of an HTML page that holds the article."""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Iterator
from copy import deepcopy

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement
from readability import Document

from convert.text.characters import HANZI

MARK = "data-convert-id"
# The smallest element with this share of what the library found is the container: the rest are strays.
HELD_SHARE = 0.9
# If some other element holds this many times the prose of the library's choice, the library was misled.
MISLED = 2.0
# A sentence, in characters; shorter ones are calls and labels.
SENTENCE_LEAST = 10
NOT_TEXT = {"script", "style", "noscript", "template", "textarea", "svg", "head"}


def find_container(root: HtmlElement, foreign: Collection[HtmlElement] = ()) -> HtmlElement:
    """The element that holds the article; the body of the page when nothing stands out.

    `foreign` are elements known to be something else (comments, hidden parts): what they hold does not count.
    """
    body = root.find("body") if root.find("body") is not None else root
    elements = [e for e in body.iter() if isinstance(e.tag, str)]
    for number, element in enumerate(elements):
        element.set(MARK, "drop" if element in foreign else str(number))
    copy = deepcopy(root)
    for element in elements:
        element.attrib.pop(MARK, None)
    for element in copy.xpath(f"//script|//style|//*[@{MARK}='drop']"):
        if element.getparent() is not None:
            element.drop_tree()
    own = _by_prose(copy.find("body") if copy.find("body") is not None else copy)
    own_prose = _prose(own)
    chosen = elements[int(own.get(MARK))] if (own.get(MARK) or "").isdecimal() else body
    found = _by_library(copy, elements)
    return chosen if found is None or own_prose > MISLED * _prose(found, foreign) else found


def _by_library(copy: HtmlElement, elements: list[HtmlElement]) -> HtmlElement | None:
    """The library's choice; it changes `copy`."""
    logging.getLogger("readability").setLevel(logging.CRITICAL)
    try:
        summary = lxml_html.fromstring(Document(copy).summary(True))
    except (etree.LxmlError, ValueError, TypeError, AttributeError):
        return None
    except Exception as error:  # the library raises its own Unparseable
        if type(error).__name__ != "Unparseable":
            raise
        return None
    marks = [e.get(MARK) or "" for e in summary.iter() if isinstance(e.tag, str)]
    return _smallest([elements[int(mark)] for mark in marks if mark.isdecimal()])


def _smallest(kept: list[HtmlElement]) -> HtmlElement | None:
    """The innermost element above nearly all text of the kept ones."""
    weights: dict[HtmlElement, int] = {}
    total = 0
    for element in kept:
        own = len(re.sub(r"\s", "", (element.text or "") + "".join(c.tail or "" for c in element)))
        total += own
        for above in (element, *element.iterancestors()):
            weights[above] = weights.get(above, 0) + own
    if not total:
        return None
    enough = [e for e, weight in weights.items() if weight >= HELD_SHARE * total]
    return max(enough, key=lambda e: sum(1 for _ in e.iterancestors()))


def _by_prose(body: HtmlElement) -> HtmlElement:
    """The element whose own children hold the most sentences."""
    scores: dict[HtmlElement, float] = {}
    for element in body.iter():
        if not isinstance(element.tag, str) or element.tag in NOT_TEXT:
            continue
        own = " ".join([element.text or "", *[c.tail or "" for c in element if c.tag not in NOT_TEXT]])
        weight = _sentences(own)
        # A line counts in full for its parent, half for the element above that: paragraphs often have
        # one wrapper of their own, seldom two.
        for above, share in zip((element, *element.iterancestors()), (0.5, 1.0, 0.7, 0.4), strict=False):
            if weight:
                scores[above] = scores.get(above, 0.0) + weight * share
    return max(scores, key=scores.get) if scores else body


def _prose(element: HtmlElement, foreign: Collection[HtmlElement] = ()) -> int:
    return _sentences("\n".join(_texts(element, foreign)))


def _texts(element: HtmlElement, foreign: Collection[HtmlElement]) -> Iterator[str]:
    if element.text:
        yield element.text
    for child in element:
        if isinstance(child.tag, str) and child.tag not in NOT_TEXT and child not in foreign:
            yield from _texts(child, foreign)
        if child.tail:
            yield child.tail


def _sentences(text: str) -> int:
    """The characters of `text` that stand in closed Chinese sentences."""
    pieces = re.split(r"(?<=[。！？])|\n", text)
    closed = [p for p in pieces if p and len(p) >= SENTENCE_LEAST and p.endswith(("。", "！", "？"))]
    return sum(len(piece) for piece in closed if re.search(f"[{HANZI}]", piece))
