"""What the result of a page depends on beside its bytes: the concepts, and the code of the rooms that read it."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from digest.inbox import conversion

_PACKAGE = Path(__file__).parents[3]
_ROOMS = ("articles", "files", "inbox", "plan", "proposals", "text", "zh")
_READ = (".py", ".yml", ".json", ".txt", ".gz", ".npz", ".bin")


def code_stamp(patterns: object) -> str:
    """A text that is another one where the concepts (``patterns``) or the code are."""
    return sha256(repr((_code(), patterns)).encode()).hexdigest()[:16]


@cache
def _code() -> str:
    found = sha256()
    folders = [*(_PACKAGE / room for room in _ROOMS), conversion.folder()]
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in _READ):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()
