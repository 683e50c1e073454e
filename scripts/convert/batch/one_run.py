"""The right to write to a folder, which one process has at a time; a process that ends gives it back."""

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
def one_run(folder: Path, waits: Callable[[], None]) -> Iterator[None]:
    """Have the right to write to `folder`; `waits` is called where another process has it."""
    user = os.getuid() if hasattr(os, "getuid") else 0
    name = hashlib.sha256(os.fsencode(f"{user} {folder.resolve()}")).hexdigest()[:16]
    file = Path(tempfile.gettempdir()) / f"convert-{name}.lock"
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
        os.close(opened)


@contextmanager
def _elsewhere(file: Path, waits: Callable[[], None]) -> Iterator[None]:
    # Imported here: it takes a fifth as long to start as a page to be converted.
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
