"""How many relations of each kind join two articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from digest.plan.relations import KINDS, Relation
from digest.plan.site_plan import SitePlan

# A dispute tells a reader more than an agreement; this decides which articles and pairs are shown where not all are.
DISPUTE_WEIGHT = 3


@dataclass(frozen=True)
class ArticlePair:
    """Two articles (slugs, in reading order) and their relations by kind; ``changed`` are disputes of an author
    with himself."""

    a: str
    b: str
    kinds: Mapping[str, int]
    changed: int

    @property
    def weight(self) -> int:
        """How much it counts beside other pairs."""
        return sum(self.kinds.values()) + (DISPUTE_WEIGHT - 1) * self.kinds.get("disputes", 0)


def article_pairs(plan: SitePlan) -> list[ArticlePair]:
    """Every two articles that are related, the heaviest first."""
    order = {slug: number for number, slug in enumerate(plan.articles)}
    found: dict[tuple[str, str], list[Relation]] = {}
    for relation in plan.relations:
        ends = sorted((relation.a.partition("#")[0], relation.b.partition("#")[0]), key=order.__getitem__)
        found.setdefault((ends[0], ends[1]), []).append(relation)
    made = [_pair(plan, a, b, relations) for (a, b), relations in found.items()]
    return sorted(made, key=lambda pair: (-pair.weight, order[pair.a], order[pair.b]))


def _pair(plan: SitePlan, a: str, b: str, relations: Iterable[Relation]) -> ArticlePair:
    counted = Counter(relation.kind for relation in relations)
    changed = sum(plan.changed_mind(relation) for relation in relations)
    return ArticlePair(a, b, {kind: counted[kind] for kind in KINDS if counted[kind]}, changed)


def heaviest(found: Iterable[ArticlePair], limit: int) -> list[str]:
    """The slugs of the ``limit`` articles with the most relations, disputes counting more."""
    weights: Counter[str] = Counter()
    for pair in found:
        weights.update({pair.a: pair.weight, pair.b: pair.weight})
    return [slug for slug, _ in sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:limit]]
