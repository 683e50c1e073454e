"""What the index keeps of one article: its tokens, its words, its facts, and the text that is shown."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy

from digest.search.documents import FoundTokens, SearchDocument, Zone, found_in, shown
from digest.search.shards import packed, short_json_bytes
from digest.search.words import printed_names, quoted, repeated

_BETWEEN = "\n"


@dataclass(frozen=True)
class SearchText:
    """An article in one variant: ``file`` is what a browser reads, compressed.

    ``facts`` are what it can be filtered by (authors, concepts), ``named`` the names and concepts that a reader may
    look for, ``words`` what it uses often, ``titled`` those of them that stand in its title; each as this variant
    writes it. ``card`` is what a list of results says of it: address, title, date.
    """

    file: bytes
    card: tuple[str, str, str]
    tags: tuple[str, ...]
    authors: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    titled: tuple[str, ...] = ()


@dataclass(frozen=True)
class SearchEntry:
    """``found`` are the tokens in any variant, ``texts`` what is shown, by the path of the variant (zh-hans).

    ``printed`` are Latin names that the text prints in brackets; ``date`` is the article's, ``stances`` its codes.
    """

    found: FoundTokens
    texts: Mapping[str, SearchText]
    printed: tuple[tuple[str, str], ...] = ()
    date: str = ""
    stances: tuple[str, ...] = ()


def entry(documents: Mapping[str, SearchDocument]) -> SearchEntry:
    """The entry of an article from its documents by the path of their variant."""
    words = _words([_together(own) for own in documents.values()])
    texts = {
        path: _text(own, [other for other in documents.values() if other is not own], known)
        for (path, own), known in zip(documents.items(), words, strict=True)
    }
    first = next(iter(documents.values()))
    printed = printed_names([text for _, text, _ in first.zoned])
    return SearchEntry(found_in(list(documents.values())), texts, tuple(printed), first.date, first.stances)


def _together(own: SearchDocument) -> str:
    return _BETWEEN.join(text for _, text, _ in own.zoned)


def _words(texts: list[str]) -> list[tuple[str, ...]]:
    """The words that each text uses often. What is as long as the first is the first in another script, character by
    character: its words stand where those of the first do."""
    first = repeated(texts[0])
    pieces = [first if len(text) == len(texts[0]) else repeated(text) for text in texts]
    return [
        tuple(dict.fromkeys(text[start : start + size] for start, size, _ in own))
        for text, own in zip(texts, pieces, strict=True)
    ]


def _text(own: SearchDocument, others: list[SearchDocument], words: tuple[str, ...]) -> SearchText:
    content = short_json_bytes(shown(own, others))
    heads = [text for zone, text, _ in own.zoned if zone & (Zone.TITLE | Zone.CLAIM | Zone.HEADING)]
    titled = tuple(word for word in words if word in own.title)
    named = dict.fromkeys((*own.tags, *own.authors, *own.names, *quoted(heads)))
    card = (own.url, own.title, own.date)
    return SearchText(packed(content), card, own.tags, own.authors, tuple(named), words, titled)


def to_bytes(entry: SearchEntry) -> bytes:
    """``entry`` in one piece, to be read by ``from_bytes``: a line that says what follows, and the parts."""
    parts = [entry.found.pairs.astype("<u4").tobytes(), entry.found.marks.tobytes()]
    parts += [text.file for text in entry.texts.values()]
    head: dict[str, Any] = {
        "words": entry.found.words,
        "texts": {path: _facts(text) for path, text in entry.texts.items()},
        "about": [entry.printed, entry.date, entry.stances],
        "sizes": [len(part) for part in parts],
    }
    return json.dumps(head).encode() + b"\n" + b"".join(parts)


def _facts(text: SearchText) -> list[tuple[str, ...]]:
    return [text.card, text.tags, text.authors, text.named, text.words, text.titled]


def from_bytes(kept: bytes) -> SearchEntry:
    """The entry that ``to_bytes`` was given."""
    end = kept.index(b"\n")
    head = json.loads(kept[:end])
    parts, at = [], end + 1
    for size in head["sizes"]:
        parts.append(kept[at : at + size])
        at += size
    pairs, marks, *files = parts
    found = FoundTokens(numpy.frombuffer(pairs, dtype="<u4"), numpy.frombuffer(marks, dtype=numpy.uint8), head["words"])
    texts = {
        path: SearchText(file, *map(tuple, each))
        for (path, each), file in zip(head["texts"].items(), files, strict=True)
    }
    printed, date, stances = head["about"]
    return SearchEntry(found, texts, tuple(map(tuple, printed)), date, tuple(stances))
