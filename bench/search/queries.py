"""Judged queries, and the score of what was found for them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

_FIVE = 5
# What notes call a kind, by the name that a report has for it.
_KINDS = {
    "question": ("question",),
    "half-remembered": ("half,", "half remembered", "long"),
    "typo": ("typo", "homophone"),
    "pinyin": ("pinyin",),
    "region": ("region",),
    "English": ("english",),
    "exclusion": ("exclusion",),
    "nothing": ("nothing", "none"),
}
LITERAL = "literal"
"""The kind of a query that says none: its words stand in the articles as they are typed."""


@dataclass(frozen=True)
class Query:
    """What is typed, and the slugs (or their beginnings) that must be found: empty where nothing is.

    ``ok`` are slugs that count neither way; ``kind`` is what the query is an example of (question, typo, pinyin).
    """

    text: str
    relevant: tuple[str, ...]
    ok: tuple[str, ...] = ()
    kind: str = LITERAL


@dataclass(frozen=True)
class Score:
    """Shares between 0 and 1. ``recall`` is the mean over queries with something to find, ``precision`` over those
    that found something; ``right`` is the share of queries whose found set is exactly the relevant one.

    ``at_five`` is the mean share of the first five that is relevant, ``first`` and ``empty`` count the queries whose
    first result is, and those with something to find that found nothing. ``kinds`` are the scores by kind.
    """

    recall: float
    precision: float
    right: float
    wrong: tuple[str, ...]
    at_five: float = 0
    first: int = 0
    empty: int = 0
    kinds: Mapping[str, Score] = field(default_factory=dict)


def read_queries(path: Path) -> list[Query]:
    """Read a query file; ``ValueError`` names what is wrong with it and where."""
    example = '[{"q": "產業互聯網", "relevant": ["000"]}]'
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise ValueError(f"{path}: {fault}; allowed: a JSON list; example: {example}") from fault
    for number, entry in enumerate(listed if isinstance(listed, list) else [listed]):
        form = (type(entry.get("q")), type(entry.get("relevant"))) if isinstance(entry, dict) else ()
        if form != (str, list):
            raise ValueError(
                f"{path}: entry {number}: {str(entry)[:80]} came; allowed: q and relevant; example: {example}"
            )
    return [Query(entry["q"], tuple(entry["relevant"]), tuple(entry.get("ok", ())), _kind(entry)) for entry in listed]


def _kind(entry: Mapping[str, Any]) -> str:
    """The kind of an entry: its own, or what its note begins with, where that is one that is no literal phrase."""
    said = str(entry.get("kind") or entry.get("note") or "")
    return next((kind for kind, words in _KINDS.items() if said.lower().startswith(words)), LITERAL)


def score(queries: Sequence[Query], found: Sequence[Sequence[str]], judged: Iterable[str]) -> Score:
    """The score of the slugs ``found`` for each query, best first, of which only those of ``judged`` count."""
    known = set(judged)
    kinds: dict[str, list[tuple[Query, Sequence[str]]]] = {}
    for query, slugs in zip(queries, found, strict=True):
        kinds.setdefault(query.kind, []).append((query, [slug for slug in slugs if slug in known]))
    every = [pair for pairs in kinds.values() for pair in pairs]
    by_kind = {kind: _score(pairs, known) for kind, pairs in kinds.items()} if len(kinds) > 1 else {}
    return replace(_score(every, known), kinds=by_kind)


def _score(pairs: Sequence[tuple[Query, Sequence[str]]], known: set[str]) -> Score:
    recalls, precisions, fives, wrong = [], [], [], []
    first = empty = 0
    for query, slugs in pairs:
        wanted = {slug for slug in known if slug.startswith(query.relevant)} if query.relevant else set()
        counted = [slug for slug in slugs if slug in wanted or not slug.startswith(query.ok or ("\0",))]
        hits = wanted & set(counted)
        if wanted:
            recalls.append(len(hits) / len(wanted))
            fives.append(len(wanted & set(slugs[:_FIVE])) / _FIVE)
            first += bool(slugs) and slugs[0] in wanted
            empty += not slugs
        if counted:
            precisions.append(len(hits) / len(counted))
        if set(counted) != wanted:
            wrong.append(query.text)
    right = 1 - len(wrong) / max(1, len(pairs))
    return Score(_mean(recalls), _mean(precisions), right, tuple(wrong), _mean(fives), first, empty)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 1.0
