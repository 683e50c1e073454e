"""What the digest's own methods are measured beside; each peer gets the same texts, folded to one script."""

from __future__ import annotations

import importlib
import math
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import numpy

from digest.text.sentences import sentences
from digest.zh.folding import fold

BUILD = Path(__file__).resolve().parents[2] / "build" / "bench" / "claims"
# A segmenter and BM25, for the peers only: none is a dependency of the project.
PACKAGES = ("rjieba>=0.2,<1", "bm25s>=0.3,<0.4")
_RANDOM_RUNS = 50
_DAMPING, _STEPS = 0.85, 50


def install() -> str:
    """Put the peers' packages into the build folder once; returns why that failed, or nothing."""
    if not (BUILD / ".ready").exists():
        command = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "--upgrade",
            "--target",
            str(BUILD),
            *PACKAGES,
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode:
            return (done.stderr.strip().splitlines() or ["failed"])[-1][:90]
        (BUILD / ".ready").touch()
    sys.path.append(str(BUILD))
    return ""


def words(text: str) -> list[str]:
    """Words of a text of either script."""
    cut = importlib.import_module("rjieba").cut
    return [word for word in cut(fold(text)) if word[0].isalnum()]


def random_scores(texts: Sequence[str], run: int) -> numpy.ndarray:
    """Any order; ``run`` says which."""
    upper = numpy.triu(numpy.random.default_rng(run).random((len(texts), len(texts))), 1)
    return upper + upper.T


def tf_idf(texts: Sequence[str]) -> numpy.ndarray:
    """Cosine of words weighted by tf-idf."""
    counted = [Counter(words(text)) for text in texts]
    frequency = Counter(word for counts in counted for word in counts)
    columns = {word: number for number, word in enumerate(sorted(frequency))}
    matrix = numpy.zeros((len(texts), len(columns)))
    for row, counts in enumerate(counted):
        for word, count in counts.items():
            matrix[row, columns[word]] = (1 + math.log(count)) * math.log((len(texts) + 1) / frequency[word])
    lengths = numpy.linalg.norm(matrix, axis=1, keepdims=True)
    matrix /= numpy.where(lengths > 0, lengths, 1)
    return matrix @ matrix.T


def bm25(texts: Sequence[str]) -> numpy.ndarray:
    """BM25 over words, each text once as the query."""
    library = importlib.import_module("bm25s")
    tokens = [words(text) for text in texts]
    index = library.BM25()
    index.index(tokens, show_progress=False)
    scores = numpy.array([index.get_scores(each) for each in tokens])
    both: numpy.ndarray = scores + scores.T
    return both


def split(paragraphs: Iterable[str]) -> list[str]:
    """All sentences of the paragraphs."""
    return [paragraph[start:end] for paragraph in paragraphs for start, end in sentences(paragraph)]


def text_rank(found: Sequence[str]) -> list[float]:
    """The weight of each sentence: PageRank over the words that two share."""
    tokens = [set(words(text)) for text in found]
    weights = numpy.zeros((len(found), len(found)))
    for one, other in combinations(range(len(found)), 2):
        size = math.log(len(tokens[one]) + 1) + math.log(len(tokens[other]) + 1)
        weights[one, other] = weights[other, one] = len(tokens[one] & tokens[other]) / size if size else 0
    sums = weights.sum(axis=0)
    weights = numpy.where(sums > 0, weights / numpy.where(sums > 0, sums, 1), 1 / max(1, len(found)))
    ranks = numpy.full(len(found), 1 / max(1, len(found)))
    for _ in range(_STEPS):
        ranks = (1 - _DAMPING) / max(1, len(found)) + _DAMPING * weights @ ranks
    return ranks.tolist()


def best(found: Sequence[str], scores: Sequence[float], limit: int) -> list[str]:
    """The ``limit`` sentences with the highest scores, best first."""
    order = sorted(range(len(found)), key=lambda number: (-scores[number], number))
    return [found[number] for number in order[:limit]]


def within(found: Sequence[str], scores: Sequence[float], budget: int) -> list[str]:
    """The best sentences until ``budget`` characters are reached, in the text's order; the last may go beyond."""
    order = sorted(range(len(found)), key=lambda number: (-scores[number], number))
    taken: list[int] = []
    for number in order:
        if sum(len(found[each]) for each in taken) >= budget:
            break
        taken.append(number)
    return [found[number] for number in sorted(taken)]


def mean_of_runs(measure: Callable[[int], Mapping[str, float | None]]) -> dict[str, float | None]:
    """The mean of what ``measure`` gives for several runs of chance."""
    rows = [measure(run) for run in range(_RANDOM_RUNS)]
    return {name: sum(row[name] or 0 for row in rows) / len(rows) for name in rows[0]}


def chance(found: Sequence[str], run: int) -> list[float]:
    """A random score for each sentence."""
    source = random.Random(run)  # noqa: S311 (no secret hangs on it)
    return [source.random() for _ in found]
