"""Articles on disk: their ASCII names, which raw pages are converted already, safe writing, copies of edited files."""

from __future__ import annotations

import os
import re
import tempfile
import unicodedata
from pathlib import Path
from urllib.parse import unquote

import yaml

from convert.errors import ConvertError
from convert.text.characters import simplified

FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.S)
# Most files have the path as it is: reading all of their YAML would take most of a run over thousands.
RAW = re.compile(r"(?m)^raw: ([^\s'\"#\[\]{}>|*&!%@`,?:-][^'\"#:]*?)[ \t]*$")

STAGED = ".staged"
# As much as a page that holds its pictures; a larger file is not read.
BYTES_MOST = 64 * 1024 * 1024


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


def folders_inside(paths: list[Path]) -> list[Path]:
    """The folders inside those meant that hold raw pages, which nobody looks into; those of the pictures and styles
    that browsers save beside a page are none."""
    inside = (p for path in paths if path.is_dir() for p in sorted(path.iterdir()) if p.is_dir())
    own = (p for p in inside if not p.name.startswith(".") and not p.name.endswith(BESIDE_A_PAGE))
    return [p for p in own if any(ENDINGS.search(each.name) and each.is_file() for each in p.iterdir())]


def must_stay(path: Path) -> None:
    """Raises ConvertError where a path in the current folder leads out of it by a link: whoever may bring a link into a
    project does not say where on a machine is read and written."""
    here = Path.cwd()
    named = Path(os.path.abspath(path))
    try:
        is_outside = not named.resolve().is_relative_to(here.resolve())
    except (OSError, RuntimeError):
        is_outside = True
    if named.is_relative_to(here) and is_outside:
        raise ConvertError(f"{path} is a link that leads out of this folder", allowed="a folder or file of its own")


def read_bytes(path: Path) -> bytes:
    """The bytes of a raw page.

    Raises:
        ConvertError: It cannot be read.
    """
    try:
        if path.is_symlink() and not path.resolve(strict=True).is_relative_to(path.parent.resolve()):
            raise ConvertError(
                "the file is a link to a place outside of its folder", allowed="the page itself, in the folder"
            )
        if path.stat().st_size > BYTES_MOST:
            raise ConvertError(f"the file has more than {BYTES_MOST >> 20} MiB", allowed="one page of one article")
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
    full, root = path.resolve(), _root(path)
    return full.relative_to(root).as_posix() if full.is_relative_to(root) else full.name


def is_known_by_name(path: Path) -> bool:
    """True for a raw page outside the project, of which the front matter has the name alone."""
    return not path.resolve().is_relative_to(_root(path))


def lacks(out: Path, raw: str) -> bool:
    """True where the folder of articles lies in a project that has no file `raw`."""
    project = _project(out / raw)
    return project is not None and not (project / raw).is_file()


def _root(path: Path) -> Path:
    return _project(path) or Path.cwd().resolve()


def _project(path: Path) -> Path | None:
    return next((folder for folder in path.resolve().parents if (folder / "mkdocs.yml").is_file()), None)


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
        raw = values.get("raw") if isinstance(values, dict) else None
        return raw if isinstance(raw, str) else ""
    except (yaml.YAMLError, RecursionError):
        # An editor's slip in another line must not make the article look unconverted.
        line = re.search(r"(?m)^raw:[ \t]*(\S.*)$", front[1])
        return line[1].rstrip().strip("'\"") if line else ""


def keep_copy(path: Path) -> Path:
    """Copy `path` to the first free of .bak, .bak1, .bak2 beside it; nothing is overwritten."""
    number = 0
    while (copy := path.with_name(f"{path.name}.bak{number or ''}")).exists():
        number += 1
    write_whole(copy, path.read_bytes())
    return copy


def write_article(path: Path, text: str) -> None:
    """Write the whole article or nothing.

    Raises:
        ConvertError: The folder cannot be written to.
    """
    try:
        write_whole(path, text)
    except OSError as error:
        raise ConvertError(f"{path} cannot be written ({error.strerror})", allowed="a folder to write to") from error


def sweep(folder: Path, staged: bool = False, below: bool = False) -> None:
    """Delete what stopped runs left half written in a folder that nobody else writes to now, and in those `below` it;
    what was `staged`, too, where no journal speaks of it any more."""
    for pattern in (".*.tmp", *([f".*{STAGED}"] if staged else [])):
        for left in folder.glob(f"**/{pattern}" if below else pattern) if folder.is_dir() else ():
            left.unlink(missing_ok=True)


def write_whole(path: Path, text: str | bytes) -> None:
    """Write the whole file or nothing: a new file takes the place of the old one at once.

    Raises:
        OSError: The file cannot be written.
    """
    name = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode("utf-8"))
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException as fault:
        if name:
            Path(name).unlink(missing_ok=True)
        if isinstance(fault, OSError):
            # Nobody knows the name of the file that was to take its place.
            fault.filename = str(path)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


SLUG = re.compile(r"[A-Za-z0-9_-]+")
WORD = re.compile(r"[a-z0-9]+")
# Longer names wrap in listings and addresses; whole words and syllables up to here name an article well enough.
LONGEST = 60
# How browsers name the folder beside a saved page.
BESIDE_A_PAGE = ("_files", "_文件", "_檔案", ".files", ".assets")
# What names of saved files end in; a page kept as page.html.gz is called page.
ENDINGS = re.compile(
    r"(\.(?:html?|xhtml|shtml|mhtml?|eml|txt|md|markdown|json|xml|rss|docx|epub|enex|webarchive|gz))+$", re.I
)


def is_slug(text: str) -> bool:
    """True if `text` may be a file name: ASCII letters, digits, - and _."""
    return bool(SLUG.fullmatch(text))


def slug_of_file(stem: str) -> str:
    """The name of a file as a slug; empty if it is not written in ASCII, or holds nothing but marks."""
    # As an address has it: %E6%B8%A1 is a sign of a title in Chinese.
    bare = unquote(ENDINGS.sub("", stem))
    if is_slug(bare):
        return bare
    return _joined(WORD.findall(bare.lower())) if bare.isascii() else ""


def slug_from(title: str) -> str:
    """The words of a title, Chinese ones in pinyin, joined by -; equal for the Simplified and the Traditional title."""
    # Its dictionary takes half the time of a run to load, and most inputs have ASCII names.
    from pypinyin import lazy_pinyin

    plain = unicodedata.normalize("NFKD", " ".join(lazy_pinyin(simplified(title))))
    words = WORD.findall("".join(c for c in plain.lower() if not unicodedata.combining(c)))
    return _joined(words) or "article"


def _joined(words: list[str]) -> str:
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        slug = longer
    return slug
