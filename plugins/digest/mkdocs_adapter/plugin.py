"""The plugin: each hook unpacks what the host gives and calls the build."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateNotFound
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from digest.checks.published_files import linked_folders
from digest.checks.telling.reporting import told
from digest.files.settings import option_finding
from digest.keeping.store import Store
from digest.mkdocs_adapter.build import Build
from digest.mkdocs_adapter.config import DigestConfig, apart
from digest.mkdocs_adapter.keeping import cache_folder, compiled_templates, open_store
from digest.mkdocs_adapter.last_site import LastSite
from digest.mkdocs_adapter.site_folder import OneBuild
from digest.mkdocs_adapter.templates.folders import list_without_icons, put_before
from digest.mkdocs_adapter.tree.others import OthersFiles, said_to_others
from digest.mkdocs_adapter.tree.pages import VariantPage
from digest.text.harmless.escaping import plain
from digest.text.harmless.renderer import keep_place
from digest.text.harmless.terminal import make_inert

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

    from digest.mkdocs_adapter.editing import Editing

log = get_plugin_logger("digest")


class DigestPlugin(BasePlugin[DigestConfig]):  # type: ignore[no-untyped-call]  # as in config.py
    """Publishes a folder of articles in several scripts, with their claims and the relations between them."""

    build: Build
    store: Store
    serving = dirty = once = False
    alone: OneBuild | None = None
    editing: Editing | None = None
    last: LastSite | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether the site is built to be edited; the host then keeps this plugin from build to build."""
        self.serving, self.dirty, self.once = command == "serve", dirty, command == "build"
        # The host says names of files and links as they are written.
        make_inert(log.logger.name.partition(".")[0])

    @event_priority(-90)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put the plugin's templates before the theme's, behind the site's own; after what other plugins settle. Spare
        the host what no build needs."""
        keep_place()
        if fault := apart(config.plugins, self.config.options.has_whole_site):
            raise PluginError(fault)
        if not config.use_directory_urls:
            raise PluginError(
                "mkdocs.yml: use_directory_urls: false came; allowed: true, which the digest's addresses "
                "(zh-hans/articles/name/) need; example: use_directory_urls: true"
            )
        if not config.repo_url and "://" not in (config.edit_uri or ""):
            # The host would make an address of it all the same, and warn of each page that it is none.
            config.edit_uri = ""
        if self.config.options.has_whole_site:
            put_before(config)
        list_without_icons(config)
        return config

    @event_priority(-100)
    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Show an edited article before the others, where a build takes long; after what other plugins have watched."""
        from digest.mkdocs_adapter.editing import Served, can_be_asked

        if not self.dirty and can_be_asked(server):
            Served.follow(server, Path(config.docs_dir), lambda: self.editing)
        return server

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Take the last build's site out of the host's way, which would delete it."""
        self.editing = None
        docs, options = Path(config.docs_dir), self.config.options
        linked = [each for each in linked_folders(docs) if options.is_ours(each.file.removeprefix(f"{docs.name}/"))]
        if linked:
            # The host would follow them, round and round where one holds itself.
            raise PluginError("\n".join(plain(told(finding)) for finding in linked))
        site, folder = Path(config.site_dir), cache_folder(config, options)
        self.alone = self.alone or OneBuild(site)
        if folder and not self.dirty:
            self.last = LastSite(site, folder)
            self.last.put_aside()

    def on_build_error(self, *, error: Exception) -> None:
        """The process may go on, serving; the last site takes its place again.

        A fault of the disk is no fault of the program: it is said in a line.
        """
        gc.unfreeze()
        if self.last:
            self.last.put_back()
        self._ended()
        if isinstance(error, TemplateNotFound):
            # A kind of OSError, too.
            raise PluginError(
                f"there is no template {error.name}; allowed: those of the theme and of its custom_dir (with pages: "
                "articles the digest's own are for its own pages alone); example: template: main.html"
            ) from error
        if isinstance(error, OSError):
            said = f"{error.filename2 or error.filename or 'a file'}: {error.strerror or error}"
            raise PluginError(f"{said}; allowed: a disk with room, and files that may be read and written") from error

    @event_priority(-90)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Plan and pages: the whole digest is read, and every page given a place in each tree.

        Other plugins have added their files by then.
        """
        _set_apart()
        self.store = open_store(config, self.config.options)
        self.build = Build(config, files, self.store, self, self.serving)
        try:
            self.build.plan()
        except ValueError as fault:
            unusable = option_finding(Path(config.config_file_path or "mkdocs.yml"), "engine", str(fault.__cause__))
            raise PluginError(plain(told(unusable))) from fault
        self.build.pages()
        _set_apart()
        if not self.config.options.has_whole_site:
            return OthersFiles(files, self.build.edition.variants[0])
        # The host would say of every page that it is in no navigation.
        config.nav = []
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """One navigation a variant; that of a site which has other pages stays."""
        if not self.config.options.has_whole_site:
            return nav
        made = self.build.navigations
        for target in dict.fromkeys(target for _, missing in made.values() for target in missing):
            log.warning(f"mkdocs.yml: nav: there is no page {target}")
        return next(iter(made.values()))[0]

    @event_priority(-90)
    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Templates do not change during a build; asking the disk for each include of each page is half its time."""
        _set_apart()
        env.auto_reload = False
        env.bytecode_cache = compiled_templates(config, self.config.options)
        self.build.templates(env)
        if self.serving and self.config.options.has_whole_site:
            # Imported here and below: who builds does without what a server needs.
            from digest.mkdocs_adapter.editing import Editing

            self.editing = Editing(
                self.build.edition, env, config, files, next(iter(self.build.navigations.values()))[0]
            )
        return env

    @event_priority(90)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Tell the other plugins of a site that has other pages which are the digest's, before they look at one."""
        if isinstance(page, VariantPage) and not self.build.edition.options.has_whole_site:
            page.meta.update(said_to_others(page, self.build.edition.variants[0]))
        return markdown

    def on_page_context(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Render: what the templates show of the digest, in the page's own script."""
        if isinstance(page, VariantPage):
            context.update(self.build.render(page, context))  # type: ignore[typeddict-item]  # ours beside the host's
        return context

    def on_template_context(
        self, context: TemplateContext, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """The pages without a variant (the root, the error page, the sitemap) offer all of them."""
        context.update(self.build.frame(template_name, context["base_url"]))  # type: ignore[typeddict-item]
        return context

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the files that are no pages."""
        self.build.write(Path(config.site_dir))
        self.store.close()
        if self.last:
            self.last.let_go()
        self._ended()
        if self.once:
            # The process ends: to give back all that was built piece by piece is a twelfth of a build after an edit.
            _set_apart()
        else:
            gc.unfreeze()
        if self.editing:
            self.editing.begins()

    def _ended(self) -> None:
        if self.alone:
            self.alone.end()
        self.alone = self.last = None


def _set_apart() -> None:
    """What is there now stays until the build ends: looking through it for what can go would be a tenth of a build."""
    gc.freeze()
