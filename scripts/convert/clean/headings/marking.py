"""Which lines are section headings and of which level, and which are quotations under them."""

from __future__ import annotations

import itertools
import re

from convert.clean.headings.bold import bold_lines, framed_lines, parts_of_each_section
from convert.clean.headings.line import HEADING_MOST, as_marked, unless_told
from convert.clean.headings.numbers import order, spaced_number, with_whole_heads
from convert.clean.headings.plain import first_of_heads, plain_lines, signed_lines, stacked_lines, without_captions
from convert.clean.headings.series import heads_of_chapters, nested_heads, numbered_heads
from convert.evidence.fields.names import is_person
from convert.evidence.lines import is_prose
from convert.page import Block, Removed
from convert.rules.tables import pattern
from convert.text.characters import HANZI, letters

# So many headings on top of each other that the page has again are its table of contents.
CONTENTS_LEAST = 3
# Characters of a line set apart, as titles are: 前　言. One line of two characters may be set so by chance.
SET_APART = re.compile(rf"[{HANZI}](?:[ \u3000\xa0]+[{HANZI}]){{1,3}}")
TWO_APART = re.compile(rf"(?![一二三四五六七八九十])[{HANZI}][ \u3000\xa0]+[{HANZI}]")
APART_LEAST = 2

Indexed = list[tuple[int, Block]]


def mark_headings(blocks: Indexed, plain_text: bool) -> tuple[Indexed, list[Removed]]:
    """(index, block) pairs with headings and quotations marked, and the stray captions taken out.

    `plain_text`: the page is a text copy, so pictures are lost and captions may stand alone.
    """
    marked = [(i, spaced_number(as_marked(unless_told(b, HEADING_MOST)), HEADING_MOST)) for i, b in blocks]
    blocks = with_whole_heads(marked)
    parts = heads_of_chapters(blocks)
    numbered = parts or numbered_heads(blocks)
    framed = framed_lines(blocks)
    below = {lower[0] for upper, lower in itertools.pairwise(blocks) if upper[0] in framed}
    bold = bold_lines(blocks)
    standing = (bold - below) | framed
    # Numbered ones that bold lines outnumber are the points of one section, or of each.
    chosen = numbered if not parts and len(numbered) >= len(standing - numbered) else numbered | standing
    chosen = chosen or signed_lines(blocks) or stacked_lines(blocks) or plain_lines(blocks)
    chosen |= first_of_heads(blocks) if plain_text and chosen and not numbered else set()
    printed = sum(b.kind == "heading" for _, b in blocks)
    if printed and not numbered and not plain_text:
        # Below a printed heading bold lines are emphasis; above the first, or where there is one, they are headings.
        first = next(i for i, b in blocks if b.kind == "heading")
        above = {i for i in bold if i < first}
        # Where they are more than those, they head smaller sections.
        chosen = bold if printed == 1 or len(bold) > printed else above if len(above) >= 2 else set()
    # Of a page, those that one number after the other opens are one series, which has been told.
    told = chosen | {index for index, block in blocks if order(block) and not plain_text}
    nested = nested_heads(blocks) - told if plain_text or numbered else set()
    levels = (
        dict.fromkeys(nested, 4 if parts else 3)
        | (parts_of_each_section(blocks, bold) if printed else {})
        | dict.fromkeys(chosen, 2)
    )
    levels |= dict.fromkeys(parts, 3)
    blocks = [
        (i, b.but(kind="heading", level=levels[i]) if i in levels and b.kind != "heading" else b) for i, b in blocks
    ]
    blocks = with_labels(blocks, "closing_headings" if numbered else "section_labels")
    blocks, removed = without_captions(blocks, plain_text) if numbered else (blocks, [])
    return with_quotes(levelled(unless_idle(blocks))), removed


def levelled(blocks: list[tuple[int, Block]]) -> list[tuple[int, Block]]:
    """Heading levels from 2, their order kept, none skipped."""
    levels = sorted({b.level for _, b in blocks if b.kind == "heading"})
    new = {level: min(6, 2 + place) for place, level in enumerate(levels)}
    return [(i, b.but(level=new[b.level]) if b.kind == "heading" else b) for i, b in blocks]


def with_labels(blocks: Indexed, which: str) -> Indexed:
    """The words that head sections are headings, unmarked too, where something stands below: in a numbered article 结语
    or 写在最后, in any other what is never a sentence (前言, 译文); and lines of two characters set apart."""
    label = pattern("captions", which)
    above = [(i, b.text.strip()) for i, b in blocks[:-1] if b.kind == "paragraph"]
    found = {i for i, text in above if label.fullmatch("".join(text.split()) if SET_APART.fullmatch(text) else text)}
    # Two characters set apart are a heading (主　文, 理　由); a name may stand so alone.
    apart = {i: text for i, text in above if TWO_APART.fullmatch(text) and not is_person("".join(text.split()))}
    found |= apart.keys() if len(set(apart.values())) >= APART_LEAST else set()
    return [(i, b.but(kind="heading", level=2) if i in found else b) for i, b in blocks]


def unless_idle(blocks: Indexed) -> Indexed:
    """The blocks with headings that head nothing as other text: a label behind all text, and the entries of a table of
    contents: headings on top of each other, above all text also with short lines between, that are all said again
    below."""
    last = {letters(block.text): at for at, (_, block) in enumerate(blocks) if block.kind == "heading"}
    idle = {len(blocks) - 1} if blocks and blocks[-1][1].text.rstrip().endswith((":", "：")) else set()
    start = next((at for at, (_, block) in enumerate(blocks) if _is_text(block)), len(blocks))
    for is_listed, run in itertools.groupby(
        range(len(blocks)), lambda at: at < start or blocks[at][1].kind == "heading"
    ):
        heads = [at for at in run if is_listed and blocks[at][1].kind == "heading"]
        again = [at for at in heads if last[letters(blocks[at][1].text)] > at]
        idle.update(again if len({blocks[at][1].text for at in again}) >= CONTENTS_LEAST else [])
    told = {at for at in idle if blocks[at][1].kind == "heading"}
    return [(i, b.but(kind="paragraph", level=0) if at in told else b) for at, (i, b) in enumerate(blocks)]


def _is_text(block: Block) -> bool:
    return block.kind != "heading" and (block.kind in ("code", "table", "image") or is_prose(block.text))


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
