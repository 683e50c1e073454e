"""Runs of the inbox: the same bytes however they are done, and nothing lost where a process is killed."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from multiprocessing import active_children

import pytest
from archive_pages import page, warc, zipped
from pyarrow import parquet

from digest.__main__ import main
from digest.inbox.sources.raw_page import RawPage
from digest.inbox.triage.examined import Examined
from digest.inbox.triage.kept.result_stamp import result_stamp
from digest.inbox.triage.workers import OtherCode, examine_alike, examine_all, on_cores, on_scheduler

OWN = """---
title: 修桥记
lang: zh-Hans
author: [陈石]
date: 2020-05-01
claims:
  - {id: c1, text: 石桥应该由造桥的人来修}
---
河上的石桥旧了，大家商量了很久。石桥应该由造桥的人来修，因为只有他们知道石料从哪里来。<!--c1-->别的话以后再说。
"""
PATTERNS = (("石桥", ("石桥",)), ("造桥的人", ("造桥的人",)))
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


@pytest.fixture
def sources(tmp_path):
    pages = {f"https://example.org/{number}.html": varied(number) for number in range(24)}
    (tmp_path / "crawl.warc.gz").write_bytes(warc(pages))
    (tmp_path / "same.zip").write_bytes(zipped({f"z{number}.html": varied(number) for number in range(16, 30)}))
    (tmp_path / "bad.zip").write_bytes(zipped({"z.html": varied(99)})[:-30])
    return [str(tmp_path / name) for name in ("crawl.warc.gz", "same.zip", "bad.zip")]


def project(tmp_path, name):
    root = tmp_path / name
    (root / "docs" / "articles").mkdir(parents=True)
    (root / "docs" / "articles" / "own.md").write_text(OWN, encoding="utf-8")
    (root / "docs" / "index.md").write_text("# 桥\n", encoding="utf-8")
    concepts = "".join(f"{each}: [{patterns[0]}]\n" for each, patterns in PATTERNS)
    (root / "docs" / "concepts.yml").write_text(concepts, encoding="utf-8")
    (root / "mkdocs.yml").write_text("site_name: 桥\nplugins: [digest]\n", encoding="utf-8")
    return root


def made(tmp_path, name, sources, *arguments):
    """The bytes that a run leaves for the curator."""
    root = project(tmp_path, name)
    assert main(["inbox", *sources, "--docs", str(root / "docs"), *arguments]) == 1
    return [(root / "inbox" / each).read_bytes() for each in ("inbox.yml", "results.parquet")]


@pytest.fixture(scope="module")
def cluster():
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as running:
        yield running


def test_one_core_two_processes_and_a_cluster_leave_the_same_bytes_in_any_order(tmp_path, sources, cluster):
    wanted = made(tmp_path, "one", sources, "--jobs", "1")
    assert wanted[0].count(b"decide:") > 10
    assert made(tmp_path, "turned", sources[::-1], "--jobs", "1") == wanted
    assert made(tmp_path, "two", sources, "--jobs", "2") == wanted
    assert made(tmp_path, "cluster", sources[::-1], "--scheduler", cluster.scheduler_address) == wanted


def test_the_results_of_all_pages_lie_beside_the_inbox(tmp_path, sources):
    made(tmp_path, "one", sources, "--jobs", "1")
    rows = parquet.read_table(tmp_path / "one" / "inbox" / "results.parquet").to_pylist()
    assert len(rows) == 30 and [each["key"] for each in rows] == sorted(each["key"] for each in rows)
    listed = sorted((each["entry"], each) for each in rows if each["entry"])
    assert [number for number, _ in listed] == list(range(1, len(listed) + 1))
    assert all(each["meets"][0]["claim"] == "own#c1" for _, each in listed)


def tasks(count=40):
    return iter((str(number), RawPage(str(number), "a.html", varied(number))) for number in range(count))


def texts(found):
    return [each.to_json() for each in found]


def test_a_process_that_is_killed_loses_nothing():
    wanted = texts(on_cores(tasks(), PATTERNS, 1))
    going = on_cores(tasks(), PATTERNS, 2)
    found = [next(going)]
    os.kill(active_children()[0].pid, signal.SIGKILL)
    assert texts([*found, *going]) == wanted


def test_a_worker_that_is_killed_loses_nothing(cluster):
    wanted = texts(on_cores(tasks(), PATTERNS, 1))
    going = on_scheduler(tasks(), PATTERNS, cluster.scheduler_address)
    found = [next(going)]
    os.kill(cluster.workers[0].process.pid, signal.SIGKILL)
    assert texts([*found, *going]) == wanted


def test_a_worker_with_other_code_is_refused():
    with pytest.raises(OtherCode, match="other code"):
        examine_alike(list(tasks(1)), PATTERNS, "of another version")
    assert texts(examine_alike(list(tasks(1)), PATTERNS, result_stamp(PATTERNS))) == texts(
        on_cores(tasks(1), PATTERNS, 1)
    )


def deadly(batch, patterns):
    """A page that no process survives."""
    if any(key == "13" for key, _ in batch):
        os._exit(1)
    return examine_all(batch, patterns)


def test_a_page_that_kills_every_process_is_a_fault_of_that_page():
    found = list(on_cores(tasks(16), PATTERNS, 2, deadly))
    assert [each.key for each in found] == [str(number) for number in range(16)]
    assert [each.key for each in found if each.fault] == ["13"] and isinstance(found[13], Examined)


def kept(root):
    file = root / ".cache" / "digest" / "inbox.sqlite3"
    if not file.is_file():
        return 0
    try:
        with sqlite3.connect(file) as read:
            return read.execute("SELECT COUNT(*) FROM pages").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def test_a_run_that_is_killed_is_taken_up_where_it_was(tmp_path):
    source = tmp_path / "crawl.warc.gz"
    source.write_bytes(warc({f"https://example.org/{number}.html": varied(number) for number in range(120)}))
    root = project(tmp_path, "killed")
    command = [sys.executable, "-m", "digest", "inbox", str(source), "--docs", str(root / "docs"), "--jobs", "2"]
    going = subprocess.Popen(command, start_new_session=True, stderr=subprocess.PIPE)
    end = time.monotonic() + 60
    while kept(root) < 20 and time.monotonic() < end and going.poll() is None:
        time.sleep(0.02)
    os.killpg(going.pid, signal.SIGKILL)
    going.communicate()
    before = kept(root)
    assert going.returncode == -signal.SIGKILL and 20 <= before < 120
    assert not (root / "inbox" / "inbox.yml").exists()
    subprocess.run(command, check=True, capture_output=True)
    whole = project(tmp_path, "whole")
    assert main(["inbox", str(source), "--docs", str(whole / "docs"), "--jobs", "1"]) == 0
    for name in ("inbox.yml", "results.parquet"):
        assert (root / "inbox" / name).read_bytes() == (whole / "inbox" / name).read_bytes()
