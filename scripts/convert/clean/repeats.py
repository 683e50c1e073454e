"""What a page says again: its title, its writers, single paragraphs, and its whole text for phones or for print."""

from __future__ import annotations

import re
from collections import Counter

from convert.blocks.title_elements import BUTTON
from convert.clean.pictures import is_picture_between
from convert.clean.selection import CUT_SHARE, TITLE_REASON, Selection, text_blocks
from convert.evidence.copies.likely import RECORD
from convert.evidence.fields.title import TAG
from convert.evidence.lines import is_prose as runs
from convert.page import BOX, Block
from convert.rules.tables import rule_for
from convert.text.characters import (
    distinct,
    ends_sentence,
    first_letters,
    hanzi_count,
    is_one_of,
    letters,
    shared_pairs,
)

# Shorter lines repeat by chance (是的。).
REPEAT_LETTERS = 20
# So many paragraphs in a row, as they stand further up, are a second copy of the text.
RUN_LEAST = 3
# Between paragraphs of the text a page says its title again once at most; a song does it more often, and has a title
# shorter than a line that does not repeat by chance.
REFRAIN_LEAST = 2
# Nobody repeats a paragraph this long (letters) on purpose, code apart; the longest refrain and question have 30.
NEVER_REFRAIN = 80
# A title is set in so many lines at most; before it a label stands (标题：, 内容概述：).
PARTS_MOST = 5
LABEL_MOST = 8
# A paragraph of the second copy says so much of what the first says, where it was mended in one of them.
ALIKE = 0.6
# So much of the text above (in characters of running paragraphs) said again is a copy of it.
COPIED_SHARE = 0.5
# So many blocks further down a text may say a paragraph again. A choice: of 1,912 stored pages those that do so say it
# 10 and more further down, and a paragraph that a page sets in front of its text once more stands right above that.
FAR = 8
REASON = "paragraph repeated"
LABEL = re.compile(r"\s*(?:标题|標題|题目|題目|文章标题)\s?[:：]\s*")

# So many blocks at each end of the text may be a byline.
EDGE = 4
# Longer lines are no names and hardly headings.
SHORT = 12
# What stands beside the names in one that says nothing else.
ROLE = re.compile(
    r"(?:[\u4e00-\u9fff]{2,8}?)?(?:记者|記者|通[讯訊][员員]|[实實][习習]生)|作者|撰[文稿写寫]|文字?|[采採][写寫]|(?:本期)?主[笔筆]"
    r"|供稿|[编編][译譯]|整理|[报報][导導]|报道|全部|\bby\b",
    re.I,
)

Texts = list[tuple[int, Block]]
# With the letters of each.
Keyed = list[tuple[int, Block, str]]


def cut_titles(selection: Selection, title: str) -> None:
    """Take out the title wherever it stands, but not where it is a refrain of the text."""
    keys = (letters(title), letters(TAG.sub("", title)))
    texts = text_blocks(selection) if keys[0] else []
    said = [at for at, (_, block) in enumerate(texts) if is_one_of(_untagged(block.text), keys)]
    within = [at for at in said[1:] if all(runs(block.text) for _, block in texts[at - 1 : at + 2 : 2])]
    refrain = within if len(within) >= REFRAIN_LEAST and len(keys[0]) < REPEAT_LETTERS else []
    first = True
    for index in (texts[at][0] for at in said if at not in refrain):
        selection.remove(index, TITLE_REASON if first else "title repeated")
        first = False
    if not selection.text_copy or not first:
        _broken_titles(selection, keys[0])


def _untagged(text: str) -> str:
    """A line without the label, the name of a record and the tag before its title, and a button behind it."""
    text = BUTTON.sub("", text)
    for sign in (LABEL, RECORD, TAG):
        if found := sign.match(text):
            text = text[found.end() :]
    return text


def _broken_titles(selection: Selection, key: str) -> None:
    """The title set again in two lines or more, as notices of offices set theirs, and behind a label."""
    texts = text_blocks(selection)
    for place, (index, block) in enumerate(texts):
        begun = first_letters(block.text)
        # Neither begins the title nor has its beginning behind a label: all letters of a line take longer.
        if not key.startswith(begun) and key[:LABEL_MOST] not in begun:
            continue
        said, parts = "", []
        for part, other in texts[place : place + PARTS_MOST]:
            said += letters(other.text)
            parts.append(part)
            if not key.startswith(said) or said == key:
                break
        broken = len(parts) > 1 and said == key
        # A page without titles has the beginning of its text for one: sentences stay.
        broken = broken and not any(b.text.rstrip().endswith("。") for _, b in texts[place : place + len(parts)])
        own = letters(block.text)
        label = len(key) >= REPEAT_LETTERS and own.endswith(key) and len(own) <= len(key) + LABEL_MOST
        # The first sentence may say the title with a word or two in front.
        label = label and (own == key or not block.text.rstrip().endswith("。"))
        for part in parts if broken else [index] * label:
            selection.remove(part, "title repeated")


def cut_repeats(selection: Selection, title: str) -> None:
    """A paragraph right below its copy, one that a box beside the text says, too, and a run of paragraphs that repeats
    an earlier run, as a page with a second copy for phones has it. What a text says again further down stays: a
    refrain, a question, a step of another section."""
    listed = text_blocks(selection)
    keys = distinct([block.text for _, block in listed])
    texts = [(index, block, key) for (index, block), key in zip(listed, keys, strict=True) if key]
    first: dict[str, int] = {}
    again = {place: at for place, (*_, key) in enumerate(texts) if (at := first.setdefault(key, place)) != place}
    if not again:
        return
    sizes = [len(block.text) for _, block, _ in texts]
    # A copy of the whole text says nothing again on purpose.
    copied = sum(sizes[place] for place in again) >= COPIED_SHARE * sum(sizes[place] for place in first.values())
    box = _box_of_text(texts)
    run: dict[int, int] = {}
    for place, earlier in again.items():
        (above, _, upper), (index, _, key) = texts[place - 1], texts[place]
        beside = key == upper and len(key) >= REPEAT_LETTERS
        # Two pictures may have one caption.
        if beside and is_picture_between(selection, above, index):
            continue
        if beside or (len(key) >= NEVER_REFRAIN and hanzi_count(key) > len(key) / 2):
            part = again.get(place - 1) == earlier - 1 or again.get(place + 1) == earlier + 1
            apart = _box(texts[earlier][1]) != _box(texts[place][1])
            said = texts[place - 1 if beside else earlier : place + 1]
            _cut_one(selection, said, box, copied or (part and (selection.text_copy or apart)))
            continue
        if run and run.get(place - 1) != earlier - 1:
            _cut_run(selection, texts, run, copied)
            run = {}
        run[place] = earlier
    _cut_run(selection, texts, run, copied)
    _second_copy(selection, listed, keys)


def _cut_one(selection: Selection, texts: Keyed, box: str, copied: bool) -> None:
    """Take out the first or the last of the `texts`, which say the same: that of the two which stands in a box beside
    the text's own `box`, and none where both are of the text, far from each other: under two heads next to each other
    one was pasted twice."""
    (above, upper, _), *between, (below, lower, _) = texts
    if copied or _box(upper) != _box(lower):
        selection.remove(above if _box(lower) == box and not copied else below, REASON)
    elif len(between) < FAR:
        selection.remove(below, REASON)


def _box(block: Block) -> str:
    """The names of the elements around a block, without its own."""
    return block.hint.rpartition(BOX)[0]


def _box_of_text(texts: Keyed) -> str:
    """The box that holds most of the text."""
    sizes: Counter[str] = Counter()
    for _, block, _ in texts:
        sizes[_box(block)] += len(block.text)
    return max(sizes, key=sizes.__getitem__)


def _second_copy(selection: Selection, listed: list[tuple[int, Block]], keys: list[str]) -> None:
    """Between paragraphs of a second copy of the text, which are out, the shorter ones, and its day and source."""
    again = [place for place, (index, _) in enumerate(listed) if index not in selection.kept and keys[place]]
    if len(again) < RUN_LEAST:
        return
    first = {key: place for place, key in reversed(list(enumerate(keys)))}
    for place in range(again[0], again[-1]):
        if first[keys[place]] < again[0]:
            selection.remove(listed[place][0], REASON)
    for index, block in listed[: again[0]][:-PARTS_MOST:-1]:
        rule = rule_for(block.text)
        if rule is None or rule.reason not in ("date or counter", "outlet", "byline"):
            return
        selection.remove(index, rule.reason)


def _cut_run(selection: Selection, texts: Keyed, run: dict[int, int], copied: bool) -> None:
    """Take out a run of paragraphs that repeats an earlier one (`run`: place -> place of the first). Within the text
    steps and letters are said again where they are needed again; a copy has no boxes to tell that by."""
    long = [place for place in run if len(texts[place][2]) >= REPEAT_LETTERS]
    apart = copied or selection.text_copy or any(_box(texts[at][1]) != _box(texts[to][1]) for at, to in run.items())
    for place in run if len(long) >= RUN_LEAST and apart else ():
        selection.remove(texts[place][0], REASON)


def cut_second_copy(selection: Selection, title: str) -> None:
    """The rest of a second copy of the text, whose paragraphs were found to repeat the first, and of the frame of the
    page between the two: each stands in it with the page's own lines around it."""
    again = {
        r.index: key
        for r in selection.removed
        if r.reason == REASON and len(key := letters(r.block.text)) >= REPEAT_LETTERS
    }
    if len(again) < RUN_LEAST:
        return
    start, texts = min(again), text_blocks(selection)
    first = [index for index, block in texts if letters(block.text) in again.values()]
    if not first or first[-1] > start:
        return
    above = [text for text in texts if text[0] < start]
    below = texts[len(above) :]
    copied, whole = _running([text for text in above if text[0] in set(first)]), _running(above)
    end = max([first[-1], *(index for index, block in above if _is_alike(block, below))])
    frame = [text for text in above if text[0] > end] + [text for text in below if not _is_alike(text[1], above)]
    if copied >= COPIED_SHARE * whole and _running(frame) <= CUT_SHARE / 2 * whole:
        selection.remove_from(end + 1, REASON)


def _running(texts: Texts) -> int:
    return sum(len(block.text) for _, block in texts if runs(block.text))


def _is_alike(block: Block, others: Texts) -> bool:
    """True for a running paragraph most of which one of the others says, too."""
    if not runs(block.text):
        return False
    key = letters(block.text)
    said = (letters(other.text) for _, other in others if runs(other.text))
    return any(max(shared_pairs(key, other), shared_pairs(other, key)) >= ALIKE for other in said)


def remove_bylines(selection: Selection, names: tuple[str, ...], are_sure: bool) -> None:
    """Take out the lines at the edges of the text that say nothing but its authors and what they did: the front matter
    has them. Names that are not sure may be a heading, which has its like further down."""
    texts = text_blocks(selection)
    lines = [(i, b) for i, b in (*texts[:EDGE], *texts[EDGE:][-EDGE:]) if _names_only(b.text, names)]
    short = [b for _, b in texts if b.kind == "paragraph" and len(b.text) <= SHORT and not ends_sentence(b.text)]
    for index, block in lines:
        if block.kind == "paragraph" and (are_sure or all(other is block for other in short)):
            selection.remove(index, "byline")


def _names_only(line: str, names: tuple[str, ...]) -> bool:
    key, rest = letters(line), letters(line)
    for name in sorted(map(letters, names), key=len, reverse=True):
        rest = rest.replace(name, " ")
    return rest != key and not letters(ROLE.sub("", rest))
