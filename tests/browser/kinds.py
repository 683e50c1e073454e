"""One page of each kind of a built digest."""

from __future__ import annotations

from pathlib import Path

KINDS = (
    "home",
    "article",
    "archive",
    "claims",
    "disputes",
    "dispute",
    "concepts",
    "concept",
    "people",
    "person",
    "map",
)
"""The kinds of pages that each tree has."""


def path_of(site: Path, tree: str, kind: str) -> str:
    """The address of a page of ``kind`` in ``tree``, from the site's root: of several, the longest."""
    folders = {
        "home": "",
        "article": "articles/*",
        "concept": "concepts/*",
        "person": "people/*",
        "dispute": "disputes/*/*",
    }
    pattern = folders.get(kind, kind)
    found = sorted(
        (site / tree).glob(f"{pattern}/index.html" if pattern else "index.html"), key=lambda page: page.stat().st_size
    )
    assert found, f"{site / tree} has no page of the kind {kind}"
    return found[-1].parent.relative_to(site).as_posix() + "/"
