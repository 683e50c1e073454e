"""What the template of one page is given beside what the host gives it and all pages of its variant are given."""

from __future__ import annotations

from typing import Any

from digest.mkdocs_adapter import context as page_context
from digest.mkdocs_adapter.edition import Edition
from digest.mkdocs_adapter.machine_head import machine_head
from digest.mkdocs_adapter.pages import VariantPage
from digest.mkdocs_adapter.reading import reading_values


def page_values(edition: Edition, page: VariantPage) -> dict[str, Any]:
    """The values by name, in the page's own script."""
    return {
        "tree_root": page_context.tree_root(page),
        "content_policy": edition.content_policy,
        **page.values(),
        "alternates": alternates_of(edition, page),
        "head": machine_head(edition, page),
        **reading_values(edition, page),
    }


def alternates_of(edition: Edition, page: VariantPage) -> list[dict[str, Any]]:
    """The same page in every variant."""
    return page_context.alternates(page, edition.variants, edition.files)
