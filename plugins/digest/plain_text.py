"""The text that a reader sees of a piece of Markdown, and where each character of it stands in the source."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"^ {0,3}#{1,6}\s")

# What Markdown writes and a reader does not see. Order matters: a longer construct before its parts.
_INVISIBLE = re.compile(
    r"""
    (?P<comment><!--.*?-->)
  | (?P<image>!\[[^\]]*\]\((?:[^()\s]|\([^)]*\))*(?:\s+"[^"]*")?\))
  | (?P<target>\]\((?:<[^>]*>|(?:[^()\s]|\([^)]*\))*)(?:\s+"[^"]*")?\))
  | (?P<tag></?[A-Za-z][^<>]*>)
  | (?P<block>(?m:^)[ ]{0,3}(?:(?:>|[-*+]|\d{1,3}[.)]|\#{1,6})[ \t]+|>)+)
  | (?P<escape>\\(?=[!-/:-@\[-`{-~]))
  | (?P<entity>&(?:\#\d+|\#x[0-9A-Fa-f]+|[A-Za-z]\w*);)
  | (?P<emphasis>\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|`+)
  | (?P<bracket>\[(?=[^\]]*\]\())
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class Visible:
    """``text`` is what a reader sees; ``positions[i]`` is the source offset of ``text[i]``."""

    text: str
    positions: tuple[int, ...]

    def offset(self, position: int) -> int:
        """How many visible characters stand before the source offset ``position``."""
        return sum(1 for place in self.positions if place < position)


@dataclass(frozen=True)
class Block:
    """One paragraph, item or heading of Markdown: source text, its offset, its line (from 1), its kind."""

    source: str
    start: int
    line: int
    heading: bool


def blocks(markdown: str) -> Iterator[Block]:
    """The blocks of text in order; fenced code is left out, blank lines part the others."""
    fence, held, held_start, offset, number = "", [], 0, 0, 0
    for line in markdown.splitlines(keepends=True):
        number += 1
        opening = _FENCE.match(line)
        if opening and (not fence or line.strip().startswith(fence)):
            fence = "" if fence else opening[1]
            text_line = False
        else:
            text_line = not fence and bool(line.strip())
        if text_line and not (held and _HEADING.match(line)):
            held_start = held_start if held else offset
            held.append(line)
        else:
            if held:
                yield _block(held, held_start, number)
            held, held_start = ([line], offset) if text_line else ([], 0)
        offset += len(line)
    if held:
        yield _block(held, held_start, number + 1)


def _block(lines: list[str], start: int, line_after: int) -> Block:
    source = "".join(lines)
    return Block(source, start, line_after - len(lines), bool(_HEADING.match(source)))


def visible(source: str) -> Visible:
    """Read ``source`` (one block of Markdown) as a reader does."""
    characters: list[str] = []
    positions: list[int] = []

    def see(text: str, start: int, step: int = 1) -> None:
        for number, character in enumerate(text):
            if character != "\n":
                characters.append(character)
                positions.append(start + number * step)

    last = 0
    for match in _INVISIBLE.finditer(source):
        see(source[last : match.start()], last)
        last = match.end()
        if match.lastgroup == "escape":
            see(source[last], last)
            last += 1
        elif match.lastgroup == "entity":
            see(html.unescape(match[0]), match.start(), 0)
    see(source[last:], last)
    return Visible("".join(characters), tuple(positions))


def paragraphs(markdown: str) -> list[str]:
    """The visible text of every block that is not a heading."""
    texts = (visible(block.source).text.strip() for block in blocks(markdown) if not block.heading)
    return [text for text in texts if text]
