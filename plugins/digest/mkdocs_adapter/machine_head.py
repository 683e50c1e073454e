"""What a page's head tells other programs: where the feed is, how a link to it looks, what it says as data."""

from __future__ import annotations

import html
import re
from typing import Any

from digest.exports.epub.book import NAME as BOOK
from digest.exports.feed import feed_url
from digest.exports.linked_data import linked_data
from digest.exports.markdown.article_text import NAME as TEXT
from digest.exports.preview import preview
from digest.mkdocs_adapter.card_files import picture
from digest.mkdocs_adapter.edition import Edition
from digest.mkdocs_adapter.pages import VariantPage


def machine_head(edition: Edition, page: VariantPage) -> dict[str, Any]:
    """For the templates, each empty where there is none: ``feed`` (full address), ``book`` (from the site's root),
    ``plain_text`` (the article as Markdown, beside the page), ``properties``, ``linked_data``."""
    imprint = edition.imprints[page.variant.tag]
    slug = page.meta.get("slug")
    article = edition.views[page.variant.tag].article(slug) if slug else None
    title = article.title if article else imprint.name if page.is_homepage else _plain(page.title or "")
    description = (
        article.summary if article else html.unescape(page.meta.get("description") or "")
    ) or imprint.description
    return {
        "feed": feed_url(imprint, page.variant.path) if edition.feed_days else "",
        "book": f"{page.variant.path}/{BOOK}" if edition.has_book else "",
        "properties": preview(
            imprint,
            title,
            description,
            page.canonical_url or "",
            article.date if article else None,
            picture(edition, page.variant, slug),
        ),
        "plain_text": TEXT if article else "",
        "linked_data": linked_data(imprint, article, edition.plan.articles[slug]) if article else "",
    }


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
            imprint, imprint.name, imprint.description, imprint.root, picture=picture(edition, first, None)
        ),
    }


def _plain(title: str) -> str:
    """The host's title of a page is HTML."""
    return html.unescape(re.sub(r"<[^>]*>", "", title))
