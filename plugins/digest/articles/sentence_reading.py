"""The sentences of an article as they are weighed: what each says, where it stands, what its writer set bold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from operator import add

from digest.text.sentences import sentences
from digest.text.visible_text import VisibleBlock, blocks, visible
from digest.zh.script import fold

_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,3}[.)])\s| {0,3}>")
_RUN = re.compile(r"\w+")
_ENDS = ("。", "！", "？", "!", "?", "”", "」", "；", ";", "：", ":", "…")
# A bold line of its own without a full stop, this long at most, is a heading that nobody made one.
_HEADING = 40
_OFTEN = 3


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

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Every two characters that stand side by side in a word or a stretch of Chinese."""
        return pairs(self.folded)

    def as_said(self, text: str) -> Sentence:
        """The same sentence with ``text`` for what it says."""
        return self if text == self.text else replace(self, text=text, folded=fold(text))


def pairs(folded: str) -> frozenset[str]:
    """Every two characters of ``folded`` that stand side by side in a word or a stretch of Chinese."""
    return frozenset(chain.from_iterable(map(add, run, run[1:]) for run in _RUN.findall(folded)))


def subjects(read: Sequence[Sentence]) -> frozenset[str]:
    """The pairs of characters that several of an article's sentences have: what it is about, and its function words."""
    often = Counter(chain.from_iterable(each.pairs for each in read))
    return frozenset(pair for pair, count in often.items() if count >= _OFTEN)


def read_sentences(markdown: str) -> list[Sentence]:
    """The sentences of ``markdown`` in order; headings, and lines set bold in their stead, are none."""
    found: list[Sentence] = []
    section, opens = "", True
    for paragraph, block in enumerate(blocks(markdown)):
        text = visible(block.source).text
        if block.heading or _is_heading(block, text):
            section, opens = fold(text.strip()), True
        elif text.strip():
            found += _of_block(block, text, paragraph, section, opens)
            opens = False
    return [replace(each, number=number, place=number / len(found)) for number, each in enumerate(found)]


def _is_heading(block: VisibleBlock, text: str) -> bool:
    plain = text.strip()
    bold = _BOLD.fullmatch(block.source.strip())
    return bool(bold) and 0 < len(plain) <= _HEADING and not plain.endswith(_ENDS)


def _of_block(block: VisibleBlock, text: str, paragraph: int, section: str, opens: bool) -> Iterator[Sentence]:
    spans = sentences(text)
    bold = _bold(block)
    item = bool(_ITEM.match(block.source))
    folded = fold(text)
    for number, (start, end) in enumerate(spans):
        yield Sentence(
            text[start:end],
            folded[start:end],
            0,
            paragraph,
            0.0,
            section,
            number == 0,
            number == len(spans) - 1,
            opens,
            sum(bold[start:end]) / (end - start) if bold else 0.0,
            item,
        )


def _bold(block: VisibleBlock) -> list[bool]:
    """Of each visible character whether it is set bold; empty where none is."""
    spans = [match.span(2) for match in _BOLD.finditer(block.source)]
    if not spans:
        return []
    return [any(start <= place < end for start, end in spans) for place in visible(block.source).positions]
