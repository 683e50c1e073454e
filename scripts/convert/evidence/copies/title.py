"""Which line of a text copy is the title: that for which most speaks."""

from __future__ import annotations

from collections.abc import Collection

from convert.evidence.copies.likely import may_title
from convert.evidence.copies.signs import Signs
from convert.evidence.floors import about_writers
from convert.page import Block

# What each sign is worth: a conditional logit over the lines above the text, fitted to the copies of 858 pages, whose
# titles their HTML or a reader tells, and of invented ones; each site counts as the root of its pages, and signs that
# few pages have stay near what they were worth by hand. Of sites that were held out, 89 in 100 titles are right, of 161
# more copies that nobody looked at 82 (80 with the weights fitted before, to 612 pages).
WEIGHTS: dict[str, float] = {
    "says so": 3.0,
    "is defined": 3.0,
    "ends crumbs": 2.6,
    "length": 1.9,
    "opens the text": 1.8,
    "byline right below": 1.6,
    "day right below": 1.5,
    "spoken of": 1.4,
    "above contents": 1.4,
    "below the last byline": 1.4,
    "first line": 1.2,
    "below crumbs": 1.2,
    "day two below": 1.0,
    "spoken of much": 0.9,
    "text near below": 0.9,
    "much of it spoken of": 0.8,
    "byline two below": 0.8,
    "text right below": 0.7,
    "site below": 0.6,
    "long below the last byline": 0.4,
    "words above": 0.4,
    "text two below": 0.3,
    "longer below": 0.2,
    "longest": 0.2,
    "some lines above the text": 0.2,
    "said again": 0.0,
    "latin": -0.6,
    "blank below": -0.8,
    "two letters": -0.8,
    "slash": -1.1,
    "tags": -1.2,
    "very long": -1.2,
    "a writer": -1.5,
    "an outlet": -1.5,
    "short": -1.6,
    "blanks": -1.7,
    "slogan": -1.9,
    "listed": -2.3,
    "text above": -2.4,
    "name of a blog": -2.9,
    "a caption": -3.0,
    "holds the rights": -3.1,
}


def title_place(blocks: tuple[Block, ...], end: int, listed: Collection[int] = ()) -> int:
    """The place of the title among the blocks before `end`; -1: no line may be one. `listed`: the numbers of the lines
    of the table of contents."""
    about = about_writers([block.text for block in blocks])
    likely = [at for at in range(end) if at not in about and may_title(blocks[at])]
    signs = Signs(blocks, end, listed)
    return max(likely, key=lambda at: (round(worth(signs.of(at)), 3), at), default=-1)


def worth(signs: dict[str, float]) -> float:
    """How much speaks for a line with these signs."""
    return sum(WEIGHTS[name] * value for name, value in signs.items())
