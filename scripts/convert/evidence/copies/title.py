"""Which line of a text copy is the title: that for which most speaks."""

from __future__ import annotations

from collections.abc import Collection

from convert.evidence.copies.likely import may_title
from convert.evidence.copies.signs import Signs
from convert.page import Block

# What each sign is worth: a conditional logit over the lines above the text, fitted to the copies of 612 pages of 229
# sites, whose titles their HTML tells, and of invented ones; each site counts as the root of its pages, and signs that
# few pages have stay near what they were worth by hand. Of sites that were held out, 89 in 100 titles are right, 84
# with the weights that were set by hand (by site; 88 and 82 by page).
WEIGHTS: dict[str, float] = {
    "says so": 3.0,
    "ends crumbs": 2.5,
    "length": 1.7,
    "spoken of": 1.6,
    "opens the text": 1.6,
    "above contents": 1.5,
    "byline right below": 1.3,
    "day right below": 1.3,
    "first line": 1.2,
    "below the last byline": 1.0,
    "spoken of much": 1.0,
    "text near below": 0.9,
    "below crumbs": 0.8,
    "byline two below": 0.7,
    "day two below": 0.7,
    "text right below": 0.7,
    "long below the last byline": 0.6,
    "words above": 0.5,
    "site below": 0.5,
    "some lines above the text": 0.3,
    "longer below": 0.3,
    "said again": 0.2,
    "longest": 0.1,
    "text two below": 0.0,
    "slash": -0.5,
    "latin": -0.6,
    "very long": -0.6,
    "two letters": -0.7,
    "blanks": -0.8,
    "blank below": -1.0,
    "text above": -1.1,
    "tags": -1.1,
    "short": -1.4,
    "a writer": -1.5,
    "an outlet": -1.5,
    "slogan": -1.9,
    "listed": -2.8,
    "name of a blog": -2.9,
    # By hand: hardly any copy fitted to has one above its text.
    "a caption": -3.0,
    "holds the rights": -3.1,
}


def title_place(blocks: tuple[Block, ...], end: int, listed: Collection[int] = ()) -> int:
    """The place of the title among the blocks before `end`; -1: no line may be one. `listed`: the numbers of the lines
    of the table of contents."""
    likely = [at for at in range(end) if may_title(blocks[at])]
    signs = Signs(blocks, end, listed)
    return max(likely, key=lambda at: (round(worth(signs.of(at)), 3), at), default=-1)


def worth(signs: dict[str, float]) -> float:
    """How much speaks for a line with these signs."""
    return sum(WEIGHTS[name] * value for name, value in signs.items())
