"""Places where two conversions of a text differ, to be judged by hand: a table that a person fills in."""

from __future__ import annotations

import csv
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

VERDICTS = ("ours", "theirs", "both", "neither")
_COLUMNS = ("right", "before", "source", "after", "ours", "theirs", "engines")
_AROUND = 12  # characters on each side: enough to read the word and its clause


@dataclass(frozen=True)
class Spot:
    """One differing place: the source around it, and what it becomes."""

    before: str
    source: str
    after: str
    ours: str
    theirs: str


def spots(source: str, ours: str, theirs: str) -> Iterator[Spot]:
    """The characters that differ; the whole text as one spot where the lengths do."""
    if not len(source) == len(ours) == len(theirs):
        if ours != theirs:
            yield Spot("", source, "", ours, theirs)
        return
    for place, (mine, other) in enumerate(zip(ours, theirs, strict=True)):
        if mine != other:
            before, after = source[max(0, place - _AROUND) : place], source[place + 1 : place + 1 + _AROUND]
            yield Spot(before, source[place], after, mine, other)


def write(path: Path, found: dict[Spot, set[str]], number: int) -> int:
    """Write ``number`` of the spots for each engine, with an empty verdict; returns how many were written.

    They are drawn at random, but always alike.
    """
    drawn: dict[Spot, None] = {}
    for engine in sorted({each for engines in found.values() for each in engines}):
        differing = sorted((spot for spot, engines in found.items() if engine in engines), key=repr)
        drawn |= dict.fromkeys(random.Random(1).sample(differing, min(number, len(differing))))  # noqa: S311
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t")
        table.writerow(_COLUMNS)
        for spot in drawn:
            table.writerow(
                ["", spot.before, spot.source, spot.after, spot.ours, spot.theirs, ", ".join(sorted(found[spot]))]
            )
    return len(drawn)


def read(path: Path) -> dict[str, Counter[str]]:
    """By engine: how often which side was judged right. ``ValueError`` names the line of a verdict that is none."""
    judged: dict[str, Counter[str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t"), start=2):
            if row["right"] not in ("", *VERDICTS):
                raise ValueError(
                    f"{path}: line {number}: right: {row['right']!r} came; "
                    f"allowed: {', '.join(VERDICTS)} or nothing; example: ours"
                )
            for engine in row["engines"].split(", ") if row["right"] else []:
                judged.setdefault(engine, Counter())[row["right"]] += 1
    return judged
