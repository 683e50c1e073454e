"""What nobody sees and every comparison of versions stumbles over: line ends, blanks, byte order marks."""

from __future__ import annotations

import re

from digest.checks.source import Source
from digest.files.findings import Finding

_BLANK_LINES = re.compile(r"(?:(?<=\n)|\A)[ \t]*\n(?P<more>(?:[ \t]*\n)+)")
_MENDS = "; digest check --fix mends it"


def check(source: Source, stored: str) -> list[Finding]:
    """Faults of the file's layout; ``stored`` is its text with its own line ends and byte order mark."""
    found = []
    if stored.startswith("\ufeff"):
        found.append(
            Finding(
                source.file,
                1,
                "byte-order-mark",
                "the file begins with a byte order mark",
                "UTF-8 without one" + _MENDS,
            )
        )
    if "\r" in stored:
        line = stored.count("\n", 0, stored.index("\r")) + 1
        found.append(
            Finding(source.file, line, "line-end", "the line ends in a carriage return", "a line feed alone" + _MENDS)
        )
    for start, _ in trailing(source):
        found.append(
            Finding(
                source.file,
                source.line_at(start),
                "trailing-blank",
                "blanks at the end of the line",
                "none, or two for a line break before a line that goes on" + _MENDS,
            )
        )
    for start, _ in doubled(source):
        found.append(
            Finding(source.file, source.line_at(start), "blank-lines", "more than one blank line", "one" + _MENDS)
        )
    return found


def trailing(source: Source) -> list[tuple[int, int]]:
    """The spans of the body's blanks at line ends that mean nothing; two before a line that goes on are a break."""
    found, offset = [], 0
    lines = source.body.split("\n")
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        kept = line.rstrip(" \t")
        is_break = kept and following.strip() and line.endswith("  ")
        if kept != line and not is_break and not source.is_code(offset + len(kept)):
            found.append((offset + len(kept), offset + len(line)))
        offset += len(line) + 1
    return found


def doubled(source: Source) -> list[tuple[int, int]]:
    """The spans of the body's blank lines after a blank line, outside code."""
    body = source.body
    if not body.startswith(("\n\n", " ", "\t")) and not any(sign in body for sign in ("\n\n\n", " \n", "\t\n")):
        return []
    return [match.span("more") for match in _BLANK_LINES.finditer(body) if not source.is_code(match.start("more"))]
