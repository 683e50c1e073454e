"""What a build keeps for the next one."""

import os
import sqlite3
import subprocess
import sys
import time
from importlib import metadata

import pytest

from digest.keeping import code, store, tables
from digest.keeping.store import Store


def build(file, *asked, put=()):
    """One build that asks for some values and keeps others; what it got."""
    cache = Store(file, "stamp")
    got = {name: cache.get(cache.key("text", name)) for name in asked}
    for name in put:
        cache.put(cache.key("text", name), name.encode())
    cache.close()
    return got


def test_what_no_build_asks_for_in_a_while_goes(tmp_path):
    file = tmp_path / "kept" / "build.sqlite3"
    build(file, put=["old", "used"])
    for _ in range(7):
        assert build(file, "used") == {"used": b"used"}
    assert build(file, "old", "used") == {"old": b"old", "used": b"used"}
    for _ in range(8):
        build(file, "used")
    assert build(file, "old", "used") == {"old": None, "used": b"used"}
    with sqlite3.connect(file) as opened:
        assert [opened.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("made", "asked")] == [
            (1,),
            (1,),
        ]


def test_a_key_tells_its_parts_apart():
    cache = Store(None, "stamp")
    parts = [("a",), ("a", ""), ("", "a"), ("ab", "c"), ("a", "bc"), ("1:a",), (1,), ("\ud800",)]
    assert len({cache.key("text", *each) for each in parts}) == len(parts)
    assert cache.key("text", "a") != Store(None, "other").key("text", "a") != cache.key("page", "a")
    assert cache.key("text", b"a") == cache.key("text", "a") and cache.key("text", "a").startswith(b"text:")


def test_a_file_of_an_older_form_is_taken_over(tmp_path):
    file = tmp_path / "build.sqlite3"
    with sqlite3.connect(file) as old:
        old.execute("CREATE TABLE kept (key BLOB PRIMARY KEY, value BLOB NOT NULL, build INTEGER NOT NULL)")
    build(file, put=["new"])
    assert build(file, "new") == {"new": b"new"}


def test_a_folder_of_what_is_kept_is_nobodys_change(tmp_path):
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    Store(tmp_path / ".cache" / "digest" / "build.sqlite3", "").close()
    (tmp_path / "own").mkdir()
    Store(tmp_path / "own" / "build.sqlite3", "").close()
    status = subprocess.run(["git", "status", "--short"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert status.stdout.split() == ["??", "own/"], "a folder that was there is its owner's"


def test_a_folder_for_it_is_made_with_those_above(tmp_path):
    file = tmp_path / "a" / "b" / "build.sqlite3"
    build(file, put=["a"])
    assert build(file, "a") == {"a": b"a"}


def test_a_file_that_is_none_goes_and_the_next_build_keeps_again(tmp_path):
    file = tmp_path / "build.sqlite3"
    file.write_bytes(b"no database " * 500)
    assert build(file, "a", put=["a"]) == {"a": None} and not file.exists()
    build(file, put=["a"])
    assert build(file, "a") == {"a": b"a"}
    # Broken while it is open: the first page is another one.
    cache = Store(file, "stamp")
    file.write_bytes(b"no database " * 500)
    assert cache.get(cache.key("text", "a")) is None and cache.get(cache.key("text", "a")) is None
    cache.close()
    assert not file.exists()


def test_a_file_that_another_build_holds_stays_and_nobody_waits_long(tmp_path, monkeypatch):
    monkeypatch.setattr(store, "_WAIT_SECONDS", 0.01)
    file = tmp_path / "build.sqlite3"
    build(file, put=["a"])
    with sqlite3.connect(file, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        begun = time.monotonic()
        assert build(file, "a", put=["b"]) == {"a": None}
        # By itself it would wait five seconds.
        assert time.monotonic() - begun < 4
        other.execute("ROLLBACK")
    assert build(file, "a", "b") == {"a": b"a", "b": None}


def test_where_no_file_can_be_a_build_goes_without(tmp_path):
    (tmp_path / "file").write_text("")
    cache = Store(tmp_path / "file" / "build.sqlite3", "stamp")
    assert cache.made("text", ("a",), lambda: b"a") == b"a" and not cache.has(cache.key("text", "a"))
    cache.close()
    assert (tmp_path / "file").read_text() == ""


def test_what_was_made_once_is_there_by_its_kind_and_gone_when_all_is_closed(tmp_path):
    cache = Store(tmp_path / "build.sqlite3", "stamp")
    key = cache.key("text", "a")
    assert not cache.has(key)
    assert [cache.made("text", ("a",), lambda made=made: made) for made in (b"1", b"2")] == [b"1", b"1"]
    assert cache.made("page", ("a",), lambda: b"3") == b"3" and cache.has(key)
    cache.close()
    assert cache.get(key) is None and not cache.has(key)


def test_what_was_put_is_written_to_the_end_from_time_to_time(tmp_path, monkeypatch):
    monkeypatch.setattr(store, "_COMMIT_EVERY", 4)
    file, written = tmp_path / "build.sqlite3", []
    cache = Store(file, "stamp")
    with sqlite3.connect(file) as other:
        for number in range(7):
            cache.put(cache.key("text", number), b"")
            written += other.execute("SELECT count(*) FROM made").fetchone()
    assert written == [0, 0, 0, 4, 4, 4, 4]


def test_what_another_process_puts_is_noted_and_left_to_the_one_that_expects_it(tmp_path):
    cache = Store(tmp_path / "build.sqlite3", "stamp")
    key = cache.key("text", "a")
    assert cache.noting(lambda: cache.put(key, b"a")) == {key: b"a"}
    assert cache.noting(lambda: None) == {}, "what was noted before is another's"
    cache.close()
    assert build(tmp_path / "build.sqlite3", "a") == {"a": None}


def test_the_version_of_every_package_is_the_one_that_it_says():
    installed = {each.metadata["Name"] for each in metadata.distributions()}
    assert len(installed) > 20
    assert {name: code.version(name) for name in installed} == {name: metadata.version(name) for name in installed}
    assert code.version("no-such-package") == ""
    assert code.version("PyYAML") == code.version("pyyaml")


@pytest.fixture
def package(tmp_path, monkeypatch):
    monkeypatch.setenv(tables.VARIABLE, str(tmp_path / "tables"))
    monkeypatch.setattr(code, "_PACKAGE", tmp_path / "package")
    for name in ("package/a.py", "package/inner/b.py", "package/other/c.py", "package/inner/page.html", "theme/d.css"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return tmp_path


def stamp(package):
    return code.code_stamp(["PyYAML"], [package / "theme"])


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "package/inner/b.py").write_bytes(b"package/inner/B.py"),
        lambda folder: (folder / "package/inner/new.py").write_bytes(b""),
        lambda folder: (folder / "package/a.py").unlink(),
        lambda folder: (folder / "package/a.py").rename(folder / "package/a2.py"),
        lambda folder: (folder / "package/inner/b.py").rename(folder / "package/other/b.py"),
        lambda folder: (folder / "theme/d.css").write_bytes(b"theme/D.css"),
        # The end of one file, moved to the beginning of the next.
        lambda folder: [
            (folder / "package/a.py").write_bytes(b"package/a.py/inner/b.py\0"),
            (folder / "package/inner/b.py").rename(folder / "package/z.py"),
        ],
    ],
)
def test_other_code_is_known_by_another_stamp(package, change):
    before = stamp(package)
    change(package)
    assert stamp(package) != before
    assert stamp(package) == stamp(package), "once more, as it was kept"


def test_what_is_no_code_and_what_is_as_it_was_changes_no_stamp(package):
    before = stamp(package)
    assert len(before) == 32 and stamp(package) == before
    (package / "package/__pycache__").mkdir()
    for name in ("package/__pycache__/a.pyc", "package/inner/page.html", "package/inner/new.html"):
        (package / name).write_bytes(b"new")
    os.utime(package / "package/a.py", (1, 1))
    assert stamp(package) == before
    assert code.code_stamp(["PyYAML"]) != before != code.code_stamp(["PyYAML", "numpy"], [package / "theme"])


def test_another_python_makes_another_stamp_and_the_same_built_elsewhere_does_not(package, monkeypatch):
    stamps = []
    for version in ("3.12.1 (main, 1)", "3.12.1 (other, 2)", "3.12.2 (main, 1)"):
        monkeypatch.setattr(sys, "version", version)
        stamps.append(stamp(package))
    assert stamps[0] == stamps[1] != stamps[2]


def test_files_are_read_again_only_where_one_has_changed(package, monkeypatch):
    before = stamp(package)
    [kept] = (package / "tables").iterdir()
    tables.write_table(kept, (tables.read_table(kept)[0], "kept"))
    assert stamp(package) != before, "it says what was kept"
    os.utime(package / "package/a.py", (1, 1))
    assert stamp(package) == before
    monkeypatch.setenv(tables.VARIABLE, "")
    assert stamp(package) == before, "without a folder for it too"


def test_a_package_moved_as_a_whole_is_the_same(package, monkeypatch):
    before = stamp(package)
    (package / "package").rename(package / "elsewhere")
    monkeypatch.setattr(code, "_PACKAGE", package / "elsewhere")
    assert stamp(package) == before


def test_extensions_that_ask_for_nothing_else():
    assert code.are_pure([]) and code.are_pure(["toc", "tables"]) and not code.are_pure(["toc", "snippets"])
