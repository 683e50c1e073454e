"""Relations that nobody has drawn, found by what claims say: for curators to judge, and for pages that show them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import replace

from digest.articles.weighing.sentence_reading import is_heading
from digest.plan.relations import COMPUTED, Relation
from digest.plan.site_plan import SitePlan
from digest.proposals.alike.similarity import Match, Similarity, Statement
from digest.text.visible_text import blocks, visible_text

# Of all pairs of 102 judged claims that scored this or more, .79 were related, and .79 of the best at one a claim; from
# .12 on .69 and .68, from .18 on .85 and .79 of half as many.
THRESHOLD = 0.14
_LIMIT = 5


def statements(plan: SitePlan) -> list[Statement]:
    """What each claim says, its short wording and the sentences of the article that say it, and what is around it."""
    around = {slug: surroundings(article.body) for slug, article in plan.articles.items() if article.claims}
    return [
        Statement(
            ref,
            article.slug,
            "。".join((claim.text, claim.quote, *claim.further)),
            around[article.slug].get(claim.id, ""),
        )
        for ref, (article, claim) in plan.claims.items()
    ]


def undrawn(plan: SitePlan, of: Collection[str] | None = None, least: float = THRESHOLD) -> list[Match]:
    """Pairs of claims that no one has drawn, refused or kept apart, best first, each pair once.

    ``of`` are refs of which at least one must be in a pair; ``least`` is the score from which a pair counts. What
    shares no concept is left out: there would be no reason to give.
    """
    settled = {frozenset((relation.a, relation.b)) for relation in plan.relations}
    settled |= plan.apart | plan.suggestions.refused_pairs
    found: dict[frozenset[str], Match] = {}
    # A claim whose nearest are all drawn has others behind them.
    behind = Counter(ref for pair in settled for ref in pair)
    for _, matches in Similarity(statements(plan), plan.concepts).nearest(_LIMIT, of, least, behind):
        fresh = [each for each in matches if each.shared and frozenset((each.a, each.b)) not in settled]
        for match in fresh[:_LIMIT]:
            found.setdefault(frozenset((match.a, match.b)), match)
    return sorted(found.values(), key=lambda match: (-match.score, sorted((match.a, match.b))))


def one_each(matches: list[Match]) -> list[Match]:
    """The best of ``matches`` (best first) such that no claim stands in two."""
    used: set[str] = set()
    chosen = []
    for match in matches:
        if not {match.a, match.b} & used:
            used |= {match.a, match.b}
            chosen.append(match)
    return chosen


def with_computed(plan: SitePlan) -> SitePlan:
    """The plan with computed relations beside the drawn ones: at most one a claim, without a kind."""
    return replace(
        plan,
        computed=tuple(
            Relation(match.a, match.b, COMPUTED, "、".join(match.shared), score=match.score)
            for match in one_each(undrawn(plan))
        ),
    )


_WRAPPED = re.compile(r'<span class="dg-[a-z]+" data-mark="([^"]+)"')


def surroundings(markdown: str) -> dict[str, str]:
    """By id of each claim and definition: the text of the headings and paragraphs in which it is marked.

    ``markdown`` is that of a ``MarkedBody``, whose marked sentences are wrapped. A sentence that is marked further on
    adds its own paragraph; one paragraph counts once.
    """
    section = ""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for block in blocks(markdown):
        if block.heading or (block.source.startswith(("**", "__")) and is_heading(block, visible_text(block.source))):
            section = visible_text(block.source)
        elif marked := _WRAPPED.findall(block.source):
            text = visible_text(block.source)
            for name in dict.fromkeys(" ".join(marked).split()):
                found[name] += [each for each in (section, text) if each not in found[name]]
    return {name: "\n".join(texts) for name, texts in found.items()}
