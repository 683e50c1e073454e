"""The same work in several processes, its results in order: for work that only needs what is there when it begins."""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Value = TypeVar("Value")

# Bytes. Linux gives 64 KiB, and up to this to anybody.
_PIPE = 1 << 20

FEW = 60
"""Less than this many articles one process builds as fast."""


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_fork() -> bool:
    """Whether a process can go on as two that have the same values; elsewhere one process does all the work.

    On macOS the system's own libraries may not survive it.
    """
    # Imported here and below: whoever does all in one process does without.
    from multiprocessing import get_all_start_methods

    return "fork" in get_all_start_methods() and sys.platform != "darwin"


def several(asked: int | None, new: int, among: int) -> int:
    """In how many processes to do ``new`` pieces of work ``among`` those that are known: as many as are ``asked`` for,
    else all cores where it is much, and one where it is little or most is known."""
    if not can_fork() or new < 2:
        return 1
    if asked is not None:
        # YAML has 2.0 for an integer, too.
        return int(asked)
    return cores() if new >= FEW and 2 * new >= among else 1


class Processes(Generic[Value]):
    """``work`` for each number below ``count``, done by ``workers`` processes that begin when this is made.

    Each process does every so many-th number, and waits when its results are not taken: no more than fit into its pipe
    are held.
    """

    def __init__(self, work: Callable[[int], Value], count: int, workers: int) -> None:
        from multiprocessing import get_context

        self._own, self._count, self._next = os.getpid(), count, 0
        self._waiting: list[Connection | None] = []
        self._running = []
        context = get_context("fork")
        for first in range(min(workers, count)):
            ours, theirs = context.Pipe(duplex=False)
            _widen(ours.fileno())
            numbers = range(first, count, min(workers, count))
            process = context.Process(target=_work, args=(work, numbers, theirs), daemon=True)
            with warnings.catch_warnings():
                # Libraries' own threads do not outlive the fork, and nobody waits for them.
                warnings.simplefilter("ignore", DeprecationWarning)
                process.start()
            theirs.close()
            self._waiting.append(ours)
            self._running.append(process)

    def take(self) -> Value | None:
        """The next result; ``None`` where its process failed: whoever asks does the work itself then."""
        place, self._next = self._next % len(self._waiting), self._next + 1
        connection = self._waiting[place]
        try:
            value: Value | None = connection.recv() if connection else None
            return value
        except (EOFError, OSError):
            self._waiting[place] = None
            return None

    def __iter__(self) -> Iterator[Value | None]:
        try:
            while self._next < self._count:
                yield self.take()
        finally:
            self.close()

    def close(self) -> None:
        """End the processes, whether they are done or not; nothing where one of them, or another, has what it is."""
        if os.getpid() != self._own:
            return
        for connection in self._waiting:
            if connection:
                connection.close()
        for process in self._running:
            process.terminate()
            process.join()


def _widen(pipe: int) -> None:
    """Give a pipe the room that a system gives at most where nobody set another limit: one page may fill it else, and
    its process waits while whoever asks does something else, who waits for the process then (a tenth of a build)."""
    import fcntl

    # Linux only; who has too many pipes of this size keeps it as it is.
    if hasattr(fcntl, "F_SETPIPE_SZ"):
        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)


def _work(work: Callable[[int], Value], numbers: range, results: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Whatever is to be said is said by the process that takes the results.
    logging.disable()
    gc.freeze()
    for number in numbers:
        try:
            value: Value | None = work(number)
        except Exception:
            # Done again by whoever asks, where the fault shows as it is.
            value = None
        try:
            results.send(value)
        except OSError:
            return
