"""Comments, and boxes of other articles: parts of a page that a label or a row of buttons gives away."""

from __future__ import annotations

from convert.clean.discussion import discussion_start
from convert.clean.selection import CUT_SHARE, Selection, is_prose, prose_length, text_blocks
from convert.evidence.byline import biography
from convert.page import Block
from convert.rules.lines import is_label, rule_for


def comments(selection: Selection, title: str) -> None:
    """Everything from the label of the comments on, or from the first comment that shows its buttons."""
    texts = text_blocks(selection)
    for place, (index, block) in enumerate(texts):
        if is_label(block.text, "comments") and prose_length(texts[:place]):
            _cut_from(selection, index, "comments")
            return
    place = discussion_start(texts)
    if place >= 0 and prose_length(texts[:place]):
        _cut_from(selection, texts[place][0], "comments")


def _cut_from(selection: Selection, index: int, reason: str) -> None:
    for later in [i for i in selection.kept if i >= index]:
        selection.remove(later, reason)


def related(selection: Selection, title: str) -> None:
    """Boxes of other articles behind their label: the rest of the page, or up to the next running paragraph."""
    for index, block in text_blocks(selection):
        strict = is_label(block.text, "related")
        if index not in selection.kept or (not strict and not is_label(block.text, "loose_related")):
            continue
        texts = text_blocks(selection)
        before = prose_length([t for t in texts if t[0] < index])
        after = [t for t in texts if t[0] > index]
        if not before:
            selection.remove(index, "related articles")
            continue
        prose = prose_length(after)
        whole = prose <= CUT_SHARE * before if strict else prose == 0
        if not strict and after and is_prose(after[0][1]):
            continue
        selection.remove(index, "related articles")
        for later, other in list(selection.kept.items()):
            if later < index:
                continue
            if not whole and is_prose(other):
                break
            if not _is_note(other):
                selection.remove(later, "related articles")


def _is_note(block: Block) -> bool:
    """A line for the front matter, which may stand behind a related box."""
    rule = rule_for(block.text)
    return bool(rule and rule.action != "remove") or bool(biography(block.text))
