"""The files of the docs folder: read as text, and checked for being where they can be published."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterable
from operator import attrgetter
from pathlib import Path

from digest.files import front_matter
from digest.files.damage import damage
from digest.files.findings import Finding

NOT_ARTICLES = ("index", "README")
"""Stems of pages in the articles' folder that speak of the folder and are no articles."""

LeftOut = Callable[[str], bool]
"""Whether a path in the docs folder is one that mkdocs.yml takes out of the site."""


def nothing(path: str) -> bool:
    """Of a site that takes nothing out, no path is."""
    return False


def outside(patterns: str, is_ours: Callable[[str], bool]) -> LeftOut:
    """What is no part of the digest: ``patterns`` take it out of the site, or it is not ``is_ours``."""
    excluded = left_out_by(patterns)
    return lambda path: excluded(path) or not is_ours(path)


def left_out_by(patterns: str) -> LeftOut:
    """What ``patterns`` (as in a .gitignore, the host's ``exclude_docs``) take out of the site."""
    if not patterns.strip():
        return nothing
    # Imported here: few sites take anything out.
    from pathspec import GitIgnoreSpec

    match = GitIgnoreSpec.from_lines(patterns.splitlines()).match_file
    return lambda path: bool(match(path))


OUTSIDE = "the file is a link to a place outside"
"""What came where a file of the docs folder is none."""


# What templates write into a page as it is: a name holds no sign of markup and none that changes what is shown.
_CLEAN_NAME = re.compile(
    r"(?:[A-Za-z0-9 _.,()+@~!=%#$;\[\]-]|[^\x00-\xa0\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff])+"
)


def is_clean(name: str) -> bool:
    """Whether each part of a path in the docs folder is a name that may stand on a page and in an address."""
    return all(_CLEAN_NAME.fullmatch(part) for part in name.split("/"))


def shown(path: Path, docs: Path) -> str:
    """The path as a contributor knows it: from the folder that holds the docs folder."""
    return path.relative_to(docs.parent).as_posix()


def leads_out(path: Path, folder: Path) -> bool:
    """Whether a symbolic link on the way to ``path`` leads out of ``folder``, or round in a circle."""
    if _has_no_link(path, folder):
        return False
    try:
        return not path.resolve(strict=True).is_relative_to(folder.resolve())
    except RuntimeError:
        # What Python raised for a circle up to 3.12.
        return True
    except OSError:
        # What is not there yet would lie where the folders above it lead.
        return path.is_symlink() or not path.resolve().is_relative_to(folder.resolve())


def _has_no_link(path: Path, folder: Path) -> bool:
    """Whether ``path`` is written as one in ``folder`` and no link is on the way from there: which most paths of a
    digest are, and to follow one to its end takes ten times as long. (Windows has other things that lead elsewhere.)"""
    place, written = os.fspath(folder), os.fspath(path)
    if os.name != "posix" or not written.startswith(f"{place}/"):
        return False
    for part in written[len(place) + 1 :].split("/"):
        place = f"{place}/{part}"
        if part == ".." or os.path.islink(place):
            return False
    return True


def must_stay(path: Path, folder: Path) -> None:
    """Raises OSError where ``path`` is written as one in ``folder``, and a link on its way leads out of that: whoever
    may bring a link into a project does not say where on a machine is written."""
    named = Path(os.path.abspath(path))
    if named.is_relative_to(folder) and leads_out(named, folder):
        raise OSError(errno.ELOOP, "is a link that leads out of the project; put a folder there", os.fspath(path))


def read_text(path: Path, docs: Path, found: list[Finding]) -> str | None:
    """The text of a file; ``None``, and a finding added to ``found``, where it cannot be read as UTF-8. What is damaged
    in it is found, too."""
    if leads_out(path, docs):
        found.append(Finding(shown(path, docs), 1, "file-outside", OUTSIDE, "a file that lies in the docs folder"))
        return None
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as fault:
        line = path.read_bytes()[: fault.start].count(b"\n") + 1
        found.append(
            Finding(shown(path, docs), line, "not-utf-8", f"byte 0x{fault.object[fault.start]:02x} came", "UTF-8 text")
        )
    except OSError as fault:
        found.append(Finding(shown(path, docs), 1, "unreadable", fault.strerror or str(fault), "a readable file"))
    else:
        found += damage(shown(path, docs), text)
        return text
    return None


def in_order(paths: Iterable[Path]) -> list[Path]:
    """The paths folder by folder and name by name, as they sort themselves, in a third of the time."""
    return sorted(paths, key=attrgetter("parts"))


def misplaced(docs: Path, articles: Path) -> list[Finding]:
    """What lies in the articles' folder and would not become an article."""
    if not articles.is_dir():
        return [
            Finding(
                shown(articles, docs),
                1,
                "no-articles",
                "there is no such folder",
                "the folder of the articles (option articles of the plugin)",
                "docs/articles/",
            )
        ]
    found = []
    for path in in_order(articles.rglob("*")):
        if path.suffix.lower() == ".md" and not any(part.startswith(".") for part in path.relative_to(articles).parts):
            if path.parent != articles:
                found.append(
                    Finding(
                        shown(path, docs),
                        1,
                        "article-place",
                        "the file is in a folder of its own",
                        f"articles right in {shown(articles, docs)}/",
                    )
                )
            elif path.suffix != ".md":
                found.append(Finding(shown(path, docs), 1, "article-name", f"the name ends in {path.suffix}", ".md"))
    return found


def plain_pages(docs: Path, articles: Path) -> list[Finding]:
    """Faults in the heads of the pages that are no articles, and pages that cannot be read."""
    found: list[Finding] = []
    for path in in_order(docs.rglob("*.md")):
        if path.parent != articles or path.stem in NOT_ARTICLES:
            text = read_text(path, docs, found)
            found += front_matter.read(shown(path, docs), text)[1] if text is not None else []
    return found
