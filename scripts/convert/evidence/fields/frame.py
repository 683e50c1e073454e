"""Short notes in the frame of a page (head, side, foot), which belongs to no article: whose the page is, when it came
out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Iterator

from lxml.html import HtmlElement

# A note is no longer; longer texts are sentences about it.
NOTE_MOST = 120
NO_FOREIGN: frozenset[HtmlElement] = frozenset()


def notes(root: HtmlElement, words: re.Pattern[str], foreign: Container[HtmlElement] = NO_FOREIGN) -> Iterator[str]:
    """The text of each largest element that is no longer than a note and has one of the `words` in it, on one line;
    what stands in `foreign` elements is left out."""
    lengths: dict[HtmlElement, int] = {}

    def is_note(element: HtmlElement) -> bool:
        # Remembered: a list of a thousand remarks is above each of them.
        if element not in lengths:
            lengths[element] = len(" ".join(element.text_content().split()))
        return lengths[element] <= NOTE_MOST

    met: set[HtmlElement] = set()
    for element, text in _texts(root):
        if not words.search(text) or len(text.strip()) > NOTE_MOST:
            continue
        around = (element, *element.iterancestors())
        small = list(itertools.takewhile(is_note, around))
        largest = small[-1] if small else None
        if any(each in foreign for each in around) or largest in met:
            continue
        if largest is not None:
            met.add(largest)
        yield " ".join((text if largest is None else " ".join(largest.itertext())).split())


def _texts(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Each piece of text in the body with the element that it stands in; for all pages, so no path is asked for it."""
    body = root.find("body")
    for element in root.iter() if body is None else body.iter():
        above = element.getparent()
        if element.text and element.tag not in ("script", "style") and isinstance(element.tag, str):
            yield element, element.text
        if element.tail and above is not None:
            yield above, element.tail
