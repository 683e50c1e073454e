"""What a check found in a file, kept for the next: found again while the file says the same and all that its check
asked of others has the same answer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from digest.checks.folder import Folder, known_by
from digest.checks.world import Noted, World
from digest.files.findings import Finding
from digest.keeping.code import are_pure
from digest.keeping.plain_values import plain, restored
from digest.keeping.store import Store
from digest.text.stamped import hashed

_FINDINGS: Any = tuple[Finding, ...]


def packed(found: Sequence[Finding]) -> bytes:
    """Findings, to be kept."""
    return json.dumps(plain(found), ensure_ascii=False).encode("utf-8", "surrogatepass")


def unpacked(kept: bytes) -> list[Finding]:
    """Findings that were ``packed``."""
    return list(restored(_FINDINGS, json.loads(kept)))


class KeptFindings:
    """The findings of earlier runs in ``folder``. Nothing is kept where Markdown is rendered with an extension that may
    read other files."""

    def __init__(self, folder: Folder, store: Store) -> None:
        self._folder, self._store = folder, store if are_pure(folder.extensions) else Store(None, "")
        self._settings = hashed(folder.settings())
        self._world = World(folder, self._ids)

    def get(self, name: str, text: str) -> list[Finding] | None:
        """What was found in the file ``name`` whose text is known by ``text``."""
        kept = self._store.get(self._key("checked", name, text))
        if kept is None:
            return None
        noted, found = json.loads(kept)
        return list(restored(_FINDINGS, found)) if self._world.is_as(noted) else None

    def put(self, name: str, text: str, noted: Noted, found: list[Finding]) -> None:
        """Keep what was found, and what was asked meanwhile."""
        said = json.dumps([noted, plain(found)], ensure_ascii=False)
        self._store.put(self._key("checked", name, text), said.encode("utf-8", "surrogatepass"))

    def put_ids(self, name: str, text: str, ids: list[str]) -> None:
        """Keep the ids of a page."""
        self._store.put(self._key("ids", name, text), json.dumps(ids).encode("utf-8", "surrogatepass"))

    def _ids(self, name: str) -> list[str] | None:
        stored = self._folder.stored(name)
        if stored is None:
            return None
        text = known_by(stored)
        kept = self._store.get(self._key("ids", name, text))
        if kept is not None:
            known: list[str] = json.loads(kept)
            return known
        # Imported here: where nothing is new nobody waits for the rules and the renderers.
        from digest.checks.run import Checker

        ids = Checker(self._folder).ids_in(name, stored)
        self.put_ids(name, text, ids)
        return ids

    def _key(self, kind: str, name: str, text: str) -> bytes:
        return self._store.key(kind, self._settings, name, text)
