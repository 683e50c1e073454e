"""Writes the search's files into the site."""

from __future__ import annotations

from pathlib import Path

from digest.mkdocs_adapter.edition import Edition
from digest.search.documents import described, document
from digest.search.entries import Entry, entry, from_bytes, to_bytes
from digest.search.index import search_files

FOLDER = "search"


def write_search(edition: Edition, site: Path) -> None:
    """Write the index of the articles in all variants to ``site``/search/, from their pages as published."""

    def read(slug: str) -> Entry:
        # By what views and texts are made from: a build that finds all entries makes none for the search.
        stamps = [edition.content_stamp(slug, variant) for variant in edition.variants]
        key = edition.cache.key("search", edition.outlines.pages[slug], edition.terms_stamp, *stamps)
        kept = edition.cache.get(key)
        if kept:
            return from_bytes(kept)
        made = entry(
            {
                variant.path: document(
                    described(edition.views[variant.tag].article(slug)), edition.content(slug, variant)
                )
                for variant in edition.variants
            }
        )
        edition.cache.put(key, to_bytes(made))
        return made

    folders: set[Path] = set()
    for name, content in search_files(edition.plan.articles, read, edition.plan.synonyms):
        file = site / FOLDER / name
        # Not by the host: it asks the disk for the folder of each of thousands of files.
        if file.parent not in folders:
            file.parent.mkdir(parents=True, exist_ok=True)
            folders.add(file.parent)
        file.write_bytes(content)
