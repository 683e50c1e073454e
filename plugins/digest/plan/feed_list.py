"""``feeds.yml``: the feeds that a digest reads, one address a line."""

from __future__ import annotations

from digest.files.findings import Finding
from digest.files.yaml_lines import CuratedFile

FILE = "feeds.yml"
_ALLOWED = "a list of addresses of feeds or OPML lists, each beginning with http:// or https://"
_EXAMPLE = "- https://example.org/feed.xml"


def read_feeds(file: str, text: str) -> tuple[list[str], list[Finding]]:
    """The addresses, each once, in their order, and what is wrong with the file (its path as shown: ``file``)."""
    document, found = CuratedFile("feeds-yaml", _ALLOWED, _EXAMPLE).read(file, text)
    if document is None:
        return [], found
    addresses: list[str] = []
    for number, entry in enumerate(document.data):
        line = document.line_of([number])
        if not isinstance(entry, str) or not entry.startswith(("http://", "https://")) or len(entry.split()) != 1:
            found.append(Finding(file, line, "feeds-form", f"{str(entry)[:80]!r} came", _ALLOWED, _EXAMPLE))
        elif entry in addresses:
            found.append(Finding(file, line, "feeds-doubled", f"{entry} stands twice", "each address once", _EXAMPLE))
        else:
            addresses.append(entry)
    return addresses, found
