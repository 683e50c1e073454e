"""What everything that is made depends on beside its own values: the code that makes it, what that is run with,
and which extensions of Python-Markdown ask for nothing else."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

from digest.keeping.tables import read_table, table_file, write_table

_PACKAGE = Path(__file__).parent.parent
# Templates are known by their own texts: see ``templates.render``.
_TEMPLATES = ".html"


def code_stamp(packages: Iterable[str], folders: Iterable[Path] = ()) -> str:
    """A text that is another one where Python, one of the ``packages``, a file of the digest's own package or one of
    the ``folders`` is another."""
    found = blake2b(digest_size=16)
    for part in (sys.version.partition(" ")[0], *map(version, packages), _of_folders(_PACKAGE, *folders)):
        found.update(part.encode() + b"\0")
    return found.hexdigest()


def _of_folders(*folders: Path) -> str:
    """What the files of folders are known by: read again where one of them has changed since they were read last, of
    which its size, its inode and two times tell."""
    files = sorted(
        (path, path[len(os.fspath(folder)) :], known) for folder in folders for path, known in _files(os.fspath(folder))
    )
    listed = blake2b(repr(files).encode()).digest()
    place = table_file("code", [os.fsencode(folder) for folder in folders])
    if place and (kept := read_table(place)) and kept[0] == listed:
        return str(kept[1])
    found = blake2b(digest_size=16)
    for path, inside, _ in files:
        with open(path, "rb") as file:
            content = file.read()
        found.update(b"%d:" % len(content) + os.fsencode(inside) + b"\0" + content)
    if place:
        write_table(place, (listed, found.hexdigest()))
    return found.hexdigest()


def version(package: str) -> str:
    """The version of an installed package, as the folder says in which it is described: what is written there takes
    longer to read than a small digest to check. Empty where there is none."""
    found = _described().get(_folded(package))
    if found is not None:
        return found
    # Imported here: hardly any package is described elsewhere.
    from importlib import metadata

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


@cache
def _described() -> dict[str, str]:
    """The versions of the packages in the folders that Python imports from, in that order."""
    found: dict[str, str] = {}
    for place in sys.path:
        with suppress(OSError):
            for name in sorted(os.listdir(place or os.curdir)):
                package, dash, rest = name.partition("-")
                if dash and rest.endswith(".dist-info"):
                    found.setdefault(_folded(package), rest.removesuffix(".dist-info"))
    return found


def _folded(package: str) -> str:
    return re.sub("[-_.]+", "_", package).lower()


def _files(folder: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from _files(entry.path) if entry.name != "__pycache__" else ()
        elif not entry.name.endswith(_TEMPLATES):
            status = entry.stat()
            yield entry.path, (status.st_size, status.st_ino, status.st_mtime_ns, status.st_ctime_ns)


_PURE = frozenset(
    (
        "abbr",
        "admonition",
        "attr_list",
        "def_list",
        "fenced_code",
        "footnotes",
        "md_in_html",
        "nl2br",
        "sane_lists",
        "smarty",
        "tables",
        "toc",
        "meta",
    )
)


def are_pure(extensions: Iterable[str]) -> bool:
    """Whether what is rendered with these depends on the text and the settings alone."""
    return _PURE.issuperset(extensions)
