"""From examined pages to entries: copies are told apart, and those that meet claims put in order."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from heapq import nlargest

from digest.inbox.sources.raw_page import Unread
from digest.inbox.triage.aboutness import Aboutness
from digest.inbox.triage.examined import Examined
from digest.inbox.triage.fingerprint import fingerprint
from digest.inbox.triage.kept_results import KeptResults
from digest.inbox.triage.meetings import Meeting, meetings
from digest.inbox.triage.order import LEAST_ABOUT, InboxEntry, ordered
from digest.inbox.triage.reposts import reposts
from digest.plan.site_plan import SitePlan

# So many pages, those that show most of the digest's concepts, are compared with its claims: a hundred times what a
# curator is shown, and a minute's work at most however many pages came.
COMPARED = 2000


@dataclass
class Collected:
    """What came of the sources so far: pages ``seen``, ``different`` ones among them, ``known`` from earlier runs,
    what could not be read, and the ``bytes`` of parts that are behind."""

    unread: list[Unread] = field(default_factory=list)
    seen: int = 0
    bytes: int = 0
    different: int = 0
    known: int = 0


@dataclass(frozen=True)
class Chosen:
    """The new ``entries``; ``about`` measures pages; ``copies`` by key of a page what it is a copy of; ``met`` by key
    what pages meet."""

    entries: list[InboxEntry]
    about: Aboutness
    copies: Mapping[str, str]
    met: Mapping[str, Sequence[Meeting]]


def choose(kept: KeptResults, plan: SitePlan, known: Iterable[Examined], limit: int) -> Chosen:
    """The new entries, best first: no copy of what the digest has, of one another, or of pages ``known`` to the
    curator: refused, or in the inbox already."""
    names: dict[str, array[int]] = {slug: fingerprint(article.body) for slug, article in plan.articles.items()}
    names |= {page.key: page.pieces for page in known}
    copies = reposts((page for page in _articles(kept) if page.key not in names), names)
    seen: Counter[str] = Counter()
    titles: Counter[str] = Counter()
    for page in _articles(kept, {*copies, *names}):
        titles[page.title] += 1
        seen.update(name for name, _ in page.concepts)
    about = Aboutness(plan, seen, titles.total())
    new = ((about(page), page.key, page) for page in _articles(kept, {*copies, *names}) if page.claims)
    nearest = nlargest(COMPARED, (each for each in new if each[0] >= LEAST_ABOUT), key=lambda each: each[:2])
    compared = sorted((page for _, _, page in nearest), key=lambda page: page.key)
    met = meetings(compared, plan, plan.concepts)
    return Chosen(ordered(compared, met, Counter(copies.values()), plan, about, titles, limit), about, copies, met)


def _articles(kept: KeptResults, without: Set[str] = frozenset()) -> Iterator[Examined]:
    """The articles among the pages of this run, by key."""
    return (page for page in kept.pages() if page.is_article and page.key not in without)
