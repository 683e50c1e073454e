"""Articles and concepts as read, kept by their texts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from digest.articles.article import Article
from digest.articles.hand_written import parted
from digest.files.docs_folder import shown
from digest.files.findings import Finding
from digest.keeping.plain_values import plain, restored
from digest.keeping.processes import Processes, several
from digest.keeping.store import Made, Store
from digest.plan.concepts import Concept, read_concepts
from digest.plan.site_plan import ReadArticle, ReadConcepts

Read = tuple[Article | None, list[Finding]]
"""An article, if there is one to show, and what is wrong with it."""

PackedArticle = Callable[[str, str], bytes | None]
"""A file as it is shown and its text -> what was read in it, packed, if anybody has."""

# As a value: a type of types is none that a type checker takes for one.
_READ: Any = tuple[Article | None, tuple[Finding, ...]]
_LISTED: Any = tuple[tuple[Concept, ...], tuple[Finding, ...]]


def article_reader(store: Store, read_one: ReadArticle, before: PackedArticle = lambda file, text: None) -> ReadArticle:
    """Reads an article as ``read_one`` does, or takes what an earlier run, or this one ``before``, read in the same
    text."""

    def reading(file: str, slug: str, text: str) -> Read:
        kept = store.made(
            "article", (file, slug, text), lambda: before(file, text) or packed(read_one(file, slug, text))
        )
        return unpacked(kept)

    return reading


def read_ahead(docs: Path, articles: str, store: Store, read_one: ReadArticle, workers: int | None) -> None:
    """Have the articles that nobody read before read in several processes, where they are many; ``workers`` says in
    how many, where it says."""
    if workers == 1:
        return
    asked = [each for path in sorted((docs / articles).glob("*.md")) for each in _asked(docs, path)]
    new = [each for each in asked if not store.has(store.key("article", *each))]
    # Of less than half the texts new, most of what a process does is taken from what is kept.
    if (number := several(workers, len(new), len(asked))) == 1:
        return

    # One here: what it has to import is there for all.
    article_reader(store, read_one)(*new[0])

    def read(place: int) -> Made:
        return store.noting(lambda: article_reader(store, read_one)(*new[place]))

    running = Processes(read, len(new), number)
    store.expect((made or {} for made in running), running.close)


def _asked(docs: Path, path: Path) -> list[tuple[str, str, str]]:
    """What the reading of an article depends on: its file as shown, its slug, its text; nothing where it has none."""
    try:
        return [(shown(path, docs), parted(path.stem)[0], path.read_text(encoding="utf-8-sig"))]
    except (OSError, UnicodeDecodeError):
        return []


def packed(read: Read) -> bytes:
    """What was read, to be kept."""
    return _bytes(read)


def unpacked(kept: bytes) -> Read:
    """What was read and ``packed``."""
    article, found = restored(_READ, json.loads(kept))
    return article, list(found)


def concepts_reader(store: Store) -> ReadConcepts:
    """Reads the curators' concepts, or takes what an earlier run read in the same text: every pattern is tried."""

    def reading(file: str, text: str) -> tuple[list[Concept], list[Finding]]:
        kept = store.made("concepts", (file, text), lambda: _bytes(read_concepts(file, text)))
        concepts, found = restored(_LISTED, json.loads(kept))
        return list(concepts), list(found)

    return reading


def _bytes(read: object) -> bytes:
    return json.dumps(plain(read), ensure_ascii=False).encode("utf-8", "surrogatepass")
