"""Pages examined by all cores of this machine, or by the workers of a Dask scheduler: the same function, bounded."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any

from digest.inbox.sources.raw_page import RawPage
from digest.inbox.triage.examined import Examined, concepts_from, examine
from digest.inbox.triage.kept.result_stamp import result_stamp

Patterns = tuple[tuple[str, tuple[str, ...]], ...]
"""The concepts of a digest as texts: name and patterns."""

Task = tuple[str, RawPage]
"""Key and raw page."""

# A page is some 200 kB and a tenth of a second's work: so many batches wait for each worker, and memory stays flat.
_WAITING = 4
# Pages in one batch: sending one to a cluster costs a few milliseconds.
_BATCH = 8
# So often a batch is tried whose worker dies; then each of its pages by itself, as often.
_TRIES = 2


class WorkerDied(Exception):
    """The worker that had a batch died, and the scheduler gave up or the pool is broken."""


class OtherCode(Exception):
    """A worker has other code than the machine that asks."""


class NoScheduler(Exception):
    """No scheduler answers, it went away, or its workers are no use."""


def examine_all(tasks: list[Task], patterns: Patterns) -> list[Examined]:
    """What a worker does: a batch of pages."""
    concepts = concepts_from(patterns)
    return [examine(key, raw, concepts) for key, raw in tasks]


def examine_alike(tasks: list[Task], patterns: Patterns, stamp: str) -> list[Examined]:
    """The same on another machine. Raises OtherCode where that would give other results."""
    own = result_stamp(patterns)
    if own != stamp:
        raise OtherCode(f"a worker has other code (or another version) than this machine: {own}, not {stamp}")
    return examine_all(tasks, patterns)


Work = Callable[[list[Task], Patterns], list[Examined]]
"""What is done with a batch of pages."""


def on_cores(tasks: Iterator[Task], patterns: Patterns, jobs: int = 0, work: Work = examine_all) -> Iterator[Examined]:
    """The results in the order of ``tasks``, made by ``jobs`` processes (none: as many as there are cores).

    A process that dies loses nothing: its pages are given to another.
    """
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1:
        for task in tasks:
            yield from work([task], patterns)
        return
    pool = _Pool(jobs, patterns, work)
    try:
        yield from _bounded(pool, tasks, jobs)
    finally:
        pool.close()


def on_scheduler(tasks: Iterator[Task], patterns: Patterns, address: str) -> Iterator[Examined]:
    """The same on the workers of the Dask scheduler at ``address``. Raises NoScheduler.

    A worker that dies loses nothing: the scheduler gives its pages to another.
    """
    from distributed import Client

    try:
        client = Client(address, timeout=_SECONDS)
    except (OSError, ValueError) as fault:
        raise NoScheduler(f"{address}: no scheduler answers ({fault})") from fault
    with client:
        workers = max(1, sum(client.ncores().values()))
        yield from _bounded(_Cluster(client, patterns), tasks, workers)


# A scheduler answers at once or not at all.
_SECONDS = 5


@dataclass
class _Batch:
    tasks: list[Task]
    going: Any
    tries: int = 1


class _Pool:
    """Processes of this machine, each doing ``work``; new ones where one died."""

    def __init__(self, jobs: int, patterns: Patterns, work: Work) -> None:
        self._jobs, self._patterns, self._work = jobs, patterns, work
        self._pool = self._new()

    def _new(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._jobs, mp_context=get_context("spawn"))

    def submit(self, tasks: list[Task]) -> Any:
        try:
            return self._pool.submit(self._work, tasks, self._patterns)
        except BrokenProcessPool:
            self.close()
            self._pool = self._new()
            return self._pool.submit(self._work, tasks, self._patterns)

    def result(self, going: Any) -> list[Examined]:
        try:
            return list(going.result())
        except BrokenProcessPool as fault:
            raise WorkerDied from fault

    def close(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)


class _Cluster:
    """The workers of a scheduler."""

    def __init__(self, client: Any, patterns: Patterns) -> None:
        self._client, self._patterns, self._stamp = client, patterns, result_stamp(patterns)

    def submit(self, tasks: list[Task]) -> Any:
        # Every batch is a task of its own, though two may hold the same pages.
        return self._client.submit(examine_alike, tasks, self._patterns, self._stamp, pure=False, retries=0)

    def result(self, going: Any) -> list[Examined]:
        from distributed import KilledWorker
        from distributed.client import FutureCancelledError
        from distributed.comm.core import CommClosedError

        try:
            return list(going.result())
        except KilledWorker as fault:
            raise WorkerDied from fault
        except OtherCode as fault:
            raise NoScheduler(f"{fault}; install the same version on all machines") from fault
        except (CommClosedError, FutureCancelledError, OSError) as fault:
            raise NoScheduler(f"the scheduler went away ({fault}); run again: what is done is kept") from fault


def _bounded(at: _Pool | _Cluster, tasks: Iterator[Task], workers: int) -> Iterator[Examined]:
    """Results in order, with a bounded number of batches on their way."""
    waiting: deque[_Batch] = deque()
    for batch in _batches(tasks):
        waiting.append(_Batch(batch, at.submit(batch)))
        if len(waiting) >= workers * _WAITING:
            yield from _finished(at, waiting)
    while waiting:
        yield from _finished(at, waiting)


def _finished(at: _Pool | _Cluster, waiting: deque[_Batch]) -> Iterator[Examined]:
    """The results of the batch in front; one whose worker died is tried again, then page by page."""
    batch = waiting.popleft()
    try:
        yield from at.result(batch.going)
    except WorkerDied:
        if batch.tries < _TRIES:
            waiting.appendleft(_Batch(batch.tasks, at.submit(batch.tasks), batch.tries + 1))
        elif len(batch.tasks) > 1:
            for task in reversed(batch.tasks):
                waiting.appendleft(_Batch([task], at.submit([task])))
        else:
            yield Examined(batch.tasks[0][0], fault=f"the process that read it died {_TRIES} times")


def _batches(tasks: Iterator[Task]) -> Iterator[list[Task]]:
    batch: list[Task] = []
    for task in tasks:
        batch.append(task)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
