"""The files of the site that are no pages, each written by one function once all pages are there."""

from __future__ import annotations

import json
from pathlib import Path

from mkdocs.utils import write_file

from digest.exports.feed import NAME as FEED
from digest.exports.feed import feed
from digest.mkdocs_adapter.edition import Edition
from digest.mkdocs_adapter.search_files import write_search
from digest.open_data import open_data


def write_open_data(edition: Edition, site: Path) -> None:
    """digest.json: the digest as open data."""
    document = open_data(edition.plan, edition.variants, edition.folder, edition.absolute)
    write_file(json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8"), str(site / "digest.json"))


def write_search_index(edition: Edition, site: Path) -> None:
    """search/: the index of all trees."""
    write_search(site, edition.plan, edition.variants, edition.views, edition.files, edition.folder)


def write_sitemaps(edition: Edition, site: Path) -> None:
    """The sitemap also in each tree, where the theme looks for it."""
    for variant in edition.variants:
        if edition.config.site_url:
            write_file((site / "sitemap.xml").read_bytes(), str(site / variant.path / "sitemap.xml"))


def write_feeds(edition: Edition, site: Path) -> None:
    """feed.xml in each tree, where the site knows its address."""
    for variant in edition.variants if edition.has_feed else ():
        view = edition.views[variant.tag].article
        dated = (view(slug) for slug, article in edition.plan.articles.items() if article.date)
        write_file(feed(edition.publications[variant.tag], dated), str(site / variant.path / FEED))


WRITERS = (write_open_data, write_search_index, write_sitemaps, write_feeds)
"""In this order; each is given the edition and the site's folder."""
