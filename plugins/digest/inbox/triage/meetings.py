"""Which claims of the digest a page would meet: both sentences, how alike they are, and what they are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digest.inbox.triage.examined import Examined
from digest.plan.concepts import Concept
from digest.plan.site_plan import SitePlan
from digest.proposals.alike.similarity import Similarity, Statement
from digest.proposals.first_look import LEAST

# So many claims a page is shown with.
MEETINGS = 3


@dataclass(frozen=True)
class Meeting:
    """``sentence`` of the page and the claim ``ref`` whose wording is ``claim``.

    Whether the one disputes the other is for the curator to read: words of negation do not tell it.
    """

    sentence: str
    ref: str
    claim: str
    score: float
    concepts: tuple[str, ...]


def meetings(pages: Sequence[Examined], plan: SitePlan, concepts: Sequence[Concept]) -> dict[str, list[Meeting]]:
    """By key of each page that meets some: the claims, best first."""
    said = {ref: "。".join((claim.text, claim.quote)) for ref, (_, claim) in plan.claims.items()}
    new = [
        Statement(f"{page.key} {number}", page.key, sentence)
        for page in pages
        for number, sentence in enumerate(page.claims)
    ]
    if not said or not new:
        return {}
    # The pages are one group: what they have in common with one another is not asked.
    statements = [Statement(each.ref, "", each.text) for each in new]
    claims = [Statement(ref, ref.partition("#")[0], text) for ref, text in said.items()]
    texts = {each.ref: each.text for each in new}
    found: dict[str, list[Meeting]] = {}
    for ref, matches in Similarity([*statements, *claims], concepts).nearest(1, set(texts)):
        for match in matches:
            if match.score >= LEAST and match.shared:
                claim = plan.claims[match.b][1].text
                meeting = Meeting(texts[ref], match.b, claim, match.score, match.shared)
                found.setdefault(ref.partition(" ")[0], []).append(meeting)
    return {key: _best(each) for key, each in found.items()}


def _best(found: Sequence[Meeting]) -> list[Meeting]:
    """The best of each claim, best first."""
    best: dict[str, Meeting] = {}
    for each in sorted(found, key=lambda each: (-each.score, each.ref, each.sentence)):
        best.setdefault(each.ref, each)
    return list(best.values())[:MEETINGS]
