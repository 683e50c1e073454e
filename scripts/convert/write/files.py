"""Articles on disk: which raw pages are converted already, safe writing, copies of edited files."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import yaml

from convert.errors import ConvertError

FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.S)
# Most files have the path as it is: reading all of their YAML would take most of a run over thousands.
RAW = re.compile(r"(?m)^raw: ([^\s'\"#\[\]{}>|*&!%@`,?:-][^'\"#:]*?)[ \t]*$")

STAGED = ".staged"


def input_files(paths: list[Path]) -> list[Path]:
    """The files meant: a folder stands for its files, sorted, hidden ones left out."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.iterdir() if p.is_file() and not p.name.startswith("."))
            files += inside
        else:
            files.append(path)
    return list(dict.fromkeys(files))


def read_bytes(path: Path) -> bytes:
    """The bytes of a raw page. Raises ConvertError if it cannot be read."""
    try:
        if path.is_symlink() and not path.resolve(strict=True).is_relative_to(path.parent.resolve()):
            raise ConvertError(
                "the file is a link to a place outside of its folder", allowed="the page itself, in the folder"
            )
        return path.read_bytes()
    except RuntimeError as error:
        # What Python raised for a link to itself up to 3.12.
        raise ConvertError("the file is a link to itself", allowed="the page itself") from error
    except OSError as error:
        raise ConvertError(
            f"the file cannot be read ({error.strerror})", allowed="a readable file or folder"
        ) from error


def raw_name(path: Path) -> str:
    """How the front matter names a raw page: its path from the project's root, with forward slashes.

    The root is the nearest folder above with an mkdocs.yml, else the current one.
    """
    full = path.resolve()
    root = next((folder for folder in full.parents if (folder / "mkdocs.yml").is_file()), Path.cwd().resolve())
    return full.relative_to(root).as_posix() if full.is_relative_to(root) else full.name


def converted_already(out: Path) -> dict[str, Path]:
    """Raw page -> article, for every article in the folder, whatever its file is called now."""
    found: dict[str, Path] = {}
    for path in sorted(out.glob("*.md")) if out.is_dir() else []:
        raw = _raw_of(path)
        if raw:
            found.setdefault(raw, path)
    return found


def _raw_of(path: Path) -> str:
    front = FRONT.match(path.read_text(encoding="utf-8", errors="replace"))
    if not front:
        return ""
    plain = RAW.search(front[1])
    if plain:
        return plain[1]
    try:
        # BaseLoader builds strings only.
        values = yaml.load(front[1], Loader=yaml.BaseLoader)  # noqa: S506
        return str(values.get("raw", "")) if isinstance(values, dict) else ""
    except yaml.YAMLError:
        # An editor's slip in another line must not make the article look unconverted.
        line = re.search(r"(?m)^raw:\s*['\"]?(.+?)['\"]?\s*$", front[1])
        return line[1] if line else ""


def keep_copy(path: Path) -> Path:
    """Copy `path` to the first free of .bak, .bak1, .bak2 beside it; nothing is overwritten."""
    content = path.read_bytes()
    number = 0
    while True:
        copy = path.with_name(f"{path.name}.bak{number or ''}")
        try:
            with copy.open("xb") as file:
                file.write(content)
            return copy
        except FileExistsError:
            number += 1


def write_article(path: Path, text: str) -> None:
    """Write the whole article or nothing. Raises ConvertError if the folder cannot be written to."""
    try:
        write_whole(path, text)
    except OSError as error:
        raise ConvertError(f"{path} cannot be written ({error.strerror})", allowed="a folder to write to") from error


def write_all(texts: Mapping[Path, str], journal: Path) -> None:
    """Write all the files or none of them: new texts are staged beside their files, then `journal` says which, then
    each takes its place. A run that is stopped in between is finished by `finish`. Raises OSError."""
    staged = {path: path.with_name(f".{path.name}{STAGED}") for path in texts}
    try:
        for path, beside in staged.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(beside, texts[path])
        root = journal.parent.resolve()
        listed = [path.resolve().relative_to(root).as_posix() for path in staged]
        write_whole(journal, json.dumps({"written": listed}, ensure_ascii=False) + "\n")
    except BaseException:
        for beside in staged.values():
            beside.unlink(missing_ok=True)
        raise
    finish(journal)


def finish(journal: Path) -> list[Path]:
    """Carry out what a run that was stopped had staged, or take back what it had begun; the files concerned.

    Files that are all there are kept: somebody may have worked on them since.
    """
    done: list[Path] = []
    listed = list(_listed(journal))
    whole = all(path.is_file() for key, path in listed if key == "begun")
    for key, path in listed:
        beside = path.with_name(f".{path.name}{STAGED}")
        if key == "written" and beside.is_file():
            os.replace(beside, path)
            done.append(path)
        elif key == "begun" and path.is_file() and not whole:
            path.unlink()
            done.append(path)
    journal.unlink(missing_ok=True)
    for left in journal.parent.glob(f".{journal.name}.*.tmp"):
        left.unlink(missing_ok=True)
    return done


@contextmanager
def undone_unless_whole(journal: Path, new: Iterable[Path]) -> Iterator[None]:
    """What is done inside makes the files `new`, none of which is there: all of them or none, however it ends."""
    root = journal.parent.resolve()
    listed = [path.resolve().relative_to(root).as_posix() for path in new if not path.exists()]
    write_whole(journal, json.dumps({"begun": listed}, ensure_ascii=False) + "\n")
    try:
        yield
    except BaseException:
        for _, path in _listed(journal):
            path.unlink(missing_ok=True)
        journal.unlink(missing_ok=True)
        raise
    journal.unlink()


def _listed(journal: Path) -> Iterator[tuple[str, Path]]:
    """What a journal says: the key, and each file, which lies in the journal's folder."""
    try:
        said = json.loads(journal.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return
    root = journal.parent.resolve()
    for key, names in said.items() if isinstance(said, dict) else ():
        for name in names if isinstance(names, list) else ():
            path = (root / str(name)).resolve()
            if path.is_relative_to(root):
                yield key, path


def sweep(folder: Path, staged: bool = False) -> None:
    """Delete what stopped runs left half written in a folder that nobody else writes to now; what was `staged`, too,
    where no journal speaks of it any more."""
    for pattern in (".*.tmp", *([f".*{STAGED}"] if staged else [])):
        for left in folder.glob(pattern) if folder.is_dir() else ():
            left.unlink(missing_ok=True)


def write_whole(path: Path, text: str) -> None:
    """Write the whole file or nothing: a new file takes the place of the old one at once. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
