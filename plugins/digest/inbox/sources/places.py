"""A source as a curator names it (an address, a file, a folder, an archive) as the raw pages in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO, Any

import fsspec

from digest.inbox.sources import archives, feeds, mail
from digest.inbox.sources.meter import ADDRESS, Meter
from digest.inbox.sources.raw_page import BYTES_MOST, Pages, RawPage, Unread, read_bounded, too_large
from digest.inbox.sources.robots import AGENT
from digest.inbox.sources.warc import warc_pages
from digest.inbox.sources.web import Web

_WEB = ("http://", "https://")
_TARS = (".tar", ".tgz", ".tar.gz", ".tar.bz2", ".tar.xz")
_ZIPS = (".zip", ".wacz")
_WARCS = (".warc", ".warc.gz", ".arc", ".arc.gz")


def pages_of(sources: Iterable[str], web: Web, meter: Meter | None = None, feeds_named: Iterable[str] = ()) -> Pages:
    """The pages of all ``sources``, one after the other, then those of the addresses ``feeds_named``, which must be
    feeds or lists of feeds."""
    meter = meter or Meter()
    named = [(source, False) for source in sources] + [(source, True) for source in feeds_named]
    places = [_place(source, is_feed, web) for source, is_feed in named]
    meter.total = sum(place.size for place in places)
    behind = 0
    for place in places:
        if place.fault:
            yield place.fault
        elif place.is_web:
            yield from web.pages(place.source, is_feed=place.is_feed)
        else:
            yield from _files(place, web, meter)
        behind += place.size
        meter.reached(behind)


@dataclass(frozen=True)
class _Place:
    """A source that was looked at: an address, or the ``files`` (name, size) of a file system."""

    source: str
    is_feed: bool = False
    is_web: bool = False
    system: Any = None
    path: str = ""
    files: tuple[tuple[str, int], ...] = ()
    fault: Unread | None = None

    @property
    def size(self) -> int:
        return ADDRESS if self.is_web else sum(size for _, size in self.files)


def _place(source: str, is_feed: bool, web: Web) -> _Place:
    if is_feed or (source.startswith(_WEB) and not source.split("?")[0].lower().endswith((*_TARS, *_ZIPS, *_WARCS))):
        return _Place(source, is_feed, is_web=True)
    if source.startswith(_WEB) and (refusal := web.refusal(source)):
        return _Place(source, fault=Unread(source, refusal, "what robots.txt allows"))
    try:
        system, path = fsspec.url_to_fs(source, **(_patient(web.seconds) if source.startswith(_WEB) else {}))
        own = system.info(path)
        found = system.find(path, detail=True).values() if own.get("type") == "directory" else [own]
    except Exception as fault:  # every file system has faults of its own
        allowed = "a file, a folder or an address; for s3:// the package s3fs"
        return _Place(source, fault=Unread(source, _said(fault), allowed))
    files = tuple(sorted((str(each["name"]), int(each.get("size") or 0)) for each in found))
    return _Place(source, system=system, path=path, files=files)


def _patient(seconds: float) -> dict[str, Any]:
    """How a server of archives is asked: one that says nothing for so long is given up."""
    import aiohttp

    waits = aiohttp.ClientTimeout(total=None, sock_connect=seconds, sock_read=seconds)
    return {"client_kwargs": {"timeout": waits, "headers": {"User-Agent": AGENT}}}


def _said(fault: Exception) -> str:
    # A server that cannot be asked is told of as one that has no such file.
    inner = fault.__cause__ if isinstance(fault, FileNotFoundError) and fault.__cause__ else fault
    if isinstance(inner, TimeoutError):
        return "the server does not answer"
    if isinstance(fault, FileNotFoundError):
        return "nothing is there" if inner is fault else f"nothing is there ({inner})"
    return getattr(fault, "strerror", None) or str(fault) or type(fault).__name__


def _files(place: _Place, web: Web, meter: Meter) -> Pages:
    """Every file of a source in the order of their names, without hidden ones."""
    behind = meter.done
    for name, size in place.files:
        if not any(part.startswith(".") for part in PurePosixPath(name.removeprefix(place.path)).parts):
            shown = place.source if len(place.files) == 1 and name == place.path else name
            yield from _file(place, name, shown, web, meter)
        behind += size
        meter.reached(behind)


def _file(place: _Place, name: str, shown: str, web: Web, meter: Meter) -> Pages:
    try:
        if place.system.protocol in ("file", ("file", "local")) and place.system.islink(name):
            yield Unread(shown, "a link to another file", "files of the folder itself")
            return
        with place.system.open(name, "rb") as stream:
            if name == place.path and _is_list(stream):
                yield from _listed(shown, stream, web)
            else:
                yield from _streamed(shown, PurePosixPath(name).name, meter.stream(stream), dict(place.files)[name])
    except Exception as fault:  # every file system has faults of its own
        yield Unread(shown, _said(fault), "a file that can be read")


def _is_list(stream: IO[bytes]) -> bool:
    head = stream.read(2000)
    stream.seek(0)
    return feeds.is_opml(head)


def _listed(shown: str, stream: IO[bytes], web: Web) -> Pages:
    """The feeds of a list that the curator named: lists in folders and archives are not followed."""
    named = feeds.addresses(stream.read(BYTES_MOST))
    if not named:
        yield Unread(shown, "a list of feeds that names none", "OPML with xmlUrl")
    for address in named:
        yield from web.pages(address, is_feed=True, deep=1)


def _streamed(place: str, name: str, stream: IO[bytes], size: int = 0) -> Pages:
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
            yield too_large(place, size)
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
            yield Unread(place, "a list of feeds among pages", "the list named by itself, or docs/feeds.yml")
        elif feeds.is_feed(data):
            yield from feeds.feed_pages(place, data)
        elif lower.endswith(_FEEDS) or (lower.endswith(".xml") and feeds.is_html(data)):
            yield feeds.no_feed(place, data)
        elif not lower.endswith(_NO_PAGES):
            yield RawPage(place, name, data)

    return pages


# Whoever gives a file such a name means a feed.
_FEEDS = (".rss", ".atom", ".rdf")

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
