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
from digest.proposals.claim_wording import LONGEST, wording
from digest.proposals.holders import holder_of, names_in
from digest.proposals.turns import Turn, turns
from digest.zh.folding import compiled, fold

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
_THESIS = 1.4
_CONCEPTS = 5
# What is less likely a claim than .27 (in log odds) is none, mostly: of such only what is put as claims are is offered,
# to make up the fewest, or where an article begins or ends.
_FEWEST, _LEAST = 3, -1.0
_PUT_AS_CLAIM = frozenset("opinion contrast compared must only essence cannot certain concluding superlative".split())
# What stands in a list or a quotation is an example or somebody else's, unless most of the article stands so: then the
# list is the article.
_LISTED = 0.5
# What speaks of 我 or 你 in its own words, or of what 大家 do, is a story or an address, seldom a claim that others can
# answer as it stands.
_PERSONAL = 1.5
_PERSON = compiled("(?<![自忘敌])我(?!们|国|方|军)|咱|你|您|(?:^|[,;])大家")


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
    stated: bool

    @property
    def likely(self) -> bool:
        """Whether it may be offered at all."""
        return self.score >= _LEAST or self.stated


@dataclass(frozen=True)
class _Article:
    """An article's ``sentences``, the names ``known`` in it, its title, and whose turn is where (by number)."""

    sentences: Sequence[Sentence]
    known: Sequence[str]
    title: str
    spoken: Mapping[int, Turn]

    def worded(self, one: Sentence, often: Set[str]) -> str:
        """The wording of a sentence; empty for none, and for what an interviewer says."""
        turn = self.spoken.get(one.number, Turn("", asks=False))
        return "" if turn.asks else wording(one.text[turn.label :], self.known, often)


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
    spoken = turns(sentences)
    read = list(_weighed(_Article(sentences, known, title, spoken), concepts, weights or learnt_weights()))
    most = min(limit, math.ceil(len(sentences) / _SENTENCES_A_CLAIM))
    return [
        Candidate(
            each.sentence.text,
            each.text,
            _holder(each.sentence, sentences, known, spoken),
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


def _holder(one: Sentence, sentences: Sequence[Sentence], known: Sequence[str], spoken: Mapping[int, Turn]) -> str:
    """Who says a sentence: whom it names, else, in a conversation, whose turn it is."""
    turn = spoken.get(one.number)
    named = holder_of(one.text, _beside(sentences, one), known)
    return named or (turn.name if turn else "")


def _weighed(article: _Article, concepts: Sequence[Concept], weights: Mapping[str, float]) -> Iterator[_Read]:
    """The sentences that can be worded as claims."""
    context = ArticleContext(article.sentences, article.title)
    listed = sum(each.item for each in article.sentences) > _LISTED * len(article.sentences)
    said = [
        (each, text)
        for each in article.sentences
        if (listed or not each.item) and (text := article.worded(each, context.subjects))
    ]
    found = cues_of(context, [each for each, _ in said], concepts)
    for (each, text), (cues, shown) in zip(said, found, strict=True):
        personal = bool(_PERSON.search(fold(text)))
        likely = weights["bias"] + score(cues, weights) - _PERSONAL * personal
        stated = not personal and any(cues[name] for name in _PUT_AS_CLAIM)
        yield _Read(each, text, likely, shown, tuple(strongest(cues, weights)), stated)


def _chosen(read: Sequence[_Read], most: int) -> list[_Read]:
    chosen: list[_Read] = []
    left = [each for each in read if each.likely]

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
        if len(chosen) == _FEWEST:
            left = [each for each in left if each.score >= _LEAST]
    return _with_edges([each for each in read if each.likely and len(each.text) <= LONGEST], chosen, most)


def _with_edges(read: Sequence[_Read], chosen: list[_Read], most: int) -> list[_Read]:
    """``chosen`` with the best of the opening and of the closing part, where none of theirs is in it yet.

    Each comes beside the others where they are fewer than ``most``, else in place of the weakest of those between,
    unless it is much less likely a claim (``_THESIS``).
    """
    for begins, ends in ((0.0, _PART), (1 - _PART, 1.0)):
        between = [each for each in chosen[1:] if _PART <= each.sentence.place < 1 - _PART]
        inside = [each for each in read if begins <= each.sentence.place < ends]
        best = max(inside, key=lambda each: each.score, default=None)
        weakest = min(between, key=lambda each: each.score, default=None)
        if not best or not weakest or any(each in inside for each in chosen):
            continue
        repeats = any(_overlap(best.sentence.pairs, each.sentence.pairs) >= _SAME for each in chosen)
        if not repeats and best.score > weakest.score - _THESIS:
            chosen = [*(each for each in chosen if len(chosen) < most or each is not weakest), best]
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
