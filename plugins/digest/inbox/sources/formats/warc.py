"""Web archives (WARC, ARC): the pages among the answers of servers. Records are found from any byte of a file whose
records stand, or are packed, one by one."""

from __future__ import annotations

import re
import zlib
from pathlib import PurePosixPath
from typing import IO, Any
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from digest.inbox.sources.formats.stretch import Stretch
from digest.inbox.sources.raw_page import BYTES_MOST, RATIO_MOST, Pages, RawPage, Unread, read_bounded, too_large

_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")
_GZIP = b"\x1f\x8b"
_PACKED_MARK = re.compile(rb"(\x1f\x8b\x08)")
_PLAIN_MARK = re.compile(rb"\n\r?\n(WARC/\d)")
# The head of a record is some 500 bytes long, packed some 300.
_AHEAD = 2048
_HEAD_MOST = 1 << 16
# After so many broken records the rest of a stretch is given up: a file may be made to be read again from every byte.
_BROKEN_MOST = 1000
_ALLOWED = "whole records; the others count"


def is_by_record(stretch: Stretch) -> bool:
    """Whether the records of a WARC file stand, or are packed, one by one, so that they can be found from any byte."""
    head = stretch.head(_HEAD_MOST)
    if not head.startswith(_GZIP):
        return head.startswith(b"WARC/")
    unpacked, is_whole = _begun(head, _HEAD_MOST)
    record, _, rest = unpacked.partition(b"\r\n\r\n")
    length = re.search(rb"(?im)^content-length:\s*(\d+)", record)
    if not unpacked.startswith(b"WARC/") or not length:
        return False
    return is_whole or len(rest) <= int(length.group(1)) + 4


def to_record(stretch: Stretch, until: int) -> bool:
    """Go to the next record that begins before ``until``; whether there is one."""
    if stretch.at == 0:
        return True
    here = stretch.at
    if stretch.find(_PACKED_MARK, until, _is_packed, _AHEAD):
        return True
    stretch.seek(here)
    return stretch.find(_PLAIN_MARK, until, _is_plain, _AHEAD)


def warc_pages(place: str, stretch: Stretch, until: int | None = None) -> Pages:
    """The pages of the records that begin before ``until`` (none: of all). Where the stretch ends up is where the next
    record begins; a broken one is told of, and the next that is whole is looked for. Raises Lost where there is none.
    """
    broken = 0
    while (until is None or stretch.at < until) and stretch.head(1):
        begins = stretch.at
        try:
            yield from _record(f"{place}@{begins}", stretch)
        except Exception as fault:  # what a broken record does to its readers is of many kinds
            yield Unread(f"{place} at byte {begins}", f"a broken record ({_said(fault)})", _ALLOWED)
            broken += 1
            if broken == _BROKEN_MOST or not _next(stretch, begins + 1, until):
                raise Lost from fault


class Lost(Exception):
    """No further record can be found in a stretch."""


def _next(stretch: Stretch, at: int, until: int | None) -> bool:
    try:
        stretch.seek(at)
        return to_record(stretch, until if until is not None else 1 << 62)
    except (OSError, ValueError):
        return False


def _record(place: str, stretch: Stretch) -> Pages:
    """The pages of what begins here: one record, or a gzip member that may hold several."""
    head = stretch.head(len(b"WARC/"))
    if head == b"WARC/":
        body: Any = _Plain(stretch)
    elif head.startswith(_GZIP):
        body = _Packed(stretch)
    else:
        body = stretch
    records = ArchiveIterator(body, arc2warc=True)
    within = 0
    for record in records:
        yield from _page(f"{place}+{within}" if within else place, record)
        records.read_to_end()
        within = records.offset
    if body is not stretch:
        body.finish()


class _Plain:
    """One record that is not packed: its head says how long it is."""

    def __init__(self, stretch: Stretch) -> None:
        self._stretch = stretch
        head = stretch.head(_HEAD_MOST)
        end = re.search(rb"\r?\n\r?\n", head)
        length = re.search(rb"(?im)^content-length:\s*(\d+)", head[: end.start()]) if end else None
        if not end or not length:
            raise OSError("a head without its length")
        self._left = end.end() + int(length.group(1))

    def read(self, size: int = -1) -> bytes:
        data = self._stretch.read(self._left if size < 0 else min(size, self._left))
        self._left -= len(data)
        return data

    def finish(self) -> None:
        """Go behind the record. Raises EOFError where it breaks off."""
        while self._left:
            if not self.read(_HEAD_MOST):
                raise EOFError("cut off")
        blank = self._stretch.head(4)
        self._stretch.read(len(blank) - len(blank.lstrip(b"\r\n")))


class _Packed:
    """One member of a gzip file, as it unpacks."""

    def __init__(self, stretch: Stretch) -> None:
        self._stretch, self._unpack = stretch, zlib.decompressobj(31)
        self._begun, self._came = stretch.at, 0

    def read(self, size: int = _HEAD_MOST) -> bytes:
        # As much as is asked for, if there is so much: who reads a record's first line takes little for all of it.
        most = _HEAD_MOST if size < 0 else min(size, _HEAD_MOST)
        found = b""
        while len(found) < most and (data := self._some(most - len(found))):
            found += data
        return found

    def _some(self, most: int) -> bytes:
        while not self._unpack.eof:
            packed = self._unpack.unconsumed_tail or self._stretch.read(_HEAD_MOST // 4)
            if not packed:
                raise EOFError("the gzip file breaks off")
            data = self._unpack.decompress(packed, most)
            self._came += len(data)
            if self._came > max(2 * BYTES_MOST, RATIO_MOST * (self._stretch.at - self._begun)):
                raise OSError(f"it unpacks to more than {RATIO_MOST} times its size")
            if self._unpack.eof:
                self._stretch.back(self._unpack.unused_data)
            if data:
                return data
        return b""

    def finish(self) -> None:
        """Go behind the member."""
        while self.read():
            pass


def _begun(packed: bytes, size: int) -> tuple[bytes, bool]:
    """What the gzip member at the beginning of ``packed`` unpacks to, at most ``size`` bytes, and whether it ends."""
    unpack = zlib.decompressobj(31)
    try:
        return unpack.decompress(packed, size), unpack.eof
    except zlib.error:
        return b"", False


def _is_packed(head: bytes) -> bool:
    return _begun(head, 8)[0].startswith(b"WARC/")


def _is_plain(head: bytes) -> bool:
    return b"\nwarc-type:" in head.lower()


def _said(fault: Exception) -> str:
    """What a reader said; where it stumbled over what is missing, that."""
    if isinstance(fault, AttributeError | TypeError):
        return "it breaks off, or its head lacks what records have"
    if isinstance(fault, ArchiveLoadFailed):
        return "no record begins here"
    return str(fault)[:200] or type(fault).__name__


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


def warc_stream(place: str, stream: IO[bytes]) -> Pages:
    """The pages of a WARC file that is read from its beginning to its end."""
    try:
        yield from warc_pages(place, Stretch(stream))
    except Lost:
        return
