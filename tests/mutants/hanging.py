"""What to do when mutmut tells nothing any more: a copy of it hangs in what no bound of a test ends."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

# When nothing has ended for so many seconds, no bound of a test holds: it hangs in what Python cannot interrupt, or its
# process grows until the machine stands still. All tests of a folder take a third of it.
SILENT = 1200


def last_change(folder: Path) -> float:
    """When a mutant was last seen to end, or mutmut began."""
    return max(path.stat().st_mtime for path in [folder / "pyproject.toml", *(folder / "mutants").rglob("*.meta")])


def end_copies(running: subprocess.Popen[bytes], given_up: Path) -> None:
    """End the copies of mutmut that try a mutant: it goes on with the next. Where there are none, end mutmut."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    copies = [each.split(None, 2) for each in listed.splitlines() if each.split()[1] == str(running.pid)]
    for pid, _, called in copies:
        with given_up.open("a", encoding="utf-8") as lines:
            lines.write(f"{called.removeprefix('mutmut: ')} nothing ended for {SILENT} s\n")
        os.kill(int(pid), signal.SIGKILL)
    if not copies:
        running.kill()
