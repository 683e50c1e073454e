"""Whose text it is: where it comes from, and the raw page that shows it."""

from __future__ import annotations

from digest.checks.source import Source
from digest.checks.world import World
from digest.files.findings import Finding

_SOURCES = ("source_url", "site", "via", "raw")


def check(source: Source, world: World) -> list[Finding]:
    """Faults of an article's source and rights."""
    data, found = source.front.data, []
    if not any(data.get(key) for key in _SOURCES):
        found.append(
            Finding(
                source.file,
                1,
                "rights-source",
                "nothing says where the text comes from",
                "source_url, site, via or raw",
                "source_url: https://example.org/a",
            )
        )
    raw = data.get("raw")
    if isinstance(raw, str) and not world.has_raw(raw):
        found.append(
            Finding(
                source.file,
                source.front.line_of("raw"),
                "raw-missing",
                f"there is no file {raw}",
                "the path of the raw page, from the project's folder",
                "raw: seeds/page.html",
            )
        )
    return found
