"""The workers of a Dask scheduler, on whatever machines they are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from digest.inbox.sources.opened import Elsewhere, FilePlace
from digest.inbox.sources.parts import Part
from digest.inbox.triage.examined import Patterns
from digest.inbox.triage.kept_results import result_stamp
from digest.inbox.triage.workers.in_order import WAITING, Workers
from digest.inbox.triage.workers.task import Done, KnownKeys, NoScheduler, OtherCode, WorkerDied, examine_part

# A scheduler answers at once or not at all; on a machine with too much to do, "at once" is some seconds.
_SECONDS = 10


@contextmanager
def on_scheduler(patterns: Patterns, address: str, known: bytes = b"") -> Iterator[Workers]:
    """The workers of the scheduler at ``address``; ``known`` are the keys of pages with results. Raises NoScheduler."""
    from distributed import Client

    try:
        client = Client(address, timeout=_SECONDS)
    except (OSError, ValueError) as fault:
        raise NoScheduler(f"{address}: no scheduler answers ({fault})") from fault
    with client:
        yield _Cluster(client, patterns, known)


def examine_alike(part: Part, patterns: Patterns, known: KnownKeys, stamp: str) -> Done:
    """A part examined on another machine. Raises OtherCode where that would give other results."""
    own = result_stamp(patterns)
    if own != stamp:
        raise OtherCode(f"a worker has other code (or another version) than this machine: {own}, not {stamp}")
    return examine_part(part, patterns, known)


def has(place: FilePlace) -> bool:
    """Whether this machine has the file as it was."""
    try:
        with place.open():
            return True
    except (Elsewhere, OSError):
        return False


class _Cluster:
    def __init__(self, client: Any, patterns: Patterns, known: bytes) -> None:
        self._client, self._patterns, self._stamp = client, patterns, result_stamp(patterns)
        self.room = max(1, sum(client.ncores().values())) * WAITING
        # A task like the others: where the worker that holds the keys dies, they are made again.
        self._known = client.submit(KnownKeys, known, pure=False)

    def sees(self, place: FilePlace) -> bool:
        """Whether every worker has the file: one on a disk may be on this machine alone."""
        try:
            return not place.is_local or all(self._client.run(has, place).values())
        except (OSError, ImportError, AttributeError) as fault:
            raise NoScheduler(f"a worker cannot work ({fault}); install the same version on all machines") from fault

    def submit(self, part: Part) -> Any:
        # Every part is a task of its own, though two may hold the same pages.
        how = {"pure": False, "retries": 0}
        return self._client.submit(examine_alike, part, self._patterns, self._known, self._stamp, **how)

    def result(self, going: Any) -> Done:
        from distributed import KilledWorker
        from distributed.client import FutureCancelledError
        from distributed.comm.core import CommClosedError

        try:
            done: Done = going.result()
        except KilledWorker as fault:
            raise WorkerDied from fault
        except (OtherCode, ImportError) as fault:
            raise NoScheduler(f"{fault}; install the same version on all machines") from fault
        except (CommClosedError, FutureCancelledError, OSError) as fault:
            raise NoScheduler(f"the scheduler went away ({fault}); run again: what is done is kept") from fault
        return done
