"""Text that becomes something else by the lines around it: a heading by a line under it, cells that no head has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.checks.source import Source
from digest.files.findings import Finding

_TABLE = re.compile(
    r"^(?P<head>[^|\n]*\|[^\n]*)\n[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\n"
    r"(?P<rows>(?:[^|\n]*\|[^\n]*\n)*(?:[^|\n]*\|[^\n]*\Z)?)",
    re.MULTILINE,
)
_BAR = re.compile(r"(?<!\\)\|")


def check(source: Source) -> Iterator[Finding]:
    """A finding for each paragraph that is shown as a heading, and for each row of which a part is not shown."""
    for block in source.blocks:
        if block.heading and not block.source.lstrip().startswith("#") and not source.is_code(block.start):
            text = block.source.strip().splitlines()[-1][:40]
            said, allowed = (
                f"the line under it makes a heading of {text}",
                "a blank line before ---; or ## and the words",
            )
            yield Finding(source.file, source.line_at(block.start), "heading-form", said, allowed, f"## {text}")
    for table in _TABLE.finditer(source.prose) if "|" in source.prose else []:
        number, place = _cells(table["head"]), table.start("rows")
        for row in table["rows"].splitlines(keepends=True):
            if _cells(row) > number:
                said = f"the row has {_cells(row)} cells where the head has {number}: what is more is not shown"
                yield Finding(source.file, source.line_at(place), "table-form", said, "as many cells as the head has")
            place += len(row)


def _cells(row: str) -> int:
    return len(_BAR.findall(row.strip().removeprefix("|").removesuffix("|"))) + 1
