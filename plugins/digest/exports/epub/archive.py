"""A ZIP archive of files that were packed before: the standard library's writer packs every file anew."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

_STORED, _DEFLATED = 0, 8
# 2.0 of the format, the first that knows deflate; the first of January 1980, before which it knows no day.
_VERSION, _TIME, _DAY = 20, 0, 1 << 5 | 1
_UNIX, _RIGHTS = 3, 0o644 << 16


@dataclass(frozen=True)
class PackedFile:
    """A file as it lies in an archive: ``content`` is packed by ``method``, ``size`` and ``check`` are the file's."""

    content: bytes
    size: int
    check: int
    method: int = _DEFLATED


def packed(content: bytes) -> PackedFile:
    """A file, deflated."""
    writer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return PackedFile(writer.compress(content) + writer.flush(), len(content), zlib.crc32(content))


def stored(content: bytes) -> PackedFile:
    """A file as it is: one that is packed in itself, or that must be readable at its place."""
    return PackedFile(content, len(content), zlib.crc32(content), _STORED)


def archive(files: Iterable[tuple[str, PackedFile]]) -> bytes:
    """The archive of ``files`` by name (ASCII), in this order; 4 GiB at most."""
    parts, listed, at = [], [], 0
    for name, file in files:
        said = struct.pack(
            "<HHHHHLLLHH", _VERSION, 0, file.method, _TIME, _DAY, file.check, len(file.content), file.size, len(name), 0
        )
        listed.append(
            b"PK\x01\x02"
            + struct.pack("<BB", _VERSION, _UNIX)
            + said
            + struct.pack("<HHHLL", 0, 0, 0, _RIGHTS, at)
            + name.encode("ascii")
        )
        parts += [b"PK\x03\x04", said, name.encode("ascii"), file.content]
        at += 4 + len(said) + len(name) + len(file.content)
    contents = b"".join(listed)
    end = struct.pack("<HHHHLLH", 0, 0, len(listed), len(listed), len(contents), at, 0)
    return b"".join([*parts, contents, b"PK\x05\x06", end])
