"""The plugin: each hook unpacks what the host gives and calls one function of the digest."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urljoin

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from digest import markup, markup_script
from digest.findings import Finding
from digest.mkdocs_adapter import context as page_context
from digest.mkdocs_adapter.config import DigestConfig
from digest.mkdocs_adapter.navigation import navigation
from digest.mkdocs_adapter.pages import TwinPage, VariantPage
from digest.mkdocs_adapter.search_files import write_search
from digest.mkdocs_adapter.trees import plant, read_sources
from digest.open_data import open_data
from digest.script import Script
from digest.site_plan import read_site_plan
from digest.terms import with_shipped
from digest.variants import VARIANTS, Variant
from digest.views import Views

log = get_plugin_logger("digest")


class DigestPlugin(BasePlugin[DigestConfig]):
    """Publishes a folder of articles in several scripts, with their claims and the relations between them."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put the plugin's templates before the theme's, behind the site's own."""
        if not config.use_directory_urls:
            raise PluginError("mkdocs.yml: use_directory_urls: false came; allowed: true, which the digest's addresses "
                              "(zh-hans/articles/name/) need; example: use_directory_urls: true")
        self.config.articles = self.config.articles.strip("/")
        own = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(own, str(page_context.THEME))
        config.theme.static_templates.update({"index.html", "sitemap.xml"})
        self.variants: list[Variant] = [VARIANTS[tag] for tag in dict.fromkeys(self.config.variants)]
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Read the whole digest, say what is wrong with it, and give every page a place in each tree."""
        self.plan, found = read_site_plan(Path(config.docs_dir), self.config.articles)
        engine = page_context.engine(self.config.engine)
        self.script = Script(with_shipped(self.plan.terms), engine, self.config.quote_marks)
        sources = read_sources(files, self.plan, self.variants, self.config.articles, self.config.lang)
        self._report(found)
        plant(sources, self.script, files, config)
        self.nav_entries, config.nav = config.nav, []
        self.files = files
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """One navigation a variant."""
        self.navs: dict[str, Navigation] = {}
        for variant in self.variants:
            self.navs[variant.tag], missing = navigation(
                self.nav_entries, files, variant, self._reader(variant))
        for target in missing:
            log.warning(f"mkdocs.yml: nav: there is no page {target}")
        self._prepare(config)
        return self.navs[self.variants[0].tag]

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give the original's paragraphs their ids and unload others' pictures; a twin has it from its original."""
        if isinstance(page, VariantPage) and not isinstance(page, TwinPage):
            if not self.config.hotlink_pictures:
                html = markup.link_pictures(html, self.labels[page.variant.tag]["picture"])
            return markup.number_paragraphs(html)
        return html

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Templates do not change during a build; asking the disk for each include of each page is half its time."""
        env.auto_reload = False
        return env

    def on_page_context(self, context: dict, page: Page, config: MkDocsConfig, nav: Navigation) -> dict:
        """What the templates show of the digest, in the page's own script."""
        if isinstance(page, VariantPage):
            page.content = markup_script.without_rules(page.content)
            context.update(self._shared(page.variant), tree_root=page_context.tree_root(page))
            context["alternates"] = page_context.alternates(page, self.variants, self.files)
            if page.meta.get("slug"):
                context["article"] = self.views[page.variant.tag].article(page.meta["slug"])
        return context

    def on_template_context(self, context: dict, template_name: str, config: MkDocsConfig) -> dict:
        """The pages without a variant (the root, the error page, the sitemap) offer all of them."""
        first = self.variants[0]
        context.update(self._shared(first), tree_root=f"{context['base_url'].rstrip('/')}/{first.path}/")
        if template_name == "sitemap.xml":
            context["groups"] = [
                page_context.alternates(file.page, self.variants, self.files)
                for file in self.files.documentation_pages() if isinstance(file.page, VariantPage)
            ]
        return context

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the open data, the search index of all trees and, in each tree, the sitemap."""
        def absolute(url: str) -> str:
            return urljoin(config.site_url or "", url)

        site = Path(config.site_dir)
        _write(site / "digest.json", open_data(self.plan, self.variants, self.config.articles, absolute), indent=1)
        write_search(site, self.plan, self.variants, self.views, self.files, self.config.articles)
        for variant in self.variants:
            if config.site_url:
                write_file((site / "sitemap.xml").read_bytes(), str(site / variant.path / "sitemap.xml"))

    def _prepare(self, config: MkDocsConfig) -> None:
        """What all pages of a variant share, made once a build."""
        self.views = {
            variant.tag: Views(self.plan, self.script, variant, self.config.lang, self.config.articles)
            for variant in self.variants
        }
        self.labels = {variant.tag: page_context.labels(variant) for variant in self.variants}
        self.configs = {
            variant.tag: page_context.in_script(config, self._reader(variant)) for variant in self.variants
        }

    def _shared(self, variant: Variant) -> dict:
        return {
            "variant": variant, "variants": self.variants, "labels": self.labels[variant.tag],
            "all_labels": self.labels,
            "config": self.configs[variant.tag], "nav": self.navs[variant.tag],
            "digest": self.views[variant.tag],
        }

    def _reader(self, variant: Variant):
        return lambda text: self.script.convert(text, self.config.lang, variant.tag)

    def _report(self, found: list[Finding]) -> None:
        for finding in found:
            log.warning(str(finding))


def _write(path: Path, value: object, indent: int | None = None) -> None:
    separators = None if indent else (",", ":")
    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    write_file(text.encode("utf-8"), str(path))
