"""Candidates for the element that holds the article, each from a source of its own."""

from __future__ import annotations

import logging
from collections import Counter
from copy import deepcopy

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from convert.evidence.lines import Lines
from convert.rules.tables import pattern
from convert.text.characters import letters

MARK = "data-convert-id"
DESCRIPTIONS = ("description", "og:description", "twitter:description")
# So many letters at the beginning of a description and of a paragraph are no chance.
TOLD_LEAST = 20
# The smallest element with this share of what the library found is its candidate: the rest are strays.
HELD_SHARE = 0.9
# A named element is a candidate if it holds this share of the page's running text: portals name lists of teasers
# <article> as well.
NAMED_SHARE = 0.25
# Two sources that share so much of their sentences need no third.
SAME_SHARE = 0.97
# So much of the page's sentences in one element leaves no other choice.
WHOLE_SHARE = 0.95
# The library holds each part of a page against each, link by link: of 1,734 pages none for which it was asked has more
# than 599 links, and one with 1,834 took it 26 seconds.
LINKS_MOST = 800
# Fewer characters of sentences than this leave the article to its short lines.
WHOLE_LEAST = 200


def candidates(root: HtmlElement, body: HtmlElement, lines: Lines) -> dict[str, HtmlElement]:
    """Source -> the element that it takes for the container; a source that finds none is left out."""
    dense, named = densest(lines), _by_name(body, lines)
    found = {"density": dense, "name": named}
    alike = dense is not None and named is not None and lines.agree(dense, named, SAME_SHARE)
    if not alike and not (
        dense is not None and lines.prose(dense) >= max(WHOLE_LEAST, WHOLE_SHARE * lines.prose(body))
    ):
        # The library takes a fifth of the time of a page; where two sources say the same, or one has all, it is not
        # asked.
        found["library"] = _by_library(root, body, lines)
    return _with_described(root, lines, {source: e for source, e in found.items() if e is not None})


def _with_described(root: HtmlElement, lines: Lines, found: dict[str, HtmlElement]) -> dict[str, HtmlElement]:
    """The candidates without those that share nothing with the one that holds what the page's description says: terms
    of use below a short article are longer than it."""
    told = next((key for meta in root.iter("meta") if (key := _description(meta))), "")
    said = {n for n, line in enumerate(lines.lines) if line.prose and letters(line.text)[:TOLD_LEAST] == told}
    spans = {source: range(*lines.spans[element]) for source, element in found.items()}
    right = [span for span in spans.values() if any(n in span for n in said)]
    sharing = {s for s, span in spans.items() if any(span.start < r.stop and r.start < span.stop for r in right)}
    return {source: element for source, element in found.items() if not right or source in sharing}


def _description(meta: HtmlElement) -> str:
    """How the description of the page begins, in letters; empty for other data, and for one too short to be a text."""
    if (meta.get("name") or meta.get("property") or "").lower() not in DESCRIPTIONS:
        return ""
    key = letters(meta.get("content") or "")[:TOLD_LEAST]
    return key if len(key) == TOLD_LEAST else ""


def densest(lines: Lines) -> HtmlElement | None:
    """The element with the most running text less what speaks against it (links, short lines), at any depth.

    An element above it gains by running text outside and pays for the menus and boxes that come along.
    """
    gain: list[float] = [0]
    for line in lines.lines:
        gain.append(gain[-1] + line.weight - line.cost)
    best: HtmlElement | None = None
    most = 0.0
    for element, (start, end) in lines.spans.items():
        score = gain[end] - gain[start]
        # Elements end before those around them: of equals the innermost is met first and stays.
        if score > most:
            best, most = element, score
    return best


def _by_name(body: HtmlElement, lines: Lines) -> HtmlElement | None:
    """The element that the page itself calls the text of its article, if there is much text in it."""
    names = pattern("html", "container")
    whole = lines.weight(body)
    best, most = None, whole * NAMED_SHARE
    for element in body.iter("article", "div", "section", "td", "main"):
        named = element.get("itemprop") == "articleBody" or names.search(element.get("id") or "")
        if (named or element.tag == "article") and lines.weight(element) > most:
            best, most = element, lines.weight(element)
    return best if best is None or not _is_section(best, lines) else best.getparent()


def _is_section(element: HtmlElement, lines: Lines) -> bool:
    """True for one of several parts of an article, each with its own head: those of other articles are links."""
    beside = [e for e in (*element.itersiblings(preceding=True), *element.itersiblings()) if e.tag == element.tag]
    parts = [e for e in beside if e.get("class") == element.get("class") and e not in lines.foreign and lines.prose(e)]
    return bool(parts) and all(_has_own_head(part) for part in (element, *parts))


def _has_own_head(element: HtmlElement) -> bool:
    head = next(element.iter("h1", "h2", "h3", "h4"), None)
    return head is not None and head.tag != "h1" and head.find(".//a[@href]") is None


def _by_library(root: HtmlElement, body: HtmlElement, lines: Lines) -> HtmlElement | None:
    """The choice of readability-lxml; none where a page has more links than it reads in a moment."""
    if sum(1 for _ in body.iter("a")) > LINKS_MOST:
        return None
    elements = {str(number): element for number, element in enumerate(body.iter())}
    for mark, element in elements.items():
        element.set(MARK, mark)
    copy = deepcopy(root)
    for element in elements.values():
        del element.attrib[MARK]
    foreign = {mark for mark, element in elements.items() if element in lines.foreign}
    for element in copy.xpath(f"//*[@{MARK}]"):
        if element.getparent() is not None and element.get(MARK) in foreign:
            element.drop_tree()
    # Imported here: pages without doubt, and texts, do without.
    from readability import Document

    logging.getLogger("readability").setLevel(logging.CRITICAL)
    try:
        summary = lxml_html.fromstring(Document(copy).summary(True))
    except (etree.LxmlError, ValueError):  # whatever goes wrong in it, the library's own error is a ValueError
        return None
    # A page may have such a mark of its own outside its body.
    return _smallest([elements[mark] for mark in summary.xpath(f"//@{MARK}") if mark in elements])


def _smallest(kept: list[HtmlElement]) -> HtmlElement | None:
    """The innermost element above nearly all text of the kept ones."""
    weights: Counter[HtmlElement] = Counter()
    total = 0
    for element in kept:
        own = sum(map(len, "".join([element.text or "", *(c.tail or "" for c in element)]).split()))
        total += own
        for above in (element, *element.iterancestors()):
            weights[above] += own
    if not total:
        return None
    enough = [e for e, weight in weights.items() if weight >= HELD_SHARE * total]
    return max(enough, key=lambda e: len(list(e.iterancestors())))
