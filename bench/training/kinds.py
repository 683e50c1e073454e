"""Kinds of characters: by the characters that they stand beside in texts, and by what they are in names."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy
from classes import clusters
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix

from digest.zh.context.kinds import Kinds
from digest.zh.context.windows import codes

_CODES = 1 << 16
# What is no Han character is its own kind: its codes are below ten.
_SIGNS = 10
_OFTEN, _NEIGHBOURS, _KINDS = 40, 1_500, 96
_DIMENSIONS = 32
# A character's share in names that is some, and much: as a surname, in given names, in names from other languages.
_SOME_MUCH = ((0.15, 0.5), (0.08, 0.3), (0.08, 0.3))
_PERSON, _FOREIGN, _PLACE = "nr", "nrt", "ns"
# Names of places so long are from other languages as a rule, but not always.
_LONG_PLACE, _FOREIGN_SHARE = 4, 0.3


def kinds(texts: Iterable[str], tagged: Sequence[tuple[str, int, str]]) -> Kinds:
    """The kinds of characters in ``texts`` (Simplified) and in the names of ``tagged`` words (word, count, tag)."""
    found = numpy.zeros((2, _CODES), numpy.uint8)
    found[:, :_SIGNS] = numpy.arange(_SIGNS) + 1
    _by_neighbours(found[0], [codes(text).astype(numpy.intp) for text in texts if text])
    _by_names(found[1], tagged)
    return found


def _by_neighbours(found: NDArray[numpy.uint8], texts: list[NDArray[numpy.intp]]) -> None:
    count = sum((numpy.bincount(text, minlength=_CODES) for text in texts), numpy.zeros(_CODES, numpy.intp))
    count[:_SIGNS] = 0
    order = numpy.argsort(-count, kind="stable")[: int((count >= _OFTEN).sum())]
    if len(order) <= max(_KINDS, _DIMENSIONS):
        return  # so few are each a kind of their own
    beside = numpy.concatenate([numpy.arange(_SIGNS), order[:_NEIGHBOURS]])
    row, column = numpy.full(_CODES, -1), numpy.full(_CODES, -1)
    row[order], column[beside] = numpy.arange(len(order)), numpy.arange(len(beside))
    counts = csr_matrix((len(order), 2 * len(beside)))
    for text in texts:
        for one, other, start in ((text[:-1], text[1:], len(beside)), (text[1:], text[:-1], 0)):
            seen = (row[one] >= 0) & (column[other] >= 0)
            place = (row[one][seen], column[other][seen] + start)
            counts = counts + coo_matrix((numpy.ones(int(seen.sum())), place), counts.shape).tocsr()
    found[order] = clusters(counts, _DIMENSIONS, _KINDS) + _SIGNS + 1


def _by_names(found: NDArray[numpy.uint8], tagged: Sequence[tuple[str, int, str]]) -> None:
    seen: defaultdict[str, float] = defaultdict(float)
    surname, given, foreign = (defaultdict[str, float](float) for _ in _SOME_MUCH)
    for word, count, tag in tagged:
        weight = math.log1p(count) + 1
        person = tag == _PERSON and len(word) in (2, 3)
        elsewhere = 1.0 if tag == _FOREIGN else _FOREIGN_SHARE if tag == _PLACE and len(word) >= _LONG_PLACE else 0.0
        for place, character in enumerate(word):
            seen[character] += weight
            surname[character] += weight * (person and place == 0)
            given[character] += weight * (person and place > 0)
            foreign[character] += weight * elsewhere
    for character, weight in seen.items():
        if len(character) == 1 and _SIGNS <= ord(character) < _CODES:
            kind = 0
            for own, levels in zip((surname, given, foreign), _SOME_MUCH, strict=True):
                kind = 3 * kind + sum(own[character] >= level * weight for level in levels)
            found[ord(character)] = kind + _SIGNS + 1
