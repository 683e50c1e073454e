"""Tables that take long to make and are always the same, kept in the user's cache folder for every command.

A table is known by all the data and code that it is made from. Where the folder is missing, full, read-only or another
user's, or a file in it was harmed, the table is made as if there were none.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
import time
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

VARIABLE = "DIGEST_TABLES"
"""The environment variable that names another folder; empty for none."""

_FOLDER = "zh-article-digest"
_SUM = 32  # bytes of a sha256
# Files of other versions that nobody read for so long are let go.
_DAYS = 60


def kept_table(name: str, made_from: Iterable[bytes], make: Callable[[], Any]) -> Any:
    """What ``make`` gives (numbers, texts, bytes, and tuples, lists and dictionaries of them), or gave before with the
    same name, Python and bytes in ``made_from``."""
    file = table_file(name, made_from)
    if not file:
        return make()
    kept = read_table(file)
    if kept is not None:
        return kept
    made = make()
    write_table(file, made)
    return made


def kept_yaml(path: Path) -> Any:
    """What a YAML file of the project's own says, as plain values."""
    text = path.read_bytes()
    return kept_table(path.stem, [text], lambda: _read_yaml(text))


def _read_yaml(text: bytes) -> Any:
    # Imported here: what is kept needs no reader.
    import yaml

    # The reader in C takes a fraction of the time; it is there wherever PyYAML is a wheel.
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe one


def table_file(name: str, made_from: Iterable[bytes] = ()) -> Path | None:
    """Where a table of this name, Python and bytes in ``made_from`` is kept; nothing where none is."""
    folder = _folder()
    if not folder:
        return None
    known = sha256(f"{name}\n{sys.version}\n{sys.byteorder}\n".encode())
    for part in made_from:
        known.update(b"%d:" % len(part) + part)
    return folder / f"{name}-{known.hexdigest()[:20]}"


def read_table(file: Path) -> Any:
    """The table in a file; nothing where there is none that is whole and our own."""
    try:
        return marshal.loads(_read(file))  # noqa: S302 - our own, and whole
    except (OSError, ValueError, EOFError, TypeError):
        return None


def write_table(file: Path, table: Any) -> None:
    """Keep a table in a file, where that can be."""
    with contextlib.suppress(OSError):
        _write(file, marshal.dumps(table))


def _folder() -> Path | None:
    """Where the system has a user's caches; nothing where there is no home."""
    given = os.environ.get(VARIABLE)
    if given is not None:
        return Path(given) if given else None
    places = {"win32": ("LOCALAPPDATA", "~/AppData/Local"), "darwin": ("", "~/Library/Caches")}
    variable, otherwise = places.get(sys.platform, ("XDG_CACHE_HOME", "~/.cache"))
    home = Path(os.environ.get(variable) or otherwise)
    try:
        return home.expanduser() / _FOLDER
    except RuntimeError:
        return None


def _read(file: Path) -> bytes:
    """The table in a file. ValueError where it is not whole, or somebody else could have written it."""
    with open(file, "rb") as opened:
        status = os.fstat(opened.fileno())
        content = opened.read()
    if hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & 0o022):
        raise ValueError
    if sha256(content[_SUM:]).digest() != content[:_SUM]:
        raise ValueError
    return content[_SUM:]


def _write(file: Path, table: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(sha256(table).digest() + table)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    for other in file.parent.iterdir():
        if time.time() - other.stat().st_atime > _DAYS * 86400:
            other.unlink()
