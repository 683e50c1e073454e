"""What a model is trained on: a folder of texts in Traditional characters, one source a file or a folder in it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from digest.zh.dictionaries import telling_characters
from digest.zh.engine import Engine

_HAN = re.compile("[\u4e00-\u9fff]")
_KANA = re.compile("[\u3040-\u30ff\uac00-\ud7af]")
# A space that a house sets between Chinese and digits or letters; the model does not see it either.
_SPACED = re.compile("(?<=[\u4e00-\u9fff]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) (?=[\u4e00-\u9fff])")
# Shorter lines are headings and leftovers of tables; in longer ones than these nearly half is Chinese.
_SHORTEST, _SHARE = 4, 0.4


def sources(folder: Path, limit: int) -> Iterator[tuple[str, list[str]]]:
    """The name of each source in ``folder`` and its lines in Taiwan's standard characters, each line once.

    Of a source with more than ``limit`` Han characters a part is drawn, the same each time. ``ValueError`` where
    the folder has no text.
    """
    standard = Engine("t2tw")
    for entry in entries(folder):
        files = (
            sorted(each for each in entry.rglob("*") if each.suffix in (".txt", ".md")) if entry.is_dir() else [entry]
        )
        lines = dict.fromkeys(line for file in files for line in usable(file.read_text(encoding="utf-8")))
        yield entry.stem, standard.convert("\n".join(_drawn(list(lines), limit))).split("\n")


def entries(folder: Path) -> list[Path]:
    """The sources in ``folder``; ``ValueError`` where there is none."""
    found = sorted(path for path in folder.iterdir() if path.is_dir() or path.suffix in (".txt", ".md"))
    if not found:
        raise ValueError(f"{folder}: no text came; allowed: a folder of .txt and .md files in UTF-8; example: texts")
    return found


def usable(text: str) -> Iterator[str]:
    """The lines of ``text`` that are Chinese and hold no character that only Simplified has."""
    simplified = telling_characters()[0]
    for line in text.splitlines():
        line = _SPACED.sub("", " ".join(line.split()))
        han = len(_HAN.findall(line))
        if han >= max(_SHORTEST, _SHARE * len(line)) and not _KANA.search(line) and not simplified & set(line):
            yield line


def _drawn(lines: list[str], limit: int) -> list[str]:
    if sum(map(len, lines)) <= limit:
        return lines
    random.Random(1).shuffle(lines)  # noqa: S311 (no secret hangs on it)
    taken, size = [], 0
    for line in lines:
        size += len(line)
        if size > limit:
            break
        taken.append(line)
    return taken
