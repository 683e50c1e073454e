"""Which files of the docs folder go to the site as they are: pictures and data; what a browser would run does not."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from digest.files.docs_folder import OUTSIDE, is_clean, leads_out, shown
from digest.files.findings import Finding
from digest.files.front_matter import FrontMatter
from digest.text.svg import active_part

_TEMPLATES = Path(__file__).parent.parent / "theme"
PAGES = frozenset((".md", ".markdown", ".mdown", ".mkdn", ".mkd"))
PICTURES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".svg"))
# Nothing that a browser runs, whatever it is called by: it shows them as text or saves them.
DATA = frozenset((".yml", ".yaml", ".json", ".csv", ".tsv", ".txt"))
_ALLOWED = "Markdown, pictures ({}), data ({}); others where mkdocs.yml names them: option allow_files".format(
    " ".join(sorted(PICTURES)), " ".join(sorted(DATA))
)


def not_published(docs: Path, names: Iterable[str], named: Collection[str]) -> dict[str, Finding]:
    """The files among ``names`` (paths in the docs folder) that are kept off the site, each with the reason.

    ``named`` are names and patterns of files that mkdocs.yml lets through.
    """
    found = {name: _fault(docs, name, named) for name in sorted(names)}
    return {name: fault for name, fault in found.items() if fault}


def templates(custom: Path | None) -> frozenset[str]:
    """The templates that a page may ask for: the digest's own and those of the site's folder ``custom``.

    The theme has others that do more than show a page: one leads its readers elsewhere.
    """
    folders = [_TEMPLATES, *([custom] if custom else [])]
    return frozenset(path.name for folder in folders for path in folder.glob("*.html"))


def asked_template(file: str, front: FrontMatter, allowed: Collection[str]) -> list[Finding]:
    """A finding where a page that is no article asks for a template that it may not have."""
    asked = front.data.get("template")
    if asked is None or (isinstance(asked, str) and asked in allowed):
        return []
    said = f"template is {asked!r}"
    return [
        Finding(
            file, front.line_of("template"), "page-template", said, ", ".join(sorted(allowed)), "template: home.html"
        )
    ]


def linked_folders(docs: Path) -> list[Finding]:
    """Folders in the docs folder that are symbolic links: what lies in them is not there for everybody, and one that
    holds itself has no end."""
    return [
        Finding(shown(Path(folder) / name, docs), 1, "file-outside", "the folder is a link", "a folder of its own")
        for folder, names, _ in os.walk(docs)
        for name in sorted(names)
        if (Path(folder) / name).is_symlink()
    ]


def is_no_picture(path: Path) -> bool:
    """Whether a file that is called like a picture is empty, or the page that a host sent in its place."""
    if path.suffix.lower() not in PICTURES - {".svg"} or not path.is_file():
        return False
    with path.open("rb") as file:
        beginning = file.read(200).lstrip().lower()
    return not beginning or beginning.startswith((b"<!doctype", b"<html", b"<?xml", b"{"))


def _fault(docs: Path, name: str, named: Collection[str]) -> Finding | None:
    path, ending = docs / name, PurePosixPath(name).suffix.lower()
    file = shown(path, docs)
    if leads_out(path, docs):
        return Finding(file, 1, "file-outside", OUTSIDE, "a file that lies in the docs folder")
    if not is_clean(name):
        allowed = "letters of any script, digits, blanks and - _ . , ( ) in the names of files and folders"
        return Finding(file, 1, "file-name", f"the name {name!r} came", allowed, "stone-bridge.md")
    if any(fnmatchcase(name, pattern.lstrip("/")) for pattern in named):
        return None
    if ending not in PAGES | PICTURES | DATA:
        return Finding(
            file, 1, "file-kind", f"a file {ending or 'without an ending'} came", _ALLOWED, f"allow_files: [{name}]"
        )
    return _active_picture(file, path) if ending == ".svg" else None


def _active_picture(file: str, path: Path) -> Finding | None:
    try:
        said, line = active_part(path.read_bytes())
    except OSError:
        # The check of the picture's readers says so.
        return None
    if not said:
        return None
    return Finding(
        file, line, "picture-active", f"the SVG holds {said}", "a drawing: shapes, text, pictures in it", "bridge.png"
    )
