"""How much the context must be for another form to overrule the dictionary, from texts that nothing was learnt from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy
import yaml
from examples import Examples, without_conventions
from numpy.typing import NDArray

from digest.zh.context.choices import NEVER, Places
from digest.zh.context.features import beside_numbers, between_number
from digest.zh.context.model import SCALE, Model
from digest.zh.context.table import Table, filled
from digest.zh.context.windows import REACH

_FORMS = Path(__file__).with_name("forms.yml")
# A place that is broken costs more than one that is mended gains: the dictionary's mistakes are known, and a curator
# can mend them; and texts set aside are never quite of the kind that a digest has.
_COST = 1.5
_STEPS = [round(SCALE * margin) for margin in (0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 6)]
_DEFAULT = 2 * SCALE
"""Where the texts set aside say too little: odds of 7 to 1, at which three in four are right (see forms.yml)."""
_LEAST_GAIN = 3
# A neighbour, or two, are safe when they were seen so often, and the context was never so near to overruling
# the dictionary. Of the places that would be mended in texts set aside three in a hundred would be lost by it if those
# texts did not speak against, too; seven in eight places need no further look.
_OFTEN, _OFTEN_BETWEEN, _CLOSE, _SAFE_BITS = 12, 3, SCALE, 19
_SIGNS = 9  # codes up to here are no Han characters


_Seen = tuple[NDArray[numpy.uint32], NDArray[numpy.bool_], NDArray[numpy.bool_]]
"""By place: a number of its neighbours, whether the context speaks against the dictionary, whether it was learnt."""


@dataclass(frozen=True)
class Margins:
    """One character's ``places``: the form that the dictionary ``chose`` and the best other, which is ``asked`` for, by
    their numbers; by how much the context is for that, and whether it would mend the place or break it."""

    places: Examples
    chose: NDArray[numpy.intp]
    asked: NDArray[numpy.intp]
    margin: NDArray[numpy.int32]
    mends: NDArray[numpy.bool_]
    breaks: NDArray[numpy.bool_]

    def result(self, gates: NDArray[numpy.intp]) -> tuple[int, int]:
        """How many places the gates mend, and how many they break."""
        over = self.margin > gates[self.chose, self.asked]
        return int((over & self.mends).sum()), int((over & self.breaks).sum())


def margins(model: Model, character: str, found: Examples) -> Margins:
    """What the ungated ``model`` would do at the places of one character."""
    forms = [ord(form) for form in model.characters[character].forms]
    found = without_conventions(found)
    found = found.where(numpy.isin(found.chose, forms) & numpy.isin(found.right, forms))
    rows = numpy.arange(len(found.right))
    chose = numpy.array([forms.index(each) for each in found.chose.tolist()], numpy.intp)
    choice = (chose + 1).astype(numpy.uint32)
    scores = model.scores(Places(found.window.astype(numpy.float64), choice, found.elsewhere))
    own = scores[rows, chose].copy()
    scores[rows, chose] = -(1 << 21)
    asked = scores.argmax(axis=1)
    right = numpy.array(forms, numpy.uint32)[asked] == found.right
    return Margins(found, chose, asked, scores[rows, asked] - own, right, found.chose == found.right)


def gates(found: Margins, forms: tuple[str, ...]) -> NDArray[numpy.intp]:
    """By the dictionary's form and the one asked for: the margin from which on that overrules this."""
    size = len(forms)
    chosen = numpy.full((size, size), NEVER)
    for chose in range(size):
        for asked in range(size):
            if chose != asked:
                own = (found.chose == chose) & (found.asked == asked)
                judged = margins_by_hand().get(forms[chose] + forms[asked])
                chosen[chose, asked] = (
                    _gate(found.margin[own], found.mends[own], found.breaks[own])
                    if judged is None
                    else min(NEVER, round(SCALE * judged))
                )
    return chosen


@cache
def margins_by_hand() -> dict[str, float]:
    """By the dictionary's form and another: the margin with which that overrules this, where somebody judged it."""
    listed: dict[str, float] = yaml.safe_load(_FORMS.read_text(encoding="utf-8"))["margins"]
    return listed


def _gate(margin: NDArray[numpy.int32], mends: NDArray[numpy.bool_], breaks: NDArray[numpy.bool_]) -> int:
    gains = {}
    for step in _STEPS:
        over = margin > step
        gains[step] = int((over & mends).sum()) - _COST * int((over & breaks).sum())
    best = max(gains, key=lambda step: (gains[step], step))
    if gains[best] >= _LEAST_GAIN:
        return best
    # Where the default would break more than it mends: the least margin from which on nothing is lost.
    lossless = [
        step for step in _STEPS if step >= _DEFAULT and all(gains[each] >= 0 for each in _STEPS if each >= step)
    ]
    return min(lossless, default=NEVER)


def safe(parts: list[tuple[NDArray[numpy.intp], Margins, bool]]) -> Table:
    """Choices of the dictionary beside neighbours that nothing speaks against, so that nobody need look further.

    ``parts`` are places of one character each, with its gates, and whether they were learnt from: the others only
    speak against.
    """
    seen = [_neighbours(*part) for part in parts]
    beside = _unopposed([each for near in seen for each in near[:2]], _OFTEN)
    between: list[_Seen] = []
    for before, after, (number, over, learnt) in seen:
        # Where one neighbour says it, two need not.
        known = numpy.isin(before[0], beside) | numpy.isin(after[0], beside)
        between.append((number, over, learnt & ~known))
    taken = numpy.concatenate([beside, _unopposed(between, _OFTEN_BETWEEN)])
    return filled(taken, numpy.ones(len(taken), numpy.int32), _SAFE_BITS)


def _neighbours(own: NDArray[numpy.intp], found: Margins, is_learnt: bool) -> tuple[_Seen, _Seen, _Seen]:
    """The numbers of the neighbour before, of the one after, and of both."""
    character, choice = found.places.character, (found.chose + 1).astype(numpy.uint32)
    before, after = (found.places.window[:, REACH + step].astype(numpy.uint32) for step in (-1, 1))
    over = found.margin > own[found.chose, found.asked] - _CLOSE
    # The end of a line, or a sign, stands beside anything.
    said = [is_learnt & (side > _SIGNS) for side in (before, after)]
    one = beside_numbers(character, choice, before, after)
    both = between_number(character, choice, before, after)
    return (one[0], over, said[0]), (one[1], over, said[1]), (both, over, said[0] | said[1])


def _unopposed(seen: list[_Seen], often: int) -> NDArray[numpy.uint32]:
    """The numbers that were learnt ``often`` and that nothing speaks against."""
    keys, over, learnt = (numpy.concatenate(column) for column in zip(*seen, strict=True))
    number, place = numpy.unique(keys, return_inverse=True)
    against, count = (numpy.bincount(place, weights=each) for each in (over, learnt))
    found: NDArray[numpy.uint32] = number[(count >= often) & (against == 0)]
    return found


def doubt(found: list[tuple[NDArray[numpy.intp], Margins]], most: float) -> int:
    """How near to their gates margins are doubtful, so that no more than ``most`` places are."""
    gaps = numpy.sort(numpy.concatenate([numpy.abs(each.margin - own[each.chose, each.asked]) for own, each in found]))
    place = min(int(most), len(gaps) - 1)
    return int(gaps[place]) if place >= 0 else 0
