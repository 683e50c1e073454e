"""What a page's head tells other programs: where the feed is, how a link to it looks, what it says as data."""

from __future__ import annotations

import html
import re
from typing import Any

from digest.exports.article_text import NAME as TEXT
from digest.exports.feed import feed_url
from digest.exports.linked_data import linked_data
from digest.exports.preview import preview
from digest.mkdocs_adapter.card_files import picture
from digest.mkdocs_adapter.edition import Edition
from digest.mkdocs_adapter.pages import VariantPage


def machine_head(edition: Edition, page: VariantPage) -> dict[str, Any]:
    """For the templates: ``feed`` (full address, empty where there is none), ``properties``, ``linked_data``, and
    ``plain_text``, the article as Markdown, beside the page."""
    imprint = edition.imprints[page.variant.tag]
    slug = page.meta.get("slug")
    article = edition.views[page.variant.tag].article(slug) if slug else None
    title = article.title if article else imprint.name if page.is_homepage else _plain(page.title or "")
    description = (article.summary if article else html.unescape(page.meta.get("description") or "")
                   ) or imprint.description
    return {
        "feed": feed_url(imprint, page.variant.path) if edition.has_feed else "",
        "properties": preview(imprint, title, description, page.canonical_url or "",
                              article.date if article else None,
                              picture(edition, page.variant, slug)),
        "plain_text": TEXT if article else "",
        "linked_data": linked_data(imprint, article, edition.plan.articles[slug]) if article else "",
    }


def _plain(title: str) -> str:
    """The host's title of a page is HTML."""
    return html.unescape(re.sub(r"<[^>]*>", "", title))
