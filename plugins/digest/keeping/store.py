"""What one run keeps for the next: values by the hash of everything that they were made from.

One file, safe to delete at any time. A value is found only where all that it depends on is as it was, so a build
with the cache writes the same files as one without, and a check finds the same.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Generator
from hashlib import sha256
from pathlib import Path
from typing import Any


def make_folder(folder: Path) -> None:
    """Make ``folder``, with a file in it that tells git to leave it alone; a folder that is there stays as it is.

    Raises:
        OSError: it cannot be made.
    """
    if folder.is_dir():
        return
    folder.mkdir(parents=True, exist_ok=True)
    # A repository whose own list does not name the folder would take it for somebody's change.
    with contextlib.suppress(OSError):
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")


KEPT_BUILDS = 8
"""Values that the last so many runs did not ask for are let go: time enough to change a setting and change it back."""
# Others may build at the same time; nobody waits long for a cache.
_WAIT_SECONDS = 2.0
_COMMIT_EVERY = 500
# Bytes of a page of the file: most values are some tens of thousands, and cost half in pages of this size.
_PAGE = 16384

# Which build asked for a value last is in a table of its own: to change a row is to write all of it, the value too.
# A table of that name, kept, had both.
_TABLES = """
CREATE TABLE IF NOT EXISTS builds (number INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS made (key BLOB PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS asked (key BLOB PRIMARY KEY, build INTEGER NOT NULL) WITHOUT ROWID;
DROP TABLE IF EXISTS kept;
"""

Made = dict[bytes, bytes]
"""Values by their keys."""


def _none() -> Generator[Made, None, None]:
    """Nothing that others make."""
    yield from ()


class Store:
    """The values of one digest. ``file`` is where they are kept, ``None`` for nowhere.

    ``stamp`` stands for what every value depends on: versions, settings, code; ``runs`` says for how many runs that do
    not ask for it a value stays.
    """

    def __init__(self, file: Path | None, stamp: str, runs: int = KEPT_BUILDS) -> None:
        self._stamp = stamp.encode() + b"\n"
        self._file, self._runs = file, runs
        self._open: sqlite3.Connection | None = None
        self._build, self._written = 0, 0
        self._asked: set[bytes] = set()
        self._ahead: dict[bytes, bytes] = {}
        self._expected: Generator[Made, None, None] = _none()
        self._end: Callable[[], None] = lambda: None
        self._of_others: sqlite3.Connection | None = None
        self._noted: dict[bytes, bytes] | None = None
        if file:
            try:
                self._open = self._begun(file)
            except (sqlite3.Error, OSError) as fault:
                self._give_up(fault)

    def key(self, kind: str, *parts: object) -> bytes:
        """The key of a value of a ``kind`` (a word, with which the key begins) made from ``parts`` (as text)."""
        pieces = [self._stamp]
        for part in (kind, *parts):
            piece = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
            pieces += (b"%d:" % len(piece), piece)
        # Of the safe ones that which processors help with: three times as fast there, and nowhere slower than others.
        return kind.encode() + b":" + sha256(b"".join(pieces)).digest()[:16]

    def get(self, key: bytes) -> bytes | None:
        """The value of ``key``, where there is one."""
        found = self._read(key)
        while found is None and (made := next(self._expected, None)) is not None:
            self._take(made)
            found = self._read(key)
        return found

    def has(self, key: bytes) -> bool:
        """Whether there is a value of ``key``."""
        return bool(self._guarded(lambda kept: kept.execute("SELECT 1 FROM made WHERE key = ?", (key,)).fetchone()))

    def noting(self, work: Callable[[], object]) -> Made:
        """What ``work`` puts, in a process of its own: the file belongs to the one that expects it."""
        # Not closed: that would undo, for all, what was not written to the end.
        self._of_others, self._open = self._open or self._of_others, None
        self._noted, self._expected = {}, _none()
        work()
        return self._noted

    def expect(self, made: Generator[Made, None, None], end: Callable[[], None] = lambda: None) -> None:
        """Look for what is not there among what others make: as much of it is taken as is asked for. ``end`` ends
        them, also where nothing was."""
        self._stop_expecting()
        self._expected, self._end = made, end

    def _stop_expecting(self) -> None:
        self._expected.close()
        self._end()

    def _read(self, key: bytes) -> bytes | None:
        if key in self._ahead:
            return self._ahead.pop(key)
        row: tuple[bytes] | None = self._guarded(
            lambda kept: kept.execute("SELECT value FROM made WHERE key = ?", (key,)).fetchone()
        )
        if row:
            self._asked.add(key)
        return row[0] if row else None

    def _take(self, made: Made) -> None:
        """Keep what was made elsewhere; where nothing is kept, until it is asked for."""
        for key, value in made.items():
            if self._open is None:
                self._ahead[key] = value
            else:
                self.put(key, value)

    def made(self, kind: str, made_from: tuple[object, ...], make: Callable[[], bytes]) -> bytes:
        """What ``make`` gives, or gave an earlier build; ``made_from`` shows as text all that it depends on."""
        key = self.key(kind, *made_from)
        kept = self.get(key)
        if kept is None:
            kept = make()
            self.put(key, kept)
        return kept

    def put(self, key: bytes, value: bytes) -> None:
        """Keep ``value`` under ``key``."""
        if self._noted is not None:
            self._noted[key] = value
            return

        def insert(kept: sqlite3.Connection) -> None:
            kept.execute("INSERT OR REPLACE INTO made VALUES (?, ?)", (key, value))
            kept.execute("INSERT OR REPLACE INTO asked VALUES (?, ?)", (key, self._build))

        self._guarded(insert)
        self._written += 1
        if self._written % _COMMIT_EVERY == 0:
            self._guarded(lambda kept: kept.commit())

    def close(self) -> None:
        """End the build: what no build has asked for in a while goes."""
        self._stop_expecting()

        def end(kept: sqlite3.Connection) -> None:
            kept.executemany(
                "INSERT OR REPLACE INTO asked VALUES (?, ?)", [(key, self._build) for key in sorted(self._asked)]
            )
            last = (self._build - self._runs,)
            kept.execute("DELETE FROM made WHERE key IN (SELECT key FROM asked WHERE build <= ?)", last)
            kept.execute("DELETE FROM asked WHERE build <= ?", last)
            kept.commit()
            kept.close()

        self._guarded(end)
        self._open = None

    def _begun(self, file: Path) -> sqlite3.Connection:
        """The opened file, with this build's number in it."""
        make_folder(file.parent)
        opened = sqlite3.connect(file, timeout=_WAIT_SECONDS)
        opened.execute(f"PRAGMA page_size = {_PAGE}")
        # What a crash destroys is made again.
        opened.execute("PRAGMA synchronous = OFF")
        opened.executescript(_TABLES)
        self._build = 1 + (opened.execute("SELECT max(number) FROM builds").fetchone()[0] or 0)
        opened.execute("DELETE FROM builds")
        opened.execute("INSERT INTO builds VALUES (?)", (self._build,))
        opened.commit()
        return opened

    def _guarded(self, action: Callable[[sqlite3.Connection], Any]) -> Any:
        """What ``action`` gives; from the first fault on this build goes without a cache, and a broken file goes."""
        if self._open is None:
            return None
        try:
            return action(self._open)
        except (sqlite3.Error, OSError) as fault:
            self._give_up(fault)
            return None

    def _give_up(self, fault: Exception) -> None:
        self._open = None
        broken = isinstance(fault, sqlite3.DatabaseError) and not isinstance(fault, sqlite3.OperationalError)
        if self._file and broken:
            self._file.unlink(missing_ok=True)
