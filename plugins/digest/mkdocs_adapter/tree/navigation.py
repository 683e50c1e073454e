"""One navigation a variant, made from the ``nav`` of mkdocs.yml."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from digest.mkdocs_adapter.tree.pages import VariantPage
from digest.zh.variants import Variant


def navigation(
    nav: list[Any] | None, files: Files, variant: Variant, to_script: Callable[[str], str]
) -> tuple[Navigation, list[str]]:
    """The variant's navigation and the entries of ``nav`` that lead nowhere.

    Without a ``nav`` it lists the pages at the top of the docs folder: a navigation that lists every article
    stands on every page and makes a build grow with the square of the articles. The made pages of the top follow.
    """
    missing: list[str] = []
    builder = _Builder(files, variant, to_script, missing)
    items = builder.items(nav if nav is not None else _top_pages(files, variant))
    for before, after in pairwise(builder.pages):
        before.next_page, after.previous_page = after, before
    tree = Navigation(items, builder.pages)
    tree.homepage = next((page for page in builder.pages if page.is_homepage), None)
    return tree, missing


def _top_pages(files: Files, variant: Variant) -> list[str]:
    start = f"{variant.path}/"
    pages: dict[str, VariantPage] = {
        name: file.page
        for file in files.documentation_pages()
        if isinstance(file.page, VariantPage)
        and file.src_uri.startswith(start)
        and "/" not in (name := file.src_uri.removeprefix(start))
    }
    own = sorted((name for name, page in pages.items() if not page.made), key=lambda name: (name != "index.md", name))
    return [*own, *(name for name in pages if name not in own)]


class _Builder:
    def __init__(self, files: Files, variant: Variant, to_script: Callable[[str], str], missing: list[str]) -> None:
        self._files, self._variant, self._to_script, self._missing = files, variant, to_script, missing
        self.pages: list[Page] = []

    def items(self, listed: list[Any]) -> list[Any]:
        return [item for entry in listed for item in self._entry(entry)]

    def _entry(self, entry: Any) -> list[Any]:
        if isinstance(entry, str):
            return self._leaf(None, entry)
        return [item for title, value in entry.items() for item in self._titled(str(title), value)]

    def _titled(self, title: str, value: Any) -> list[Any]:
        if isinstance(value, str):
            return self._leaf(self._to_script(title), value)
        section = Section(self._to_script(title), self.items(value))
        for child in section.children:
            child.parent = section
        return [section]

    def _leaf(self, title: str | None, target: str) -> list[Any]:
        file = self._files.get_file_from_path(f"{self._variant.path}/{target}")
        if file and isinstance(file.page, VariantPage):
            if title:
                file.page.title = title
            self.pages.append(file.page)
            return [file.page]
        if "://" not in target:
            self._missing.append(target)
            return []
        return [Link(title or "", target)]
