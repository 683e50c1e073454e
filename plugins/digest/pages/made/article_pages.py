"""All articles of the digest, in pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import groupby
from typing import Any

from digest.pages.made.page import MadePage, Part, Words, parts
from digest.pages.views import Views
from digest.plan.site_plan import SitePlan

# An entry is two lines of some 400 bytes: a hundred make a page of 40 KB that is looked over in a few minutes.
ARTICLES_A_PAGE = 100


def pages(plan: SitePlan) -> list[MadePage]:
    """``archive``, in reading order."""
    return [
        MadePage(part.path, "archive.html", _title(part), partial(_values, part))
        for part in parts("archive", list(plan.articles), ARTICLES_A_PAGE)
    ]


def _title(part: Part) -> Callable[[Views, Words], str]:
    return lambda views, words: words["archive"] + (f" {part.number}" if part.number > 1 else "")


def _values(part: Part, views: Views, words: Words) -> Mapping[str, Any]:
    articles = [views.article(slug) for slug in part.items]
    years = [(year, list(found)) for year, found in groupby(articles, lambda article: article.date[:4])]
    return {
        "years": years,
        "addresses": views.addresses(articles),
        "number": len(views.plan.articles),
        "part": part,
        "way": part.way(views.made_url),
    }
