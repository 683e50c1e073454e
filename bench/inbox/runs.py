"""Runs of `digest inbox` over an archive, each a process of its own, and what they cost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
PEER = ("trafilatura", "lxml_html_clean", "warcio")


@dataclass(frozen=True)
class Cost:
    """``wall`` and ``cpu`` seconds of a run with its processes, and the most memory that one of them had (MiB)."""

    wall: float
    cpu: float
    memory: float


class RunFailed(Exception):
    """A run that ended with a fault; what it said."""


def project(folder: Path) -> Path:
    """A digest with this one's articles and nothing kept."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def inbox(folder: Path, *arguments: str) -> Cost:
    """Run `digest inbox` in the project ``folder``. Raises RunFailed."""
    command = [sys.executable, "-m", "digest", "inbox", "--docs", str(folder / "docs"), *arguments]
    begun = time.perf_counter()
    with (folder / "said.txt").open("w") as said:
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)  # noqa: S603
        _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        raise RunFailed((folder / "said.txt").read_text()[-2000:])
    return Cost(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def trafilatura(archive: Path, pages: int, build: Path) -> dict[str, float] | None:
    """What trafilatura needs for so many pages; nothing where it cannot be installed."""
    folder = build / "inbox-peer"
    python = folder / "bin" / "python"
    if not (folder / ".ready").exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)  # noqa: S603
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PEER]
        if subprocess.run(install, check=False, stderr=subprocess.DEVNULL).returncode:  # noqa: S603
            return None
        (folder / ".ready").touch()
    command = [str(python), str(HERE / "extracting.py"), str(archive), str(pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    found: dict[str, float] = json.loads(done.stdout)
    return found
