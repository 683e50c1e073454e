"""Which articles have a token, packed as they come: an index of thousands of articles is built in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from heapq import merge

from digest.search.documents import Zone

# How often a token stands in an article, in two bits: once, twice, up to five times, more.
_OFTEN = (0, 0, 1, 2, 2, 2, 3)
_COUNT_SHIFT = 4
_COMMON = int(Zone.BODY)
_NUMBER_BYTES = 4
_SURROGATES = "\ud800"


class Postings:
    """Articles by token. They are added in the order of their numbers."""

    def __init__(self) -> None:
        # Half of all tokens stand in one article only: a plain number is the smallest thing that holds it. The
        # others are packed bytes, which begin with the last number.
        self._found: dict[str, int | bytearray] = {}

    def add(self, number: int, found: Mapping[str, tuple[int, int]]) -> None:
        """Add the tokens of article ``number``, each with its zones and how often it stands there."""
        store = self._found
        for token, (zone, count) in found.items():
            marks = zone if count == 1 else zone | _OFTEN[min(count, len(_OFTEN) - 1)] << _COUNT_SHIFT
            held = store.get(token)
            if held is None:
                store[token] = number << 8 | marks
                continue
            if isinstance(held, int):
                first = held >> 8
                held = store[token] = bytearray(first.to_bytes(_NUMBER_BYTES)) + _entry(first, held & 255)
            held += _entry(number - int.from_bytes(held[:_NUMBER_BYTES]), marks)
            held[:_NUMBER_BYTES] = number.to_bytes(_NUMBER_BYTES)

    def packed(self) -> Iterator[tuple[str, bytes]]:
        """Every token in the order of UTF-16, in which a browser compares, with its postings; none is kept."""
        # The order differs for few tokens: a key for each of the others would take as much memory as the index.
        plain = sorted(token for token in self._found if max(token) < _SURROGATES)
        rest = sorted((token for token in self._found if max(token) >= _SURROGATES), key=_utf16)
        for token in merge(plain, rest, key=_utf16):
            held = self._found.pop(token)
            yield token, _entry(held >> 8, held & 255) if isinstance(held, int) else bytes(held[_NUMBER_BYTES:])


def _utf16(token: str) -> bytes:
    return token.encode("utf-16-be")


def _entry(distance: int, marks: int) -> bytes:
    """One posting: the distance from the number before, and the marks unless they are the most common ones."""
    if marks == _COMMON:
        return varint(distance << 1)
    return varint(distance << 1 | 1) + bytes((marks,))


def varint(number: int) -> bytes:
    """``number`` in as many bytes as it needs: seven bits each, the lowest first, the eighth says that more come."""
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)
