"""What the template of one page is given of the digest, in the page's own script."""

from __future__ import annotations

from typing import Any

from digest.edition.edition import Edition
from digest.edition.head import page_head
from digest.edition.placed import PlacedPage, Way, alternates
from digest.edition.site import Places
from digest.exports.imprint import Imprint
from digest.pages.around import Around, around, backlinks, picture
from digest.pages.article_view import ArticleView, Citation, citation
from digest.pages.home import home
from digest.text import html_tokens
from digest.text.stamped import Derived


def page_values(edition: Edition, places: Places, page: PlacedPage) -> dict[str, Any]:
    """The values by name: each shows all of itself as text, so that a page of equal values need not be made again.

    A value that is costly to make is a ``Derived``, which shows what it is made from.
    """
    tag = page.variant.tag
    root = f"{page.variant.path}/"
    return {
        "tree_root": Way(page.url, root).to(root),
        **(page.made.values(edition.views[tag], edition.labels[tag]) if page.made else {}),
        "alternates": alternates(places, page.path, edition.variants, page.variant),
        "head": page_head(edition, page),
        **(_article_values(edition, page) if page.slug else {}),
        **(_home_values(edition, places, page) if page.is_homepage and not page.slug else {}),
    }


_CHOICES = {
    "disputes": "相左（disputes）",
    "supports": "印证（supports）",
    "zh-Hans": "简体（zh-Hans）",
    "zh-Hant": "繁体（zh-Hant）",
    "zh-Hant-TW": "台湾（zh-Hant-TW）",
    "zh-Hant-HK": "香港（zh-Hant-HK）",
}
_MAP = "map"
"""The path of the argument map, where the digest has one."""


def with_counts(edition: Edition, slug: str, html: str) -> str:
    """The HTML of an article's text whose marks tell their numbers, and how many claims meet theirs."""
    # The same in every variant: what is counted is not a matter of script.
    claims = edition.views[edition.variants[0].tag].article(slug).claims
    counts = {claim.id: (len(claim.links), claim.disputes) for claim in claims if claim.links}
    return html_tokens.count_at_marks(html, counts, {claim.id: claim.number for claim in claims})


def _home_values(edition: Edition, places: Places, page: PlacedPage) -> dict[str, Any]:
    views = edition.views[page.variant.tag]
    has_map = (page.variant.tag, f"{_MAP}.md") in places
    shown = home(edition.plan, views)
    return {
        "home": shown,
        "map_url": views.made_url(_MAP) if has_map else "",
        "addresses": views.addresses(shown.newest),
    }


def _article_values(edition: Edition, page: PlacedPage) -> dict[str, Any]:
    """The article's view and what stands around it."""
    views, imprint = edition.views[page.variant.tag], edition.imprints[page.variant.tag]
    article = views.article(page.slug)
    newer, older = views.neighbours(article.slug)
    return {
        "article": article,
        "addresses": views.addresses([article]),
        "newer": newer and (newer.title, newer.url),
        "older": older and (older.title, older.url),
        "around": _around(edition, imprint, article),
        "backlinks": backlinks(views, article),
        "citation": Derived(_citation, imprint, article, page.canonical_url),
        "changed": edition.changes.get(page.edited_in),
        # What the forms of the repository offer to choose from, in the script in which they are written.
        "form_words": {
            name: edition.script.convert(text, "zh-Hans", edition.options.lang) for name, text in _CHOICES.items()
        },
        "source_lang": edition.plan.articles[page.slug].lang,
        "edit_host": edition.site.repository if page.has_edit_url else "",
    }


def picture_around(imprint: Imprint, article: ArticleView) -> str:
    """The map around an article as SVG, in its page or beside it; empty where nothing meets the article."""
    return picture(article, imprint.labels, Way(article.url, f"{imprint.variant.path}/").to)


def _around(edition: Edition, imprint: Imprint, article: ArticleView) -> Derived[Around | None]:
    return Derived(around, article) if edition.options.article_files else Derived(_with_picture, article, imprint)


def _with_picture(article: ArticleView, imprint: Imprint) -> Around | None:
    return around(article, picture_around(imprint, article))


def _citation(imprint: Imprint, article: ArticleView, canonical_url: str) -> Citation:
    # Where the address of the original is not known, what can be cited is the article as it stands in the digest.
    address, published_in, collection = article.source_url, article.site, ""
    if not address:
        address, published_in, collection = canonical_url if imprint.root else "", "", imprint.name
    return citation(article.authors, article.title, published_in, article.date, address, collection, imprint.labels)
