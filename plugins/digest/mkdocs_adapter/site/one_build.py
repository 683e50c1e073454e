"""One build at a time writes to a site: a second one waits, so that neither deletes what the other has written."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout
from mkdocs.plugins import get_plugin_logger

log = get_plugin_logger("digest")


@dataclass(frozen=True)
class OneBuild:
    """The right to write to one site, until it ends; a process that ends gives it back."""

    lock: FileLock

    @classmethod
    def of(cls, site: Path) -> OneBuild:
        """The right to write to ``site``; waits while another process has it."""
        user = os.getuid() if hasattr(os, "getuid") else 0
        name = hashlib.sha256(f"{user} {site.resolve()}".encode()).hexdigest()[:16]
        lock = FileLock(Path(tempfile.gettempdir()) / f"digest-build-{name}.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            log.info(f"another build is writing to {site}; waiting for it to end (Ctrl-C gives up)")
            lock.acquire()
        return cls(lock)

    def end(self) -> None:
        """Let others write."""
        self.lock.release()
