"""Lines that belong to a picture: what they say of themselves, and where they stand."""

from __future__ import annotations

import itertools
from collections import Counter

from convert.page import Block
from convert.rules.tables import pattern

# On pages whose pictures have captions 0.88 and more of them have a short line below; where the short lines
# are headings, under 0.67.
CAPTION_SHARE = 0.8
# A caption may be twice as long as a heading.
LONGEST = 80

Indexed = list[tuple[int, Block]]


def are_captions(blocks: Indexed, chosen: set[int]) -> bool:
    """True if nearly each picture with text right below it has one of the chosen lines there."""
    hits = [index in chosen for index in below_pictures(blocks)]
    return bool(hits) and sum(hits) >= CAPTION_SHARE * len(hits)


def below_pictures(blocks: Indexed) -> set[int]:
    """Indices of the blocks right below a picture, other pictures left out."""
    pairs = itertools.pairwise(blocks)
    return {lower[0] for upper, lower in pairs if upper[1].kind == "image" != lower[1].kind}


def usual_gap(blocks: Indexed) -> int:
    """From how many lines to how many the paragraphs of a copy follow each other, mostly; 0 where all do so alike."""
    gaps = Counter(lower.line - upper.line for (_, upper), (_, lower) in itertools.pairwise(blocks))
    return max(gaps, key=gaps.__getitem__) if len(gaps) > 1 else 0


def says_caption(block: Block) -> bool:
    """True for a line that says of itself that it belongs to a picture."""
    return len(block.text) <= LONGEST and bool(pattern("captions", "captions").search(block.text.strip()))
