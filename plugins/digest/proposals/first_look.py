"""What a new article may claim, and which claims of the digest that may meet: a first look, for a person to judge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from digest.articles.reading import read_article
from digest.plan.concepts import Concept
from digest.proposals.claim_candidates import Candidate, claim_candidates

# Claims are looked for in so many articles, those that name most of the new one's concepts: a second's reading.
NEIGHBOURS = 100
CLAIMS = 3
# As for the computed relations: of judged pairs of claims that scored this or more, three in four were related.
LEAST = 0.14


@dataclass(frozen=True)
class LikelyClaim:
    """A sentence that looks like a claim, and the claim of another article (ref, text) that is most like it."""

    sentence: str
    ref: str = ""
    text: str = ""


def likely_claims(
    body: str, concepts: Sequence[Concept], subjects: Sequence[str], others: Iterable[tuple[Path, str]]
) -> list[LikelyClaim]:
    """The likeliest claims of ``body``; ``others`` are the digest's articles (file, text), ``subjects`` its tags."""
    candidates = claim_candidates(body, concepts, limit=CLAIMS)
    claims = _claims(subjects, others)
    if not candidates or not claims:
        return [LikelyClaim(candidate.sentence) for candidate in candidates]
    return _met(candidates, claims, concepts)


def _claims(subjects: Sequence[str], others: Iterable[tuple[Path, str]]) -> dict[str, tuple[str, str]]:
    """By ref: the claims of the articles that are nearest in subject, and all that says them."""
    ranked = sorted(others, key=lambda other: (-sum(subject in other[1] for subject in subjects), other[0].name))
    found = {}
    for file, text in ranked[:NEIGHBOURS]:
        article, _ = read_article(file.name, file.stem, text)
        for claim in article.claims if article else ():
            found[claim.ref] = (claim.text, "。".join((claim.text, claim.quote, *claim.further)))
    return found


def _met(
    candidates: Sequence[Candidate], claims: dict[str, tuple[str, str]], concepts: Sequence[Concept]
) -> list[LikelyClaim]:
    # Imported here: a digest whose articles have no claims yet does without the numerical libraries' start.
    from digest.proposals.alike.similarity import Similarity, Statement

    new = [Statement(str(number), "", each.sentence) for number, each in enumerate(candidates)]
    known = [Statement(ref, ref.partition("#")[0], said) for ref, (_, said) in claims.items()]
    best = dict(Similarity([*new, *known], concepts).nearest(1, {each.ref for each in new}))
    found = []
    for number, candidate in enumerate(candidates):
        match = next((each for each in best[str(number)] if each.score >= LEAST and each.shared), None)
        found.append(
            LikelyClaim(candidate.sentence, match.b, claims[match.b][0]) if match else LikelyClaim(candidate.sentence)
        )
    return found
