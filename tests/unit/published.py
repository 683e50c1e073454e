"""A small digest as the exports see it, from the text of its articles."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml
from tested_engine import script

from digest.articles.reading import read_article
from digest.edition.edition import LABELS
from digest.exports.imprint import Imprint
from digest.pages.views import Views
from digest.plan.site_plan import SitePlan
from digest.zh.variants import VARIANTS

ROOT = "https://example.org/d/"


def plan(**articles: str) -> SitePlan:
    """The digest of these articles (slug: file text), newest first as they are given."""
    return SitePlan({slug: read_article(f"docs/articles/{slug}.md", slug, text)[0] for slug, text in articles.items()})


def views(of: SitePlan, tag: str) -> Views:
    """What the variant ``tag`` shows of it."""
    return Views(of, script(), VARIANTS[tag], "zh-Hans", "articles")


def imprint(tag: str, root: str = ROOT, tags: tuple[str, ...] = ("zh-Hans", "zh-Hant")) -> Imprint:
    """A imprint of the variants ``tags`` in ``tag``."""
    return Imprint(
        VARIANTS[tag],
        tuple(VARIANTS[each] for each in tags),
        "石桥文摘 <一>",
        "两座桥",
        "版权归作者",
        _labels(tag[:7]),
        root,
        "articles",
    )


@cache
def _labels(tag: str) -> dict[str, Any]:
    return yaml.safe_load((LABELS / f"{tag}.yml").read_text(encoding="utf-8"))
