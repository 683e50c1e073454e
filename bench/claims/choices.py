"""Likeness and links of small digests: some of the articles chosen at random, many times.

One list of all articles says little: which claims are near to one another, and how rare a concept is, depends on what
else is in a digest. Nothing is learnt here, so nothing is held out.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

import measures
from gold import Gold
from statements import statements

from digest.plan.concepts import Concept
from digest.proposals.alike.similarity import Similarity, Statement

_RUNS, _ARTICLES = 40, 7


def mean_of_choices(gold: Gold, concepts: Sequence[Concept]) -> dict[str, float]:
    """nDCG@5 and the precision of the links at one a claim, in the mean of the choices."""
    rows = []
    said = statements(gold)
    for run in range(_RUNS):
        chosen = random.Random(run).sample(sorted(gold.bodies), min(_ARTICLES, len(gold.bodies)))  # noqa: S311
        rows.append(_measured(gold.of(chosen), [each for each in said if each.group in chosen], concepts))
    return {name: sum(row[name] for row in rows) / len(rows) for name in rows[0]}


def _measured(gold: Gold, said: Sequence[Statement], concepts: Sequence[Concept]) -> dict[str, float]:
    found = dict(Similarity(said, concepts).nearest(len(said)))
    links = {frozenset((match.a, match.b)): match.score for matches in found.values() for match in matches}
    ordered = sorted(links, key=lambda pair: (-links[pair], sorted(pair)))[: round(len(said) / 2)]
    ranked = {name: [match.b for match in matches] for name, matches in found.items()}
    return {"nDCG@5": measures.ranking(ranked, gold)["nDCG@5"], "P 1": measures.precision(ordered, gold) or 0.0}
