"""What the index keeps of one article: its tokens, and the file from which its text is shown."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2s

import numpy

from digest.search.documents import Document, Found, found_in, shown
from digest.search.shards import packed, short_json_bytes


@dataclass(frozen=True)
class Text:
    """``file`` is what a browser reads, compressed; ``version`` changes with it; ``tags`` are the article's."""

    file: bytes
    version: bytes
    tags: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """``found`` are the tokens in any variant, ``texts`` what is shown, by the path of the variant (zh-hans)."""

    found: Found
    texts: Mapping[str, Text]


def entry(documents: Mapping[str, Document]) -> Entry:
    """The entry of an article from its documents by the path of their variant."""
    texts = {}
    for path, own in documents.items():
        content = short_json_bytes(shown(own, [other for other in documents.values() if other is not own]))
        texts[path] = Text(packed(content), blake2s(content, digest_size=6).digest(), own.tags)
    return Entry(found_in(list(documents.values())), texts)


def to_bytes(entry: Entry) -> bytes:
    """``entry`` in one piece, to be read by ``from_bytes``: a line that says what follows, and the parts."""
    parts = [entry.found.pairs.astype("<u4").tobytes(), entry.found.marks.tobytes()]
    heads = {}
    for path, text in entry.texts.items():
        heads[path] = [list(text.tags), text.version.hex()]
        parts.append(text.file)
    head = {"words": entry.found.words, "texts": heads, "sizes": [len(part) for part in parts]}
    return json.dumps(head).encode() + b"\n" + b"".join(parts)


def from_bytes(kept: bytes) -> Entry:
    """The entry that ``to_bytes`` was given."""
    end = kept.index(b"\n")
    head = json.loads(kept[:end])
    parts, at = [], end + 1
    for size in head["sizes"]:
        parts.append(kept[at : at + size])
        at += size
    pairs, marks, *files = parts
    found = Found(numpy.frombuffer(pairs, dtype="<u4"), numpy.frombuffer(marks, dtype=numpy.uint8), head["words"])
    return Entry(
        found,
        {
            path: Text(file, bytes.fromhex(version), tuple(tags))
            for (path, (tags, version)), file in zip(head["texts"].items(), files, strict=True)
        },
    )
