"""The index cut into files, and the directory that says which file has a token."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from hashlib import blake2s
from typing import Any
from zlib import crc32

import numpy
from numpy.typing import NDArray

from digest.search.postings import MOST_NUMBER, PackedPostings
from digest.search.tokens import beginnings, token_of

# A word of four characters is looked up in three or four shards; at 20,000 articles a pair's own postings are two
# thirds of such a shard.
LEAST, MOST = 3_000, 9_000
"""Bytes of a shard before it is compressed; a single token may have more."""

# A shard ends where a token's own hash says so: a new token then changes the shard it falls into, not all after it.
# The hash is Knuth's, of its code, or a word's checksum: one token in sixteen may begin a shard.
_MULTIPLIER, _HASH_SHIFT = 2_654_435_761, 28
# The token itself takes some three bytes.
_TOKEN_BYTES = 3
# Bytes of a pack, which is shards one after the other, at least, for up to so many articles: a host that sends no parts
# of files sends a pack for each pair that is looked up, and one that hosts many articles takes few thousand files.
# 20,000 articles have 60 MB of postings. In steps, since another size is another file everywhere.
_PACKED = ((8_192, 10_000), (16_384, 18_000), (MOST_NUMBER, 24_000))
# A pack of so many bytes, and half as many at most, may end behind one shard in so many.
_MAY_END = 4
LISTED = 96
"""Shards on a page of the directory, at least: some 1,800 bytes."""

# Pages that are read with the index itself: some 400 bytes each.
_AT_ONCE = 3

_ALONE = "_"

# Level 9 takes two thirds longer than this and saves one byte in 130 of a text, none of a shard.
_LEVEL = 4


def name_of(content: bytes) -> str:
    """The name of a file, from its content."""
    return f"{blake2s(content, digest_size=6).hexdigest()}.bin"


def file_of(content: bytes) -> tuple[str, bytes]:
    """The name of a file, and the file: compressed, the same bytes at every build."""
    return name_of(content), packed(content)


def packed(content: bytes) -> bytes:
    """``content`` compressed, without the time of day in it."""
    return gzip.compress(content, _LEVEL, mtime=0)


def json_bytes(value: Any) -> bytes:
    """``value`` as JSON that is read by machines only."""
    return _json(value).encode()


def short_json_bytes(value: Any) -> bytes:
    """``value`` as JSON in UTF-16 where that is shorter than UTF-8, as Han text is: a browser sees which by a zero.

    Compressed it is shorter too, by one byte in sixteen of the repository's articles.
    """
    text = _json(value)
    return min(text.encode("utf-8", "surrogatepass"), text.encode("utf-16-le", "surrogatepass"), key=len)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@dataclass
class _Page:
    """What the directory says of some packs: the name of each and how many shards it has, and of each shard its first
    token and how long it is."""

    name: list[str] = field(default_factory=list)
    count: list[int] = field(default_factory=list)
    first: list[str] = field(default_factory=list)
    size: list[int] = field(default_factory=list)


class Directory:
    """Collects where the shards are while they are made: two levels, so that what a query reads stays small."""

    def __init__(self, articles: int) -> None:
        self._least = next(least for most, least in _PACKED if articles <= most)
        self._pages = [_Page()]
        self._first: list[str] = []
        self._parts: list[bytes] = []

    def shards(self, pieces: Iterable[PackedPostings]) -> Iterator[tuple[str, bytes]]:
        """The files of the tokens: packs, which are shards one after the other."""
        for tokens in pieces:
            ends = numpy.concatenate(([0], numpy.cumsum(tokens.lengths)))
            for start, end in _cuts(tokens):
                head = "\t".join(_groups(tokens, start, end)).encode()
                lengths = varints(tokens.lengths[start:end])
                self._parts.append(packed(head + b"\n" + lengths + tokens.postings[ends[start] : ends[end]]))
                self._first.append(tokens.words.get(start) or token_of(int(tokens.codes[start])))
                if self._is_full():
                    yield self._ended()
        if self._parts:
            yield self._ended()

    def _is_full(self) -> bool:
        size = sum(map(len, self._parts))
        return size >= 1.5 * self._least or (size >= self._least and _checksum(self._first[-1]) % _MAY_END == 0)

    def _ended(self) -> tuple[str, bytes]:
        content = b"".join(self._parts)
        page = self._pages[-1]
        page.name.append(name_of(content))
        page.count.append(len(self._parts))
        page.first += self._first
        page.size += map(len, self._parts)
        # A page ends where its last token says so, as a shard does: what is new changes few files.
        size = len(page.first)
        if size >= 2 * LISTED or (size >= LISTED and _checksum(page.first[-1]) % _MAY_END == 0):
            self._pages.append(_Page())
        self._first, self._parts = [], []
        return page.name[-1], content

    def pages(self) -> tuple[dict[str, Any], list[tuple[str, bytes]]]:
        """The directory and its files: the first token of each page, and the pages themselves, or where they are too
        long to be read at once the name of the file of each."""
        pages = [asdict(each) for each in self._pages if each.name]
        top: dict[str, Any] = {"first": [each["first"][0] for each in pages]}
        if len(pages) <= _AT_ONCE:
            return {**top, "pages": pages}, []
        files = [file_of(json_bytes(page)) for page in pages]
        return {**top, "files": [name for name, _ in files]}, files


def varints(values: NDArray[numpy.int64]) -> bytes:
    """``values`` one after the other, each in as many bytes as it needs: seven bits to a byte, the lowest first; the
    eighth says that others follow."""
    most = max(1, (int(values.max(initial=0)).bit_length() + 6) // 7)
    rows = values[:, None] >> 7 * numpy.arange(most)
    follow = rows >> 7 > 0
    kept = numpy.concatenate((numpy.ones((len(values), 1), dtype=numpy.bool_), follow[:, :-1]), axis=1)
    held: NDArray[numpy.uint8] = (rows & 127 | follow << 7)[kept].astype(numpy.uint8)
    return held.tobytes()


def _checksum(token: str) -> int:
    return crc32(token.encode("utf-8", "surrogatepass"))


def _cuts(tokens: PackedPostings) -> Iterator[tuple[int, int]]:
    """Where the shards begin and end, as places of tokens."""
    number = len(tokens.codes)
    sums = numpy.concatenate(([0], numpy.cumsum(tokens.lengths + _TOKEN_BYTES)))
    hashed = tokens.codes.astype(numpy.uint64) * numpy.uint64(_MULTIPLIER) & numpy.uint64(0xFFFFFFFF)
    hashed[list(tokens.words)] = [_checksum(word) for word in tokens.words.values()]
    may_begin = numpy.append(numpy.flatnonzero(hashed >> numpy.uint64(_HASH_SHIFT) == 0), number)
    start = 0
    while start < number:
        enough = max(start + 1, int(numpy.searchsorted(sums, sums[start] + LEAST, side="right")))
        too_much = max(start + 1, int(numpy.searchsorted(sums, sums[start] + MOST, side="right")) - 1)
        next_place = min(int(numpy.searchsorted(may_begin, enough)), len(may_begin) - 1)
        end = min(int(may_begin[next_place]), too_much, number)
        yield start, end
        start = end


def _groups(tokens: PackedPostings, start: int, end: int) -> Iterator[str]:
    """The tokens of a shard: those with one first character stand together as that character and the second ones,
    ``_`` for none; a word stands by itself after ``=``.
    """
    codes = tokens.codes[start:end]
    last = 0
    for place in (*numpy.flatnonzero(codes == 0).tolist(), len(codes)):
        if last < place:
            yield _together(codes[last:place])
        if place < len(codes):
            yield f"={tokens.words[start + place]}"
        last = place + 1


def _together(codes: NDArray[numpy.uint32]) -> str:
    firsts, seconds = codes >> numpy.uint32(16), codes & numpy.uint32(0xFFFF)
    seconds[seconds == 0] = ord(_ALONE)
    begins = beginnings(firsts)
    places = numpy.cumsum(1 + 2 * begins) - 1
    units = numpy.full(int(places[-1]) + 1, ord("\t"), dtype="<u2")
    units[places] = seconds
    units[places[begins] - 1] = firsts[begins]
    return units[1:].tobytes().decode("utf-16-le")
