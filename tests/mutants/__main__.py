"""Changes the code of a room in small ways, one at a time, and lists the changes that no test notices.

What is left is a line that nothing tries, or a change that makes no difference: it gets a test, or a reason in
explained.yml beside this file. The files of tests run that name a module of the room, of tests/convert for the
conversion, else of tests/unit and tests/commands; with --tests all, those whole folders. Files that read the project
instead of running its code stay outside, and those that build whole sites: they do so in processes that know nothing
of the change.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from changes import Change, Modules
from trying import Trying

PROJECT = Path(__file__).resolve().parents[2]
EXPLAINED = Path(__file__).with_name("explained.yml")
ANY_FILE, EITHER_CASE = "any file", "either case"
TESTS = {"plugins/digest": ("tests/unit", "tests/commands"), "scripts/convert": ("tests/convert",)}
BUILDS = "from building import"
READ_THE_PROJECT = ("architecture", "repository", "locks", "developer_pages")

_EXAMPLES = """\
examples:
  make mutants ROOM=plugins/digest/text
  make mutants ROOM=plugins/digest/zh/phrases.py
  make mutants ROOM=scripts/convert/clean TESTS=tests/convert/test_structure.py   only these tests: faster
  make mutants ROOM=plugins/digest/files TESTS=all   what the room's own tests do not notice, on all others too

exit codes: 0 every change is noticed or explained, 1 some are not (each is listed), 2 wrong use
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the mutants of the rooms that are named; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="mutants", description=__doc__, epilog=_EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("room", help="a folder or file under plugins/digest or scripts/convert")
    parser.add_argument("--tests", nargs="*", default=[], help="test files, or all (default: those that name the room)")
    parser.add_argument(
        "--processes", type=int, default=None, metavar="N", help="how many at once (default: all cores)"
    )
    given = parser.parse_args(arguments)
    room = given.room.strip("/")
    tree = next((tree for tree in TESTS if f"{room}/".startswith(f"{tree}/")), None)
    if tree is None or not (PROJECT / room).exists():
        parser.error(f"{given.room} came; allowed: a folder or file under {' or '.join(TESTS)}; example: {tree or ''}")
    tests = given.tests if given.tests and given.tests != ["all"] else _naming(room, tree)
    os.chdir(PROJECT)
    trying = Trying(Modules(PROJECT, room, tree).changes, given.processes or os.cpu_count() or 1)
    quiet = ["--strict-markers", "-q", "-s", "--no-header", "--no-summary", "-p", "no:cacheprovider"]
    code = pytest.main([*quiet, *(_usable(tree) if given.tests == ["all"] else tests)], plugins=[trying])
    if code == pytest.ExitCode.INTERNAL_ERROR:
        raise SystemExit("mutants: pytest failed, and no change was tried")
    return _report(room, trying)


def _usable(tree: str) -> list[str]:
    """The files of tests that know of mutmut's changes."""
    return [
        path.relative_to(PROJECT).as_posix()
        for folder in TESTS[tree]
        for path in sorted((PROJECT / folder).glob("test_*.py"))
        if path.stem.removeprefix("test_") not in READ_THE_PROJECT and BUILDS not in path.read_text(encoding="utf-8")
    ]


def _naming(room: str, tree: str) -> list[str]:
    """Those of them that import a module of the room, by themselves; all where none does."""
    package, _, last = room.removesuffix(".py").removeprefix(tree.split("/")[0] + "/").replace("/", ".").rpartition(".")
    named = re.compile(rf"\b{re.escape(package)}(\.| import .*\b){last}\b")
    usable = _usable(tree)
    return [name for name in usable if named.search((PROJECT / name).read_text(encoding="utf-8"))] or usable


def _report(room: str, trying: Trying) -> int:
    if trying.fault or not trying.changes:
        raise SystemExit(f"mutants: {trying.fault or 'nothing to change, or no test'}")
    for change in trying.ended:
        print(f"mutants: given up, counted as noticed: {change}", file=sys.stderr)
    explained = _explained()
    left = [each for each in trying.changes if each in {*trying.left, *trying.untried}]
    open_ones = [each for each in left if not explained(each)]
    for change in open_ones:
        print(change, "   (no test runs it)" if change in trying.untried else "", sep="")
    said = f"{len(left) - len(open_ones)} explained, {len(open_ones)} not"
    print(f"{room}: {len(trying.changes)} changes, {len(trying.changes) - len(left)} noticed, {said}")
    return 1 if open_ones else 0


def _explained() -> Callable[[Change], bool]:
    """Whether a change makes no difference: it is listed with its file, or what it changes is for any file."""
    listed = yaml.safe_load(EXPLAINED.read_text(encoding="utf-8"))
    of_any = listed.pop(ANY_FILE)
    anywhere = [(each["was"], each["now"]) for each in of_any if "was" in each]
    cased = [re.compile(each[EITHER_CASE], re.IGNORECASE) for each in of_any if EITHER_CASE in each]
    known = {(file, each["was"], each["now"]) for file, entries in listed.items() for each in entries}

    def explained(one: Change) -> bool:
        own = (one.file, one.was, one.now) in known
        return (
            own
            or any(was in one.was and one.was.replace(was, now, 1) == one.now for was, now in anywhere)
            or any(_small(each, one.was) == _small(each, one.now) for each in cased)
        )

    return explained


def _small(parts: re.Pattern[str], line: str) -> str:
    """``line``, of which those ``parts`` are in small letters."""
    return parts.sub(lambda part: part[0].lower(), line)


if __name__ == "__main__":
    sys.exit(main())
