"""Sentences of an article that look like claims: by how claims are put, what they are about, and where they stand.

How much each cue counts was learnt from articles in which a person marked the claims (`bench/claims/fit.py`). Only
what can be read by itself is offered: a whole statement with its subject.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from digest.articles.weighing.article_context import ArticleContext
from digest.articles.weighing.cues import Cues, score, strongest
from digest.articles.weighing.sentence_reading import Sentence, read_sentences
from digest.plan.concepts import Concept
from digest.proposals.claim_wording import wording
from digest.proposals.holders import holder_of, names_in

# How many are named of an article at most, and of how many sentences one: an article of two hundred sentences has
# hardly more claims than one of forty.
LIMIT = 8
_SENTENCES_A_CLAIM = 5
# The same claim is often put twice, mostly in one paragraph: what repeats a sentence found before is worth less.
_REPEATED, _SAME_PARAGRAPH = 1.0, 0.7
# Two sentences have something in common where it is a quarter of the larger one.
_FRAGMENT = 0.25
# Half of the shorter one's pairs: the same claim in other words.
_SAME = 0.5
# The opening and the closing part, in which an article says what it is about: each may offer its best.
_PART = 0.15
# How much less likely a claim (in log odds) the thesis at an edge may be than the one whose place it takes.
_THESIS = 1.0
_CONCEPTS = 5
# After a few, one that is less likely than one in four (in log odds) is the last: what comes then is mostly none.
_FEWEST, _LEAST = 4, -1.1


@dataclass(frozen=True)
class Candidate:
    """``sentence`` as it stands in the article, ``text`` a short wording of it, ``holder`` who says it if it tells.

    ``score`` is how likely it is a claim, from 0 to 1; ``concepts`` are those of the curators' that show in it, and
    ``cues`` names what speaks for it most.
    """

    sentence: str
    text: str
    holder: str
    score: float
    concepts: tuple[str, ...]
    cues: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Read:
    sentence: Sentence
    text: str
    score: float
    concepts: tuple[str, ...]
    cues: tuple[str, ...]


@cache
def learnt_weights() -> Mapping[str, float]:
    """What counts how much, `bias` among them: written by `bench/claims/fit.py`."""
    return dict(yaml.safe_load((files(__package__) / "claim_weights.yml").read_text("utf-8")))


def claim_candidates(
    body: str,
    concepts: Sequence[Concept],
    people: Sequence[str] = (),
    limit: int = LIMIT,
    title: str = "",
    weights: Mapping[str, float] | None = None,
) -> list[Candidate]:
    """The sentences of ``body`` (Markdown of either script) that are most likely claims, best first.

    ``people`` are names that may be found as holders, beside those that the article introduces itself. Nothing is
    named twice, and no more than one sentence in five.
    """
    sentences = read_sentences(body)
    known = [*people, *names_in("".join(each.text for each in sentences))]
    read = list(_weighed(sentences, concepts, known, title, weights or learnt_weights()))
    most = min(limit, math.ceil(len(sentences) / _SENTENCES_A_CLAIM))
    return [
        Candidate(
            each.sentence.text,
            each.text,
            holder_of(each.sentence.text, _beside(sentences, each.sentence), known),
            round(1 / (1 + math.exp(-each.score)), 2),
            each.concepts,
            each.cues,
        )
        for each in _chosen(read, most)
    ]


def cues_of(
    article: ArticleContext, sentences: Sequence[Sentence], concepts: Sequence[Concept]
) -> Iterator[tuple[Cues, tuple[str, ...]]]:
    """Of each sentence its cues, its concepts counted among them, and the concepts."""
    for each, cues in zip(sentences, article.compared(sentences).rows(), strict=True):
        shown = tuple(concept.name for concept in concepts if concept.shown(each.folded))
        yield {**cues, "concepts": min(len(shown), _CONCEPTS) / _CONCEPTS}, shown


def _weighed(
    sentences: Sequence[Sentence],
    concepts: Sequence[Concept],
    known: Sequence[str],
    title: str,
    weights: Mapping[str, float],
) -> Iterator[_Read]:
    """The sentences that can be worded as claims."""
    article = ArticleContext(sentences, title)
    worded = [(each, wording(each.text, known, article.subjects)) for each in sentences if not each.item]
    said = [(each, text) for each, text in worded if text]
    found = cues_of(article, [each for each, _ in said], concepts)
    for (each, text), (cues, shown) in zip(said, found, strict=True):
        yield _Read(each, text, weights["bias"] + score(cues, weights), shown, tuple(strongest(cues, weights)))


def _chosen(read: Sequence[_Read], most: int) -> list[_Read]:
    chosen: list[_Read] = []
    left = list(read)

    def worth(one: _Read) -> tuple[float, int]:
        repeated = max((_overlap(one.sentence.pairs, other.sentence.pairs) for other in chosen), default=0.0)
        beside = any(one.sentence.paragraph == other.sentence.paragraph for other in chosen)
        return one.score - _REPEATED * repeated - _SAME_PARAGRAPH * beside, -one.sentence.number

    while left and len(chosen) < most:
        best = max(left, key=worth)
        left.remove(best)
        # Half of the shorter one's pairs: the same claim in other words.
        if all(_overlap(best.sentence.pairs, other.sentence.pairs) < _SAME for other in chosen):
            chosen.append(best)
        if len(chosen) >= _FEWEST and best.score < _LEAST:
            break
    return _with_edges(read, chosen)


def _with_edges(read: Sequence[_Read], chosen: list[_Read]) -> list[_Read]:
    """``chosen`` with the best of the opening and of the closing part, where none of theirs is in it yet.

    Each takes the place of the weakest of those between, unless it is much less likely a claim (``_THESIS``).
    """
    for begins, ends in ((0.0, _PART), (1 - _PART, 1.0)):
        between = [each for each in chosen[1:] if _PART <= each.sentence.place < 1 - _PART]
        inside = [each for each in read if begins <= each.sentence.place < ends]
        best = max(inside, key=lambda each: each.score, default=None)
        if not best or not between or any(each in inside for each in chosen):
            continue
        if best.score > between[-1].score - _THESIS:
            chosen = [best if each is between[-1] else each for each in chosen]
    return chosen


def _beside(sentences: Sequence[Sentence], one: Sentence) -> list[str]:
    return [
        sentences[number].text
        for number in (one.number - 1, one.number + 1)
        if 0 <= number < len(sentences) and sentences[number].paragraph == one.paragraph
    ]


def _overlap(one: Set[str], other: Set[str]) -> float:
    """The share of the smaller set that both have, from 0 to 1; 0 where one is a fragment of the other's size."""
    both, (least, most) = len(one & other), sorted((len(one), len(other)))
    return both / least if most and both / most >= _FRAGMENT else 0.0
