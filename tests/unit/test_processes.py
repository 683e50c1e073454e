"""The same work in several processes, its results in order."""

import os
import signal
import sys

import pytest

from digest.keeping.processes import FEW, Processes, can_fork, cores, several
from digest.keeping.store import Store

forks = pytest.mark.skipif(not can_fork(), reason="one process does all the work on this system")


def test_linux_forks():
    """Where the checks run nothing here is passed over: a skip says that it is another system."""
    assert can_fork() or not sys.platform.startswith("linux")


@forks
@pytest.mark.parametrize("workers", [1, 2, 8, 40])
@pytest.mark.parametrize("count", [0, 1, 7, 30])
def test_results_come_in_the_order_of_their_numbers(workers, count):
    assert list(Processes(lambda number: number * number, count, workers)) == [number**2 for number in range(count)]


@forks
def test_large_results_wait_until_they_are_taken():
    taken = list(Processes(lambda number: bytes([number]) * 1_000_000, 9, 3))
    assert [(each[0], len(each)) for each in taken] == [(number, 1_000_000) for number in range(9)]


@forks
def test_what_fails_is_left_to_whoever_asks():
    def work(number):
        if number == 3:
            raise ValueError
        return number

    assert list(Processes(work, 6, 2)) == [0, 1, 2, None, 4, 5]


@forks
def test_a_process_that_dies_leaves_the_others_their_work():
    own = os.getpid()

    def work(number):
        if number == 2:
            assert os.getpid() != own
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert list(Processes(work, 8, 2)) == [0, 1, None, 3, None, 5, None, 7]


@forks
def test_processes_that_nobody_waits_for_end():
    running = Processes(lambda number: bytes(1_000_000), 50, 2)
    assert running.take()
    processes = running._running
    running.close()
    assert [each.is_alive() for each in processes] == [False, False]


@pytest.mark.parametrize(
    ("asked", "new", "among", "expected"),
    [
        (None, FEW - 1, FEW - 1, 1),
        (None, FEW, FEW, cores()),
        (None, FEW, 2 * FEW + 1, 1),
        (None, 2 * FEW, 3 * FEW, cores()),
        (3, 2, 1000, 3),
        (3, 1, 1000, 1),
        (1, 5000, 5000, 1),
    ],
)
def test_a_large_first_build_takes_all_cores(asked, new, among, expected):
    assert several(asked, new, among) == (expected if can_fork() else 1)


@pytest.mark.parametrize("kept", [True, False])
def test_what_others_make_is_found_when_it_is_asked_for(tmp_path, kept):
    store, taken = Store(tmp_path / "kept.sqlite3" if kept else None, "stamp"), []

    def made():
        for number in range(5):
            taken.append(number)
            yield {store.key("text", number): b"%d" % number}

    store.expect(made())
    assert store.get(store.key("text", 1)) == b"1" and taken == [0, 1]
    assert store.get(store.key("text", 0)) == b"0" and taken == [0, 1]
    assert store.get(store.key("text", 9)) is None and taken == [0, 1, 2, 3, 4]
    assert store.get(store.key("text", 4)) == b"4"
    store.close()


@forks
@pytest.mark.parametrize("ended", [Store.close, lambda store: store.expect(iter_of({}))])
def test_processes_of_which_nothing_is_asked_end(ended):
    store = Store(None, "stamp")
    running = Processes(lambda number: {b"a": bytes(1_000_000)}, 50, 2)
    store.expect((made or {} for made in running), running.close)
    processes = running._running
    ended(store)
    assert [each.is_alive() for each in processes] == [False, False]


def iter_of(*made):
    yield from made


@forks
def test_a_process_leaves_the_file_of_the_store_alone(tmp_path):
    file = tmp_path / "kept.sqlite3"
    store = Store(file, "stamp")
    store.put(store.key("text", "before"), b"before")

    def work(number):
        return store.noting(lambda: store.put(store.key("text", number), b"%d" % number))

    store.expect(made or {} for made in Processes(work, 6, 3))
    assert [store.get(store.key("text", number)) for number in range(6)] == [b"%d" % number for number in range(6)]
    store.close()
    again = Store(file, "stamp")
    assert again.get(again.key("text", "before")) == b"before" and again.get(again.key("text", 5)) == b"5"
