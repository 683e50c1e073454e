"""One raw page on its way into the digest: kept byte for byte, converted, written beside the others."""

from __future__ import annotations

import json
import posixpath
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from digest.inbox import conversion

# Endings that say what a page is; one without any is saved as the web page that it nearly always is.
_ENDINGS = (".html", ".htm", ".xhtml", ".shtml", ".xml", ".md", ".markdown", ".txt", ".rss", ".atom", ".mht")


@dataclass(frozen=True)
class Raw:
    """A raw page: its bytes, where it came from (an address or a path), and the path if it lies in seeds/ already."""

    data: bytes
    came: str
    ending: str
    address: str = ""
    kept: Path | None = None


@dataclass(frozen=True)
class Added:
    """A page that became an article: the files written, and the conversion's own account of it."""

    seed: Path
    file: Path
    page: conversion.Conversion


def from_file(path: Path, seeds: Path) -> Raw:
    """The raw page in a file. Raises ConvertError where it cannot be read."""
    data = conversion.read_bytes(path)
    inside = path.resolve().is_relative_to(seeds)
    return Raw(data, str(path), _ending(path.name), kept=path.resolve() if inside else None)


def from_address(data: bytes, address: str) -> Raw:
    """The raw page that was fetched from an address."""
    return Raw(data, address, _ending(posixpath.basename(urlsplit(address).path)), address)


def _ending(name: str) -> str:
    ending = posixpath.splitext(name)[1].lower()
    return ending if ending in _ENDINGS else ".html"


def free_slug(wanted: str, folder: Path, seeds: Path, raw: Raw) -> str:
    """``wanted``, or with a number after it, so that no article and no other raw page has the name in any case."""
    taken = {
        path.name.split(".")[0].lower()
        for place in (folder, seeds)
        if place.is_dir()
        for path in place.iterdir()
        if path != raw.kept
    }
    number, slug = 1, wanted
    while slug.lower() in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug


def add_page(raw: Raw, slug: str, articles: Path, seeds: Path) -> Added:
    """Keep the page in seeds/, convert it and write its article; nothing is left behind where that fails.

    Raises ConvertError or OSError.
    """
    seed = raw.kept or seeds / f"{slug}{raw.ending}"
    record = conversion.record_path(articles, conversion.raw_name(seed))
    with conversion.undone_unless_whole(journal(seeds), (seed, articles / f"{slug}.md", record)):
        if not raw.kept:
            seeds.mkdir(parents=True, exist_ok=True)
            conversion.write_whole(seed, raw.data)
        file, page = conversion.new_article(seed, articles, slug)
        if raw.address and not page.metadata.source_url:
            conversion.write_whole(file, with_address(file.read_text(encoding="utf-8"), raw.address))
    return Added(seed, file, page)


def journal(seeds: Path) -> Path:
    """Where a run says what it is about to make, for the next one if it is stopped: in the project's folder."""
    return seeds.parent / ".digest-new.json"


def with_address(markdown: str, address: str) -> str:
    """The article with the address that its page was fetched from, where the page itself does not say it."""
    line = f"source_url: {json.dumps(address, ensure_ascii=False)}\n"
    return re.sub(r"^(?=raw: )", lambda _: line, markdown, count=1, flags=re.MULTILINE)
