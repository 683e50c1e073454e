"""The index cut into files, and the directory that says which file has a token."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from hashlib import blake2s
from typing import Any
from zlib import crc32

from digest.search.postings import varint

# A word of four characters is looked up in three or four shards. At 10,000 articles these are of 7 kB each on
# average, compressed; smaller ones would be more files than some hosts take.
LEAST, MOST = 6_000, 18_000
"""Bytes of a shard before it is compressed; a single token may have more."""

# A shard ends where a token's own hash says so: a new token then changes the shard it falls into, not all after it.
_END_EVERY = 16
PAGE = 64
"""Shards on a page of the directory: with twice as many articles there are more pages, each as small."""

_ALONE = "_"


def file_of(content: bytes) -> tuple[str, bytes]:
    """The name of a file, from its content, and the file: compressed, the same bytes at every build."""
    return f"{blake2s(content, digest_size=6).hexdigest()}.bin", packed(content)


def packed(content: bytes) -> bytes:
    """``content`` compressed, without the time of day in it."""
    return gzip.compress(content, 9, mtime=0)


def json_bytes(value: Any) -> bytes:
    """``value`` as JSON that is read by machines only."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


class Directory:
    """Collects what the files are called while they are made: two levels, so that what a query reads stays small."""

    def __init__(self) -> None:
        self._firsts: list[str] = []
        self._names: list[str] = []

    def shards(self, tokens: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
        """The files of the ``tokens``, which come sorted."""
        for shard in _cut(tokens):
            name, content = file_of(_shard(shard))
            self._firsts.append(shard[0][0])
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


def _cut(tokens: Iterable[tuple[str, bytes]]) -> Iterator[list[tuple[str, bytes]]]:
    held: list[tuple[str, bytes]] = []
    size = 0
    for token, postings in tokens:
        ends = crc32(token.encode()) % _END_EVERY == 0
        if held and (size + len(postings) > MOST or (size > LEAST and ends)):
            yield held
            held, size = [], 0
        held.append((token, postings))
        # The token itself takes some three bytes.
        size += len(postings) + 3
    if held:
        yield held


def _shard(tokens: list[tuple[str, bytes]]) -> bytes:
    """One shard: its tokens on a line, then the length of each one's postings, then the postings.

    Tokens with one first character stand together as that character and the second ones, ``_`` for none; a
    word that is not of Han characters stands by itself after ``=``.
    """
    groups: list[str] = []
    for token, _ in tokens:
        if len(token) > 2 or token.isascii():
            groups.append(f"={token}")
        else:
            second = token[1:] or _ALONE
            if groups and groups[-1][0] == token[0]:
                groups[-1] += second
            else:
                groups.append(token[0] + second)
    lengths = b"".join(varint(len(postings)) for _, postings in tokens)
    return "\t".join(groups).encode() + b"\n" + lengths + b"".join(postings for _, postings in tokens)
