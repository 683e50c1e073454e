"""A large site while it is edited: the page of an article that was changed at once, all else once its editor pauses."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Lock, Timer
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from digest.articles.article import Article
from digest.articles.claims import Claim
from digest.articles.reading import read_article
from digest.edition.edition import Edition
from digest.files.docs_folder import read_text, shown
from digest.mkdocs_adapter.templates.render import FINISHED
from digest.mkdocs_adapter.tree.pages import OriginalPage, TwinPage
from digest.mkdocs_adapter.tree.trees import read_again
from digest.plan.publication import is_reserved
from digest.plan.site_plan import SitePlan

# What other pages and the conversion go by: where one of these is another, all has to be read.
_STAYS = ("lang", "authors", "people", "companies", "tags", "definitions", "terms", "titles", "converted")


def reread(plan: SitePlan, docs: Path, path: Path) -> Article | None:
    """The article of ``plan`` in the file ``path`` as it says now; ``None`` where more than its own page is another, or
    where it is published otherwise than as it is written."""
    before = plan.articles.get(path.stem)
    text = read_text(path, docs, []) if before else None
    if before is None or text is None or before.by_hand or before.publish != "full":
        return None
    read, _ = read_article(shown(path, docs), path.stem, text)
    if read is None or read.publish not in ("", "full") or (not read.publish and is_reserved(read.rights)):
        return None
    now = replace(plan.aliases.applied(read), publish=before.publish, group_terms=before.group_terms)
    same = all(getattr(now, name) == getattr(before, name) for name in _STAYS)
    same = same and [*now.term_groups] == [*before.term_groups]
    return now if same and _said(now.claims) == _said(before.claims) else None


def _said(claims: tuple[Claim, ...]) -> list[Claim]:
    """The claims without the sentences that say them."""
    return [replace(claim, quote="", further=()) for claim in claims]


# A site of fewer articles is built whole at every change, in about a second.
FEW = 60
# So long nobody has saved anything: whoever is writing saves again before, whoever is done does not wait much longer.
# It is at least as long as the last build of the whole site took, since whoever saves during one waits for its end.
PAUSE_SECONDS = 3.0

log = get_plugin_logger("digest")


class Editing:
    """The pages of a site that was built with ``env``, to be made again one by one."""

    def __init__(self, edition: Edition, env: Environment, config: MkDocsConfig, files: Files, nav: Navigation) -> None:
        self._edition, self._env, self._config, self._files, self._nav = edition, env, config, files, nav
        self._begun = False

    def begins(self) -> None:
        """All pages stand by now."""
        self._begun = len(self._edition.plan.articles) >= FEW

    def known(self, path: Path) -> bool:
        """Whether ``path`` is the file of an article whose page stands."""
        return self._begun and path.parent == self._folder and path.stem in self._edition.plan.articles

    @property
    def _folder(self) -> Path:
        return self._edition.site.docs / self._edition.folder

    def shown(self, path: Path) -> bool:
        """Whether the pages of the article in the file ``path`` could be made again, and were."""
        edition = self._edition
        article = reread(edition.plan, edition.site.docs, path)
        pages = self._pages(path.stem)
        if article is None or len(pages) != len(edition.variants):
            return False
        edition.plan.read_again(article)
        for page in pages:
            edition.views[page.variant.tag].forget(article.slug)
            read_again(page, article, edition.script)
        # Twins last: they are made from what their original became.
        for page in sorted(pages, key=lambda each: isinstance(each, TwinPage)):
            template = page.meta.get("template")
            _populate_page(page, self._config, self._files)
            if template == FINISHED:
                page.meta["template"] = template
        for page in pages:
            _build_page(page, self._config, [], self._nav, self._env)
        return True

    def _pages(self, slug: str) -> list[OriginalPage]:
        paths = (f"{variant.path}/{self._edition.folder}/{slug}.md" for variant in self._edition.variants)
        found = (file.page for path in paths if (file := self._files.get_file_from_path(path)))
        return [page for page in found if isinstance(page, OriginalPage)]


def can_be_asked(server: LiveReloadServer) -> bool:
    """Whether ``server`` builds when it is told that a file was changed, in the way that this module knows."""
    return hasattr(server, "_rebuild_cond") and hasattr(server, "_want_rebuild")


class Served(FileSystemEventHandler):
    """What a server calls to build the site. ``editing`` gives the pages of the last build, ``None`` where there was
    none that came to its end."""

    def __init__(self, server: LiveReloadServer, editing: Callable[[], Editing | None]) -> None:
        self._server, self._whole, self._editing = server, server.builder, editing
        self._changed: set[Path] = set()
        self._lock = Lock()
        self._pause: Timer | None = None
        self._took = 0.0

    @classmethod
    def follow(cls, server: LiveReloadServer, docs: Path, editing: Callable[[], Editing | None]) -> None:
        """Build for ``server`` from now on, in the place of what it was given."""
        served = cls(server, editing)
        server.observer.schedule(served, str(docs), recursive=True)
        server.builder = served

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note what was changed."""
        if not event.is_directory:
            with self._lock:
                self._changed |= {Path(str(path)) for path in (event.src_path, event.dest_path) if path}

    def __call__(self) -> None:
        """Make the pages of the articles that were changed, or the whole site where more was."""
        if self._pause:
            self._pause.cancel()
        with self._lock:
            changed, self._changed = self._changed, set()
        begun = time.monotonic()
        if not self._are_shown(changed):
            self._whole()
            self._took = time.monotonic() - begun
            return
        log.info(f"The changed page took {time.monotonic() - begun:.2f} seconds; the others follow in a pause")
        self._pause = Timer(max(PAUSE_SECONDS, self._took), self._ask)
        self._pause.daemon = True
        self._pause.start()

    def _are_shown(self, changed: set[Path]) -> bool:
        editing = self._editing()
        if not editing:
            return False
        # What editors put beside a file while they save it comes and goes.
        articles = [path for path in changed if editing.known(path)]
        others = changed.difference(articles)
        if not articles or any(path.exists() and not path.name.startswith(".") for path in others):
            return False
        return all(map(editing.shown, articles))

    def _ask(self) -> None:
        """Ask the server for a build, as a changed file does."""
        asked: Any = self._server
        with asked._rebuild_cond:
            asked._want_rebuild = True
            asked._rebuild_cond.notify_all()
