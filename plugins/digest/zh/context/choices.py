"""What a dictionary chose at each place, and which forms of the same character it chose elsewhere in the line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from digest.zh.context.windows import Codes, Numbers, line_ends

NEVER = 1 << 19
"""A gate that nothing passes."""
# About two sentences on each side: who writes of a noodle or of a Mr 余 there means the same here.
_NEAR = 120
_FORM, _ALL_BITS = 0x7F4A7C15, (1 << 32) - 1


@dataclass(frozen=True)
class Character:
    """One character: its ``forms``, the most frequent first, each with others that mean the same (``着`` beside
    ``著``), by what they stand for; ``gates``, by the dictionary's form and the one that is asked for, the margin
    from which on that overrules this; ``doubt``, how near to its gate a margin is doubtful."""

    forms: tuple[str, ...]
    same: Mapping[str, str]
    gates: tuple[tuple[int, ...], ...]
    doubt: int


@dataclass(frozen=True)
class Places:
    """What is seen of places, a row each: the ``window`` of codes, as floating point; the dictionary's ``choice``, by
    its number among the character's forms from 1, 0 where it is not told; a number for the forms that it chose for
    the same character ``elsewhere`` in the line."""

    window: NDArray[numpy.float64]
    choice: Numbers
    elsewhere: Numbers


def elsewhere(
    text: Codes, at: NDArray[numpy.intp], form: NDArray[numpy.uint32], asked: NDArray[numpy.bool_]
) -> Numbers:
    """For those of the places ``at`` in a text that are ``asked`` for: a number for the forms (``form``, by place, as
    code points; 0 where none counts) of the same character near it in its line, but for the place itself."""
    if not asked.any():
        return numpy.zeros(0, numpy.uint32)
    own = text[at]
    wanted = set(own[asked].tolist())
    # By character, where it is and which forms; a place has few neighbours, which are soon walked through.
    among: dict[int, tuple[list[int], list[int]]] = {character: ([], []) for character in wanted}
    rows: list[tuple[list[int], list[int], int]] = []
    for character, place, its, is_asked in zip(own.tolist(), at.tolist(), form.tolist(), asked.tolist(), strict=True):
        if character in wanted:
            where, which = among[character]
            if is_asked:
                rows.append((where, which, len(where)))
            where.append(place)
            which.append(its)
    ends = [-1, *line_ends(text).tolist(), len(text)]
    found = [_sum_of_forms(*row, ends) if len(row[0]) > 1 else 0 for row in rows]
    return numpy.array(found, numpy.uint32)


def _sum_of_forms(where: Sequence[int], which: Sequence[int], own: int, ends: Sequence[int]) -> int:
    """A number for the forms (``which``) of a character at the places ``where`` it is that are near the ``own`` one, by
    number, in its line: each form once."""
    place = where[own]
    line = bisect_left(ends, place)
    first, last = max(place - _NEAR, ends[line - 1]), min(place + _NEAR, ends[line])
    forms, other = set(), own - 1
    while other >= 0 and where[other] >= first:
        forms.add(which[other])
        other -= 1
    other = own + 1
    while other < len(where) and where[other] <= last:
        forms.add(which[other])
        other += 1
    return sum(forms) * _FORM & _ALL_BITS


class DecidedCharacters:
    """``characters`` as columns: ``number`` by code point (0: none of them) and whether it ``is_one``, the others by
    that number."""

    def __init__(self, characters: Mapping[str, Character]) -> None:
        listed = [
            (
                character,
                own,
                [
                    *((form, place) for place, form in enumerate(own.forms, 1)),
                    *((other, own.forms.index(form) + 1) for other, form in own.same.items()),
                ],
            )
            for character, own in characters.items()
        ]
        self.number = numpy.zeros(0x10001, numpy.int16)
        self.number[[ord(character) for character, _, _ in listed]] = numpy.arange(1, len(listed) + 1)
        self.is_one = self.number > 0
        self.count = numpy.array([1, *(len(own.forms) for _, own, _ in listed)])
        most = int(self.count.max())
        self.gate = numpy.full((len(listed) + 1, most, most), NEVER)
        self.form = numpy.zeros((len(listed) + 1, most + 1), numpy.uint32)
        for place, (_, own, _) in enumerate(listed, 1):
            self.gate[place, : len(own.forms), : len(own.forms)] = own.gates or NEVER
            self.form[place, 1 : len(own.forms) + 1] = [ord(form) for form in own.forms]
        self.doubt = numpy.array([0, *(own.doubt for _, own, _ in listed)])
        width = max((len(written) for _, _, written in listed), default=1)
        self._written = numpy.zeros((len(listed) + 1, width), numpy.uint32)
        self._form = numpy.zeros((len(listed) + 1, width + 1), numpy.uint32)
        for place, (_, _, written) in enumerate(listed, 1):
            self._written[place, : len(written)] = [ord(each) for each, _ in written]
            self._form[place, : len(written)] = [number for _, number in written]

    def chosen(self, number: NDArray[numpy.int16], points: NDArray[numpy.uint32]) -> NDArray[numpy.uint32]:
        """Which of its forms, counted from 1, each character has in ``points``; 0 where it has none of them."""
        alike = self._written[number] == points[:, None]
        column = numpy.where(alike.any(axis=1), alike.argmax(axis=1), -1)
        return self._form[number, column]
