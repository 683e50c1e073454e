"""What the template of one page is given of the digest, in the page's own script."""

from __future__ import annotations

from typing import Any

from digest.edition.article_values import reading_values
from digest.edition.edition import Edition
from digest.edition.head import page_head
from digest.edition.placed import PlacedPage, alternates
from digest.edition.site import Places
from digest.edition.way import Way


def page_values(edition: Edition, places: Places, page: PlacedPage) -> dict[str, Any]:
    """The values by name: each shows all of itself as text, so that a page of equal values need not be made again.

    A value that is costly to make is a ``Derived``, which shows what it is made from.
    """
    tag = page.variant.tag
    root = f"{page.variant.path}/"
    return {
        "tree_root": Way(page.url, root).to(root),
        **(page.made.values(edition.views[tag], edition.labels[tag]) if page.made else {}),
        "alternates": alternates(places, page.path, edition.variants, page.variant),
        "head": page_head(edition, page),
        **reading_values(edition, places, page),
    }
