"""Several files written as one: a journal says what is about to be done, for the next run if this one is stopped."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from convert.write.files import STAGED, write_whole


def write_all(texts: Mapping[Path, str], journal: Path) -> None:
    """Write all the files or none of them: new texts are staged beside their files, then `journal` says which, then
    each takes its place. A run that is stopped in between is finished by `finish`. Raises OSError."""
    staged = {path: path.with_name(f".{path.name}{STAGED}") for path in texts}
    try:
        for path, beside in staged.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(beside, texts[path])
        _begin(journal, {"written": [_name(path, journal) for path in staged]})
    except BaseException:
        for beside in staged.values():
            beside.unlink(missing_ok=True)
        raise
    finish(journal)


@contextmanager
def undone_unless_whole(journal: Path, new: Iterable[Path]) -> Iterator[None]:
    """What is done inside makes the files `new`, none of which is there: all of them or none, however it ends."""
    listed = [path for path in new if not path.exists()]
    _begin(journal, {"begun": [_name(path, journal) for path in listed]})
    try:
        yield
    except BaseException:
        for path in listed:
            path.unlink(missing_ok=True)
        journal.unlink(missing_ok=True)
        raise
    journal.unlink()


@contextmanager
def put_back_unless_done(journal: Path, texts: Mapping[Path, str]) -> Iterator[None]:
    """Write the files, then do what is inside: where that fails or is stopped, they are as they were before.

    Raises OSError.
    """
    before = {path: path.read_bytes().decode("utf-8") if path.is_file() else None for path in texts}
    said = {_name(path, journal): [before[path], _stamp(text)] for path, text in texts.items()}
    _begin(journal, {"was": said})
    try:
        for path, text in texts.items():
            write_whole(path, text)
        yield
    except BaseException:
        finish(journal)
        raise
    journal.unlink()


def finish(journal: Path) -> list[Path]:
    """Carry out what a run that was stopped had staged, or take back what it had begun; the files concerned.

    Files that are all there are kept, and those that are not as that run left them: somebody may have worked on them
    since.
    """
    said = _read(journal)
    written, begun = (_paths(said.get(key), journal) for key in ("written", "begun"))
    done = [path for path in written if _take_place(path)]
    if not all(path.is_file() for path in begun):
        done += [path for path in begun if _is_gone(path)]
    was = said.get("was")
    for name, entry in was.items() if isinstance(was, dict) else ():
        done += [path for path in _paths([name], journal) if _is_put_back(path, entry)]
    journal.unlink(missing_ok=True)
    for left in journal.parent.glob(f".{journal.name}.*.tmp"):
        left.unlink(missing_ok=True)
    return done


def _begin(journal: Path, said: dict[str, Any]) -> None:
    write_whole(journal, json.dumps(said, ensure_ascii=False) + "\n")


def _read(journal: Path) -> dict[str, Any]:
    try:
        said = json.loads(journal.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _name(path: Path, journal: Path) -> str:
    """How a journal names a file: by its path from the journal's folder."""
    return path.resolve().relative_to(journal.parent.resolve()).as_posix()


def _paths(names: object, journal: Path) -> list[Path]:
    """The files that a journal names; what does not lie in its folder is none of them."""
    root = journal.parent.resolve()
    paths = [(root / str(name)).resolve() for name in names] if isinstance(names, list) else []
    return [path for path in paths if path.is_relative_to(root)]


def _take_place(path: Path) -> bool:
    beside = path.with_name(f".{path.name}{STAGED}")
    if beside.is_file():
        os.replace(beside, path)
        return True
    return False


def _is_gone(path: Path) -> bool:
    was_there = path.is_file()
    path.unlink(missing_ok=True)
    return was_there


def _is_put_back(path: Path, entry: object) -> bool:
    """Whether a file that is as the stopped run wrote it was made what it was before: a text, or nothing."""
    if not isinstance(entry, list) or len(entry) != 2 or not path.is_file():
        return False
    before, written = entry
    if _stamp(path.read_bytes().decode("utf-8", "replace")) != written:
        return False
    if before is None:
        path.unlink()
    else:
        write_whole(path, str(before))
    return True


def _stamp(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
