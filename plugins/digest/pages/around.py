"""What stands around one article: the argument map, its claims in the middle and the claims that meet them on both
sides, and the list of the articles whose claims those are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from digest.pages.article_view import ArticleView, ClaimView, LinkView
from digest.pages.maps.arcs import Bow
from digest.pages.maps.columns import Box, columns, svg
from digest.pages.views import Views

# Beside an article's own claims, on each side: about two screens of a desktop.
BESIDE_MOST = 16

NAME = "map.svg"
"""The picture's file, beside the article's page."""

_ID = "map-article"
_Met = dict[str, list[tuple[ClaimView, LinkView]]]


@dataclass(frozen=True)
class Around:
    """What an article's page says of its map: ``left_out`` is how many relations the picture does not show, ``drawn``
    the picture where it is no file beside the page."""

    left_out: int
    drawn: str = ""


def around(article: ArticleView, drawn: str = "") -> Around | None:
    """The map around ``article``; ``None`` where nothing meets it."""
    sides = _sides(article)
    shown = {side: _most_met(found) for side, found in sides.items()}
    left_out = sum(len(met) for side in sides for ref, met in sides[side].items() if ref not in shown[side])
    return Around(left_out, drawn) if any(sides.values()) else None


def picture(article: ArticleView, words: Mapping[str, Any], link: Callable[[str], str]) -> str:
    """The map around ``article`` as SVG, with the interface's ``words``; empty where nothing meets it.

    ``link`` makes an address from the site's root one that holds on the article's page.
    """
    shown = {side: _most_met(found) for side, found in _sides(article).items()}
    if not any(shown.values()):
        return ""
    beside = {side: [_other(met[0][1], link, words) for met in found.values()] for side, found in shown.items()}
    bows = [
        Bow(claim.id, ref, each.kind, title=f"{words[each.label]}：{each.reason}", changed=each.changed_mind)
        for found in shown.values()
        for ref, met in found.items()
        for claim, each in met
    ]
    used = {bow.a for bow in bows}
    own = [_own(claim) for claim in article.claims if claim.id in used]
    return svg(columns(own, beside["left"], beside["right"], bows), _ID, words["made"]["map_one_of"])


def _most_met(found: _Met) -> _Met:
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))[:BESIDE_MOST])


def _sides(article: ArticleView) -> dict[str, _Met]:
    """What disputes goes to the left, the rest to the right: the claims of others by ref, with what they meet."""
    sides: dict[str, _Met] = {"left": {}, "right": {}}
    for claim in article.claims:
        for link in claim.links:
            sides["left" if link.kind == "disputes" else "right"].setdefault(link.ref, []).append((claim, link))
    return sides


def _own(claim: ClaimView) -> Box:
    return Box(claim.id, claim.text, f"#{claim.id}", "" if claim.by_author else claim.holder)


def _other(met: LinkView, link: Callable[[str], str], words: Mapping[str, Any]) -> Box:
    return Box(met.ref, met.text, link(met.url), f"{met.holder or words['unsigned']}，《{met.title}》")


KINDS = ("disputes", "supports", "extends", "same-topic")
"""The kinds in which links are counted, what readers look for first."""


@dataclass(frozen=True)
class Backlink:
    """Another article and how it meets this one: ``counts`` are (kind, how many links), none of them 0."""

    title: str
    url: str
    authors: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]


def backlinks(views: Views, article: ArticleView) -> list[Backlink]:
    """The articles that meet ``article``, those that dispute most of it first, else in reading order."""
    met: dict[str, Counter[str]] = {}
    for claim in article.claims:
        for link in claim.links:
            met.setdefault(link.slug, Counter())[link.kind] += 1
    order = sorted(met, key=lambda slug: (-met[slug]["disputes"], -met[slug].total(), views.place(slug)))
    found = []
    for other in map(views.article, order):
        counts = tuple((kind, met[other.slug][kind]) for kind in KINDS if met[other.slug][kind])
        found.append(Backlink(other.title, other.url, other.authors, counts))
    return found
