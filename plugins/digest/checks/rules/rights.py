"""Whose text it is: where it comes from, and the raw page that shows it."""

from __future__ import annotations

from collections.abc import Collection

from digest.checks.source import Source
from digest.files.findings import Finding

_SOURCES = ("source_url", "site", "via", "raw")


def check(source: Source, seeds: Collection[str] | None) -> list[Finding]:
    """Faults of an article's source and rights. ``seeds`` are the raw pages' paths; ``None`` where there are none."""
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
    if isinstance(raw, str) and seeds is not None and raw not in seeds:
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
