"""An extract: sentences of an article that together say best what it says, for a reader who reads nothing else.

Each sentence is weighed by its cues (`cues.py`; how much each counts was learnt from articles that a person summed
up). Then sentences are taken one after another while there is room, each worth its own weight and the words of the
article's subject that are not said yet.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import numpy
import yaml

from digest.articles.weighing.article_context import ArticleContext
from digest.articles.weighing.cues import Column, weighed
from digest.articles.weighing.sentence_reading import Sentence, read_sentences
from digest.articles.weighing.standing_alone import parts, stands_alone, without_joining

# Of limits from 60 to 90 and budgets to match, these gave held-out authors the best extracts; two of them hold three
# ideas at most, as a summary by hand does.
SENTENCE_LIMIT = 75
BUDGET = 110
# How much the subject's words count beside a sentence's own weight, and those of the title among them. From half to
# twice this much the figures are within .02.
_OWN, _SUBJECT, _TITLE = 0.01, 0.04, 2.0


def extract(markdown: str, title: str = "", weights: Mapping[str, float] | None = None) -> str:
    """Whole, self-standing sentences of ``markdown``, in their order, ``BUDGET`` characters at most.

    A sentence loses first words that only join it to the one before (因此，); of one that is too long a part may
    stand for it. A text in which none fits gives its shortest self-standing one, or its first sentence.
    """
    read = read_sentences(markdown)
    article = ArticleContext(read, title)
    candidates = passages(read, article)
    if not candidates:
        whole = [each.text for each in read if stands_alone(each.said, under_title=True)]
        return min(whole or [each.text for each in read[:1]], key=len, default="")
    return "".join(each.text for each in sorted(_chosen(article, candidates, weights), key=_order))


def passages(read: Sequence[Sentence], article: ArticleContext) -> list[Sentence]:
    """What may stand in an extract: sentences, and parts of long ones, that can be read by themselves."""
    return [
        each.as_said(part)
        for each in read
        for part in parts(without_joining(each.said), SENTENCE_LIMIT, lambda: article.subjects)
        if stands_alone(part, under_title=True)
    ]


@cache
def learnt_weights() -> Mapping[str, float]:
    """What counts how much: written by `bench/claims/fit.py`."""
    return dict(yaml.safe_load((files(__package__) / "extract_weights.yml").read_text("utf-8")))


def _order(passage: Sentence) -> int:
    return passage.number


def _chosen(
    article: ArticleContext, candidates: Sequence[Sentence], weights: Mapping[str, float] | None
) -> list[Sentence]:
    counted = weights or learnt_weights()
    compared = article.compared(candidates)
    own = _OWN * _standard(weighed(compared.cues(counted), counted))
    # The words of its subject: those that an article says again and again.
    subject = _SUBJECT * article.by_count(math.log) * (1 + (_TITLE - 1) * article.marked(article.title))
    lengths = numpy.array([len(each.text) for each in candidates])
    sentences = numpy.array([each.number for each in candidates])
    left, taken = numpy.full(len(candidates), True), list[int]()
    room = BUDGET
    while (left := left & (lengths <= room)).any():
        # How much a passage adds, for each character that it takes. Of two worth the same the first is taken.
        worth = numpy.where(left, numpy.round(own + compared.sums(subject) / lengths, 9), -numpy.inf)
        best = int(worth.argmax())
        if taken and worth[best] <= 0:
            break
        taken.append(best)
        room -= int(lengths[best])
        left &= sentences != sentences[best]
        subject[compared.places[compared.table.texts == best]] = 0.0
    return [candidates[number] for number in taken]


def _standard(values: Column) -> Column:
    """``values`` with mean 0 and deviation 1: what counts is how much one stands out in its own article."""
    mean = math.fsum(values) / len(values)
    deviation = math.sqrt(math.fsum((values - mean) ** 2) / len(values)) or 1.0
    return (values - mean) / deviation
