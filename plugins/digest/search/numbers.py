"""The number of each article in the index: it stays when other articles come or go."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2s

# Thirty-two places an article: at most one newcomer in sixty-four takes a place that is taken and moves its
# neighbour; each doubling costs a posting one bit.
_ROOM_BITS = 5
_LEAST_BITS = 12


def article_numbers(slugs: Iterable[str]) -> dict[str, int]:
    """A number for each slug, from the slug itself, in the order of the numbers.

    A numbering by rank would change with every article that comes in between, and with it most of the index.
    Here the number is the beginning of the slug's hash; of two that fall on one place the second takes the next.
    All change when the articles outgrow their places, that is when they double.
    """
    hashed = sorted((blake2s(slug.encode()).hexdigest(), slug) for slug in slugs)
    bits = max(_LEAST_BITS, len(hashed).bit_length() + _ROOM_BITS)
    taken: dict[int, str] = {}
    for digest, slug in hashed:
        place = int(digest, 16) >> (256 - bits)
        while place in taken:
            place += 1
        taken[place] = slug
    return {taken[place]: place for place in sorted(taken)}
