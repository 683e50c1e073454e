"""Synthetic digests, to see how computing relations grows: `python bench/claims/growth.py ARTICLES` prints JSON.

Ten claims an article, of words whose frequencies fall as those of a language do, and of what the concepts look for;
an article has its own few subjects, so that some claims are much alike and most are not.
"""

from __future__ import annotations

import json
import random
import re
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from digest.plan.concepts import Concept, read_concepts
from digest.proposals.alike import similarity
from digest.proposals.alike.similarity import Similarity, Statement

ROOT = Path(__file__).resolve().parents[2]
CLAIMS, WORDS, SUBJECTS, LIMIT = 10, 20000, 200, 5
# Of so many statements the best matches are compared with those of the full comparison.
SAMPLE = 300


def statements(articles: int, concepts: Sequence[Concept]) -> Iterator[Statement]:
    """The claims of ``articles`` synthetic articles, the same on every run."""
    source = random.Random(20)  # noqa: S311 (no secret hangs on it)
    signs = [chr(0x4E00 + number) for number in range(3000)]
    vocabulary = ["".join(source.choices(signs, k=2)) for _ in range(WORDS)]
    shares = list(accumulate(1 / (rank + 10) for rank in range(WORDS)))
    shown = [pattern for concept in concepts for pattern in concept.patterns if re.fullmatch(r"\w+", pattern)]
    subjects = [source.sample(vocabulary, 12) + source.sample(shown, 3) for _ in range(SUBJECTS)]
    for article in range(articles):
        own = source.sample(subjects, 2)
        for claim in range(CLAIMS):
            words = source.choices(vocabulary, cum_weights=shares, k=24) + source.sample(own[claim % 2], 6)
            source.shuffle(words)
            yield Statement(f"a{article}#c{claim + 1}", f"a{article}", "".join(words))


def main(articles: int) -> None:
    """Compute the best matches of every claim; print seconds, peak memory and how many are those of all pairs."""
    concepts, _ = read_concepts("concepts.yml", (ROOT / "docs" / "concepts.yml").read_text("utf-8"))
    made = list(statements(articles, concepts))
    start = time.process_time()
    compared = Similarity(made, concepts)
    found = dict(compared.nearest(LIMIT))
    seconds = time.process_time() - start
    unit = 1024 if sys.platform != "darwin" else 1024**2
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    sample = {each.ref for each in made[:: max(1, len(made) // SAMPLE)]}
    similarity.EXACT = len(made)
    same = sum(
        bool(matches) and bool(found[ref]) and matches[0].score <= found[ref][0].score + 1e-6
        for ref, matches in compared.nearest(LIMIT, sample)
    )
    print(
        json.dumps(
            {
                "claims": len(made),
                "links": sum(map(len, found.values())),
                "seconds": seconds,
                "mib": peak,
                "same": same / len(sample),
            }
        )
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
