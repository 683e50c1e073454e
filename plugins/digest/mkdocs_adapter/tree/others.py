"""What the pages of a site that has others than the digest's, and what other plugins, see of the digest's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mkdocs.structure.files import File, Files

from digest.mkdocs_adapter.tree.made import MadeVariantPage
from digest.mkdocs_adapter.tree.pages import VariantPage
from digest.zh.variants import Variant


class OthersFiles(Files):
    """Files as the other pages of a site see them: where an article was written, its page in the tree of ``first``."""

    def __init__(self, files: Files, first: Variant) -> None:
        super().__init__(files)
        self._tree = first.path

    def get_file_from_path(self, path: str) -> File | None:
        """The file at ``path``, or at the same place in the tree."""
        return super().get_file_from_path(path) or super().get_file_from_path(f"{self._tree}/{path}")


def said_to_others(page: VariantPage, first: Variant) -> dict[str, Any]:
    """What a page's head tells other plugins: feeds leave it out, and the theme's search finds an article once."""
    found: dict[str, Any] = {"draft": True}
    if page.variant != first or isinstance(page, MadeVariantPage):
        found["search"] = {"exclude": True}
    return found


def without_digest(pages: Iterable[File]) -> list[File]:
    """The pages of a site that are not the digest's."""
    return [file for file in pages if not isinstance(file.page, VariantPage)]
