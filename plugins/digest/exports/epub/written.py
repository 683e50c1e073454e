"""A book's chapters as they lie in its archive, kept for the next book with what they asked of this one."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from digest.exports.epub.archive import PackedFile, packed
from digest.exports.epub.chapter import Chapter, ChapterPlace
from digest.exports.epub.links import Found, Pictures, in_book, name_in_book, settle_links, settle_pictures
from digest.exports.imprint import Imprint


class Keep(Protocol):
    """What was made once, by the hash of all that it was made from."""

    def key(self, kind: str, *parts: object) -> bytes:
        """The key of a value of a ``kind`` made from ``parts``."""

    def get(self, key: bytes) -> bytes | None:
        """The value of ``key``, where there is one."""

    def put(self, key: bytes, value: bytes) -> None:
        """Keep ``value`` under ``key``."""


@dataclass(frozen=True)
class KeptChapter(ChapterPlace):
    """``links`` and ``pictures`` are what was asked of the book, with the answers: see ``epub_links``."""

    content: PackedFile = field(kw_only=True)
    links: tuple[tuple[str, str, str], ...] = ()
    pictures: tuple[tuple[str, str], ...] = ()

    def holds(self, places: Mapping[str, ChapterPlace], read: Pictures, found: Found) -> bool:
        """Whether a book of these ``places`` and pictures gives the same answers; collects the pictures anew."""
        named = [name_in_book(address, read, found) == name for address, name in self.pictures]
        return all(named) and all(in_book(places, page, anchor) == answer for page, anchor, answer in self.links)

    def to_bytes(self) -> bytes:
        """All but the name of its file, which is its place in this book: a line of JSON and the packed content."""
        head = [
            self.page,
            self.title,
            sorted(self.ids),
            self.links,
            self.pictures,
            self.content.size,
            self.content.check,
        ]
        return json.dumps(head).encode() + b"\n" + self.content.content

    @classmethod
    def from_bytes(cls, kept: bytes, file: str) -> KeptChapter:
        """The chapter that ``to_bytes`` was given, as ``file`` of a book."""
        end = kept.index(b"\n")
        page, title, ids, links, pictures, size, check = json.loads(kept[:end])
        return cls(
            file,
            page,
            title,
            frozenset(ids),
            tuple(map(tuple, links)),
            tuple(map(tuple, pictures)),
            content=PackedFile(kept[end + 1 :], size, check),
        )


def written(
    imprint: Imprint,
    own: Chapter,
    places: Mapping[str, ChapterPlace],
    read: Pictures,
    found: Found,
    page: Callable[[Chapter], str],
) -> KeptChapter:
    """The chapter ``own`` with its links and pictures settled; ``page`` writes it."""
    pictures = settle_pictures(imprint, own, read, found)
    links = settle_links(imprint, own, places)
    return KeptChapter(
        own.file, own.page, own.title, own.ids, tuple(links), tuple(pictures), content=packed(page(own).encode("utf-8"))
    )
