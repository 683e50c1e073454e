"""Judged queries, and the score of what was found for them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Query:
    """What is typed, and the slugs (or their beginnings) that must be found: empty where nothing is."""

    text: str
    relevant: tuple[str, ...]


@dataclass(frozen=True)
class Score:
    """Shares between 0 and 1. ``recall`` is the mean over queries with something to find, ``precision`` over those
    that found something; ``right`` is the share of queries whose found set is exactly the relevant one."""

    recall: float
    precision: float
    right: float
    wrong: tuple[str, ...]


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
    return [Query(entry["q"], tuple(entry["relevant"])) for entry in listed]


def score(queries: Sequence[Query], found: Sequence[Iterable[str]], judged: Iterable[str]) -> Score:
    """The score of the slugs ``found`` for each query, of which only those of ``judged`` articles count."""
    known = set(judged)
    recalls, precisions, wrong = [], [], []
    for query, slugs in zip(queries, found, strict=True):
        hits = {slug for slug in slugs if slug in known}
        wanted = {slug for slug in known if slug.startswith(query.relevant)} if query.relevant else set()
        if wanted:
            recalls.append(len(hits & wanted) / len(wanted))
        if hits:
            precisions.append(len(hits & wanted) / len(hits))
        if hits != wanted:
            wrong.append(query.text)
    return Score(_mean(recalls), _mean(precisions), 1 - len(wrong) / max(1, len(queries)), tuple(wrong))


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 1.0
