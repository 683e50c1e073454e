"""What the template of one page is given beside what the host gives it."""

from __future__ import annotations

from typing import Any

from digest.mkdocs_adapter import context as page_context
from digest.mkdocs_adapter.edition import Edition
from digest.mkdocs_adapter.machine_head import machine_head
from digest.mkdocs_adapter.pages import VariantPage
from digest.mkdocs_adapter.reading import reading_values


def page_values(edition: Edition, page: VariantPage) -> dict[str, Any]:
    """The values by name, in the page's own script."""
    made_from = page.made_from()
    return {
        "tree_root": page_context.tree_root(page), "content_policy": edition.content_policy,
        **(page.values() if made_from is None else {"made_from": made_from}),
        "alternates": page_context.alternates(page, edition.variants, edition.files),
        "head": machine_head(edition, page), **reading_values(edition, page),
    }
