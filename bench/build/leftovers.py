"""What an earlier run left, taken out of the way and deleted when everything is measured.

Not before: ext4 looks through what was deleted in the last minute whenever a file is made, and the next build would pay
for that.
"""

from __future__ import annotations

import atexit
import shutil
import time
from pathlib import Path

_MINUTE = 61.0
_AWAY: list[Path] = []
_deleted = -_MINUTE


def deleted() -> None:
    """Say that a build has just deleted the site before it, as a second build does."""
    global _deleted
    _deleted = time.monotonic()


def settle() -> None:
    """Wait until the file system has forgotten what was deleted."""
    time.sleep(max(0.0, _deleted + _MINUTE - time.monotonic()))


def away(path: Path) -> None:
    """Move ``path``, a file or folder, where nobody looks for it, if it is there."""
    if path.exists():
        _AWAY.append(path.rename(path.with_name(f".{path.name}-{time.time_ns()}")))


@atexit.register
def _delete() -> None:
    for path in _AWAY:
        shutil.rmtree(path, ignore_errors=True)
