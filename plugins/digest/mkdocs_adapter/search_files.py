"""Writes the search's files into the site."""

from __future__ import annotations

from pathlib import Path

from mkdocs.utils import write_file

from digest.mkdocs_adapter.edition import Edition
from digest.search.documents import document
from digest.search.entries import Entry, entry, from_bytes, to_bytes
from digest.search.index import search_files

FOLDER = "search"


def write_search(edition: Edition, site: Path) -> None:
    """Write the index of the articles in all variants to ``site``/search/, from their pages as published."""
    def read(slug: str) -> Entry:
        views = {variant: edition.views[variant.tag].article(slug) for variant in edition.variants}
        contents = {variant: edition.content(slug, variant) for variant in edition.variants}
        key = edition.cache.key("search", *views.values(), *contents.values())
        kept = edition.cache.get(key)
        if kept:
            return from_bytes(kept)
        made = entry({variant.path: document(views[variant], contents[variant]) for variant in edition.variants})
        edition.cache.put(key, to_bytes(made))
        return made

    for name, content in search_files(edition.plan.articles, read, edition.plan.synonyms):
        write_file(content, str(site / FOLDER / name))
