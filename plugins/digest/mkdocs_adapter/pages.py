"""Two pages of every source: the original, rendered from Markdown, and its twin, made from the rendered result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from digest import markup
from digest.variants import Variant


class SharedFiles(Files):
    """Files as a page in a variant's tree sees them: what its tree lacks (pictures) is found at the root."""

    def __init__(self, files: Files, variant: Variant) -> None:
        super().__init__(files)
        self._prefix = f"{variant.path}/"

    def get_file_from_path(self, path: str) -> File | None:
        """The file at ``path``, in the variant's tree or beside the trees."""
        return super().get_file_from_path(path) or super().get_file_from_path(path.removeprefix(self._prefix))


class VariantPage(Page):
    """A page in one variant's tree, rendered from ``source`` (Markdown without its front matter)."""

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

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the text that was read and checked before the build, not the file."""
        self.markdown, self.meta = self._source, dict(self._source_meta)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the Markdown, with pictures found beside the variants' trees."""
        super().render(config, SharedFiles(files, self.variant))


class TwinPage(VariantPage):
    """The same page in another variant: nothing is rendered again, the finished HTML is converted."""

    def __init__(
        self, file: File, config: MkDocsConfig, variant: Variant, original: VariantPage, to_script: Callable[[str], str]
    ) -> None:
        super().__init__(file, config, variant, original._source, original._source_meta)
        self._original, self._to_script = original, to_script

    def read_source(self, config: MkDocsConfig) -> None:
        """The original's Markdown, and its metadata in this script."""
        super().read_source(config)
        self.meta = {
            key: self._to_script(value) if isinstance(value, str) else value for key, value in self.meta.items()
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert what the original became. Its links hold here too: the trees are alike."""
        self.content = markup.convert(self._original.content or "", self._to_script)
        self.toc = TableOfContents([self._converted(item) for item in self._original.toc])
        self.present_anchor_ids = self._original.present_anchor_ids
        self._title_from_render = self._to_script(self._original._title_from_render or "") or None

    def _converted(self, item: AnchorLink) -> AnchorLink:
        twin = AnchorLink(self._to_script(item.title), item.id, item.level)
        twin.children = [self._converted(child) for child in item.children]
        return twin
