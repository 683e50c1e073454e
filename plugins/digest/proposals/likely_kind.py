"""Which kind a suggested relation may be, with the reason and how often it was so: a hint, never a decision.

The shares were counted over 282 pairs of claims that a person judged as clearly related. Words of negation on one
side only say nothing (disputes are .27 of such pairs and of the others), so only stances and holders are read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from digest.articles.article import Article
from digest.articles.claims import Claim
from digest.plan.subjects.entries import AGAINST, FOR, key
from digest.plan.subjects.index import holders
from digest.zh.folding import fold

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


@dataclass(frozen=True)
class Stated:
    """How a claim is stated: ``speakers`` are the keys of the names of those who say it, ``sides`` by the key of each
    concept that it is for (1) or against (-1) the concept's name and that side."""

    speakers: frozenset[str]
    sides: Mapping[str, tuple[str, int]]

    @staticmethod
    def of(article: Article, claim: Claim) -> Stated:
        """How ``claim``, of ``article``, is stated."""
        sides = {key(name): (name, side) for name, stance in claim.stance.items() if (side := _side(stance))}
        return Stated(frozenset(map(key, holders(claim.holder, article))), sides)

    def opposes(self, other: Stated) -> str:
        """The first concept on which the two take different sides; empty where there is none."""
        for each, (name, side) in self.sides.items():
            if each in other.sides and other.sides[each][1] != side:
                return name
        return ""


def likely_kind(one: Stated, other: Stated) -> Likely:
    """What the relation of two claims most likely is, if they are related."""
    if opposite := one.opposes(other):
        return Likely(DISPUTES, OPPOSITE, f"对“{opposite}”一方支持，一方反对或怀疑")
    if same := next((name for each, (name, _) in one.sides.items() if each in other.sides), ""):
        return Likely(SUPPORTS, ALIKE, f"对“{same}”态度相同")
    if one.speakers & other.speakers:
        return Likely(SUPPORTS, ONE_HOLDER, "同一个人说的")
    return Likely(SUPPORTS, TWO_HOLDERS, "不同的人说的，没有写明态度")


def _side(stance: str) -> int:
    plain = fold(stance)
    return 1 if plain in _FOR else -1 if plain in _AGAINST else 0
