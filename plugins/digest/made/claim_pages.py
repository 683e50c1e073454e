"""All claims of the digest, in pages."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from digest.made.page import MadePage, Part, parts
from digest.site_plan import SitePlan
from digest.views import Views

# A claim is about 700 bytes of page; a hundred are read over in some minutes and stay below 100 KB.
CLAIMS_A_PAGE = 100


def pages(plan: SitePlan) -> list[MadePage]:
    """``claims``, in the reading order of the articles."""
    return [
        MadePage(part.path, "claims.html", _title(part), lambda views, words, part=part: _values(views, part))
        for part in parts("claims", list(plan.claims), CLAIMS_A_PAGE)
    ]


def _title(part: Part):
    return lambda views, words: words["claims"] if part.number == 1 else f"{words['claims']} {part.number}"


def _values(views: Views, part: Part) -> Mapping[str, Any]:
    groups = []
    for slug, refs in groupby(part.items, lambda ref: ref.partition("#")[0]):
        article = views.article(slug)
        wanted = {ref.partition("#")[2] for ref in refs}
        groups.append((article, [claim for claim in article.claims if claim.id in wanted]))
    return {"groups": groups, "part": part, "urls": [views.made_url(path) for path in part.paths]}
