"""All checks over the files of a docs folder, and what a build would take out of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from html import unescape

from markdown import Markdown

from digest.articles import marks
from digest.articles.taken_out import must_end, taken_out, too_deep
from digest.checks import places, twice
from digest.checks.folder import Folder, known_by
from digest.checks.published_files import asked_template
from digest.checks.rules import (
    boilerplate,
    half_width,
    head,
    layout,
    links,
    mark_place,
    mixed_script,
    pictures,
    rendering,
    rights,
)
from digest.checks.rules.written import comments, form_by_accident, links_meant, markup_shown, unfinished
from digest.checks.source import Source
from digest.checks.telling_parts import are_known, telling_parts
from digest.checks.world import World
from digest.files.findings import Finding
from digest.text import html_tokens
from digest.text.harmless.renderer import renderer
from digest.text.sanitizer import Sanitizer
from digest.zh import variant_markup
from digest.zh.dictionaries import script_of
from digest.zh.variants import SCRIPTS


class Checker:
    """Checks the files of a docs folder, each by itself."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self.world = World(folder, self.ids)
        self._ids: dict[str, tuple[str, list[str]] | None] = {}

    def check(self, names: Iterable[str]) -> list[Finding]:
        """What is wrong with the Markdown files ``names`` (paths in the docs folder); unreadable ones are passed over,
        which the reading of the digest says."""
        read = ((name, self._folder.stored(name)) for name in names)
        return [finding for name, stored in read if stored is not None for finding in self.text(name, stored)]

    def text(self, name: str, stored: str) -> list[Finding]:
        """What is wrong with the file ``name`` whose text, as stored, is this."""
        source = self._folder.source_of(name, stored)
        if source.has_broken_head:
            # What is meant as head would be read as text; the reading of the digest says what is wrong.
            return layout.check(source, stored)
        said = source.front.data.get("lang")
        lang = said if isinstance(said, str) else script_of(source.body) or self._folder.lang
        found = [
            *mixed_script.check(source, lang),
            *links.check(source, self.world),
            *half_width.check(source, self._folder.repair),
            *layout.check(source, stored),
            *comments.check(source),
            *links_meant.check(source),
            *markup_shown.check(source, self._folder.extensions),
            *unfinished.check(source),
            *form_by_accident.check(source),
            *pictures.check(source),
            *places.page(source, self._folder.articles),
        ]
        # Where the renderer cannot follow a text it is no use to compare it with another.
        unpublished = self._unpublished(source)
        if not any(each.code == "too-deep" for each in unpublished):
            found += rendering.check(source, self._render)
        if source.is_article:
            found += boilerplate.check(source, self._folder.leftovers) + rights.check(source, self.world)
            found += boilerplate.lost(source, self.world) + head.check(source, self.world)
            found += mark_place.check(source) + twice.paragraphs(source)
        else:
            unpublished += asked_template(source.file, source.front, self._folder.templates)
        # What is not published is so whether or not somebody finds it right.
        return [*unpublished, *(each for each in found if (each.line, each.code) not in source.excused)]

    def ids(self, name: str) -> list[str] | None:
        """The ids of a page, as it is published; ``None`` where it cannot be read."""
        if name not in self._ids:
            stored = self._folder.stored(name)
            self._ids[name] = None if stored is None else (known_by(stored), self.ids_in(name, stored))
        known = self._ids[name]
        return known and known[1]

    def read_ids(self) -> list[tuple[str, str, list[str]]]:
        """The pages that were asked for their ids, what their texts are known by, and the ids."""
        return [(name, *known) for name, known in self._ids.items() if known]

    def ids_in(self, name: str, stored: str) -> list[str]:
        """The ids of the page ``name`` whose text, as stored, is this."""
        body = self._folder.source_of(name, stored).body
        try:
            html = html_tokens.number_paragraphs(self._render(marks.read(body).markdown))
        except RecursionError:
            # It is published as it is written; its own check says so.
            return []
        ids = set(re.findall(r'\sid="([^"]+)"', html))
        headings = set(re.findall(r'<h[1-6][^>]*\sid="([^"]+)"', html))
        ids |= {html_tokens.heading_id(unescape(name), ids) for name in headings}
        return sorted(ids | {f"claim-{name}" for name in ids if re.fullmatch(r"c\d+", name)})

    def _unpublished(self, source: Source) -> list[Finding]:
        """What of the file a build would not publish; looked for in all of it where a part has something."""
        parts = telling_parts(source.body) if are_known(self._folder.extensions) else source.body
        found = self._taken_out(source, parts) if parts else []
        return self._taken_out(source, source.body) if found and parts != source.body else found

    def _taken_out(self, source: Source, body: str) -> list[Finding]:
        """A finding for each piece that is taken out of what ``body``, which is of the file, becomes; or one where it
        cannot be rendered."""
        try:
            html = self._render(self._markdown(source, body))
        except RecursionError:
            return [too_deep(source.file, source.body, source.front.body_line)]
        if not self._folder.allowed.pictures_elsewhere:
            html = html_tokens.link_pictures(html, "")
        _, removed = self._sanitizer.clean(html_tokens.with_heading_ids(html_tokens.without_styles(html)))
        return taken_out(source.file, source.body, source.front.body_line, removed) if removed else []

    def _markdown(self, source: Source, body: str) -> str:
        """The Markdown that the site renders instead of ``body``, which is of the file."""
        said = source.front.data.get("lang")
        chosen = variant_markup.read(body, said).markdown if said in SCRIPTS else body
        return marks.read(chosen).markdown if source.is_article else body

    @cached_property
    def _sanitizer(self) -> Sanitizer:
        return Sanitizer(self._folder.allowed)

    @cached_property
    def _renderer(self) -> Markdown:
        return renderer(self._folder.extensions)

    def _render(self, markdown: str) -> str:
        must_end(markdown)
        self._renderer.reset()
        return self._renderer.convert(markdown)
