"""Pages examined by all cores of this machine, or by the workers of a Dask scheduler: the same function, bounded."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

from digest.inbox.sources.raw_page import RawPage
from digest.inbox.triage.examined import Examined, concepts_from, examine

Patterns = tuple[tuple[str, tuple[str, ...]], ...]
"""The concepts of a digest as texts: name and patterns."""

Task = tuple[str, RawPage]
"""Key and raw page."""

# A page is some 200 kB and a tenth of a second's work: so many wait for each worker, and memory stays flat.
_WAITING = 4
# Pages in one task of a cluster: sending a task costs a few milliseconds.
_BATCH = 8


Submit = Callable[[list[Task]], Any]
"""Begins to examine a batch of pages; ``result()`` of what comes back waits for it."""


def examine_all(tasks: list[Task], patterns: Patterns) -> list[Examined]:
    """What a worker does: a batch of pages."""
    concepts = concepts_from(patterns)
    return [examine(key, raw, concepts) for key, raw in tasks]


def on_cores(tasks: Iterator[Task], patterns: Patterns, jobs: int = 0) -> Iterator[Examined]:
    """The results in the order of ``tasks``, made by ``jobs`` processes (none: as many as there are cores)."""
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1:
        for task in tasks:
            yield from examine_all([task], patterns)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from _bounded(lambda batch: pool.submit(examine_all, batch, patterns), tasks, jobs)


def on_scheduler(tasks: Iterator[Task], patterns: Patterns, address: str) -> Iterator[Examined]:
    """The same on the workers of the Dask scheduler at ``address``. Raises ImportError without the extra ``cluster``.

    A worker that dies loses nothing: the scheduler gives its pages to another.
    """
    from distributed import Client

    with Client(address) as client:
        workers = max(1, sum(client.ncores().values()))
        # Every batch is a task of its own, though two may hold the same pages.
        yield from _bounded(lambda batch: client.submit(examine_all, batch, patterns, pure=False), tasks, workers)


def _bounded(submit: Submit, tasks: Iterator[Task], workers: int) -> Iterator[Examined]:
    """Results in order, with a bounded number of batches on their way."""
    waiting: deque[Any] = deque()
    for batch in _batches(tasks):
        waiting.append(submit(batch))
        if len(waiting) >= workers * _WAITING:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _batches(tasks: Iterator[Task]) -> Iterator[list[Task]]:
    batch: list[Task] = []
    for task in tasks:
        batch.append(task)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
