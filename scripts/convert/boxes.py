"""Comments, and boxes of other articles: parts of a page that a label or a row of buttons gives away."""

from __future__ import annotations

from convert.byline import biography
from convert.discussion import discussion_start
from convert.matching import is_label, rule_for
from convert.page import Block
from convert.sorting import CUT_SHARE, Sorting, is_prose, prose_length, text_blocks


def comments(sorting: Sorting, title: str) -> None:
    """Everything from the label of the comments on, or from the first comment that shows its buttons."""
    texts = text_blocks(sorting)
    for place, (index, block) in enumerate(texts):
        if is_label(block.text, "comments") and prose_length(texts[:place]):
            _cut_from(sorting, index, "comments")
            return
    place = discussion_start(texts)
    if place >= 0 and prose_length(texts[:place]):
        _cut_from(sorting, texts[place][0], "comments")


def _cut_from(sorting: Sorting, index: int, reason: str) -> None:
    for later in [i for i in sorting.kept if i >= index]:
        sorting.remove(later, reason)


def related(sorting: Sorting, title: str) -> None:
    """Boxes of other articles behind their label: the rest of the page, or up to the next running paragraph."""
    for index, block in text_blocks(sorting):
        strict = is_label(block.text, "related")
        if index not in sorting.kept or (not strict and not is_label(block.text, "loose_related")):
            continue
        texts = text_blocks(sorting)
        before = prose_length([t for t in texts if t[0] < index])
        after = [t for t in texts if t[0] > index]
        if not before:
            sorting.remove(index, "related articles")
            continue
        prose = prose_length(after)
        whole = prose <= CUT_SHARE * before if strict else prose == 0
        if not strict and after and is_prose(after[0][1]):
            continue
        sorting.remove(index, "related articles")
        for later, other in list(sorting.kept.items()):
            if later < index:
                continue
            if not whole and is_prose(other):
                break
            if not _is_note(other):
                sorting.remove(later, "related articles")


def _is_note(block: Block) -> bool:
    """A line for the front matter, which may stand behind a related box."""
    rule = rule_for(block.text)
    return bool(rule and rule.action != "remove") or bool(biography(block.text))
