"""The sentences of an article as they are weighed: what each says, where it stands, what its writer set bold."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from operator import add
from typing import NamedTuple

from digest.articles.weighing.standing_alone import Said
from digest.text.sentences import sentences
from digest.text.visible_text import VisibleBlock, blocks, visible, visible_text
from digest.zh.folding import fold

_BOLD = re.compile(r"\*\*(?=\S)(?:(?!\*\*).)+(?<=\S)\*\*|(?<!\w)__(?=\S)(?:(?!__).)+(?<=\S)__(?!\w)", re.DOTALL)
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,3}[.)])\s| {0,3}>")
_RUN = re.compile(r"\w+")
_ENDS = ("。", "！", "？", "!", "?", "”", "」", "；", ";", "：", ":", "…")
# A bold line of its own without a full stop, this long at most, is a heading that nobody made one.
_HEADING = 40


@dataclass(frozen=True)
class Sentence:
    """One sentence, or the part of one that could stand for it.

    ``text`` is what a reader sees, ``folded`` the same without script and width. ``number`` counts the article's
    sentences, ``paragraph`` its paragraphs, from 0; ``place`` runs from 0 at its beginning to 1. ``section`` is the
    heading above it, folded, or empty. ``first`` and ``last`` say whether it begins or ends its paragraph, ``opens``
    whether its paragraph begins a section. ``bold`` is the share of it that is set bold, from 0 to 1; ``item`` says
    whether it is of a list or a quotation.
    """

    text: str
    folded: str
    number: int
    paragraph: int
    place: float
    section: str
    first: bool
    last: bool
    opens: bool
    bold: float
    item: bool

    @property
    def said(self) -> Said:
        """What it says."""
        return Said(self.text, self.folded)

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Every two characters that stand side by side in a word or a stretch of Chinese."""
        return pairs(self.folded)

    def as_said(self, said: Said) -> Sentence:
        """The same sentence with this for what it says."""
        return self if said.text == self.text else replace(self, text=said.text, folded=said.folded)


def pairs(folded: str) -> frozenset[str]:
    """Every two characters of ``folded`` that stand side by side in a word or a stretch of Chinese."""
    return frozenset(chain.from_iterable(map(add, run, run[1:]) for run in _RUN.findall(folded)))


def read_sentences(markdown: str) -> list[Sentence]:
    """The sentences of ``markdown`` in order; headings, and lines set bold in their stead, are none."""
    paragraphs = list(_paragraphs(markdown))
    count = sum(len(each.spans) for each in paragraphs)
    numbers = itertools.count()
    return [sentence for each in paragraphs for sentence in _of_paragraph(each, numbers, count)]


class _Paragraph(NamedTuple):
    """``text`` is what a reader sees of ``block``, ``spans`` are its sentences; the rest as in ``Sentence``."""

    block: VisibleBlock
    text: str
    spans: list[tuple[int, int]]
    number: int
    section: str
    opens: bool


def _paragraphs(markdown: str) -> Iterator[_Paragraph]:
    section, opens = "", True
    for number, block in enumerate(blocks(markdown)):
        text = visible_text(block.source)
        if block.heading or is_heading(block, text):
            section, opens = fold(text.strip()), True
        elif text.strip():
            spans = visible(block.source).sentences() if "`" in block.source else sentences(text)
            yield _Paragraph(block, text, spans, number, section, opens)
            opens = False


def is_heading(block: VisibleBlock, text: str) -> bool:
    """Whether a block, of which a reader sees ``text``, is a bold line that stands for a heading."""
    plain = text.strip()
    bold = _BOLD.fullmatch(block.source.strip())
    return bool(bold) and 0 < len(plain) <= _HEADING and not plain.endswith(_ENDS)


def _of_paragraph(read: _Paragraph, numbers: Iterator[int], count: int) -> Iterator[Sentence]:
    """Its sentences, numbered on; ``count`` is how many the article has."""
    bold, folded = _bold(read.block), fold(read.text)
    item = _ITEM.match(read.block.source) is not None
    last = len(read.spans) - 1
    for place, (start, end) in enumerate(read.spans):
        number = next(numbers)
        yield Sentence(
            read.text[start:end],
            folded[start:end],
            number,
            read.number,
            number / count,
            read.section,
            place == 0,
            place == last,
            read.opens,
            sum(bold[start:end]) / (end - start),
            item,
        )


def _bold(block: VisibleBlock) -> list[bool]:
    """Of each visible character whether it is set bold; empty where none is."""
    inside = {place for match in _BOLD.finditer(block.source) for place in range(*match.span())}
    return [place in inside for place in visible(block.source).positions] if inside else []
