"""Builds a site with a host's own command, as a contributor does."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from importlib import import_module
from multiprocessing import forkserver, get_context
from multiprocessing.context import ForkServerContext
from pathlib import Path

FIXTURE = Path(__file__).parent / "fixture"
PROJECT = Path(__file__).parent.parent.parent
# What every build of a fixture reads is two thirds of the time that a small site takes.
READ_ONCE = ["mkdocs.__main__", "built_once"]


def build(folder: Path, out: Path, host: str = "mkdocs", *options: str) -> subprocess.CompletedProcess[str]:
    """Build ``folder``/mkdocs.yml into ``out`` with ``host`` (mkdocs or properdocs).

    MkDocs runs in a copy of a process that has built the fixture once, as its server builds again and again. Where there
    is no such process, where modules come from elsewhere, and for the other host a new process runs the command.
    """
    arguments = ["build", "-f", str(folder / "mkdocs.yml"), "-d", str(out), *options]
    if sys.platform == "linux" and host == "mkdocs" and "PYTHONPATH" not in os.environ:
        return _in_a_copy(arguments, folder)
    return in_a_new_process(arguments, folder, host)


def in_a_new_process(arguments: list[str], folder: Path, host: str = "mkdocs") -> subprocess.CompletedProcess[str]:
    """Run the host's command in ``folder``."""
    command = [sys.executable, "-m", host, *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=_environment(), check=False, cwd=folder)


def _in_a_copy(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    processes = _copied()
    with tempfile.TemporaryDirectory() as said:
        names = [f"{said}/out", f"{said}/err"]
        process = processes.Process(target=_command, args=(arguments, str(folder), _environment(), names))
        process.start()
        process.join()
        out, err = (Path(name).read_text(encoding="utf-8") for name in names)
    return subprocess.CompletedProcess(arguments, process.exitcode or 0, out, err)


def _copied() -> ForkServerContext:
    """Processes that are copies of one that has read what every build reads."""
    processes = get_context("forkserver")
    processes.set_forkserver_preload(READ_ONCE)
    # It finds modules where a new process does, and those of these tests.
    os.environ["PYTHONPATH"] = str(Path(__file__).parent)
    try:
        forkserver.ensure_running()
    finally:
        del os.environ["PYTHONPATH"]
    return processes


def _command(arguments: list[str], folder: str, environment: dict[str, str], names: list[str]) -> None:
    """What a copy does: it says what it says into two files, and ends with the command's exit code."""
    for number, name in enumerate(names, 1):
        os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT, 0o600), number)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    # As ``python -m`` has it: modules that lie beside mkdocs.yml are found.
    sys.path.insert(0, folder)
    import_module("mkdocs.__main__").cli(arguments)


def _environment() -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}


def built(folder: Path, out: Path, host: str = "mkdocs") -> Path:
    """The built site; a build that fails, strictly, is an error that shows what the host said."""
    done = build(folder, out, host, "--strict")
    assert done.returncode == 0, done.stderr
    return out
