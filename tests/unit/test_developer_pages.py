"""The pages for contributors say what is true: commands work, rooms and files are there, tables are tables."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from developer_pages import PAGES, PRINTED, PROJECT, files, named_files, tokens

from convert.__main__ import parser as convert_parser
from digest.__main__ import main, parser

MAKEFILE = (PROJECT / "Makefile").read_text(encoding="utf-8")
ARCHITECTURE = PROJECT / ".github" / "ARCHITECTURE.md"
ROOMS = yaml.safe_load((Path(__file__).parent / "rooms.yml").read_text(encoding="utf-8"))
# What a page writes where its reader has a name of his own.
STAND_INS = {"代码": "trailing-blank", "CODE": "trailing-blank", "某篇": "example", "网址或文件": "seeds/a.html"}
# Nothing of the project, but what it makes or what a reader has.
NOT_HERE = {"docs/suggestions.yml", "inbox/inbox.yml"}


def words(command):
    for placeholder, name in STAND_INS.items():
        command = command.replace(placeholder, name)
    return shlex.split(command)


def test_the_pages_print_commands_of_every_kind():
    assert len(PRINTED) > 20
    assert {words(command)[0] for command in PRINTED} >= {"make", ".venv/bin/digest", "digest"}


@pytest.mark.parametrize("command", [each for each in PRINTED if each.startswith("make ")])
def test_make_knows_what_is_printed(command):
    _, *given = words(command)
    goals = [each for each in given if "=" not in each]
    for goal in goals:
        assert re.search(rf"^{re.escape(goal).replace(chr(92) + '*', '[a-z]+')}:", MAKEFILE, re.MULTILINE), goal
    for name in (each.split("=")[0] for each in given if "=" in each):
        assert re.search(rf"\$[({{]?(?:value )?{name}\b|^{name} \?=", MAKEFILE, re.MULTILINE), name


@pytest.mark.parametrize("command", [each for each in PRINTED if re.match(r"(?:\.venv/bin/)?digest ", each)])
def test_digest_takes_what_is_printed(command):
    _, *given = words(command)
    if "--help" in given:
        with pytest.raises(SystemExit) as ended:
            parser(given).parse_args(given)
        assert ended.value.code == 0
    elif len(given) > 1 or given[0] in ("check", "review", "suggest", "reference"):
        parser(given).parse_args(given)
    else:
        assert f"\n  digest {given[0]}" in parser([]).epilog


@pytest.mark.parametrize("command", [each for each in PRINTED if "scripts/convert" in each])
def test_convert_takes_what_is_printed(command):
    given = words(command)
    convert_parser().parse_args(given[given.index("scripts/convert") + 1 :])


def test_commands_on_a_digest_run_as_printed(tmp_path, monkeypatch, capsys):
    """Each in a digest that the printed ``digest init`` has made; those that need a network are only parsed."""
    [start] = {command for command in PRINTED if " init ../" in command}
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert main(words(start)[1:]) == 0
    monkeypatch.chdir(words(start)[2])
    page = Path("seeds/a.html")
    page.write_text(f"<title>桥</title><h1>桥</h1>{'<p>河上的桥是谁修的，已经没有人记得。</p>' * 9}", encoding="utf-8")
    ran = []
    for command in PRINTED:
        given = words(command)[1:]
        if re.match(r"(?:\.venv/bin/)?digest (?:check|suggest|reference)", command) and "--help" not in given:
            assert main(given) == 0, (command, capsys.readouterr())
            ran.append(command)
    assert len(ran) >= 3
    [audit] = [command for command in PRINTED if "scripts/convert seeds" in command]
    given = [str(tmp_path / "try") if each.startswith("/tmp") else each for each in words(audit)[1:]]
    done = subprocess.run(
        [sys.executable, str(PROJECT / given[0]), *given[1:]], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0 and list((tmp_path / "try").glob("*.md")), done.stderr


def test_every_make_goal_is_told_by_help():
    goals = set(re.findall(r"^([a-z][a-z-]*):(?!=)(?! export)", MAKEFILE, re.MULTILINE))
    told = set(re.findall(r"^([a-z][a-z-]*):.*## ", MAKEFILE, re.MULTILINE))
    assert goals == told


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(PROJECT).as_posix())
def test_files_that_are_named_are_there(page):
    missing = {
        name
        for name in named_files(page)
        if name not in NOT_HERE and not any(f"/{file}".endswith(f"/{name}") for file in files())
    }
    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(PROJECT).as_posix())
def test_every_table_is_one(page):
    raw = [token.content for token in tokens(page) if token.type == "text" and token.content.lstrip().startswith("|")]
    assert not raw


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(PROJECT).as_posix())
def test_links_lead_somewhere(page):
    targets = [token.attrs["href"] for token in tokens(page) if token.type == "link_open"]
    local = [each.partition("#")[0] for each in targets if not re.match(r"https?:|mailto:|#", each)]
    assert not [each for each in local if each and not (page.parent / each).exists()]


def rooms(start):
    """The rooms under ``start`` that a page names in the first column of its tables, in order."""
    found = re.findall(rf"^\| `({start}/[a-z_]+)` \|", ARCHITECTURE.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(found) == len(set(found))
    return found


@pytest.mark.parametrize("start", ["plugins/digest", "scripts/convert"])
def test_the_rooms_that_are_told_are_the_folders(start):
    assert set(rooms(start)) == {
        f"{start}/{path.name}" for path in (PROJECT / start).iterdir() if path.is_dir() and path.name != "__pycache__"
    }


@pytest.mark.parametrize("start", ["plugins/digest", "scripts/convert"])
def test_the_rooms_are_told_from_the_ground_up(start):
    floors = {f"{start}/{name}": number for number, floor in enumerate(ROOMS[start]) for name in floor}
    told = [floors[room] for room in rooms(start) if room in floors]
    assert told == sorted(told)


@pytest.mark.parametrize("start", ["bench", "tests"])
def test_benchmarks_and_tests_that_are_told_are_the_folders(start):
    text = ARCHITECTURE.read_text(encoding="utf-8")
    there = {path.name for path in (PROJECT / start).iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert {name for name in re.findall(rf"`{start}/([a-z]+)`", text)} == there


def test_each_term_of_the_glossary_is_told_once():
    text = ARCHITECTURE.read_text(encoding="utf-8")
    table = text[text.index("## Words") : text.index("## A build")]
    told = re.findall(r"^\| ([^|`]+?) \|", table, re.MULTILINE)[1:]
    assert len(told) > 25 and len(told) == len(set(told))
