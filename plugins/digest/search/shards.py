"""The index cut into files, and the directory that says which file has a token."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2s
from typing import Any
from zlib import crc32

import numpy
from numpy.typing import NDArray

from digest.search.postings import PackedPostings, varints
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
PACKED = 96
"""Shards in a file, and on a page of the directory, more or less: with twice as many articles there are more files.

A file ends where a shard's first token says so, as a shard does: what is new changes few files.
"""

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


@dataclass(frozen=True)
class Pack:
    """A file of shards: its name, the first token of each, and how long each is."""

    name: str
    first: list[str]
    size: list[int]


class Directory:
    """Collects where the shards are while they are made: two levels, so that what a query reads stays small."""

    def __init__(self) -> None:
        self._packs: list[Pack] = []
        self._first: list[str] = []
        self._parts: list[bytes] = []

    def shards(self, pieces: Iterable[PackedPostings]) -> Iterator[tuple[str, bytes]]:
        """The files of the tokens: shards, a number of them to a file."""
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
        ends = len(self._parts) >= PACKED // 2 and _checksum(self._first[-1]) % PACKED == 0
        return ends or len(self._parts) == 2 * PACKED

    def _ended(self) -> tuple[str, bytes]:
        content = b"".join(self._parts)
        self._packs.append(Pack(name_of(content), self._first, [len(part) for part in self._parts]))
        self._first, self._parts = [], []
        return self._packs[-1].name, content

    def pages(self) -> tuple[dict[str, Any], list[tuple[str, bytes]]]:
        """The directory of the packs, and the file that it is in, if it is too long to be read at once.

        A page says of one pack its name, the first tokens and the sizes of its shards. The directory has the first
        token of each pack, and the pages themselves, or the file that they stand in with the size of each.
        """
        pages = [{"name": each.name, "first": each.first, "size": each.size} for each in self._packs]
        top: dict[str, Any] = {"first": [each.first[0] for each in self._packs]}
        if len(pages) <= _AT_ONCE:
            return {**top, "pages": pages}, []
        files = [packed(json_bytes(page)) for page in pages]
        content = b"".join(files)
        return {**top, "name": name_of(content), "size": [len(file) for file in files]}, [(name_of(content), content)]


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
