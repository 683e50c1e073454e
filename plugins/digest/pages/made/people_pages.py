"""A page for everybody who writes or speaks in the articles, and for companies that several of them mention."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Any

from digest.pages.made.lists import CLAIMS_A_PAGE, CODES, Lists, Named
from digest.pages.made.page import MadePage, Part, Words, parts
from digest.pages.views import Views
from digest.plan.site_plan import SitePlan
from digest.plan.subjects.entries import AGAINST, FOR, STANCES, Person, key
from digest.zh.folding import fold

# An entry of the index is one line.
PEOPLE_A_PAGE = 200


def pages(plan: SitePlan) -> list[MadePage]:
    """``people`` and ``people/<slug>``."""
    listed = plan.subjects.most_speaking
    index = [
        MadePage(part.path, "people.html", _index_title(part), _IndexValues(part))
        for part in parts("people", listed, PEOPLE_A_PAGE)
    ]
    return index + [
        MadePage(
            part.path,
            "person.html",
            _title(person, part),
            _Values(plan, person, part),
            _Description(person),
            _file(plan, person),
        )
        for person in map(plan.subjects.people.__getitem__, listed)
        for part in parts(person.path, _items(plan, person), CLAIMS_A_PAGE)
    ]


def _file(plan: SitePlan, person: Person) -> str:
    """The file in which they are named first: that of an article, in the docs folder."""
    slugs = [*person.authored, *(ref.partition("#")[0] for ref in (*person.claims, *person.definitions))]
    return plan.articles[next(iter([*slugs, *person.mentioned]))].file.partition("/")[2]


def _items(plan: SitePlan, person: Person) -> list[tuple[str, Any]]:
    """Everything that the page lists: where they contradict themselves, what they say, where they appear."""
    own = set(person.claims)
    pairs = [
        link.relation
        for ref in person.claims
        for link in plan.links_of(ref)
        if link.outgoing and link.other in own and plan.changed_mind(link.relation)
    ]
    return [
        *(("pair", relation) for relation in pairs),
        *(("claim", ref) for ref in person.claims),
        *(("definition", ref) for ref in person.definitions),
        *(("authored", slug) for slug in person.authored),
        *(("mentioned", slug) for slug in person.appears_in),
    ]


def _index_title(part: Part) -> Callable[[Views, Words], str]:
    return lambda views, words: words["made"]["people"] + (f" {part.number}" if part.number > 1 else "")


def _title(person: Person, part: Part) -> Callable[[Views, Words], str]:
    return lambda views, words: Lists(views).person(person.key).name + (f" {part.number}" if part.number > 1 else "")


class _Description:
    def __init__(self, person: Person) -> None:
        self._person = person

    def __call__(self, views: Views, words: Words) -> str:
        sizes = _sizes(self._person).items()
        said = "，".join(f"{number}{words['made'][f'{kind}_unit']}" for kind, number in sizes if number)
        return f"{Lists(views).person(self._person.key).name}：{said}"


class _IndexValues:
    def __init__(self, part: Part) -> None:
        self._part = part

    def __call__(self, views: Views, words: Words) -> Mapping[str, Any]:
        people, lists = views.plan.subjects.people, Lists(views)
        entries = [(people[each].company, lists.person(each), _sizes(people[each])) for each in self._part.items]
        return {
            "groups": [(company, list(group)) for company, group in groupby(entries, lambda entry: entry[0])],
            "part": self._part,
            "way": self._part.way(views.made_url),
        }


def _sizes(person: Person) -> dict[str, int]:
    return {
        "authored": len(person.authored),
        "claims": len(person.claims),
        "definitions": len(person.definitions),
        "mentioned": len(person.appears_in),
    }


class _Values:
    """What the template shows of one part of a person or company."""

    def __init__(self, plan: SitePlan, person: Person, part: Part) -> None:
        self._plan, self._person, self._part = plan, person, part

    def __call__(self, views: Views, words: Words) -> Mapping[str, Any]:
        lists, person = Lists(views), self._person

        def of(kind: str) -> list[Any]:
            return [item for each, item in self._part.items if each == kind]

        claims = lists.claims(of("claim"))
        return {
            "person": lists.person(person.key),
            "company": person.company,
            "sizes": _sizes(person),
            "part": self._part,
            "way": self._part.way(views.made_url),
            "pairs": [(lists.claim(each.a), lists.claim(each.b), views.text(each.reason)) for each in of("pair")],
            "definitions": [lists.definition(ref) for ref in of("definition")],
            "groups": [(article, list(group)) for article, group in groupby(claims, lambda claim: claim.article)],
            "authored": [lists.listed(slug) for slug in of("authored")],
            "mentioned": [lists.listed(slug) for slug in of("mentioned")],
            "positions": self._positions(lists) if self._part.number == 1 else [],
            "concept_url": views.concept_url(person.name),
        }

    def _positions(self, lists: Lists) -> list[tuple[Named, list[tuple[str, int]], bool]]:
        """What they think of each concept: the stances with how many claims, and whether they contradict."""
        found: dict[str, dict[str, int]] = {}
        folded = {fold(stance): stance for stance in STANCES}
        for ref in self._person.claims:
            for name, stance in self._plan.claims[ref][1].stance.items():
                if known := folded.get(fold(stance)):
                    taken = found.setdefault(key(name), {})
                    taken[known] = taken.get(known, 0) + 1
        ordered = sorted(found.items(), key=lambda item: (-sum(item[1].values()), item[0]))
        return [
            (
                lists.concept(each),
                [(CODES[stance], taken[stance]) for stance in CODES if stance in taken],
                bool({*taken} & {*FOR} and {*taken} & {*AGAINST}),
            )
            for each, taken in ordered
        ]
