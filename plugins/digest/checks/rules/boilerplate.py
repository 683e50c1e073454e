"""Lines of a hosting site that were left in an article: share bars, prompts to follow, editors on duty."""

from __future__ import annotations

import re

from digest.checks.folder import Leftovers
from digest.checks.source import Source
from digest.checks.world import World
from digest.files.findings import Finding
from digest.text.visible_text import visible_text

# What the conversion leaves out for another reason than that the line is a site's.
_OTHERS = ("no letter in it", "list of links", "lead repeated", "before the title")
_CELL = re.compile(r"[ \t]*\|")
_KINDS = (("item", re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s")), ("quote", re.compile(r"\s*>")))


def check(source: Source, leftovers: Leftovers) -> list[Finding]:
    """A finding for every block of the article that the conversion of a page would take out."""
    title = source.front.data.get("title")
    texts = [
        (block, visible_text(block.source).strip())
        for block in source.blocks
        if not source.is_code(block.start) and not _is_cell(source, block.start)
    ]
    read = [(block, text) for block, text in texts if text]
    parts = [(_kind(block.source, block.heading), text) for block, text in read]
    found = []
    for index, reason in leftovers(title if isinstance(title, str) else "", parts):
        if not reason.startswith(_OTHERS):
            block, text = read[index]
            found.append(_finding(source, block.start, text, reason))
    return found


def _finding(source: Source, offset: int, text: str, reason: str) -> Finding:
    shown = text if len(text) <= 40 else text[:39] + "…"
    return Finding(
        source.file,
        source.line_at(offset),
        "boilerplate",
        f"looks like {reason}: {shown}",
        "the article's own text; where it is that, say so at the end of the line",
        "……。<!--ok boilerplate-->",
    )


def lost(source: Source, world: World) -> list[Finding]:
    """A finding for each passage that the conversion may have left out, until somebody has worked on the article."""
    raw = source.front.data.get("raw")
    found = world.doubts(raw, source.text) if isinstance(raw, str) else []
    return [
        Finding(
            source.file,
            1,
            "conversion-doubtful",
            f"text of the page may be missing ({reason}): {passage if len(passage) <= 80 else passage[:79] + '…'}",
            "the whole text of the page; once the article has been changed this is not said again",
            f"digest convert {raw} --audit --out /tmp/try",
        )
        for reason, passage in found
    ]


def _is_cell(source: Source, offset: int) -> bool:
    """Whether the block at ``offset`` is a cell of a table: those are as short as a button, and no line."""
    return bool(_CELL.match(source.body, source.body.rfind("\n", 0, offset) + 1))


def _kind(markdown: str, heading: bool) -> str:
    if heading:
        return "heading"
    return next((kind for kind, pattern in _KINDS if pattern.match(markdown)), "paragraph")
