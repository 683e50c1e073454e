"""A raw page on its way in, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import IO

BYTES_MOST = 20_000_000
"""Bytes of one page: the largest of 1,700 saved pages has 9 MB, pictures written into it."""

# A page that unpacks to more than this many times its packed size is a bomb; saved pages reach 20.
RATIO_MOST = 200


@dataclass(frozen=True)
class RawPage:
    """``place`` names it for a person (``feeds.zip!2021/a.html``); ``address`` is where it stood in the web, if that
    is known; ``name`` is its file's name, whose ending says what it is. ``is_teaser``: the entry of a feed that only
    begins the article at its address."""

    place: str
    name: str
    data: bytes
    address: str = ""
    is_teaser: bool = False


@dataclass(frozen=True)
class Unread:
    """What cannot be read: ``place`` (with an offset where there is one), what came, what is allowed."""

    place: str
    came: str
    allowed: str

    def __str__(self) -> str:
        return f"{self.place}: {self.came}; allowed: {self.allowed}"


Pages = Iterator[RawPage | Unread]


def key_of(data: bytes) -> str:
    """The key of a raw page: the hash of its bytes."""
    return sha256(data).hexdigest()[:24]


def too_large(place: str, size: int) -> Unread:
    """A page that is too large; of ``size`` bytes, or more than is known (0)."""
    came = f"{size / 1e6:.0f} MB" if size > BYTES_MOST else f"more than {BYTES_MOST // 1_000_000} MB"
    return Unread(place, f"{came} came", f"a page of at most {BYTES_MOST // 1_000_000} MB")


def read_bounded(stream: IO[bytes]) -> bytes | None:
    """What ``stream`` holds; nothing where that is more than a page may have."""
    parts: list[bytes] = []
    left = BYTES_MOST + 1
    # A stream from a server gives what has come, which may be less than what was asked for.
    while left and (part := stream.read(left)):
        parts.append(part)
        left -= len(part)
    return b"".join(parts) if left else None
