"""The files of the search."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from digest.edition.edition import Edition
from digest.edition.site import Built, PageStore
from digest.pages.made.lists import stance_codes
from digest.search.documents import described, document
from digest.search.entries import SearchEntry, entry, from_bytes, to_bytes
from digest.search.index import search_files as index_files

FOLDER = "search"


def search_files(edition: Edition, built: Built, store: PageStore) -> Iterator[tuple[str, bytes]]:
    """The index of the articles in all variants, from their pages as published: path in the site and content."""
    read = partial(entry_of, edition, built, store)
    for name, content in index_files(edition.plan.articles, read, edition.plan.synonyms, edition.plan.aliases.names()):
        yield f"{FOLDER}/{name}", content


def entry_of(edition: Edition, built: Built, store: PageStore, slug: str) -> SearchEntry:
    """What the index holds of one article."""
    stances = stance_codes(edition.plan.articles[slug])
    parts = {
        variant.path: (described(edition.views[variant.tag].article(slug), stances), built.content(slug, variant.path))
        for variant in edition.variants
    }

    def make() -> bytes:
        return to_bytes(entry({path: document(*part) for path, part in parts.items()}))

    return from_bytes(store.made("search", (parts,), make))
