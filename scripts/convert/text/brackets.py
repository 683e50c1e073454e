"""Round brackets in pairs, of whatever width."""

from __future__ import annotations

import re
from collections.abc import Iterable

BRACKET = re.compile(r"[()（）\n]")


def bracket_pairs(text: str) -> Iterable[tuple[int, int]]:
    """Where each pair opens and closes, those within others first; none reaches into the next line."""
    opened: list[int] = []
    for found in BRACKET.finditer(text):
        if found[0] in "(（":
            opened.append(found.start())
        elif found[0] == "\n":
            opened.clear()
        elif opened:
            yield opened.pop(), found.start()
