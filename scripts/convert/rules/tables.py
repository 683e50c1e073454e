"""The phrase rules in `rules/*.yml`, read once. What each group means is said in the files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True)
class LineRule:
    """A line is removed for `reason` if a pattern matches its folded form (see `characters.folded`).

    `where` is any, head, tail, edge (head or tail) or outside (before the first or after the last running
    paragraph; head and tail take in a few blocks inside, too). `most` is the longest line in characters the
    rule applies to; `action` is remove, or the metadata field that keeps the line.
    """

    reason: str
    pattern: re.Pattern[str]
    where: str = "any"
    most: int = 80
    action: str = "remove"


@cache
def table(name: str) -> dict[str, Any]:
    """The content of `rules/<name>.yml`."""
    rules: dict[str, Any] = yaml.safe_load(
        files("convert").joinpath("rules", f"{name}.yml").read_text(encoding="utf-8")
    )
    return rules


@cache
def line_rules(name: str = "lines") -> tuple[LineRule, ...]:
    """The line rules in file order; the first that matches decides."""
    return tuple(
        LineRule(
            reason=group["reason"],
            pattern=joined(group["patterns"]),
            where=group.get("where", "any"),
            most=group.get("most", 80),
            action=group.get("action", "remove"),
        )
        for group in table(name)["groups"]
    )


def joined(patterns: list[str]) -> re.Pattern[str]:
    """One pattern that matches where any of the given ones does."""
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.I)


@cache
def pattern(name: str, key: str) -> re.Pattern[str]:
    """The list `key` of `rules/<name>.yml` as one pattern."""
    return joined(table(name)[key])


@cache
def patterns(name: str, key: str) -> tuple[re.Pattern[str], ...]:
    """The list `key` of `rules/<name>.yml`, each on its own, in order."""
    return tuple(re.compile(p, re.I) for p in table(name)[key])
