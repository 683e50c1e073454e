"""The disputes that the home page shows: two sentences face to face."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from digest.pages.article_view import ArticleView, ClaimView, LinkView
from digest.pages.views import Views
from digest.plan.relations import Relation


@dataclass(frozen=True)
class Dispute:
    """One claim, of ``article``, and the claim of another that it stands against."""

    article: ArticleView
    claim: ClaimView
    link: LinkView


def chosen(relations: Iterable[Relation], most: int | None = None) -> list[Relation]:
    """The ``most`` disputes to show (``None``: all), first those that the curators put first.

    They are spread: no claim stands in two of them, and a pair of articles comes again only when every other pair
    that has a dispute had its turn as often.
    """
    left = [(relation, _pair(relation)) for relation in relations if relation.kind == "disputes"]
    turns: Counter[frozenset[str]] = Counter()
    met: set[str] = set()
    found: list[Relation] = []
    turn = 0
    while left:
        waiting = []
        for relation, pair in left:
            if relation.a in met or relation.b in met:
                continue
            if turns[pair] > turn:
                waiting.append((relation, pair))
                continue
            found.append(relation)
            turns[pair] += 1
            met |= {relation.a, relation.b}
        left, turn = waiting, turn + 1
    return found[:most]


def disputes(relations: Iterable[Relation], views: Views, most: int) -> Iterator[Dispute]:
    """The views of the chosen disputes."""
    for relation in chosen(relations, most):
        yield dispute(relation, views)


def dispute(relation: Relation, views: Views) -> Dispute:
    """The view of one dispute, from its first claim."""
    slug, _, name = relation.a.partition("#")
    article = views.article(slug)
    claim = next(claim for claim in article.claims if claim.id == name)
    link = next(link for link in claim.links if link.kind == "disputes" and link.ref == relation.b)
    return Dispute(article, claim, link)


def _pair(relation: Relation) -> frozenset[str]:
    return frozenset(ref.partition("#")[0] for ref in (relation.a, relation.b))
