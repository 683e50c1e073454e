"""Lines that a program wrapped at one width, with no blank line between paragraphs: judgments, mails, boards."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import pairwise

from convert.text.characters import ends_sentence, hanzi_count
from convert.text.code import is_code_line

# Verse and lists are narrower, and nobody wraps at more: columns, of which a Chinese character takes two.
COLUMNS_LEAST, COLUMNS_MOST = 40, 200
# So many lines of exactly one width are no chance, if so many of them end within a sentence; in tables and code, whose
# lines may be of one width too, there are few Chinese characters.
LINES_LEAST = 4
BROKEN_SHARE = 0.6
# All but the last lines of paragraphs are full; of lines that somebody ended himself few are as long as the longest.
FULL_SHARE = 0.5
HANZI_LEAST = 12
# No mark that closes stands first on a line: the one before is longer for it, or shorter by a character taken along.
HANGING = 2
# What is set apart on a line: a title and its number, the figures of a date.
APART = re.compile(r"[ \u3000]{3,}|\t")
NUMBERED = re.compile(
    r"[一二三四五六七八九十壹貳贰參叁肆伍]{1,3}、|\d{1,2}[.、)]|[（(][一二三四五六七八九十\d]{1,3}[）)]"
)


def rejoined(lines: list[str]) -> list[str]:
    """The lines with each paragraph on the first of its own and the others empty; as they are, where no program wrapped
    them."""
    columns = [_columns(line) for line in lines]
    width = _width(lines, columns)
    if not width:
        return lines
    kept = [""] * len(lines)
    paragraph: list[str] = []
    first = 0
    for at, line in enumerate(lines):
        if paragraph and not _goes_on(lines, columns, at, width):
            kept[first] = unwrapped(paragraph)
            paragraph = []
        first = first if paragraph else at
        paragraph.append(line)
    kept[first] = unwrapped(paragraph)
    return kept


def unwrapped(lines: list[str]) -> str:
    """The lines of a paragraph as one, with a blank between words."""
    parts = [line.strip() for line in lines]
    gaps = (" " if one[-1:].isascii() and other[:1].isascii() else "" for one, other in pairwise(parts))
    return parts[0] + "".join(gap + part for gap, part in zip(gaps, parts[1:], strict=True))


def _closes(line: str) -> bool:
    return ends_sentence(line) or line.rstrip().endswith(("：", ":"))


def _goes_on(lines: list[str], columns: list[int], at: int, width: int) -> bool:
    """True for a line that goes on the paragraph above, which ends where all full lines do. Behind a sentence no head
    and no next item does."""
    above, line = lines[at - 1], lines[at].strip()
    if not line or abs(columns[at - 1] - width) > HANGING or APART.search(above.strip()):
        return False
    return not _closes(above) or (not NUMBERED.match(line) and (columns[at] >= width - HANGING or _closes(line)))


def _width(lines: list[str], columns: list[int]) -> int:
    """The width in columns at which the lines were wrapped; 0: at none."""
    likely = [at for at, line in enumerate(lines) if COLUMNS_LEAST <= columns[at] <= COLUMNS_MOST and _is_text(line)]
    if not likely:
        return 0
    width, count = max(Counter(columns[at] for at in likely).items(), key=lambda each: (each[1], each[0]))
    full = [at for at in likely if columns[at] == width]
    longer = any(columns[at] > width + HANGING for at in likely)
    near = sum(columns[at] >= width - HANGING for at in likely)
    broken = sum(not ends_sentence(lines[at]) for at in full)
    most = count >= LINES_LEAST and near >= FULL_SHARE * len(likely)
    return width if most and not longer and broken >= BROKEN_SHARE * count else 0


def _is_text(line: str) -> bool:
    return hanzi_count(line) >= HANZI_LEAST and not is_code_line(line)


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in line.rstrip())
