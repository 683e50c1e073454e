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
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import write_file

from digest.articles.reading import read_article
from digest.checks.published_files import templates
from digest.edition.article_values import with_counts
from digest.edition.edition import Edition
from digest.edition.head import last_change, root_head
from digest.edition.outputs import OUTPUTS
from digest.edition.page_values import page_values
from digest.edition.placed import alternates
from digest.edition.site import Built, PageAddress, Places, Site
from digest.exports.offline.worker import WrittenFile
from digest.files.docs_folder import nothing
from digest.files.findings import Finding
from digest.files.settings import SiteOptions
from digest.keeping.store import Store
from digest.mkdocs_adapter.ahead import Ahead
from digest.mkdocs_adapter.asset_files import plant_bundles
from digest.mkdocs_adapter.keeping.values import keep_sounds, keep_texts, known_texts, take_sounds
from digest.mkdocs_adapter.site.site_files import site_file, write_site_file
from digest.mkdocs_adapter.templates.page_view import NavView
from digest.mkdocs_adapter.templates.render import Renderer, by_own_templates, ready, show_finished
from digest.mkdocs_adapter.templates.same_parts import SameParts
from digest.mkdocs_adapter.templates.theme_words import theme_words
from digest.mkdocs_adapter.tree.made import plant_made
from digest.mkdocs_adapter.tree.markdown import FINISHING_EVENTS, Rendering, is_alone
from digest.mkdocs_adapter.tree.navigation import navigation
from digest.mkdocs_adapter.tree.pages import VariantPage
from digest.mkdocs_adapter.tree.trees import PageMaking, plant, read_sources
from digest.plan.kept import article_reader, concepts_reader, read_ahead
from digest.plan.publication import published
from digest.plan.site_plan import SitePlan, read_site_plan
from digest.text.stamped import StampedText
from digest.zh import html_script
from digest.zh.engine import engine_named
from digest.zh.shipped import digest_script
from digest.zh.variants import VARIANTS, Variant


def plan(config: MkDocsConfig, options: SiteOptions, store: Store, serving: bool) -> tuple[SitePlan, list[Finding]]:
    """The whole digest as it is published, and what is wrong with it."""
    take_sounds(store)
    read_ahead(Path(config.docs_dir), options.articles, store, read_article, 1 if serving else options.workers)
    read, found = read_site_plan(
        Path(config.docs_dir),
        options.articles,
        article_reader(store, read_article),
        concepts_reader(store),
        config.exclude_docs.match_file if config.exclude_docs else nothing,
        options.term_groups,
    )
    if options.computed_links:
        # Imported here: sites without computed links do without the numerical libraries' start.
        from digest.proposals.related import with_computed

        read = with_computed(read)
    return published(read, options.reserved_rights), found


def edition_of(plan: SitePlan, config: MkDocsConfig, options: SiteOptions, store: Store, serving: bool) -> Edition:
    """The plan on this site. Raises ValueError where the option ``engine`` names none."""
    engine = engine_named(options.engine)
    script = digest_script(plan.terms, engine, options.quote_marks, known_texts(store, plan.terms))
    site = Site(
        config.site_name,
        config.site_description or "",
        config.copyright or "",
        config.site_url or "",
        Path(config.docs_dir),
        Path(config.config_file_path or ".").parent,
        config.repo_name or "",
        serving,
    )
    return Edition(plan, script, tuple(VARIANTS[tag] for tag in options.variants), options, site)


class Build:
    """Pages, render, write: what becomes of an edition in the host's hands."""

    def __init__(
        self, edition: Edition, config: MkDocsConfig, files: Files, store: Store, plugin: BasePlugin[Any]
    ) -> None:
        self.edition, self._config, self._files, self._store, self._plugin = edition, config, files, store, plugin
        self._nav = config.nav
        self._templates: dict[str, str] = {}
        self._ahead = Ahead(edition, config, files, store)

    # Pages: every text in the tree of each variant, beside those that no file has; a navigation for each tree.

    def pages(self) -> None:
        """Give every page its places."""
        edition, options = self.edition, self.edition.options
        custom = self._config.theme.custom_dir
        own = templates(Path(custom) if custom else None)
        sources = read_sources(self._files, edition.plan, edition.variants, options.articles, options.lang, own)
        rendering = Rendering.of(self._config, self._plugin, self._store, edition.plan.terms, edition.labels)
        plant(sources, self._files, PageMaking(edition.script, self._config, rendering))
        plant_made(edition, self._config, self._files)
        texts = [source.markdown for source in sources]
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
        return {
            variant.tag: navigation(self._nav, self._files, variant, partial(self.edition.text, variant=variant))
            for variant in self.edition.variants
        }

    # Render: the template of a page, given the values of the edition for it.

    def templates(self, env: Environment) -> None:
        """Make ready what templates are given, once all pages stand."""
        own = not self._config.theme.custom_dir
        alone = is_alone(self._config, self._plugin, FINISHING_EVENTS)
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
            show_finished(env)
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
        """What the pages without a variant are given: the root, the error page and the sitemap offer all variants."""
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
        for output in OUTPUTS:
            for path, content in output(self.edition, built, self._store):
                write_site_file(content, f"{site}/{path}")
                built.written[path] = WrittenFile.of(content)
        for variant in self.edition.variants:
            # Where the theme looks for it.
            if self.edition.site.url:
                write_file((site / "sitemap.xml").read_bytes(), str(site / variant.path / "sitemap.xml"))
        keep_texts(self._store, self.edition.plan.terms, self.edition.script.done)
        keep_sounds(self._store, self.edition.plan.subjects)

    def _content(self, slug: str, path: str) -> str:
        file = self._files.get_file_from_path(f"{path}/{self.edition.folder}/{slug}.md")
        return (file and file.page and file.page.content) or ""
