"""Parts of files that have not changed since an earlier run are not read again: what came of them is kept."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from digest.inbox.sources.opened import FilePlace
from digest.inbox.sources.parts import Files, Given, Part
from digest.inbox.triage.kept_results import KeptResults
from digest.inbox.triage.workers.in_order import Workers
from digest.inbox.triage.workers.task import Came, Done


class Remembering:
    """Workers who are asked about new parts only. A part is known by its file's address, size and time (or what its
    server calls that state) and its place in the file; one in which something could not be read is read again."""

    def __init__(self, at: Workers, kept: KeptResults) -> None:
        self._at, self._kept = at, kept
        self.room = at.room

    def sees(self, place: FilePlace) -> bool:
        """Whether all of them have the file."""
        return self._at.sees(place)

    def submit(self, part: Part) -> Any:
        """Send a part on its way, or remember it."""
        done = self._remembered(part)
        return (part, done, None if done else self._at.submit(part))

    def result(self, going: Any) -> Done:
        """What came of it. Raises WorkerDied or Elsewhere."""
        part, remembered, handle = going
        if remembered:
            known: Done = remembered
            return known
        done = self._at.result(handle)
        if (name := _name(part)) and not done.unread:
            came = [(each.key, each.place, each.address) for each in done.came]
            self._kept.keep_part(name, json.dumps([came, done.bytes, done.begun, done.stop]))
        return done

    def _remembered(self, part: Part) -> Done | None:
        text = self._kept.part(name) if (name := _name(part)) else None
        if text is None:
            return None
        came, size, begun, stop = json.loads(text)
        if not all(self._kept.has(key) for key, _, _ in came):
            return None
        return Done(tuple(Came(*each) for each in came), bytes=size, begun=begun, stop=stop)


def _name(part: Part) -> str:
    """What a part is known by; nothing where its file may change without anyone seeing it."""
    if isinstance(part, Given):
        return ""
    places = part.places if isinstance(part, Files) else (part.place,)
    return sha256(repr(part).encode("utf-8", "replace")).hexdigest() if all(each.state for each in places) else ""
