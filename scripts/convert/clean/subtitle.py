"""The line between title and byline: a subtitle, which heads no section."""

from __future__ import annotations

from convert.clean.selection import Selection
from convert.page import Block
from convert.text.characters import is_ordinary

HEADER_REASONS = {"date or counter", "byline", "outlet", "share bar"}


def without_subtitle(selection: Selection) -> list[tuple[int, Block]]:
    """The kept blocks in order; a heading between title and byline heads no section."""
    pairs = sorted(selection.kept.items())
    first = next(((at, i, b) for at, (i, b) in enumerate(pairs) if b.text), None)
    lines = [r.index for r in selection.removed if r.reason in HEADER_REASONS]
    if first and first[2].kind == "heading" and any(first[1] < index for index in lines):
        below = next((i for i, b in pairs[first[0] + 1 :] if is_ordinary(b.text)), 0)
        if any(first[1] < index < below for index in lines):
            pairs[first[0]] = (first[1], first[2].but(kind="paragraph", level=0))
    return pairs
