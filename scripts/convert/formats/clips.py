"""What clippers leave of themselves in a page: the address it came from, and lines that are no text of it."""

from __future__ import annotations

import re

from convert.page import Hint
from convert.text.address import safe_address

# Comments of browsers and SingleFile at the top of a saved page.
SAVED_FROM = re.compile(
    r"<!--\s*saved from url=\(\d+\)(?P<browser>https?://[!-~]+)|<!--\s*Page saved with SingleFile\s+url:\s*(?P<file>https?://[!-~]+)",
    re.I,
)
# Joplin ends a note with a block of its own fields.
JOPLIN = re.compile(r"(?:\n|\A)(?P<fields>id: [0-9a-f]{32}\n(?:[a-z_]+:[^\n]*\n)*type_: \d+\n?)\s*\Z")
JOPLIN_FIELDS = {"source_url": "url", "author": "author"}
# SimpRead puts its own line before the text, with the address of the page.
SIMPREAD = re.compile(
    r"^>?\s*本文由\s*\[?(?:简悦|簡悅)[^\n]{0,40}?(?:\([^)\n]*\))?\s*(?:转码|轉碼)[，,。]?\s*(?:原文地址\s*(?:\[[^\]\n]*\]\((?P<link>[^)\s]+)\)|(?P<bare>https?://\S+)))?[^\n]*\n?",
    re.M,
)


def saved_from(text: str) -> tuple[Hint, ...]:
    """The address that a browser or SingleFile notes at the top of a page it saves."""
    found = SAVED_FROM.search(text[:4000])
    address = safe_address(found["browser"] or found["file"]) if found else ""
    return (Hint("url", address, "file"),) if address else ()


def without_clipper(text: str) -> tuple[str, tuple[Hint, ...]]:
    """A clipping without the clipper's own lines, and what they say."""
    hints: list[Hint] = []
    joplin = JOPLIN.search(text)
    if joplin:
        for line in joplin["fields"].splitlines():
            name, _, value = line.partition(": ")
            if name in JOPLIN_FIELDS and value.strip():
                hints.append(Hint(JOPLIN_FIELDS[name], value.strip(), "front matter"))
        text = text[: joplin.start("fields")]
    simpread = SIMPREAD.search(text[:2000])
    if simpread:
        address = safe_address(simpread["link"] or simpread["bare"] or "")
        hints += [Hint("url", address, "front matter")] if address else []
        text = text[: simpread.start()] + text[simpread.end() :]
    return text, tuple(hints)
