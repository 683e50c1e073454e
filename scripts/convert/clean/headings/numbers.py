"""Numbers that lines open with: of sections, in digits, in Chinese numerals, or as parts; and marks of lists."""

from __future__ import annotations

import re

from convert.blocks.spans import edited
from convert.clean.headings.line import LONGEST_PLAIN, may_head, opens_section
from convert.evidence.lines import is_prose
from convert.page import Block, Span
from convert.rules.tables import rule_for
from convert.text.characters import HANZI
from convert.text.numerals import number

# Behind 0x a writer of programs counts from naught or from one.
NUMBER = re.compile(
    r"(?:0x(?P<hex>[0-9a-f]{2})(?=\s)|第?\s*(?P<digits>\d{1,2})|第?(?P<hanzi>[一二三四五六七八九十]{1,3})|(?:part|chapter|no)[.\s]*(?P<part>\d{1,2}))"
    r"(?:\s*(?:[、.．:：|｜]|(?<=[一二三四五六七八九十])[，,]|(?<![一二三四五六七八九十])(?:[章节節]|部分))\s*|\s+|$)",
    re.I,
)
BARE = re.compile(
    r"(?:(?:part|chapter|no)[.\s]*)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.．]?"
    r"|第\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?(?:[章节節、.．]|部分)?",
    re.I,
)
GLUED = re.compile(rf"(0[1-9]|1[0-9])(?=[{HANZI}「“《])")
# Marks of lists in a text; so many of their lines, some of them running text, are one.
MARKS = frozenset(">▫▪•·◦●◆■□")
MARKED_LEAST, RUNNING_LEAST = 3, 2


def order(block: Block) -> int:
    """The number that the line opens with, one more than what stands behind 0x; 0 if with none."""
    found = NUMBER.match(block.text.strip())
    if not found:
        return 0
    if found["hex"]:
        return int(found["hex"], 16) + 1
    return number(found["hanzi"]) if found["hanzi"] else int(found["digits"] or found["part"])


def numeral(block: Block) -> str:
    """The kind of numeral that the line opens with: a series keeps to one."""
    found = NUMBER.match(block.text.strip())
    return found.lastgroup or "" if found else ""


def heads_by_number(block: Block) -> bool:
    """True for a numbered line that may head a section; behind a Chinese numeral it may close in a colon, as points of
    lists do behind digits: of such lines of 589 pages six head and none else, of those behind digits two of 22."""
    text = block.text.strip()
    bare = block.but(spans=(Span(text[:-1]),)) if text.endswith((":", "：")) and numeral(block) == "hanzi" else block
    return may_head(bare)


def counted_end(texts: list[tuple[int, Block]], end: int, removed: set[int]) -> int:
    """Where the article ends, if the series of numbered lines that stands in it counts on below `end`: at the last of
    these before anything of the site."""
    over = min((index for index in removed if index > end), default=texts[-1][0] + 1 if texts else 0)
    last = next((block for index, block in reversed(texts) if index <= end and order(block)), None)
    for index, block in [(i, b) for i, b in texts if end < i < over and order(b)]:
        if last is None or (order(block), numeral(block)) != (order(last) + 1, numeral(last)):
            break
        end, last = index, block
    return end


def is_bare_number(block: Block) -> bool:
    """True for a line that is nothing but the number of a section."""
    return block.kind in ("paragraph", "heading") and bool(BARE.fullmatch(block.text.strip()))


def goes_on(texts: list[tuple[int, Block]], place: int) -> bool:
    """True for the next item of a list that the writer numbered or marked, which is no call whatever it says."""
    own = order(texts[place][1])
    numbered = own > 1 and place > 0 and order(texts[place - 1][1]) == own - 1
    return numbered or _is_marked(texts, place)


def _is_marked(texts: list[tuple[int, Block]], place: int) -> bool:
    """True for a line that opens with the mark of a list in the text, beside another line of that list."""
    mark = texts[place][1].text.strip()[:1]
    if mark not in MARKS:
        return False
    marked = [at for at, (_, block) in enumerate(texts) if block.text.lstrip()[:1] == mark]
    alike = [at for at in marked if rule_for(texts[at][1].text) is None]
    running = sum(is_prose(texts[at][1].text) for at in alike)
    beside = bool({place - 1, place + 1}.intersection(marked))
    return beside and len(alike) >= MARKED_LEAST and running >= RUNNING_LEAST


def is_mark_of_sections(texts: list[tuple[int, Block]], place: int) -> bool:
    """True for a line that is set in bold behind a mark, as others further down are."""
    mark, block = texts[place][1].text.strip()[:1], texts[place][1]
    below = (other for _, other in texts[place + 1 :])
    return block.bold and mark in MARKS and any(o.bold and o.text.lstrip()[:1] == mark for o in below)


def spaced_number(block: Block, longest: int) -> Block:
    """01从 becomes 01 从, in a line of at most `longest` characters, which may be a heading."""
    text = block.text
    glued = GLUED.match(text)
    if not glued or block.kind not in ("paragraph", "heading") or len(text) > longest or block.has_image:
        return block
    return block.but(spans=edited(block.spans, [(glued.end() - 1, glued.end(), glued[1][1] + " ")]))


def with_whole_heads(blocks: list[tuple[int, Block]]) -> list[tuple[int, Block]]:
    """A number on one line and its words on the next made one line, where most bare numbers have such words."""
    numbers = [at for at, (_, b) in enumerate(blocks) if is_bare_number(b) and not b.inside]
    headed = [at for at in numbers if _has_words_below(blocks, at)]
    if len(numbers) < 2 or len(headed) <= len(numbers) / 2:
        return blocks
    result: list[tuple[int, Block]] = []
    for at, (index, block) in enumerate(blocks):
        if at - 1 in headed:
            above = result[-1][1]
            apart = "" if above.text.rstrip().endswith("、") else " "
            spans = (*above.spans, Span(apart, bold=above.bold), *block.spans)
            kind = "heading" if "heading" in (above.kind, block.kind) else "paragraph"
            level = above.level or block.level
            result[-1] = (result[-1][0], above.but(spans=spans, kind=kind, level=level))
        else:
            result.append((index, block))
    return result


def _has_words_below(blocks: list[tuple[int, Block]], at: int) -> bool:
    if at + 2 >= len(blocks):
        return False
    below, next_one = blocks[at + 1][1], blocks[at + 2][1]
    if not may_head(below, LONGEST_PLAIN) or order(below):
        return False
    # The words themselves may take two lines.
    two_lines = may_head(next_one, LONGEST_PLAIN) and not order(next_one) and opens_section(blocks, at + 2)
    return opens_section(blocks, at + 1) or two_lines
