"""What a file holds, as its name and its first bytes say: a page, a feed, mail, or an archive of these."""

from __future__ import annotations

from io import BytesIO
from typing import IO

from digest.inbox.sources.formats import archives, feeds, mail
from digest.inbox.sources.formats.stretch import Stretch
from digest.inbox.sources.formats.warc import warc_stream
from digest.inbox.sources.raw_page import Pages, RawPage, Unread, read_bounded, too_large

TARS = (".tar", ".tgz", ".tar.gz", ".tar.bz2", ".tar.xz")
ZIPS = (".zip", ".wacz")
WARCS = (".warc", ".warc.gz", ".arc", ".arc.gz")
MBOX = ".mbox"
_ARCHIVES = (*WARCS, *ZIPS, *TARS, MBOX)
# Whoever gives a file such a name means a feed.
_FEEDS = (".rss", ".atom", ".rdf")
# What archives of saved pages hold beside pages: nothing is said of it.
_NO_PAGES = (
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".css", ".js", ".mjs", ".map", ".woff", ".woff2"),
    *(".ttf", ".otf", ".eot", ".mp3", ".mp4", ".webm", ".json", ".jsonl", ".cdx", ".cdxj", ".idx", ".yaml", ".yml"),
)


def is_archive(name: str) -> bool:
    """Whether a file of such a name holds many pages."""
    return name.lower().endswith(_ARCHIVES)


def file_pages(place: str, name: str, stream: IO[bytes], size: int = 0) -> Pages:
    """The pages of a file; archives are read as they come, not as a whole."""
    if is_archive(name) and not (name.lower().endswith(ZIPS) and not can_seek(stream)):
        yield from _archive(place, name, stream, 1)
        return
    # A zip file has its list at its end: one that only comes as a whole is held as a whole.
    data = read_bounded(stream)
    if data is None:
        yield too_large(place, size)
    else:
        yield from inner(0)(place, name, data)


def can_seek(stream: IO[bytes]) -> bool:
    """Whether a stream can go back: that of a server that sends the whole cannot, whatever it says."""
    try:
        stream.seek(stream.tell() + 1)
        stream.seek(stream.tell() - 1)
    except (OSError, ValueError):
        return False
    return True


def _archive(place: str, name: str, stream: IO[bytes], depth: int) -> Pages:
    lower = name.lower()
    if lower.endswith(WARCS):
        yield from warc_stream(place, stream)
    elif lower.endswith(ZIPS):
        yield from archives.zip_pages(place, stream, inner(depth))
    elif lower.endswith(TARS):
        yield from archives.tar_pages(place, stream, inner(depth))
    else:
        yield from mail.mbox_pages(place, Stretch(stream))


def inner(depth: int) -> archives.Inner:
    """Reads a file that lies ``depth`` archives deep."""

    def pages(place: str, name: str, data: bytes) -> Pages:
        if name.lower().endswith((*_ARCHIVES, ".gz")):
            yield from _packed(place, name, data, depth)
        else:
            yield from _single(place, name, data)

    return pages


def _packed(place: str, name: str, data: bytes, depth: int) -> Pages:
    if depth >= archives.DEPTH_MOST:
        yield Unread(place, f"an archive {depth} archives deep", f"at most {archives.DEPTH_MOST}")
    elif is_archive(name):
        yield from _archive(place, name, BytesIO(data), depth + 1)
    else:
        yield from archives.gzip_pages(place, name, BytesIO(data), inner(depth + 1))


def _single(place: str, name: str, data: bytes) -> Pages:
    lower = name.lower()
    if lower.endswith(".eml"):
        yield from mail.mail_pages(place, data)
    elif feeds.is_opml(data):
        yield Unread(place, "a list of feeds among pages", "the list named by itself, or docs/feeds.yml")
    elif feeds.is_feed(data):
        yield from feeds.feed_pages(place, data)
    elif lower.endswith(_FEEDS) or (lower.endswith(".xml") and feeds.is_html(data)):
        yield feeds.no_feed(place, data)
    elif not lower.endswith(_NO_PAGES):
        yield RawPage(place, name, data)
