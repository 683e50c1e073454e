"""The text that a reader sees of a piece of Markdown, and where each character of it stands in the source."""

from __future__ import annotations

import bisect
import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from digest.text.sentences import sentences

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"^ {0,3}#{1,6}\s")
_ROW = re.compile(r"^\s*\|")
_UNDERLINE = re.compile(r"^ {0,3}(?:=+|-{2,})\s*$")
# A line between two parts of a text; one of hyphens under text makes a heading of it.
_BREAK = re.compile(r"^ {0,3}([*_])(?:[ \t]*+\1){2,}+\s*$")
# A heading, an item of a list or a row of a table is a block of its own, also right under another line.
_STARTS = re.compile(r"^ {0,3}#{1,6}\s|^\s*(?:[-*+]|\d{1,3}[.)])\s+|^\s*\|")

# What Markdown writes and a reader does not see. Order matters: a longer construct before its parts.
_INVISIBLE = re.compile(
    r"""
    (?P<comment><!--.*?-->)
  | (?P<code>(?P<tick>`+)(?P<shown>[^`].*?)(?<!`)(?P=tick)(?!`))
  | (?P<image>!\[[^\]]*\]\((?:[^()\s]|\([^)]*\))*(?:\s+(?:"[^"]*"|'[^']*'))?\))
  | (?P<target>\]\((?:<[^>]*>|(?:[^()\s]|\([^)]*\))*)(?:\s+(?:"[^"]*"|'[^']*'))?\)|(?<=.)\]\[[^\]]*\])
  | (?P<tag></?[A-Za-z][^<>]*>)
  | (?P<block>(?m:^)[ ]*(?:(?:>|[-*+]|\d{1,3}[.)]|\#{1,6})[ \t]+|>)+)
  | (?P<escape>\\[!-/:-@\[-`{-~])
  | (?P<entity>&(?:\#\d+|\#x[0-9A-Fa-f]+|[A-Za-z]\w*);)
  | (?P<underscores>_+)
  | (?P<emphasis>\*{1,3}|`+)
  | (?P<bracket>\[(?=[^\]]*\][(\[]))
    """,
    re.VERBOSE | re.DOTALL,
)
# So many underscores at most emphasize; more are a line to be filled in.
_EMPHASIS = 3
# The signs that these begin with; a block begins with a line.
_SIGN = re.compile(r"[<`!\[\]\\&*_\n]")


class _Piece(NamedTuple):
    """Code, an escaped sign or a reference: its span of the visible text, and all of it in the source."""

    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True)
class Visible:
    """``text`` is what a reader sees; ``positions[i]`` is the source offset of ``text[i]``; ``pieces`` are those that
    are written in more signs than are seen, and can only be cut around."""

    text: str
    positions: tuple[int, ...]
    pieces: tuple[_Piece, ...] = ()

    def offset(self, position: int) -> int:
        """How many visible characters stand before the source offset ``position``."""
        return bisect.bisect_left(self.positions, position)

    def sentences(self) -> list[tuple[int, int]]:
        """Spans of its sentences; none ends within code, whatever signs are in it."""
        if not self.pieces:
            return sentences(self.text)
        spans: list[tuple[int, int]] = []
        for start, end in sentences(self.text):
            if spans and any(piece.first < spans[-1][1] < piece.last for piece in self.pieces):
                start = spans.pop()[0]
            spans.append((start, end))
        return spans

    def written(self, start: int, end: int) -> tuple[int, int]:
        """From where to where the span of visible text is written in the source, with the signs around code, before an
        escaped sign and of a reference."""
        first, last = self.positions[start], self.positions[end - 1] + 1
        for piece in self.pieces:
            first = piece.start if piece.first <= start < piece.last else first
            last = piece.end if piece.first < end <= piece.last else last
        return first, last


@dataclass(frozen=True)
class VisibleBlock:
    """One paragraph, item or heading of Markdown: source text, its offset, its line (from 1), its kind."""

    source: str
    start: int
    line: int
    heading: bool


# What is asked of an article one after the other: its marks, its length, its checks.
@lru_cache(maxsize=4)
def blocks(markdown: str) -> tuple[VisibleBlock, ...]:
    """The blocks of text in order: paragraphs, items, headings and table cells; fenced code is left out."""
    return tuple(_blocks(markdown))


def _blocks(markdown: str) -> Iterator[VisibleBlock]:
    fence, offset = "", 0
    held: list[str] = []
    for number, line in enumerate(markdown.splitlines(keepends=True), 1):
        if line[0].isalpha() and not fence:
            # No sign that means anything begins with a letter.
            held.append(line)
            offset += len(line)
            continue
        opening = _FENCE.match(line)
        if opening and (not fence or line.strip().startswith(fence)):
            fence, text_line = "" if fence else opening[1], False
        else:
            text_line = not fence and bool(line.strip()) and not _BREAK.match(line)
        ends = not text_line or bool(_STARTS.match(line)) or (held and _UNDERLINE.match(line))
        if held and ends:
            yield _block(held, offset, number, bool(text_line and _UNDERLINE.match(line)))
            held = []
        if text_line and _ROW.match(line):
            yield from _cells(line, offset, number)
        elif text_line and not _UNDERLINE.match(line):
            held.append(line)
        offset += len(line)
    if held:
        yield _block(held, offset, len(markdown.splitlines()) + 1, False)


def _block(lines: list[str], end: int, line_after: int, underlined: bool) -> VisibleBlock:
    source = "".join(lines)
    heading = underlined or bool(_HEADING.match(source))
    return VisibleBlock(source, end - len(source), line_after - len(lines), heading)


def _cells(line: str, offset: int, number: int) -> Iterator[VisibleBlock]:
    """The cells of a table's row; the row of hyphens under its head has none."""
    for match in re.finditer(r"(?:\\.|[^|\\])+", line):
        if match[0].strip(" \t\n:-"):
            yield VisibleBlock(match[0], offset + match.start(), number, False)


# An article's blocks are read for its length and its summary, one after the other.
@lru_cache(maxsize=512)
def visible_text(source: str) -> str:
    """What a reader sees of ``source`` (one block of Markdown)."""
    line = source.rstrip("\n")
    # Of most blocks just what is written.
    if line[:1].isalpha() and not _SIGN.search(line):
        return line
    return "".join(text for text, *_ in _seen(source)).replace("\n", "")


@lru_cache(maxsize=512)
def visible(source: str) -> Visible:
    """Read ``source`` (one block of Markdown) as a reader does."""
    texts: list[str] = []
    positions: list[int] = []
    pieces: list[_Piece] = []
    for text, start, step, whole in _seen(source):
        first = len(positions)
        for part in text.split("\n"):
            texts.append(part)
            positions.extend(range(start, start + len(part)) if step else [start] * len(part))
            start += (len(part) + 1) * step
        if whole:
            pieces.append(_Piece(first, len(positions), *whole))
    return Visible("".join(texts), tuple(positions), tuple(pieces))


def _seen(source: str) -> Iterator[tuple[str, int, int, tuple[int, int] | None]]:
    """What a reader sees of ``source``: text, where it begins, how far apart its characters stand there, and from where
    to where it is written if that takes signs that are not seen."""
    last = 0
    for match in _invisible(source):
        yield source[last : match.start()], last, 1, None
        last = match.end()
        if match["code"]:
            yield match["shown"], match.start("shown"), 1, match.span()
        elif match.lastgroup == "escape":
            yield source[last - 1], last - 1, 1, match.span()
        elif match.lastgroup == "entity":
            yield html.unescape(match[0]), match.start(), 0, match.span()
    yield source[last:], last, 1, None


def lone_underscores(source: str) -> Iterator[tuple[int, int]]:
    """Spans of the underscores that are seen as such in ``source``, a block without marks of claims."""
    found = list(_found(source))
    kept = _telling(source, found)
    return (match.span() for number, match in enumerate(found) if number not in kept)


def _invisible(source: str) -> Iterable[re.Match[str]]:
    """What a reader does not see of ``source``, piece by piece."""
    if "_" not in source:
        return _found(source)
    found = list(_found(source))
    return [found[number] for number in sorted(_telling(source, found))]


def _telling(source: str, found: Sequence[re.Match[str]]) -> set[int]:
    """Which of ``found`` mean something: of underscores those that emphasize. None begins behind a word or ends before
    one, and each has another half."""
    opened: dict[str, list[int]] = {}
    telling: set[int] = set()
    for number, match in enumerate(found):
        sign, (start, end) = match["underscores"], match.span()
        before, after = source[max(0, start - 1) : start].strip(), source[end : end + 1].strip()
        if not sign:
            telling.add(number)
        elif opened.get(sign) and before and not after.isalnum():
            telling |= {opened[sign].pop(), number}
        elif after and not before.isalnum() and len(sign) <= _EMPHASIS:
            opened.setdefault(sign, []).append(number)
    return telling


def _found(source: str) -> Iterator[re.Match[str]]:
    """What ``_INVISIBLE`` finds one after another, looked for only where it can begin."""
    end = 0
    for place in chain((0,), (sign.end() if sign[0] == "\n" else sign.start() for sign in _SIGN.finditer(source))):
        match = _INVISIBLE.match(source, place) if place >= end else None
        if match:
            end = match.end()
            yield match


def paragraphs(markdown: str) -> list[str]:
    """The visible text of every block that is not a heading."""
    texts = (visible_text(block.source).strip() for block in blocks(markdown) if not block.heading)
    return [text for text in texts if text]
