"""The text that a reader sees of a piece of Markdown, and where each character of it stands in the source."""

from __future__ import annotations

import bisect
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"^ {0,3}#{1,6}\s")
_ROW = re.compile(r"^\s*\|")
_UNDERLINE = re.compile(r"^ {0,3}(?:=+|-{2,})\s*$")
# A heading, an item of a list or a row of a table is a block of its own, also right under another line.
_STARTS = re.compile(r"^ {0,3}#{1,6}\s|^\s*(?:[-*+]|\d{1,3}[.)])\s+|^\s*\|")

# What Markdown writes and a reader does not see. Order matters: a longer construct before its parts.
_INVISIBLE = re.compile(
    r"""
    (?P<comment><!--.*?-->)
  | (?P<code>(?P<tick>`+)(?P<shown>[^`].*?)(?P=tick))
  | (?P<image>!\[[^\]]*\]\((?:[^()\s]|\([^)]*\))*(?:\s+(?:"[^"]*"|'[^']*'))?\))
  | (?P<target>\]\((?:<[^>]*>|(?:[^()\s]|\([^)]*\))*)(?:\s+(?:"[^"]*"|'[^']*'))?\)|(?<=.)\]\[[^\]]*\])
  | (?P<tag></?[A-Za-z][^<>]*>)
  | (?P<block>(?m:^)[ ]*(?:(?:>|[-*+]|\d{1,3}[.)]|\#{1,6})[ \t]+|>)+)
  | (?P<escape>\\(?=[!-/:-@\[-`{-~]))
  | (?P<entity>&(?:\#\d+|\#x[0-9A-Fa-f]+|[A-Za-z]\w*);)
  | (?P<emphasis>\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|`+)
  | (?P<bracket>\[(?=[^\]]*\][(\[]))
    """,
    re.VERBOSE | re.DOTALL,
)
# The signs that these begin with; a block begins with a line.
_SIGN = re.compile(r"[<`!\[\]\\&*_\n]")


@dataclass(frozen=True)
class Visible:
    """``text`` is what a reader sees; ``positions[i]`` is the source offset of ``text[i]``."""

    text: str
    positions: tuple[int, ...]

    def offset(self, position: int) -> int:
        """How many visible characters stand before the source offset ``position``."""
        return bisect.bisect_left(self.positions, position)


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
            text_line = not fence and bool(line.strip())
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
    return "".join(text for text, _, _ in _seen(source)).replace("\n", "")


@lru_cache(maxsize=512)
def visible(source: str) -> Visible:
    """Read ``source`` (one block of Markdown) as a reader does."""
    texts: list[str] = []
    positions: list[int] = []
    for text, start, step in _seen(source):
        for part in text.split("\n"):
            texts.append(part)
            positions.extend(range(start, start + len(part)) if step else [start] * len(part))
            start += (len(part) + 1) * step
    return Visible("".join(texts), tuple(positions))


def _seen(source: str) -> Iterator[tuple[str, int, int]]:
    """What a reader sees of ``source``: text, where it begins, how far apart its characters stand there."""
    last = 0
    for match in _invisible(source):
        yield source[last : match.start()], last, 1
        last = match.end()
        if match["code"]:
            yield match["shown"], match.start("shown"), 1
        elif match.lastgroup == "escape":
            yield source[last], last, 1
            last += 1
        elif match.lastgroup == "entity":
            yield html.unescape(match[0]), match.start(), 0
    yield source[last:], last, 1


def _invisible(source: str) -> Iterator[re.Match[str]]:
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
