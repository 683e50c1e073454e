"""What the engines are given: the texts of a folder, line by line."""

from __future__ import annotations

import re
from pathlib import Path

from digest.zh.dictionaries import script_of

_CONFIGURATIONS = {"zh-Hans": "s2tw", "zh-Hant": "tw2s"}


def texts(folder: Path) -> list[list[str]]:
    """[configuration, line] for the lines with Chinese characters of every .txt and .md file, each line once.

    The whole file says its script. ``ValueError`` where the folder has no such text.
    """
    found: dict[str, str] = {}
    for path in sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".md")):
        text = path.read_text(encoding="utf-8")
        configuration = _CONFIGURATIONS.get(script_of(text) or "", "")
        for line in text.splitlines() if configuration else []:
            if re.search("[\u4e00-\u9fff]", line):
                found.setdefault(line.strip(), configuration)
    if not found:
        raise ValueError(
            f"{folder}: no Chinese text came; allowed: a folder of .txt and .md files in UTF-8; example: docs/articles"
        )
    return [[configuration, line] for line, configuration in found.items()]
