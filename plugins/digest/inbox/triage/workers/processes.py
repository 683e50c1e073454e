"""This process, or processes of this machine, as workers."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from typing import Any

from digest.inbox.sources.opened import FilePlace
from digest.inbox.sources.parts import Part, close_archive
from digest.inbox.triage.examined import Patterns
from digest.inbox.triage.workers.in_order import WAITING, Workers
from digest.inbox.triage.workers.task import Done, KnownKeys, Work, WorkerDied, examine_part
from digest.keeping.processes import cores


@contextmanager
def on_cores(patterns: Patterns, known: bytes = b"", jobs: int = 0, work: Work = examine_part) -> Iterator[Workers]:
    """``jobs`` processes (none: as many as there are cores); ``known`` are the keys of pages with results."""
    jobs = jobs or cores()
    workers = _Here(patterns, known, work) if jobs == 1 else _Pool(jobs, patterns, known, work)
    try:
        yield workers
    finally:
        workers.close()


class _Here:
    room = 1

    def __init__(self, patterns: Patterns, known: bytes, work: Work) -> None:
        self._patterns, self._known, self._work = patterns, KnownKeys(known), work

    def sees(self, place: FilePlace) -> bool:
        return True

    def submit(self, part: Part) -> Part:
        return part

    def result(self, going: Part) -> Done:
        return self._work(going, self._patterns, self._known)

    def close(self) -> None:
        close_archive()


class _Pool:
    """Processes of this machine; new ones where one died."""

    def __init__(self, jobs: int, patterns: Patterns, known: bytes, work: Work) -> None:
        self._jobs, self._patterns, self._known, self._work = jobs, patterns, known, work
        self.room = jobs * WAITING
        self._pool = self._new()

    def _new(self) -> ProcessPoolExecutor:
        context = get_context("spawn")
        return ProcessPoolExecutor(self._jobs, mp_context=context, initializer=_begin, initargs=(self._known,))

    def sees(self, place: FilePlace) -> bool:
        return True

    def submit(self, part: Part) -> Any:
        try:
            return self._pool.submit(_work, self._work, part, self._patterns)
        except (BrokenProcessPool, OSError):
            # A pool that breaks at this moment finds its own pipe closed.
            self.close()
            self._pool = self._new()
            return self._pool.submit(_work, self._work, part, self._patterns)

    def result(self, going: Any) -> Done:
        try:
            done: Done = going.result()
        except BrokenProcessPool as fault:
            raise WorkerDied from fault
        return done

    def close(self) -> None:
        begun = list((self._pool._processes or {}).values())
        with suppress(OSError):
            self._pool.shutdown(wait=False, cancel_futures=True)
        # A pool that breaks while it begins a process forgets to stop that one, and waits for its end for ever.
        for process in begun if self._pool._broken else ():
            process.terminate()


class _Process:
    """What a process of a pool was given when it began."""

    known = KnownKeys()


def _begin(known: bytes) -> None:
    _Process.known = KnownKeys(known)


def _work(work: Work, part: Part, patterns: Patterns) -> Done:
    return work(part, patterns, _Process.known)
