"""The texts that are shown, many to a file: a host of files takes few thousand, and a browser reads a part of one."""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

from digest.search.shards import file_of, name_of, short_json_bytes

UNIT = 256
"""A text takes a whole number of these bytes, so that a table of the sizes is short: five bits each, compressed."""

# Sizes are written as one character each, from the first that JSON writes as it is, with a byte for the usual ones.
_FIRST_SIZE = 0x23

# A file ends behind an article whose slug says so, so that one more article changes one file: at least so many of them,
# at most, and of those between one in so many. About a hundred texts to a file, and more where there are many articles,
# since a part of a file costs the same: then at least so many that 128 files would hold more. About eighty cards, of
# which a page of results reads ten files without any part of them.
_TEXTS, _CARDS = (50, 200, 64), (48, 192, 48)
_SHARE_BITS = 7
_HEADER = 10
_EXTRA_FIELD = 4


def padded(file: bytes) -> bytes:
    """A gzip file of a whole number of units: the room is a field in its header, which any reader passes over."""
    missing = -len(file) % UNIT
    if not missing:
        return file
    missing += UNIT if missing < 2 else 0
    head = bytearray(file[:_HEADER])
    head[3] |= _EXTRA_FIELD
    return bytes(head) + (missing - 2).to_bytes(2, "little") + bytes(missing - 2) + file[_HEADER:]


def size_sign(text: bytes) -> str:
    """The size of a padded text as a character; ``sizes_of`` reads it. No article has a megabyte of text."""
    sign = _FIRST_SIZE + len(text) // UNIT
    # Not the backslash, which JSON writes as two, nor what stands alone for no character.
    return chr(sign + 1 if sign >= 0x5C else sign)


def sizes_of(signs: str) -> list[int]:
    """The sizes in bytes of the texts of a file."""
    return [UNIT * (ord(sign) - _FIRST_SIZE - (ord(sign) > 0x5C)) for sign in signs]


class TextBundles:
    """Collects the texts of one variant, in the order of the articles' numbers."""

    def __init__(self, articles: int) -> None:
        least, most, self._every = _TEXTS
        # In steps, since another size is another file everywhere.
        self._least = max(least, 1 << max(0, articles.bit_length() - _SHARE_BITS))
        self._most = self._least - least + most
        self._texts: list[bytes] = []
        self.names: list[str] = []
        self.sizes: list[str] = []

    def add(self, slug: str, file: bytes) -> Iterator[tuple[str, bytes]]:
        """Add the next article's text; gives the file that it ends, if it ends one."""
        self._texts.append(padded(file))
        if _ends(len(self._texts), slug, self._least, self._most, self._every):
            yield self._ended()

    def rest(self) -> Iterator[tuple[str, bytes]]:
        """The last file."""
        if self._texts:
            yield self._ended()

    def _ended(self) -> tuple[str, bytes]:
        content = b"".join(self._texts)
        self.names.append(name_of(content))
        self.sizes.append("".join(map(size_sign, self._texts)))
        self._texts = []
        return self.names[-1], content


class CardBundles:
    """Collects what the list of results says at least of each article of one variant: address, title, date.

    Where a host sends no parts of files, a browser that has many texts to choose from reads these instead.
    """

    def __init__(self) -> None:
        self._cards: list[tuple[str, str, str]] = []
        self.names: list[str] = []
        self.counts: list[int] = []

    def add(self, slug: str, card: tuple[str, str, str]) -> Iterator[tuple[str, bytes]]:
        """Add the next article's card; gives the file that it ends, if it ends one."""
        self._cards.append(card)
        if _ends(len(self._cards), slug, *_CARDS):
            yield self._ended()

    def rest(self) -> Iterator[tuple[str, bytes]]:
        """The last file; none where it would be the only one: so few texts are read as they are."""
        if self._cards and self.names:
            yield self._ended()

    def _ended(self) -> tuple[str, bytes]:
        name, file = file_of(short_json_bytes(self._cards))
        self.names.append(name)
        self.counts.append(len(self._cards))
        self._cards = []
        return name, file


def _ends(number: int, slug: str, least: int, most: int, every: int) -> bool:
    return number >= most or (number >= least and crc32(slug.encode()) % every == 0)
