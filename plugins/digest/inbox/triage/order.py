"""The pages that add most, first: a new voice in a dispute before the tenth agreement, never the same text twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from digest.inbox.triage.examined import Examined
from digest.inbox.triage.meetings import Meeting
from digest.plan.site_plan import SitePlan
from digest.plan.subjects.entries import key

# How much more a meeting is worth where the claim is disputed already, where nobody has answered it, and where the
# author is new to the digest. First guesses, in the order in which curators of this digest look at suggestions.
DISPUTED, UNANSWERED, NEW_VOICE = 0.3, 0.2, 0.2
# Further claims that a page meets add so much of their worth: one that meets three says more than one that meets one.
FURTHER = 0.3
# A claim that a page listed above meets, its title (that of a series, or of a site) or its author is worth so much less
# each time.
AGAIN, SAME_TITLE, SAME_AUTHOR = 0.6, 0.3, 0.8
# A title that so many different pages of a run have is that of a series (daily headlines) or of a site.
SERIES = 3
# What is less about the digest's questions (its own articles reach .6 to 1.1) is not listed, however little there is:
# of 612 saved pages of three archives those that a person took reached .29 and more, lists of headlines .15 to .24; of
# 1,960 of three others, whose list was seen but changed nothing, .26 and more.
LEAST_ABOUT = 0.2


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
    pages: Sequence[Examined],
    found: Mapping[str, Sequence[Meeting]],
    copies: Counter[str],
    plan: SitePlan,
    about: Callable[[Examined], float],
    titles: Counter[str],
    limit: int,
) -> list[InboxEntry]:
    """At most ``limit`` entries, chosen one after the other: what those before say already counts less.

    ``copies`` are how many copies a page has, ``titles`` how many different pages have a title.
    """
    order = _Order(plan, found, about, titles)
    waiting = {page.key: page for page in pages if found.get(page.key)}
    entries: list[InboxEntry] = []
    while waiting and len(entries) < limit:
        worth, best = max((order.worth(page), page.key) for page in waiting.values())
        page = waiting.pop(best)
        order.listed(page)
        own = tuple(found[best])
        entries.append(InboxEntry(page, own, _reason(page, own[0], plan, order.voices), round(worth, 4), copies[best]))
    return entries


class _Order:
    """What pages are worth beside those that are listed already."""

    def __init__(
        self,
        plan: SitePlan,
        found: Mapping[str, Sequence[Meeting]],
        about: Callable[[Examined], float],
        titles: Mapping[str, int],
    ) -> None:
        self._plan, self._found, self._about, self._titles = plan, found, about, titles
        self.voices = {key(name) for article in plan.articles.values() for name in article.authors}
        self._listed: Counter[str] = Counter()

    def listed(self, page: Examined) -> None:
        """Remember that ``page`` is listed."""
        self._listed.update([self._found[page.key][0].ref, _title(page), *_authors(page)])

    def worth(self, page: Examined) -> float:
        """What ``page`` adds."""
        first, *further = sorted((self._of(each) for each in self._found[page.key]), reverse=True)
        worth = (first + FURTHER * sum(further)) * min(1.0, self._about(page)) * page.argued**2
        worth *= 1 + (NEW_VOICE if _is_new(page, self.voices) else 0)
        worth *= SAME_TITLE ** (self._listed[_title(page)] + (self._titles[page.title] >= SERIES))
        return worth * SAME_AUTHOR ** max((self._listed[name] for name in _authors(page)), default=0)

    def _of(self, meeting: Meeting) -> float:
        kinds = [link.relation.kind for link in self._plan.links_of(meeting.ref)]
        worth = meeting.score * (1 + (DISPUTED if "disputes" in kinds else 0) + (0 if kinds else UNANSWERED))
        return worth * AGAIN ** self._listed[meeting.ref]


def _title(page: Examined) -> str:
    return f"title {key(page.title)}"


def _authors(page: Examined) -> list[str]:
    return [f"author {key(name)}" for name in page.authors]


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
