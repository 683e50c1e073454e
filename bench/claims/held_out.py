"""By author: what is learnt from all the others' articles, tried on this one's.

The weights for claims and extracts are learnt anew without the author; everything else is as it is built. Beside ours
stand the peers that need no learning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import fit
import measures
import numpy
import peers
from gold import Gold, sentences_of
from statements import statements

from digest.articles.weighing.extract import extract
from digest.plan.concepts import Concept
from digest.proposals.alike.similarity import Similarity, Statement
from digest.proposals.claim_candidates import Candidate, claim_candidates
from digest.zh.folding import fold

Row = dict[str, float | None]


@dataclass(frozen=True)
class Held:
    """One author's articles, and the weights that were learnt without them."""

    gold: Gold
    said: list[Statement]
    articles: list[str]
    claims: dict[str, float]
    extracts: dict[str, float]


def by_author(gold: Gold, concepts: Sequence[Concept], with_words: bool) -> dict[str, Row]:
    """A row for each author, then the mean over articles; the titles of the columns say what is measured."""
    rows: list[tuple[str, int, Row]] = []
    said = statements(gold)
    for author in sorted({gold.author(article) for article in gold.bodies}):
        held = [article for article in gold.bodies if gold.author(article) == author]
        others = [article for article in gold.bodies if gold.author(article) != author]
        known = Held(gold, said, held, fit.claim_weights(gold, others, concepts), fit.extract_weights(gold, others))
        rows.append((author, len(held), _extracts(known) | _claims(known, concepts) | _related(known, concepts)))
    made: dict[str, Row] = {author: {"articles": float(count), **row} for author, count, row in rows}
    made["mean"] = _mean([(count, row) for _, count, row in rows])
    if with_words:
        made["BM25"] = {"nDCG@5": _peer(gold)}
    return made


def _mean(rows: Sequence[tuple[int, Row]]) -> Row:
    names = list(rows[0][1])
    mean: Row = {"articles": float(sum(count for count, _ in rows))}
    for name in names:
        given = [(count, value) for count, row in rows if (value := row[name]) is not None]
        mean[name] = sum(count * value for count, value in given) / sum(count for count, _ in given) if given else None
    return mean


def _extracts(held: Held) -> Row:
    gold = held.gold
    made = {a: peers.split([extract(gold.bodies[a], gold.title(a), held.extracts)]) for a in held.articles}
    lead = {a: peers.split(sentences_of(gold, a))[:3] for a in held.articles}
    ours, first = measures.summaries(made, gold), measures.summaries(lead, gold)
    return {"ROUGE-1": ours["ROUGE-1"], "LEAD-3": first["ROUGE-1"], "hits": ours["hits"], "L3 hits": first["hits"]}


def _claims(held: Held, concepts: Sequence[Concept]) -> Row:
    gold = held.gold
    offered = {
        article: claim_candidates(
            gold.bodies[article], concepts, gold.people(article), title=gold.title(article), weights=held.claims
        )
        for article in held.articles
    }
    found = measures.found_claims(
        {article: [each.sentence for each in made] for article, made in offered.items()}, gold
    )
    every = [(article, each) for article, made in offered.items() for each in made]
    matched = [(each, _said_by(gold, article, each)) for article, each in every]
    worded = [bool(names) and _is_worded(gold, each, names) for each, names in matched]
    named = [(each.holder, names) for each, names in matched if each.holder]
    right = [any(_is_holder(gold, holder, name) for name in names) for holder, names in named if names]
    return {
        "claims": len(every) / len(held.articles),
        "precision": found["precision"],
        "found": found["found"],
        "worded": sum(worded) / max(1, len(worded)),
        "holders": sum(right) / len(right) if right else None,
    }


def _said_by(gold: Gold, article: str, candidate: Candidate) -> list[str]:
    """The gold's arguments that the sentence of a candidate says."""
    return [
        name
        for name, each in gold.arguments.items()
        if each["article"] == article
        and any(measures.same(candidate.sentence, anchor) for anchor in measures.anchors(each))
    ]


def _is_worded(gold: Gold, candidate: Candidate, names: Sequence[str]) -> bool:
    """Whether the wording is one that a person would accept: the gold's claim, another accepted one, or an anchor."""
    accepted = [text for name in names for each in [gold.arguments[name]] for text in _wordings(each)]
    return any(measures.same(candidate.text, text) for text in accepted)


def _wordings(argument: dict[str, object]) -> list[str]:
    others = argument.get("accepted")
    return [str(argument["claim"]), *map(str, others if isinstance(others, list) else []), *measures.anchors(argument)]


def _is_holder(gold: Gold, holder: str, name: str) -> bool:
    return fold(holder) in fold(str(gold.arguments[name]["holder"]))


def _related(held: Held, concepts: Sequence[Concept]) -> Row:
    """Given all claims, the related ones of this author's."""
    gold = held.gold
    own = {name for name, each in gold.arguments.items() if each["article"] in held.articles}
    ranked = {
        name: [m.b for m in found] for name, found in Similarity(held.said, concepts).nearest(len(held.said), own)
    }
    return {"nDCG@5": measures.ranking(ranked, gold, own)["nDCG@5"]}


def _peer(gold: Gold) -> float:
    names = sorted(gold.arguments)
    scores = peers.bm25([gold.text(name) for name in names])
    articles = [gold.arguments[name]["article"] for name in names]
    ranked = {}
    for row, name in enumerate(names):
        order = numpy.argsort(-scores[row], kind="stable").tolist()
        ranked[name] = [names[other] for other in order if articles[other] != articles[row]]
    return measures.ranking(ranked, gold)["nDCG@5"]
