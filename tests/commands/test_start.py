"""What a command imports before it does anything: everybody waits for it."""

import argparse
import subprocess
import sys

import pytest

from digest.__main__ import COMMANDS, parser

HELP_IMPORTS = {
    "digest",
    "digest.__main__",
    "digest.checks",
    "digest.checks.telling",
    "digest.checks.telling.command_line",
    "digest.keeping",
    "digest.keeping.tables",
    "digest.text",
    "digest.text.line_breaks",
    "digest.text.spoken",
}
"""All of the project's own modules that ``digest --help`` imports; of other packages the reader of its Chinese, once."""
CHECK_IMPORTS = {"convert", "daachorse", "digest", "yaml"}
"""All packages that ``digest check`` imports where nothing is new: no renderer, no validator, no conversion between
scripts, nothing that counts."""
CHECK_ROOMS = {"articles", "checks", "commands", "files", "inbox", "keeping", "plan", "text", "zh"}
"""The project's own rooms that it does so from."""
_SHOW = """\
import runpy, sys
before, sys.argv = set(sys.modules), ["digest", *sys.argv[1:]]
try:
    runpy.run_module("digest", run_name="__main__")
finally:
    print("\\n".join(["IMPORTED", *sorted(set(sys.modules) - before)]))
"""


def imported(*arguments, folder=None):
    done = subprocess.run(
        [sys.executable, "-I", "-c", _SHOW, *arguments], capture_output=True, text=True, check=True, cwd=folder
    )
    return set(done.stdout.partition("IMPORTED\n")[2].split())


def foreign(names):
    """The packages that are not Python's own; what a compiled one puts beside itself is none."""
    return {
        name.split(".")[0]
        for name in names
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith(("_cython", "cython_runtime"))
    }


def test_help_imports_the_list_of_commands_and_its_chinese_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "zh_CN.UTF-8")
    monkeypatch.setenv("DIGEST_TABLES", str(tmp_path))
    for packages in ({"digest", "yaml"}, {"digest"}):
        names = imported("--help")
        assert {name for name in names if name.split(".")[0] == "digest"} <= HELP_IMPORTS
        assert foreign(names) == packages


def test_a_check_of_what_is_known_imports_neither_renderers_nor_rules(tmp_path):
    articles = tmp_path / "docs" / "articles"
    articles.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("plugins: [digest]\n", encoding="utf-8")
    head = "title: 石桥\nlang: zh-Hans\nsite: 某站\nclaims: [{id: c1, text: 桥要修。}]\n"
    (articles / "bridge.md").write_text(f"---\n{head}---\n\n桥要修了。<!--c1-->\n", encoding="utf-8")
    imported("check", folder=tmp_path)
    names = imported("check", folder=tmp_path)
    assert foreign(names) <= CHECK_IMPORTS
    assert {name.split(".")[1] for name in names if name.startswith("digest.")} - {"__main__"} <= CHECK_ROOMS
    assert not {name for name in names if name.startswith("digest.checks.rules")}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_says_what_each_command_says_of_itself(name):
    [commands] = [each for each in parser([name])._actions if isinstance(each, argparse._SubParsersAction)]
    assert {each.dest: each.help for each in commands._choices_actions}[name] == COMMANDS[name]
    assert commands.choices[name].get_default("run")
