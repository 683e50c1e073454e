"""The locks: every package by its hash, none by an address."""

import json
import re
from pathlib import Path

PROJECT = Path(__file__).parent.parent.parent


def test_no_lock_names_an_address():
    for name in (
        "requirements.txt",
        "requirements-mutants.txt",
        "requirements-fuzz.txt",
        "package-lock.json",
        "package.json",
        ".npmrc",
    ):
        assert not re.search(r"https?:|registry\.|resolved\"", (PROJECT / name).read_text(encoding="utf-8")), name


def test_every_package_of_the_scripts_tools_has_its_hash():
    packages = json.loads((PROJECT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [path for path, each in packages.items() if path and not each.get("integrity")] == []
