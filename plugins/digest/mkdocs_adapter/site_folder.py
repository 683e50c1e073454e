"""The folder that a site is written to: one build at a time, and its files by their addresses."""

from __future__ import annotations

import contextlib
from pathlib import Path
from urllib.parse import unquote

from mkdocs.plugins import get_plugin_logger

from digest.inbox import conversion

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


def site_file(site: Path, address: str) -> bytes | None:
    """A file of the site by its address from the root; none where there is none, or it would lie outside."""
    file = (site / unquote(address)).resolve()
    return file.read_bytes() if file.is_relative_to(site.resolve()) and file.is_file() else None
