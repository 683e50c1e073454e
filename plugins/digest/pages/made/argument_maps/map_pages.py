"""The argument map: who answers whom in the whole digest. The map around an article stands on the article's page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from digest.pages.article_view import ArticleView
from digest.pages.made.argument_maps import concept_maps
from digest.pages.made.lists import Lists, Named
from digest.pages.made.page import MadePage, Words
from digest.pages.maps.arcs import NUMBERED_LINES, ArcLabel, Bow, Diagram, diagram
from digest.pages.maps.order import near
from digest.pages.views import Views
from digest.plan.relations import KINDS, Relation
from digest.plan.site_plan import SitePlan
from digest.text.stamped import Derived

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


FILE = "relations.yml"

AROUND = "dg-map"
"""Where the map around an article stands on its page."""

# More lines than these are no picture any more (60 take two screens of a desktop), and of bows only the heaviest are
# told apart. What is left out stands in the maps of the articles.
ARTICLES_MOST = 60
BOWS_MOST = 150

Weights = tuple[tuple[tuple[str, str], int], ...]
"""Two articles and how much their relations weigh."""

# Up to here every claim is shown with its words: five articles have some 60 with relations, ten would fill six screens.
CLAIMS_MOST = 120


def pages(plan: SitePlan) -> list[MadePage]:
    """``map``; of a digest that is too large for one picture ``map/<concept>`` too."""
    whole = _Whole(plan, article_pairs(plan))
    made = MadePage("map", "map.html", lambda views, words: words["made"]["map"], whole, edited_in=FILE)
    return [made, *concept_maps.pages(plan, whole.talks)]


class _Whole:
    """What the template shows of the whole digest."""

    def __init__(self, plan: SitePlan, found: Sequence[ArticlePair]) -> None:
        self._plan = plan
        chosen = heaviest(found, ARTICLES_MOST)
        self._all = len({slug for pair in found for slug in (pair.a, pair.b)})
        shown = [pair for pair in found if pair.a in chosen and pair.b in chosen][:BOWS_MOST]
        self._shown = shown
        self._weights = tuple(((pair.a, pair.b), pair.weight) for pair in shown)
        self._slugs = tuple(slug for slug in plan.articles if slug in chosen)
        spoken = [ref for slug in self._slugs for ref in _related(plan, slug)]
        self._small = self._all == len(self._slugs) and len(spoken) <= CLAIMS_MOST
        self.talks = [] if self._small else concept_maps.talks(plan)

    def __call__(self, views: Views, words: Words) -> Mapping[str, Any]:
        lists = Lists(views)
        return {
            "by_concept": concept_maps.overview(self._plan, self.talks, lists, views, words),
            "concepts": concept_maps.listed(self._plan, self.talks, lists, views),
            "overview": self._overview(lists, views, words),
            "claims": self._claims(lists, views, words) if self._small else None,
            "shown": len(self._slugs),
            "whole": self._all,
            "pairs": self._pairs(lists, views),
            "relations": [
                (
                    relation,
                    lists.claim(relation.a),
                    lists.claim(relation.b),
                    views.text(relation.reason),
                    self._plan.changed_mind(relation),
                )
                for relation in self._plan.relations
            ]
            if self._small
            else [],
        }

    def _pairs(self, lists: Lists, views: Views) -> list[tuple[Named, str, list[tuple[Named, ArticlePair]]]]:
        """Each article, the address of its own map, and the articles that it meets: the heaviest pair first."""
        met: dict[str, list[tuple[str, ArticlePair]]] = {}
        for pair in self._shown:
            met.setdefault(pair.a, []).append((pair.b, pair))
            met.setdefault(pair.b, []).append((pair.a, pair))
        return [
            (lists.article(slug), views.url(slug, AROUND), [(lists.article(other), pair) for other, pair in met[slug]])
            for slug in self._slugs
            if slug in met
        ]

    def _overview(self, lists: Lists, views: Views, words: Words) -> Derived[Diagram]:
        def note(article: ArticleView) -> str:
            return "，".join(filter(None, ("、".join(article.authors) or words["unsigned"], article.date)))

        # Who and when stands under a few titles; under many it would double the height of the picture.
        few = len(self._slugs) <= NUMBERED_LINES
        lines = tuple(
            ArcLabel(article.slug, article.title, views.url(article.slug, AROUND), note(article) if few else "")
            for article in map(views.article, self._slugs)
        )
        bows = tuple(bow for pair in self._shown for bow in _bows(pair, lists, words))
        return Derived(_drawn, lines, bows, self._weights)

    def _claims(self, lists: Lists, views: Views, words: Words) -> Diagram:
        placed = []
        for slug in _order(self._slugs, self._weights):
            placed.append(ArcLabel(slug, lists.article(slug).name, views.url(slug), heading=True))
            refs = _related(self._plan, slug)
            placed += [
                ArcLabel(ref, claim.text, claim.url) for ref, claim in zip(refs, lists.claims(refs), strict=True)
            ]
        return diagram(
            placed,
            [
                Bow(
                    each.a,
                    each.b,
                    each.kind,
                    changed=self._plan.changed_mind(each),
                    title=f"{words[each.kind]}：{views.text(each.reason)}",
                )
                for each in self._plan.relations
            ],
        )


def _drawn(lines: tuple[ArcLabel, ...], bows: tuple[Bow, ...], weights: Weights) -> Diagram:
    """The picture of ``lines`` in an order in which those that are related stand near one another."""
    by_key = {line.key: line for line in lines}
    return diagram([by_key[key] for key in _order(tuple(by_key), weights)], bows)


@lru_cache(maxsize=4)
def _order(slugs: tuple[str, ...], weights: Weights) -> tuple[str, ...]:
    """The same for all variants; a tenth of a second for the most articles."""
    return tuple(near(slugs, dict(weights)))


def _related(plan: SitePlan, slug: str) -> list[str]:
    return [claim.ref for claim in plan.articles[slug].claims if plan.links_of(claim.ref)]


def _bows(pair: ArticlePair, lists: Lists, words: Words) -> list[Bow]:
    """One for what the two articles dispute, one for the rest."""
    disputes = pair.kinds.get("disputes", 0)
    others = {kind: number for kind, number in pair.kinds.items() if kind != "disputes"}
    between = f"《{lists.article(pair.a).name}》《{lists.article(pair.b).name}》"
    found = (
        [
            Bow(
                pair.a,
                pair.b,
                "disputes",
                disputes,
                f"{between}：{words['disputes']} {disputes}",
                pair.changed == disputes,
            )
        ]
        if disputes
        else []
    )
    if others:
        said = "，".join(f"{words[kind]} {number}" for kind, number in others.items())
        kind = max(others, key=lambda each: others[each])
        found.append(Bow(pair.a, pair.b, kind, sum(others.values()), f"{between}：{said}"))
    return found
