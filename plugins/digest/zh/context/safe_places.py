"""Places that no context ever overruled beside such neighbours: most of a text, so nobody looks further there."""

from __future__ import annotations

from collections.abc import Callable, Container

import numpy
from numpy.typing import NDArray

from digest.zh.context.features import beside_numbers, between_number
from digest.zh.context.table import Table
from digest.zh.context.windows import Codes, Numbers

_EDGE = numpy.zeros(1, numpy.uint32)
# In shorter texts it is faster to ask for place by place what was asked before; so many answers are kept.
_SHORT, _KEPT = 64, 1 << 16


def are_safe(table: Table, text: Codes, at: NDArray[numpy.intp], choice: Numbers) -> NDArray[numpy.bool_]:
    """Which of the places ``at`` are safe with the dictionary's ``choice`` there."""
    padded = numpy.concatenate([_EDGE, text, _EDGE])
    character, before, after = padded[at + 1], padded[at], padded[at + 2]
    beside = beside_numbers(character, choice, before, after)
    found: NDArray[numpy.bool_] = (table.values(beside[0]) | table.values(beside[1])) != 0
    left = numpy.flatnonzero(~found)
    if len(left):
        found[left] = table.values(between_number(character[left], choice[left], before[left], after[left])) != 0
    return found


class ShortTexts:
    """Says of short texts whether nothing in them is to be looked at; ``looked_at`` says it of a place (three
    characters, and the dictionary's choice) that was not asked for before."""

    def __init__(self, risky: Container[str], looked_at: Callable[[str, str], bool]) -> None:
        self._risky, self._looked_at = risky, looked_at
        self._known: dict[tuple[str, str], bool] = {}

    def are_settled(self, text: str, chosen: str) -> bool:
        """Whether ``text`` is short and all its places are safe where the dictionary chose ``chosen``."""
        if len(text) > _SHORT or " " in text:
            return False
        # A line end stands for none.
        whole = f"\n{text}\n"
        return not any(
            self._asks(whole[at : at + 3], chosen[at]) for at, character in enumerate(text) if character in self._risky
        )

    def _asks(self, around: str, choice: str) -> bool:
        known = self._known.get((around, choice))
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[around, choice] = known = self._looked_at(around, choice)
        return known
