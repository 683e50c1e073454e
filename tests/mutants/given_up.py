"""A plugin of pytest: a test that takes much longer than it took without a change fails, instead of running on; and no
example by which one fails is made simpler, which takes a minute and tells nobody anything here. What functions remember
is forgotten before each change is tried: a change would not show in what was asked for before it was made.

mutmut by itself waits for some times what all tests of a change take together, which for a line that most tests come by
is minutes, although the first of them never ends.
"""

from __future__ import annotations

import gc
import os
import signal
import time
from collections.abc import Generator
from functools import _lru_cache_wrapper
from types import FrameType

import pytest
from hypothesis import Phase, settings

# Of the processor's time, so that a busy machine changes nothing: this many seconds, and so many times what it took.
_SECONDS, _TIMES = 5.0, 5.0
# What tests took before any change was made; mutmut tries each change in a copy of the process that knows it.
_took: dict[str, float] = {}


def _give_up(signal_number: int, frame: FrameType | None) -> None:
    # Not a fault that a test, or what tries examples, may catch and go on: the copy of the process ends, and has failed.
    os.write(2, b"a test does not end\n")
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
    begun = time.process_time()
    signal.signal(signal.SIGVTALRM, _give_up)
    if item.nodeid in _took:
        signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDS + _TIMES * _took[item.nodeid])
    try:
        return (yield)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        _took.setdefault(item.nodeid, time.process_time() - begun)
