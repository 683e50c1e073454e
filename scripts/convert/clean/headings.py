"""Which lines are section headings, which are quotations under them, which are captions of lost pictures."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from convert.clean.captions import (
    HEADING_MOST,
    are_captions,
    as_label,
    as_marked,
    below_pictures,
    first_of_heads,
    may_head,
    says_caption,
    unless_idle,
    with_quotes,
    without_captions,
)
from convert.clean.numbering import (
    LONGEST_PLAIN,
    heads_of_chapters,
    levelled,
    nested_heads,
    numbered_heads,
    opens_section,
    order,
    spaced_number,
    unless_told,
    with_closings,
    with_whole_heads,
)
from convert.page import Block, Removed
from convert.text.characters import ends_sentence, is_ordinary, letters
from convert.text.code import is_of_code

# Where most short lines head nothing, the writer breaks lines as in verse, and no line can be told for a heading.
# On the pages measured with plain headings there are up to 2.5 short lines for each of them; in verse, 8.
UNCLOSED = 4
# A heading may trail off; a line without bold or a number that does is one of verse, or cut off.
TRAILS_OFF = re.compile(r"(…|—|\.{3})$")
# What a writer without bold letters sets apart: {一月}, 【天气】, #谁来付钱, ◆三年以后; captions and names have ■ and ▲
SIGNED = re.compile(r"([【{\[〔［｛])[^【】{}\[\]〔〕]{2,20}[】}\]〕］｝]|([#＃◆◇□●○▶►★☆◎▌])\s*[^\s#＃][^#＃]*")
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
EXCLAIMED = re.compile(r"[！？!?][”」』]?$")
LABELS_LEAST = 2  # two of a page are no accident

Indexed = list[tuple[int, Block]]


def mark_headings(blocks: Indexed, plain_text: bool) -> tuple[Indexed, list[Removed]]:
    """(index, block) pairs with headings and quotations marked, and the stray captions taken out.

    `plain_text`: the page is a text copy, so pictures are lost and captions may stand alone.
    """
    marked = [(i, spaced_number(as_marked(unless_told(b, HEADING_MOST)), HEADING_MOST)) for i, b in blocks]
    blocks = with_whole_heads(marked)
    parts = heads_of_chapters(blocks)
    numbered = parts or numbered_heads(blocks)
    framed = _framed(blocks)
    below = {lower[0] for upper, lower in itertools.pairwise(blocks) if upper[0] in framed}
    bold = _bold(blocks)
    standing = (bold - below) | framed
    # Numbered ones that bold lines outnumber are the points of one section, or of each.
    chosen = numbered if not parts and len(numbered) >= len(standing - numbered) else numbered | standing
    chosen = chosen or _signed(blocks) or _stacked(blocks) or _plain(blocks)
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
        | (_of_each_section(blocks, bold) if printed else {})
        | dict.fromkeys(chosen, 2)
    )
    levels |= dict.fromkeys(parts, 3)
    blocks = [
        (i, b.but(kind="heading", level=levels[i]) if i in levels and b.kind != "heading" else b) for i, b in blocks
    ]
    blocks, removed = without_captions(with_closings(blocks), plain_text) if numbered else (blocks, [])
    return with_quotes(levelled(unless_idle(blocks))), removed


def _may_head_plainly(block: Block) -> bool:
    """True for a line that may be a heading though nothing but its place tells it."""
    text = block.text.strip()
    return may_head(block, LONGEST_PLAIN) and not TRAILS_OFF.search(text) and not is_of_code(text)


def _bold(blocks: Indexed) -> set[int]:
    """Bold lines that stand alone before a paragraph and are not captions of the picture above."""
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


def _framed(blocks: Indexed) -> set[int]:
    """Lines between two signs that are alike, most of which open a section."""
    framed = [at for at, (_, b) in enumerate(blocks) if may_head(b) and FRAMED.fullmatch(b.text.strip())]
    opening = [at for at in framed if any(opens_section(blocks, x) or _opens_facts(blocks, x) for x in (at, at + 1))]
    return {blocks[at][0] for at in framed} if 2 * len(opening) > len(framed) else set()


def _of_each_section(blocks: Indexed, bold: set[int]) -> dict[int, int]:
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


def _signed(blocks: Indexed) -> set[int]:
    """Lines that one sign opens, or one pair of brackets holds, where most of them stand above running text."""
    lines: dict[str, list[int]] = {}
    for at, (_, block) in enumerate(blocks):
        if may_head(block) and block.kind == "paragraph" and (found := SIGNED.fullmatch(block.text.strip())):
            lines.setdefault(found[1] or found[2], []).append(at)
    for places in lines.values():
        opening = [at for at in places if at + 1 < len(blocks) and _is_text(blocks[at + 1][1])]
        if len(opening) >= 2 and 2 * len(opening) > len(places):
            return {blocks[at][0] for at in places}
    return set()


def _stacked(blocks: Indexed) -> set[int]:
    """Headings in two lines: pairs of short lines between running text, in two places or more."""
    pairs = []
    for at in range(1, len(blocks) - 2):
        upper, lower = blocks[at][1], blocks[at + 1][1]
        short = all(b.kind == "paragraph" and _may_head_plainly(b) and not b.bold for b in (upper, lower))
        if short and _is_text(blocks[at - 1][1]) and _is_text(blocks[at + 2][1]):
            pairs += [blocks[at][0], blocks[at + 1][0]]
    return set(pairs) if len(pairs) >= 4 else set()


def _plain(blocks: Indexed) -> set[int]:
    """Short lines without a closing mark between running paragraphs, at least two of them."""
    found = set()
    for at, (index, block) in enumerate(blocks):
        if block.kind != "paragraph" or not _may_head_plainly(block) or EXCLAIMED.search(block.text):
            continue
        if not opens_section(blocks, at):
            continue
        above = next((b for _, b in reversed(blocks[:at]) if b.kind != "image"), None)
        # Words that announce a list close in a colon.
        announced = above is not None and above.text.rstrip().endswith((":", "："))
        if above is not None and not announced and (ends_sentence(above.text) or says_caption(above)):
            found.add(index)
    short = {index for index, block in blocks if may_head(block) or says_caption(block)}
    if len(found) < 2 or len(short) > UNCLOSED * len(found):
        return set()
    # A caption may be long; what it has not is the end of a sentence.
    open_ended = {index for index, block in blocks if block.kind == "paragraph" and not ends_sentence(block.text)}
    captions = len(below_pictures(blocks) & found) >= 2 and are_captions(blocks, short | open_ended)
    return set() if captions else found | _of_their_class(blocks, found)


def _of_their_class(blocks: Indexed, found: set[int]) -> set[int]:
    """Lines that a page gives the class which it gives headings and no running paragraph: the one above all text."""
    running = {block.hint for _, block in blocks if ends_sentence(block.text)}
    classes = {block.hint for index, block in blocks if index in found} - running - {""}
    return {i for at, (i, b) in enumerate(blocks) if b.hint in classes and may_head(b) and opens_section(blocks, at)}


def _is_text(block: Block) -> bool:
    return block.kind in ("paragraph", "quote") and is_ordinary(block.text)
