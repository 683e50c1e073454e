"""What the pages for contributors print for make, run in a copy of the project."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from developer_pages import PRINTED, copy


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """A copy of the project under git, in which make finds the environment of these tests."""
    folder = copy(tmp_path_factory.mktemp("project"))
    (folder / ".venv").symlink_to(Path(sys.prefix))
    for command in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "Begin"]):
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *command], cwd=folder, check=True)
    return folder


@pytest.mark.parametrize("goal", ["help", "check", "fix", "review", "suggest", "reference", "convert"])
def test_make_runs_what_is_printed(goal, checkout):
    assert goal in " ".join(PRINTED) or goal in ("reference", "convert")
    # The environment is there: its making is no part of this.
    done = subprocess.run(
        ["make", "-o", ".venv/.ready", goal], cwd=checkout, capture_output=True, text=True, check=False, env=_plain()
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _plain():
    return {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
