"""A Markdown file as the checks read it: its lines, its head, and its body without what is no prose."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from functools import cached_property

from digest.files import front_matter
from digest.files.findings import excused
from digest.files.front_matter import FrontMatter
from digest.text.spans import Spans
from digest.text.visible_text import VisibleBlock, blocks
from digest.zh import variant_markup

_FENCE = re.compile(
    r"^ {0,3}(?P<fence>`{3,}+|~{3,}+)[^\n]*\n(?:.*?^ {0,3}(?P=fence)[`~]*[ \t]*$|.*\Z)", re.DOTALL | re.MULTILINE
)
_TICKS = re.compile(r"(?<![`\\])(?P<tick>`++)(?:[^\n]|\n(?![ \t]*\n))+?(?<!`)(?P=tick)(?!`)")
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_AS_IS = re.compile(r"^<!--as-is-->.*?^<!--/as-is-->", re.DOTALL | re.MULTILINE)
_LIST = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)")
_INDENTED = re.compile(r"(?: {4}|\t)\s*\S")


@dataclass(frozen=True)
class Source:
    """One Markdown file.

    ``file`` is the path as shown, ``path`` the path in the docs folder, ``text`` the file with ``\\n`` as line end
    and without a byte order mark, ``is_article`` whether it is published as one.
    """

    file: str
    path: str
    text: str
    is_article: bool

    @cached_property
    def front(self) -> FrontMatter:
        """Its head, an empty one where that cannot be read."""
        return front_matter.read(self.file, self.text)[0]

    @property
    def has_broken_head(self) -> bool:
        """Whether there is a head and it cannot be read: then nobody knows where the body begins."""
        return bool(front_matter.read(self.file, self.text)[1]) and not self.front.data

    @property
    def body(self) -> str:
        """The Markdown after the head."""
        return self.front.body

    @cached_property
    def prose(self) -> str:
        """The body with code and comments blanked; offsets and lines stay."""
        return _COMMENT.sub(_blank, self.uncoded)

    @cached_property
    def uncoded(self) -> str:
        """The body with code blanked; offsets and lines stay."""
        return self.coded.blanked(self.body)

    @cached_property
    def code(self) -> list[tuple[int, int]]:
        """The spans of the body that are code."""
        return [*self._fenced, *self.indented, *(match.span() for match in self._ticks)]

    def is_code(self, offset: int) -> bool:
        """Whether the character of the body at ``offset`` is code."""
        return offset in self.coded

    @cached_property
    def coded(self) -> Spans:
        """The same, overlaps joined."""
        return Spans(self.code)

    @cached_property
    def convertible(self) -> str:
        """The prose with what is kept as it is in every script blanked: ``-{...}-`` and ``<!--as-is-->``."""
        kept = [match.span() for match in _AS_IS.finditer(self.uncoded)]
        if "-{" in self.body:
            kept += [(piece.start, piece.end) for piece in variant_markup.pieces(self.body)]
        return _COMMENT.sub(_blank, Spans(kept).blanked(self.uncoded))

    @property
    def blocks(self) -> tuple[VisibleBlock, ...]:
        """The blocks of the body (visible_text.blocks); their lines count in the body."""
        return blocks(self.body)

    @cached_property
    def indented(self) -> list[tuple[int, int]]:
        """The spans of the body that Markdown reads as code because they are indented, outside fences and lists."""
        if not _may_be_indented(self.body):
            return []
        found, offset, after_blank, in_list = [], 0, True, False
        start = -1
        for line in Spans(self._fenced).blanked(self.body).splitlines(keepends=True):
            blank = not line.strip()
            if start < 0 and after_blank and not in_list and _INDENTED.match(line):
                start = offset
            elif start >= 0 and not blank and not _INDENTED.match(line):
                found.append((start, offset))
                start = -1
            if not blank:
                in_list = bool(_LIST.match(line)) or (in_list and (line[0] in " \t" or not after_blank))
            after_blank = blank
            offset += len(line)
        return [*found, (start, offset)] if start >= 0 else found

    @cached_property
    def _fenced(self) -> list[tuple[int, int]]:
        return [match.span() for match in _FENCE.finditer(self.body)] if _has_fence(self.body) else []

    @property
    def _ticks(self) -> list[re.Match[str]]:
        return list(_TICKS.finditer(Spans(self._fenced).blanked(self.body))) if "`" in self.body else []

    def line_at(self, offset: int) -> int:
        """The line in the file (from 1) of an offset in the body."""
        return self.front.body_line + bisect.bisect_right(self._starts, offset) - 1

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.body))]

    @cached_property
    def excused(self) -> set[tuple[int, str]]:
        """The (line, code) pairs that a person has looked at and found right."""
        return excused(self.text)


def _has_fence(body: str) -> bool:
    return "```" in body or "~~~" in body


def _may_be_indented(body: str) -> bool:
    """Whether a line may begin with as much as code is indented by."""
    return "    " in body or "\t" in body


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0]) if "\n" not in match[0] else re.sub(r"[^\n]", " ", match[0])
