"""When files were last changed, as git knows it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

_COMMIT = "\x01"


def last_changes(folder: Path) -> Mapping[str, str]:
    """The ISO day of the last commit that changed each file under ``folder``, by its path from there.

    Empty where there is no git, and in a shallow clone: its oldest commit looks as if it had changed every file.
    """
    shallow = _git(folder, "rev-parse", "--is-shallow-repository")
    if shallow is None or shallow.strip() != "false":
        return {}
    found: dict[str, str] = {}
    day = ""
    log = _git(
        folder, "-c", "core.quotepath=off", "log", f"--format={_COMMIT}%cs", "--name-only", "--relative", "--", "."
    )
    for line in (log or "").splitlines():
        if line.startswith(_COMMIT):
            day = line[1:]
        elif line:
            found.setdefault(line, day)
    return found


def _git(folder: Path, *arguments: str) -> str | None:
    """What git says; ``None`` where it is not there, or where ``folder`` is in no repository."""
    program = shutil.which("git")
    if not program:
        return None
    done = subprocess.run(  # noqa: S603 (no shell, our own arguments)
        [program, "-C", str(folder), *arguments], capture_output=True, check=False
    )
    return done.stdout.decode("utf-8", errors="replace") if done.returncode == 0 else None
