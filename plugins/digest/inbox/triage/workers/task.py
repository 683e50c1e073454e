"""What a worker does with a part: it reads its pages where they lie, and examines those that nobody knows yet."""

from __future__ import annotations

import zlib
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from digest.inbox.sources.parts import Part
from digest.inbox.sources.raw_page import RawPage, Unread, key_of
from digest.inbox.triage.examined import Examined, Patterns, concepts_from, examine


class WorkerDied(Exception):
    """The worker that had a part died, and the scheduler gave up or the pool is broken."""


class OtherCode(Exception):
    """A worker has other code than the machine that asks."""


class NoScheduler(Exception):
    """No scheduler answers, it went away, or its workers are no use."""


_BYTES = 12


class KnownKeys:
    """The keys of pages that there are results of: twelve bytes each, in order, so that a million are little."""

    def __init__(self, packed: bytes = b"") -> None:
        self._packed = packed

    def __contains__(self, key: str) -> bool:
        own = bytes.fromhex(key)
        at = bisect_left(range(len(self._packed) // _BYTES), own, key=self._key)
        return self._key(at) == own

    def _key(self, at: int) -> bytes:
        return self._packed[at * _BYTES : (at + 1) * _BYTES]


@dataclass(frozen=True)
class Came:
    """A page that came at ``place``; what was found out of it (none: it was known), and the raw page where a curator
    may ask for it: ``name`` of its file, ``packed`` bytes."""

    key: str
    place: str
    address: str
    found: Examined | None = None
    name: str = ""
    packed: bytes = b""


@dataclass(frozen=True)
class Done:
    """What came of a part: its pages, what could not be read, how many of the source's ``bytes`` are behind, and of a
    stretch where its first record begins and where the one behind it (none: nobody knows)."""

    came: tuple[Came, ...] = ()
    unread: tuple[Unread, ...] = ()
    bytes: int = 0
    begun: int | None = None
    stop: int | None = None


def examine_part(part: Part, patterns: Patterns, known: KnownKeys) -> Done:
    """The work itself. Raises Elsewhere where this machine does not have the file."""
    reading = part.read()
    came: list[Came] = []
    unread: list[Unread] = []
    for page in reading.pages:
        if isinstance(page, Unread):
            unread.append(page)
        else:
            came.append(_examined(page, patterns, known))
    return Done(tuple(came), tuple(unread), part.bytes, reading.begun, reading.stop)


def _examined(raw: RawPage, patterns: Patterns, known: KnownKeys) -> Came:
    key = key_of(raw.data)
    if key in known:
        return Came(key, raw.place, raw.address)
    found = examine(key, raw, concepts_from(patterns))
    is_wanted = found.is_article and bool(found.claims)
    return Came(key, raw.place, raw.address, found, raw.name, zlib.compress(raw.data, 6) if is_wanted else b"")


Work = Callable[[Part, Patterns, KnownKeys], Done]
"""What is done with a part."""
