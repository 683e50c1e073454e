"""Evidence for a field, ranked: the strongest wins, the rest is reported; and the lines that it is found in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from convert.page import Evidence


def ranked(found: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The evidence, the strongest first; of equal ranks the one found first. A value is listed once."""
    best: dict[object, Evidence] = {}
    for each in sorted((e for e in found if e.value), key=lambda e: -e.rank):
        best.setdefault(each.value, each)
    return tuple(best.values())


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
