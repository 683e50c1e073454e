"""The articles whose claims meet those of an article."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from digest.pages.article_view import ArticleView
from digest.pages.views import Views

KINDS = ("disputes", "supports", "extends", "same-topic")
"""The kinds in which links are counted, what readers look for first."""


@dataclass(frozen=True)
class Backlink:
    """Another article and how it meets this one: ``counts`` are (kind, how many links), none of them 0."""

    title: str
    url: str
    authors: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]


def backlinks(views: Views, article: ArticleView) -> list[Backlink]:
    """The articles that meet ``article``, those that dispute most of it first, else in reading order."""
    met: dict[str, Counter[str]] = {}
    for claim in article.claims:
        for link in claim.links:
            met.setdefault(link.slug, Counter())[link.kind] += 1
    order = sorted(met, key=lambda slug: (-met[slug]["disputes"], -met[slug].total(), views.place(slug)))
    return [_backlink(views.article(slug), met[slug]) for slug in order]


def _backlink(article: ArticleView, counted: Counter[str]) -> Backlink:
    counts = tuple((kind, counted[kind]) for kind in KINDS if counted[kind])
    return Backlink(article.title, article.url, article.authors, counts)
