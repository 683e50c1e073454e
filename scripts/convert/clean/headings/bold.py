"""Lines in bold, or framed by signs, that head a section or a list; not captions, facts and emphasis."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from convert.clean.headings.captions import are_captions, below_pictures
from convert.clean.headings.line import HEADING_MOST, as_label, may_head, opens_section
from convert.clean.headings.numbers import order
from convert.page import Block
from convert.text.characters import ends_sentence, is_ordinary, letters

# What stands between two signs that are alike: ☰☰ 活動資訊 ☰☰, ─關於江邊─; marks of speech and of titles are none.
FRAMED = re.compile(
    r"([^\w\s，。：；、！？（）()《》〈〉「」『』“”\"'‘’\[\]【】…<>*.,:;!?/#]{1,4}+)\s{0,2}+(?=\w)[^，。！？]{2,30}\1"
)
# A line of a notice: what is told, and that. What is counted is a point of a text.
FACT = re.compile(r"(?!\d|[一二三四五六七八九十]{1,3}、)[^，。；:：]{2,12}[:：｜|]\s*\S")
# So many lines are a list, and so many lists have names. A choice: a line of verse or of an address may be bold.
LISTED_LEAST, LISTS_LEAST = 2, 3
# What stands behind a label is a value, however often: 语言：英语.
LABEL = re.compile("[:：].")
NOTED = re.compile(r"\s?\[\d{1,3}\]$")  # the number of a note behind a heading
# Where so many pictures have a line below, a bold line above another is a caption.
PICTURED_LEAST = 5
LABELS_LEAST = 2  # two of a page are no accident

Indexed = list[tuple[int, Block]]


def bold_lines(blocks: Indexed) -> set[int]:
    """Bold lines that stand alone before a paragraph and are not captions of the picture above; none where the text
    itself is set in bold."""
    running = [block.bold for _, block in blocks if block.kind == "paragraph" and is_ordinary(block.text)]
    if sum(running) > len(running) / 2:
        return set()
    found: set[int] = set()
    below_images: set[int] = set()
    labels = [label for _, block in blocks if (label := as_label(block))]
    for at, (index, block) in enumerate(blocks):
        facts = block.bold and _opens_facts(blocks, at)
        head = as_label(block) or block if facts or len(labels) >= LABELS_LEAST else block
        if not may_head(head) or not block.bold:
            continue
        below = blocks[at + 1][1] if at + 1 < len(blocks) else None
        stacked = below is not None and (below.kind == "image" or (below.bold and may_head(below)))
        if not (stacked or facts or opens_section(blocks, at)) or _is_fact(blocks, at):
            continue
        (below_images if at and blocks[at - 1][1].kind == "image" else found).add(index)
    found = _without_lone_stack(blocks, found | _above_lists(blocks))
    captions = are_captions(blocks, below_images) and not _pictures_end_sections(blocks, found, below_images)
    return found if captions else found | below_images


def _is_fact(blocks: Indexed, at: int) -> bool:
    """True for one of several lines in bold of which each says what it tells: who holds it, who helps."""
    facts = [b.bold and bool(FACT.match(b.text)) for _, b in blocks[max(0, at - 1) : at + 2]]
    return sum(facts) > 1 and bool(FACT.match(blocks[at][1].text))


def _opens_facts(blocks: Indexed, at: int) -> bool:
    """True for a line with lines of a notice below."""
    below = [b for _, b in blocks[at + 1 : at + 1 + LISTED_LEAST] if b.kind == "paragraph" and not b.bold]
    return sum(bool(FACT.match(b.text)) for b in below) == LISTED_LEAST and not FACT.match(blocks[at][1].text)


def framed_lines(blocks: Indexed) -> set[int]:
    """Lines between two signs that are alike, most of which open a section."""
    framed = [at for at, (_, b) in enumerate(blocks) if may_head(b) and FRAMED.fullmatch(b.text.strip())]
    opening = [at for at in framed if any(opens_section(blocks, x) or _opens_facts(blocks, x) for x in (at, at + 1))]
    return {blocks[at][0] for at in framed} if 2 * len(opening) > len(framed) else set()


def parts_of_each_section(blocks: Indexed, bold: set[int]) -> dict[int, int]:
    """Index -> level of the bold lines that say the same below several printed headings, as the parts of each section
    are called; one of them at least stands as headings do."""
    said = {i: letters(NOTED.sub("", b.text)) for i, b in blocks if b.bold and may_head(b) and not LABEL.search(b.text)}
    often = Counter(said.values())
    heads = {said[index] for index in bold & said.keys() if often[said[index]] > 1}
    below, found = 0, {}
    for index, block in blocks:
        if block.kind == "heading":
            below = block.level
        elif below and said.get(index) in heads:
            found[index] = min(6, below + 1)
    return found


def _above_lists(blocks: Indexed) -> set[int]:
    """Bold lines of which each names a list that the page sets as short lines in plain letters."""
    found = set()
    for at, (index, block) in enumerate(blocks):
        below = (other for _, other in blocks[at + 1 :]) if block.bold and may_head(block) else ()
        plain = list(itertools.takewhile(lambda b: b.kind == "paragraph" and not b.bold, below))
        if len(plain) >= LISTED_LEAST and all(len(b.text) <= HEADING_MOST and not ends_sentence(b.text) for b in plain):
            found.add(index)
    return found if len(found) >= LISTS_LEAST else set()


def _pictures_end_sections(blocks: Indexed, found: set[int], below: set[int]) -> bool:
    """True if the first of the lines stands above all pictures, and none below the last picture."""
    images = [index for index, block in blocks if block.kind == "image"]
    return bool(found) and min(found) < images[0] and max(below) < images[-1]


def _without_lone_stack(blocks: Indexed, found: set[int]) -> set[int]:
    """The chosen lines, unless all are two or more that stand once on top of each other, captions of lost pictures, or
    the only one stands above no text, but above a picture. Writers who set their headings in two lines do so in every
    section."""
    places = [at for at, (index, _) in enumerate(blocks) if index in found]
    if len(places) == 1 and not opens_section(blocks, places[0]) and len(below_pictures(blocks)) >= PICTURED_LEAST:
        return set()
    alone = len(places) >= 2 and places[-1] - places[0] == len(places) - 1
    return set() if alone and not any(order(blocks[at][1]) for at in places) else found
