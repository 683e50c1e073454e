"""Parts on their way to workers, and what comes of them in order: a worker that dies loses nothing."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from digest.inbox.sources.opened import Elsewhere, FilePlace
from digest.inbox.sources.parts import Behind, Given, Part, changed
from digest.inbox.sources.raw_page import RawPage, Unread, key_of
from digest.inbox.triage.examined import Examined
from digest.inbox.triage.workers.task import Came, Done, WorkerDied

# So many parts wait for each worker, and memory stays flat.
WAITING = 4
# So often a part is tried whose worker dies; then each of its pages by itself, as often.
_TRIES = 2


class Workers(Protocol):
    """Those who examine parts; ``room`` is how many parts may be on their way to them."""

    room: int

    def sees(self, place: FilePlace) -> bool:
        """Whether all of them have the file."""

    def submit(self, part: Part) -> Any:
        """Send a part on its way."""

    def result(self, going: Any) -> Done:
        """What came of it. Raises WorkerDied or Elsewhere."""


@dataclass
class _Going:
    part: Part
    handle: Any
    tries: int = 1


def in_order(at: Workers, parts: Iterator[Part]) -> Iterator[Done]:
    """What came of the parts, in their order, with a bounded number of them on their way."""
    queue = _Queue(at)
    for part in parts:
        queue.add(part)
        while queue.is_full:
            yield from queue.front()
    while queue.is_waiting:
        yield from queue.front()


class _Queue:
    def __init__(self, at: Workers) -> None:
        self._at, self._behind = at, Behind()
        self._waiting: deque[_Going] = deque()

    @property
    def is_full(self) -> bool:
        return len(self._waiting) >= self._at.room

    @property
    def is_waiting(self) -> bool:
        return bool(self._waiting)

    def add(self, part: Part) -> None:
        self._waiting.append(_Going(part, self._at.submit(part)))

    def front(self) -> Iterator[Done]:
        """What came of the part in front; nothing yet where it has to be tried again."""
        going = self._waiting.popleft()
        due = self._behind.due(going.part)
        if due is None:
            yield Done(bytes=going.part.bytes)
            return
        try:
            done = self._at.result(going.handle)
        except WorkerDied:
            yield from self._again(due, going.tries)
            return
        except Elsewhere:
            yield from self._here(due)
            return
        if self._behind.fits(going.part, done.begun):
            self._behind.read(going.part, done.stop)
            yield done
        else:
            self._first([due])

    def _first(self, parts: list[Part], tries: int = 1) -> None:
        for part in reversed(parts):
            self._waiting.appendleft(_Going(part, self._at.submit(part), tries))

    def _again(self, part: Part, tries: int) -> Iterator[Done]:
        """A part whose worker died: it is tried again, then page by page."""
        if tries < _TRIES:
            self._first([part], tries + 1)
        elif isinstance(part, Given) and len(part.pages) == 1 and isinstance(part.pages[0], RawPage):
            raw = part.pages[0]
            found = Examined(key_of(raw.data), fault=f"the process that read it died {_TRIES} times")
            yield Done((Came(found.key, raw.place, raw.address, found),), bytes=part.bytes)
        else:
            yield from self._here(part)

    def _here(self, part: Part) -> Iterator[Done]:
        """A part that the workers cannot read is read here, and its pages are sent to them."""
        reading = part.read()
        pages: list[RawPage | Unread] = []
        try:
            pages += reading.pages
        except Elsewhere as fault:
            pages.append(changed(part, fault))
        self._behind.read(part, reading.stop)
        self._first([Given((page,)) for page in pages])
        yield Done(bytes=part.bytes)
