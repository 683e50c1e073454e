"""The digests that commands are measured on."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

PROJECT = Path(__file__).parent.parent.parent
_BUILD = PROJECT / "bench" / "build"


def own(folder: Path) -> Path:
    """A copy of the digest, with nothing kept."""
    folder.mkdir()
    shutil.copytree(PROJECT / "docs", folder / "docs")
    shutil.copytree(PROJECT / "seeds", folder / "seeds")
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    return folder


def generated(folder: Path, number: int) -> Path:
    """The generated digest of ``bench/build``."""
    sys.path.insert(0, str(_BUILD))
    from corpus import texts, write_digest

    folder.mkdir()
    (folder / "mkdocs.yml").write_text(
        "site_name: bench\ntheme: {name: material, language: zh, font: false}\nnav: [index.md]\nplugins: [digest]\n",
        encoding="utf-8",
    )
    write_digest(list(texts(PROJECT, number)), folder / "docs")
    return folder
