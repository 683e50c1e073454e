"""What the templates of the pages that readers come for are given: an article and what surrounds it."""

from __future__ import annotations

from typing import Any

from digest.mkdocs_adapter.edition import Edition
from digest.mkdocs_adapter.pages import VariantPage
from digest.pages.around import around
from digest.pages.backlinks import backlinks
from digest.pages.citation import citation
from digest.pages.home import home
from digest.text import html_tokens

_MAP = "map"
"""The path of the argument map, where the digest has one."""


def reading_values(edition: Edition, page: VariantPage) -> dict[str, Any]:
    """What an article's or the home page is given beside what all pages are."""
    if page.meta.get("slug"):
        return _article_values(edition, page)
    return _home_values(edition, page) if page.is_homepage else {}


def mark_counts(edition: Edition, page: VariantPage) -> None:
    """Tell the marks of an article's text how many claims meet theirs."""
    slug = page.meta.get("slug")
    if slug:
        linked = {
            claim.id: [link.relation.kind for link in edition.plan.links_of(claim.ref)]
            for claim in edition.plan.articles[slug].claims
        }
        page.content = html_tokens.count_at_marks(
            page.content, {claim: (len(kinds), kinds.count("disputes")) for claim, kinds in linked.items() if kinds}
        )


def _home_values(edition: Edition, page: VariantPage) -> dict[str, Any]:
    return {"home": home(edition.plan, edition.views[page.variant.tag]), "map_url": _made_url(edition, page, _MAP)}


def _made_url(edition: Edition, page: VariantPage, path: str) -> str:
    """The address of a made page from the site's root; empty where the digest has none at ``path``."""
    there = edition.files.get_file_from_path(f"{page.variant.path}/{path}.md")
    return edition.views[page.variant.tag].made_url(path) if there else ""


def _article_values(edition: Edition, page: VariantPage) -> dict[str, Any]:
    """The article's view and what stands around it."""
    views, words = edition.views[page.variant.tag], edition.labels[page.variant.tag]
    article = views.article(page.meta["slug"])
    newer, older = views.neighbours(article.slug)
    # Where the address of the original is not known, what can be cited is the article as it stands in the digest.
    address, published_in = article.source_url, article.site
    collection = "" if address else edition.configs[page.variant.tag].site_name
    if collection:
        address, published_in = (page.canonical_url or "") if edition.config.site_url else "", ""
    cited = citation(article.authors, article.title, published_in, article.date, address, collection, words)
    return {
        "article": article,
        "newer": newer and (newer.title, newer.url),
        "older": older and (older.title, older.url),
        "around": around(article, words, page.way.to),
        "backlinks": backlinks(views, article),
        "citation": cited,
        "changed": edition.changes.get(page.file.edit_uri or ""),
        "edit_host": edition.config.repo_name if page.edit_url else "",
    }
