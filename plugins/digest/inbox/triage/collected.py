"""From sources to entries: pages are examined, copies told apart, and those that meet claims put in order."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from digest.inbox.sources.raw_page import Pages, RawPage, Unread
from digest.inbox.triage.examined import Examined
from digest.inbox.triage.fingerprint import fingerprint
from digest.inbox.triage.kept_results import KeptResults, key_of
from digest.inbox.triage.meetings import meetings
from digest.inbox.triage.order import InboxEntry, ordered
from digest.inbox.triage.reposts import reposts
from digest.inbox.triage.workers import Task
from digest.plan.site_plan import SitePlan

Examiner = Callable[[Iterator[Task]], Iterator[Examined]]
Watch = Callable[["Collected"], None]
"""Called after each page, to say how far it is."""


@dataclass
class Collected:
    """What came of the sources so far: every page by its key, once, and what could not be read."""

    pages: dict[str, Examined] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    seen: int = 0
    taken: int = 0

    @property
    def articles(self) -> list[Examined]:
        """The pages that are articles."""
        return [page for page in self.pages.values() if page.is_article]


def collect(pages: Pages, kept: KeptResults, examiner: Examiner, watch: Watch) -> Collected:
    """Every page examined: taken from ``kept`` where it was before, else made now and kept."""
    collected = Collected()
    seen: set[str] = set()
    # Pages on their way: as many as the examiner lets wait.
    going: dict[str, RawPage] = {}

    def new() -> Iterator[Task]:
        for page in pages:
            if isinstance(page, Unread):
                collected.unread.append(page)
                continue
            collected.seen += 1
            key = key_of(page.data)
            if key in seen:
                continue
            seen.add(key)
            known = kept.get(key)
            if known:
                collected.taken += 1
                collected.pages[key] = _as_came(known, page)
                watch(collected)
            else:
                going[key] = page
                yield key, page

    for examined in examiner(new()):
        kept.put(examined, going.pop(examined.key))
        collected.pages[examined.key] = examined
        watch(collected)
    return collected


def _as_came(known: Examined, page: RawPage) -> Examined:
    """The result of an earlier run, at the place where the page lies now."""
    return replace(known, place=page.place, address=known.address or page.address)


def entries(
    collected: Collected, plan: SitePlan, refused: Mapping[str, Examined], waiting: Counter[str], limit: int
) -> list[InboxEntry]:
    """The new entries, best first: no copy of what the digest has, of what was refused, or of one another."""
    known: dict[str, array[int]] = {slug: fingerprint(article.body) for slug, article in plan.articles.items()}
    known |= {key: page.pieces for key, page in refused.items()}
    originals = reposts(collected.articles, known)
    copies = Counter(originals.values())
    first = [page for page in collected.articles if page.key not in originals and page.key not in waiting]
    about = sorted((page for page in first if page.concepts), key=lambda page: page.key)
    return ordered(about, meetings(about, plan, plan.concepts), copies, plan, limit)
