"""Evidence for a field, ranked: the strongest wins, the rest is reported; and the lines that it is found in."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from convert.evidence.fields.names import is_outlet
from convert.page import Block, Evidence
from convert.text.characters import letters
from convert.text.days import iso_day, with_plain_days

# A day with its time of day.
DAY_MOST = 24
# What a record says of a book, a film or a song beside who made it. (When an article came out is told by 出版 as well.)
RECORD = re.compile(
    r"(?:^|[\s,，;；|])(?:书名|書名|片名|曲名|译名|譯名|原作名|isbn|出版社|出品方|定价|定價|页数|頁數|装帧|裝幀|开本|開本"
    r"|导演|導演|编剧|編劇|主演|片长|片長|作词|作詞|作曲|专辑|專輯)(?:\s?[:：]|\s+\S)|出版\s?[:：]\s?(?!\d)|出版社[,，\s]{0,2}(?:19|20)\d\d年",
    re.I,
)
# A line of one has a label, or what somebody did.
OF_RECORD = re.compile(r"^\W{0,2}\S{1,6}\s?[:：]|(?:著|编著|編著|译|譯)\W?$|^\W{0,2}《[^《》]{1,40}》\W?$")
NAMED = re.compile(r"\W{0,2}《[^《》]{1,40}》\W?")
# A work with its maker behind it, or in a numbered list of references.
WORK = re.compile(r"^\W{0,3}(?:\d{1,2}\W{1,3})?《([^《》]{1,40})》|^\W?\[?\d{1,2}\W{1,3}(?=.*《)")
LINE_MOST = 80
# A label of a writer that stands alone on its line.
LABEL_ALONE = re.compile(r"(?:(?:文章|本文)?作者|撰文|文字|[采採][访訪]|(?:post )?author|written by)\s?[:：]?", re.I)
# Longer lines are sentences.
SHORT = 120


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


def of_article(around: Surroundings, title: str) -> Surroundings:
    """The lines without those about a book, a film or a song that the article speaks of: who made that, and who
    published it, did not do so with the article. Days above the text are in figures."""
    own = letters(title)
    above = (with_plain_days(line) if len(line) <= SHORT else line for line in around.above)
    return replace(
        around,
        above=_without_records(tuple(above)),
        opening=_without_records(around.opening),
        closing=tuple(line for line in _without_records(around.closing) if not _names_work(line, own)),
        below=tuple(line for line in _without_records(around.below) if not _names_work(line, own)),
    )


def _without_records(lines: tuple[str, ...]) -> tuple[str, ...]:
    of_record = [len(line) <= LINE_MOST and bool(RECORD.search(line) or OF_RECORD.search(line)) for line in lines]
    kept: list[str] = []
    for is_of_one, run in itertools.groupby(zip(of_record, lines, strict=True), key=lambda pair: pair[0]):
        said = [line for _, line in run]
        # Above it stands who wrote the article.
        start = next((at for at, line in enumerate(said) if RECORD.search(line) or NAMED.fullmatch(line)), 0)
        kept += said[:start] if is_of_one and any(map(RECORD.search, said)) else said
    return tuple(kept)


def _names_work(line: str, title: str) -> bool:
    """True for a line that names another work than the article, with who made it."""
    found = WORK.match(line) if len(line) <= LINE_MOST and "作者" in line else None
    name = letters(found[1] or "") if found else ""
    return found is not None and not (name and (name in title or title in name or is_outlet(name)))


def with_labels(lines: list[str]) -> list[str]:
    """The lines, and behind them what stands below a label of a writer that stands alone."""
    named = (name for line, name in itertools.pairwise(lines) if LABEL_ALONE.fullmatch(line.strip()))
    return [*lines, *(f"作者：{name}" for name in named)]
