"""Which kind a suggested relation may be, with the reason and how often it was so: a hint, never a decision.

The shares were counted over 282 pairs of claims that a person judged as clearly related. Words of negation on one
side only say nothing (disputes are .27 of such pairs and of the others), so only stances and holders are read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from digest.articles.article import Article
from digest.articles.claims import Claim
from digest.plan.subjects.entries import AGAINST, FOR
from digest.plan.subjects.index import holders
from digest.plan.subjects.names import key
from digest.zh.script import fold

SUPPORTS, DISPUTES = "supports", "disputes"
_FOR, _AGAINST = frozenset(map(fold, FOR)), frozenset(map(fold, AGAINST))
# Of related pairs with these signs, the share that was of the kind.
OPPOSITE, ALIKE, ONE_HOLDER, TWO_HOLDERS = 0.55, 0.96, 0.87, 0.69


@dataclass(frozen=True)
class Likely:
    """``share`` of pairs like this one were of the ``kind``; ``because`` is said to a curator, in Chinese."""

    kind: str
    share: float
    because: str


def likely_kind(one: tuple[Article, Claim], other: tuple[Article, Claim]) -> Likely:
    """What the relation of two claims most likely is, if they are related."""
    sides = _sides(one[1].stance, other[1].stance)
    opposite = next((name for name, same in sides.items() if not same), "")
    if opposite:
        return Likely(DISPUTES, OPPOSITE, f"对“{opposite}”一方支持，一方反对或怀疑")
    if sides:
        return Likely(SUPPORTS, ALIKE, f"对“{next(iter(sides))}”态度相同")
    if speakers(*one) & speakers(*other):
        return Likely(SUPPORTS, ONE_HOLDER, "同一个人说的")
    return Likely(SUPPORTS, TWO_HOLDERS, "不同的人说的，没有写明态度")


def speakers(article: Article, claim: Claim) -> frozenset[str]:
    """The keys of the names of those who say a claim."""
    return frozenset(map(key, holders(claim.holder, article)))


def _sides(one: Mapping[str, str], other: Mapping[str, str]) -> dict[str, bool]:
    """For each concept on which both take a side, whether it is the same."""
    taken = {key(name): side for name, stance in other.items() if (side := _side(stance))}
    return {
        name: side == taken[key(name)] for name, stance in one.items() if (side := _side(stance)) and key(name) in taken
    }


def _side(stance: str) -> int:
    plain = fold(stance)
    return 1 if plain in _FOR else -1 if plain in _AGAINST else 0
