"""A large first build in several processes: what they make of texts and pages is found where the build asks for it.

Each has all that is there when it begins, and hands back what it would keep. The build itself goes its way as ever, so
that the site is the same in however many processes it was built.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from digest.edition.edition import Edition
from digest.edition.outputs import of_article
from digest.edition.site import Built
from digest.keeping.processes import Processes, several
from digest.keeping.store import Made, Store
from digest.mkdocs_adapter.templates.render import of_host
from digest.mkdocs_adapter.tree.pages import OriginalPage, TwinPage, VariantPage

Done = tuple[Made, Mapping[str, Mapping[str, str]]]
"""What was made, and the texts that were converted meanwhile."""

Render = Callable[[VariantPage, Mapping[str, Any]], object]
"""Renders a page, given the host's context for it, and puts it into the store."""


class Ahead:
    """What is made ahead of a build, which asks for it in its own order."""

    def __init__(self, edition: Edition, config: MkDocsConfig, files: Files, store: Store) -> None:
        self._edition, self._config, self._files, self._store = edition, config, files, store
        self._number = 1
        self._running: Processes[tuple[dict[str, Any], Done]] | None = None
        self._places: dict[str, int] = {}
        self._at = 0

    def texts(self, keeps: bool) -> None:
        """Render the Markdown of the pages and convert it, where nothing else has a say in it (``keeps``)."""
        groups = _texts(self._files)
        new = [group for group in groups if not self._store.has(group[0].key)]
        # A site that is edited is built from a process with others' threads; of a second build most is kept.
        if not self._edition.site.serving:
            self._number = several(self._edition.options.workers, len(new), len(groups))
        if self._number == 1 or not keeps:
            return

        def work(place: int) -> None:
            for page in new[place]:
                page.read_source(self._config)
                page.render(self._config, self._files)

        self._expect(work, len(new))

    def pages(self, nav: Navigation, uris: Iterable[str], render: Render) -> None:
        """Render the pages that stand in the files ``uris``, in the order in which the host asks for them."""
        asked = set(uris)
        found = (file.page for file in self._files.documentation_pages() if file.src_uri in asked)
        pages = [page for page in found if isinstance(page, VariantPage)]
        if self._number == 1 or not pages:
            return

        def work(place: int) -> tuple[dict[str, Any], Done]:
            page = pages[place]
            # Without the list of all pages, which the host makes anew for each and none of these templates is given.
            context = get_context(nav, Files([]), self._config, page)
            return of_host(context), self._noted(lambda: render(page, context))

        # Once here: the templates that it is made of are there for all.
        render(pages[0], get_context(nav, Files([]), self._config, pages[0]))
        self._places = {page.file.src_uri: place for place, page in enumerate(pages)}
        self._running = Processes(work, len(pages), self._number)

    def page(self, page: VariantPage, context: Mapping[str, Any]) -> str | None:
        """The rendered page; ``None`` where whoever asks is to render it, as where the host gives it something else."""
        place, found = self._places.get(page.file.src_uri, -1), None
        while self._running and self._at <= place:
            found, self._at = self._running.take(), self._at + 1
        if self._running and self._at == len(self._places):
            self._running.close()
        if not found:
            return None
        given, (made, asked) = found
        self._edition.script.done.take(asked)
        if given != of_host(context) or len(made) != 1:
            return None
        [(key, html)] = made.items()
        self._store.put(key, html)
        return html.decode("utf-8", "surrogatepass")

    def outputs(self, built: Built) -> None:
        """Make what the files beside the pages ask of each article."""
        if self._number == 1:
            return
        slugs = sorted(self._edition.plan.articles)

        def work(place: int) -> None:
            of_article(self._edition, built, self._store, slugs[place])

        self._expect(work, len(slugs))

    def _expect(self, work: Callable[[int], None], count: int) -> None:
        running = Processes(lambda place: self._noted(lambda: work(place)), count, self._number)

        def made() -> Generator[Made, None, None]:
            for each in running:
                if each:
                    self._edition.script.done.take(each[1])
                yield each[0] if each else {}

        self._store.expect(made(), running.close)

    def _noted(self, work: Callable[[], object]) -> Done:
        """What ``work`` puts into the store, and the texts that it has converted, in a process of its own."""
        made: Made = {}
        return made, self._edition.script.done.noting(lambda: made.update(self._store.noting(work)))


def _texts(files: Files) -> list[list[OriginalPage]]:
    """The pages that have a text: each original with its twins."""
    found: dict[str, list[OriginalPage]] = {}
    for file in files.documentation_pages():
        if isinstance(file.page, TwinPage):
            found[file.page.original.file.src_uri].append(file.page)
        elif isinstance(file.page, OriginalPage):
            found[file.src_uri] = [file.page]
    return list(found.values())
