"""One build, in the order in which the host calls for it: plan, pages, render, write.

Another host has a folder beside this one that does the same with what it gives. What is about the digest is said in
``edition``; ``keeping`` is handed in, and knows nothing of what it keeps.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Navigation

from digest.checks.published_files import templates
from digest.checks.telling.reporting import told
from digest.edition.edition import Edition
from digest.edition.head import last_change, root_head
from digest.edition.outputs import OUTPUTS
from digest.edition.page_values import page_values, with_counts
from digest.edition.placed import alternates
from digest.edition.site import Built, PageAddress, Places
from digest.exports.offline.worker import WrittenFile
from digest.keeping.store import Store
from digest.mkdocs_adapter.ahead import Ahead
from digest.mkdocs_adapter.asset_files import plant_bundles
from digest.mkdocs_adapter.config import DigestConfig
from digest.mkdocs_adapter.keeping import keep_sounds, keep_texts
from digest.mkdocs_adapter.planning import edition_of, read_digest
from digest.mkdocs_adapter.site_folder import site_file
from digest.mkdocs_adapter.templates import functions
from digest.mkdocs_adapter.templates.folders import add_files, has_own_templates, own_environment
from digest.mkdocs_adapter.templates.functions import theme_words
from digest.mkdocs_adapter.templates.page_view import NavView
from digest.mkdocs_adapter.templates.render import Renderer, by_own_templates, ready, show_finished
from digest.mkdocs_adapter.templates.same_parts import SameParts
from digest.mkdocs_adapter.tree.made import plant_made
from digest.mkdocs_adapter.tree.markdown import FINISHING_EVENTS, Rendering, is_alone
from digest.mkdocs_adapter.tree.navigation import navigation
from digest.mkdocs_adapter.tree.others import without_digest
from digest.mkdocs_adapter.tree.pages import VariantPage
from digest.mkdocs_adapter.tree.trees import PageMaking, keep_off, plant, read_sources
from digest.pages.made import dispute_pages
from digest.text.harmless.escaping import plain
from digest.text.stamped import StampedText
from digest.zh import html_script
from digest.zh.variants import Variant

log = get_plugin_logger("digest")


class Build:
    """What becomes of a digest in the host's hands; ``serving`` says that it is built to be edited."""

    edition: Edition

    def __init__(
        self, config: MkDocsConfig, files: Files, store: Store, plugin: BasePlugin[DigestConfig], serving: bool
    ) -> None:
        self._config, self._files, self._store, self._plugin, self._serving = config, files, store, plugin, serving
        self._options = plugin.config.options
        self._nav = config.nav if self._options.has_whole_site else None
        self._templates: dict[str, str] = {}

    # Plan: the whole digest read, what is wrong with it said; the edition of it on this site.

    def plan(self) -> None:
        """Read the digest. Raises ValueError where the option ``engine`` names none."""
        read, found = read_digest(self._config, self._options, self._store, self._serving)
        for finding in [*found, *keep_off(self._files, self._config, self._options)]:
            log.warning(plain(told(finding)))
        self.edition = edition_of(read, self._config, self._options, self._store, self._serving)
        self._ahead = Ahead(self.edition, self._config, self._files, self._store)

    # Pages: every text in the tree of each variant, beside those that no file has; a navigation for each tree.

    def pages(self) -> None:
        """Give every page its places."""
        edition, custom = self.edition, self._config.theme.custom_dir
        for views in edition.views.values():
            views.convert_ahead()
            dispute_pages.convert_ahead(views)
        sources = read_sources(self._files, edition, templates(Path(custom) if custom else None))
        rendering = Rendering.of(self._config, self._plugin, self._store, edition.plan.terms, edition.labels)
        plant(sources, self._files, PageMaking(edition.script, self._config, rendering))
        plant_made(edition, self._config, self._files)
        texts = [source.markdown for source in sources]
        if not edition.options.has_whole_site:
            add_files(self._config, self._files)
        self._bundles = plant_bundles(self._config, self._files, edition.plan.claims, texts)
        self._ahead.texts(rendering.keeps)

    @cached_property
    def places(self) -> Places:
        """Where each page stands; once all are there."""
        return {
            (page.variant.tag, page.path): PageAddress(page.url, page.canonical_url or "")
            for file in self._files.documentation_pages()
            if isinstance(page := file.page, VariantPage)
        }

    @cached_property
    def navigations(self) -> dict[str, tuple[Navigation, list[str]]]:
        """By tag: the navigation of a variant, and the entries of ``nav`` that lead nowhere."""
        edition = self.edition
        made = {
            variant.tag: navigation(self._nav, self._files, variant, partial(edition.text, variant=variant))
            for variant in edition.variants
        }
        if not edition.options.has_whole_site:
            for tag, (nav, _) in made.items():
                nav.items.append(Link(edition.labels[tag]["whole_site"], "."))
        return made

    # Render: the template of a page, given the values of the edition for it.

    def templates(self, env: Environment) -> None:
        """Make ready what templates are given, once all pages stand."""
        whole = self.edition.options.has_whole_site
        own = not whole or not has_own_templates(self._config)
        alone = not whole or is_alone(self._config, self._plugin, FINISHING_EVENTS)
        host, env = env, env if whole else own_environment(env, self._config)
        functions.put_into(env)
        self._functions = {
            variant.tag: {
                "config": self._in_script(variant),
                "theme_words": theme_words(env, variant, self.edition.labels[variant.tag]["theme"]),
                "once": SameParts(own and alone),
            }
            for variant in self.edition.variants
        }
        self._shared = {
            variant.tag: self.edition.shared(variant)
            | {"imprint": self.edition.imprints[variant.tag], "bundles": self._bundles}
            for variant in self.edition.variants
        }
        if own and alone:
            self._templates = by_own_templates(self._files)
            show_finished(host)
        navs = {tag: NavView.of(nav) for tag, (nav, _) in self.navigations.items()}
        self._renderer = Renderer(env, self._shared, navs, self._functions, self._store)
        for variant in self.edition.variants:
            # In one order in however many processes: what a name is called is learnt from each article that names it.
            self.edition.views[variant.tag].articles()
        self._ahead.pages(next(iter(self.navigations.values()))[0], self._templates, self._alone)

    def _in_script(self, variant: Variant) -> MkDocsConfig:
        """The host's configuration with the texts that a reader sees in the variant's script."""
        copied, imprint = copy.copy(self._config), self.edition.imprints[variant.tag]
        copied.data = dict(self._config.data)
        for name, text in (
            ("site_name", imprint.name),
            ("site_description", imprint.description),
            ("copyright", imprint.rights),
        ):
            if self._config.data.get(name):
                copied.data[name] = text
        return copied

    def render(self, page: VariantPage, context: Mapping[str, Any]) -> dict[str, Any]:
        """What the page's template is given beside ``context``: its values, or the page rendered with them."""
        page.content = self._finished(page)
        if page.file.src_uri in self._templates:
            known = self._ahead.page(page, context)
            return {"finished": self._rendered(page, context) if known is None else known}
        values = page_values(self.edition, self.places, page.placed)
        tag = page.variant.tag
        nav = {"nav": self.navigations[tag][0]}
        return {**self._shared[tag], **self._functions[tag], **nav, **ready(values)}

    def _finished(self, page: VariantPage) -> str:
        """The text of the page with what only the whole digest knows."""
        content = html_script.without_rules(page.content or "", page.variant.tag)
        slug = page.meta.get("slug", "")
        # The page's key has it, and those of the files that are made of it.
        return StampedText(with_counts(self.edition, slug, content) if slug else content)

    def _alone(self, page: VariantPage, context: Mapping[str, Any]) -> str:
        """The page rendered ahead of its time: its text stays as it was until then."""
        content, page.content = page.content, self._finished(page)
        try:
            return self._rendered(page, context)
        finally:
            page.content = content

    def _rendered(self, page: VariantPage, context: Mapping[str, Any]) -> str:
        values = page_values(self.edition, self.places, page.placed)
        return self._renderer.rendered(page, self._templates[page.file.src_uri], context, values)

    def frame(self, name: str, base_url: str) -> dict[str, Any]:
        """What the pages without a variant are given: the root, the error page and the sitemap offer all variants.

        Where they are a site's that has other pages, they are its own; the theme's scripts would lay what the sitemap
        lists into the frame of its pages.
        """
        if not self.edition.options.has_whole_site:
            instant = name == "sitemap.xml" and "navigation.instant" in (self._config.theme.get("features") or [])
            return {"pages": without_digest(self._files.documentation_pages())} if instant else {}
        first = self.edition.variants[0]
        given = {
            **self._shared[first.tag],
            **self._functions[first.tag],
            "nav": self.navigations[first.tag][0],
            "tree_root": f"{base_url.rstrip('/')}/{first.path}/",
        }
        if name == "index.html":
            given["head"] = root_head(self.edition)
        if name == "sitemap.xml":
            found = [file.page for file in self._files.documentation_pages()]
            pages = [page for page in found if isinstance(page, VariantPage)]
            given["groups"] = [
                alternates(self.places, page.path, self.edition.variants, page.variant) for page in pages
            ]
            given["changes"] = {page.url: last_change(self.edition, page.placed) for page in pages}
        return given

    # Write: the files that are no pages.

    def write(self, site: Path) -> None:
        """Write the files beside the pages, and keep what the next build need not make."""
        built = Built(self._content, lambda address: site_file(site, address), self._bundles.search)
        self._ahead.outputs(built)
        whole = self.edition.options.has_whole_site
        for output in OUTPUTS:
            for path, content in output(self.edition, built, self._store):
                if not whole and "/" not in path and (site / path).exists():
                    log.warning(f"{path}: the site has a file of its own there; the digest's is not written")
                    continue
                utils.write_file(content, f"{site}/{path}")
                built.written[path] = WrittenFile.of(content)
        for variant in self.edition.variants:
            # Where the theme looks for it.
            if self.edition.site.url and (site / "sitemap.xml").is_file():
                utils.write_file((site / "sitemap.xml").read_bytes(), str(site / variant.path / "sitemap.xml"))
        keep_texts(self._store, self.edition.plan.terms, self.edition.script.done)
        keep_sounds(self._store, self.edition.plan.subjects)

    def _content(self, slug: str, path: str) -> str:
        file = self._files.get_file_from_path(f"{path}/{self.edition.folder}/{slug}.md")
        return (file and file.page and file.page.content) or ""
