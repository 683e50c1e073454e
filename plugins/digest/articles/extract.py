"""An extract: sentences of an article that together say best what it says, for a reader who reads nothing else.

Each sentence is weighed by its cues (`cues.py`; how much each counts was learnt from articles that a person summed
up). Then sentences are taken one after another while there is room, each worth its own weight and the words of the
article's subject that are not said yet.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from statistics import fmean, pstdev

import yaml

from digest.articles.cues import ArticleContext, weighed
from digest.articles.sentence_reading import Sentence, read_sentences, subjects
from digest.articles.standing_alone import parts, stands_alone, without_joining

# Of limits from 60 to 90 and budgets to match, these gave held-out authors the best extracts; two of them hold three
# ideas at most, as a summary by hand does.
SENTENCE_LIMIT = 75
BUDGET = 110
# How much the subject's words count beside a sentence's own weight, and those of the title among them. From half to
# twice this much the figures are within .02.
_SUBJECT, _TITLE = 0.04, 2.0


def extract(markdown: str, title: str = "", weights: Mapping[str, float] | None = None) -> str:
    """Whole, self-standing sentences of ``markdown``, in their order, ``BUDGET`` characters at most.

    A sentence loses first words that only join it to the one before (因此，); of one that is too long a part may
    stand for it. A text in which none fits gives its shortest self-standing one, or its first sentence.
    """
    read = read_sentences(markdown)
    candidates = passages(read)
    if not candidates:
        whole = [each.text for each in read if stands_alone(each.text, under_title=True)]
        return min(whole or [each.text for each in read[:1]], key=len, default="")
    return "".join(each.text for each in sorted(_chosen(read, candidates, title, weights), key=_order))


def passages(read: Sequence[Sentence]) -> list[Sentence]:
    """What may stand in an extract: sentences, and parts of long ones, that can be read by themselves."""
    often = subjects(read)
    return [
        each.as_said(part)
        for each in read
        for part in parts(without_joining(each.text), SENTENCE_LIMIT, often)
        if stands_alone(part, under_title=True)
    ]


@cache
def learnt_weights() -> Mapping[str, float]:
    """What counts how much: written by `bench/claims/fit.py`."""
    return dict(yaml.safe_load((files(__package__) / "extract_weights.yml").read_text("utf-8")))


def _order(passage: Sentence) -> int:
    return passage.number


@dataclass
class _Choice:
    """What is taken so far: ``room`` is left, ``said`` are the pairs of characters of what was taken."""

    room: int
    taken: list[Sentence]
    said: set[str]

    def fits(self, passage: Sentence) -> bool:
        return len(passage.text) <= self.room and passage.number not in {each.number for each in self.taken}

    def take(self, passage: Sentence) -> None:
        self.taken.append(passage)
        self.said |= passage.pairs
        self.room -= len(passage.text)


def _chosen(
    read: Sequence[Sentence], candidates: Sequence[Sentence], title: str, weights: Mapping[str, float] | None
) -> list[Sentence]:
    article = ArticleContext(read, title)
    counted = weights or learnt_weights()
    own = _standard([weighed(article.cues(each, counted), counted) for each in candidates])
    # The words of its subject: those that an article says again and again.
    subject = {
        pair: _SUBJECT * math.log(count) * (_TITLE if pair in article.title else 1)
        for pair, count in article.often.items()
        if count > 1
    }
    telling = [each.pairs & subject.keys() for each in candidates]
    choice = _Choice(BUDGET, [], set())
    worth: dict[int, tuple[float, int]] = {}

    def weigh(number: int) -> None:
        """How much a passage adds, for each character that it takes."""
        fresh = math.fsum(subject[pair] for pair in telling[number] - choice.said)
        worth[number] = (round(own[number] / 100 + fresh / len(candidates[number].text), 9), -number)

    for number in range(len(candidates)):
        weigh(number)
    while fitting := [number for number, each in enumerate(candidates) if choice.fits(each)]:
        best = max(fitting, key=worth.__getitem__)
        if choice.taken and worth[best][0] <= 0:
            break
        choice.take(candidates[best])
        # The others are worth what they were, but for those that say something of it again.
        for number in fitting:
            if not telling[number].isdisjoint(telling[best]):
                weigh(number)
    return choice.taken


def _standard(values: Sequence[float]) -> list[float]:
    """``values`` with mean 0 and deviation 1: what counts is how much one stands out in its own article."""
    mean, deviation = fmean(values), pstdev(values) or 1.0
    return [(value - mean) / deviation for value in values]
