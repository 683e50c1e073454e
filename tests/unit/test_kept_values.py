"""What a build keeps for the next one."""

import sqlite3
import subprocess
from importlib import metadata

from digest.keeping import code
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


def test_the_version_of_every_package_is_the_one_that_it_says():
    installed = {each.metadata["Name"] for each in metadata.distributions()}
    assert len(installed) > 20
    assert {name: code.version(name) for name in installed} == {name: metadata.version(name) for name in installed}
    assert code.version("no-such-package") == ""
    assert code.version("PyYAML") == code.version("pyyaml")
