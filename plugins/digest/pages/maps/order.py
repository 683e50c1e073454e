"""An order of things in which those that are tied together stand near one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Weights = Mapping[tuple[str, str], float]

# With 60 things and 150 pairs nothing gets better after three rounds; a round is some tenths of a second.
_ROUNDS = 4


def near(names: Sequence[str], weights: Weights) -> list[str]:
    """``names`` so that those of heavy pairs stand near one another; the same for the same input on every machine.

    Each is put, one after the other, where the ways between pairs, times their weights, are shortest, until none finds
    a better place.
    """
    order = list(names)
    for _ in range(_ROUNDS):
        before = list(order)
        for name in names:
            order = _placed(name, order, weights)
        if order == before:
            break
    return order


def _placed(name: str, order: list[str], weights: Weights) -> list[str]:
    """``order`` with ``name`` at its best place; where several are as good, at the first, unless its own is."""
    if not any(name in pair for pair in weights):
        return order
    others = [each for each in order if each != name]
    best, least = order, _length(order, weights)
    for place in range(len(order)):
        tried = [*others[:place], name, *others[place:]]
        length = _length(tried, weights)
        if length < least - 1e-9:
            best, least = tried, length
    return best


def _length(order: list[str], weights: Weights) -> float:
    place = {name: number for number, name in enumerate(order)}
    return sum(heavy * abs(place[a] - place[b]) for (a, b), heavy in weights.items())
