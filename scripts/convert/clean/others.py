"""Other articles below the one that a text copy is of: their summaries, each with its day, on and on."""

from __future__ import annotations

import itertools
import re

from convert.clean.selection import Selection, text_blocks
from convert.evidence.lines import is_prose
from convert.text.characters import folded, spoken_share

# Three summaries are a list; each takes no more than so many lines.
LEAST = 3
SUMMARY_MOST = 20
# What stands above most of the moments in one way (as text or not) belongs to the summary below or above it.
ALIKE = 0.7
# The article speaks of its title; of it other articles repeated up to 0.29 as much, entries of a chronicle 0.4.
SPOKEN_OF = 0.45
LESS = 0.35
AGO = r"\d+\s?(?:秒|分钟|小时|天|周|个月|月|年)前"
DAY = r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?"
# When one of them was published: a day with its time, or how long ago behind the name of its site.
MOMENT = re.compile(rf"(?:{DAY}\s*\d\d:\d\d(?::\d\d)?|(?:\S{{1,16}}\s?[·•|]\s?)?{AGO})")


def cut_other_articles(selection: Selection, title: str) -> None:
    """Everything from the first of three or more summaries with their moments on, if they speak far less of the title
    than what stands above them does: the entries of a chronicle have days, too."""
    texts = text_blocks(selection)
    lines = [block.text.strip() for _, block in texts]
    start = _first_summary(lines)
    if start <= 0:
        return
    above = spoken_share(title, folded(" ".join(lines[:start])))
    below = spoken_share(title, folded(" ".join(lines[start:])))
    if above >= SPOKEN_OF and below <= LESS * above:
        first = texts[start][0]
        for index in [i for i in selection.kept if i >= first]:
            selection.remove(index, "other articles")


def _first_summary(lines: list[str]) -> int:
    """The place where the summaries begin; -1: there are none."""
    text = next((at for at, line in enumerate(lines) if is_prose(line)), len(lines))
    moments = [at for at, line in enumerate(lines) if at > text and MOMENT.fullmatch(folded(line))]
    apart = [other - one for one, other in itertools.pairwise(moments)]
    rows = [at for at in range(len(apart) - LEAST + 2) if max(apart[at : at + LEAST - 1]) <= SUMMARY_MOST]
    if not rows:
        return -1
    moments, apart = moments[rows[0] :], apart[rows[0] :]
    start = moments[0]
    for up in range(1, min(*apart, SUMMARY_MOST)):
        prose = [is_prose(lines[at - up]) for at in moments]
        if start - 1 <= text or prose.count(prose[0]) < ALIKE * len(moments):
            break
        start -= 1
    return start
