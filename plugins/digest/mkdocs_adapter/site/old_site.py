"""The site of the last build, out of the way until the new one stands, or back in its place where none does.

The host deletes it before it writes the first file. Some file systems (ext4) look through everything deleted in the
last minute whenever a file is made: a second build would take twice as long.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from digest.keeping.made_folder import make_folder

_NAME = "replaced-site-"


def put_aside(site: Path, folder: Path) -> None:
    """Move what the host would delete from ``site`` into ``folder``; what cannot be moved is left to the host."""
    let_go(folder)
    aside = folder / f"{_NAME}{os.getpid()}"
    with contextlib.suppress(OSError):
        make_folder(folder)
        aside.mkdir()
        for entry in sorted(site.iterdir()):
            # The host leaves hidden entries where they are.
            if not entry.name.startswith("."):
                entry.rename(aside / entry.name)


def put_back(site: Path, folder: Path) -> None:
    """Move what this process put aside back, in place of what a build that failed has written so far."""
    aside = folder / f"{_NAME}{os.getpid()}"
    if not aside.is_dir():
        return
    for entry in list(site.iterdir()) if site.is_dir() else ():
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, ignore_errors=True)
        else:
            entry.unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        site.mkdir(parents=True, exist_ok=True)
        for entry in sorted(aside.iterdir()):
            entry.rename(site / entry.name)
        aside.rmdir()


def let_go(folder: Path) -> None:
    """Delete what was moved into ``folder``, by a build that did not come to its end, too."""
    for aside in folder.glob(f"{_NAME}*"):
        # The folder may be one in which a site keeps things of its own.
        if aside.name.removeprefix(_NAME).isdigit():
            shutil.rmtree(aside, ignore_errors=True)
