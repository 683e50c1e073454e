"""A plugin of pytest: each change is tried in a fork of the one process that has everything imported, on the tests that
come by its function, until the first of them fails.

What no test ends is ended: mutmut's own runs wait for some times what all tests of a change take together. And its
forks name each test that they run, which pytest cannot find a second time in one process where a name is not ASCII:
such changes were taken for noticed.
"""

from __future__ import annotations

import gc
import os
import resource
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from types import FrameType

import pytest
from _pytest.runner import runtestprotocol
from changes import MADE, NOTING, Change
from hypothesis import Phase, settings
from mutmut.state import state
from remembered import Remembered, without_tables

# Of the processor's time, so that a busy machine changes nothing: this many seconds, and so many times what it took.
_SECONDS, _TIMES = 5.0, 5.0
# By the clock, for what waits and costs nothing: for a process, a lock, an answer. A busy machine has time enough.
_CLOCK_SECONDS, _CLOCK_TIMES = 30.0, 20.0
# What a change may take of the memory, beside what is taken before it is made.
_MEMORY = 4 << 30
# How a fork ends: no test failed, one did, or it was ended.
_UNNOTICED, _NOTICED, _ENDED = 0, 1, 2
_TOLD_EVERY = 30.0


class Trying:
    """Of the ``changes`` ``left`` are those that no test noticed, ``untried`` those of functions that none runs, ``ended`` those that
    were given up, which counts as noticed."""

    def __init__(self, changes: list[Change], processes: int) -> None:
        self.left: list[Change] = []
        self.untried: list[Change] = []
        self.ended: list[Change] = []
        self.fault = ""
        self.changes, self._processes = changes, processes
        self._items: list[pytest.Item] = []
        self._took: dict[pytest.Item, float] = {}
        self._reached: dict[pytest.Item, set[str]] = {}
        # How often a test noticed a change of a function: it is tried first.
        self._noticing: Counter[tuple[str, int]] = Counter()
        self._remembered = Remembered(set())

    def pytest_collection(self) -> None:
        """Before a test is read: the project's own settings are those of ``conftest.py``. No example by which a test
        fails is made simpler, which takes a minute and tells nobody anything here."""
        settings.register_profile("mutants", settings.default, phases=(Phase.explicit, Phase.generate), database=None)
        settings.load_profile("mutants")
        without_tables()

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """All tests as they are, a second time in a fork, then each change."""
        self._items = list(session.items)
        self._remembered = Remembered({change.module for change in self.changes})
        self._note()
        if not self.fault and self._items:
            gc.freeze()
            self._try_all()
        return True

    def _note(self) -> None:
        """Run each test without a change: what it takes, and which functions it comes by."""
        os.environ[MADE] = NOTING
        for item in self._items:
            state()._stats.clear()
            self._remembered.forget()
            begun = time.process_time()
            # By itself: what it shares with others is made for it, so that it comes by what makes it.
            if not _passes([item], 0):
                self.fault = f"{item.nodeid} fails without any change"
                return
            self._took[item] = time.process_time() - begun
            self._reached[item] = set(state()._stats)
        os.environ[MADE] = ""
        # A second time in one process, as with each change; what fails then tells nothing about any.
        again = [item for at, item in enumerate(self._items) if _passes(self._items, at)]
        for item in set(self._items) - set(again):
            print(f"mutants: runs once only, left out: {item.nodeid}", file=sys.stderr)
        self._items = again

    def _try_all(self) -> None:
        running: dict[int, tuple[Change, int, float]] = {}
        todo, told, done = list(reversed(self.changes)), time.monotonic(), 0
        while todo or running:
            while todo and len(running) < self._processes:
                if tests := self._tests(change := todo.pop()):
                    pid, answer = self._fork(change, tests)
                    late = time.monotonic() + _CLOCK_SECONDS + _CLOCK_TIMES * sum(self._took[each] for each in tests)
                    running[pid] = (change, answer, late)
                else:
                    self.untried.append(change)
            done += self._wait(running)
            if time.monotonic() - told > _TOLD_EVERY:
                told = time.monotonic()
                print(f"==> {done} of {len(self.changes)}, {len(self.left)} left", file=sys.stderr, flush=True)

    def _tests(self, change: Change) -> list[pytest.Item]:
        """Those that come by the function, the one that noticed most changes of it first, then the quickest."""
        at = {item: place for place, item in enumerate(self._items) if change.of in self._reached[item]}
        return sorted(at, key=lambda item: (-self._noticing[change.of, at[item]], self._took[item]))

    def _fork(self, change: Change, tests: list[pytest.Item]) -> tuple[int, int]:
        """The process that tries a change, and where it writes which test noticed it."""
        places = {item: place for place, item in enumerate(self._items)}
        reading, writing = os.pipe()
        if pid := os.fork():
            os.close(writing)
            return pid, reading
        os.environ[MADE] = change.named
        _bound(_SECONDS + _TIMES * sum(self._took[each] for each in tests))
        self._remembered.forget()
        for at, item in enumerate(tests):
            if not _passes(tests, at):
                os.write(writing, str(places[item]).encode())
                os._exit(_NOTICED)
        os._exit(_UNNOTICED)

    def _wait(self, running: dict[int, tuple[Change, int, float]]) -> int:
        """How many have ended; what does not end by the clock is ended."""
        ended = 0
        for pid, (change, answer, late) in list(running.items()):
            known, status = os.waitpid(pid, os.WNOHANG)
            if not known:
                if time.monotonic() > late:
                    os.kill(pid, signal.SIGKILL)
                continue
            code = os.waitstatus_to_exitcode(status)
            noticing = os.read(answer, 20)
            os.close(answer)
            del running[pid]
            ended += 1
            if code == _UNNOTICED:
                self.left.append(change)
            elif noticing:
                self._noticing[change.of, int(noticing)] += 1
            else:
                self.ended.append(change)
        if not ended:
            time.sleep(0.005)
        return ended


def _passes(items: list[pytest.Item], at: int) -> bool:
    reports = runtestprotocol(items[at], log=False, nextitem=items[at + 1] if at + 1 < len(items) else None)
    # So that it can run again: pytest gives a test what it needs once.
    items[at]._initrequest()  # type: ignore[attr-defined]
    return not any(each.failed for each in reports)


def _bound(seconds: float) -> None:
    """What is tried ends after so much time of the processor, and where it takes the whole memory."""

    def late(signal_number: int, frame: FrameType | None) -> None:
        # Not a fault that a test, or what tries examples, may catch and go on.
        os._exit(_ENDED)

    for stream in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
    signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    taken = Path("/proc/self/statm")
    if taken.exists():
        most = int(taken.read_text(encoding="ascii").split()[0]) * resource.getpagesize() + _MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
