"""Changes the code of a room in small ways, one at a time, and lists the changes that no test notices.

A survivor is a line that nothing tries, or a change that makes no difference: it gets a test, or a reason in
explained.yml beside this file. Works on a copy under build/mutants, in which the files of tests run that name a module
of the room, of tests/convert for the conversion, else of tests/unit; what those do not notice is tried once more on all
of that folder where asked for. Files that read the project instead of running its code stay outside, and those that
build whole sites: they do so in processes that know nothing of mutmut.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml
from hanging import SILENT, end_copies, last_change

PROJECT = Path(__file__).resolve().parents[2]
EXPLAINED = Path(__file__).with_name("explained.yml")
ANY_FILE = "any file"
TREES = {"plugins/digest": "src/digest", "scripts/convert": "src/convert"}
TESTS = {"plugins/digest": "tests/unit", "scripts/convert": "tests/convert"}
BUILDS = "from building import"
READ_THE_PROJECT = ("architecture", "repository", "locks", "developer_pages")
# How mutmut's records name what became of a mutant: no test failed; no test runs the line.
SURVIVED, UNTRIED = 0, 33
_BESIDE = ("plugins", "scripts", "docs", "seeds", ".github")

_EXAMPLES = """\
examples:
  make mutants ROOM=plugins/digest/text
  make mutants ROOM=plugins/digest/zh/phrases.py
  make mutants ROOM=scripts/convert/clean TESTS=tests/convert/test_structure.py   only these tests: faster
  make mutants ROOM=plugins/digest/files TESTS=all   what the room's own tests do not notice, on all others too

exit codes: 0 every change is noticed or explained, 1 some are not (each is listed), 2 wrong use
"""


@dataclass(frozen=True)
class Survivor:
    """A change of one function that no test notices: ``was`` and ``now`` are the lines without indentation."""

    file: str
    function: str
    was: str
    now: str
    tried: bool

    def __str__(self) -> str:
        note = "" if self.tried else "   (no test runs it)"
        return f"{self.file}: {self.function}{note}\n  - {self.was}\n  + {self.now}"


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
    parser.add_argument("--build", type=Path, default=PROJECT / "build" / "mutants", help="where the copy goes")
    given = parser.parse_args(arguments)
    room = given.room.strip("/")
    tree = next((tree for tree in TREES if f"{room}/".startswith(f"{tree}/")), None)
    if tree is None or not (PROJECT / room).exists():
        parser.error(f"{given.room} came; allowed: a folder or file under {' or '.join(TREES)}; example: {tree or ''}")
    folder = given.build / room.replace("/", "-")
    whole = given.tests == ["all"]
    _copy(folder)
    _configure(folder, room, tree, given.tests if given.tests and not whole else _naming(room, tree))
    _run(folder, given.processes, [])
    left = list(_left(folder))
    if whole and left:
        _configure(folder, room, tree, _usable(tree))
        _run(folder, given.processes, left)
    return _report(folder, room)


def _copy(folder: Path) -> None:
    """A fresh copy of the code, as mutmut wants it (under src/), and of what its tests read."""
    shutil.rmtree(folder, ignore_errors=True)
    unwanted = shutil.ignore_patterns("__pycache__", "node_modules", "golden.new")
    # Once more where it stands in the project: some tests read the code.
    for source, target in [*TREES.items(), *((name, name) for name in ("tests", *_BESIDE))]:
        shutil.copytree(PROJECT / source, folder / target, ignore=unwanted)
    shutil.copy2(PROJECT / "mkdocs.yml", folder)


def _usable(tree: str) -> list[str]:
    """The files of tests that know of mutmut's changes."""
    return [
        path.relative_to(PROJECT).as_posix()
        for path in sorted((PROJECT / TESTS[tree]).glob("test_*.py"))
        if path.stem.removeprefix("test_") not in READ_THE_PROJECT and BUILDS not in path.read_text(encoding="utf-8")
    ]


def _naming(room: str, tree: str) -> list[str]:
    """Those of them that import a module of the room, by themselves; all where none does."""
    package, _, last = (
        room.removesuffix(".py").replace(tree, TREES[tree].removeprefix("src/"), 1).replace("/", ".").rpartition(".")
    )
    named = re.compile(rf"\b{re.escape(package)}(\.| import .*\b){last}\b")
    usable = _usable(tree)
    return [name for name in usable if named.search((PROJECT / name).read_text(encoding="utf-8"))] or usable


def _configure(folder: Path, room: str, tree: str, tests: list[str]) -> None:
    mutated = room.replace(tree, TREES[tree], 1)
    lines = [
        "[tool.pytest.ini_options]",
        'addopts = "--strict-markers -p no:cacheprovider -p given_up"',
        # A disk is soon full of what some thousands of runs leave.
        'tmp_path_retention_policy = "none"',
        "[tool.mutmut]",
        'source_paths = ["src"]',
        f"also_copy = {json.dumps([*_BESIDE, 'mkdocs.yml'])}",
        f"only_mutate = {json.dumps([mutated if mutated.endswith('.py') else f'{mutated}/*'])}",
        f"pytest_add_cli_args_test_selection = {json.dumps(tests)}",
        # What given_up.py cannot end (it waits for what is not Python): fifteen times, as the tool has it, are minutes
        # for what every test runs through.
        "timeout_multiplier = 3.0",
    ]
    (folder / "pyproject.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _run(folder: Path, processes: int | None, mutants: list[str]) -> None:
    """Run ``mutants`` (none: all), a line of progress every half minute; ends where the tests fail without any change."""
    log = folder / "mutmut.log"
    (folder / "temporary").mkdir(exist_ok=True)
    given_up = folder / "given_up.txt"
    given_up.touch()
    command = [_mutmut(), "run", *([f"--max-children={processes}"] if processes else []), *mutants]
    with log.open("wb") as out:
        known = os.environ | {
            "TMPDIR": str(folder / "temporary"),
            "PYTHONPATH": str(Path(__file__).parent),
            "GIVEN_UP": str(given_up),
        }
        running = subprocess.Popen(command, cwd=folder, env=known, stdout=out, stderr=subprocess.STDOUT)
        while running.poll() is None:
            time.sleep(1 if log.stat().st_size < 100 else 30)
            print(f"==> {_last_line(log)[:100]}", file=sys.stderr, flush=True)
            if time.time() - last_change(folder) > SILENT:
                end_copies(running, given_up)
    for line in given_up.read_text(encoding="utf-8").splitlines():
        print(f"mutants: given up, counted as noticed: {line}", file=sys.stderr)
    if running.returncode:
        raise SystemExit(f"mutants: mutmut ended with {running.returncode}; its last words:\n{_last_line(log, 3000)}")


def _mutmut() -> str:
    return str(Path(sys.executable).with_name("mutmut"))


def _last_line(log: Path, most: int = 0) -> str:
    text = log.read_text(encoding="utf-8", errors="replace").rstrip()
    return text[-most:] if most else re.split(r"[\r\n]", text)[-1]


def _ended(folder: Path) -> dict[str, tuple[int, str]]:
    """By mutant what became of it, and its copied file."""
    found: dict[str, tuple[int, str]] = {}
    for meta in sorted((folder / "mutants" / "src").rglob("*.py.meta")):
        file = meta.relative_to(folder / "mutants").with_suffix("").as_posix()
        codes = json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
        found |= {key: (code, file) for key, code in codes.items()}
    return found


def _left(folder: Path) -> dict[str, str]:
    """The copied file of each mutant that no test noticed."""
    return {key: file for key, (code, file) in _ended(folder).items() if code in (SURVIVED, UNTRIED)}


def _report(folder: Path, room: str) -> int:
    codes, left = {key: code for key, (code, _) in _ended(folder).items()}, _left(folder)
    survivors = [_survivor(key, difference, codes[key]) for key, difference in _differences(folder, left).items()]
    explained = _explained()
    open_ones = [each for each in survivors if not explained(each)]
    print(*open_ones, sep="\n")
    said = f"{len(survivors) - len(open_ones)} explained, {len(open_ones)} not"
    print(f"{room}: {len(codes)} changes, {len(codes) - len(left)} noticed, {said}")
    return 1 if open_ones or not codes else 0


def _differences(folder: Path, files: dict[str, str]) -> dict[str, str]:
    """What each mutant changes, as mutmut shows it; ``files`` are the copied files by mutant."""
    program = (
        "import json, sys; from mutmut.mutation.diff_apply import get_diff_for_mutant as shown;"
        "json.dump({key: shown(key, path=path) for key, path in json.load(sys.stdin).items()}, sys.stdout)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=json.dumps(files), cwd=folder, capture_output=True, text=True, check=True
    )
    shown: dict[str, str] = json.loads(done.stdout)
    return shown


def _survivor(key: str, difference: str, code: int) -> Survivor:
    head, _, *lines = difference.splitlines()
    file = head.removeprefix("--- ")
    for tree, copied in TREES.items():
        file = file.replace(f"{copied}/", f"{tree}/", 1)
    was, now = (" ".join(line[1:].strip() for line in lines if line.startswith(sign)) for sign in ("-", "+"))
    function = key.rpartition(".")[2].partition("__mutmut")[0].removeprefix("x_").replace("xǁ", "").replace("ǁ", ".")
    return Survivor(file, function, was, now, code == SURVIVED)


def _explained() -> Callable[[Survivor], bool]:
    """Whether a change makes no difference: it is listed with its file, or what it changes is for any file."""
    listed = yaml.safe_load(EXPLAINED.read_text(encoding="utf-8"))
    anywhere = [(each["was"], each["now"]) for each in listed.pop(ANY_FILE)]
    known = {(file, each["was"], each["now"]) for file, entries in listed.items() for each in entries}

    def explained(one: Survivor) -> bool:
        own = (one.file, one.was, one.now) in known
        return own or any(was in one.was and one.was.replace(was, now, 1) == one.now for was, now in anywhere)

    return explained


if __name__ == "__main__":
    sys.exit(main())
