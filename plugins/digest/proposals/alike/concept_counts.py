"""In how many places of many texts each concept shows: looked for in all of them at once, where that is the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

import numpy

from digest.keeping.processes import Processes, can_fork, cores
from digest.plan.concepts import Concept
from digest.proposals.alike.sparse_rows import Integers, SparseRows, gathered

# No text of an article has this character: it stands where one text ends.
_END = "\x1e"
# What sees where a text begins and ends, or matches any sign: classes but those of given signs, places, what must
# stand beside. An escaped sign means itself.
_SEES_ENDS = re.compile(r"\\\w|[.^$]|\(\?<?=")
_ESCAPED = re.compile(r"\\\W")
# Of so many characters on, looking for one concept takes longer than handing over what was found.
_MUCH = 1_000_000


def concept_counts(folded: Sequence[str], concepts: Sequence[Concept]) -> SparseRows:
    """A row for each text: in how many places of it each concept shows, a column for each concept."""
    texts = list(dict.fromkeys(folded))
    numbers = {text: number for number, text in enumerate(texts)}
    own = numpy.array([numbers[text] for text in folded], dtype=numpy.int64)
    rows, columns, values = [own[:0]], [own[:0]], [own[:0]]
    for column, places in enumerate(_on_all(texts, concepts)):
        counts = numpy.bincount(places, minlength=len(texts))[own] if len(own) else own
        rows.append(numpy.flatnonzero(counts))
        columns.append(numpy.full(len(rows[-1]), column, dtype=numpy.int64))
        values.append(counts[rows[-1]])
    # By row, and in a row by column, which is how they come.
    found = (numpy.concatenate(each) for each in (rows, columns, values))
    in_rows, in_columns, counted = found
    return gathered(in_rows, in_columns, counted.astype(numpy.float64), len(folded), max(1, len(concepts)))


def _on_all(texts: Sequence[str], concepts: Sequence[Concept]) -> Iterator[Integers]:
    """Of each concept the number of the text in which each of its places is; on all cores where the texts are long."""
    whole = _END.join(texts)
    ends = numpy.fromiter(accumulate(len(text) + 1 for text in texts), dtype=numpy.int64, count=len(texts))

    def of(column: int) -> Integers:
        return _places(concepts[column], texts, whole, ends)

    if len(whole) < _MUCH or cores() < 2 or not can_fork():
        yield from map(of, range(len(concepts)))
        return
    for column, found in enumerate(Processes(of, len(concepts), cores())):
        yield found if found is not None else of(column)


def _places(concept: Concept, texts: Sequence[str], whole: str, ends: Integers) -> Integers:
    """``ends`` are where in ``whole`` each text and the sign after it stop."""
    expression = concept.expression
    if not _SEES_ENDS.search(_ESCAPED.sub("", expression.pattern)):
        spans = numpy.array([match.span() for match in expression.finditer(whole)], dtype=numpy.int64).reshape(-1, 2)
        first, last = (numpy.searchsorted(ends, spans[:, side] - side, side="right") for side in (0, 1))
        if (first == last).all() and not (spans[:, 1] == ends[first]).any():
            return first
    counts = [concept.shown(text) for text in texts]
    return numpy.repeat(numpy.arange(len(texts), dtype=numpy.int64), counts)
