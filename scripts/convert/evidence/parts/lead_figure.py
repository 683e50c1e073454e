"""The picture above a text: set with its caption between the headline and the element that holds the text."""

from __future__ import annotations

import re
from collections.abc import Collection

from lxml.html import HtmlElement

from convert.text.characters import letters

HEADLINES = ("h1", "h2")
# Where a link leads that is not to another article: to the picture itself, larger.
LARGER = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:[?!@]|$)|^(?:javascript:|#|data:|$)", re.I)
# Several in a row are of other articles, or a gallery.
FIGURES_MOST = 2


def take_in_lead_figures(root: HtmlElement, container: HtmlElement, foreign: Collection[HtmlElement]) -> None:
    """Move the pictures with captions that stand between the last headline and the container to its beginning."""
    around = set(container.iterancestors())
    found: list[HtmlElement] = []
    headed = False
    for element in root.iter():
        if element is container:
            break
        if element.tag in HEADLINES:
            headed, found = True, []
        elif element.tag == "figure" and headed and element not in around and _has_caption(element):
            found.append(element)
    own = [each for each in found if not any(above in foreign for above in (each, *each.iterancestors()))]
    if len(own) <= FIGURES_MOST:
        for figure in reversed(own):
            _move(figure, container)


def _has_caption(figure: HtmlElement) -> bool:
    """True for a picture with words below it, neither of which leads to another page."""
    caption = figure.find(".//figcaption")
    pictures = [each for each in figure.iter("img", "picture")]
    links = [link for link in figure.iter("a") if not LARGER.search(link.get("href") or "")]
    led = any(link.find(".//img") is not None or link.find(".//figcaption") is not None for link in links)
    return caption is not None and bool(pictures) and bool(letters(caption.text_content())) and not led


def _move(figure: HtmlElement, container: HtmlElement) -> None:
    """Make it the first child of the container; the text behind it stays where it was."""
    behind, parent, before = figure.tail or "", figure.getparent(), figure.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + behind
    elif parent is not None:
        parent.text = (parent.text or "") + behind
    figure.tail, container.text = container.text, None
    container.insert(0, figure)
