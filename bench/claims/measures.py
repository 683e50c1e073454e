"""Figures: how good a ranking, a list of links, a list of sentences and a summary are against the gold."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from gold import RELATED, Gold

_MARKS = re.compile(r"[\s\W_]+")
# Two sentences are one where they share .6 of the shorter one's pairs and .25 of the longer one's.
_SAME, _SAME_SIZE = 0.6, 0.25
_SUMMARY_LIMIT = 100


def ranking(ranked: Mapping[str, Sequence[str]], gold: Gold, of: Collection[str] | None = None) -> dict[str, float]:
    """P@1, P@3, R@5, MRR and nDCG@5 over the arguments (``of`` these) that are related to any; best first."""
    related: dict[str, dict[str, int]] = {}
    for pair, strength in gold.strengths.items():
        one, other = sorted(pair)
        if strength >= RELATED:
            related.setdefault(one, {})[other] = related.setdefault(other, {})[one] = strength
    related = {name: wanted for name, wanted in related.items() if of is None or name in of}
    sums: defaultdict[str, float] = defaultdict(float)
    for name, wanted in related.items():
        found = ranked.get(name, [])
        hits = [other in wanted for other in found]
        gains = [wanted.get(other, 0) for other in found[:5]]
        sums["P@1"] += sum(hits[:1])
        sums["P@3"] += sum(hits[:3]) / 3
        sums["R@5"] += sum(hits[:5]) / min(5, len(wanted))
        sums["MRR"] += next((1 / place for place, hit in enumerate(hits, 1) if hit), 0)
        sums["nDCG@5"] += _dcg(gains) / _dcg(sorted(wanted.values(), reverse=True)[:5])
    return {name: sums[name] / max(1, len(related)) for name in ("P@1", "P@3", "R@5", "MRR", "nDCG@5")}


def _dcg(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))


def precision(pairs: Sequence[frozenset[str]], gold: Gold) -> float | None:
    """The share of ``pairs`` that are related."""
    return sum(gold.strengths.get(pair, 0) >= RELATED for pair in pairs) / len(pairs) if pairs else None


def found_claims(found: Mapping[str, Sequence[str]], gold: Gold) -> dict[str, float]:
    """Precision and share found of ``found`` sentences by article; a gold claim is found once, by one sentence."""
    alike = []
    for article, texts in found.items():
        for number, text in enumerate(texts):
            for name, argument in gold.arguments.items():
                if argument["article"] == article and (share := max(_share(text, each) for each in anchors(argument))):
                    alike.append((-share, article, number, name))
    matched: dict[tuple[str, int], str] = {}
    for _, article, number, name in sorted(alike):
        if (article, number) not in matched and name not in matched.values():
            matched[article, number] = name
    count = sum(map(len, found.values()))
    wanted = [argument for argument in gold.arguments.values() if argument["article"] in found]
    return {"claims": count, "precision": len(matched) / max(1, count), "found": len(matched) / max(1, len(wanted))}


def anchors(argument: Mapping[str, Any]) -> list[str]:
    """The sentences that say an argument, in either script."""
    return [*argument["anchors"], *argument.get("anchors_simplified", [])]


def _share(one: str, other: str) -> float:
    """The share of the shorter one's pairs that both have; 0 where they are not one sentence."""
    small, large = sorted((_grams(one), _grams(other)), key=len)
    both = len(small & large)
    return both / len(small) if both / len(large) >= _SAME_SIZE and both / len(small) >= _SAME else 0.0


def _grams(text: str) -> set[str]:
    plain = _plain(text)
    return {plain[at : at + 2] for at in range(len(plain) - 1)} or {plain}


def _plain(text: str) -> str:
    return _MARKS.sub("", text).lower()


def summaries(made: Mapping[str, Sequence[str]], gold: Gold) -> dict[str, float]:
    """ROUGE-1, -2 and -L (F, on characters, cut at 100) and the share of the best sentences that were taken."""
    rows = []
    for article, taken in made.items():
        entry = gold.articles[article]
        written = _written(entry)
        text = _plain("".join(taken))[:_SUMMARY_LIMIT]
        if not written:
            continue
        wanted = max(written, key=lambda each: _rouge(text, each, 1))
        row = {"ROUGE-1": _rouge(text, wanted, 1), "ROUGE-2": _rouge(text, wanted, 2), "ROUGE-L": _common(text, wanted)}
        best = list(
            zip(
                entry.get("best_sentences", []),
                entry.get("best_sentences_simplified", entry.get("best_sentences", [])),
                strict=False,
            )
        )
        hits = [any(_taken(sentence, each) for sentence in taken for each in both) for both in best]
        rows.append(row | {"hits": sum(hits) / max(1, len(hits)), "chars": len("".join(taken))})
    return {name: sum(row[name] for row in rows) / len(rows) for name in rows[0]} if rows else {}


def same(text: str, sentence: str) -> bool:
    """Whether two texts are one sentence."""
    return _share(text, sentence) > 0


def told(passage: str, entry: Mapping[str, Any]) -> float:
    """The share of a passage's characters that the gold summary of its article has."""
    text = Counter(_plain(passage))
    return max(sum((text & Counter(each)).values()) for each in _written(entry)) / max(1, sum(text.values()))


def is_best(passage: str, entry: Mapping[str, Any]) -> bool:
    """Whether a passage is one of the best sentences of its article, or of one the greater part."""
    best = (*entry.get("best_sentences", []), *entry.get("best_sentences_simplified", []))
    return any(_taken(passage, each) for each in best)


def _written(entry: Mapping[str, Any]) -> list[str]:
    return [_plain(entry[key]) for key in ("gold_summary", "gold_summary_traditional") if entry.get(key)]


def _taken(sentence: str, best: str) -> bool:
    one, other = _grams(sentence), _grams(best)
    return len(one & other) / min(len(one), len(other)) >= _SAME


def _f(hits: int, made: int, wanted: int) -> float:
    return 2 * hits / (made + wanted) if hits else 0.0


def _rouge(text: str, wanted: str, size: int) -> float:
    one, other = (Counter(each[at : at + size] for at in range(len(each) - size + 1)) for each in (text, wanted))
    return _f(sum((one & other).values()), sum(one.values()), sum(other.values()))


def _common(text: str, wanted: str) -> float:
    """ROUGE-L: by the longest common subsequence."""
    row = [0] * (len(wanted) + 1)
    for sign in text:
        last, row = row, [0]
        for at, other in enumerate(wanted):
            row.append(last[at] + 1 if sign == other else max(last[at + 1], row[at]))
    return _f(row[-1], len(text), len(wanted))
