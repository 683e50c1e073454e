"""All checks over the files of a docs folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from markdown import Markdown

from digest.articles import marks
from digest.articles.hand_written import parted
from digest.checks import places, published, twice
from digest.checks.published_files import asked_template, linked_folders, not_published, templates
from digest.checks.rules import (
    boilerplate,
    comments,
    half_width,
    head,
    layout,
    links,
    mark_place,
    mixed_script,
    pictures,
    rendering,
    rights,
    written_links,
)
from digest.checks.rules.boilerplate import Doubts, Leftovers
from digest.checks.rules.half_width import Repair
from digest.checks.source import Source
from digest.files.docs_folder import NOT_ARTICLES, leads_out, shown
from digest.files.findings import Finding
from digest.text import html_tokens
from digest.text.allowlist import Allowlist, allowlist
from digest.text.sanitizer import Sanitizer
from digest.zh import variant_markup
from digest.zh.script import script_of
from digest.zh.variants import SCRIPTS


@dataclass
class Folder:
    """A docs folder: ``docs`` is its path, ``files`` all paths in it, ``seeds`` those of the raw pages.

    ``articles`` is the folder of the articles in it, ``lang`` the script of pages that do not say theirs,
    ``extensions`` those of Python-Markdown that the site is rendered with, with their options.
    ``leftovers``, ``repair`` and ``doubts`` are the conversion's own, given by whoever may import it; ``allowed`` is
    what texts may hold, ``named`` are files that mkdocs.yml lets through, ``templates`` those that a page may ask for;
    ``today`` is the last day that is no day to come.
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
    allowed: Allowlist = field(default_factory=allowlist)
    named: tuple[str, ...] = ()
    templates: frozenset[str] = field(default_factory=lambda: templates(None))
    today: date = field(default_factory=head.latest_day)

    def not_published(self) -> list[Finding]:
        """The files of the folder that a build keeps off the site."""
        return [*not_published(self.docs, self.files, self.named).values(), *linked_folders(self.docs)]

    def check(self, names: Iterable[str]) -> list[Finding]:
        """What is wrong with the Markdown files ``names`` (paths in the docs folder); unreadable ones are passed over,
        which the reading of the digest says."""
        return [finding for name in names for finding in self._one(name)]

    def source(self, name: str) -> tuple[Source, str] | None:
        """A file as the checks read it, and its text as stored; ``None`` where it cannot be read."""
        if leads_out(self.docs / name, self.docs):
            return None
        try:
            stored = (self.docs / name).read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return None
        folder, _, base = name.rpartition("/")
        is_article = folder == self.articles and base.removesuffix(".md") not in NOT_ARTICLES
        text = stored.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        return Source(shown(self.docs / name, self.docs), name, text, is_article), stored

    def _one(self, name: str) -> list[Finding]:
        read = self.source(name)
        if read is None:
            return []
        source, stored = read
        if source.has_broken_head:
            # What is meant as head would be read as text; the reading of the digest says what is wrong.
            return layout.check(source, stored)
        said = source.front.data.get("lang")
        lang = said if isinstance(said, str) else script_of(source.body) or self.lang
        found = [
            *mixed_script.check(source, lang),
            *links.check(source, self._places),
            *half_width.check(source, self.repair),
            *layout.check(source, stored),
            *comments.check(source),
            *written_links.check(source),
            *pictures.check(source),
            *places.page(source, self.articles),
        ]
        # Where the renderer cannot follow a text it is no use to compare it with another.
        unpublished = published.check(source, self._markdown(source), self._render, self._sanitizer)
        if not any(each.code == "too-deep" for each in unpublished):
            found += rendering.check(source, self._render)
        if source.is_article:
            found += boilerplate.check(source, self.leftovers) + rights.check(source, self.seeds)
            found += boilerplate.lost(source, self.doubts, self.docs / self.articles)
            found += head.check(source, self.today) + mark_place.check(source) + twice.paragraphs(source)
        else:
            unpublished += asked_template(source.file, source.front, self.templates)
        # What is not published is so whether or not somebody finds it right.
        return [*unpublished, *(each for each in found if (each.line, each.code) not in source.excused)]

    def _markdown(self, source: Source) -> str:
        """The Markdown that the site is rendered from."""
        said = source.front.data.get("lang")
        body = variant_markup.read(source.body, said).markdown if said in SCRIPTS else source.body
        return marks.read(body).markdown if source.is_article else source.body

    @cached_property
    def _sanitizer(self) -> Sanitizer:
        return Sanitizer(self.allowed)

    @cached_property
    def _renderer(self) -> Markdown:
        given = {name: dict(options) for name, options in self.extensions.items()}
        return Markdown(extensions=list(given), extension_configs=given)

    def _render(self, markdown: str) -> str:
        self._renderer.reset()
        return self._renderer.convert(markdown)

    @cached_property
    def _places(self) -> links.LinkTargets:
        pages = frozenset(name for name in self.files if not _is_variant(name))
        folded = {name.lower(): name for name in sorted(pages)}
        return links.LinkTargets(pages, self._anchors, folded)

    def _anchors(self, name: str) -> frozenset[str] | None:
        """The ids of a page, as it is published."""
        if name not in self._known_anchors:
            read = self.source(name)
            self._known_anchors[name] = self._ids(read[0]) if read else None
        return self._known_anchors[name]

    @cached_property
    def _known_anchors(self) -> dict[str, frozenset[str] | None]:
        return {}

    def _ids(self, source: Source) -> frozenset[str]:
        html = html_tokens.number_paragraphs(self._render(marks.read(source.body).markdown))
        ids = set(re.findall(r'\sid="([^"]+)"', html))
        headings = set(re.findall(r'<h[1-6][^>]*\sid="([^"]+)"', html))
        ids |= {f"h-{name}" for name in headings if html_tokens.RESERVED_ID.fullmatch(name)}
        return frozenset(ids | {f"claim-{name}" for name in ids if re.fullmatch(r"c\d+", name)})


def _is_variant(name: str) -> bool:
    return name.endswith(".md") and bool(parted(Path(name).stem)[1])


def doubled(names: Sequence[str], raws: Iterable[tuple[str, str]]) -> list[Finding]:
    """Files whose names differ in case only, and articles (file, raw page) that name one raw page."""
    found: list[Finding] = []
    first: dict[str, str] = {}
    for name in sorted(names):
        other = first.setdefault(name.lower(), name)
        if other != name:
            found.append(
                Finding(
                    name,
                    1,
                    "slug-doubled",
                    f"{other} differs in the case of its letters only",
                    "names that differ on every computer",
                    "another name for one of them",
                )
            )
    pages: dict[str, str] = {}
    for file, raw in raws:
        other = pages.setdefault(raw, file)
        if other != file:
            found.append(
                Finding(
                    file,
                    1,
                    "raw-doubled",
                    f"{other} is of the raw page {raw} already",
                    "one article a raw page",
                    "raw: seeds/another-page.html",
                )
            )
    return found
