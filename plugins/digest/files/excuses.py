"""Lines that a person has looked at and found right: ``<!--ok code-->`` in the text, ``# ok code`` in the head."""

from __future__ import annotations

import re

_EXCUSED = re.compile(r"(?:<!--|#)\s*ok:?\s+(\w+(?:-\w+)*(?:[\s,]+\w+(?:-\w+)*)*)")


def excused(text: str) -> set[tuple[int, str]]:
    """The (line, code) pairs that ``text`` excuses; lines count from 1."""
    if "ok" not in text:
        return set()
    return {
        (number, code)
        for number, line in enumerate(text.split("\n"), 1)
        for match in _EXCUSED.finditer(line)
        for code in re.split(r"[\s,]+", match[1])
    }
