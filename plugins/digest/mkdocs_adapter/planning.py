"""Plan: the whole digest read from the docs folder, and the edition of it on this site."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from digest.articles.reading import read_article
from digest.edition.edition import Edition
from digest.edition.site import Site
from digest.files.docs_folder import LeftOut, nothing
from digest.files.findings import Finding
from digest.files.settings import SiteOptions
from digest.keeping.store import Store
from digest.mkdocs_adapter.keeping import known_texts, take_sounds
from digest.plan.kept import article_reader, concepts_reader, read_ahead
from digest.plan.publication import published
from digest.plan.site_plan import SitePlan, read_site_plan
from digest.zh.engine import engine_named
from digest.zh.shipped import digest_script
from digest.zh.variants import VARIANTS


def read_digest(
    config: MkDocsConfig, options: SiteOptions, store: Store, serving: bool
) -> tuple[SitePlan, list[Finding]]:
    """The whole digest as it is published, and what is wrong with it."""
    take_sounds(store)
    read_ahead(Path(config.docs_dir), options.articles, store, read_article, 1 if serving else options.workers)
    read, found = read_site_plan(
        Path(config.docs_dir),
        options.articles,
        article_reader(store, read_article),
        concepts_reader(store),
        _left_out(config, options),
        options.term_groups,
    )
    if options.computed_links:
        # Imported here: sites without computed links do without the numerical libraries' start.
        from digest.proposals.related import with_computed

        read = with_computed(read)
    return published(read, options.reserved_rights), found


def _left_out(config: MkDocsConfig, options: SiteOptions) -> LeftOut:
    """What of the docs folder is no part of the digest."""
    excluded = config.exclude_docs.match_file if config.exclude_docs else nothing
    return lambda path: bool(excluded(path)) or not options.is_ours(path)


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
