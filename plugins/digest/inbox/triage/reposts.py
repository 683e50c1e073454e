"""Which pages are the same text: reposts under other titles, in the other script, cut or padded."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy
from numpy.typing import NDArray

from digest.inbox.triage.examined import Examined
from digest.proposals.alike.sparse_rows import Integers

# Of the shorter text's kept pieces: see ``proposals.copies``, which measures all of them.
SAME = 0.3
# Fewer kept pieces in common are a quotation that two articles share.
LEAST_PIECES = 5
# A piece that stands in more texts than this is a site's own phrase and tells nothing.
COMMON = 200


@dataclass
class Texts:
    """The fingerprints of many texts, packed: some 1.5 kB each."""

    names: list[str] = field(default_factory=list)
    ranks: list[tuple[str, int, str]] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    pieces: array[int] = field(default_factory=lambda: array("I"))

    def add(self, name: str, rank: tuple[str, int, str], pieces: array[int]) -> None:
        """One more text; of two that are the same that of the lower ``rank`` is the original."""
        self.names.append(name)
        self.ranks.append(rank)
        self.sizes.append(len(pieces))
        self.pieces.extend(pieces)


def reposts(pages: Iterable[Examined], known: Mapping[str, array[int]]) -> dict[str, str]:
    """By key of each page that is a copy: the key of the page, or the slug of the article in ``known``, that it is of.

    The same whatever order the pages come in: of copies the earliest by its day is the original, then the longest.
    """
    texts = Texts()
    for name in sorted(known):
        texts.add(name, ("", 0, name), known[name])
    for page in pages:
        texts.add(page.key, (page.day or "9999", -page.length, page.key), page.pieces)
    return _copies(texts, set(known))


def _copies(texts: Texts, known: set[str]) -> dict[str, str]:
    order = sorted(range(len(texts.names)), key=texts.ranks.__getitem__)
    sizes = numpy.array(texts.sizes, dtype=numpy.int64)
    ends = numpy.cumsum(sizes)
    shared = _Shared(numpy.frombuffer(texts.pieces, dtype=numpy.uint32), sizes, order)
    is_original = numpy.ones(len(order), dtype=bool)
    found: dict[str, str] = {}
    for text in order:
        others, counts = shared.before(text, ends[text] - sizes[text], ends[text], is_original)
        name = texts.names[text]
        if not len(others) or name in known:
            continue
        shares = numpy.where(counts >= LEAST_PIECES, counts / numpy.minimum(sizes[text], sizes[others]), 0.0)
        best = int(numpy.argmax(shares))
        if shares[best] >= SAME:
            found[name] = texts.names[int(others[best])]
            is_original[text] = False
    return found


class _Shared:
    """Asks which texts have pieces in common. ``pieces`` are those of one text after the other."""

    def __init__(self, pieces: NDArray[numpy.uint32], sizes: Integers, order: list[int]) -> None:
        self._order = numpy.array(order, dtype=numpy.int64)
        self._rank = numpy.empty(len(order), dtype=numpy.int64)
        self._rank[self._order] = numpy.arange(len(order))
        owners = numpy.repeat(self._rank, sizes)
        # All places of one piece beside one another, those of the texts that come first in front.
        by_piece = numpy.lexsort((owners, pieces))
        self._owners = owners[by_piece].astype(numpy.int32)
        ordered = pieces[by_piece]
        is_first = numpy.ones(len(ordered), dtype=bool)
        is_first[1:] = ordered[1:] != ordered[:-1]
        begins = numpy.flatnonzero(is_first)
        self._position = numpy.empty(len(pieces), dtype=numpy.int64)
        self._position[by_piece] = numpy.arange(len(pieces))
        self._begin = numpy.repeat(begins, numpy.diff(begins, append=len(pieces)))

    def before(self, text: int, start: int, end: int, is_original: NDArray[numpy.bool_]) -> tuple[Integers, Integers]:
        """The originals in front of ``text`` that share pieces with it, in order, and how many each."""
        positions = self._position[start:end]
        begins = self._begin[positions]
        lengths = positions - begins
        has = lengths > 0
        parts = [
            self._owners[begin : begin + min(length, COMMON)]
            for begin, length in zip(begins[has].tolist(), lengths[has].tolist(), strict=True)
        ]
        if not parts:
            return numpy.empty(0, dtype=numpy.int64), numpy.empty(0, dtype=numpy.int64)
        ranks, counts = numpy.unique(numpy.concatenate(parts), return_counts=True)
        others = self._order[ranks]
        kept = is_original[others]
        return others[kept], counts[kept]
