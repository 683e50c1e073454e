"""Faults of the machine: a full disk, folders that may not be written to, a clock that goes back, two runs at once, a
file that changes while it is read, huge and broken pages. Each ends with a message in a line and nothing half written.
"""

import ctypes
import os
import resource
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from building import build
from test_stopped import ARTICLE, PAGE, SUGGESTIONS, state

from convert.errors import ConvertError
from convert.formats.unpack import TEXT_MOST, unpack
from convert.write.files import BYTES_MOST, read_bytes
from digest.__main__ import main

ROOT = Path(__file__).parent.parent.parent
# What lets root write where nobody may: to override rights, to read and search, to act as the owner.
_RIGHTS = (1 << 1) | (1 << 2) | (1 << 3)


@pytest.fixture
def project(tmp_path, monkeypatch):
    root = tmp_path / "project"
    (root / "docs" / "articles").mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "mkdocs.yml").write_text(
        "site_name: 桥\ntheme: {name: material, font: false}\nplugins: [{digest: {epub: false, cards: false}}]\n",
        encoding="utf-8",
    )
    for slug in "ab":
        text = ARTICLE.format(slug=slug, title=f"桥{slug}").replace("所以路", "所以,路")
        (root / "docs" / "articles" / f"{slug}.md").write_text(text, encoding="utf-8")
    (root / "docs" / "suggestions.yml").write_text(SUGGESTIONS, encoding="utf-8")
    (root / "docs" / "index.md").write_text("# 桥\n", encoding="utf-8")
    (root / "saved.html").write_text(PAGE, encoding="utf-8")
    monkeypatch.chdir(root)
    return root


def full_disk():
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def no_rights():
    """Take the right to write anywhere from this process, if it is root's."""
    libc, head = ctypes.CDLL(None), (ctypes.c_uint32 * 2)(0x20080522, 0)
    sets = (ctypes.c_uint32 * 6)()
    assert libc.capget(head, sets) == 0
    sets[0] &= ~_RIGHTS
    assert libc.capset(head, sets) == 0


def told(arguments, hinder):
    """The exit code of a command in a process of its own that is hindered, and what it says."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        code = 99
        try:
            os.dup2(write, 1), os.dup2(write, 2)
            sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
            hinder()
            code = main(arguments)
        finally:
            sys.stdout.flush(), sys.stderr.flush()
            os._exit(code)
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as output:
        said = output.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said


COMMANDS = (
    ["new", "saved.html"],
    ["convert", "saved.html"],
    ["convert", "saved.html", "--report", "report.jsonl"],
    ["suggest", "--apply"],
    ["check", "--fix"],
    ["init", "other"],
    ["reference", "--output", "format.md"],
)


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_full_disk_is_said_and_leaves_nothing_half_written(project, arguments):
    before = state(project)
    code, said = told(arguments, full_disk)
    assert code == 1 and "Traceback" not in said, said
    assert "File too large" in said and state(project) == before


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_folder_that_may_not_be_written_to_is_said(project, arguments):
    before = state(project)
    folders = [project, *(path for path in project.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        code, said = told(arguments, no_rights)
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert code == 1 and "Traceback" not in said, said
    assert "Permission denied" in said and state(project) == before


def test_a_check_needs_no_cache(project):
    project.chmod(0o555)
    try:
        code, said = told(["check"], no_rights)
    finally:
        project.chmod(0o755)
    assert said.count(": half-width:") == 2 and code == 1, said


def test_a_build_that_cannot_write_leaves_the_last_site_in_its_place(project):
    assert build(project, project / "site").returncode == 0
    before = {path: data for path, data in state(project).items() if path.startswith("site/")}
    command = [sys.executable, "-m", "mkdocs", "build"]
    more = {"env": {**os.environ, "NO_MKDOCS_2_WARNING": "1"}, "text": True, "capture_output": True, "check": False}
    (project / "docs" / "big.csv").write_text("x" * 500_000, encoding="utf-8")
    limit = (200_000, 200_000)
    done = subprocess.run(command, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit), **more)
    assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr
    assert "big.csv: File too large" in done.stderr
    assert {path: data for path, data in state(project).items() if path.startswith("site/")} == before


def test_two_builds_at_once_write_one_site(project):
    assert build(project, project / "alone").returncode == 0
    made = []
    threads = [threading.Thread(target=lambda: made.append(build(project, project / "site"))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [each.returncode for each in made] == [0, 0], [each.stderr for each in made]
    held = state(project)
    one, other = (
        {path.partition("/")[2]: data for path, data in held.items() if path.startswith(f"{name}/")}
        for name in ("alone", "site")
    )
    for name in one.keys() | other.keys():
        if not name.endswith((".gz", "sw.js")):
            assert one.get(name) == other.get(name), name


def test_a_file_that_changes_while_a_build_reads_it_is_published_as_one_of_its_states(project):
    path = project / "docs" / "articles" / "a.md"
    states = [ARTICLE.format(slug="a", title=f"桥{sign * 3}").replace("所以路", sign * 20) for sign in "甲乙"]
    over = threading.Event()

    def write():
        while not over.is_set():
            for text in states:
                beside = path.with_name(".a.md.new")
                beside.write_text(text, encoding="utf-8")
                beside.replace(path)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        done = build(project, project / "site")
    finally:
        over.set()
        writer.join()
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr
    page = (project / "site" / "zh-hans" / "articles" / "a" / "index.html").read_text(encoding="utf-8")
    assert [sign for sign in "甲乙" if sign * 3 in page] in (["甲"], ["乙"])


def test_two_conversions_at_once_make_each_article_once(project):
    for number in range(12):
        page = PAGE.replace("渡口与石桥", f"渡口与石桥{number}").replace("第", f"第{number}又")
        (project / "seeds" / f"{number}.html").write_text(page, encoding="utf-8")
    command = [sys.executable, str(ROOT / "scripts" / "convert"), "seeds", "--jobs", "1"]
    runs = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [run.communicate()[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0], said
    assert len(list((project / "docs" / "articles").glob("*.md"))) == 12 + 2
    assert not list(project.rglob("*.tmp")) and not list(project.rglob("*.bak*"))


@pytest.mark.parametrize("seconds", [-400_000_000, 400_000_000])
def test_a_clock_that_went_elsewhere_changes_nothing(project, seconds):
    seed = project / "seeds" / "page.html"
    seed.write_text(PAGE, encoding="utf-8")
    assert main(["convert", "seeds"]) == 0
    before = state(project)
    for path in [seed, *(project / "docs" / "articles").iterdir()]:
        if path.is_file():
            os.utime(path, (time.time() + seconds,) * 2)
    assert main(["convert", "seeds"]) == 0 and state(project) == before
    seed.write_text(PAGE.replace("第二段", "另外一段"), encoding="utf-8")
    os.utime(seed, (time.time() + seconds,) * 2)
    assert main(["convert", "seeds"]) == 0
    assert any("另外一段" in data for path, data in state(project).items() if path.startswith("docs/articles/"))


def test_a_huge_file_is_refused_before_it_is_read(project):
    path = project / "seeds" / "huge.html"
    with path.open("wb") as file:
        file.truncate(BYTES_MOST + 1)
    with pytest.raises(ConvertError, match="64 MiB"):
        read_bytes(path)
    assert main(["convert", "seeds"]) == 1


def test_a_long_page_is_refused_and_its_pictures_do_not_count():
    with pytest.raises(ConvertError, match="characters"):
        unpack(b"<!doctype html><p>" + b"a b " * (TEXT_MOST // 4) + b"</p>")
    picture = b"<img src='data:image/png;base64," + b"A" * TEXT_MOST + b"'>"
    assert unpack(b"<!doctype html><p>x</p>" + picture).text.startswith("<!doctype")


def test_broken_pages_among_many_fail_alone(project, capsys):
    for number in range(40):
        good = PAGE.replace("渡口与石桥", f"渡口与石桥{number}").replace("第", f"第{number}又")
        text = "<html><p>x" if number % 20 == 7 else good
        (project / "seeds" / f"{number:02}.html").write_text(text, encoding="utf-8")
    (project / "seeds" / "07.html").write_bytes(b"\xff\xfe\x00")
    assert main(["convert", "seeds", "--jobs", "2", "--brief"]) == 1
    said = [line for line in capsys.readouterr().err.splitlines() if "failed" in line]
    assert len(said) == 2 and "07.html" in said[0] and "27.html" in said[1]
    assert len(list((project / "docs" / "articles").glob("*.md"))) == 38 + 2
