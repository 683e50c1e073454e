"""The folder of what is kept, which no version control shall see."""

from __future__ import annotations

import contextlib
from pathlib import Path


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
