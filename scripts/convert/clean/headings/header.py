"""What stands above the text as a heading does and heads no section: the subtitle, and the banner of the site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from convert.page import Block, Removed
from convert.text.characters import is_ordinary

# What is said beside a title and below its subtitle.
HEADER_REASONS = {"date or counter", "byline", "outlet", "share bar"}
# A name of a section, with the blank before it.
SECTION_MOST = 9


def without_subtitle(kept: Mapping[int, Block], removed: Iterable[Removed]) -> list[tuple[int, Block]]:
    """The kept blocks in order; a heading between title and byline heads no section."""
    pairs = sorted(kept.items())
    first = next(((at, i, b) for at, (i, b) in enumerate(pairs) if b.text), None)
    lines = [r.index for r in removed if r.reason in HEADER_REASONS]
    if first and first[2].kind == "heading":
        at, index, heading = first
        below = next((i for i, b in pairs if i > index and is_ordinary(b.text)), index)
        if any(each in range(index, below) for each in lines):
            pairs[at] = (index, heading.but(kind="paragraph", level=0))
    return pairs


def banner(kept: Mapping[int, Block], site: str) -> int:
    """The index of the heading above all text that is the name of the site and of a section behind it; -1: none."""
    texts = [(i, b) for i, b in kept.items() if b.text.strip()]
    index, block = texts[0] if site and texts else (-1, Block(""))
    text = " ".join(block.text.split())
    named = block.kind == "heading" and text.startswith(f"{site} ") and len(text) <= len(site) + SECTION_MOST
    return index if named else -1
