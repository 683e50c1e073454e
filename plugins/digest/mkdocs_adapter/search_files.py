"""Writes the search's files into the site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from mkdocs.structure.files import Files
from mkdocs.utils import write_file

from digest.search.documents import Document, document
from digest.search.index import search_files
from digest.site_plan import SitePlan
from digest.variants import Variant
from digest.views import Views

FOLDER = "search"


def write_search(
    site: Path, plan: SitePlan, variants: Sequence[Variant], views: Mapping[str, Views], files: Files, folder: str
) -> None:
    """Write the index of the articles in all ``variants`` to ``site``/search/, from their pages as published."""

    def read(slug: str) -> dict[str, Document]:
        return {
            variant.path: document(
                views[variant.tag].article(slug),
                files.get_file_from_path(f"{variant.path}/{folder}/{slug}.md").page.content,
            )
            for variant in variants
        }

    for name, content in search_files(plan.articles, read, plan.synonyms):
        write_file(content, str(site / FOLDER / name))
