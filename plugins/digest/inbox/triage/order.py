"""The pages that add most, first: a new voice in a dispute before the tenth agreement, never the same text twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digest.inbox.triage.examined import Examined
from digest.inbox.triage.meetings import Meeting
from digest.plan.site_plan import SitePlan
from digest.plan.subjects.names import key

# How much more a meeting is worth where the claim is disputed already, where nobody has answered it, and where the
# author is new to the digest. First guesses, in the order in which curators of this digest look at suggestions.
DISPUTED, UNANSWERED, NEW_VOICE = 0.3, 0.2, 0.2
# A page on the digest's questions shows many of its concepts: the five first articles .37 to .63 of them, 37 saved
# pages on other things .03 to .30. A page with fewer than this share counts for the square of its part.
ABOUT = 0.35
# A claim that a page listed above meets is worth so much less each time.
AGAIN = 0.6


@dataclass(frozen=True)
class InboxEntry:
    """A page in the order of what it adds: ``reason`` is one line for the curator, ``copies`` how many others are the
    same text."""

    page: Examined
    meetings: tuple[Meeting, ...]
    reason: str
    worth: float
    copies: int


def ordered(
    pages: Sequence[Examined], found: Mapping[str, Sequence[Meeting]], copies: Counter[str], plan: SitePlan, limit: int
) -> list[InboxEntry]:
    """At most ``limit`` entries, chosen one after the other: what those before say already counts less."""
    voices = {key(name) for article in plan.articles.values() for name in article.authors}
    waiting = {page.key: page for page in pages if found.get(page.key)}
    met: Counter[str] = Counter()
    entries: list[InboxEntry] = []
    while waiting and len(entries) < limit:
        worth, best = max(
            ((_worth(page, found[page.key], plan, voices, met), page.key) for page in waiting.values()),
            key=lambda each: (each[0], each[1]),
        )
        page = waiting.pop(best)
        own = tuple(found[best])
        met.update({own[0].ref: 1})
        entries.append(InboxEntry(page, own, _reason(page, own[0], plan, voices), round(worth, 4), copies[best]))
    return entries


def _worth(page: Examined, found: Sequence[Meeting], plan: SitePlan, voices: set[str], met: Mapping[str, int]) -> float:
    best = max(_of(each, plan) * AGAIN ** met.get(each.ref, 0) for each in found)
    about = min(1.0, len(page.concepts) / (ABOUT * max(1, len(plan.concepts)))) ** 2
    return best * about * (1 + (NEW_VOICE if _is_new(page, voices) else 0))


def _of(meeting: Meeting, plan: SitePlan) -> float:
    kinds = [link.relation.kind for link in plan.links_of(meeting.ref)]
    return meeting.score * (1 + (DISPUTED if "disputes" in kinds else 0) + (0 if kinds else UNANSWERED))


def _is_new(page: Examined, voices: set[str]) -> bool:
    return bool(page.authors) and not voices & {key(name) for name in page.authors}


def _reason(page: Examined, meeting: Meeting, plan: SitePlan, voices: set[str]) -> str:
    """Why it is here, for the curator."""
    kinds = [link.relation.kind for link in plan.links_of(meeting.ref)]
    about = "、".join(meeting.concepts[:2])
    parts = [f"谈“{about}”，碰上论点 {meeting.ref}"]
    if "disputes" in kinds:
        parts.append("那条论点已有争议")
    elif not kinds:
        parts.append("那条论点还没有人回应")
    if _is_new(page, voices):
        parts.append("作者是文摘里没有的声音")
    return "；".join(parts)
