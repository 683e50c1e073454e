"""Two pages of every source: the original, rendered from Markdown, and its twin, made from the rendered result."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from digest.articles.taken_out import must_end
from digest.edition.placed import PlacedPage, Way
from digest.mkdocs_adapter.tree.markdown import Rendering, depends_on_files, plain_toc, toc_of
from digest.pages.made.page import MadePage
from digest.text import html_tokens
from digest.zh import html_script
from digest.zh.script import VariantTexts
from digest.zh.variants import Variant


class SharedFiles(Files):
    """Files as a page in a variant's tree sees them: what its tree lacks (pictures) is found at the root."""

    def __init__(self, files: Files, variant: Variant) -> None:
        # Not a copy: one a page would make a build grow with the square of its pages.
        super().__init__([])
        self._shared, self._prefix = files, f"{variant.path}/"

    @property
    def src_uris(self) -> Mapping[str, File]:
        """Every file by its path."""
        return self._shared.src_uris

    def get_file_from_path(self, path: str) -> File | None:
        """The file at ``path``, in the variant's tree or beside the trees."""
        found = self._shared.get_file_from_path(path)
        return found or self._shared.get_file_from_path(path.removeprefix(self._prefix))


class VariantPage(Page):
    """A page in one variant's tree, whose ``source`` is Markdown without its front matter; empty for a made page."""

    made: MadePage | None = None
    """What makes it, where no file of the docs folder has it."""

    def __init__(
        self, file: File, config: MkDocsConfig, variant: Variant, source: str, meta: Mapping[str, Any]
    ) -> None:
        super().__init__(None, file, config)
        self.variant = variant
        self._source, self._source_meta = source, meta

    @property
    def is_homepage(self) -> bool:
        """Whether this is the first page of its variant's tree."""
        return self.file.url == f"{self.variant.path}/"

    @property
    def path(self) -> str:
        """Its path in the variant's tree."""
        return self.file.src_uri.removeprefix(f"{self.variant.path}/")

    @cached_property
    def way(self) -> Way:
        """The way to other pages of the tree."""
        return Way(self.url, f"{self.variant.path}/")

    @property
    def placed(self) -> PlacedPage:
        """The page as the edition knows it."""
        return PlacedPage(
            self.variant,
            self.path,
            self.url,
            self.canonical_url or "",
            self.title or "",
            self.meta.get("description") or "",
            self.meta.get("slug", ""),
            self.file.edit_uri or "",
            bool(self.edit_url),
            self.made,
        )

    def take_source(self, source: str, meta: Mapping[str, Any]) -> None:
        """Have another text and its head from now on."""
        self._source, self._source_meta = source, meta

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the text that was read and checked before the build, not the file."""
        self.markdown, self.meta = self._source, dict(self._source_meta)


class OriginalPage(VariantPage):
    """A page rendered from its Markdown.

    ``reading`` turns what was rendered into this variant's script where the source is written in another, or gives a
    text in its own script the quote marks of that.
    """

    def __init__(
        self,
        file: File,
        config: MkDocsConfig,
        variant: Variant,
        source: str,
        meta: Mapping[str, Any],
        reading: VariantTexts | None,
        rendering: Rendering,
    ) -> None:
        super().__init__(file, config, variant, source, meta)
        self._reading, self._rendering = reading, rendering

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the Markdown, or take what an earlier build made of it."""
        store = self._rendering.store
        key = self.key
        kept = store.get(key)
        if kept:
            self._take(kept)
        else:
            whole = self._render(config, files)
            alone = self._rendering.keeps and not self.links_to_anchors
            if not whole or not alone or depends_on_files(self.content or ""):
                return
            store.put(key, self._given())

    @property
    def key(self) -> bytes:
        """What the rendered page is kept under: the text that it is written in, or what others made of that."""
        text = self._source if self.markdown is None else self.markdown
        return self._rendering.key("content", text, self.variant.tag, self._reading)

    def _render(self, config: MkDocsConfig, files: Files) -> bool:
        """Render the Markdown; whether all of it may be published."""
        try:
            must_end(self.markdown or "")
            super().render(config, SharedFiles(files, self.variant))
        except RecursionError:
            self.toc, self.present_anchor_ids = TableOfContents([]), set()
            self.content = self._rendering.too_deep(self.file.edit_uri or "", self._source)
            return False
        ids = self.present_anchor_ids = self.present_anchor_ids or set()
        for item in _flat(self.toc):
            # The theme writes both into the page as they are.
            item.title = _in_html(item.title)
            new = html_tokens.heading_id(item.id, ids)
            if new != item.id:
                self.content = html_tokens.rename_heading(self.content or "", item.id, new)
                item.id = new
                ids.add(new)
        if self._reading:
            # A page in its own script is what its twins are made from: the rules for them stay.
            own = self._reading.source == self._reading.target == self.variant.tag
            self._take_over(self, self._reading, "" if own else self.variant.tag)
        return self._let_through(self._rendering.finished(self.content or "", self.variant.tag))

    def _let_through(self, html: str) -> bool:
        """Take what may be published of the finished ``html``; whether that is all."""
        self.content, whole = self._rendering.published(html, self.file.edit_uri or "")
        return whole

    def _take_over(self, page: Page, reading: VariantTexts, tag: str) -> None:
        """Make content, table of contents and title those of ``page``, as ``reading`` has them; the rules for the
        variant ``tag`` are carried out."""
        text = reading.text
        reading.convert_ahead([*(item.title for item in _flat(page.toc)), page._title_from_render or ""])
        self.content = html_script.convert(page.content or "", reading.pieces, tag)
        self.toc = TableOfContents([_converted(item, text) for item in page.toc])
        self._title_from_render = _in_html(text(page._title_from_render or "")) or None

    def _given(self) -> bytes:
        """What was rendered, for ``_take``: the content as it is, since most of all is content."""
        beside = json.dumps([plain_toc(self.toc), self._title_from_render, sorted(self.present_anchor_ids or ())])
        return f"{beside}\n{self.content}".encode("utf-8", "surrogatepass")

    def _take(self, given: bytes) -> None:
        beside, _, self.content = given.decode("utf-8", "surrogatepass").partition("\n")
        toc, self._title_from_render, ids = json.loads(beside)
        self.toc, self.present_anchor_ids = TableOfContents(toc_of(toc)), set(ids)


class TwinPage(OriginalPage):
    """The same page in another variant: nothing is rendered again, the finished HTML is converted."""

    def __init__(
        self,
        file: File,
        config: MkDocsConfig,
        variant: Variant,
        original: OriginalPage,
        meta: Mapping[str, Any],
        reading: VariantTexts,
        rendering: Rendering,
    ) -> None:
        super().__init__(file, config, variant, original._source, meta, reading, rendering)
        self.original, self._own_reading = original, reading

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert what the original became. Its links hold here too: the trees are alike."""
        original = self.original
        beside = plain_toc(original.toc), original._title_from_render
        key = self._rendering.key("twin", original.content or "", self.variant.tag, self._reading, beside)
        kept = self._rendering.store.get(key)
        self.present_anchor_ids = original.present_anchor_ids
        if kept:
            self._take(kept)
        else:
            self._take_over(original, self._own_reading, self.variant.tag)
            if self._let_through(self.content or ""):
                self._rendering.store.put(key, self._given())


def _flat(items: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for item in items:
        yield item
        yield from _flat(item.children)


def _converted(item: AnchorLink, text: Callable[[str], str]) -> AnchorLink:
    twin = AnchorLink(_in_html(text(item.title)), item.id, item.level)
    twin.children = [_converted(child, text) for child in item.children]
    return twin


def _in_html(title: str) -> str:
    """A title, which is HTML without tags, with no tag that its conversion brought in."""
    return title.replace("<", "&lt;")
