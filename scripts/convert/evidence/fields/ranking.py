"""Evidence for a field, ranked: the strongest wins, the rest is reported; and the lines that it is found in."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from convert.page import Block, Evidence
from convert.text.characters import letters
from convert.text.days import iso_day

# A day with its time of day.
DAY_MOST = 24


def ranked(found: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The evidence, the strongest first; of equal ranks the one found first. A value is listed once."""
    best: dict[object, Evidence] = {}
    for each in sorted((e for e in found if e.value), key=lambda e: -e.rank):
        best.setdefault(each.value, each)
    return tuple(best.values())


def heads_of(blocks: Iterable[Block]) -> frozenset[str]:
    """The letters of the headings; where one only stands right above a day, it is a name."""
    pairs = [pair for pair in itertools.pairwise([*blocks, Block("")]) if pair[0].kind == "heading"]
    dated = {letters(head.text) for head, below in pairs if len(below.text) <= DAY_MOST and iso_day(below.text)}
    return frozenset(letters(head.text) for head, _ in pairs) - (dated if len(dated) == 1 else set())


@dataclass(frozen=True)
class Surroundings:
    """The lines around the text of an article, each on one line of text.

    `above`: from the title to the first paragraph; `before`: in front of the title; `opening`: the first
    paragraphs; `closing`: the last paragraphs and what follows them in the container; `below`: what stands behind it;
    `heads`: the letters of the headings (a short line that says one of them again is an entry of a table of contents).
    """

    above: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    heads: frozenset[str] = frozenset()
