"""The folder that a site is written to: one build at a time, its files, and the site of the last build, which is out of
the way until the new one stands, or back in its place where none does.

The host deletes it before it writes the first file. Some file systems (ext4) look through everything deleted in the
last minute whenever a file is made: a second build would take twice as long.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path
from urllib.parse import unquote

from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import write_file

from digest.inbox import conversion
from digest.keeping.store import make_folder

log = get_plugin_logger("digest")


class OneBuild:
    """The right to write to ``site``, until it ends; a process that ends gives it back. Waits while another has it."""

    def __init__(self, site: Path) -> None:
        self._until = contextlib.ExitStack()
        said = f"another build is writing to {site}; waiting for it to end (Ctrl-C gives up)"
        self._until.enter_context(conversion.one_run(site, lambda: log.info(said), "digest-build"))

    def end(self) -> None:
        """Let others write."""
        self._until.close()


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


def site_file(site: Path, address: str) -> bytes | None:
    """A file of the site by its address from the root; none where there is none, or it would lie outside."""
    file = (site / unquote(address)).resolve()
    return file.read_bytes() if file.is_relative_to(site.resolve()) and file.is_file() else None


def write_site_file(content: bytes, file: str) -> None:
    """Write a file; its folder is mostly there, and asking for it each time costs more than the file."""
    try:
        with open(file, "wb") as out:
            out.write(content)
    except FileNotFoundError:
        write_file(content, file)
