"""Builds a site with a host's own command, as a contributor does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

FIXTURE = Path(__file__).parent / "fixture"
PROJECT = Path(__file__).parent.parent.parent


def build(folder: Path, out: Path, host: str = "mkdocs", *options: str) -> subprocess.CompletedProcess[str]:
    """Build ``folder``/mkdocs.yml into ``out`` with ``host`` (mkdocs or properdocs)."""
    command = [sys.executable, "-m", host, "build", "-f", str(folder / "mkdocs.yml"), "-d", str(out), *options]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False, cwd=folder)


def built(folder: Path, out: Path, host: str = "mkdocs") -> Path:
    """The built site; a build that fails, strictly, is an error that shows what the host said."""
    done = build(folder, out, host, "--strict")
    assert done.returncode == 0, done.stderr
    return out
