"""What the filter of the claims' pages reads where there are several: all claims in one small file for each variant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from digest.pages.made.entry_markup import facets
from digest.pages.made.lists import CLAIMS_A_PAGE, ListedClaim, Lists
from digest.pages.views import Views
from digest.plan.site_plan import SitePlan

DISPUTES, CHANGED = "disputes", "changed-mind"
"""The lists of pairs."""

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
