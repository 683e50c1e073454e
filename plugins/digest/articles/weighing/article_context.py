"""What sentences are compared with: the words that their article uses often, its title and its headings."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy

from digest.articles.weighing.cues import OWN_CUES, Column, Cues, own_cue
from digest.articles.weighing.pair_table import Numbers, PairTable, pair_codes, pair_of, place_in
from digest.articles.weighing.sentence_reading import Sentence
from digest.zh.folding import fold

_OFTEN = 3
_COMPARED = ("of_title", "from_title", "of_heading", "frequent", "central")
CUES = (*OWN_CUES, *_COMPARED)
"""The names of all cues."""


class ArticleContext:
    """The pairs of characters of an article, of its title and of its headings.

    ``pairs`` has each pair of its sentences once, sorted, and ``often`` how many of them have it.
    """

    def __init__(self, sentences: Sequence[Sentence], title: str = "") -> None:
        found = PairTable.of([each.folded for each in sentences])
        self.pairs, self.often = numpy.unique(found.pairs, return_counts=True)
        self.title = pair_codes(fold(title))
        self.headings = [pair_codes(section) for section in {"", *(each.section for each in sentences)}]
        self.count = len(sentences)

    @cached_property
    def subjects(self) -> frozenset[str]:
        """The pairs that several of its sentences have: what it is about, and its function words."""
        return frozenset(map(pair_of, self.pairs[self.often >= _OFTEN].tolist()))

    def by_count(self, value: Callable[[int], float]) -> Column:
        """Of each pair a value that depends only on how many sentences have it; one more, for none of them: 0."""
        most = int(self.often.max(initial=0))
        return numpy.append(numpy.array([*map(value, range(1, most + 1))])[self.often - 1], 0.0)

    def marked(self, pairs: Numbers) -> Column:
        """Of each pair of the article 1 where it is among ``pairs`` and else 0; one more, for none of them: 0."""
        marks = numpy.zeros(len(self.pairs) + 1)
        marks[place_in(self.pairs, pairs)] = 1.0
        marks[-1] = 0.0
        return marks

    def compared(self, sentences: Sequence[Sentence]) -> Compared:
        """These sentences of the article, or parts of them, beside all of it."""
        table = PairTable.of([each.folded for each in sentences])
        return Compared(self, sentences, table, place_in(self.pairs, table.pairs))


@dataclass(frozen=True)
class Compared:
    """Some sentences of an article: ``table`` has their pairs, ``places`` where each stands in the article's."""

    article: ArticleContext
    sentences: Sequence[Sentence]
    table: PairTable
    places: Numbers

    def cues(self, wanted: Collection[str] = CUES) -> dict[str, Column]:
        """The ``wanted`` cues by name, each with a number for every sentence."""
        return {
            name: own_cue(name, self.sentences) if name in OWN_CUES else self._cue(name)
            for name in CUES
            if name in wanted
        }

    def rows(self) -> list[Cues]:
        """All cues of each sentence by name."""
        columns = {name: column.tolist() for name, column in self.cues().items()}
        return [{name: column[number] for name, column in columns.items()} for number in range(len(self.sentences))]

    def sums(self, values: Column) -> Column:
        """Of each sentence what the values of its pairs (one for each of the article's, and one more) add up to."""
        return self.table.sums(values[self.places])

    def _cue(self, name: str) -> Column:
        article, size = self.article, numpy.maximum(1, self.table.sizes)
        match name:
            case "of_title":
                return self._share(article.title)
            case "from_title":
                return self.sums(article.marked(article.title)) / size
            case "of_heading":
                most: Column = numpy.max([self._share(each) for each in article.headings], axis=0)
                return most
            case "frequent":
                return self.sums(article.by_count(math.log)) / size
            case _:
                # How much it shares with the article as a whole, its rare words counting most.
                count = article.count
                shared = article.by_count(lambda often: math.log((count + 1) / often) * (often - 1))
                return self.sums(shared) / (size * count) ** 0.5

    def _share(self, pairs: Numbers) -> Column:
        """How much of ``pairs`` each sentence has, from 0 to 1."""
        return self.sums(self.article.marked(pairs)) / max(1, len(pairs))
