"""The index cut into files, and the directory that says which file has a token."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from hashlib import blake2s
from typing import Any
from zlib import crc32

import numpy
from numpy.typing import NDArray

from digest.search.postings import Packed, varints
from digest.search.tokens import beginnings, token_of

# A word of four characters is looked up in three or four shards. At 10,000 articles these are of 7 kB each on
# average, compressed; smaller ones would be more files than some hosts take.
LEAST, MOST = 6_000, 18_000
"""Bytes of a shard before it is compressed; a single token may have more."""

# A shard ends where a token's own hash says so: a new token then changes the shard it falls into, not all after it.
# The hash is Knuth's, of its code, or a word's checksum: one token in sixteen may begin a shard.
_MULTIPLIER, _HASH_SHIFT = 2_654_435_761, 28
# The token itself takes some three bytes.
_TOKEN_BYTES = 3
PAGE = 64
"""Shards on a page of the directory: with twice as many articles there are more pages, each as small."""

_ALONE = "_"

# Level 9 takes two thirds longer than this and saves one byte in 130 of a text, none of a shard.
_LEVEL = 4


def file_of(content: bytes) -> tuple[str, bytes]:
    """The name of a file, from its content, and the file: compressed, the same bytes at every build."""
    return f"{blake2s(content, digest_size=6).hexdigest()}.bin", packed(content)


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


class Directory:
    """Collects what the files are called while they are made: two levels, so that what a query reads stays small."""

    def __init__(self) -> None:
        self._firsts: list[str] = []
        self._names: list[str] = []

    def shards(self, tokens: Packed) -> Iterator[tuple[str, bytes]]:
        """The files of the ``tokens``."""
        ends = numpy.concatenate(([0], numpy.cumsum(tokens.lengths)))
        for start, end in _cuts(tokens):
            head = "\t".join(_groups(tokens, start, end)).encode()
            lengths = varints(tokens.lengths[start:end])
            name, content = file_of(head + b"\n" + lengths + tokens.postings[ends[start] : ends[end]])
            self._firsts.append(tokens.words.get(start) or token_of(int(tokens.codes[start])))
            self._names.append(name)
            yield name, content

    def pages(self) -> tuple[dict[str, list[str]], list[tuple[str, bytes]]]:
        """The directory of the pages (first tokens, names), and the pages, which are such directories of shards."""
        top: dict[str, list[str]] = {"first": [], "name": []}
        files = []
        for start in range(0, len(self._names), PAGE):
            page = {"first": self._firsts[start : start + PAGE], "name": self._names[start : start + PAGE]}
            name, content = file_of(json_bytes(page))
            files.append((name, content))
            top["first"].append(page["first"][0])
            top["name"].append(name)
        return top, files


def _cuts(tokens: Packed) -> Iterator[tuple[int, int]]:
    """Where the shards begin and end, as places of tokens."""
    number = len(tokens.codes)
    sums = numpy.concatenate(([0], numpy.cumsum(tokens.lengths + _TOKEN_BYTES)))
    hashed = tokens.codes.astype(numpy.uint64) * numpy.uint64(_MULTIPLIER) & numpy.uint64(0xFFFFFFFF)
    hashed[list(tokens.words)] = [crc32(word.encode("utf-8", "surrogatepass")) for word in tokens.words.values()]
    may_begin = numpy.append(numpy.flatnonzero(hashed >> numpy.uint64(_HASH_SHIFT) == 0), number)
    start = 0
    while start < number:
        enough = max(start + 1, int(numpy.searchsorted(sums, sums[start] + LEAST, side="right")))
        too_much = max(start + 1, int(numpy.searchsorted(sums, sums[start] + MOST, side="right")) - 1)
        next_place = min(int(numpy.searchsorted(may_begin, enough)), len(may_begin) - 1)
        end = min(int(may_begin[next_place]), too_much, number)
        yield start, end
        start = end


def _groups(tokens: Packed, start: int, end: int) -> Iterator[str]:
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
