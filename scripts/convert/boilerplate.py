"""What of a page is not the article: each block removed here keeps its reason."""

from __future__ import annotations

import re

from convert.boxes import comments, related
from convert.byline import biography
from convert.chinese import ends_sentence, letters
from convert.edges import densest, header_furniture, is_menu, link_runs, tail_start
from convert.matching import lead_label, rule_for
from convert.page import Block
from convert.sorting import CUT_SHARE, Sorting, is_prose, prose_length, text_blocks
from convert.spans import without_prefix
from convert.title import TAG

# Notes at the edges: as in metadata.py.
HEAD_BLOCKS = 6
TAIL_BLOCKS = 12
# Shorter lines repeat by chance (是的。).
REPEAT_LETTERS = 20
ENDINGS = {"end mark", "editor on duty", "disclaimer", "rights notice", "repost notice", "original title"}


def sort_blocks(blocks: tuple[Block, ...], title: str, text_copy: bool = False) -> Sorting:
    """Remove what is not the article from `blocks` (all with trimmed text).

    `text_copy`: there was no container, so the lines at the edges are judged by their shape, too.
    """
    sorting = Sorting(dict(enumerate(blocks)))
    for step in (_before_title, _titles, comments, related, _leads, _biographies, _lines, _after_end):
        step(sorting, title)
    if text_copy:
        _edges(sorting)
    for index in link_runs(text_blocks(sorting)):
        sorting.remove(index, "list of links")
    for step in (_repeats, _empty):
        step(sorting, title)
    return sorting


def _before_title(sorting: Sorting, title: str) -> None:
    """Everything above the title, when the title stands before the first running paragraph."""
    key = letters(title)
    for index, block in text_blocks(sorting):
        if is_prose(block):
            return
        if key and letters(block.text) == key:
            for earlier in [i for i in sorting.kept if i < index]:
                rule = rule_for(sorting.kept[earlier].text, tail=False)
                sorting.remove(earlier, rule.reason if rule else "before the title")
            return


def _titles(sorting: Sorting, title: str) -> None:
    key = letters(title)
    first = True
    for index, block in text_blocks(sorting):
        if key and letters(TAG.sub("", block.text)) in (key, letters(TAG.sub("", title))):
            sorting.remove(index, "title, kept in the front matter" if first else "title repeated")
            first = False


def _leads(sorting: Sorting, title: str) -> None:
    """The editor's abstract goes to the front matter, once, in the copy that is not cut off."""
    found: list[str] = []
    for index, block in text_blocks(sorting)[:HEAD_BLOCKS]:
        label = lead_label(block.text)
        text = "".join(s.text for s in without_prefix(block.spans, label)) if label else block.text
        if (label and len(text) >= 8) or (block.kind == "lead" and len(text) >= 20):
            found.append(text)
            sorting.remove(index, "editor's lead, kept in the front matter" if len(found) == 1 else "lead repeated")
    if not found:
        return
    whole = [text for text in found if ends_sentence(text)]
    lead = max(whole or found, key=len)
    sorting.note("lead", lead)
    key = letters(lead)
    for index, block in text_blocks(sorting)[:HEAD_BLOCKS]:
        if len(key) >= REPEAT_LETTERS and _same_start(letters(block.text), key):
            sorting.remove(index, "lead repeated")


def _same_start(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= 0.9 * len(longer) and longer.startswith(shorter)


def _biographies(sorting: Sorting, title: str) -> None:
    for index, block in text_blocks(sorting)[HEAD_BLOCKS:][-TAIL_BLOCKS:]:
        if biography(block.text):
            sorting.note("author_note", block.text)
            sorting.remove(index, "author's note, kept in the front matter")


def _lines(sorting: Sorting, title: str) -> None:
    texts = text_blocks(sorting)
    # A disclaimer is as long as a paragraph and closes like one.
    prose = [place for place, (_, block) in enumerate(texts) if is_prose(block) and not rule_for(block.text)]
    first, last = (prose[0], prose[-1]) if prose else (0, len(texts))
    for place, (index, block) in enumerate(texts):
        head = place < max(first, HEAD_BLOCKS)
        tail = place > last or place >= len(texts) - TAIL_BLOCKS
        rule = rule_for(block.text, head, tail, outside=not first < place < last)
        if rule is None:
            if place < first and block.kind == "paragraph" and is_menu(block.text) and not ends_sentence(block.text):
                sorting.remove(index, "menu of the site")
            continue
        if rule.reason == "date or counter" and _signs(texts, place):
            continue
        # A long sentence in the middle that only speaks of copyright or of comments is text.
        if not head and not tail and is_prose(block):
            continue
        if rule.action != "remove":
            sorting.note(rule.action, block.text)
        sorting.remove(index, rule.reason)


def _signs(texts: list[tuple[int, Block]], place: int) -> bool:
    """True for the day below the name of an office: how a public notice is signed."""
    above = texts[place - 1][1].text.strip() if place else ""
    day = re.fullmatch(r"(19|20)\d\d年\d{1,2}月\d{1,2}日", texts[place][1].text.strip())
    return bool(day) and 4 <= len(above) <= 40 and not ends_sentence(above) and rule_for(above) is None


def _after_end(sorting: Sorting, title: str) -> None:
    """What stands behind the editor's name, an end mark or a disclaimer, if it is little."""
    ends = [r.index for r in sorting.removed if r.reason in ENDINGS]
    texts = text_blocks(sorting)
    for end in sorted(ends):
        before = prose_length([t for t in texts if t[0] < end])
        after = [t for t in texts if t[0] > end]
        if before and after and prose_length(after) <= CUT_SHARE * before / 2:
            for index in [i for i in sorting.kept if i > end]:
                sorting.remove(index, "after the end of the article")
            return


def _edges(sorting: Sorting) -> None:
    texts = text_blocks(sorting)
    start = max((r.index for r in sorting.removed if r.reason == "title, kept in the front matter"), default=-1)
    taken = {r.index for r in sorting.removed if r.index > start}
    first = next((i for i, b in texts if i > start and is_prose(b)), -1)
    for index in header_furniture(texts, first, taken):
        sorting.remove(index, "between title and text")
    texts = text_blocks(sorting)
    _, end = densest(texts)
    over = tail_start(texts, end, taken)
    before = prose_length([t for t in texts if t[0] <= end])
    if 0 <= end < over and prose_length([t for t in texts if t[0] > over]) <= CUT_SHARE * before:
        for index in [i for i in sorting.kept if i > over or i == over]:
            sorting.remove(index, "after the end of the article")


def _repeats(sorting: Sorting, title: str) -> None:
    seen: set[str] = set()
    for index, block in text_blocks(sorting):
        key = letters(block.text)
        if len(key) >= REPEAT_LETTERS and key in seen:
            sorting.remove(index, "paragraph repeated")
        seen.add(key)


def _empty(sorting: Sorting, title: str) -> None:
    for index, block in text_blocks(sorting):
        if not letters(block.text):
            sorting.remove(index, "no letter in it")
