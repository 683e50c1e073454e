"""Blocks on their way from a page to an article: which stay, which were taken out and why."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from convert.evidence.density import TEASER, is_cut_off, is_row
from convert.page import Block, Removed
from convert.text.characters import is_ordinary
from convert.text.code import is_code_line
from convert.text.days import DAY

# A box or the rest of a page behind a label may be cut whole if it holds at most this share of the prose
# before the label. A choice: a summary or two behind a label are less, the second half of an article is more.
CUT_SHARE = 0.35
# Why a block is out that is the title of the article; what stands above it is not of the article.
TITLE_REASON = "title, kept in the front matter"
# Why lines are out that tell nothing about the box in which they stood.
SAID_OF_ARTICLE = {
    TITLE_REASON,
    "title repeated",
    "lead repeated",
    "paragraph repeated",
    "picture repeated",
    "no letter in it",
    "author's note, kept in the front matter",
    "editor's lead, kept in the front matter",
}
# A day that stands alone.
DAY_ALONE = re.compile(rf"\W*{DAY}\W*")


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
    """True for a line between code in a copy, which is a comment of it: a licence in it closes no article."""
    beside = [selection.kept.get(at) for at in (index - 1, index + 1)]
    return all(block is not None and (block.kind == "code" or is_code_line(block.text)) for block in beside)


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


def is_link(block: Block) -> bool:
    """True for a line that is nothing but links."""
    # The day of the other article may stand behind its title, outside the link.
    visible = [span for span in block.spans if span.text.strip() and not DAY_ALONE.fullmatch(span.text)]
    return bool(visible) and all(span.href for span in visible) and block.kind in ("paragraph", "item")


def said(texts: list[tuple[int, Block]]) -> str:
    """What the blocks say, on one line."""
    return " ".join(block.text for _, block in texts)
