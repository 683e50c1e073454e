"""What a report is made of: sections of items of lines, each a word of ours and a text of anybody's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from digest.review.changes import Change
from digest.review.matching import DiffPart, differences, shortened


@dataclass(frozen=True)
class ReportLine:
    """``label`` is a word of ours, ``pieces`` is anybody's text."""

    label: str
    pieces: tuple[DiffPart, ...]


@dataclass(frozen=True)
class Item:
    """One thing to see: its head, and lines under it."""

    head: ReportLine
    lines: tuple[ReportLine, ...] = ()


@dataclass(frozen=True)
class Section:
    """Items under a heading, with a sentence before them where something needs to be said."""

    title: str
    items: tuple[Item, ...]
    hint: str = ""


@cache
def words(lang: str) -> Mapping[str, Any]:
    """The words of the report in the script ``lang``, written by hand."""
    written: Mapping[str, Any] = yaml.safe_load(
        Path(__file__).with_name(f"words.{lang}.yml").read_text(encoding="utf-8")
    )
    return written


def line(label: str, text: str | Sequence[DiffPart]) -> ReportLine:
    """A line of bounded length."""
    return ReportLine(label, tuple(shortened([DiffPart(text)] if isinstance(text, str) else text)))


def kind_of(change: Change[Any], said: Mapping[str, Any]) -> str:
    """New, changed or gone."""
    kind: str = said["new" if change.old is None else "gone" if change.new is None else "changed"]
    return kind


def was_and_is(label: str, old: str, new: str, said: Mapping[str, Any]) -> Iterator[ReportLine]:
    """A text before and after, with what differs marked."""
    before, after = differences(old, new)
    yield line(f"{label}（{said['was']}）", before or "—")
    yield line(f"{label}（{said['now']}）", after or "—")
