"""Which articles have a token, packed as they come: an index of thousands of articles is built in memory."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO

import numpy
from numpy.typing import NDArray

from digest.search.documents import FoundTokens
from digest.search.tokens import beginnings

USUAL_MARKS = (0b001000, 0b011000, 0b101000, 0b011010, 0b111000, 0b101010, 0b000100)
"""The most frequent marks, the first first: 19 in 20 of the repository's articles and of 1,200 texts of others;
``search/postings.js`` has the same."""
_MARK_BITS = 6
_MARK_SIZES = numpy.full(1 << _MARK_BITS, len(USUAL_MARKS) + 1 + _MARK_BITS, dtype=numpy.int64)
_MARK_SIZES[list(USUAL_MARKS)] = 1 + numpy.arange(len(USUAL_MARKS))
_MARK_CODES = (1 << _MARK_BITS) + numpy.arange(1 << _MARK_BITS, dtype=numpy.int64)
_MARK_CODES[list(USUAL_MARKS)] = 1
_LOW_BITS, _LN2 = 4, 0.693

# One number an entry: the token's code, the article's number, the marks. It sorts as the index is read.
_CODE_SHIFT, _NUMBER_SHIFT = 32, 6
MOST_NUMBER = 1 << (_CODE_SHIFT - _NUMBER_SHIFT)
"""Articles have numbers below this."""

# The codes fall into ranges that are sorted one after the other, so that a range is in memory and not all of them:
# of 20,000 articles 400 MB. Most first characters stand between these.
_BOUNDS = numpy.linspace(0x4E00, 0x9FA0, 24, dtype=numpy.uint32) << numpy.uint32(16)
# Bytes of a range in memory; twenty-five of them are 25 MB.
_SPILT = 1_000_000

_ENTRY = 8  # bytes of an entry
# So many entries are encoded at once: a few tens of megabytes beside the entries themselves.
_CHUNK = 1_000_000


@dataclass(frozen=True)
class PackedPostings:
    """Every token in the order in which a browser compares, UTF-16, with its postings.

    ``codes`` are those of the tokens, 0 for a word; ``words`` are those by their place. ``lengths`` are the bytes
    of each token's postings, which stand one after the other in ``postings``.
    """

    codes: NDArray[numpy.uint32]
    words: dict[int, str]
    lengths: NDArray[numpy.int64]
    postings: bytes


class _Bucket:
    """Entries whose codes fall into one range: in memory while they are few, else in a file of the system's."""

    def __init__(self) -> None:
        self._held = bytearray()
        self._spilt: IO[bytes] | None = None

    def add(self, entries: memoryview) -> None:
        """Add entries."""
        self._held += entries
        if len(self._held) > _SPILT:
            self._spilt = self._spilt or TemporaryFile()  # noqa: SIM115 - closed when it is taken
            self._spilt.write(self._held)
            self._held = bytearray()

    def taken(self) -> bytearray:
        """All entries; nothing of them is kept."""
        held, self._held = self._held, bytearray()
        if self._spilt:
            self._spilt.seek(0)
            held = bytearray(self._spilt.read()) + held
            self._spilt.close()
            self._spilt = None
        return held


class Postings:
    """Articles by token."""

    def __init__(self) -> None:
        self._buckets = [_Bucket() for _ in range(len(_BOUNDS) + 1)]
        self._marked = bytearray()
        # What has no code has a number instead, in the order in which it came.
        self._words: dict[str, int] = {}

    def add(self, number: int, found: FoundTokens) -> None:
        """Add the tokens of article ``number``.

        Raises:
            ValueError: the number is out of what two bytes and a half hold (``MOST_NUMBER``).
        """
        if not 0 <= number < MOST_NUMBER:
            raise ValueError(f"article number {number} came; allowed: 0 to {MOST_NUMBER - 1}")
        cuts = [0, *numpy.searchsorted(found.pairs, _BOUNDS).tolist(), len(found.pairs)]
        # In one: an array for each bucket would take longer to make than its entries.
        entries = memoryview(_entries(number, found.pairs, found.marks))
        for bucket, begin, end in zip(self._buckets, cuts, cuts[1:], strict=False):
            bucket.add(entries[begin * _ENTRY : end * _ENTRY])
        words = [self._words.setdefault(word, len(self._words)) for word in found.words]
        self._marked += _entries(
            number, numpy.array(words, dtype=numpy.uint32), numpy.array(list(found.words.values()), dtype=numpy.uint8)
        )

    def packed(self) -> Iterator[PackedPostings]:
        """What was added, packed, in pieces that follow one another; nothing of it is kept."""
        words, lengths, own = self._packed_words()
        beginnings = [_beginning(word) for word in words]
        ends = [0, *numpy.cumsum(lengths).tolist()]
        bounds = [0, *_BOUNDS.tolist(), 1 << _CODE_SHIFT]
        for bucket, low, high in zip(self._buckets, bounds, bounds[1:], strict=False):
            first, last = bisect_left(beginnings, low), bisect_left(beginnings, high)
            yield _merged(
                _packed_sorted(bucket.taken()), words[first:last], lengths[first:last], own[ends[first] : ends[last]]
            )

    def _packed_words(self) -> tuple[list[str], NDArray[numpy.int64], bytes]:
        """The words in order, how long the postings of each are, and these."""
        words = sorted(self._words, key=_utf16)
        ranks = numpy.zeros(len(self._words), dtype=numpy.uint64)
        ranks[[self._words[word] for word in words]] = numpy.arange(len(words), dtype=numpy.uint64)
        entries = numpy.frombuffer(self._marked, dtype=numpy.uint64)
        ranked = ranks[(entries >> numpy.uint64(_CODE_SHIFT)).astype(numpy.int64)] << numpy.uint64(_CODE_SHIFT)
        entries = ranked | entries & numpy.uint64((1 << _CODE_SHIFT) - 1)
        self._marked, self._words = bytearray(), {}
        _, lengths, postings = _packed_sorted(entries)
        return words, lengths, postings


def _merged(
    pairs: tuple[NDArray[numpy.uint32], NDArray[numpy.int64], bytes],
    words: list[str],
    own_lengths: NDArray[numpy.int64],
    own: bytes,
) -> PackedPostings:
    """Pairs and words, each with their postings, in one order."""
    codes, lengths, postings = pairs
    places = numpy.searchsorted(codes, [_beginning(word) for word in words])
    ends, own_ends = (numpy.concatenate(([0], numpy.cumsum(each))) for each in (lengths, own_lengths))
    parts, last = [], 0
    for place, begin, end in zip(places.tolist(), own_ends.tolist(), own_ends[1:].tolist(), strict=False):
        parts += [postings[last : ends[place]], own[begin:end]]
        last = int(ends[place])
    return PackedPostings(
        numpy.insert(codes, places, 0),
        {place + number: word for number, (place, word) in enumerate(zip(places.tolist(), words, strict=True))},
        numpy.insert(lengths, places, own_lengths),
        b"".join([*parts, postings[last:]]),
    )


def _entries(number: int, codes: NDArray[numpy.uint32], marks: NDArray[numpy.uint8]) -> bytes:
    tail = marks.astype(numpy.uint64) | numpy.uint64(number << _NUMBER_SHIFT)
    return (codes.astype(numpy.uint64) << numpy.uint64(_CODE_SHIFT) | tail).tobytes()


def _packed_sorted(
    entries: bytearray | NDArray[numpy.uint64],
) -> tuple[NDArray[numpy.uint32], NDArray[numpy.int64], bytes]:
    """The codes of ``entries`` in order, how long the postings of each are, and these; ``entries`` are sorted."""
    entries = numpy.frombuffer(entries, dtype=numpy.uint64)
    entries.sort()
    codes, lengths, postings = [], [], bytearray()
    for chunk in _chunks(entries):
        found = (chunk >> numpy.uint64(_CODE_SHIFT)).astype(numpy.uint32)
        firsts = numpy.flatnonzero(beginnings(found))
        packed, sizes = _packed(chunk, firsts)
        codes.append(found[firsts])
        lengths.append(sizes)
        postings += packed
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
    """The postings of sorted ``entries``, and how many bytes each token has; ``firsts`` are its first entry's places.

    A token's are a stream of bits, filled up with zeros to whole bytes: in four how many low bits a distance has; then
    of each article the distance from the one before it in a Rice code (its high bits as so many zeros and a one, then
    the low ones), and its marks as so many zeros and a one: a place among ``USUAL_MARKS``; others in six bits behind.
    """
    numbers = (entries >> numpy.uint64(_NUMBER_SHIFT)).astype(numpy.int64) & MOST_NUMBER - 1
    marks = (entries & numpy.uint64((1 << _NUMBER_SHIFT) - 1)).astype(numpy.uint8)
    counts = numpy.diff(firsts, append=len(entries))
    low = _low_bits(numbers[firsts + counts - 1] + 1, counts)
    lows = numpy.repeat(low, counts)
    distances = numpy.diff(numbers, prepend=0) - 1
    distances[firsts] = numbers[firsts]
    zeros = distances >> lows
    plain = (1 << lows) + (distances & (1 << lows) - 1)
    sizes = 1 + lows + _MARK_SIZES[marks]
    bits = numpy.concatenate(([0], numpy.cumsum(zeros + sizes)))
    lengths = (_LOW_BITS + numpy.diff(bits[firsts], append=bits[-1]) + 7) // 8
    begins = 8 * (numpy.cumsum(lengths) - lengths)
    places = bits[:-1] + zeros + numpy.repeat(begins + _LOW_BITS - bits[firsts], counts)
    words = numpy.zeros(int(lengths.sum()) // 4 + 2, dtype=numpy.uint32)
    _set_bits(words, places, sizes, plain << _MARK_SIZES[marks] | _MARK_CODES[marks])
    _set_bits(words, begins, numpy.full(len(begins), _LOW_BITS), low)
    return words.astype(">u4").tobytes()[: int(lengths.sum())], lengths


def _low_bits(last: NDArray[numpy.int64], counts: NDArray[numpy.int64]) -> NDArray[numpy.int64]:
    """How many bits of a distance are written as they are: by a token's mean distance, that nothing but its own
    postings changes. The factor, the natural logarithm of two, is best for articles that come at random."""
    return numpy.log2(numpy.maximum(1, _LN2 * last / counts)).astype(numpy.int64).clip(max=(1 << _LOW_BITS) - 1)


def _set_bits(
    words: NDArray[numpy.uint32],
    places: NDArray[numpy.int64],
    sizes: NDArray[numpy.int64],
    values: NDArray[numpy.int64],
) -> None:
    """Write ``values`` of so many bits (up to 32) at ascending ``places`` of ``words``, where zeros are."""
    if not len(places):
        return
    own = places >> 5
    placed = values.astype(numpy.uint64) << (64 - (places & 31) - sizes).astype(numpy.uint64)
    firsts = numpy.flatnonzero(numpy.diff(own, prepend=-1))
    # What shares a word has other bits of it.
    together = numpy.bitwise_or.reduceat(placed, firsts)
    words[own[firsts]] |= (together >> numpy.uint64(32)).astype(numpy.uint32)
    words[own[firsts] + 1] |= together.astype(numpy.uint32)


def _utf16(token: str) -> bytes:
    return token.encode("utf-16-be", "surrogatepass")


def _beginning(word: str) -> int:
    """The first two of a word's UTF-16 units as a code: no pair of Han characters has the same."""
    return int.from_bytes(_utf16(word)[:4].ljust(4, b"\0"), "big")
