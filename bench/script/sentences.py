"""A table of sentences with their right text: way (hant, tw, hk, hans), input, right, class."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

WAYS = {"hant": "s2tw", "tw": "s2twp", "hk": "s2hk", "hans": "tw2s"}
_COLUMNS = ("way", "input", "right", "class")


def sentences(path: Path) -> list[dict[str, str]]:
    """The rows of the table. ``ValueError`` with the line of one that is none."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for number, row in enumerate(rows, start=2):
        if row.get("way") not in WAYS or not row.get("input") or not row.get("right"):
            raise ValueError(
                f"{path}: line {number}: {row!r} came; allowed: {', '.join(_COLUMNS)} with tabs between them, way one "
                f"of {', '.join(WAYS)}; example: hant\t保护面包\t保護麵包\t面"
            )
    return rows


def job(rows: Sequence[Mapping[str, str]]) -> str:
    """What ``engines.py`` is given."""
    return json.dumps({"texts": [[WAYS[row["way"]], row["input"]] for row in rows], "cases": []}, ensure_ascii=False)


def report(rows: Sequence[Mapping[str, str]], results: Mapping[str, dict[str, Any] | str]) -> None:
    """Print a row an engine, and what ours has wrong."""
    ways = Counter(row["way"] for row in rows)
    print("right of " + ", ".join(f"{count} {way}" for way, count in ways.items()))
    for name, result in results.items():
        if not isinstance(result, dict):
            print(f"{name:30}{result}")
            continue
        right = Counter(row["way"] for row, found in zip(rows, result["texts"], strict=True) if found == row["right"])
        print(f"{name:30}" + "".join(f"{right[way]:6}" for way in ways) + f"{right.total():8} of {len(rows)}")
    ours = results.get("ours")
    for row, found in zip(rows, ours["texts"], strict=True) if isinstance(ours, dict) else ():
        if found != row["right"]:
            print(f"  ours: {row['input']} {found}, not {row['right']} ({row.get('class', '')})")
