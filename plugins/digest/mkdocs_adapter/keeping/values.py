"""What is kept of reading and converting: articles as read, texts as converted, the slugs of names."""

from __future__ import annotations

import json
from typing import Any

from digest.articles.article import Article, read_article
from digest.files.findings import Finding
from digest.mkdocs_adapter.keeping.plain_values import plain, restored
from digest.mkdocs_adapter.keeping.store import Store
from digest.plan.site_plan import ReadArticle
from digest.plan.subjects.entries import ConceptSubject, Person
from digest.plan.subjects.index import Subjects
from digest.plan.subjects.names import SLUGS
from digest.zh.layers import Converted

_Read = tuple[Article | None, tuple[Finding, ...]]
# The same as a value: a type of types is none that a type checker takes for one.
_READ: Any = _Read


def article_reader(store: Store) -> ReadArticle:
    """Reads an article, or takes what an earlier build read in the same text."""

    def reading(file: str, slug: str, text: str) -> tuple[Article | None, list[Finding]]:
        key = store.key("article", file, slug, text)
        kept = store.get(key)
        if kept:
            before: _Read = restored(_READ, json.loads(kept))
            article, found = before
            return article, list(found)
        read = read_article(file, slug, text)
        store.put(key, json.dumps(plain(read), ensure_ascii=False).encode("utf-8", "surrogatepass"))
        return read

    return reading


def known_texts(store: Store, terms: object) -> Converted:
    """The texts that the last build converted, with the same ``terms``."""
    kept = store.get(store.key("texts", terms))
    return Converted(json.loads(kept) if kept else None)


def keep_texts(store: Store, terms: object, done: Converted) -> None:
    """Keep what was converted for the next build, unless it is what was known."""
    if done.asked != done.known:
        said = json.dumps(done.asked, ensure_ascii=False)
        store.put(store.key("texts", terms), said.encode("utf-8", "surrogatepass"))


def take_slugs(store: Store) -> None:
    """Give the names of the last build their slugs again: the dictionary of pinyin is slow to load."""
    kept = store.get(store.key("slugs"))
    SLUGS.update(json.loads(kept) if kept else {})


def keep_slugs(store: Store, subjects: Subjects) -> None:
    """Keep the slugs of the names that have a page."""
    named: tuple[ConceptSubject | Person, ...] = (*subjects.concepts.values(), *subjects.people.values())
    made = json.dumps({each.name: SLUGS[each.name] for each in named if each.path}).encode()
    if made != store.get(store.key("slugs")):
        store.put(store.key("slugs"), made)
