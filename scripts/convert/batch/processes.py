"""Converting many pages on all cores: results in the order of the pages, and a page that fails fails alone."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from convert.errors import ConvertError
from convert.page import Conversion
from convert.pipeline import convert_file
from convert.write.files import read_bytes

# The slowest of 29 pages measured takes a fifth of a second; a hostile one must not hold up the others.
SECONDS_MOST = 60
# Starting processes costs about as much as converting this many pages.
FEW = 8
BUG = "a fault of the conversion, please report it with the page"


@dataclass(frozen=True)
class ProcessOutcome:
    """An article, or why there is none."""

    article: Conversion | None = None
    fault: str = ""


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def convert_all(pages: list[tuple[Path, str]], jobs: int) -> Iterator[ProcessOutcome]:
    """The outcome of each (file, name in the front matter), in order, whatever the number of `jobs`."""
    if jobs <= 1 or len(pages) < FEW:
        yield from map(convert_page, pages)
    else:
        yield from _in_processes(pages, jobs)


def _in_processes(pages: list[tuple[Path, str]], jobs: int) -> Iterator[ProcessOutcome]:
    # Imported here, as below: a single page, which somebody waits for, does without.
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor

    done = 0
    while done < len(pages):
        try:
            with ProcessPoolExecutor(jobs, initializer=_leave_stopping_to_the_first) as pool:
                for outcome in pool.map(convert_page, pages[done:]):
                    yield outcome
                    done += 1
        except BrokenProcessPool:
            # Some process died, perhaps of a later page; this one alone tells.
            yield _alone(pages[done])
            done += 1


def _leave_stopping_to_the_first() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _alone(page: tuple[Path, str]) -> ProcessOutcome:
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor

    try:
        with ProcessPoolExecutor(1) as pool:
            return pool.submit(convert_page, page).result()
    except BrokenProcessPool:
        return ProcessOutcome(fault=f"{page[0]}: the process that converted it died ({BUG})")


def convert_page(page: tuple[Path, str]) -> ProcessOutcome:
    """The outcome for one (file, name in the front matter); raises nothing."""
    path, raw = page
    try:
        with _time_limit():
            return ProcessOutcome(convert_file(read_bytes(path), raw))
    except ConvertError as error:
        return ProcessOutcome(fault=str(error.in_file(str(path))))
    except TimeoutError:
        return ProcessOutcome(fault=f"{path}: it took more than {SECONDS_MOST} seconds ({BUG})")
    except Exception as error:
        return ProcessOutcome(fault=f"{path}: {type(error).__name__}: {error} ({BUG})")


@contextmanager
def _time_limit() -> Iterator[None]:
    """TimeoutError after SECONDS_MOST, where the system can interrupt a computation."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _late)
    signal.setitimer(signal.ITIMER_REAL, SECONDS_MOST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _late(number: int, frame: object) -> None:
    raise TimeoutError
