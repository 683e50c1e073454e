"""Web archives (WARC, ARC): the pages among the answers of servers, read as a stream."""

from __future__ import annotations

import gzip
from itertools import count
from pathlib import PurePosixPath
from typing import IO
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.recordloader import ArcWarcRecord

from digest.inbox.sources.raw_page import Pages, RawPage, Unread, read_bounded, too_large

_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")


def warc_pages(place: str, stream: IO[bytes]) -> Pages:
    """The pages of a WARC file; of one that ends in .gz as it unpacks, packed record by record or as a whole."""
    records = ArchiveIterator(_Unpacked(stream) if place.lower().endswith(".gz") else stream, arc2warc=True)
    for number in count(1):
        try:
            record = next(records, None)
            if record is None:
                return
            found = list(_page(f"{place}#{number}", record))
        except Exception as fault:  # what a broken record does to its readers is of many kinds
            where = f"{place}#{number} at byte {records.offset}"
            yield Unread(where, f"a broken record ({_said(fault)})", "whole records; those before count")
            return
        yield from found


def _said(fault: Exception) -> str:
    """What a reader said; where it stumbled over what is missing, that."""
    return (
        "it breaks off" if isinstance(fault, AttributeError | TypeError) else str(fault)[:200] or type(fault).__name__
    )


class _Unpacked(gzip.GzipFile):
    """A gzip file whose end is missing is a fault here, not the end of the archive."""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__(fileobj=stream, mode="rb")

    def read(self, size: int | None = -1) -> bytes:
        try:
            return super().read(size)
        except EOFError as fault:
            raise OSError(str(fault)) from fault


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
        length = (http.get_header("Content-Length") if http else "") or ""
        yield too_large(place, int(length) if length.isdecimal() else 0)
        return
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise EOFError("cut off")
    name = PurePosixPath(urlsplit(address).path).name
    yield RawPage(f"{place} {address}".strip(), name if "." in name else f"{name or 'page'}.html", data, address)
