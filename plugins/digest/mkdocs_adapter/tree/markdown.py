"""Rendered Markdown and its conversions: made once, and kept for the next build where nothing else has a say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.toc import AnchorLink

from digest.articles.taken_out import taken_out, too_deep
from digest.checks.telling.reporting import told
from digest.files import front_matter
from digest.files.docs_folder import shown
from digest.files.findings import Finding
from digest.keeping.code import are_pure
from digest.keeping.store import Store
from digest.text import html_tokens
from digest.text.allowlist import allowlist
from digest.text.harmless.escaping import plain
from digest.text.openings import with_dividers, words_first
from digest.text.sanitizer import Sanitizer
from digest.zh.script import VariantTexts

log = get_plugin_logger("digest")

_RENDERING_EVENTS = ("pre_page", "page_read_source", "page_markdown", "page_content")
FINISHING_EVENTS = ("env", "page_context", "post_page")
"""Events in which another plugin may change a page after it was rendered."""

# An address that other files have a say in: the host resolves it and says where it leads nowhere.
_TO_A_FILE = re.compile(r"""\s(?:href|src)=["'](?!#|https?:|mailto:|tel:)""")


@dataclass(frozen=True)
class Rendering:
    """``store`` keeps what was made, ``keeps`` says whether rendered Markdown may be; ``terms`` stand for the site's
    terms; ``pictures`` is what a link to a picture of another host is called, by tag, ``None`` where such pictures
    are shown; ``sanitizer`` lets through what may be published; ``said`` are the findings that were told."""

    store: Store
    keeps: bool
    terms: str
    pictures: Mapping[str, str] | None
    sanitizer: Sanitizer
    docs: Path
    said: set[Finding] = field(default_factory=set)

    @classmethod
    def of(
        cls,
        config: MkDocsConfig,
        plugin: BasePlugin[Any],
        store: Store,
        terms: Mapping[str, Mapping[str, str]],
        labels: Mapping[str, Mapping[str, Any]],
    ) -> Rendering:
        """The rendering of a build."""
        named = None if plugin.config.hotlink_pictures else {tag: own["picture"] for tag, own in labels.items()}
        said = sorted((tag, sorted(own.items())) for tag, own in terms.items())
        own = plugin.config
        allowed = allowlist(config.markdown_extensions, own.allow_html, own.hotlink_pictures)
        return cls(store, can_be_kept(config, plugin), str(said), named, Sanitizer(allowed), Path(config.docs_dir))

    def finished(self, html: str, tag: str) -> str:
        """Rendered ``html`` with ids for its paragraphs, and others' pictures unloaded."""
        if self.pictures is not None:
            html = html_tokens.link_pictures(html, self.pictures[tag])
        html = html_tokens.code_apart(html_tokens.without_styles(html))
        return words_first(with_dividers(html_tokens.number_paragraphs(html)))

    def published(self, html: str, file: str) -> tuple[str, bool]:
        """``html`` without what may not be published, and whether that is all of it; what was taken out is told of the
        ``file`` (a path in the docs folder) that it was written in."""
        html, removed = self.sanitizer.clean(html)
        if removed:
            front, _ = front_matter.read(file, (self.docs / file).read_text(encoding="utf-8-sig", errors="replace"))
            shown_as = shown(self.docs / file, self.docs)
            self.tell(taken_out(shown_as, front.body, front.body_line, removed))
        return html, not removed

    def too_deep(self, file: str, markdown: str) -> str:
        """What stands for a text that cannot be rendered: the text as it is written."""
        front, _ = front_matter.read(file, (self.docs / file).read_text(encoding="utf-8-sig", errors="replace"))
        self.tell([too_deep(shown(self.docs / file, self.docs), front.body, front.body_line)])
        return f"<pre>{escape(markdown, quote=False)}</pre>"

    def tell(self, found: Iterable[Finding]) -> None:
        """Warn of each finding once: every variant has the same."""
        for finding in found:
            if finding not in self.said:
                self.said.add(finding)
                log.warning(plain(told(finding)))

    def key(self, kind: str, source: bytes | str, tag: str, reading: VariantTexts | None, *beside: object) -> bytes:
        """The key of what ``source``, and what is ``beside`` it, becomes in the variant ``tag``."""
        read = (reading.source, reading.target, sorted(reading.terms.items())) if reading else ()
        return self.store.key(kind, source, tag, self.terms, read, *beside)


def is_alone(config: MkDocsConfig, plugin: BasePlugin[Any], events: tuple[str, ...]) -> bool:
    """Whether no other plugin or hook has a say in these events."""
    return all(
        getattr(method, "__self__", None) is plugin
        for event in events
        for method in config.plugins.events.get(event, ())
    )


def can_be_kept(config: MkDocsConfig, plugin: BasePlugin[Any]) -> bool:
    """Whether what is rendered depends on the text and the settings alone."""
    return is_alone(config, plugin, _RENDERING_EVENTS) and are_pure(config.markdown_extensions)


def depends_on_files(html: str) -> bool:
    """Whether rendered ``html`` has an address that other files have a say in."""
    return bool(_TO_A_FILE.search(html))


def plain_toc(items: Any) -> list[Any]:
    """A table of contents as plain lists: title, id, level, those below."""
    return [[item.title, item.id, item.level, plain_toc(item.children)] for item in items]


def toc_of(plain: list[Any]) -> list[AnchorLink]:
    """The table of contents whose plain form is ``plain``."""
    items = []
    for title, identity, level, below in plain:
        item = AnchorLink(title, identity, level)
        item.children = toc_of(below)
        items.append(item)
    return items
