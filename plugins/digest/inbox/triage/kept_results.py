"""What was found out of each raw page, kept by its content: a second run only does what is new."""

from __future__ import annotations

import sqlite3
import zlib
from hashlib import sha256
from pathlib import Path

from digest.inbox.sources.raw_page import RawPage
from digest.inbox.triage.examined import Examined

_TABLES = """
CREATE TABLE IF NOT EXISTS pages (key TEXT PRIMARY KEY, stamp TEXT NOT NULL, examined TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS raw (key TEXT PRIMARY KEY, name TEXT NOT NULL, packed BLOB NOT NULL);
"""


def key_of(data: bytes) -> str:
    """The key of a raw page: the hash of its bytes."""
    return sha256(data).hexdigest()[:24]


class KeptResults:
    """The results in one file. ``stamp`` stands for code and concepts: results of another stamp are not taken.

    A run that is stopped at any moment loses at most the results of the last second.
    """

    def __init__(self, file: Path, stamp: str) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._open = sqlite3.connect(file, timeout=30)
        self._open.executescript(_TABLES)
        self._stamp = stamp

    def get(self, key: str) -> Examined | None:
        """The result of the page ``key``, if there is one."""
        row = self._open.execute(
            "SELECT examined FROM pages WHERE key = ? AND stamp = ?", (key, self._stamp)
        ).fetchone()
        return Examined.from_json(row[0]) if row else None

    def put(self, found: Examined, raw: RawPage) -> None:
        """Keep a result, and the raw page where a curator may ask for it."""
        with self._open:
            self._open.execute(
                "INSERT OR REPLACE INTO pages VALUES (?, ?, ?)", (found.key, self._stamp, found.to_json())
            )
            if found.is_article and found.claims:
                packed = zlib.compress(raw.data, 6)
                self._open.execute("INSERT OR REPLACE INTO raw VALUES (?, ?, ?)", (found.key, raw.name, packed))

    def raw(self, key: str) -> tuple[str, bytes] | None:
        """Name and bytes of a raw page that was kept."""
        row = self._open.execute("SELECT name, packed FROM raw WHERE key = ?", (key,)).fetchone()
        return (row[0], zlib.decompress(row[1])) if row else None

    def close(self) -> None:
        """Close the file."""
        self._open.close()
