"""Plants the made pages: one a variant, in its tree, like a page of the docs folder."""

from __future__ import annotations

import re
from functools import cached_property
from html import escape, unescape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.toc import TableOfContents

from digest.edition.edition import Edition
from digest.mkdocs_adapter.tree.pages import VariantPage
from digest.pages.made.page import MadePage
from digest.pages.made.site import made_pages
from digest.zh.variants import Variant

_ID = re.compile(r"""\sid=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")


class MadeVariantPage(VariantPage):
    """A made page in one variant's tree: no Markdown, all of it is in its template."""

    def __init__(self, file: File, config: MkDocsConfig, variant: Variant, made: MadePage, edition: Edition) -> None:
        super().__init__(file, config, variant, "", {})
        self.made: MadePage = made
        if self.edit_url and made.line:
            self.edit_url += f"#L{made.line}"
        self._edition = edition

    def read_source(self, config: MkDocsConfig) -> None:
        """Make the head of the page; there is no source to read."""
        given = self._edition.views[self.variant.tag], self._edition.labels[self.variant.tag]
        self.markdown = ""
        # The theme writes a description into an attribute as it is.
        self.meta = {
            "title": self.made.title(*given),
            "description": escape(self.made.description(*given)),
            "template": self.made.template,
            "hide": ["navigation", "toc"],
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing is rendered from Markdown."""
        self.content, self.toc = "", TableOfContents([])

    @cached_property
    def present_anchor_ids(self) -> set[str]:  # type: ignore[override]  # the host reads it, once, and never sets it
        """The ids of the finished page, for the host's check of links to them; it asks once all are written."""
        html = Path(self.file.abs_dest_path).read_text(encoding="utf-8")
        return {unescape("".join(found)) for found in _ID.findall(html)}


def plant_made(edition: Edition, config: MkDocsConfig, files: Files) -> None:
    """Give every made page a place in each tree; where the docs folder has a page at its address, that one stays."""
    taken = {file.dest_uri for file in files}
    for made in made_pages(edition.plan):
        for variant in edition.variants:
            uri = f"{variant.path}/{made.path}.md"
            file = File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            if file.dest_uri not in taken:
                file.edit_uri = made.edited_in or None
                MadeVariantPage(file, config, variant, made, edition)
                files.append(file)
