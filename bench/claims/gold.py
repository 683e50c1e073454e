"""A gold folder (`editorial.json`) and the articles it speaks of."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from digest.files import front_matter
from digest.text.visible_text import paragraphs

RELATED = 2
"""The strength from which a pair counts as related (3: the same claim or a direct clash, 1: one topic only)."""


@dataclass(frozen=True)
class Gold:
    """``arguments`` by id (article, claim, anchors), ``strengths`` by pair of ids, ``articles`` by id, ``bodies``."""

    arguments: dict[str, dict[str, Any]]
    strengths: dict[frozenset[str], int]
    articles: dict[str, dict[str, Any]]
    bodies: dict[str, str]

    def text(self, name: str) -> str:
        """What an argument says: its wording and its sentences."""
        return "。".join([self.arguments[name]["claim"], *self.arguments[name]["anchors"]])

    def people(self, article: str) -> list[str]:
        """The names that the gold knows of an article."""
        return list(self.articles[article].get("people") or [])


def read_gold(folder: Path, articles: Path) -> Gold:
    """The gold in ``folder``; an article's text is the file of ``articles`` whose name begins with its id."""
    document = json.loads((folder / "editorial.json").read_text("utf-8"))
    arguments = {each["id"]: each for each in document["arguments"]}
    strengths = {
        frozenset((each["a"], each["b"])): each["strength"]
        for each in document["pairs"]
        if each["a"] in arguments and each["b"] in arguments
    }
    bodies = {}
    for name, entry in document["articles"].items():
        named = [folder / entry[key] for key in ("clean_text", "text") if entry.get(key)]
        found = next((path for path in [*sorted(articles.glob(f"{name}*.md")), *named] if path.is_file()), None)
        if found:
            bodies[name] = front_matter.read(found.name, found.read_text("utf-8-sig"))[0].body
    return Gold(arguments, strengths, document["articles"], bodies)


def sentences_of(gold: Gold, article: str) -> list[str]:
    """The paragraphs of an article's text."""
    return paragraphs(gold.bodies[article])
