"""How much of an article is published: all of it, or a digest that leaves the text to its owner."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from digest.articles.article import Article
from digest.keeping.tables import kept_yaml
from digest.plan.site_plan import SitePlan
from digest.zh.folding import fold

WAYS = ("full", "digest")
"""What the key ``publish`` of an article and the site's option may say."""

_HOLDING = re.compile(r'<span translate="no"[^>]*?(\sdata-hold="[^"]*")[^>]*>')


@dataclass(frozen=True)
class Choice:
    """``way`` is ``full`` or ``digest``; ``reason`` is ``front matter``, ``rights`` or, where nothing says, empty."""

    way: str
    reason: str = ""


def choice(article: Article, reserved: str) -> Choice:
    """How ``article`` is published; ``reserved`` is the site's way for those whose notice forbids reposting."""
    if article.publish in WAYS:
        return Choice(article.publish, "front matter")
    return Choice(reserved, "rights") if is_reserved(article.rights) else Choice("full")


def is_reserved(rights: str) -> bool:
    """Whether a rights notice, as printed, forbids others to publish the text."""
    notice = "".join(fold(rights).split())
    return any(pattern.search(notice) for pattern in _phrases())


def published(plan: SitePlan, reserved: str) -> SitePlan:
    """``plan`` as readers get it: where an article is published as a digest, its body is its marked sentences.

    Everything that is published is made from the result, so nothing can give the rest of such a text away.
    """
    articles = {slug: _as_published(article, choice(article, reserved).way) for slug, article in plan.articles.items()}
    return replace(plan, articles=articles)


def _as_published(article: Article, way: str) -> Article:
    if way == "full":
        return replace(article, publish=way)
    by_hand = {tag: _as_published(variant, way) for tag, variant in article.by_hand.items()}
    return replace(article, publish=way, body=_quotations(article), by_hand=by_hand)


def _quotations(article: Article) -> str:
    """The marked sentences, a quotation each, under the rules for conversion that hold in the article."""
    rules = "".join(f'<span translate="no"{rule}></span>' for rule in dict.fromkeys(_HOLDING.findall(article.body)))
    quotations = "\n\n".join(f"> {excerpt}" for excerpt in article.excerpts)
    return f"{rules}\n\n{quotations}\n" if rules else f"{quotations}\n"


@cache
def _phrases() -> tuple[re.Pattern[str], ...]:
    listed = kept_yaml(Path(__file__).with_name("reserved_rights.yml"))
    return tuple(re.compile(fold(pattern)) for group in listed.values() for pattern in group)
