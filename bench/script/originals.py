"""Traditional originals simplified and converted back: what every engine gets wrong alike is counted too."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from digest.zh.dictionaries import telling_characters
from digest.zh.engine import Engine
from digest.zh.shipped import digest_script

_HAN = re.compile("[\u4e00-\u9fff]")
_FORMS = Path(__file__).resolve().parents[1] / "training" / "forms.yml"


def originals(folder: Path) -> list[tuple[str, str]]:
    """Each line of Traditional text in the folder's .txt and .md files, in Taiwan's standard characters, and that line
    simplified. ``ValueError`` where the folder has none."""
    simplified = telling_characters()[0]
    lines: dict[str, None] = {}
    for path in sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".md")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if _HAN.search(line) and not simplified & set(line):
                lines.setdefault(line.strip())
    if not lines:
        raise ValueError(
            f"{folder}: no Traditional text came; allowed: .txt and .md files in UTF-8; example: originals"
        )
    standard = Engine("t2tw").convert("\n".join(lines)).split("\n")
    short = digest_script().convert("\n".join(standard), "zh-Hant", "zh-Hans").split("\n")
    return [pair for pair in zip(standard, short, strict=True) if len(pair[0]) == len(pair[1])]


def wrong(lines: Sequence[tuple[str, str]], back: Sequence[str]) -> tuple[Counter[str], int]:
    """What came instead of what, and at how many places either form is right."""
    listed = yaml.safe_load(_FORMS.read_text(encoding="utf-8"))["same"]
    alike = {form: group[0] for group in listed for form in group}
    found: Counter[str] = Counter()
    accepted = 0
    for original, written in _pairs(lines, back):
        if alike.get(original, original) == alike.get(written, written):
            accepted += 1
        else:
            found[f"{original}→{written}"] += 1
    return found, accepted


def _pairs(lines: Sequence[tuple[str, str]], back: Sequence[str]) -> Iterator[tuple[str, str]]:
    for (original, _), written in zip(lines, back, strict=True):
        if len(original) == len(written):
            yield from ((one, other) for one, other in zip(original, written, strict=True) if one != other)
        else:
            # An engine that changed the length changed words: every character of the line that it has not is wrong.
            yield from ((each, "?") for each in (Counter(original) - Counter(written)).elements())


def report(lines: Sequence[tuple[str, str]], results: dict[str, dict[str, Any] | str]) -> None:
    """Print a row an engine."""
    size = sum(len(_HAN.findall(original)) for original, _ in lines)
    print(f"{size:,} Han characters in {len(lines):,} lines, simplified by ours and converted back by each:")
    for name, result in results.items():
        if isinstance(result, dict):
            found, accepted = wrong(lines, result["texts"])
            often = " ".join(f"{pair} {count}" for pair, count in found.most_common(8))
            print(f"{name:30}{1e4 * found.total() / size:8.2f} wrong, {1e4 * accepted / size:8.2f} other form: {often}")
        else:
            print(f"{name:30}{result}")
    print("a character a 10,000; other form: either is right (臺 台, 佈 布), by the list of forms that mean the same")


def job(lines: Sequence[tuple[str, str]]) -> str:
    """What ``engines.py`` is given."""
    return json.dumps({"texts": [["s2tw", short] for _, short in lines], "cases": []}, ensure_ascii=False)
