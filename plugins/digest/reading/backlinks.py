"""The articles whose claims meet those of an article."""

from __future__ import annotations

from dataclasses import dataclass

from digest.views import ArticleView, LinkView, Views

KINDS = ("disputes", "supports", "extends", "same-topic")
"""The kinds in which links are counted, what readers look for first."""


@dataclass(frozen=True)
class Backlink:
    """Another article and how it meets this one: ``counts`` are (kind, how many links), none of them 0.

    ``pairs`` are (id of this article's claim, its text, the link), disputes first.
    """

    article: ArticleView
    counts: tuple[tuple[str, int], ...]
    pairs: tuple[tuple[str, str, LinkView], ...]


def backlinks(views: Views, article: ArticleView) -> list[Backlink]:
    """The articles that meet ``article``, those that dispute most of it first, else in reading order."""
    met: dict[str, list[tuple[str, str, LinkView]]] = {}
    for claim in article.claims:
        for link in claim.links:
            met.setdefault(link.slug, []).append((claim.id, claim.text, link))
    found = [_backlink(views.article(slug), pairs) for slug, pairs in met.items()]
    return sorted(found, key=lambda each: (-dict(each.counts).get("disputes", 0), -len(each.pairs),
                                           views.place(each.article.slug)))


def _backlink(article: ArticleView, pairs: list[tuple[str, str, LinkView]]) -> Backlink:
    pairs = sorted(pairs, key=lambda pair: KINDS.index(pair[2].kind))
    counts = ((kind, sum(link.kind == kind for _, _, link in pairs)) for kind in KINDS)
    return Backlink(article, tuple((kind, count) for kind, count in counts if count), tuple(pairs))
