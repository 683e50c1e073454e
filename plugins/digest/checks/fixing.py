"""``digest check --fix``: mends what can be mended without reading the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from digest.checks.folder import Folder, Repair
from digest.checks.rules import half_width, layout
from digest.checks.source import Source

_KEPT = re.compile(r"<!--.*?-->|(?:https?|ftp)://[!-~]+|\]\([^)\n]*\)", re.DOTALL)

# A mark that becomes full-width is Chinese to its neighbours: of 500 garbled articles none needed a third pass.
PASSES = 3


@dataclass(frozen=True)
class Fixed:
    """What was mended in a file: kinds of faults with the lines they were on; nothing where it was left alone."""

    path: Path
    said: str


def fix(folder: Folder, names: list[str], write: Callable[[Path, str], object]) -> list[Fixed]:
    """Mend the files ``names`` (paths in the docs folder); ``write`` writes each whole or not at all.

    Raises OSError where one cannot be written.
    """
    done = []
    for name in names:
        read = folder.source(name)
        if read is None:
            continue
        source, stored = read
        if source.has_broken_head:
            # What is meant as head would be mended as text.
            done.append(Fixed(folder.docs / name, ""))
            continue
        mended, said = _mended(source, stored, folder.repair)
        if mended != stored and _unharmed(source.text, mended):
            write(folder.docs / name, mended)
            done.append(Fixed(folder.docs / name, "; ".join(said)))
    return done


def _mended(source: Source, stored: str, repair: Repair) -> tuple[str, list[str]]:
    said = ["byte order mark taken out"] if stored.startswith("\ufeff") else []
    said += ["line ends made line feeds"] if "\r" in stored else []
    head = source.text[: len(source.text) - len(source.body)]
    widths = half_width.changes(source, repair)
    said += [f"half-width: line {_lines(source, [change.offset for change in widths])}"] if widths else []
    for _ in range(PASSES):
        body = half_width.mended(source, repair)
        source = Source(source.file, source.path, head + body, source.is_article)
    cuts = {"blanks at line ends": layout.trailing(source), "blank lines": layout.doubled(source)}
    said += [f"{what}: line {_lines(source, [start for start, _ in spans])}" for what, spans in cuts.items() if spans]
    for start, end in sorted((span for spans in cuts.values() for span in spans), reverse=True):
        body = body[:start] + body[end:]
    return head + body, said


def _lines(source: Source, offsets: list[int]) -> str:
    lines = sorted({source.line_at(offset) for offset in offsets})
    return ", ".join(map(str, lines[:8])) + (f" and {len(lines) - 8} more" if len(lines) > 8 else "")


def _unharmed(old: str, new: str) -> bool:
    """Whether marks, comments and addresses are the same, in the same order."""
    return _KEPT.findall(old) == _KEPT.findall(new)
