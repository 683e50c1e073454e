"""Parts that are named like widgets but are text: a name alone takes no running text between two paragraphs."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from convert.page import Block
from convert.text.characters import hanzi_count, is_ordinary

# Two sentences of text; what a player or a button says is one, and shorter.
SENTENCES_LEAST = 2
HANZI_LEAST = 40
# Boxes of other articles are links.
LINKED_SHARE = 0.2
SENTENCE = re.compile("[。！？!?]")


def text_between_paragraphs(widgets: list[tuple[int, HtmlElement]], blocks: tuple[Block, ...]) -> set[HtmlElement]:
    """Those of the `widgets` (each with the place of the next block) that hold running text without links and stand
    between two running paragraphs."""
    prose = [at for at, block in enumerate(blocks) if is_ordinary(block.text)]
    if not prose:
        return set()
    return {element for at, element in widgets if prose[0] < at <= prose[-1] and _runs(element)}


def _runs(element: HtmlElement) -> bool:
    text = " ".join(element.text_content().split())
    linked = sum(len(link.text_content().strip()) for link in element.iter("a"))
    if hanzi_count(text) < HANZI_LEAST or linked > LINKED_SHARE * len(text):
        return False
    return len(SENTENCE.findall(text)) >= SENTENCES_LEAST and element.find(".//input") is None
