"""The right to write to a folder: one process at a time has it, and one that ends gives it back."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]  # Windows has none


@contextmanager
def one_run(folder: Path, waits: Callable[[], None], what: str = "convert") -> Iterator[None]:
    """Have the right to do `what` (a name) in `folder`; `waits` is called where another process has it."""
    user = os.getuid() if hasattr(os, "getuid") else 0
    name = hashlib.sha256(os.fsencode(f"{user} {folder.resolve()}")).hexdigest()[:16]
    file = Path(tempfile.gettempdir()) / f"{what}-{name}.lock"
    if fcntl is None:
        with _elsewhere(file, waits):
            yield
        return
    opened = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waits()
            fcntl.flock(opened, fcntl.LOCK_EX)
        yield
    finally:
        # A process that was begun meanwhile has it open, too.
        fcntl.flock(opened, fcntl.LOCK_UN)
        os.close(opened)


@contextmanager
def _elsewhere(file: Path, waits: Callable[[], None]) -> Iterator[None]:
    # Imported here: it takes a third as long to start as a page to be converted.
    from filelock import FileLock, Timeout

    lock = FileLock(file)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waits()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()
