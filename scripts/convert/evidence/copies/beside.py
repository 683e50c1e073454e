"""Headings of a text copy, told by the blank lines: a browser leaves one behind a paragraph, none behind a heading."""

from __future__ import annotations

import re

from convert.evidence.copies.likely import goes_on_in_code, is_byline
from convert.evidence.lines import is_prose
from convert.page import Block
from convert.rules.tables import is_label, pattern, rule_for
from convert.text.characters import ends_sentence, hanzi_count, letters
from convert.text.code import is_of_code
from convert.text.days import iso_day

# Where a copy has a blank line behind this share of its running lines, what stands right above one was set apart by
# its markup. Copies of 60 pages have one behind this share and more of their paragraphs, or behind hardly any.
APART_SHARE = 0.5
# Fewer running lines say nothing of how the page sets its paragraphs.
PROSE_LEAST = 2
# The longest heading measured has 40 characters; without a mark of its own a line must be shorter.
HEADING_MOST = 40
CLOSED = re.compile(r"[。，；：,;:、~～…]$|(?<![0-9.])[.]$")
# A line of more clauses than two is running text, whatever it ends in.
COMMA = re.compile("[，,；;]")
COMMAS_MOST = 1
# An item of a list whose writer closes each but the last so.
ITEM_CLOSED = re.compile("；$")
LEVELS = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}(?:[.、]\s*|\s+)(?=[^\d\s%])")
# What announces a list: its first line stands right above the next one, too.
ANNOUNCES = re.compile(r"[:：]$")
DATED = re.compile(r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}")
# A line below that is so many times longer, and this long, is no next item of a list of words.
LONGER = 2
LONG = 15

Blocks = tuple[Block, ...]


def with_headings_beside(blocks: Blocks, start: int) -> Blocks:
    """The blocks with the lines from `start` on that stand right above their text made headings; all as they are where
    the copy has no blank lines between its paragraphs, or a single such line."""
    # A number of several levels (2.3.1 主要特性): whoever numbers so numbers heads.
    found = {at for at in range(start, len(blocks)) if LEVELS.match(blocks[at].text.strip()) and _may_head(blocks[at])}
    if not _sets_apart(blocks[start:]):
        return _marked(blocks, found)
    for at in range(len(blocks) - 2, start - 1, -1):
        placed = (
            _may_head(blocks[at])
            and not goes_on_in_code(blocks, at)
            and _is_above(blocks, at)
            and _stands_apart(blocks, at, start)
        )
        if placed and (at + 1 in found or _is_text(blocks[at + 1], blocks[at].text.strip())):
            found.add(at)
    return _marked(blocks, found)


def _marked(blocks: Blocks, found: set[int]) -> Blocks:
    if len(found) < 2:
        return blocks
    return tuple(b.but(kind="heading", level=2) if at in found else b for at, b in enumerate(blocks))


def _sets_apart(blocks: Blocks) -> bool:
    """True if most running lines have a blank line below, or nothing."""
    prose = [at for at, block in enumerate(blocks) if block.kind == "paragraph" and is_prose(block.text.strip())]
    apart = sum(at + 1 == len(blocks) or not _is_above(blocks, at) for at in prose)
    return len(prose) >= PROSE_LEAST and apart >= APART_SHARE * len(prose)


def _is_above(blocks: Blocks, at: int) -> bool:
    """True if the next block begins on the very next line."""
    return blocks[at + 1].line == blocks[at].line + 1


def _stands_apart(blocks: Blocks, at: int, start: int) -> bool:
    """True if what stands above ends there: a blank line, a byline, a sentence or code, but not the words before a
    list; or if it is a head itself, of which this one is the first part."""
    if at <= start:
        return True
    above = blocks[at - 1]
    text = above.text.strip()
    if above.kind == "code" or DATED.search(text):
        return True
    if ANNOUNCES.search(text) or (ITEM_CLOSED.search(text) and above.line + 1 == blocks[at].line):
        return False
    if (
        above.line + 1 < blocks[at].line
        or len(text) > HEADING_MOST
        or ends_sentence(text)
        or rule_for(text) is not None
    ):
        return True
    alone = at - 1 > start and blocks[at - 2].line + 1 < above.line
    return alone and _may_head(above) and is_prose(blocks[at + 1].text)


def _may_head(block: Block) -> bool:
    text = block.text.strip()
    if block.kind != "paragraph" or not 2 <= len(text) <= HEADING_MOST or not letters(text) or "\t" in block.text:
        return False
    if CLOSED.search(text) or "。" in text or DATED.search(text) or is_of_code(text):
        return False
    if not any(map(str.isalpha, text)) or iso_day(text):
        return False
    if len(COMMA.findall(text)) > COMMAS_MOST or pattern("captions", "captions").search(text):
        return False
    return rule_for(text) is None and not any(
        is_label(text, group) for group in ("related", "loose_related", "comments")
    )


def _is_text(block: Block, above: str) -> bool:
    """True for what the heading `above` stands above: running text, code or a row of a table. A word of Latin letters
    right above code is the first line of that."""
    text = block.text.strip()
    if (block.kind == "code" or is_of_code(text)) and not hanzi_count(above) and " " not in above:
        return False
    if block.kind == "code" or "\t" in text:
        return True
    if is_byline(text) or rule_for(text) is not None:
        return False
    return is_prose(text) or ends_sentence(text) or len(text) >= max(LONG, LONGER * len(above))
