"""Places that no context ever overruled beside such neighbours: most of a text, so nobody looks further there."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence

import numpy
from numpy.typing import NDArray

from digest.zh.context.features import beside_numbers, between_number
from digest.zh.context.table import Table
from digest.zh.context.windows import Codes, Numbers

_EDGE = numpy.zeros(1, numpy.uint32)
# In shorter texts it is faster to ask for place by place what was asked before; so many answers are kept.
_SHORT, _KEPT = 64, 1 << 16
Place = tuple[str, str]
"""Three characters, and what the dictionary chose for the second."""


def are_safe(table: Table, text: Codes, at: NDArray[numpy.intp], choice: Numbers) -> NDArray[numpy.bool_]:
    """Which of the places ``at`` are safe with the dictionary's ``choice`` there."""
    padded = numpy.concatenate([_EDGE, text, _EDGE])
    character, before, after = padded[at + 1], padded[at], padded[at + 2]
    beside = table.holds(numpy.stack(beside_numbers(character, choice, before, after)))
    found: NDArray[numpy.bool_] = beside[0] | beside[1]
    left = numpy.flatnonzero(~found)
    if len(left):
        found[left] = table.holds(between_number(character[left], choice[left], before[left], after[left]))
    return found


class ShortTexts:
    """Says of short texts whether nothing in them is to be looked at; ``looked_at`` says it of places (three
    characters, and the dictionary's choice each) that were not asked for before."""

    def __init__(self, risky: Container[str], looked_at: Callable[[Sequence[Place]], Iterable[bool]]) -> None:
        self._risky, self._looked_at = risky, looked_at
        self._known: dict[Place, bool] = {}

    def are_settled(self, text: str, chosen: str) -> bool:
        """Whether ``text`` is short and all its places are safe where the dictionary chose ``chosen``."""
        if len(text) > _SHORT or " " in text:
            return False
        if len(self._known) > _KEPT:
            self._known.clear()
        # A line end stands for none.
        whole = f"\n{text}\n"
        places = [(whole[at : at + 3], chosen[at]) for at, each in enumerate(text) if each in self._risky]
        new = list(dict.fromkeys(place for place in places if place not in self._known))
        if new:
            self._known.update(zip(new, self._looked_at(new), strict=True))
        return not any(self._known[place] for place in places)
