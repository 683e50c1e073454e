"""How much a page is about what the digest is about: which of its concepts show, how densely, how rare they are."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from statistics import median

from digest.inbox.triage.examined import Examined
from digest.plan.concepts import concepts_of
from digest.plan.site_plan import SitePlan
from digest.text.visible_text import paragraphs

# A concept is as rare as it is among the pages of a run; of few pages that says little, so that so many more are
# thought of, a fifth of which show it.
_THOUGHT, _SHOWN = 50, 10
# A short text is not denser for being short.
_LENGTH = 500
Places = Iterable[tuple[str, int]]
"""Concepts and in how many places each shows."""


class Aboutness:
    """Measures pages against the articles of the digest: 1 is what half of these reach.

    ``seen`` says in how many of the ``count`` pages of a run each concept shows.
    """

    def __init__(self, plan: SitePlan, seen: Mapping[str, int], count: int) -> None:
        self._rare = {
            each.name: math.log((count + _THOUGHT) / (seen.get(each.name, 0) + _SHOWN)) for each in plan.concepts
        }
        own = [_read("\n".join(paragraphs(article.body)), plan) for article in plan.articles.values()]
        whole: Counter[str] = Counter()
        for places, length in own:
            whole.update(self._dense(places, length))
        size = math.sqrt(sum(value * value for value in whole.values())) or 1.0
        self._direction = {name: value / size for name, value in whole.items()}
        self._usual = median([self._along(places, length) for places, length in own]) if own else 1.0

    def __call__(self, page: Examined) -> float:
        """The share of ``page``, rounded so that the last digits of a machine's arithmetic decide nothing."""
        return round(self._along(page.concepts, page.length) / (self._usual or 1.0), 4)

    def _along(self, places: Places, length: int) -> float:
        return sum(value * self._direction.get(name, 0.0) for name, value in self._dense(places, length).items())

    def _dense(self, places: Places, length: int) -> dict[str, float]:
        """Of each concept the weight in a text: the tenth place says less than the second."""
        per = 1000 / (length + _LENGTH)
        return {name: self._rare.get(name, 0.0) * math.sqrt(count * per) for name, count in places}


def _read(text: str, plan: SitePlan) -> tuple[list[tuple[str, int]], int]:
    return list(concepts_of(text, plan.concepts).items()), len(text)
