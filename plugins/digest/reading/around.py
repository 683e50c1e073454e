"""The argument map around one article: its claims in the middle, the claims that meet them on both sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from digest.maps.arcs import Bow
from digest.maps.columns import Box, Columns, columns
from digest.views import ArticleView, ClaimView, LinkView

# Beside an article's own claims, on each side: about two screens of a desktop.
BESIDE_MOST = 16

_Met = list[tuple[ClaimView, LinkView]]


@dataclass(frozen=True)
class Around:
    """``left_out`` is how many relations the picture does not show."""

    picture: Columns
    left_out: int


def around(article: ArticleView, words: Mapping[str, Any]) -> Around | None:
    """The map around ``article`` with the interface's ``words``; ``None`` where nothing meets it."""
    related = [claim for claim in article.claims if claim.links]
    if not related:
        return None
    sides = _sides(related)
    shown = {side: dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))[:BESIDE_MOST])
             for side, found in sides.items()}
    beside = {side: [_other(url, met[0][1], words) for url, met in found.items()] for side, found in shown.items()}
    bows = [Bow(claim.id, url, link.kind, title=f"{words[link.label]}：{link.reason}", changed=link.changed_mind)
            for found in shown.values() for url, met in found.items() for claim, link in met]
    used = {bow.a for bow in bows}
    own = [_own(claim) for claim in related if claim.id in used]
    left_out = sum(len(met) for side in sides for url, met in sides[side].items() if url not in shown[side])
    return Around(columns(own, beside["left"], beside["right"], bows), left_out)


def _sides(related: Sequence[ClaimView]) -> dict[str, dict[str, _Met]]:
    """What disputes goes to the left, the rest to the right: the claims of others by address, with what they meet."""
    sides: dict[str, dict[str, _Met]] = {"left": {}, "right": {}}
    for claim in related:
        for link in claim.links:
            sides["left" if link.kind == "disputes" else "right"].setdefault(link.url, []).append((claim, link))
    return sides


def _own(claim: ClaimView) -> Box:
    return Box(claim.id, claim.text, f"#{claim.id}", "" if claim.by_author else claim.holder)


def _other(url: str, link: LinkView, words: Mapping[str, Any]) -> Box:
    return Box(url, link.text, url, f"{link.holder or words['unsigned']}，《{link.title}》")
