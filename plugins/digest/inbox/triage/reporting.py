"""What is said while a run goes on, and of what came of it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from digest.checks.telling.chinese import as_told
from digest.inbox.sources.meter import Meter
from digest.inbox.triage.collected import Chosen, Collected
from digest.inbox.triage.kept_results import KeptResults
from digest.text.harmless.terminal import note, say

# Progress is said so often, in seconds.
_EVERY = 2.0
# Before so much is done, nobody knows how long the rest takes.
_SURE = 0.01


class Progress:
    """Says every few seconds how far it is, how fast, and how long it will take."""

    def __init__(self, meter: Meter) -> None:
        self._meter = meter
        self._begun = self._said = time.monotonic()

    def __call__(self, collected: Collected) -> None:
        now = time.monotonic()
        if now - self._said < _EVERY:
            return
        self._said, passed, share = now, now - self._begun, self._meter.share(collected.bytes)
        left = as_told(f", {_minutes(passed * (1 - share) / share)} left") if share > _SURE else ""
        note(
            as_told(
                f"... {collected.different} pages, {collected.known} of them known; "
                f"{collected.different / passed:.1f} pages a second; {100 * share:.0f} %{left}; "
                f"{len(collected.unread)} could not be read"
            )
        )


def _minutes(seconds: float) -> str:
    return f"{seconds / 60:.0f} min" if seconds >= 90 else f"{seconds:.0f} s"


@dataclass
class _Counts:
    articles: int = 0
    none: int = 0
    faults: int = 0


def report(collected: Collected, kept: KeptResults, chosen: Chosen, file: Path) -> int:
    """Say what came of it, and name every page that could not be read; the exit code."""
    for each in collected.unread:
        note(as_told(f"not read: {each}"))
    counts = _Counts()
    for page in kept.pages():
        counts.articles += page.is_article
        counts.none += bool(page.none)
        if page.fault:
            counts.faults += 1
            note(as_told(f"not read: {page.place}: {page.fault}"))
    say(
        as_told(
            f"{collected.seen} pages ({collected.different} different), {counts.articles} articles "
            f"({len(chosen.copies)} copies), {counts.none} no articles; {len(chosen.entries)} new entries in {file}"
        )
    )
    for number, entry in enumerate(chosen.entries, 1):
        say(f"{number:3}. {entry.page.title}（{'、'.join(entry.page.authors) or '佚名'}）：{entry.reason}")
    return 1 if collected.unread or counts.faults else 0
