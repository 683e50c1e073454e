"""The files of the site that are no pages, each written by one function once all pages are there."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote, urlsplit

from mkdocs.utils import write_file

from digest.exports.argdown import NAME as ARGDOWN
from digest.exports.argdown import argdown
from digest.exports.content_policy import headers
from digest.exports.epub.book import LIMIT as BOOK_LIMIT
from digest.exports.epub.book import NAME as BOOK
from digest.exports.epub.book import epub
from digest.exports.feed import LIMIT as FEED_LIMIT
from digest.exports.feed import NAME as FEED
from digest.exports.feed import feed
from digest.exports.imprint import noon
from digest.exports.markdown.article_text import NAME as TEXT
from digest.exports.markdown.article_text import article_text
from digest.exports.markdown.llms import NAME as LLMS
from digest.exports.markdown.llms import llms_files, llms_root
from digest.exports.open_data import open_data
from digest.files.front_matter import SCHEMA_FILE
from digest.mkdocs_adapter.card_files import write_cards
from digest.mkdocs_adapter.edition import Edition
from digest.mkdocs_adapter.search_files import write_search

HEADERS = "_headers"


def write_open_data(edition: Edition, site: Path) -> None:
    """digest.json: the digest as open data."""
    document = open_data(edition.plan, edition.variants, edition.folder, edition.absolute)
    write_file(json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8"), str(site / "digest.json"))


def write_argdown(edition: Edition, site: Path) -> None:
    """digest.argdown: the claims and what supports or disputes them, for argument tools."""
    text = argdown(edition.plan, edition.config.site_name, edition.absolute, edition.folder, edition.variants)
    write_file(text.encode("utf-8"), str(site / ARGDOWN))


def write_sitemaps(edition: Edition, site: Path) -> None:
    """The sitemap also in each tree, where the theme looks for it."""
    for variant in edition.variants:
        if edition.config.site_url:
            write_file((site / "sitemap.xml").read_bytes(), str(site / variant.path / "sitemap.xml"))


def write_feeds(edition: Edition, site: Path) -> None:
    """feed.xml in each tree, where the site knows its address."""
    newest = list(edition.feed_days.items())[:FEED_LIMIT]
    for variant in edition.variants if newest else ():
        dated = [(edition.views[variant.tag].article(slug), day) for slug, day in newest]
        write_file(feed(edition.imprints[variant.tag], dated), str(site / variant.path / FEED))


def write_texts(edition: Edition, site: Path) -> None:
    """Each article as plain Markdown beside its page, and the lists of them."""
    for variant in edition.variants:
        imprint, views = edition.imprints[variant.tag], edition.views[variant.tag]
        for slug in edition.plan.articles:
            key = edition.cache.key(
                "text",
                variant.tag,
                edition.outlines.pages[slug],
                edition.terms_stamp,
                edition.content_stamp(slug, variant),
            )
            text = edition.cache.get(key)
            if text is None:
                text = article_text(imprint, views.article(slug), edition.content(slug, variant)).encode("utf-8")
                edition.cache.put(key, text)
            _write_beside_a_page(text, f"{site}/{variant.path}/{edition.folder}/{slug}/{TEXT}")
        for name, text in llms_files(imprint, list(edition.plan.articles), views):
            write_file(text.encode("utf-8"), str(site / variant.path / name))
    write_file(llms_root(list(edition.imprints.values())).encode("utf-8"), str(site / LLMS))


def _write_beside_a_page(content: bytes, file: str) -> None:
    """Write a file whose folder is there, since the page is: asking for it each time costs more than the file."""
    try:
        with open(file, "wb") as out:
            out.write(content)
    except FileNotFoundError:
        write_file(content, file)


def write_books(edition: Edition, site: Path) -> None:
    """digest.epub in each tree."""

    def picture(address: str) -> bytes | None:
        file = (site / unquote(address)).resolve()
        return file.read_bytes() if file.is_relative_to(site.resolve()) and file.is_file() else None

    slugs = list(edition.plan.articles)
    days = [edition.plan.articles[slug].date for slug in slugs[:BOOK_LIMIT]]
    changed = max([*filter(noon, days), *edition.changes.values()], default="")
    for variant in edition.variants if edition.has_book else ():
        articles = [edition.views[variant.tag].article(slug) for slug in slugs[:BOOK_LIMIT]]
        book = epub(
            edition.imprints[variant.tag],
            articles,
            lambda slug, of=variant: edition.content(slug, of),
            picture,
            len(slugs),
            changed,
            edition.cache,
        )
        write_file(book, str(site / variant.path / BOOK))


def write_robots(edition: Edition, site: Path) -> None:
    """robots.txt, which names the sitemap: read at a host's root only, and the curators' own goes before it."""
    if urlsplit(edition.config.site_url or "").path == "/" and not (site / "robots.txt").exists():
        text = f"User-agent: *\nAllow: /\nSitemap: {edition.absolute('sitemap.xml')}\n"
        write_file(text.encode("utf-8"), str(site / "robots.txt"))


def write_schema(edition: Edition, site: Path) -> None:
    """front-matter.schema.json: what an article's front matter may hold, for editors that complete it."""
    write_file(SCHEMA_FILE.read_bytes(), str(site / "front-matter.schema.json"))


def write_headers(edition: Edition, site: Path) -> None:
    """_headers: what hosts that read such a file send along; one in the docs folder wins."""
    if edition.content_policy and not edition.files.get_file_from_path(HEADERS):
        write_file(headers(edition.options.hotlink_pictures).encode("utf-8"), str(site / HEADERS))


WRITERS = (
    write_open_data,
    write_argdown,
    write_search,
    write_sitemaps,
    write_feeds,
    write_texts,
    write_books,
    write_cards,
    write_robots,
    write_schema,
    write_headers,
)
"""In this order; each is given the edition and the site's folder."""
