"""Feeds (RSS, Atom, JSON Feed) and lists of them (OPML): each entry as the page that it carries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from time import strftime, struct_time
from typing import Any, cast

import feedparser
from lxml import etree

from digest.inbox.sources.formats.mail import page_of
from digest.inbox.sources.raw_page import Pages, RawPage, Unread

# An entry with less text than this is a teaser: the page that it leads to has the article. A summary of the five
# first articles has 60 to 180 characters, an article 1,300 and more.
TEASER = 400


def is_feed(data: bytes) -> bool:
    """Whether ``data`` begins as a feed does."""
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    xml = head.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf:rdf"))
    return (xml and any(mark in head for mark in (b"<rss", b"<feed", b"<rdf:rdf"))) or (
        head.startswith(b"{") and b"jsonfeed.org/version" in head
    )


def is_opml(data: bytes) -> bool:
    """Whether ``data`` begins as a list of feeds does."""
    return b"<opml" in data[:2000].lower()


def addresses(data: bytes) -> list[str]:
    """The addresses of the feeds in an OPML list; none where it is broken."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        # A file without a single element has no root, whatever the types say.
        root = cast("etree._Element | None", etree.fromstring(data, parser))
    except etree.XMLSyntaxError:
        return []
    found = [each.get("xmlUrl") or "" for each in root.iter("outline")] if root is not None else []
    return list(dict.fromkeys(address for address in found if address.startswith(("http://", "https://"))))


def is_html(data: bytes) -> bool:
    """Whether ``data`` begins as a web page does that is no XML."""
    head = data[:2000].lower()
    return (b"<html" in head or b"<!doctype html" in head) and b"www.w3.org/1999/xhtml" not in head


def no_feed(place: str, data: bytes) -> Unread:
    """What should be a feed and is none."""
    came = "HTML" if is_html(data) else f"{data[:20]!r}"
    return Unread(place, f"{came} came where a feed was named", "RSS, Atom, JSON Feed or OPML")


def feed_pages(place: str, data: bytes) -> Pages:
    """The entries of a feed, in its order."""
    try:
        entries = list(_entries(data))
    except Exception as fault:  # the parser's own faults are of many kinds
        yield Unread(place, f"a feed that cannot be read ({type(fault).__name__}: {fault})", "RSS, Atom or JSON Feed")
        return
    if not entries:
        yield Unread(place, "a feed without entries", "RSS, Atom or JSON Feed")
    for number, (title, body, author, day, address) in enumerate(entries, 1):
        page = page_of(title, body, author, day, address).encode("utf-8", "replace")
        yield RawPage(f"{place}#{number}", "entry.html", page, address, is_teaser=len(body) < TEASER)


def _entries(data: bytes) -> Iterator[tuple[str, str, str, str, str]]:
    """Title, HTML, author, ISO day and address of each entry."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield from _json_entries(data)
        return
    for entry in feedparser.parse(data, sanitize_html=False, resolve_relative_uris=True).entries:
        bodies = [part.get("value", "") for part in entry.get("content", [])]
        body = max([*bodies, entry.get("summary", "")], key=len)
        day: struct_time | None = entry.get("published_parsed") or entry.get("updated_parsed")
        yield (
            entry.get("title", ""),
            body,
            entry.get("author", ""),
            strftime("%Y-%m-%d", day) if day else "",
            entry.get("link", ""),
        )


def _json_entries(data: bytes) -> Iterator[tuple[str, str, str, str, str]]:
    try:
        items = json.loads(data.decode("utf-8-sig")).get("items", [])
    except (ValueError, AttributeError, RecursionError):
        return
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict):
            yield _json_entry(item)


def _json_entry(item: dict[str, Any]) -> tuple[str, str, str, str, str]:
    text = str(item.get("content_text") or "")
    body = str(
        item.get("content_html") or "".join(f"<p>{escape(part)}</p>" for part in text.split("\n") if part.strip())
    )
    authors = item.get("authors") or [item.get("author") or {}]
    names = [str(each.get("name", "")) for each in authors if isinstance(each, dict)]
    day = str(item.get("date_published") or "")[:10]
    return str(item.get("title") or ""), body, "、".join(filter(None, names)), day, str(item.get("url") or "")
