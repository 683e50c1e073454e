"""Tables in a text copy: a browser sets a tab between the cells of a row."""

from __future__ import annotations

from convert.page import Block, Span

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
