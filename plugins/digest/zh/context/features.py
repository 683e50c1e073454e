"""What speaks for one form of a character or another, as numbers: its neighbours, and the words around it."""

from __future__ import annotations

import numpy
from numpy.typing import NDArray

from digest.zh.context.choices import Places
from digest.zh.context.kinds import COUNT as KINDS_COUNT
from digest.zh.context.kinds import Kinds, kind_numbers
from digest.zh.context.lattice import COVERING, Words
from digest.zh.context.windows import REACH, Numbers, numbers, parts_matrix

# Runs of up to four neighbours around the place, some with gaps; the place itself is in every number.
_RUNS = [
    [place for place in range(-before, after + 1) if place]
    for before in range(5)
    for after in range(5)
    if 0 < before + after <= 4
]
_GAPS = [[-2], [-3], [2], [3], [-2, 1], [-1, 2], [-3, -2], [2, 3], [-4, -3], [3, 4], [-2, 2]]
_WITH_CHOICE: list[list[int]] = [[], [-1], [1], [-1, 1], [-2, -1], [1, 2]]
_AROUND = parts_matrix([*_RUNS, *_GAPS, *_WITH_CHOICE], seed=5)
# Single characters further off, on each side, whatever their distance.
_LEFT, _RIGHT = [[place] for place in range(-REACH, -1)], [[place] for place in range(2, REACH + 1)]
_BAGS = parts_matrix([*_LEFT, *_RIGHT], seed=7, alike=True)
_WORD_FEATURES = 20
_ELSEWHERE = 4
COUNT = _AROUND.shape[1] + _BAGS.shape[1] + KINDS_COUNT + _ELSEWHERE + _WORD_FEATURES
_AGREEMENT = COUNT - _WORD_FEATURES + 9
"""How many features a place has."""

# What tells the kinds of features apart; any fixed odd numbers do.
_KIND = numpy.random.RandomState(3).randint(1, 2**31, size=COUNT).astype(numpy.uint32) | numpy.uint32(1)
_KIND[_AROUND.shape[1] : _AROUND.shape[1] + len(_LEFT)] = _KIND[_AROUND.shape[1]]
_KIND[_AROUND.shape[1] + len(_LEFT) : _AROUND.shape[1] + _BAGS.shape[1]] = _KIND[_AROUND.shape[1] + len(_LEFT)]
_CHARACTER, _CHOICE, _SECOND, _WHICH, _FORM = numpy.array(
    [0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F, 0x165667B1], numpy.uint32
)
_LENGTH = numpy.array([length for _, length in COVERING], numpy.uint32)


def features(places: Places, kinds: Kinds, words: Words, reading: NDArray[numpy.uint32]) -> Numbers:
    """A row a place, COUNT numbers each.

    ``reading`` is the form that the lexicon has for the place's word, by its number among the character's forms,
    counted from 1; 0 where there is none.
    """
    window, choice = places.window, places.choice
    around = numbers(window, _AROUND)
    around[:, -len(_WITH_CHOICE) :] += (choice * _CHOICE)[:, None]
    parts = [around, numbers(window, _BAGS), kind_numbers(window, kinds), _near(places, words)]
    found = numpy.concatenate([*parts, _spoken(choice, words, reading)], axis=1)
    character = window[:, REACH].astype(numpy.uint32) * _CHARACTER
    numbered: Numbers = (found + character[:, None]) * _KIND
    return numbered


def _near(places: Places, words: Words) -> Numbers:
    """The numbers of what the dictionary chose elsewhere in the line: alone, and beside what it chose here."""
    others, which = places.elsewhere * _CHOICE, words.which.astype(numpy.uint32) + numpy.uint32(1)
    return numpy.stack([others, others + which, others + places.choice * _WHICH, others + words.word], axis=1)


def _spoken(choice: Numbers, words: Words, reading: Numbers) -> Numbers:
    """The numbers of the words around, of their classes and of what the lexicon reads."""
    which, length = words.which.astype(numpy.uint32) + numpy.uint32(1), _LENGTH[words.which]
    (before, after, *beyond), (kind_before, kind_after, *kinds_beyond) = words.around, words.kinds
    return numpy.stack(
        [
            words.word * _WHICH + which,
            words.word * _WHICH + which + choice * _CHOICE,
            before,
            after,
            before * _SECOND + length,
            after * _SECOND + length,
            before * _SECOND + words.word,
            words.word * _SECOND + after,
            reading,
            reading * _CHOICE + choice,
            reading * _WHICH + which,
            kind_before * _WHICH + length,
            kind_after * _WHICH + length,
            (kind_before * _SECOND + kind_after) * _WHICH + length,
            kind_before * _SECOND + words.word,
            kind_after * _SECOND + words.word,
            *beyond,
            *kinds_beyond,
        ],
        axis=1,
    )


# The second and third words on the right are one kind: which of them it is says nothing.
_KIND[-1], _KIND[-3] = _KIND[-2], _KIND[-4]


def for_form(numbers_of_features: Numbers, form: int | NDArray[numpy.intp]) -> Numbers:
    """The numbers of the same features as they speak for the character's ``form`` (or a column of them), from 0."""
    found: Numbers = numbers_of_features + numpy.asarray(form, numpy.uint32) * _FORM
    return found


def beside_numbers(character: Numbers, choice: Numbers, before: Numbers, after: Numbers) -> tuple[Numbers, Numbers]:
    """By place, the number of the dictionary's choice beside the character before it, and beside the one after it."""
    own = character * _CHARACTER + choice * _CHOICE
    return (own + before * _SECOND) * _KIND[0], (own + after * _SECOND) * _KIND[1]


def between_number(character: Numbers, choice: Numbers, before: Numbers, after: Numbers) -> Numbers:
    """By place, the number of the dictionary's choice between the characters before and after it."""
    found: Numbers = (character * _CHARACTER + choice * _CHOICE + before * _SECOND + after * _WHICH) * _KIND[2]
    return found


def agreement_number(character: str, reading: int, choice: int) -> numpy.uint32:
    """The number of the feature that the lexicon has the form ``reading`` where the dictionary chose ``choice``."""
    found = numpy.array([reading], numpy.uint32) * _CHOICE + numpy.uint32(choice)
    found += numpy.array([ord(character)], numpy.uint32) * _CHARACTER
    return numpy.uint32((found * _KIND[_AGREEMENT])[0])


def reading_number(words: Words) -> Numbers:
    """The number of each place's word and of where in it the place is."""
    found: Numbers = words.word * _WHICH + words.which.astype(numpy.uint32)
    return found
