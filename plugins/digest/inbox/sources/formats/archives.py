"""Archives: zip, tar, gzip, WACZ (a zip of WARC files). Nothing is unpacked to the disk, so no path can leave it."""

from __future__ import annotations

import gzip
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import PurePosixPath
from typing import IO

from digest.inbox.sources.raw_page import BYTES_MOST, RATIO_MOST, Pages, Unread, read_bounded, too_large

Inner = Callable[[str, str, bytes], Pages]
"""Place, name and content of a file in an archive -> its pages."""

_NO_BOMB = f"what unpacks to at most {RATIO_MOST} times its size"
# How deep archives may lie in archives: a WARC in a WACZ in a zip.
DEPTH_MOST = 3
# What broken archives do to their readers.
FAULTS = (zipfile.BadZipFile, tarfile.TarError, OSError, EOFError, zlib.error, RuntimeError, NotImplementedError)


def zip_pages(place: str, stream: IO[bytes], inner: Inner) -> Pages:
    """The pages in a zip file, in the order of their names."""
    try:
        with zipfile.ZipFile(stream) as archive:
            yield from entry_pages(archive, entries(archive), place, inner)
    except FAULTS as fault:
        yield broken(place, "zip", fault)


def entries(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The files in a zip file, in the order of their names."""
    return sorted((each for each in archive.infolist() if not each.is_dir()), key=lambda each: each.filename)


def entry_pages(archive: zipfile.ZipFile, chosen: Iterable[zipfile.ZipInfo], place: str, inner: Inner) -> Pages:
    """The pages in some of the files of a zip file."""
    for entry in chosen:
        yield from _entry(archive, entry, f"{place}!{entry.filename}", inner)


def begins(stream: IO[bytes], entry: zipfile.ZipInfo) -> int | None:
    """The byte at which the content of a file in a zip file begins, where it lies there as it is."""
    if entry.compress_type != zipfile.ZIP_STORED or entry.flag_bits & _ENCRYPTED or outside("", entry.filename):
        return None
    stream.seek(entry.header_offset)
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size or not head.startswith(b"PK\x03\x04"):
        return None
    _, name, extra = _HEAD.unpack(head)
    return int(entry.header_offset + _HEAD.size + name + extra)


# The head of a file in a zip file, up to the lengths of its name and of what else is said.
_HEAD = struct.Struct("<26sHH")
_ENCRYPTED = 1


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, place: str, inner: Inner) -> Pages:
    if outward := outside(place, entry.filename):
        yield outward
    elif entry.file_size > RATIO_MOST * max(1, entry.compress_size):
        yield Unread(place, f"{entry.compress_size} bytes that unpack to {entry.file_size}", _NO_BOMB)
    else:
        try:
            with archive.open(entry) as stream:
                data = read_bounded(stream)
        except FAULTS as fault:
            yield broken(place, f"zip at byte {entry.header_offset}", fault)
            return
        if data is None:
            large = too_large(place, entry.file_size)
            yield replace(large, allowed=f"{large.allowed}; of a web archive: stored in the zip file as it is")
        else:
            yield from inner(place, PurePosixPath(entry.filename).name, data)


def tar_pages(place: str, stream: IO[bytes], inner: Inner) -> Pages:
    """The pages in a tar file, packed or not, in its own order: it is read once, from its beginning to its end."""
    offset = 0
    try:
        with tarfile.open(fileobj=stream, mode="r|*") as archive:
            for entry in archive:
                offset = entry.offset
                if entry.isfile():
                    yield from _member(archive, entry, f"{place}!{entry.name}", inner)
    except FAULTS as fault:
        yield broken(place, f"tar after byte {offset}", fault)


def _member(archive: tarfile.TarFile, entry: tarfile.TarInfo, place: str, inner: Inner) -> Pages:
    if fault := outside(place, entry.name):
        yield fault
        return
    stream = archive.extractfile(entry)
    data = read_bounded(stream) if stream else b""
    if data is None:
        yield too_large(place, entry.size)
    else:
        yield from inner(place, PurePosixPath(entry.name).name, data)


def gzip_pages(place: str, name: str, stream: IO[bytes], inner: Inner) -> Pages:
    """The page in a gzip file."""
    try:
        with gzip.GzipFile(fileobj=stream) as unpacked:
            data = unpacked.read(BYTES_MOST + 1)
    except FAULTS as fault:
        yield broken(place, "gzip", fault)
        return
    if len(data) > BYTES_MOST:
        yield too_large(place, 0)
    else:
        yield from inner(place, name.removesuffix(".gz"), data)


def outside(place: str, name: str) -> Unread | None:
    """What is said of a path that leaves the archive; nothing where it does not."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return Unread(place, f"the path {name!r} leaves the archive", "paths within it")
    return None


def broken(place: str, kind: str, fault: Exception) -> Unread:
    """What is said of an archive that is broken."""
    return Unread(
        place, f"a broken {kind} ({str(fault) or type(fault).__name__})", "a whole archive; what came before counts"
    )
