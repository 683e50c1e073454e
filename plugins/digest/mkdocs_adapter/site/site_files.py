"""The files of the site: read by their addresses, written."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from mkdocs.utils import write_file


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
