"""What a build costs: processor time, time and memory of a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from corpus import Text
from leftovers import away, deleted, settle

_WATCHER = """\
import json, resource, subprocess, sys, time
begun = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=sys.stderr)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([used.ru_utime + used.ru_stime, time.perf_counter() - begun, used.ru_maxrss]))
sys.exit(done.returncode)
"""
_WITHOUT = Path(__file__).resolve().parent / "without.py"
_OTHERS = ("jieba", "mkdocs-static-i18n", "zensical", "hugo")
_SAME = ("mkdocs", "mkdocs-material", "markdown")


@dataclass(frozen=True)
class Cost:
    """Seconds of processor time and of the clock, peak bytes, what was written; ``warm`` is of a second build."""

    cpu: float
    seconds: float
    peak: int
    bytes: int
    files: int
    warm: float | None = None


def environment(folder: Path) -> Path:
    """The others' virtual environment, made once: MkDocs and Material as here, and what they need; its Python."""
    packages = [*(f"{name}=={version(name)}" for name in _SAME), *_OTHERS]
    python, ready = folder / "bin" / "python", folder / ".ready"
    if not ready.is_file() or ready.read_text() != " ".join(packages):
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run(  # noqa: S603 - our own command
            [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages], check=True
        )
        ready.write_text(" ".join(packages))
    return python


def cold(python: Path, folders: Sequence[Path], without: str = "", command: Sequence[str] = ()) -> Cost:
    """The cost of building ``folders`` one after the other, with nothing left of an earlier build; by ``command``, a
    program beside ``python``, or else by MkDocs."""
    for folder in folders:
        for left in ("site", ".cache", "resources"):
            away(folder / left)
    settle()
    build = [str(python.with_name(command[0])), *command[1:]] if command else _mkdocs(python, without)
    costs = [_built(build, folder) for folder in folders]
    return Cost(
        sum(each.cpu for each in costs),
        sum(each.seconds for each in costs),
        max(each.peak for each in costs),
        sum(each.bytes for each in costs),
        sum(each.files for each in costs),
    )


def warm(python: Path, folder: Path, text: Text, first: Cost, without: str = "") -> Cost:
    """``first`` with the cost of a second build, after one sentence was added."""
    file = folder / "docs" / "articles" / f"{text.slug}.md"
    file.write_text(file.read_text(encoding="utf-8").rstrip() + "后来又加了一句话。\n", encoding="utf-8")
    cost = _built(_mkdocs(python, without), folder).cpu
    deleted()
    return replace(first, warm=cost)


def _environ() -> dict[str, str]:
    """The environment of a build: Python keeps what it has compiled, as where it was installed."""
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**own, "NO_MKDOCS_2_WARNING": "1"}


def _mkdocs(python: Path, without: str) -> list[str]:
    return [str(python), *([str(_WITHOUT), without] if without else ["-m", "mkdocs", "build", "--quiet"])]


def _built(build: Sequence[str], folder: Path) -> Cost:
    command = [sys.executable, "-c", _WATCHER, *build]
    done = subprocess.run(  # noqa: S603 - our own command
        command, cwd=folder, capture_output=True, text=True, check=False, env=_environ()
    )
    if done.returncode:
        raise RuntimeError(f"{folder}: {done.stderr[-1500:]}")
    cpu, seconds, peak = json.loads(done.stdout)
    sizes = [path.stat().st_size for path in (folder / "site").rglob("*") if path.is_file()]
    # Linux counts in kilobytes, macOS in bytes.
    return Cost(cpu, seconds, peak * (1 if sys.platform == "darwin" else 1024), sum(sizes), len(sizes))
