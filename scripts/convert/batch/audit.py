"""What was cut from a page, for an editor's eye: one screen a page, what looks like text first."""

from __future__ import annotations

import unicodedata
from itertools import groupby

from convert.page import Conversion, Evidence, Removed
from convert.text.characters import is_ordinary, letters

# A screen of a terminal: columns, and lines of cut parts beside the head of the page.
WIDTH = 110
LINES = 32
REASON = 34
# Ranks of evidence this near each other leave an editor something to decide.
NEAR = 10


def audit_lines(raw: str, target: str, article: Conversion) -> list[str]:
    """At most LINES + 16 lines: figures, metadata, and each run of blocks cut for one reason."""
    kept = sum(len(letters(block.text)) for block in article.kept)
    cut = sum(len(letters(removed.block.text)) for removed in article.removed)
    share = 100 * cut // max(1, kept + cut)
    data = article.metadata
    known = (data.title, "、".join(data.author) or "no author", data.date or "no day", data.site or "no outlet")
    figures = f"kept {len(article.kept)} blocks, {kept} letters; cut {len(article.removed)} blocks, {cut} letters"
    lines = [f"=== {raw} -> {target}", f"    {figures} ({share} %)", _short(f"    {' | '.join(known)}")]
    lines += [_short(f"    doubtful: {d.reason}: {d.passage}") for d in article.doubts]
    lines += [_short(f"    {line}") for line in _disputed(article)]
    if data.lead:
        lines.append(_short(f"    lead: {data.lead}"))
    runs = _runs(article.removed)
    shown = sorted(sorted(runs, key=_doubt)[:LINES], key=lambda run: run[0].index)
    lines += [_short(_line(run)) for run in shown]
    if len(runs) > len(shown):
        lines.append(f"    and {len(runs) - len(shown)} shorter runs; --report FILE lists every block")
    return [*lines, ""]


def _disputed(article: Conversion) -> list[str]:
    """Fields for which the page gives other values of nearly the same worth."""
    lines = []
    for name in dict.fromkeys(each.name for each in article.evidence):
        best, *others = [each for each in article.evidence if each.name == name]
        near = [each for each in others if best.rank - each.rank <= NEAR]
        if near:
            said = "; ".join(f"{_value(each)} ({each.source})" for each in (best, *near[:3]))
            lines.append(f"{name}: {said}")
    return lines


def _value(evidence: Evidence) -> str:
    return evidence.value if isinstance(evidence.value, str) else "、".join(evidence.value)


def _runs(removed: tuple[Removed, ...]) -> list[list[Removed]]:
    return [list(run) for _, run in groupby(removed, key=lambda r: r.reason)]


def _doubt(run: list[Removed]) -> tuple[bool, int]:
    """Runs that hold a running paragraph first, then the longest."""
    return not _holds_text(run), -sum(len(r.block.text) for r in run)


def _holds_text(run: list[Removed]) -> bool:
    return any(is_ordinary(r.block.text) for r in run)


def _line(run: list[Removed]) -> str:
    mark = "?" if _holds_text(run) else " "
    count = f" x{len(run)}" if len(run) > 1 else ""
    texts = [" ".join(r.block.text.split()) or " ".join(s.image for s in r.block.spans) for r in run]
    sample = texts[0] if len(texts) == 1 else " / ".join(text[:24] for text in texts)
    place = run[0].block.line or run[0].index
    return f"  {mark} {place:>5}  {(run[0].reason + count):{REASON}}  {sample}"


def _short(line: str) -> str:
    """The line cut to WIDTH columns; a Chinese character takes two."""
    width = 0
    for at, char in enumerate(line):
        width += 2 if unicodedata.east_asian_width(char) in "WF" else 1
        if width > WIDTH:
            return line[: at - 1] + "…"
    return line
