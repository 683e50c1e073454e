"""Levels of headings, and the quotations under them that a writer sets as mottos of the sections."""

from __future__ import annotations

import re

from convert.page import Block

Indexed = list[tuple[int, Block]]


def with_quotes(blocks: Indexed) -> Indexed:
    """Paragraphs right below a heading that are nothing but a quotation, if two sections open so."""
    quoted: list[int] = []
    sections = 0
    opening = False
    for index, block in blocks:
        if block.kind == "heading":
            opening = True
            continue
        if (
            opening
            and block.kind == "paragraph"
            and re.fullmatch(r"「[^「」]{2,80}」|“[^“”]{2,80}”|『[^『』]{2,80}』", block.text.strip())
        ):
            sections += 1
            quoted.append(index)
            continue
        opening = False
    if sections < 2:
        return blocks
    return [(i, b.but(kind="quote") if i in quoted else b) for i, b in blocks]


def levelled(blocks: Indexed) -> Indexed:
    """Heading levels from 2, their order kept, none skipped."""
    levels = sorted({b.level for _, b in blocks if b.kind == "heading"})
    new = {level: min(6, 2 + place) for place, level in enumerate(levels)}
    return [(i, b.but(level=new[b.level]) if b.kind == "heading" else b) for i, b in blocks]
