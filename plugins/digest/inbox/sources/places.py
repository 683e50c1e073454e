"""A source as a curator names it (an address, a file, a folder, an archive) as the raw pages in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO, Any

import fsspec

from digest.inbox.fetching import fetch
from digest.inbox.open_net import FetchError
from digest.inbox.sources import archives, feeds, mail
from digest.inbox.sources.raw_page import BYTES_MOST, Pages, RawPage, Unread, read_bounded, too_large
from digest.inbox.sources.warc import warc_pages

Wait = Callable[[str], None]
"""Called with an address before it is fetched: waits as long as politeness asks."""

_WEB = ("http://", "https://")
_TARS = (".tar", ".tgz", ".tar.gz", ".tar.bz2", ".tar.xz")
_ZIPS = (".zip", ".wacz")
_WARCS = (".warc", ".warc.gz", ".arc", ".arc.gz")


def pages_of(sources: Iterable[str], wait: Wait) -> Pages:
    """The pages of all ``sources``, one after the other."""
    for source in sources:
        if source.startswith(_WEB) and not source.split("?")[0].lower().endswith((*_TARS, *_ZIPS, *_WARCS)):
            yield from _from_web(source, wait)
        else:
            yield from _from_files(source)


def _from_web(address: str, wait: Wait) -> Pages:
    """A page, a feed or a list of feeds at an address."""
    wait(address)
    try:
        fetched = fetch(address)
    except FetchError as fault:
        yield Unread(address, str(fault), "an address that answers")
        return
    if feeds.is_opml(fetched.data):
        for each in feeds.addresses(fetched.data):
            yield from _from_web(each, wait)
    elif feeds.is_feed(fetched.data):
        yield from feeds.feed_pages(address, fetched.data)
    else:
        yield RawPage(address, PurePosixPath(fetched.address).name or "page.html", fetched.data, fetched.address)


def _from_files(source: str) -> Pages:
    """A file, or every file of a folder in the order of their names; local, or any address that fsspec knows."""
    try:
        system, path = fsspec.url_to_fs(source)
        if not system.exists(path):
            yield Unread(source, "nothing is there", "a file, a folder or an address")
            return
        names = sorted(system.find(path)) if system.isdir(path) else [path]
    except (OSError, ValueError, ImportError) as fault:
        yield Unread(source, str(fault), "a file, a folder or an address; for s3:// the package s3fs")
        return
    for name in names:
        if not any(part.startswith(".") for part in PurePosixPath(name.removeprefix(path)).parts):
            yield from _from_file(system, name, source if name == path else name)


def _from_file(system: Any, name: str, place: str) -> Pages:
    try:
        if getattr(system, "protocol", "") in ("file", ("file", "local")) and system.islink(name):
            yield Unread(place, "a link to another file", "files of the folder itself")
            return
        with system.open(name, "rb") as stream:
            yield from _streamed(place, PurePosixPath(name).name, stream)
    except OSError as fault:
        yield Unread(place, fault.strerror or str(fault), "a file that can be read")


def _streamed(place: str, name: str, stream: IO[bytes]) -> Pages:
    """The pages of a file; archives are read as they come, not as a whole."""
    lower = name.lower()
    if lower.endswith(_WARCS):
        yield from warc_pages(place, stream)
    elif lower.endswith(_ZIPS):
        yield from archives.zip_pages(place, stream, inner(1))
    elif lower.endswith(_TARS):
        yield from archives.tar_pages(place, stream, inner(1))
    elif lower.endswith(".mbox"):
        yield from mail.mbox_pages(place, stream)
    else:
        data = read_bounded(stream)
        if data is None:
            yield too_large(place, BYTES_MOST + 1)
        else:
            yield from inner(0)(place, name, data)


def inner(depth: int) -> archives.Inner:
    """Reads a file that lies ``depth`` archives deep."""

    def pages(place: str, name: str, data: bytes) -> Pages:
        lower = name.lower()
        if lower.endswith((*_WARCS, *_ZIPS, *_TARS, ".mbox", ".gz")):
            if depth >= archives.DEPTH_MOST:
                yield Unread(place, f"an archive {depth} archives deep", f"at most {archives.DEPTH_MOST}")
            elif lower.endswith((*_WARCS, *_ZIPS, *_TARS, ".mbox")):
                yield from _streamed_inside(place, name, data, depth)
            else:
                yield from archives.gzip_pages(place, name, BytesIO(data), inner(depth + 1))
        elif lower.endswith(".eml"):
            yield from mail.mail_pages(place, data)
        elif feeds.is_opml(data):
            yield Unread(place, "a list of feeds in a file", "its address, or the feeds' addresses in docs/feeds.yml")
        elif feeds.is_feed(data):
            yield from feeds.feed_pages(place, data)
        elif not lower.endswith(_NO_PAGES):
            yield RawPage(place, name, data)

    return pages


# What archives of saved pages hold beside pages: nothing is said of it.
_NO_PAGES = (
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".css", ".js", ".mjs", ".map", ".woff", ".woff2"),
    *(".ttf", ".otf", ".eot", ".mp3", ".mp4", ".webm", ".json", ".jsonl", ".cdx", ".cdxj", ".idx", ".yaml", ".yml"),
)


def _streamed_inside(place: str, name: str, data: bytes, depth: int) -> Pages:
    lower, stream = name.lower(), BytesIO(data)
    if lower.endswith(_WARCS):
        yield from warc_pages(place, stream)
    elif lower.endswith(_ZIPS):
        yield from archives.zip_pages(place, stream, inner(depth + 1))
    elif lower.endswith(_TARS):
        yield from archives.tar_pages(place, stream, inner(depth + 1))
    else:
        yield from mail.mbox_pages(place, stream)
