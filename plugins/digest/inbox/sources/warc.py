"""Web archives (WARC, ARC): the pages among the answers of servers, read as a stream."""

from __future__ import annotations

from itertools import count
from pathlib import PurePosixPath
from typing import IO
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from digest.inbox.sources.raw_page import Pages, RawPage, Unread, read_bounded, too_large

_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")


def warc_pages(place: str, stream: IO[bytes]) -> Pages:
    """The pages of a WARC file, gzipped or not."""
    records = ArchiveIterator(stream, arc2warc=True)
    for number in count(1):
        try:
            record = next(records, None)
            if record is None:
                return
            yield from _page(f"{place}#{number}", record)
        except (ArchiveLoadFailed, OSError, EOFError, ValueError) as fault:
            allowed = "whole records; those before it count"
            yield Unread(f"{place}#{number}", f"a broken record ({fault})", allowed)
            return


def _page(place: str, record: ArcWarcRecord) -> Pages:
    """The page of one record; nothing where it is none."""
    if record.rec_type not in ("response", "resource") or not record.rec_headers:
        return
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    http = record.http_headers
    kind = (http.get_header("Content-Type") if http else record.rec_headers.get_header("Content-Type")) or ""
    answered = http is None or http.get_statuscode() == "200"
    if not answered or not kind.lower().startswith(_PAGES):
        return
    data = read_bounded(record.content_stream())
    if data is None:
        yield too_large(place, 0)
        return
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise EOFError("cut off")
    name = PurePosixPath(urlsplit(address).path).name
    yield RawPage(f"{place} {address}".strip(), name if "." in name else f"{name or 'page'}.html", data, address)
