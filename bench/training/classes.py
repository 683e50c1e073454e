"""Classes of words that stand in like places: what was learnt of one animal or day holds for the others too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy
from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick
from numpy.typing import NDArray
from scipy.cluster.vq import kmeans2
from scipy.sparse import coo_matrix, csr_matrix, diags
from scipy.sparse.linalg import svds

# Rarer words have too few neighbours to be told apart; the commonest are neighbours enough for all others.
_OFTEN, _NEIGHBOURS = 15, 2_000
_DIMENSIONS, _ROUNDS = 48, 12
CLASSES = 120
"""How many there are; a class is a number from 1, so that it fits beside a word's weight."""


def classes(texts: Iterable[str], words: Sequence[str]) -> dict[str, int]:
    """The class of each of ``words`` that ``texts`` (Simplified) have often."""
    automaton = CharwiseDoubleArrayAhoCorasick(list(words), MATCH_KIND_LEFTMOST_LONGEST)
    before, after = [], []
    for text in texts:
        found = automaton.find(text)
        for (_, end, one), (start, _, other) in pairwise(found):
            if start == end:
                before.append(one)
                after.append(other)
    counts = Counter(before)
    kept = [word for word, count in counts.items() if count >= _OFTEN]
    if len(kept) <= max(_DIMENSIONS, CLASSES):
        return {}  # so few words are each a class of their own
    frequent = [word for word, _ in counts.most_common(_NEIGHBOURS)]
    return dict(zip((words[word] for word in kept), _clustered(before, after, kept, frequent, len(words)), strict=True))


def _clustered(before: list[int], after: list[int], kept: list[int], frequent: list[int], size: int) -> list[int]:
    row, column = numpy.full(size, -1), numpy.full(size, -1)
    row[kept], column[frequent] = numpy.arange(len(kept)), numpy.arange(len(frequent))
    one, other = numpy.array(before), numpy.array(after)
    rows = numpy.concatenate([row[one], row[other]])
    columns = numpy.concatenate([column[other], numpy.where(column[one] < 0, -1, column[one] + len(frequent))])
    seen = (rows >= 0) & (columns >= 0)
    shape = (len(kept), 2 * len(frequent))
    counts = coo_matrix((numpy.ones(int(seen.sum())), (rows[seen], columns[seen])), shape).tocsr()
    return [int(each) + 1 for each in clusters(counts, _DIMENSIONS, CLASSES)]


def clusters(counts: csr_matrix, dimensions: int, most: int) -> NDArray[numpy.intp]:
    """The cluster of each row of ``counts`` (how often it stands beside each column), from 0 to ``most``."""
    # Positive pointwise mutual information: how much oftener a row has a neighbour than chance would give it.
    total = counts.sum()
    scaled = diags(1 / numpy.maximum(numpy.asarray(counts.sum(1)).ravel(), 1)) @ counts
    scaled = (scaled @ diags(total / numpy.maximum(numpy.asarray(counts.sum(0)).ravel(), 1))).tocsr()
    scaled.data = numpy.maximum(numpy.log(numpy.maximum(scaled.data, 1e-9)), 0)
    places, values, _ = svds(scaled, k=dimensions, v0=numpy.ones(min(counts.shape)))
    places = places * numpy.sqrt(values)
    places /= numpy.maximum(numpy.linalg.norm(places, axis=1, keepdims=True), 1e-9)
    _, found = kmeans2(places, most, iter=_ROUNDS, minit="++", seed=1)
    return numpy.asarray(found, numpy.intp)
