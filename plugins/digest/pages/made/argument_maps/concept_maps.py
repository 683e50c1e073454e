"""The map of a large digest by concept: who disputes whom about what, and from each concept on to its claims.

A digest of hundreds of articles is no picture. Its concepts are: under each stand those who speak most about it, with
a bow for what two of them dispute and one for what they agree on. A concept leads to a map of its own, of articles
and claims, and these to their pages. Every picture is drawn at build time and has the same as a list beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from digest.pages.made.lists import Lists, Named
from digest.pages.made.page import MadePage, Words
from digest.pages.maps.arcs import ArcLabel, Bow, Diagram, diagram
from digest.pages.views import Views
from digest.plan.relations import Relation
from digest.plan.site_plan import SitePlan
from digest.plan.subjects.entries import key
from digest.plan.subjects.index import holders

# A screen of a desktop shows some thirty lines: two screens of concepts, each with those who speak most about it.
CONCEPTS_MOST, PEOPLE_MOST = 14, 4
# A map of one concept: more claims than these fill more than three screens; the rest stands in the list below it.
CLAIMS_MOST = 80

FILE = "relations.yml"


@dataclass
class Talk:
    """What is said about one concept: its relations, and how often two people dispute or agree in them."""

    key: str
    relations: list[Relation] = field(default_factory=list)
    disputes: Counter[tuple[str, str]] = field(default_factory=Counter)
    others: Counter[tuple[str, str]] = field(default_factory=Counter)

    @cached_property
    def people(self) -> list[str]:
        """The keys of those who meet others, who disputes most first."""
        met: Counter[str] = Counter()
        for pairs, weight in ((self.disputes, 100), (self.others, 1)):
            for pair, number in pairs.items():
                met.update(dict.fromkeys(pair, number * weight))
        return [each for each, _ in sorted(met.items(), key=lambda item: (-item[1], item[0]))]


def talks(plan: SitePlan) -> list[Talk]:
    """The concepts with a page that both claims of some relation speak about, the most disputed first."""
    found: dict[str, Talk] = {}
    for relation in plan.relations:
        both = set(plan.subjects.concepts_of(relation.a)) & set(plan.subjects.concepts_of(relation.b))
        for concept in sorted(both):
            _add(found.setdefault(concept, Talk(concept)), plan, relation)
    return sorted(found.values(), key=lambda talk: (-talk.disputes.total(), -len(talk.relations), talk.key))


def _add(talk: Talk, plan: SitePlan, relation: Relation) -> None:
    talk.relations.append(relation)
    one, other = (
        sorted({key(name) for name in holders(claim.holder, article)})
        for article, claim in (plan.claims[relation.a], plan.claims[relation.b])
    )
    counted = talk.disputes if relation.kind == "disputes" else talk.others
    counted.update({(min(a, b), max(a, b)) for a in one for b in other if a != b})


def path(plan: SitePlan, concept: str) -> str:
    """The address of the map of a concept."""
    return f"map/{plan.subjects.concepts[concept].path.rpartition('/')[2]}"


def overview(plan: SitePlan, found: list[Talk], lists: Lists, views: Views, words: Words) -> Diagram:
    """The picture of the whole digest: concepts, and under each who meets whom."""
    lines: list[ArcLabel] = []
    bows: list[Bow] = []
    for talk in found[:CONCEPTS_MOST]:
        url = views.made_url(path(plan, talk.key))
        lines.append(ArcLabel(talk.key, lists.concept(talk.key).name, url, heading=True))
        people = talk.people[:PEOPLE_MOST]
        names = {each: lists.person(each).name for each in people}
        lines += [ArcLabel(f"{talk.key} {each}", names[each], url) for each in people]
        for kind, pairs in (("disputes", talk.disputes), ("supports", talk.others)):
            bows += [
                Bow(
                    f"{talk.key} {a}",
                    f"{talk.key} {b}",
                    kind,
                    number,
                    f"{names[a]}、{names[b]}：{words[kind]} {number}",
                )
                for (a, b), number in sorted(pairs.items())
                if a in names and b in names
            ]
    return diagram(lines, bows)


def listed(plan: SitePlan, found: list[Talk], lists: Lists, views: Views) -> list[tuple[Named, str, Talk, list[Any]]]:
    """The same as a list: each concept, its map's address, and who disputes whom how often."""
    return [
        (
            lists.concept(talk.key),
            views.made_url(path(plan, talk.key)),
            talk,
            [(lists.person(a), lists.person(b), number) for (a, b), number in talk.disputes.most_common(PEOPLE_MOST)],
        )
        for talk in found
    ]


def pages(plan: SitePlan, found: list[Talk]) -> list[MadePage]:
    """``map/<concept>`` for each."""
    return [_page(plan, talk) for talk in found]


def _page(plan: SitePlan, talk: Talk) -> MadePage:
    def title(views: Views, words: Words) -> str:
        return f"{words['made']['map']}：{Lists(views).concept(talk.key).name}"

    return MadePage(
        path(plan, talk.key),
        "concept_map.html",
        title,
        lambda views, words: _values(plan, talk, views, words),
        edited_in=FILE,
        line=min((each.line for each in talk.relations), default=0),
    )


def _values(plan: SitePlan, talk: Talk, views: Views, words: Words) -> Mapping[str, Any]:
    lists = Lists(views)
    drawn = _claims_drawn(talk)
    relations = [each for each in talk.relations if each.a in drawn and each.b in drawn]
    return {
        "concept": lists.concept(talk.key),
        "map_url": views.made_url("map"),
        "picture": diagram(
            _lines(plan, drawn, lists, views),
            [
                Bow(
                    each.a,
                    each.b,
                    each.kind,
                    changed=plan.changed_mind(each),
                    title=f"{words[each.kind]}：{views.text(each.reason)}",
                )
                for each in relations
            ],
        ),
        "shown": len(relations),
        "relations": [
            (each, lists.claim(each.a), lists.claim(each.b), views.text(each.reason), plan.changed_mind(each))
            for each in talk.relations
        ],
    }


def _claims_drawn(talk: Talk) -> set[str]:
    """The claims of the picture: of disputes first, then as the curators ordered them, while there is room."""
    drawn: dict[str, None] = {}
    for each in sorted(talk.relations, key=lambda each: each.kind != "disputes"):
        if len({*drawn, each.a, each.b}) <= CLAIMS_MOST:
            drawn |= {each.a: None, each.b: None}
    return set(drawn)


def _lines(plan: SitePlan, drawn: set[str], lists: Lists, views: Views) -> list[ArcLabel]:
    lines: list[ArcLabel] = []
    for slug, article in plan.articles.items():
        refs = [claim.ref for claim in article.claims if claim.ref in drawn]
        if refs:
            lines.append(ArcLabel(slug, lists.article(slug).name, views.url(slug), heading=True))
            lines += [
                ArcLabel(ref, claim.text, claim.list_url) for ref, claim in zip(refs, lists.claims(refs), strict=True)
            ]
    return lines
