"""The site of the last build: out of the host's way until the new one stands, or back in its place where none does.

The host deletes it before it writes the first file, and some file systems (ext4) look through everything deleted in the
last minute whenever a file is made: a second build would take twice as long. And a file that is written again as it was
keeps its place on the disk and its time: who uploads what changed (``rsync``) uploads what changed.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

from mkdocs import utils

from digest.keeping.store import make_folder

_NAME = "replaced-site-"


class LastSite:
    """The last build's ``site``, which waits in ``folder`` while a new one is written in its place."""

    def __init__(self, site: Path, folder: Path) -> None:
        self._site, self._folder = site, folder
        self._aside = folder / f"{_NAME}{os.getpid()}"
        self._again: set[str] = set()
        self._of_host: Callable[[bytes, str], None] | None = None

    def put_aside(self) -> None:
        """Move what the host would delete out of its way; what cannot be moved is left to the host."""
        self._let_go()
        with contextlib.suppress(OSError):
            make_folder(self._folder)
            self._aside.mkdir()
            for entry in sorted(self._site.iterdir()):
                # The host leaves hidden entries where they are.
                if not entry.name.startswith("."):
                    entry.rename(self._aside / entry.name)
        self._of_host = utils.write_file
        _let_write(self.write)

    def write(self, content: bytes, file: str) -> None:
        """Write a file of the site, in the host's place, where the last one did not have it just so."""
        if file in self._again:
            # It is written a second time in this build, and otherwise: the last site's stays as it was.
            self._again.remove(file)
            os.rename(file, self._old(file))
        if not self._takes_over(content, file):
            _write(content, file)

    def put_back(self) -> None:
        """Move the last site back, in place of what a build that failed has written so far."""
        self._end()
        if not self._aside.is_dir():
            return
        for file in self._again:
            with contextlib.suppress(OSError):
                os.rename(file, self._old(file))
        for entry in list(self._site.iterdir()) if self._site.is_dir() else ():
            if entry.name.startswith("."):
                continue
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry, ignore_errors=True)
            else:
                entry.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            self._site.mkdir(parents=True, exist_ok=True)
            for entry in sorted(self._aside.iterdir()):
                entry.rename(self._site / entry.name)
            self._aside.rmdir()

    def let_go(self) -> None:
        """Delete what the new site has no longer, and what a build that did not come to its end moved aside."""
        self._end()
        self._let_go()

    def _let_go(self) -> None:
        for aside in self._folder.glob(f"{_NAME}*"):
            # The folder may be one in which a site keeps things of its own.
            if aside.name.removeprefix(_NAME).isdigit():
                shutil.rmtree(aside, ignore_errors=True)

    def _end(self) -> None:
        if self._of_host:
            _let_write(self._of_host)
        self._of_host = None

    def _old(self, file: str) -> str:
        return f"{self._aside}{file.removeprefix(str(self._site))}"

    def _takes_over(self, content: bytes, file: str) -> bool:
        """Whether the last site had the file with this content; it stands in its place then."""
        old = self._old(file)
        try:
            known = os.lstat(old)
            if not stat.S_ISREG(known.st_mode) or known.st_size != len(content) or os.path.lexists(file):
                return False
            with open(old, "rb") as before:
                if before.read() != content:
                    return False
            _move(old, file)
        except OSError:
            return False
        self._again.add(file)
        return True


def _let_write(function: Callable[[bytes, str], None]) -> None:
    """Let ``function`` write what the host writes: it looks for its own by this name each time."""
    setattr(utils, "write_file", function)  # noqa: B010 - the names of parameters are the host's own


def _write(content: bytes, file: str) -> None:
    # Its folder is mostly there, and asking for it each time costs more than the file.
    try:
        with open(file, "wb") as out:
            out.write(content)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(file), exist_ok=True)
        with open(file, "wb") as out:
            out.write(content)


def _move(old: str, new: str) -> None:
    try:
        os.rename(old, new)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(new), exist_ok=True)
        os.rename(old, new)
