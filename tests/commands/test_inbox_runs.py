"""Runs of the inbox: the same bytes however they are done, and nothing lost where a process is killed."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from multiprocessing import active_children
from pathlib import Path

import pytest
from archive_pages import mbox, page, warc, zipped
from bridge_digest import PATTERNS, written
from deadly import kills
from pyarrow import parquet

from digest.__main__ import main
from digest.inbox.sources.opened import FilePlace
from digest.inbox.sources.parts import Given
from digest.inbox.sources.raw_page import RawPage
from digest.inbox.triage.kept_results import result_stamp
from digest.inbox.triage.workers.cluster import examine_alike, on_scheduler
from digest.inbox.triage.workers.in_order import in_order
from digest.inbox.triage.workers.processes import on_cores
from digest.inbox.triage.workers.task import KnownKeys, OtherCode, examine_part

SAID = ("应该", "不应该", "必须", "不必", "可以", "不可以")


def varied(number):
    """An article whose sentences stand in an order of their own, so that no two are copies."""
    draw = random.Random(number)
    words = [
        f"{draw.choice('东南西北')}{draw.choice('村镇县乡')}的{draw.choice('石匠木匠船夫茶农')}" for _ in range(40)
    ]
    paragraphs = [
        "".join(
            f"{words[(9 * at + each) % 40]}{draw.randrange(2, 99)}年前说过{name}的事，{words[each]}没有答应。"
            for each in range(4)
        )
        for at, name in enumerate(("石桥", "木船", "水渠", "山路", "粮仓"))
    ]
    claim = f"石桥{SAID[number % 6]}由造桥的人来修，这是{words[0]}在第{number}次会上说的。"
    return page("石桥", claim, title=f"第{number}次会", author=words[1], paragraphs=("{claim}", *paragraphs))


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    """A web archive, a zip file with the same pages and others, mail, a folder, and a broken archive."""
    folder = tmp_path_factory.mktemp("sources")
    web = warc({f"https://example.org/{number}.html": varied(number) for number in range(24)})
    (folder / "crawl.warc.gz").write_bytes(web)
    (folder / "same.zip").write_bytes(zipped({f"z{number}.html": varied(number) for number in range(16, 26)}))
    (folder / "news.mbox").write_bytes(mbox([(f"第{at}次", varied(at).decode()) for at in range(26, 28)]))
    (folder / "pages").mkdir()
    for number in range(26, 30):
        (folder / "pages" / f"{number}.html").write_bytes(varied(number))
    (folder / "bad.zip").write_bytes(zipped({"z.html": varied(99)})[:-30])
    return [str(folder / name) for name in ("crawl.warc.gz", "same.zip", "news.mbox", "pages", "bad.zip")]


def run(root, sources, *arguments):
    return main(["inbox", *sources, "--docs", str(root / "docs"), *arguments])


def left(root):
    """The bytes that a run leaves for the curator."""
    return [(root / "inbox" / each).read_bytes() for each in ("inbox.yml", "results.parquet")]


@pytest.fixture(scope="module")
def wanted(tmp_path_factory, sources):
    """What one core leaves."""
    root = written(tmp_path_factory.mktemp("one"))
    assert run(root, sources, "--jobs", "1") == 1
    return root


@pytest.fixture(scope="module")
def cluster():
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as running:
        yield running


def test_in_another_order_a_run_leaves_the_same_bytes(tmp_path, sources, wanted):
    assert run(written(tmp_path), sources[::-1], "--jobs", "1") == 1
    assert left(tmp_path) == left(wanted) and left(tmp_path)[0].count(b"decide:") > 10


def test_two_processes_of_which_one_is_killed_leave_the_same_bytes(tmp_path, sources, wanted):
    killed = []

    def kill():
        while not (alive := active_children()):
            time.sleep(0.005)
        os.kill(alive[0].pid, signal.SIGKILL)
        killed.append(alive[0].pid)

    killer = threading.Thread(target=kill, daemon=True)
    killer.start()
    assert run(written(tmp_path), sources, "--jobs", "2") == 1
    killer.join(10)
    assert killed and left(tmp_path) == left(wanted)


def test_a_cluster_leaves_the_same_bytes(tmp_path, sources, wanted, cluster):
    assert run(written(tmp_path), sources[::-1], "--scheduler", cluster.scheduler_address) == 1
    assert left(tmp_path) == left(wanted)


def test_the_results_of_all_pages_lie_beside_the_inbox(wanted):
    rows = parquet.read_table(wanted / "inbox" / "results.parquet").to_pylist()
    assert len(rows) == 32 and [each["key"] for each in rows] == sorted(each["key"] for each in rows)
    listed = sorted((each["entry"], each) for each in rows if each["entry"])
    assert [number for number, _ in listed] == list(range(1, len(listed) + 1))
    assert all(each["meets"][0]["claim"] == "own#c1" for _, each in listed)


def given(count):
    return iter(Given((RawPage(str(number), "a.html", varied(number)),)) for number in range(count))


def texts(found):
    return [page.found.to_json() for done in found for page in done.came]


@pytest.fixture(scope="module")
def examined():
    """What one core finds out of twenty pages."""
    with on_cores(PATTERNS, jobs=1) as here:
        return texts(in_order(here, given(20)))


def test_a_worker_that_is_killed_loses_nothing(cluster, examined):
    with on_scheduler(PATTERNS, cluster.scheduler_address) as workers:
        going = in_order(workers, given(20))
        found = [next(going)]
        os.kill(cluster.workers[0].process.pid, signal.SIGKILL)
        assert texts([*found, *going]) == examined


def test_a_worker_with_other_code_is_refused(examined):
    part = next(given(1))
    with pytest.raises(OtherCode, match="other code"):
        examine_alike(part, PATTERNS, KnownKeys(), "of another version")
    assert texts([examine_alike(part, PATTERNS, KnownKeys(), result_stamp(PATTERNS))]) == examined[:1]


def test_what_is_known_is_not_examined_again(examined):
    [first, second] = [part.pages[0] for part in given(2)]
    done = examine_part(Given((first, second)), PATTERNS, KnownKeys())
    keys = sorted(each.key for each in done.came)
    for known in (keys, keys[:1], keys[1:]):
        packed = KnownKeys(b"".join(map(bytes.fromhex, known)))
        again = examine_part(Given((first, second)), PATTERNS, packed)
        assert {each.key for each in again.came if not each.found} == set(known)


def test_a_page_that_kills_every_process_is_a_fault_of_that_page_and_none_is_left():
    before, pages = set(active_children()), tuple(page for part in given(3) for page in part.pages)
    with on_cores(PATTERNS, jobs=2, work=kills("1")) as two:
        found = list(in_order(two, iter((Given(pages[:1]), Given(pages[1:])))))
    came = [page for done in found for page in done.came]
    assert [each.place for each in came] == ["0", "1", "2"]
    assert [each.place for each in came if each.found.fault] == ["1"]
    end = time.monotonic() + 30
    while (left_over := set(active_children()) - before) and time.monotonic() < end:
        time.sleep(0.05)
    assert not left_over


def kept(root):
    file = root / ".cache" / "digest" / "inbox.sqlite3"
    if not file.is_file():
        return 0
    try:
        with sqlite3.connect(file) as read:
            return read.execute("SELECT COUNT(*) FROM pages").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def test_a_run_that_is_killed_is_taken_up_where_it_was(tmp_path, sources, wanted):
    root = written(tmp_path)
    command = [sys.executable, "-m", "digest", "inbox", *sources, "--docs", str(root / "docs"), "--jobs", "2"]
    going = subprocess.Popen(command, start_new_session=True, stderr=subprocess.PIPE)
    end = time.monotonic() + 60
    while not kept(root) and time.monotonic() < end and going.poll() is None:
        time.sleep(0.005)
    os.killpg(going.pid, signal.SIGKILL)
    going.communicate()
    # It may have kept all pages by then; what it was killed before is to compare them and to write the list.
    assert going.returncode == -signal.SIGKILL and 0 < kept(root) <= 32
    assert not (root / "inbox" / "inbox.yml").exists()
    assert run(root, sources, "--jobs", "1") == 1 and left(root) == left(wanted)


def test_a_second_run_reads_only_files_that_changed_and_leaves_the_same(tmp_path, sources, wanted, monkeypatch):
    shutil.copytree(wanted, tmp_path / "again")
    shutil.rmtree(tmp_path / "again" / "inbox")
    read = []
    own = FilePlace.open
    monkeypatch.setattr(FilePlace, "open", lambda place: read.append(Path(place.url).name) or own(place))
    assert run(tmp_path / "again", sources, "--jobs", "1") == 1
    assert left(tmp_path / "again") == left(wanted) and not read
    shutil.copytree(Path(sources[0]).parent, tmp_path / "sources")
    moved = [str(tmp_path / "sources" / Path(each).name) for each in sources]
    assert run(written(tmp_path / "moved"), moved, "--jobs", "1") == 1
    read.clear()
    changed = tmp_path / "sources" / "same.zip"
    changed.write_bytes(zipped({f"z{number}.html": varied(number) for number in range(16, 27)}))
    shutil.rmtree(tmp_path / "moved" / "inbox")
    assert run(tmp_path / "moved", moved, "--jobs", "1") == 1 and set(read) == {"same.zip"}
