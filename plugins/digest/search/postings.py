"""Which articles have a token, packed as they come: an index of thousands of articles is built in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from digest.search.documents import Found, Zone
from digest.search.tokens import beginnings

_COMMON = int(Zone.BODY)
# One number an entry: the token's code, the article's number, the marks. It sorts as the index is read.
_CODE_SHIFT, _NUMBER_SHIFT = 32, 6
MOST_NUMBER = 1 << (_CODE_SHIFT - _NUMBER_SHIFT)
"""Articles have numbers below this."""

# So many entries are encoded at once: a few tens of megabytes beside the entries themselves.
_CHUNK = 1_000_000


@dataclass(frozen=True)
class Packed:
    """Every token in the order in which a browser compares, UTF-16, with its postings.

    ``codes`` are those of the tokens, 0 for a word; ``words`` are those by their place. ``lengths`` are the bytes
    of each token's postings, which stand one after the other in ``postings``.
    """

    codes: NDArray[numpy.uint32]
    words: dict[int, str]
    lengths: NDArray[numpy.int64]
    postings: bytes


class Postings:
    """Articles by token."""

    def __init__(self) -> None:
        self._entries = bytearray()
        self._words: dict[str, list[tuple[int, int]]] = {}

    def add(self, number: int, found: Found) -> None:
        """Add the tokens of article ``number``."""
        if not 0 <= number < MOST_NUMBER:
            raise ValueError(f"article number {number} came; allowed: 0 to {MOST_NUMBER - 1}")
        tail = found.marks.astype(numpy.uint64) | numpy.uint64(number << _NUMBER_SHIFT)
        self._entries += (found.pairs.astype(numpy.uint64) << numpy.uint64(_CODE_SHIFT) | tail).tobytes()
        for word, marks in found.words.items():
            self._words.setdefault(word, []).append((number, marks))

    def packed(self) -> Packed:
        """What was added, packed; nothing of it is kept."""
        codes, lengths, postings = self._packed_pairs()
        words = sorted(self._words, key=_utf16)
        places = numpy.searchsorted(codes, [_beginning(word) for word in words])
        own = [_packed_word(sorted(self._words[word])) for word in words]
        ends = numpy.concatenate(([0], numpy.cumsum(lengths)))
        parts, last = [], 0
        for place, packed in zip(places.tolist(), own, strict=True):
            parts += [postings[last : ends[place]], packed]
            last = int(ends[place])
        self._words.clear()
        return Packed(
            numpy.insert(codes, places, 0), {place + number: word for number, (place, word) in
                                             enumerate(zip(places.tolist(), words, strict=True))},
            numpy.insert(lengths, places, [len(each) for each in own]), b"".join([*parts, postings[last:]]))

    def _packed_pairs(self) -> tuple[NDArray[numpy.uint32], NDArray[numpy.int64], bytes]:
        entries = numpy.frombuffer(self._entries, dtype=numpy.uint64)
        entries.sort()
        codes, lengths, postings = [], [], bytearray()
        for chunk in _chunks(entries):
            found = (chunk >> numpy.uint64(_CODE_SHIFT)).astype(numpy.uint32)
            firsts = numpy.flatnonzero(beginnings(found))
            packed, ends = _packed(chunk, firsts)
            codes.append(found[firsts])
            lengths.append(numpy.diff(ends[firsts[1:] - 1], prepend=0, append=len(packed))[: len(firsts)])
            postings += packed
        del entries, chunk
        self._entries = bytearray()
        return numpy.concatenate(codes), numpy.concatenate(lengths), bytes(postings)


def _chunks(entries: NDArray[numpy.uint64]) -> Iterator[NDArray[numpy.uint64]]:
    """``entries`` in pieces that no token's postings go across; one piece at least."""
    start = 0
    while start < len(entries) - _CHUNK:
        code = int(entries[start + _CHUNK]) >> _CODE_SHIFT
        end = int(numpy.searchsorted(entries, numpy.uint64(code << _CODE_SHIFT)))
        if end <= start:
            end = int(numpy.searchsorted(entries, numpy.uint64((code + 1) << _CODE_SHIFT)))
        yield entries[start:end]
        start = end
    yield entries[start:]


def _packed(entries: NDArray[numpy.uint64], firsts: NDArray[numpy.int64]) -> tuple[bytes, NDArray[numpy.int64]]:
    """The postings of sorted ``entries``, and where each ends: the distance from the article before, and its marks.

    ``firsts`` are the places of each token's first entry. The marks are left out where they are the common ones.
    """
    numbers = (entries >> numpy.uint64(_NUMBER_SHIFT)).astype(numpy.int64) & MOST_NUMBER - 1
    marks = (entries & numpy.uint64((1 << _NUMBER_SHIFT) - 1)).astype(numpy.uint8)
    distances = numpy.diff(numbers, prepend=0)
    distances[firsts] = numbers[firsts]
    marked = marks != _COMMON
    values = distances << 1 | marked
    sizes = varint_sizes(values)
    ends = numpy.cumsum(sizes + marked)
    out = numpy.empty(int(ends[-1]) if len(ends) else 0, dtype=numpy.uint8)
    write_varints(out, ends - sizes - marked, values, sizes)
    out[ends[marked] - 1] = marks[marked]
    return out.tobytes(), ends


def varint_sizes(values: NDArray[numpy.int64]) -> NDArray[numpy.int64]:
    """How many bytes each of ``values`` takes: seven bits a byte."""
    sizes = numpy.ones(len(values), dtype=numpy.int64)
    for bits in range(7, 35, 7):
        sizes += values >= 1 << bits
    return sizes


def write_varints(
    out: NDArray[numpy.uint8], starts: NDArray[numpy.int64], values: NDArray[numpy.int64],
    sizes: NDArray[numpy.int64],
) -> None:
    """Write ``values`` into ``out`` at ``starts``: the lowest seven bits first, the eighth says that more come."""
    for place in range(int(sizes.max(initial=0))):
        here = sizes > place
        more = (sizes[here] > place + 1).astype(numpy.int64) << 7
        out[starts[here] + place] = values[here] >> 7 * place & 127 | more


def varints(values: NDArray[numpy.int64]) -> bytes:
    """``values`` one after the other."""
    sizes = varint_sizes(values)
    out = numpy.empty(int(sizes.sum()), dtype=numpy.uint8)
    write_varints(out, numpy.cumsum(sizes) - sizes, values, sizes)
    return out.tobytes()


def _packed_word(entries: list[tuple[int, int]]) -> bytes:
    listed = numpy.array([number << _NUMBER_SHIFT | marks for number, marks in entries], dtype=numpy.uint64)
    return _packed(listed, numpy.array([0]))[0]


def _utf16(token: str) -> bytes:
    return token.encode("utf-16-be", "surrogatepass")


def _beginning(word: str) -> int:
    """The first two of a word's UTF-16 units as a code: no pair of Han characters has the same."""
    return int.from_bytes(_utf16(word)[:4].ljust(4, b"\0"), "big")
