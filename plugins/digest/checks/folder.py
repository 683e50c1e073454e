"""The docs folder as the checks see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from digest.checks.published_files import linked_folders, not_published, templates
from digest.checks.source import Source
from digest.files.docs_folder import NOT_ARTICLES, leads_out, shown
from digest.files.findings import Finding
from digest.text.allowlist import Allowlist, allowlist

Leftovers = Callable[[str, Sequence[tuple[str, str]]], list[tuple[int, str]]]
"""(title, parts of an article as (kind, text)) -> indices of those that are no article's, each with the reason."""

Doubts = Callable[[Path, str, str], list[tuple[str, str]]]
"""(folder of the articles, raw page, text of its article) -> reasons and passages that may be missing."""

Repair = Callable[[Sequence[tuple[str, bool]]], list[str]]
"""Mends a text given in pieces (text, whether it is to be left alone); gives the pieces back in their order."""

Record = Callable[[Path, str], Path]
"""(folder of the articles, raw page) -> the file that says what the conversion made of it."""


def latest_day() -> date:
    """The day it is where the day begins first: no article is of a later one."""
    return (datetime.now(UTC) + timedelta(hours=14)).date()


def known_by(stored: str) -> str:
    """What a file's text is known by."""
    return sha256(stored.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class Folder:
    """A docs folder: ``docs`` is its path, ``files`` all paths in it, ``seeds`` those of the raw pages.

    ``articles`` is the folder of the articles in it, ``lang`` the script of pages that do not say theirs,
    ``extensions`` those of Python-Markdown that the site is rendered with, with their options.
    ``leftovers``, ``repair``, ``doubts`` and ``record`` are the conversion's own, given by whoever may import it;
    ``allowed`` is what texts may hold, ``named`` are files that mkdocs.yml lets through, ``templates`` those that a
    page may ask for; ``today`` is the last day that is no day to come.
    """

    docs: Path
    articles: str
    lang: str
    extensions: Mapping[str, Mapping[str, Any]]
    files: frozenset[str]
    seeds: frozenset[str] | None
    leftovers: Leftovers
    repair: Repair
    doubts: Doubts
    record: Record
    allowed: Allowlist = field(default_factory=allowlist)
    named: tuple[str, ...] = ()
    templates: frozenset[str] = field(default_factory=lambda: templates(None))
    today: date = field(default_factory=latest_day)

    def not_published(self) -> list[Finding]:
        """The files of the folder that a build keeps off the site."""
        return [*not_published(self.docs, self.files, self.named).values(), *linked_folders(self.docs)]

    def stored(self, name: str) -> str | None:
        """The text of a file (a path in the docs folder) as stored; ``None`` where it cannot be read."""
        if leads_out(self.docs / name, self.docs):
            return None
        try:
            return (self.docs / name).read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def is_article(self, name: str) -> bool:
        """Whether a file is published as an article."""
        folder, _, base = name.rpartition("/")
        return folder == self.articles and base.removesuffix(".md") not in NOT_ARTICLES

    def source(self, name: str) -> tuple[Source, str] | None:
        """A file as the checks read it, and its text as stored; ``None`` where it cannot be read."""
        stored = self.stored(name)
        return None if stored is None else (self.source_of(name, stored), stored)

    def source_of(self, name: str, stored: str) -> Source:
        """The file ``name`` as the checks read it."""
        text = stored.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        return Source(shown(self.docs / name, self.docs), name, text, self.is_article(name))

    def settings(self) -> tuple[object, ...]:
        """All that a check goes by beside the texts and what it asks of the folder."""
        extensions = sorted((name, sorted(given.items())) for name, given in self.extensions.items())
        allowed = [
            [(element, sorted(names)) for element, names in sorted(self.allowed.elements.items())],
            *(sorted(each) for each in (self.allowed.everywhere, self.allowed.schemes, self.allowed.pictures)),
            self.allowed.pictures_elsewhere,
        ]
        return self.docs.name, self.articles, self.lang, extensions, allowed, sorted(self.templates)
