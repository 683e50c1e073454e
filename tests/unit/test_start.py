"""What a command imports before it does anything: everybody waits for it."""

import argparse
import subprocess
import sys

import pytest

from digest.__main__ import COMMANDS, parser

HELP_IMPORTS = {"digest", "digest.__main__"}
"""All of the project's own modules, and of other packages none, that ``digest --help`` imports."""
_SHOW = """\
import runpy, sys
before, sys.argv = set(sys.modules), ["digest", "--help"]
try:
    runpy.run_module("digest", run_name="__main__")
finally:
    print("\\n".join(["IMPORTED", *sorted(set(sys.modules) - before)]))
"""


def imported():
    done = subprocess.run([sys.executable, "-I", "-c", _SHOW], capture_output=True, text=True, check=True)
    return set(done.stdout.partition("IMPORTED\n")[2].split())


def test_help_imports_the_list_of_commands_and_nothing_else():
    names = imported()
    assert {name for name in names if name.split(".")[0] == "digest"} <= HELP_IMPORTS
    foreign = {name.split(".")[0] for name in names} - sys.stdlib_module_names - {"digest"}
    assert not foreign


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_says_what_each_command_says_of_itself(name):
    [commands] = [each for each in parser([name])._actions if isinstance(each, argparse._SubParsersAction)]
    assert {each.dest: each.help for each in commands._choices_actions}[name] == COMMANDS[name]
    assert commands.choices[name].get_default("run")
