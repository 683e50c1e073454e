"""A page for each concept that several articles speak of, and the list of all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import chain, zip_longest
from typing import Any

from digest.pages.made.lists import CLAIMS_A_PAGE, CODES, Lists, Named
from digest.pages.made.page import MadePage, Part, Words, parts
from digest.pages.views import Views
from digest.plan.site_plan import SitePlan
from digest.plan.subjects.entries import AGAINST, FOR, ConceptSubject, key
from digest.plan.subjects.index import holders

# An entry of the index is one line.
CONCEPTS_A_PAGE = 200

FILE = "concepts.yml"


def pages(plan: SitePlan) -> list[MadePage]:
    """``concepts`` and ``concepts/<slug>``."""
    listed = plan.subjects.most_spoken_of
    index = [
        MadePage(part.path, "concepts.html", _index_title(part), _IndexValues(part), edited_in=FILE)
        for part in parts("concepts", listed, CONCEPTS_A_PAGE)
    ]
    lines = {key(each.name): each.line for each in plan.concepts}
    return index + [
        MadePage(
            part.path,
            "concept.html",
            _title(concept, part),
            _Values(plan, concept, part),
            _Description(concept),
            FILE,
            lines.get(concept.key, 0),
        )
        for concept in map(plan.subjects.concepts.__getitem__, listed)
        for part in parts(concept.path, _items(concept), CLAIMS_A_PAGE)
    ]


def _items(concept: ConceptSubject) -> list[tuple[str, str]]:
    """Everything that the page lists: definitions, then claims, those for and against in turn, then articles."""
    sides = {
        side: [ref for ref, stance in concept.stances.items() if stance in stances]
        for side, stances in (("for", FOR), ("against", AGAINST))
    }
    turns = chain.from_iterable(
        zip_longest((("for", ref) for ref in sides["for"]), (("against", ref) for ref in sides["against"]))
    )
    rest = [ref for ref in concept.claims if ref not in {*sides["for"], *sides["against"]}]
    return [
        *(("definition", ref) for ref in concept.definitions),
        *filter(None, turns),
        *(("other", ref) for ref in rest),
        *(("article", slug) for slug in concept.articles),
    ]


def _index_title(part: Part) -> Callable[[Views, Words], str]:
    return lambda views, words: words["tags"] + (f" {part.number}" if part.number > 1 else "")


def _title(concept: ConceptSubject, part: Part) -> Callable[[Views, Words], str]:
    return lambda views, words: Lists(views).concept(concept.key).name + (f" {part.number}" if part.number > 1 else "")


class _Description:
    def __init__(self, concept: ConceptSubject) -> None:
        self._concept = concept

    def __call__(self, views: Views, words: Words) -> str:
        sizes = _sizes(self._concept)
        counted = [kind for kind in ("definitions", "claims", "articles") if sizes[kind]]
        said = "，".join(f"{sizes[kind]}{words['made'][f'{kind}_unit']}" for kind in counted)
        return f"{Lists(views).concept(self._concept.key).name}：{said}"


class _IndexValues:
    def __init__(self, part: Part) -> None:
        self._part = part

    def __call__(self, views: Views, words: Words) -> Mapping[str, Any]:
        concepts, lists = views.plan.subjects.concepts, Lists(views)
        entries = [(lists.concept(each), _sizes(concepts[each])) for each in self._part.items]
        return {"entries": entries, "part": self._part, "way": self._part.way(views.made_url)}


def _sizes(concept: ConceptSubject) -> dict[str, int]:
    stances = list(concept.stances.values())
    return {
        "articles": len(concept.sources),
        "claims": len(concept.claims),
        "definitions": len(concept.definitions),
        "for": sum(each in FOR for each in stances),
        "against": sum(each in AGAINST for each in stances),
    }


class _Values:
    """What the template shows of one part of a concept."""

    def __init__(self, plan: SitePlan, concept: ConceptSubject, part: Part) -> None:
        self._plan, self._concept, self._part = plan, concept, part

    def __call__(self, views: Views, words: Words) -> Mapping[str, Any]:
        lists, concept = Lists(views), self._concept

        def of(kind: str) -> list[str]:
            return [ref for each, ref in self._part.items if each == kind]

        return {
            "concept": lists.concept(concept.key),
            "sizes": _sizes(concept),
            "part": self._part,
            "way": self._part.way(views.made_url),
            "definitions": [lists.definition(ref) for ref in of("definition")],
            "sides": [(side, [(lists.claim(ref), self._code(ref)) for ref in of(side)]) for side in ("for", "against")],
            "others": [(lists.claim(ref), self._code(ref)) for ref in of("other")],
            "articles": [lists.listed(slug) for slug in of("article")],
            "both_sides": self._both_sides(lists) if self._part.number == 1 else [],
            "person_url": views.person_url(concept.name),
        }

    def _code(self, ref: str) -> str:
        return CODES.get(self._concept.stances.get(ref, ""), "")

    def _both_sides(self, lists: Lists) -> list[tuple[Named, list[tuple[str, list[Named]]]]]:
        """Who is for it in one place and against it in another, with the articles of each stance."""
        found: dict[str, dict[str, dict[str, None]]] = {}
        for ref, stance in self._concept.stances.items():
            article, claim = self._plan.claims[ref]
            for name in holders(claim.holder, article):
                found.setdefault(key(name), {}).setdefault(stance, {})[article.slug] = None
        return [
            (
                lists.person(person),
                [
                    (CODES[stance], [lists.article(slug) for slug in taken[stance]])
                    for stance in CODES
                    if stance in taken
                ],
            )
            for person, taken in found.items()
            if {*taken} & {*FOR} and {*taken} & {*AGAINST}
        ]
