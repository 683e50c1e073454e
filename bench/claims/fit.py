"""Learn how much each cue counts: `python bench/claims/fit.py --gold DIR --texts DIR` writes the two files of weights.

Claims: a logistic regression of whether a sentence is one of those that say a claim of the gold. Extracts: a linear
regression of how much of the gold summary's characters a passage has, and whether it is one of the best sentences.
Each article counts the same however long it is. The weights are small numbers with names that a person can read,
change and argue about; what they are worth on authors that they were not learnt from, `make bench-claims` prints.
The format of the gold is described in `bench/claims/gold.py`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import measures
import numpy
from gold import Gold, read_gold
from numpy.typing import NDArray
from regression import linear, logistic

from digest.articles.weighing.article_context import ArticleContext
from digest.articles.weighing.extract import passages
from digest.articles.weighing.sentence_reading import read_sentences
from digest.plan.concepts import Concept, read_concepts
from digest.proposals.claim_candidates import cues_of

ROOT = Path(__file__).resolve().parents[2]
CODE = ROOT / "plugins" / "digest"
# The cues that point the same way with most authors; others change their sign from one to the next.
CLAIM_CUES = tuple(
    "concepts bold contrast essence opinion cannot must superlative compared concluding turning certain only said "
    "of_title from_title of_heading central frequent clauses middling short long ending opening section_first "
    "paragraph_last number time event dated example question pointing leaning narrated conceding item "
    "open_ended".split()
)
EXTRACT_CUES = tuple(
    "frequent from_title of_title of_heading bold contrast essence superlative opinion ending opening number length "
    "concluding cannot must".split()
)
# How strongly weights are held near 0: from a third to three times as much the held-out figures are the same.
_CLAIM_RIDGE, _EXTRACT_RIDGE = 100.0, 300.0
# What one of the best sentences is worth beside the summary's characters.
_BEST = 0.3
# Each article counts as so many sentences.
_ARTICLE = 100.0


@dataclass(frozen=True)
class Rows:
    """Of one article: a row of cues for each sentence, what each should score, and how much each counts."""

    cues: NDArray[numpy.float64]
    wanted: NDArray[numpy.float64]
    shares: NDArray[numpy.float64]


def claim_rows(gold: Gold, article: str, concepts: Sequence[Concept]) -> Rows:
    """The sentences of an article; those that say a claim of the gold should score 1."""
    sentences = read_sentences(gold.bodies[article])
    read = ArticleContext(sentences, gold.title(article))
    anchors = [
        anchor
        for each in gold.arguments.values()
        if each["article"] == article
        for anchor in (*each["anchors"], *each.get("anchors_simplified", []))
    ]
    wanted = [float(any(measures.same(each.text, anchor) for anchor in anchors)) for each in sentences]
    return _rows([cues for cues, _ in cues_of(read, sentences, concepts)], wanted, CLAIM_CUES)


def extract_rows(gold: Gold, article: str) -> Rows:
    """The passages of an article that may stand in an extract, and how good each would be in it."""
    sentences = read_sentences(gold.bodies[article])
    read = ArticleContext(sentences, gold.title(article))
    found = passages(sentences, read)
    entry = gold.articles[article]
    wanted = [measures.told(each.text, entry) + _BEST * measures.is_best(each.text, entry) for each in found]
    return _rows(read.compared(found).rows(), wanted, EXTRACT_CUES)


def _rows(cues: Sequence[Mapping[str, float]], wanted: Sequence[float], names: Sequence[str]) -> Rows:
    table = numpy.array([[each[name] for name in names] for each in cues]).reshape(-1, len(names))
    return Rows(table, numpy.array(wanted), numpy.full(len(wanted), _ARTICLE / max(1, len(wanted))))


def claim_weights(gold: Gold, articles: Collection[str], concepts: Sequence[Concept]) -> dict[str, float]:
    """The weights for claims, learnt from these articles."""
    rows = [claim_rows(gold, article, concepts) for article in sorted(articles)]
    weights, bias = logistic(*_together(rows), _CLAIM_RIDGE)
    return {"bias": round(bias, 3)} | _named(CLAIM_CUES, weights)


def extract_weights(gold: Gold, articles: Collection[str]) -> dict[str, float]:
    """The weights for extracts, learnt from these articles."""
    rows = [extract_rows(gold, article) for article in sorted(articles) if gold.articles[article].get("gold_summary")]
    weights, _ = linear(*_together(rows), _EXTRACT_RIDGE)
    return _named(EXTRACT_CUES, 10 * weights)


def _together(rows: Sequence[Rows]) -> tuple[NDArray[numpy.float64], NDArray[numpy.float64], NDArray[numpy.float64]]:
    return (
        numpy.vstack([each.cues for each in rows]),
        numpy.concatenate([each.wanted for each in rows]),
        numpy.concatenate([each.shares for each in rows]),
    )


def _named(names: Sequence[str], weights: NDArray[numpy.float64]) -> dict[str, float]:
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def main() -> int:
    """Write the weights learnt from all articles; exit code 0, or 2 for wrong use."""
    parser = argparse.ArgumentParser(prog="fit", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="folder with the gold (editorial.json and others)")
    parser.add_argument("--articles", type=Path, default=ROOT / "docs" / "articles", help="folder of articles")
    parser.add_argument("--texts", type=Path, help="folder with the texts of the gold's other articles (ID*.md)")
    given = parser.parse_args()
    if not given.gold.is_dir():
        print(f"fit: {given.gold} came; allowed: a folder with the gold; example: --gold gold", file=sys.stderr)
        return 2
    gold = read_gold(given.gold, given.articles, given.texts)
    concepts, _ = read_concepts("concepts.yml", (ROOT / "docs" / "concepts.yml").read_text("utf-8"))
    authors = len({gold.author(article) for article in gold.bodies})
    learnt_from = f"{len(gold.bodies)} articles of {authors} authors"
    _write(CODE / "proposals" / "claim_weights.yml", "a claim", claim_weights(gold, gold.bodies, concepts), learnt_from)
    _write(
        CODE / "articles" / "weighing" / "extract_weights.yml",
        "an extract",
        extract_weights(gold, gold.bodies),
        learnt_from,
    )
    return 0


def _write(path: Path, what: str, weights: Mapping[str, float], learnt_from: str) -> None:
    head = (
        f"# How much each cue of articles/weighing/cues.py counts where a sentence is weighed for {what}.\n"
        f"# Written by bench/claims/fit.py, learnt from {learnt_from}.\n"
    )
    path.write_text(head + "".join(f"{name}: {weight:g}\n" for name, weight in weights.items()), "utf-8")
    print(f"fit: {path.relative_to(ROOT)}: {len(weights)} weights from {learnt_from}")


if __name__ == "__main__":
    sys.exit(main())
