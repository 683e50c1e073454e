"""Plugins that cannot stand beside the digest's, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs.plugins import BasePlugin

# By the plugin's own name: why, and what does the same for a digest.
_APART = {
    "i18n": "both give every page a tree a language; the option variants does so",
    "offline": "it turns use_directory_urls off, which the digest's addresses (zh-hans/articles/name/) need; "
    "each variant has a book (digest.epub)",
}
# Where every page of the site has a place in each variant's tree, and none elsewhere.
_APART_WHOLE = {
    "blog": "its posts and views are found by places that no page of a digest has; pages: articles leaves them there, "
    "or put the posts among the articles, which have lists and feeds",
    "rss": "it asks for the file of each page, which made pages have not; pages: articles leaves it the others, or "
    "take each variant's own feed (feed.xml)",
}


def apart(plugins: Mapping[str, BasePlugin[Any]], whole_site: bool) -> str:
    """One sentence that says which of ``plugins`` cannot stand beside the digest, and why; empty where all can.
    ``whole_site`` says that all pages are the digest's."""
    reasons = {**_APART, **(_APART_WHOLE if whole_site else {})}
    found = []
    for name, plugin in plugins.items():
        plain = name.rpartition("/")[2].partition(" #")[0]
        if plain in reasons and dict(plugin.config).get("enabled", True):
            found.append(f"{plain} ({reasons[plain]})")
    return f"mkdocs.yml: plugins: digest cannot stand beside {' nor '.join(found)}" if found else ""
