"""The service worker of a site, and the one that undoes it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

NAME = "sw.js"
"""At the site's root: what a worker may serve lies at its place and below."""

# The search of a few hundred articles; of a larger digest readers keep what they searched.
_KEEP_MOST = 2_000_000

_SEARCH = ("search/", "assets/digest/search.")
_SOURCE = Path(__file__).with_name("worker.js")

_UNDO = """\
// This site keeps nothing in the browser any more.
addEventListener("install", () => skipWaiting())
addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("digest-")) await caches.delete(name)
  await registration.unregister()
})()))
"""


@dataclass(frozen=True)
class WrittenFile:
    """What is to be known of a file: its size in bytes, and what is another text where its content is another."""

    size: int
    stamp: str

    @classmethod
    def of(cls, content: bytes) -> WrittenFile:
        """That of ``content``."""
        return cls(len(content), hashlib.blake2b(content, digest_size=8).hexdigest())


def worker(files: Mapping[str, WrittenFile]) -> str:
    """The worker of a site that has ``files``, by path. Where what the search needs is another, so is the text: by that
    a browser knows that there is something new."""
    needed = sorted(path for path in files if path.startswith(_SEARCH))
    kept = needed if sum(files[path].size for path in needed) <= _KEEP_MOST else []
    version = hashlib.sha256(repr([(path, files[path]) for path in kept]).encode()).hexdigest()[:12]
    head = f"const VERSION = {json.dumps(version)}, KEEP = {json.dumps(kept)}\n"
    return head + _SOURCE.read_text(encoding="utf-8")


def no_worker() -> str:
    """What stands in its place where a site keeps nothing: it takes away what an earlier one left in browsers."""
    return _UNDO
