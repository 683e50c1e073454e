"""What a page's head tells other programs: where the feed is, how a link to it looks, what it says as data."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any

from digest.edition.card_files import picture, square_picture
from digest.edition.edition import Edition
from digest.edition.placed import PlacedPage
from digest.exports.cards.fonts import Fonts
from digest.exports.epub.book import NAME as BOOK
from digest.exports.feed import feed_url
from digest.exports.imprint import Imprint
from digest.exports.linked_data import Origin, linked_data
from digest.exports.markdown.article_text import NAME as TEXT
from digest.exports.preview import Property, preview
from digest.pages.article_view import ArticleView
from digest.pages.disputes import Dispute, dispute
from digest.text.stamped import Derived


@dataclass(frozen=True)
class Head:
    """What a page's head says, each empty where there is none: ``feed`` is a full address, ``book`` one from the
    site's root, ``plain_text`` that of the article as Markdown beside the page."""

    feed: str
    book: str
    plain_text: str
    properties: list[Property]
    linked_data: str


def page_head(edition: Edition, page: PlacedPage) -> Derived[Head]:
    """The head of one page."""
    imprint, fonts = edition.imprints[page.variant.tag], edition.card_fonts.get(page.variant.tag)
    offers = bool(edition.feed_days), edition.has_book
    if not page.slug:
        title = imprint.name if page.is_homepage else _plain(page.title)
        description = html.unescape(page.description) or imprint.description
        relation = edition.disputes.get(page.path.removesuffix(".md"))
        quarrel = dispute(relation, edition.views[page.variant.tag]) if relation else None
        return Derived(_head, imprint, fonts, offers, title, description, page.canonical_url, quarrel)
    article = edition.views[page.variant.tag].article(page.slug)
    origin = Origin.of(edition.plan.articles[page.slug], page.variant)
    beside = TEXT if edition.options.article_files else ""
    return Derived(_article_head, imprint, fonts, offers, beside, article, origin, page.canonical_url)


def _head(
    imprint: Imprint,
    fonts: Fonts | None,
    offers: tuple[bool, bool],
    title: str,
    description: str,
    url: str,
    quarrel: Dispute | None,
) -> Head:
    properties = preview(imprint, title, description, url, None, picture(imprint, fonts, None, quarrel))
    return Head(*_offered(imprint, offers), "", properties, "")


def _article_head(
    imprint: Imprint,
    fonts: Fonts | None,
    offers: tuple[bool, bool],
    beside: str,
    article: ArticleView,
    origin: Origin,
    url: str,
) -> Head:
    cards = picture(imprint, fonts, article), square_picture(imprint, fonts, article)
    properties = preview(imprint, article.title, article.summary or imprint.description, url, article.date, *cards)
    return Head(*_offered(imprint, offers), beside, properties, linked_data(imprint, article, origin))


def _offered(imprint: Imprint, offers: tuple[bool, bool]) -> tuple[str, str]:
    """The addresses of feed and book, each empty where there is none."""
    has_feed, has_book = offers
    path = imprint.variant.path
    return feed_url(imprint, path) if has_feed else "", f"{path}/{BOOK}" if has_book else ""


def root_head(edition: Edition) -> dict[str, Any]:
    """The same for the root, which only leads to the variants: it is named in the first one's words."""
    first = edition.variants[0]
    imprint = edition.imprints[first.tag]
    return {
        "feeds": [
            (each.tag, edition.imprints[each.tag].name, feed_url(imprint, each.path)) for each in edition.variants
        ]
        if edition.feed_days
        else [],
        "properties": preview(
            imprint,
            imprint.name,
            imprint.description,
            imprint.root,
            picture=picture(imprint, edition.card_fonts.get(first.tag), None),
        ),
    }


def last_change(edition: Edition, page: PlacedPage) -> str:
    """The ISO day on which what a page shows was last changed, as far as git knows it; a page made of the whole digest
    changes with any of its files."""
    relation = edition.disputes.get(page.path.removesuffix(".md"))
    if relation:
        slugs = (ref.partition("#")[0] for ref in (relation.a, relation.b))
        return max(edition.changes.get(f"{edition.folder}/{slug}.md", "") for slug in slugs)
    if page.made:
        return max(edition.changes.values(), default="")
    return edition.changes.get(page.edited_in, "")


def _plain(title: str) -> str:
    """The host's title of a page is HTML."""
    return html.unescape(re.sub(r"<[^>]*>", "", title))
