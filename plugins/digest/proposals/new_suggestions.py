"""What can be suggested of a digest: claims in articles that have none, and relations that nobody has drawn."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from digest.articles.article import Article
from digest.plan.site_plan import SitePlan
from digest.plan.suggestions import bare
from digest.proposals.claim_candidates import Candidate, claim_candidates
from digest.proposals.related import undrawn
from digest.proposals.similarity import Match

# Of the pairs from this score .57 were related (from that of pages .70): a curator can say no, and sees more.
LEAST = 0.10


@dataclass(frozen=True)
class Found:
    """``claims`` are pairs of an article and a candidate in it, ``relations`` matches, best first."""

    claims: list[tuple[Article, Candidate]]
    relations: list[Match]


def found_in(
    plan: SitePlan, slugs: Collection[str] | None, limit: int, progress: Callable[[str], None] = lambda text: None
) -> Found:
    """What is not in the plan's suggestions yet.

    ``slugs`` are the articles to look at, or None for all; ``limit`` is how many relations are given at most, and
    of how many articles the claims. ``progress`` is told what is being done.
    """
    known = {entry.key for entry in plan.suggestions.entries}
    bare_articles = [
        article for slug, article in plan.articles.items() if not article.claims and (slugs is None or slug in slugs)
    ]
    claims: list[tuple[Article, Candidate]] = []
    for number, article in enumerate(bare_articles[:limit], 1):
        progress(f"claims: article {number} of {min(limit, len(bare_articles))}: {article.slug}")
        claims += [
            (article, each)
            for each in claim_candidates(article.body, plan.concepts, article.people)
            if (article.slug, bare(each.sentence)) not in known
        ]
    of = None if slugs is None else {ref for ref, (article, _) in plan.claims.items() if article.slug in slugs}
    progress(f"relations: {len(plan.claims)} claims")
    relations = [match for match in undrawn(plan, of, LEAST) if frozenset((match.a, match.b)) not in known]
    return Found(claims, relations[:limit])
