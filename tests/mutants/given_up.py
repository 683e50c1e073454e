"""A plugin of pytest: a test that takes much longer than it took without a change fails, instead of running on; and no
example by which one fails is made simpler, which takes a minute and tells nobody anything here. What functions remember
is forgotten before each change is tried: a change would not show in what was asked for before it was made.

mutmut by itself waits for some times what all tests of a change take together, which for a line that most tests come by
is minutes, although the first of them never ends. Each test that is given up is a line of the file that ``GIVEN_UP``
names, so that nobody takes it for one that failed.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager, nullcontext
from functools import _lru_cache_wrapper
from types import FrameType

import pytest
from hypothesis import Phase, settings

# Of the processor's time, so that a busy machine changes nothing: this many seconds, and so many times what it took.
_SECONDS, _TIMES = 5.0, 5.0
# By the clock, for what waits and costs nothing: for a process, a lock, an answer. A busy machine has time enough.
_CLOCK_SECONDS, _CLOCK_TIMES = 30.0, 20.0
# What tests took before any change was made, of the processor and by the clock; mutmut tries each change in a copy of
# the process that knows it.
_took: dict[str, tuple[float, float]] = {}


def _give_up(test: str) -> None:
    """Not a fault that a test, or what tries examples, may catch and go on: the copy of the process ends, and has
    failed."""
    with open(os.environ["GIVEN_UP"], "a", encoding="utf-8") as listed:
        listed.write(f"{os.environ.get('MUTANT_UNDER_TEST', '')} {test}\n")
    os._exit(1)


def pytest_collection() -> None:
    """Before a test is read: the project's own settings are those of ``conftest.py``."""
    settings.register_profile("mutants", settings.default, phases=(Phase.explicit, Phase.generate), database=None)
    settings.load_profile("mutants")
    for remembered in gc.get_objects():
        if isinstance(remembered, _lru_cache_wrapper) and remembered.__module__.split(".")[0] in ("digest", "convert"):
            remembered.cache_clear()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Run a test with all that it needs, for so long."""
    begun = time.process_time(), time.monotonic()
    with _bounded(item.nodeid) if item.nodeid in _took else nullcontext():
        ended = yield
    _took.setdefault(item.nodeid, (time.process_time() - begun[0], time.monotonic() - begun[1]))
    return ended


@contextmanager
def _bounded(test: str) -> Iterator[None]:
    """Gives up what comes, if it does not end in time."""

    def late(signal_number: int, frame: FrameType | None) -> None:
        _give_up(test)

    processor, clock = _took[test]
    waiting = threading.Timer(_CLOCK_SECONDS + _CLOCK_TIMES * clock, _give_up, [test])
    waiting.daemon = True
    signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDS + _TIMES * processor)
    waiting.start()
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        waiting.cancel()
