"""Three texts to one: what the conversion wrote, what a person made of it, what the conversion gives now."""

from __future__ import annotations

from dataclasses import dataclass

from merge3 import Merge3


@dataclass(frozen=True)
class Merged:
    """`text` has every line of the person and what else the conversion gives; `taken` counts the places taken in;
    `conflicts` are lines of `text` (from 1) where both changed and the person's text stands."""

    text: str
    taken: int
    conflicts: tuple[int, ...]


def merge(base: str, edited: str, better: str) -> Merged:
    """The person's text `edited` of `base`, with what changed from `base` to `better` elsewhere."""
    lines: list[str] = []
    taken = 0
    conflicts: list[int] = []
    merging = Merge3(base.splitlines(True), edited.splitlines(True), better.splitlines(True))
    for group in merging.merge_groups():
        if group[0] == "conflict":
            conflicts.append(len(lines) + 1)
            lines += group[2]
        else:
            taken += group[0] == "b"
            lines += group[1]
    return Merged("".join(lines), taken, tuple(conflicts))
