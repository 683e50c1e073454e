"""What people judged: a folder of JSON files, and the articles they speak of.

Each file (`editorial.json`, and others beside it: `more.json`) holds
- `articles`: by id, `title`, `author`, `gold_summary` (about 100 characters, with `gold_summary_traditional` where the
  text is Traditional) and `best_sentences` (three, word for word), and what is known of `people` and `companies`;
- `arguments`: a list of `id`, `article`, `claim` (a person's wording), `holder`, `anchors` (sentences that say it, word
  for word; `anchors_simplified` where the text is Traditional), and `accepted`, other wordings that would do;
- `pairs`: a list of `a`, `b` (ids of arguments), `strength` (3: the same claim or a direct clash, 2: clearly related,
  1: one topic only) and `relation`.
"""

from __future__ import annotations

import json
from collections.abc import Collection
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

    def title(self, article: str) -> str:
        """The title of an article."""
        return str(self.articles[article].get("title") or "")

    def author(self, article: str) -> str:
        """Who wrote an article; an unsigned one is by an author of its own."""
        name = str(self.articles[article].get("author") or "")
        return article if not name or "未署名" in name else name

    def of(self, articles: Collection[str]) -> Gold:
        """The gold of these articles alone, with the pairs between them."""
        arguments = {name: each for name, each in self.arguments.items() if each["article"] in articles}
        return Gold(
            arguments,
            {pair: strength for pair, strength in self.strengths.items() if pair <= set(arguments)},
            {name: each for name, each in self.articles.items() if name in articles},
            {name: body for name, body in self.bodies.items() if name in articles},
        )


def read_gold(folder: Path, articles: Path, texts: Path | None = None) -> Gold:
    """All JSON files in ``folder`` that hold arguments.

    An article's text is the file of ``articles``, or of ``texts``, whose name begins with its id; an article without
    a text is left out.
    """
    documents = [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))]
    documents = [each for each in documents if isinstance(each, dict) and "arguments" in each and "articles" in each]
    entries = {name: entry for document in documents for name, entry in document["articles"].items()}
    bodies = {name: body for name in entries if (body := _body(name, [articles, *([texts] if texts else [])]))}
    arguments = {
        each["id"]: each for document in documents for each in document["arguments"] if each["article"] in bodies
    }
    strengths = {
        frozenset((each["a"], each["b"])): each["strength"]
        for document in documents
        for each in document["pairs"]
        if each["a"] in arguments and each["b"] in arguments
    }
    return Gold(arguments, strengths, {name: entries[name] for name in bodies}, bodies)


def _body(name: str, folders: list[Path]) -> str:
    for folder in folders:
        for path in sorted(folder.glob(f"{name}*.md")):
            return front_matter.read(path.name, path.read_text("utf-8-sig"))[0].body
    return ""


def sentences_of(gold: Gold, article: str) -> list[str]:
    """The paragraphs of an article's text."""
    return paragraphs(gold.bodies[article])
