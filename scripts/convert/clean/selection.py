"""Blocks on their way from a page to an article: which stay, which were taken out and why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import cached_property

from convert.evidence.density import TEASER, is_cut_off, is_row
from convert.evidence.lines import is_prose as runs
from convert.page import Block, Removed
from convert.rules.tables import rule_for
from convert.text.characters import first_letters, folded, hanzi_count, is_ordinary, letters
from convert.text.code import is_code_line, is_of_code

# A box or the rest of a page behind a label may be cut whole if it holds at most this share of the prose
# before the label. A choice: a summary or two behind a label are less, the second half of an article is more.
CUT_SHARE = 0.35
CODE_WITHIN = 2  # lines from a comment of code to what it speaks of
BUTTON_MOST = 4  # letters of a word of buttons beside headings
SHAPE_MOST = 8  # days have eight to ten characters
# Why a block is out that is the title of the article; what stands above it is not of the article.
TITLE_REASON = "title, kept in the front matter"
AUTHORS_NOTE = "author's note, kept in the front matter"
# Why lines are out that tell nothing about the box in which they stood.
SAID_OF_ARTICLE = {
    TITLE_REASON,
    "title repeated",
    "lead repeated",
    "paragraph repeated",
    "picture repeated",
    "no letter in it",
    AUTHORS_NOTE,
    "editor's lead, kept in the front matter",
}
# The days of a calendar and their names have one or two letters.
CELL_LEAST = 3
# So many words in a row are tags if so many of them, none of which is longer, stand in the text.
TAGS_LEAST = 3
TAGS_SHARE = 0.6
TAG_MOST = 8
MARKED = re.compile("[，。、；：！？,.;:!?《》「」“”（）()]")

# What says whose something is.
RIGHTS = ("disclaimer", "rights notice")


@dataclass
class Selection:
    """Blocks on their way: index -> block still kept, what was removed, and lines for the front matter. `text_copy`:
    they are the lines of a copy, which has lost its pictures."""

    kept: dict[int, Block]
    text_copy: bool = False
    removed: list[Removed] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)

    @cached_property
    def end(self) -> int:
        """The index behind the last block of the page."""
        return max((*self.kept, *(each.index for each in self.removed)), default=-1) + 1

    def remove(self, index: int, reason: str) -> None:
        """Take the block out for `reason`; a block already out stays as it was."""
        block = self.kept.pop(index, None)
        if block is not None:
            self.removed.append(Removed(block, reason, index))

    def remove_from(self, first: int, reason: str) -> None:
        """Take out all that is kept from the index `first` on."""
        for index in [index for index in self.kept if index >= first]:
            self.remove(index, reason)

    def of_site(self) -> dict[int, Block]:
        """What was taken out for what the site prints, by index."""
        return {each.index: each.block for each in self.removed if each.reason not in SAID_OF_ARTICLE}

    def note(self, name: str, value: str) -> None:
        """Keep a line for the front matter; the first one stays, a biography may grow."""
        if name == "author_note" and self.fields.get(name):
            self.fields[name] += " " + value.strip()
        else:
            self.fields.setdefault(name, value.strip())


def text_blocks(selection: Selection) -> list[tuple[int, Block]]:
    """The blocks of running text that are still kept, with their indices."""
    return [(i, b) for i, b in selection.kept.items() if b.kind not in ("image", "code", "table")]


def ends(texts: list[tuple[int, Block]], holds: Callable[[Block], bool]) -> tuple[int, int] | None:
    """The first and the last place at which `holds` is true of the block; those between are not asked."""
    first = next((place for place, (_, block) in enumerate(texts) if holds(block)), None)
    if first is None:
        return None
    return first, next(place for place in range(len(texts) - 1, -1, -1) if holds(texts[place][1]))


def between_code(selection: Selection, index: int) -> bool:
    """True for a line between code in a copy, which is a comment of it: a licence in it closes no article. And for one
    that a sign opens right above code: a comment (# Site), or a command (# cd /); tags look alike."""
    beside = [selection.kept.get(at) for at in (index - 1, index + 1)]
    if all(block is not None and (block.kind == "code" or is_code_line(block.text)) for block in beside):
        return True
    below = [block.text for at in range(index + 1, index + 1 + CODE_WITHIN) if (block := selection.kept.get(at))]
    marked = selection.text_copy and selection.kept[index].text.startswith("#")
    return marked and any(is_of_code(text) and rule_for(text) is None for text in below)


def closing_notes(selection: Selection, reasons: Collection[str]) -> list[Removed]:
    """What was taken out for one of the `reasons`; rights only below all code, for no site has any below its articles,
    and what a program says may have rights of its own."""
    code = max((index for index, block in selection.kept.items() if block.kind == "code"), default=-1)
    notes = [each for each in selection.removed if each.reason in reasons]
    return [each for each in notes if each.index > code or each.reason not in RIGHTS]


def buttons_of_sections(texts: list[tuple[int, Block]]) -> set[int]:
    """The places of the same short words right below the headings of several sections: 编辑, 播报."""
    places: dict[str, list[int]] = {}
    below = False
    for place, (_, block) in enumerate(texts):
        key = letters(block.text)
        below = block.kind == "heading" or (below and 0 < len(key) <= BUTTON_MOST)
        if below and block.kind == "paragraph":
            places.setdefault(key, []).append(place)
    return {place for found in places.values() if len(found) > 1 for place in found}


def running_beside(texts: list[tuple[int, Block]], lead: int) -> int:
    """Characters of running text besides the block at the index `lead`."""
    return sum(len(b.text) for at, b in texts if at != lead and runs(b.text) and rule_for(b.text) is None)


def prose_length(blocks: list[tuple[int, Block]]) -> int:
    """Characters in running paragraphs, cut teasers, items of lists and rows of titles left out."""
    return sum(len(b.text) for _, b in blocks if is_prose(b) and not is_row(b.text))


def is_prose(block: Block) -> bool:
    """True for a running paragraph that is neither a teaser nor a link."""
    if block.kind not in ("paragraph", "quote"):
        return False
    if not (is_cut_off(block.text) if block.text.rstrip().endswith(TEASER) else is_ordinary(block.text)):
        return False
    return not block.spans or not all(s.href for s in block.spans if s.text.strip())


def said(texts: list[tuple[int, Block]]) -> str:
    """What the blocks say, on one line."""
    return " ".join(block.text for _, block in texts)


def is_set_apart(block: Block) -> bool:
    """True for code, and for a table with words in its cells: calendars have numbers."""
    cells = [letters("".join(span.text for span in cell)) for row in block.rows for cell in row]
    return block.kind == "code" or sum(map(len, cells)) > CELL_LEAST * max(1, len(cells))


def is_tags(block: Block, text: str) -> bool:
    """True for words side by side without a mark, most of which the text has: the tags below a copy."""
    words = block.text.split()
    if len(words) < TAGS_LEAST or block.kind != "paragraph" or any(map(MARKED.search, words)):
        return False
    key = folded(text)
    known = sum(folded(word) in key for word in words if hanzi_count(word))
    return max(map(len, words)) <= TAG_MOST and known >= TAGS_SHARE * len(words)


def cut_empty(selection: Selection, title: str) -> None:
    """Take out what has no letter: signs and rules on lines."""
    above: Block | None = None
    for index, block in text_blocks(selection):
        # Of code that was pasted as paragraphs the brackets are lines, too.
        if first_letters(block.text) or (above and is_code_line(block.text) and is_of_code(above.text)):
            above = block
        else:
            selection.remove(index, "no letter in it")


def shape(text: str) -> str:
    """How a line begins, whatever the digits: the days of a diary may have words behind them."""
    return re.sub(r"\d", "0", text.strip()[:SHAPE_MOST])


def shapes_of(texts: list[tuple[int, Block]]) -> Counter[str]:
    """How many of the lines begin in each shape."""
    return Counter(shape(block.text) for _, block in texts)


def recurs(block: Block, shapes: Counter[str]) -> bool:
    """True for one of several lines of the same shape: the days of a diary head its sections."""
    return shapes[shape(block.text)] > 1
