"""Sources as workers examine them: what they find out of each page is kept as it comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from digest.inbox.sources.parts import Given, Part
from digest.inbox.sources.raw_page import RawPage, Unread, key_of
from digest.inbox.triage.collected import Collected
from digest.inbox.triage.kept_results import KeptResults
from digest.inbox.triage.workers.in_order import Workers, in_order
from digest.inbox.triage.workers.remembered import Remembering
from digest.inbox.triage.workers.task import Came

Watch = Callable[[Collected], None]
"""Called after each part, to say how far it is."""

# Pages that were read here are sent so many at a time.
_BATCH = 8


def collect(pages: Iterator[Part | RawPage | Unread], kept: KeptResults, at: Workers, watch: Watch) -> Collected:
    """Every page examined: taken from ``kept`` where it was before, else made now and kept."""
    collected = Collected()
    for done in in_order(Remembering(at, kept), _parts(pages, kept, collected)):
        collected.unread += done.unread
        with kept.together():
            for page in done.came:
                _came(page, kept, collected)
        collected.bytes += done.bytes
        watch(collected)
    return collected


def _came(page: Came, kept: KeptResults, collected: Collected) -> None:
    collected.seen += 1
    if not kept.came(page.key, page.place, page.address):
        return
    collected.different += 1
    if page.found:
        kept.put(page.found, page.name, page.packed)
    else:
        collected.known += 1


def _parts(pages: Iterator[Part | RawPage | Unread], kept: KeptResults, collected: Collected) -> Iterator[Part]:
    """The parts, and some of the pages at a time that were read here; those that are known are not sent."""
    batch: list[RawPage | Unread] = []
    for page in pages:
        if isinstance(page, RawPage) and kept.has(key := key_of(page.data)):
            _came(Came(key, page.place, page.address), kept, collected)
        elif isinstance(page, RawPage | Unread):
            batch.append(page)
        if batch and (len(batch) == _BATCH or not isinstance(page, RawPage | Unread)):
            yield Given(tuple(batch))
            batch = []
        if not isinstance(page, RawPage | Unread):
            yield page
    if batch:
        yield Given(tuple(batch))
