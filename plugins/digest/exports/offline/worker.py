"""The service worker of a site, and the one that undoes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

NAME = "sw.js"
"""At the site's root: what a worker may serve lies at its place and below."""

# The search of a few hundred articles; of a larger digest readers keep what they searched.
_KEEP_MOST = 2_000_000

_SOURCE = Path(__file__).with_name("worker.js")

_UNDO = """\
// This site keeps nothing in the browser any more.
addEventListener("install", () => skipWaiting())
addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("digest-")) await caches.delete(name)
  await registration.unregister()
})()))
"""


def worker(files: Mapping[str, int]) -> str:
    """The worker of a site of ``files``, their sizes by path. It is another text where the files of the search are
    others: by that a browser knows that it is new."""
    needed = [*_of_search(files), *sorted(path for path in files if path.startswith("assets/digest/search/"))]
    kept = needed if sum(files[path] for path in needed) <= _KEEP_MOST else []
    return f"const KEEP = {json.dumps(kept)}\n" + _SOURCE.read_text(encoding="utf-8")


def no_worker() -> str:
    """What stands in its place where a site keeps nothing: it takes away what an earlier one left in browsers."""
    return _UNDO


def _of_search(files: Iterable[str]) -> list[str]:
    return sorted(path for path in files if path.startswith("search/"))
