"""All claims of the digest, and those with one kind of relation or one stance, in pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from digest.pages.made.lists import CLAIMS_A_PAGE, CODES, ListedClaim, Lists, Named
from digest.pages.made.page import MadePage, Part, Words, parts
from digest.pages.views import Views
from digest.plan.relations import KINDS
from digest.plan.site_plan import SitePlan
from digest.zh.script import fold

CHANGED = "changed-mind"
LONE = "unlinked"
RELATIONS = ("disputes", CHANGED, "supports", "extends", "same-topic", LONE)
"""The lists by relation, in the order shown: what readers look for first."""

# So many names lead on from the list of claims to pages of their own; the rest are on the index pages.
NAMES_MOST = 12


def pages(plan: SitePlan) -> list[MadePage]:
    """``claims``, in the reading order of the articles, and ``claims/disputes``, ``claims/against``, ...."""
    lists = {"": list(plan.claims), **_by_relation(plan), **_by_stance(plan)}
    sizes = {code: len(refs) for code, refs in lists.items()}
    return [
        MadePage(part.path, "claims.html", _Title(code, part), _Values(plan, code, part, sizes))
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

    def __init__(self, plan: SitePlan, code: str, part: Part, sizes: Mapping[str, int]) -> None:
        self._plan, self._code, self._part, self._sizes = plan, code, part, sizes

    def __call__(self, views: Views, words: Words) -> Mapping[str, Any]:
        lists = Lists(views)
        claims = lists.claims(self._part.items)
        groups = [(article, list(each)) for article, each in groupby(claims, lambda claim: claim.article)]
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
            "choices": _choices(claims),
        }

    def _listed(self, views: Views, codes: Iterable[str]) -> list[tuple[str, str, int]]:
        """The lists that there are: code, address, number of claims."""
        return [(code, views.made_url(f"claims/{code}"), self._sizes[code]) for code in codes if self._sizes[code]]


def _choices(claims: Sequence[ListedClaim]) -> dict[str, list[tuple[Named, int]]]:
    """What the claims of a page can be filtered by, the most frequent first."""
    concepts = Counter(each for claim in claims for each in claim.concepts)
    people = Counter(each for claim in claims for each in claim.holders)
    return {
        name: sorted(counted.items(), key=lambda item: (-item[1], item[0].slug))
        for name, counted in (("concept", concepts), ("holder", people))
    }
