"""The plugin: each hook unpacks what the host gives and calls one function of the digest."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from digest.mkdocs_adapter import addresses, old_site
from digest.mkdocs_adapter import context as page_context
from digest.mkdocs_adapter.config import DigestConfig
from digest.mkdocs_adapter.edition import Edition
from digest.mkdocs_adapter.finished import finished, prepare
from digest.mkdocs_adapter.machine_head import root_head
from digest.mkdocs_adapter.made import plant_made
from digest.mkdocs_adapter.outputs import WRITERS
from digest.mkdocs_adapter.page_values import page_values
from digest.mkdocs_adapter.pages import VariantPage
from digest.mkdocs_adapter.reading import mark_counts
from digest.mkdocs_adapter.rendering import FINISHING_EVENTS, Rendering, is_alone
from digest.mkdocs_adapter.same_parts import SameParts
from digest.mkdocs_adapter.stamp import (
    cache_folder,
    compiled_beside,
    keep_slugs,
    keep_texts,
    keeping,
    kept_beside,
    known_texts,
    take_slugs,
)
from digest.mkdocs_adapter.theme_words import theme_words
from digest.mkdocs_adapter.trees import Nursery, plant, read_sources
from digest.plan.publication import published
from digest.plan.site_plan import read_site_plan
from digest.zh import html_script
from digest.zh.script import Script
from digest.zh.terms import with_shipped
from digest.zh.variants import VARIANTS

log = get_plugin_logger("digest")


class DigestPlugin(BasePlugin[DigestConfig]):
    """Publishes a folder of articles in several scripts, with their claims and the relations between them."""

    edition: Edition
    env: Environment
    words: dict[str, Callable[[str], str]]
    once: SameParts
    serving = dirty = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether the site is built to be edited; the host then keeps this plugin from build to build."""
        self.serving, self.dirty = command == "serve", dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put the plugin's templates before the theme's, behind the site's own."""
        if not config.use_directory_urls:
            raise PluginError(
                "mkdocs.yml: use_directory_urls: false came; allowed: true, which the digest's addresses "
                "(zh-hans/articles/name/) need; example: use_directory_urls: true"
            )
        if not config.repo_url and "://" not in (config.edit_uri or ""):
            # The host would make an address of it all the same, and warn of each page that it is none.
            config.edit_uri = ""
        own = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(own, str(page_context.THEME))
        config.theme.static_templates.update({"index.html", "sitemap.xml"})
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Take the last build's site out of the host's way, which would delete it."""
        folder = cache_folder(config, self.config)
        if folder and not self.dirty:
            old_site.put_aside(Path(config.site_dir), folder)

    def on_build_error(self, *, error: Exception) -> None:
        """The process may go on, serving; what was kept apart for this build is not needed."""
        gc.unfreeze()

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Read the whole digest, say what is wrong with it, and give every page a place in each tree."""
        _set_apart()
        variants = tuple(VARIANTS[tag] for tag in dict.fromkeys(self.config.variants))
        cache = kept_beside(config, self.config)
        take_slugs(cache)
        plan, found = read_site_plan(Path(config.docs_dir), self.config.articles, keeping(cache))
        for finding in found:
            log.warning(str(finding))
        if self.config.computed_links:
            # Imported here: sites without computed links do without the numerical libraries' start.
            from digest.proposals.related import with_computed

            plan = with_computed(plan)
        plan = published(plan, self.config.reserved_rights)
        script = Script(
            with_shipped(plan.terms),
            page_context.engine(self.config.engine),
            self.config.quote_marks,
            known_texts(cache, plan.terms),
        )
        self.edition = Edition(plan, script, variants, self.config, config, files, config.nav, cache, self.serving)
        sources = read_sources(files, plan, variants, self.config.articles, self.config.lang)
        rendering = Rendering.of(config, self, cache, plan.terms, self.edition.labels)
        plant(sources, files, Nursery(script, config, rendering))
        plant_made(self.edition)
        # The host would say of every page that it is in no navigation.
        config.nav = []
        _set_apart()
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """One navigation a variant."""
        for target in self.edition.missing:
            log.warning(f"mkdocs.yml: nav: there is no page {target}")
        return self.edition.navs[self.edition.variants[0].tag]

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Templates do not change during a build; asking the disk for each include of each page is half its time."""
        _set_apart()
        env.auto_reload = False
        env.bytecode_cache = compiled_beside(config, self.config)
        self.env = env
        addresses.put_into(env)
        self.words = {
            variant.tag: theme_words(env, variant, self.edition.labels[variant.tag]["theme"])
            for variant in self.edition.variants
        }
        self.once = SameParts(not config.theme.custom_dir and is_alone(config, self, FINISHING_EVENTS))
        prepare(files, config, self)
        return env

    def on_page_context(self, context: dict, page: Page, config: MkDocsConfig, nav: Navigation) -> dict:
        """What the templates show of the digest, in the page's own script; or the page that an earlier build made."""
        if isinstance(page, VariantPage):
            page.content = html_script.without_rules(page.content)
            context.update(theme_words=self.words[page.variant.tag], once=self.once)
            mark_counts(self.edition, page)
            context.update(
                finished(self.edition, self.env, page, context)
                if page.own_template
                else self.edition.shared(page.variant) | page_values(self.edition, page)
            )
        return context

    def on_template_context(self, context: dict, template_name: str, config: MkDocsConfig) -> dict:
        """The pages without a variant (the root, the error page, the sitemap) offer all of them."""
        first = self.edition.variants[0]
        context.update(theme_words=self.words[first.tag], once=self.once)
        context.update(
            self.edition.shared(first),
            tree_root=f"{context['base_url'].rstrip('/')}/{first.path}/",
            content_policy=self.edition.content_policy,
        )
        if template_name == "index.html":
            context["head"] = root_head(self.edition)
        if template_name == "sitemap.xml":
            context["groups"] = [
                page_context.alternates(file.page, self.edition.variants, self.edition.files)
                for file in self.edition.files.documentation_pages()
                if isinstance(file.page, VariantPage)
            ]
        return context

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the files that are no pages."""
        for write in WRITERS:
            write(self.edition, Path(config.site_dir))
        keep_texts(self.edition.cache, self.edition.plan.terms, self.edition.script.done)
        keep_slugs(self.edition.cache, self.edition.plan.subjects)
        self.edition.cache.close()
        folder = cache_folder(config, self.config)
        if folder:
            old_site.let_go(folder)
        gc.unfreeze()


def _set_apart() -> None:
    """What is there now stays until the build ends: looking through it for what can go would be a tenth of a build."""
    gc.freeze()
