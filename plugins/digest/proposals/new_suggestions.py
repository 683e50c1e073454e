"""What can be suggested of a digest: claims that nobody has written down, and relations that nobody has drawn."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from digest.articles.article import Article
from digest.articles.weighing.sentence_reading import pairs
from digest.plan.site_plan import SitePlan
from digest.plan.suggestions import bare
from digest.proposals.alike.similarity import Match
from digest.proposals.claim_candidates import LIMIT as CLAIMS
from digest.proposals.claim_candidates import Candidate, claim_candidates
from digest.proposals.likely_kind import Likely, Stated, likely_kind
from digest.proposals.related import undrawn
from digest.zh.folding import fold

# Of the pairs from this score .59 were related (from that of pages .79): a curator can say no, and sees more.
LEAST = 0.10


# Half of the shorter one's pairs of characters: a claim that is there already, in other words.
_SAME = 0.5

DISPUTE, NEW_VOICE, UNANSWERED = "不同的人可能相左", "这里还没有和别人相遇的声音", "还没有人回应的论点"
"""Why a relation is looked at first, as a curator is told."""


@dataclass(frozen=True)
class RelationCandidate:
    """Two claims that nobody has related, what they may be to one another, and why they are looked at first."""

    match: Match
    likely: Likely
    first: str = ""


@dataclass(frozen=True)
class NewSuggestions:
    """``claims`` are pairs of an article and a candidate in it, ``relations`` those that matter most first."""

    claims: list[tuple[Article, Candidate]]
    relations: list[RelationCandidate]


def found_in(
    plan: SitePlan, slugs: Collection[str] | None, limit: int, progress: Callable[[str], None] = lambda text: None
) -> NewSuggestions:
    """What is not in the plan's suggestions yet.

    ``slugs`` are the articles to look at, or None for all but those that have as many claims already as would be
    offered; ``limit`` is how many relations are given at most, and of how many articles the claims: those without any
    first. ``progress`` is told what is being done.
    """
    known = {entry.key for entry in plan.suggestions.entries}
    wanted = [article for slug, article in plan.articles.items() if slugs is None or slug in slugs]
    begun = [article for article in wanted if slugs is not None or len(article.claims) < CLAIMS]
    ordered = sorted(begun, key=lambda article: len(article.claims) > 0)
    claims: list[tuple[Article, Candidate]] = []
    for number, article in enumerate(ordered, 1):
        if len({each.slug for each, _ in claims}) == limit:
            break
        progress(f"claims: article {number} of {len(ordered)}: {article.slug}")
        claims += [
            (article, each) for each in _fresh(plan, article) if (article.slug, bare(each.sentence)) not in known
        ]
    of = None if slugs is None else {ref for ref, (article, _) in plan.claims.items() if article.slug in slugs}
    progress(f"relations: {len(plan.claims)} claims")
    matches = [match for match in undrawn(plan, of, LEAST) if frozenset((match.a, match.b)) not in known]
    return NewSuggestions(claims, in_order(plan, matches, limit))


def _fresh(plan: SitePlan, article: Article) -> list[Candidate]:
    """The candidates of an article that say nothing that a claim of it says already."""
    said = [pairs(fold(text)) for claim in article.claims for text in (claim.text, claim.quote, *claim.further)]
    people = (*article.people, *article.companies, *article.authors, *plan.aliases.names())
    return [
        replace(each, holder=plan.aliases.of(each.holder))
        for each in claim_candidates(article.body, plan.concepts, people, title=article.title)
        if all(_share(pairs(fold(each.sentence)), one) < _SAME for one in said)
    ]


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def in_order(plan: SitePlan, matches: Sequence[Match], limit: int) -> list[RelationCandidate]:
    """The first ``limit``: disputes between different people, then voices and claims that met nobody yet; of equals
    the most alike."""
    stated = {ref: Stated.of(*said) for ref, said in plan.claims.items()}
    linked = {ref for ref in plan.claims if plan.links_of(ref)}
    met = frozenset(name for ref in linked for name in stated[ref].speakers)
    ranks = {DISPUTE: 0, NEW_VOICE: 1, UNANSWERED: 2, "": 3}
    first = [
        _first(stated[match.a], stated[match.b], met, match.a in linked and match.b in linked) for match in matches
    ]
    places = sorted(
        range(len(matches)),
        key=lambda place: (ranks[first[place]], -matches[place].score, matches[place].a, matches[place].b),
    )[:limit]
    return [
        RelationCandidate(match, likely_kind(stated[match.a], stated[match.b]), first[place])
        for place in places
        for match in [matches[place]]
    ]


def _first(one: Stated, other: Stated, met: frozenset[str], answered: bool) -> str:
    """Why two claims are looked at first; ``met`` are the names of those who met somebody, ``answered`` says whether
    both claims did."""
    apart = one.speakers.isdisjoint(other.speakers)
    if apart and one.opposes(other):
        return DISPUTE
    if apart and any(each.speakers and each.speakers.isdisjoint(met) for each in (one, other)):
        return NEW_VOICE
    return "" if answered else UNANSWERED
