"""Short notes in the frame of a page (head, side, foot), which belongs to no article: whose the page is, when it came
out."""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterator, Sequence

from lxml.html import HtmlElement

# A note is no longer; longer texts are sentences about it.
NOTE_MOST = 120
NO_FOREIGN: frozenset[HtmlElement] = frozenset()


def notes(root: HtmlElement, words: Sequence[str], foreign: Container[HtmlElement] = NO_FOREIGN) -> Iterator[str]:
    """The text of each largest element that is no longer than a note and has one of the words in it, on one line; what
    stands in `foreign` elements is left out."""
    lengths: dict[HtmlElement, int] = {}

    def is_note(element: HtmlElement) -> bool:
        # Remembered: a list of a thousand remarks is above each of them.
        if element not in lengths:
            lengths[element] = len(" ".join(element.text_content().split()))
        return lengths[element] <= NOTE_MOST

    met: set[HtmlElement] = set()
    for text in root.xpath(f"//body//text()[{' or '.join(f'contains(., {word!r})' for word in words)}]"):
        element = text.getparent()
        if element is None or element.tag in ("script", "style") or len(text.strip()) > NOTE_MOST:
            continue
        around = (element, *element.iterancestors())
        *_, largest = (None, *itertools.takewhile(is_note, around))
        if any(each in foreign for each in around) or largest in met:
            continue
        if largest is not None:
            met.add(largest)
        yield " ".join((text if largest is None else " ".join(largest.itertext())).split())
