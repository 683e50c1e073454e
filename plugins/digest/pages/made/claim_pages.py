"""All claims of the digest, and those with one kind of relation or one stance, in pages; and the file that the filter
of these pages reads where there are several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from typing import Any

from digest.pages.made.entry_markup import facets
from digest.pages.made.lists import CLAIMS_A_PAGE, CODES, ListedClaim, Lists, Named
from digest.pages.made.page import MadePage, Part, Words, parts
from digest.pages.views import Views
from digest.plan.relations import KINDS
from digest.plan.site_plan import SitePlan
from digest.plan.subjects.entries import key
from digest.plan.subjects.index import holders
from digest.zh.folding import fold

DISPUTES, CHANGED, LONE = "disputes", "changed-mind", "unlinked"
RELATIONS = (DISPUTES, CHANGED, "supports", "extends", "same-topic", LONE)
"""The lists by relation, in the order shown: what readers look for first."""

PAIRED = (DISPUTES, CHANGED)
"""Lists of pairs: who disputes is shown with whom."""

# So many names lead on from the list of claims to pages of their own; the rest are on the index pages.
NAMES_MOST = 12


def pages(plan: SitePlan) -> list[MadePage]:
    """``claims``, in the reading order of the articles, and ``claims/disputes``, ``claims/against``, ...."""
    lists = {"": list(plan.claims), **_by_relation(plan), **_by_stance(plan)}
    met = {code: pairs(plan, lists[code], code) for code in PAIRED}
    lists |= {code: list(found) for code, found in met.items()}
    sizes = {code: sum(map(len, met[code].values())) if code in met else len(refs) for code, refs in lists.items()}
    # One for all parts of a list: what it counts is of the whole.
    choices = {code: Choices(plan, refs) for code, refs in lists.items()}
    return [
        MadePage(
            part.path,
            "claims.html",
            _Title(code, part),
            _Values(plan, code, part, sizes, choices[code], met.get(code, {})),
            edited_in="relations.yml" if plan.relations else "",
        )
        for code, refs in lists.items()
        if refs or not code
        for part in parts(f"claims/{code}" if code else "claims", refs, CLAIMS_A_PAGE)
    ]


def _by_relation(plan: SitePlan) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {code: [] for code in RELATIONS}
    for ref in plan.claims:
        links = plan.links_of(ref)
        kinds = {link.relation.kind for link in links}
        for kind in KINDS:
            if kind in kinds:
                found[kind].append(ref)
        if any(plan.changed_mind(link.relation) for link in links):
            found[CHANGED].append(ref)
        if not links:
            found[LONE].append(ref)
    return found


def _by_stance(plan: SitePlan) -> dict[str, list[str]]:
    codes = {fold(stance): code for stance, code in CODES.items()}
    found: dict[str, list[str]] = {code: [] for code in CODES.values()}
    for ref, (_, claim) in plan.claims.items():
        for code in {codes[folded] for stance in claim.stance.values() if (folded := fold(stance)) in codes}:
            found[code].append(ref)
    return found


class _Title:
    """The title of a list: what it lists and which part it is."""

    def __init__(self, code: str, part: Part) -> None:
        self._code, self._part = code, part

    def __call__(self, views: Views, words: Words) -> str:
        title = words["claims"]
        if self._code:
            title += f"：{words['made']['relations'].get(self._code) or words['made']['stances'][self._code]}"
        return title if self._part.number == 1 else f"{title} {self._part.number}"


class _Values:
    """What the template shows of one part."""

    def __init__(
        self,
        plan: SitePlan,
        code: str,
        part: Part,
        sizes: Mapping[str, int],
        choices: Choices,
        met: Mapping[str, Sequence[str]],
    ) -> None:
        self._plan, self._code, self._part, self._sizes = plan, code, part, sizes
        self._choices, self._met = choices, {ref: met[ref] for ref in part.items if ref in met}

    def __call__(self, views: Views, words: Words) -> Mapping[str, Any]:
        lists = Lists(views)
        claims = lists.claims(self._part.items)
        met = (lists.claims(self._met.get(ref, ())) for ref in self._part.items)
        entries = zip(claims, met, strict=True)
        groups = [(article, list(each)) for article, each in groupby(entries, lambda entry: entry[0].article)]
        subjects = self._plan.subjects
        return {
            "groups": groups,
            "part": self._part,
            "way": self._part.way(views.made_url),
            "code": self._code,
            "size": self._sizes[self._code],
            "whole": self._sizes[""],
            "by_relation": self._listed(views, RELATIONS),
            "by_stance": self._listed(views, CODES.values()),
            "all_url": views.made_url("claims"),
            "concepts": [lists.concept(each) for each in subjects.most_spoken_of[:NAMES_MOST]],
            "people": [lists.person(each) for each in subjects.most_speaking[:NAMES_MOST]],
            "choices": self._choices.named(lists),
            "index_url": views.made_url("claims") + INDEX if self._part.paths[1:] else "",
            "only": ("stance" if self._code in CODES.values() else "relation") + f":{self._code}" if self._code else "",
        }

    def _listed(self, views: Views, codes: Iterable[str]) -> list[tuple[str, str, int]]:
        """The lists that there are: code, address, number of claims."""
        return [(code, views.made_url(f"claims/{code}"), self._sizes[code]) for code in codes if self._sizes[code]]


def pairs(plan: SitePlan, refs: Iterable[str], code: str) -> dict[str, tuple[str, ...]]:
    """Of the claims ``refs`` those that begin a pair of the list ``code``, with what they meet: each pair once."""
    shown: set[frozenset[str]] = set()
    found: dict[str, tuple[str, ...]] = {}
    for ref in refs:
        links = [link for link in plan.links_of(ref) if link.relation.kind == "disputes"]
        wanted = [link.other for link in links if code != CHANGED or plan.changed_mind(link.relation)]
        fresh = [other for other in wanted if frozenset((ref, other)) not in shown]
        if fresh:
            shown |= {frozenset((ref, other)) for other in fresh}
            found[ref] = tuple(fresh)
    return found


class Choices:
    """What all claims of a list can be filtered by, not only those of one of its pages."""

    def __init__(self, plan: SitePlan, refs: Sequence[str]) -> None:
        self._plan, self._refs = plan, refs
        self._named: dict[Views, dict[str, list[tuple[Named, int]]]] = {}

    @cached_property
    def _counted(self) -> dict[str, list[tuple[str, int]]]:
        concepts: Counter[str] = Counter()
        people: Counter[str] = Counter()
        for ref in self._refs:
            article, claim = self._plan.claims[ref]
            concepts.update(set(self._plan.subjects.concepts_of(ref)))
            people.update({key(name) for name in holders(claim.holder, article)})
        return {"concept": list(concepts.items()), "holder": list(people.items())}

    def named(self, lists: Lists) -> dict[str, list[tuple[Named, int]]]:
        """The concepts and holders with how many claims each has, the most frequent first; counted once a variant."""
        if lists.views not in self._named:
            self._named[lists.views] = self._in_order(lists)
        return self._named[lists.views]

    def _in_order(self, lists: Lists) -> dict[str, list[tuple[Named, int]]]:
        made = {
            "concept": [(lists.concept(each), number) for each, number in self._counted["concept"]],
            "holder": [(lists.person(each), number) for each, number in self._counted["holder"]],
        }
        return {
            name: sorted(given, key=lambda item: (-item[1], item[0].slug, item[0].name)) for name, given in made.items()
        }


INDEX = "index.json"
"""The name of the file beside the first page of claims."""


def claim_index(views: Views) -> dict[str, Any] | None:
    """Every claim in reading order, its facets as the entries of pages have them; none where one page holds all.

    Addresses are from the site's root, as in lists: the page that reads them knows the way there.
    """
    refs = list(views.plan.claims)
    if len(refs) <= CLAIMS_A_PAGE:
        return None
    lists = Lists(views)
    articles: dict[str, int] = {}
    titles: list[str] = []
    rows = []
    places = {ref: place for place, ref in enumerate(refs)}
    for ref, each in zip(refs, lists.claims(refs), strict=True):
        if each.article.slug not in articles:
            articles[each.article.slug] = len(titles)
            titles.append(each.article.name)
        rows.append(_row(each, articles[each.article.slug]) + _met(views.plan, ref, places))
    return {"articles": titles, "claims": rows}


def _row(each: ListedClaim, article: int) -> list[Any]:
    said = facets(each)
    names = "、".join(holder.name for holder in each.holders)
    words = [" ".join(said[name]) for name in ("concept", "holder", "stance", "relation")]
    return [each.text, each.url, article, names, *words]


def _met(plan: SitePlan, ref: str, places: Mapping[str, int]) -> list[dict[str, list[int]]]:
    """The rows that a claim meets in the lists of pairs, by list; nothing where it is in none."""
    disputes = [link for link in plan.links_of(ref) if link.relation.kind == DISPUTES]
    changed = [link for link in disputes if plan.changed_mind(link.relation)]
    found = {DISPUTES: disputes, CHANGED: changed}
    met = {name: sorted(places[link.other] for link in links) for name, links in found.items() if links}
    return [met] if met else []
