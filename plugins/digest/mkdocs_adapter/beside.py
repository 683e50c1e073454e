"""Plugins that cannot stand beside the digest's: each page has a place in every variant's tree, and none elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs.plugins import BasePlugin

# By the plugin's own name: why, and what does the same for a digest.
_APART = {
    "blog": "its posts and views are found by places that no page of a digest has; put the posts among the articles, "
    "which have lists and feeds",
    "rss": "it asks for the file of each page, which made pages have not; each variant has a feed (feed.xml)",
    "i18n": "both give every page a tree a language; the option variants does so",
    "offline": "it turns use_directory_urls off, which the digest's addresses (zh-hans/articles/name/) need; "
    "each variant has a book (digest.epub)",
}


def apart(plugins: Mapping[str, BasePlugin[Any]]) -> str:
    """One sentence that says which of ``plugins`` cannot stand beside the digest, and why; empty where all can."""
    found = []
    for name, plugin in plugins.items():
        plain = name.rpartition("/")[2].partition(" #")[0]
        if plain in _APART and dict(plugin.config).get("enabled", True):
            found.append(f"{plain} ({_APART[plain]})")
    return f"mkdocs.yml: plugins: digest cannot stand beside {' nor '.join(found)}" if found else ""
