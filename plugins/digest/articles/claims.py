"""The claims and definitions of one article, each with the sentence it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import add
from typing import Any

from digest.articles.marks import Quote
from digest.files.findings import Finding
from digest.files.front_matter import FrontMatter
from digest.text.visible_text import blocks, visible
from digest.zh.folding import fold


@dataclass(frozen=True)
class Claim:
    """What somebody says in an article.

    ``id`` is unique in the article (c1), ``ref`` in the digest (slug#c1). ``quote`` is the sentence that says
    it, ``further`` the other sentences that do. ``holder`` is empty where the author speaks.
    """

    ref: str
    id: str
    text: str
    holder: str
    quote: str
    further: tuple[str, ...] = ()
    stance: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Definition:
    """How an article defines ``term``: ``quote`` is the sentence, ``holder`` empty where the author speaks."""

    ref: str
    id: str
    term: str
    holder: str
    quote: str


def read_claims(
    file: str, slug: str, front: FrontMatter, quotes: Mapping[str, list[Quote]]
) -> tuple[list[Claim], list[Finding]]:
    """The claims of the front matter joined with their marked sentences; a claim without one is a finding."""
    claims = []
    for entry in _entries(front, "claims", "text"):
        main, further = _parted(quotes.get(entry["id"], []))
        stance = entry.get("stance")
        claims.append(
            Claim(
                f"{slug}#{entry['id']}",
                entry["id"],
                entry["text"],
                str(entry.get("holder") or ""),
                main,
                further,
                _texts(stance),
            )
        )
    return claims, _faults(file, front, "claims", quotes)


def read_definitions(
    file: str, slug: str, front: FrontMatter, quotes: Mapping[str, list[Quote]]
) -> tuple[list[Definition], list[Finding]]:
    """The definitions of the front matter joined with their marked sentences, as with the claims."""
    definitions = [
        Definition(
            f"{slug}#{entry['id']}",
            entry["id"],
            entry["term"],
            str(entry.get("holder") or ""),
            _parted(quotes.get(entry["id"], []))[0],
        )
        for entry in _entries(front, "definitions", "term")
    ]
    return definitions, _faults(file, front, "definitions", quotes)


def _entries(front: FrontMatter, key: str, text: str) -> list[dict[str, Any]]:
    """The entries that can be used; the schema has reported the others."""
    listed = front.data.get(key)
    return [
        entry
        for entry in (listed if isinstance(listed, list) else [])
        if isinstance(entry, dict) and isinstance(entry.get("id"), str) and isinstance(entry.get(text), str)
    ]


def _texts(stance: object) -> dict[str, str]:
    """What can be read of a mapping; the schema has reported the rest."""
    return (
        {str(name): word for name, word in stance.items() if isinstance(word, str)} if isinstance(stance, dict) else {}
    )


def _parted(quotes: list[Quote]) -> tuple[str, tuple[str, ...]]:
    """The claim's own sentence (the first, where none is marked as that) and the further ones."""
    ordered = sorted(quotes, key=lambda quote: not quote.main)
    return (ordered[0].text if ordered else "", tuple(quote.text for quote in ordered[1:]))


def _faults(file: str, front: FrontMatter, key: str, quotes: Mapping[str, list[Quote]]) -> list[Finding]:
    letter, found, seen = key[0], [], set()
    listed = front.data.get(key)
    for number, entry in enumerate(listed if isinstance(listed, list) else []):
        name = entry.get("id") if isinstance(entry, dict) else None
        if not isinstance(name, str):
            continue
        if name in seen:
            found.append(
                Finding(file, front.line_of(key, number), "id-doubled", f"the id {name} is given twice", "each id once")
            )
        elif not any(quote.text and quote.main for quote in quotes.get(name, [])):
            found.append(
                _unmarked(
                    file,
                    front.line_of(key, number),
                    name,
                    str(entry.get("text") or entry.get("term")),
                    front.body,
                    front.body_line,
                )
            )
        seen.add(name)
    for name, places in quotes.items():
        if name.startswith(letter) and name not in seen:
            line = front.body_line + places[0].line - 1
            found.append(
                Finding(
                    file,
                    line,
                    "mark-unknown",
                    f"the mark {name} has no entry under {key}",
                    ", ".join(sorted(seen)) or f"an entry under {key}",
                    f"{key}: [{{id: {name}, ...}}]",
                )
            )
        found += _doubled_marks(file, front, name, places) if name.startswith(letter) else []
    return found


def _doubled_marks(file: str, front: FrontMatter, name: str, places: list[Quote]) -> list[Finding]:
    main = [quote for quote in places if quote.main]
    return [
        Finding(
            file,
            front.body_line + quote.line - 1,
            "mark-doubled",
            f"the mark {name} stands at a second sentence",
            "one own sentence an id; further ones with +",
            f"<!--{name}+-->",
        )
        for quote in main[1:]
    ]


def _unmarked(file: str, line: int, name: str, text: str, body: str, body_line: int) -> Finding:
    likely = " | ".join(f"line {body_line + place - 1}: {sentence}" for place, sentence in _most_alike(text, body))
    return Finding(
        file,
        line,
        "mark-missing",
        f"{name} ({text}) has no marked sentence in the article",
        f"the mark <!--{name}--> after its sentence; likely: {likely}",
        f"……。<!--{name}-->",
    )


def _most_alike(text: str, body: str, limit: int = 2) -> list[tuple[int, str]]:
    """The sentences that share most pairs of characters with ``text`` for their length, with their lines."""
    wanted = _pairs(fold(text))
    found = []
    for block in blocks(body):
        seen = visible(block.source)
        for start, end in seen.sentences() if not block.heading else []:
            line = block.line + block.source[: seen.positions[start]].count("\n")
            if pairs := _pairs(fold(seen.text[start:end])):
                found.append((len(wanted & pairs) / len(pairs) ** 0.5, line, seen.text[start:end]))
    return [(line, sentence) for _, line, sentence in sorted(found, key=lambda item: -item[0])[:limit]]


def _pairs(text: str) -> set[str]:
    return set(map(add, text, text[1:]))
