"""The files of the site that are no pages, each made by one function once all pages are there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from digest.edition.card_files import card_files
from digest.edition.edition import Edition
from digest.edition.page_values import picture_around
from digest.edition.search_files import entry_of, search_files
from digest.edition.site import Built, PageStore
from digest.exports.content_policy import headers
from digest.exports.epub.book import LIMIT as BOOK_LIMIT
from digest.exports.epub.book import NAME as BOOK
from digest.exports.epub.book import epub
from digest.exports.feed import DISPUTES_LIMIT, Quarrel, feed
from digest.exports.feed import LIMIT as FEED_LIMIT
from digest.exports.feed import NAME as FEED
from digest.exports.imprint import legal, noon
from digest.exports.interchange.aif import NAME as AIF
from digest.exports.interchange.aif import aif
from digest.exports.interchange.argdown import NAME as ARGDOWN
from digest.exports.interchange.argdown import argdown
from digest.exports.markdown.article_text import NAME as TEXT
from digest.exports.markdown.article_text import article_text
from digest.exports.markdown.llms import NAME as LLMS
from digest.exports.markdown.llms import llms_files, llms_root
from digest.exports.offline.manifest import ICONS, icon, icon_path, manifest
from digest.exports.offline.manifest import NAME as MANIFEST
from digest.exports.offline.worker import NAME as WORKER
from digest.exports.offline.worker import WrittenFile, no_worker, worker
from digest.exports.open_data import SCHEMA_FILE as OPEN_DATA_SCHEMA
from digest.exports.open_data import open_data, readable_json
from digest.files.front_matter import SCHEMA_FILE
from digest.pages.around import NAME as MAP
from digest.pages.disputes import dispute
from digest.pages.made.claim_pages import INDEX, claim_index
from digest.zh.variants import Variant

Output = Iterator[tuple[str, bytes]]
"""Files as path in the site and content."""

HEADERS = "_headers"


def data(edition: Edition, built: Built, store: PageStore) -> Output:
    """digest.json: the digest as open data, with its schema. digest.argdown, digest.aif.json: its claims and relations,
    for argument tools."""
    document = open_data(edition.plan, edition.variants, edition.folder, edition.absolute)
    yield "digest.json", readable_json(document)
    text = argdown(edition.plan, edition.site.name, edition.absolute, edition.folder, edition.variants)
    yield ARGDOWN, text.encode("utf-8")
    yield AIF, readable_json(aif(edition.plan, edition.absolute, edition.folder, edition.variants))
    yield OPEN_DATA_SCHEMA.name, OPEN_DATA_SCHEMA.read_bytes()


def search(edition: Edition, built: Built, store: PageStore) -> Output:
    """search/: the index."""
    return search_files(edition, built, store)


def filters(edition: Edition, built: Built, store: PageStore) -> Output:
    """claims/index.json in each tree: what the filter of the claims goes over, where they fill several pages."""
    for variant in edition.variants:
        index = claim_index(edition.views[variant.tag])
        if index:
            content = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
            yield f"{variant.path}/claims/{INDEX}", content.encode("utf-8")


def feeds(edition: Edition, built: Built, store: PageStore) -> Output:
    """feed.xml in each tree, where the site knows its address."""
    newest = list(edition.feed_days.items())[:FEED_LIMIT]
    for variant in edition.variants if newest else ():
        dated = [(edition.views[variant.tag].article(slug), day) for slug, day in newest]
        yield f"{variant.path}/{FEED}", feed(edition.imprints[variant.tag], dated, _quarrels(edition, variant))


def _quarrels(edition: Edition, variant: Variant) -> list[Quarrel]:
    """The newest disputes between articles whose days are known."""
    days, views, unsigned = edition.feed_days, edition.views[variant.tag], edition.labels[variant.tag]["unsigned"]
    dated = [
        (max(met), path, relation)
        for path, relation in edition.disputes.items()
        if all(met := [days.get(ref.partition("#")[0], "") for ref in (relation.a, relation.b)])
    ]
    newest = sorted(dated, key=lambda each: each[0], reverse=True)[:DISPUTES_LIMIT]
    shown = [(day, path, dispute(relation, views)) for day, path, relation in newest]
    return [
        Quarrel(
            path,
            each.link.reason,
            day,
            ((each.claim.holder or unsigned, each.claim.text), (each.link.holder or unsigned, each.link.text)),
        )
        for day, path, each in shown
    ]


def texts(edition: Edition, built: Built, store: PageStore) -> Output:
    """Each article as plain Markdown beside its page, where it has files, and the lists of them."""
    beside = edition.options.article_files
    for variant in edition.variants:
        imprint, views = edition.imprints[variant.tag], edition.views[variant.tag]
        for slug in edition.plan.articles if beside else ():
            yield f"{variant.path}/{edition.folder}/{slug}/{TEXT}", _text_of(edition, built, store, variant, slug)
        for name, text in llms_files(imprint, list(edition.plan.articles), views, TEXT if beside else ""):
            yield f"{variant.path}/{name}", text.encode("utf-8")
    yield LLMS, llms_root(list(edition.imprints.values())).encode("utf-8")


def maps(edition: Edition, built: Built, store: PageStore) -> Output:
    """map.svg beside each article that others meet: the map around it, put into its page when a reader asks for it."""
    for variant in edition.variants if edition.options.article_files else ():
        for slug in edition.plan.articles:
            if content := _map_of(edition, store, variant, slug):
                yield f"{variant.path}/{edition.folder}/{slug}/{MAP}", content


def of_article(edition: Edition, built: Built, store: PageStore, slug: str) -> None:
    """Make what the outputs ask of the store for one article, so that they find it there."""
    entry_of(edition, built, store, slug)
    for variant in edition.variants if edition.options.article_files else ():
        _text_of(edition, built, store, variant, slug)
        _map_of(edition, store, variant, slug)


def _text_of(edition: Edition, built: Built, store: PageStore, variant: Variant, slug: str) -> bytes:
    parts = (edition.imprints[variant.tag], edition.views[variant.tag].article(slug), built.content(slug, variant.path))
    return store.made("text", (parts,), lambda: article_text(*parts).encode("utf-8"))


def _map_of(edition: Edition, store: PageStore, variant: Variant, slug: str) -> bytes:
    parts = edition.imprints[variant.tag], edition.views[variant.tag].article(slug)
    # A file by itself is read as XML.
    return store.made("map", parts, lambda: legal(picture_around(*parts)).encode("utf-8"))


def books(edition: Edition, built: Built, store: PageStore) -> Output:
    """digest.epub in each tree."""
    slugs = list(edition.plan.articles)
    days = [edition.plan.articles[slug].date for slug in slugs[:BOOK_LIMIT]]
    changed = max([*filter(noon, days), *edition.changes.values()], default="")
    for variant in edition.variants if edition.has_book else ():
        articles = [edition.views[variant.tag].article(slug) for slug in slugs[:BOOK_LIMIT]]

        html = {slug: built.content(slug, variant.path) for slug in slugs[:BOOK_LIMIT]}.__getitem__
        imprint, fonts = edition.imprints[variant.tag], edition.card_fonts.get(variant.tag)
        book = epub(imprint, articles, html, built.file, len(slugs), changed, store, fonts)
        yield f"{variant.path}/{BOOK}", book


def cards(edition: Edition, built: Built, store: PageStore) -> Output:
    """assets/cards/: the pictures for links shared elsewhere."""
    return card_files(edition)


def for_hosts(edition: Edition, built: Built, store: PageStore) -> Output:
    """What programs look for at fixed places; a file of the curators' own at the same place goes before it.

    robots.txt names the sitemap and is read at a host's root only; _headers says what hosts that read such a file
    send along; front-matter.schema.json what an article's front matter may hold, for editors that complete it.
    """
    whole = edition.options.has_whole_site
    if whole and urlsplit(edition.site.url).path == "/" and built.file("robots.txt") is None:
        yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {edition.absolute('sitemap.xml')}\n".encode()
    yield "front-matter.schema.json", SCHEMA_FILE.read_bytes()
    if whole and edition.content_policy and built.file(HEADERS) is None:
        yield HEADERS, headers(edition.options.hotlink_pictures).encode("utf-8")


def offline(edition: Edition, built: Built, store: PageStore) -> Output:
    """sw.js at the root, a manifest in each tree, icons: for who reads without a network."""
    if not edition.keeps_offline:
        if not edition.options.has_whole_site:
            return
        yield WORKER, no_worker().encode()
        return
    script = built.file(built.search_script)
    searching = {} if script is None else {built.search_script: WrittenFile.of(script)}
    yield WORKER, worker({**built.written, **searching}).encode()
    for size in ICONS:
        yield icon_path(size), icon(size)
    for variant in edition.variants:
        yield f"{variant.path}/{MANIFEST}", manifest(edition.imprints[variant.tag]).encode()


OUTPUTS: tuple[Callable[[Edition, Built, PageStore], Output], ...] = (
    data,
    search,
    filters,
    feeds,
    texts,
    maps,
    books,
    cards,
    for_hosts,
    offline,
)
"""In this order; each is given the edition, the site as it stands, and what earlier builds kept."""
