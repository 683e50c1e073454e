"""The lines of a text copy as blocks: wrapped paragraphs joined, and what a browser copies along taken off.

A browser sets a tab between the cells of a row: rows that follow one another are a table.
"""

from __future__ import annotations

import html
import re

from convert.blocks.code_lines import joined, with_code
from convert.page import Block, Span
from convert.text.characters import HANZI, ends_sentence, letters
from convert.text.code import is_code_line, is_of_code
from convert.text.wrapped import BROKEN_SHARE, LINES_LEAST, unwrapped

# Sites set them where a line may break, and before buttons: no rule has to know them.
UNSEEN = re.compile("[\u200b\u2060\ufeff]")
BULLET = re.compile(r"\s*[•●▪◦‣·∙]\s+(?=\S)")
# A title and the day and source of its article, which the page sets apart by style alone.
GLUED = re.compile(
    r"^([^\d].{5,60}?)((?:19|20)\d\d年\d{1,2}月\d{1,2}日\s*\d{1,2}:\d\d.{0,60}(?:来源|來源|作者|记者).{0,60})$"
)
GLUED_DAY = re.compile(
    r"^(?!.*(?:日期|时间|時間)\s?[:：])([^\d].{9,60}?)\s+((?:19|20)\d\d[-/年.]\d{1,2}[-/月.]\d{1,2}日?\s.{0,12}(?:来源|來源|作者|记者|記者)\s?[:：].{0,60})$"
    r"|^([^\d].{9,60}?)\s*([(（]\s*(?:19|20)\d\d[-/年.]\d{1,2}[-/月.]\d{1,2}日?\s*[)）])$"
)
# The same behind a title that the page says elsewhere by itself.
DAY = re.compile(r"(?:19|20)\d\d[-/年.]\d{1,2}[-/月.]\d{1,2}")
# When a post was written, to the minute: no line of running text.
MOMENT = re.compile(rf"{DAY.pattern}日?\s+\d{{1,2}}:\d\d")
SAID_LEAST = 12
GLUED_MOST = 60
# Copies from terminals and mail are wrapped at up to 100 columns; longer lines are whole paragraphs.
WRAPPED_MOST = 100
WRAPPED_LEAST = 20
# Three lines that do nothing but count are no headings.
COUNTED_LEAST = 3
# Below a column of numbers that is as long as they are, lines are code where half of them look so.
CODE_SHARE = 0.5
# Most paragraphs of a copied novel carry the number of their readers' notes; a few that end in a number do not.
NOTED_LEAST = 5
NOTED_SHARE = 0.4
NOTED = re.compile(r"(?<=[。！？!?…”」』）])\d{1,4}$")
CHINESE = re.compile(f"[{HANZI}]")
NUMBERED_HEAD = re.compile(rf"(?<=[{HANZI}])\d{{1,4}}$")
# The mark with which a heading links to itself; one line alone may end so by chance.
PILCROW = re.compile(r"^¶\s*(?=\S)|\s*¶$")
PERMALINK = re.compile(r"^¶\s*(?=\S)|(?<=[^\s#])\s*[#¶]$")
PERMALINKS_LEAST = 2
HEADING_MOST = 80


def copied_blocks(text: str) -> tuple[Block, ...]:
    """One block a paragraph, with line numbers."""
    blocks: list[Block] = []
    # Copies from the source of a page carry its character references.
    groups = _groups(UNSEEN.sub("", html.unescape(text)).split("\n"))
    width = wrap_width([lines for _, lines in groups])
    for number, lines in groups:
        if is_wrapped(lines) or (width and len(lines[0].strip()) == width):
            lines = [unwrapped(lines)]
        for at, line in enumerate(lines, number):
            bullet = BULLET.match(line)
            kind = "item" if bullet else "paragraph"
            blocks.append(Block(kind, (Span(line[bullet.end() :] if bullet else line),), line=at))
    blocks = with_tables(with_code(without_line_numbers(blocks)))
    return tuple(_unglued(_with_headings(_without_notes(blocks))))


def without_line_numbers(blocks: list[Block]) -> list[Block]:
    """The blocks without the numbers of the lines of code, which a browser copies as a column of their own, and those
    lines one block of code: the numbers tell how many they are."""
    kept: list[Block] = []
    at = 0
    while at < len(blocks):
        end = at
        while end < len(blocks) and blocks[end].text.strip() == str(end - at + 1):
            end += 1
        code = _numbered_lines(blocks, end, end - at)
        if code:
            kept.append(joined(code))
            at = end + len(code)
        elif end - at < COUNTED_LEAST:
            kept.append(blocks[at])
            at += 1
        else:
            at = end
    return kept


def _numbered_lines(blocks: list[Block], start: int, count: int) -> list[Block]:
    """The blocks from `start` on that are the `count` lines right below their numbers; none where they are no code."""
    if not count or start >= len(blocks) or blocks[start].line != blocks[start - 1].line + 1:
        return []
    lines = [b for b in blocks[start : start + count] if b.line < blocks[start].line + count]
    coded = sum(is_of_code(block.text) for block in lines)
    return lines if coded >= CODE_SHARE * len(lines) and not any(map(_is_sentence, lines)) else []


def _is_sentence(block: Block) -> bool:
    return ends_sentence(block.text) and not is_of_code(block.text)


def _without_notes(blocks: list[Block]) -> list[Block]:
    """The blocks without the numbers of readers' notes behind most paragraphs; short lines have them as well."""
    closed = [b.text.rstrip() for b in blocks if NOTED.search(b.text.rstrip()) or ends_sentence(b.text)]
    noted = sum(bool(NOTED.search(text)) for text in closed)
    if noted < max(NOTED_LEAST, NOTED_SHARE * len(closed)):
        return blocks
    return [_without(NUMBERED_HEAD, _without(NOTED, block)) for block in blocks]


def _without(mark: re.Pattern[str], block: Block) -> Block:
    text = mark.sub("", block.text.rstrip())
    return block if block.kind == "code" or text == block.text else block.but(spans=(Span(text),))


def _with_headings(blocks: list[Block]) -> list[Block]:
    """Lines with the mark of a link to themselves made headings, without it."""
    marked = [b for b in blocks if _is_marked(b)]
    if len(marked) < PERMALINKS_LEAST:
        # No sentence begins or ends in a pilcrow.
        return [_without(PILCROW, block) for block in blocks]
    return [_without(PERMALINK, b).but(kind="heading", level=2) if _is_marked(b) else b for b in blocks]


def _is_marked(block: Block) -> bool:
    text = block.text.strip()
    return block.kind == "paragraph" and len(text) <= HEADING_MOST and bool(PERMALINK.search(text))


def _unglued(blocks: list[Block]) -> list[Block]:
    """The blocks with the title set apart from the day and source behind it."""
    said = {key for block in blocks if SAID_LEAST <= len(key := letters(block.text)) <= HEADING_MOST}
    result: list[Block] = []
    for block in blocks:
        at = _glued_at(block.text.strip(), said) if block.kind == "paragraph" else 0
        if at:
            text = block.text.strip()
            result += [block.but(spans=(Span(text[:at]),)), block.but(spans=(Span(text[at:]),))]
        else:
            result.append(block)
    return result


def _glued_at(text: str, said: set[str]) -> int:
    """Where in a line the day and source of the article begin behind its title; 0: nowhere."""
    if found := GLUED.match(text) or GLUED_DAY.match(text):
        return max(found.end(1), found.end(found.re.groups - 1))
    if len(text) > 2 * GLUED_MOST or not DAY.search(text) or letters(text) in said - {letters(text)}:
        return 0
    for at in range(len(text) - 1, SAID_LEAST - 1, -1):
        if letters(text[:at]) in said and DAY.search(text[at:]):
            return at
    return 0


def _groups(lines: list[str]) -> list[tuple[int, list[str]]]:
    """(line number, lines) of each run of lines without a blank one."""
    groups: list[tuple[int, list[str]]] = []
    open_group = False
    for number, line in enumerate(lines, 1):
        if not line.strip("\u3000 \t\xa0\f\v"):
            open_group = False
        elif open_group:
            groups[-1][1].append(line)
        else:
            groups.append((number, [line]))
            open_group = True
    return groups


def is_wrapped(lines: list[str]) -> bool:
    """Lines of nearly one width that mostly end in the middle of a sentence."""
    if len(lines) < 3:
        return False
    widths = [len(line.strip()) for line in lines]
    full = max(widths)
    even = sum(width >= 0.8 * full for width in widths[:-1]) >= 0.8 * (len(lines) - 1)
    broken = sum(not ends_sentence(line) for line in lines[:-1]) >= BROKEN_SHARE * (len(lines) - 1)
    if not (WRAPPED_LEAST <= full <= WRAPPED_MOST and even and broken):
        return False
    # A title, its byline or the line of a post, and a row of buttons may be of one width; a paragraph has clauses, code
    # has none.
    whole = "".join(lines)
    marks = "，。" if CHINESE.search(whole) else ",."
    apart = any(is_code_line(line) or MOMENT.search(line) for line in lines)
    return any(mark in whole for mark in marks) and not apart


def wrap_width(groups: list[list[str]]) -> int:
    """The one width at which a program wrapped the paragraphs of a text, those of two lines, too; 0: none."""
    full = [line.strip() for lines in groups for line in lines[:-1]]
    width = max(map(len, full), default=0)
    even = all(len(line) == width for line in full) and all(len(lines[-1].strip()) <= width for lines in groups)
    broken = sum(not ends_sentence(line) for line in full) >= BROKEN_SHARE * len(full)
    return width if len(full) >= LINES_LEAST and WRAPPED_LEAST <= width <= WRAPPED_MOST and even and broken else 0


# One row is as well a line that somebody indented in its middle.
ROWS_LEAST = 2


def with_tables(blocks: list[Block]) -> list[Block]:
    """The blocks with each run of rows that have equally many cells, none of them in code, made one table."""
    kept: list[Block] = []
    at = 0
    while at < len(blocks):
        cells = _cells(blocks[at])
        end = at + 1
        while cells > 1 and end < len(blocks) and _cells(blocks[end]) == cells and _follows(blocks, end):
            end += 1
        if end - at >= ROWS_LEAST:
            kept.append(_table(blocks[at:end]))
        else:
            kept += blocks[at:end]
        at = end
    return kept


def _cells(block: Block) -> int:
    """How many cells the line has; 0 for one that is no row, or that opens or closes with an empty cell."""
    text = block.text.strip(" \u3000")
    if block.kind != "paragraph" or "\t" not in text.strip():
        return 0
    return text.count("\t") + 1 if text == text.strip() else 0


def _follows(blocks: list[Block], at: int) -> bool:
    return blocks[at].line == blocks[at - 1].line + 1


def _table(rows: list[Block]) -> Block:
    cells = tuple(tuple((Span(cell.strip()),) for cell in row.text.strip().split("\t")) for row in rows)
    return Block("table", rows=cells, line=rows[0].line)
