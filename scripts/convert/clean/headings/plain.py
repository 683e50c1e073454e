"""Lines that neither bold letters nor a number mark as headings: told by one sign before them all, by standing in
pairs, or by nothing but their place; and in a copy the captions of lost pictures among them."""

from __future__ import annotations

import re

from convert.clean.headings.captions import are_captions, below_pictures, says_caption, usual_gap
from convert.clean.headings.line import LONGEST_PLAIN, may_head, opens_section
from convert.evidence.fields.names import is_outlet
from convert.evidence.fields.unlabelled import bare_name
from convert.evidence.lines import is_prose
from convert.page import Block, Removed
from convert.rules.tables import rule_for
from convert.text.characters import ends_sentence, hanzi_count, is_ordinary
from convert.text.code import is_of_code
from convert.text.days import iso_day

# Without a mark of its own a head is shorter, and heads of one text are of a length; subtitles are longer.
PLAIN_MOST, LIKE_MOST = 32, 2
# A copy of an article alone has title, day and names above its first head; of a whole page, menus and buttons.
CLEAN_MOST = 4
# The number of a smaller section, and the marks of speech: no caption has them.
NO_CAPTION = re.compile(r"^(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|\d{1,2}(?:\.\d|[.、]))|[？！?!”」』]$")
# Where most short lines head nothing, the writer breaks lines as in verse, and no line can be told for a heading.
# On the pages measured with plain headings there are up to 2.5 short lines for each of them; in verse, 8.
UNCLOSED = 4
# A heading may trail off; a line without bold or a number that does is one of verse, or cut off.
TRAILS_OFF = re.compile(r"(…|—|\.{3})$")
# What a writer without bold letters sets apart: {一月}, 【天气】, #谁来付钱, ◆三年以后; captions and names have ■ and ▲
SIGNED = re.compile(r"([【{\[〔［｛])[^【】{}\[\]〔〕]{2,20}[】}\]〕］｝]|([#＃◆◇□●○▶►★☆◎▌])\s*[^\s#＃][^#＃]*")
EXCLAIMED = re.compile(r"[！？!?][”」』]?$")
# A question goes on from the sentence above, speaks to somebody, or has clauses.
GOES_ON = re.compile("[那这這可但难難所于於而又也还還我你您他她它咱]|.*[!！][”」』]?$|.*[，,]")

Indexed = list[tuple[int, Block]]


def _may_head_plainly(block: Block) -> bool:
    """True for a line that may be a heading though nothing but its place tells it."""
    text = block.text.strip()
    return may_head(block, LONGEST_PLAIN) and not TRAILS_OFF.search(text) and not is_of_code(text)


def signed_lines(blocks: Indexed) -> set[int]:
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


def stacked_lines(blocks: Indexed) -> set[int]:
    """Headings in two lines: pairs of short lines between running text, in two places or more."""
    pairs = []
    for at in range(1, len(blocks) - 2):
        upper, lower = blocks[at][1], blocks[at + 1][1]
        short = all(b.kind == "paragraph" and _may_head_plainly(b) and not b.bold for b in (upper, lower))
        if short and _is_text(blocks[at - 1][1]) and _is_text(blocks[at + 2][1]):
            pairs += [blocks[at][0], blocks[at + 1][0]]
    return set(pairs) if len(pairs) >= 4 else set()


def plain_lines(blocks: Indexed) -> set[int]:
    """Short lines without a closing mark between running paragraphs, at least two of them, and questions that stand as
    they do, if there are no more of those."""
    found, asked = set(), set()
    for at, (index, block) in enumerate(blocks):
        if block.kind != "paragraph" or not _may_head_plainly(block):
            continue
        if not opens_section(blocks, at):
            continue
        above = next((b for _, b in reversed(blocks[:at]) if b.kind != "image"), None)
        # Words that announce a list close in a colon.
        announced = above is not None and above.text.rstrip().endswith((":", "："))
        if above is not None and not announced and (ends_sentence(above.text) or says_caption(above)):
            if not EXCLAIMED.search(block.text):
                found.add(index)
            elif not GOES_ON.match(block.text.strip()):
                asked.add(index)
    short = {index for index, block in blocks if may_head(block) or says_caption(block)}
    if len(short) > UNCLOSED * len(found):
        # What a program prints is no verse, and heads nothing.
        chinese = {index for index, block in blocks if hanzi_count(block.text)}
        found, short = found & chinese, short & chinese
    if len(found) < 2 or len(short) > UNCLOSED * len(found):
        return set()
    # A caption may be long; what it has not is the end of a sentence.
    open_ended = {index for index, block in blocks if block.kind == "paragraph" and not ends_sentence(block.text)}
    captions = len(below_pictures(blocks) & found) >= 2 and are_captions(blocks, short | open_ended)
    questions = asked if len(asked) <= len(found) else set()
    return set() if captions else found | questions | _of_their_class(blocks, found)


def _of_their_class(blocks: Indexed, found: set[int]) -> set[int]:
    """Lines that a page gives the class which it gives headings and no running paragraph: the one above all text."""
    running = {block.hint for _, block in blocks if ends_sentence(block.text)}
    classes = {block.hint for index, block in blocks if index in found} - running - {""}
    return {i for at, (i, b) in enumerate(blocks) if b.hint in classes and may_head(b) and opens_section(blocks, at)}


def _is_text(block: Block) -> bool:
    return block.kind in ("paragraph", "quote") and is_ordinary(block.text)


def first_of_heads(texts: list[tuple[int, Block]]) -> set[int]:
    """The index of the line right above the first paragraph of a copy, where two or more lines further down stand alone
    between paragraphs, as heads do, and none of them is so much shorter; empty for a name."""
    first = next((at for at, (_, block) in enumerate(texts) if is_prose(block.text)), 0)
    between = zip(texts[first:], texts[first + 1 :], texts[first + 2 :], strict=False)
    heads = [b for (_, a), (_, b), (_, c) in between if _is_open_ended(b) and is_prose(a.text) and is_prose(c.text)]
    if first < 1 or len(heads) < 2:
        return set()
    index, line = texts[first - 1]
    is_other = bare_name(line.text) or is_outlet(line.text.strip()) or rule_for(line.text) is not None
    alike = len(line.text) <= LIKE_MOST * max(len(block.text) for block in heads)
    return {index} if index <= CLEAN_MOST and _is_open_ended(line) and alike and not is_other else set()


def _is_open_ended(block: Block) -> bool:
    text = block.text.strip()
    open_ended = len(text) > 1 and "，" not in text and not ends_sentence(text) and not iso_day(text)
    return block.kind == "paragraph" and open_ended and may_head(block, PLAIN_MOST)


def without_captions(blocks: Indexed, plain_text: bool) -> tuple[Indexed, list[Removed]]:
    """In a text copy whose headings are numbered, a line that is neither number nor sentence is a caption."""
    if not plain_text:
        return blocks, []
    kept, removed = [], []
    usual = usual_gap(blocks)
    for at, (index, block) in enumerate(blocks):
        inside = 0 < at < len(blocks) - 1 and _is_text(blocks[at - 1][1]) and blocks[at + 1][1].kind == "paragraph"
        # A lost picture leaves more blank lines than stand between paragraphs.
        below = not usual or block.line - blocks[at - 1][1].line > usual
        if (
            inside
            and below
            and block.kind == "paragraph"
            and may_head(block)
            and not NO_CAPTION.search(block.text.strip())
        ):
            removed.append(Removed(block, "caption of a lost picture", index))
        else:
            kept.append((index, block))
    # Where they are more than the heads, the writer breaks lines.
    many = len(removed) > sum(block.kind == "heading" for _, block in blocks)
    return (blocks, []) if many else (kept, removed)
