"""The Chromium or Chrome that the browser tests run in: the one that is there, else one installed now.

    python tests/browser/chromium.py

prints its path. Exit code 1, with what to install, where none can be had.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

# Chromium without the windows of a desktop comes first: the same pages in three quarters of the processor time (430 s
# for all browser tests, 575 with the whole program).
SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def find() -> str | None:
    """The path of a browser on this machine: $CHROMIUM, the system's, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    for name in (*NAMES, *APPLICATIONS):
        if path := shutil.which(name):
            return path
    return _own()


def _own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def install() -> str | None:
    """Install a browser: the system's package where this user may, else Playwright's own build."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        print("no Chromium or Chrome here: installing the system's package", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        _run(["apt-get", "update", "--quiet=2"], environment)
        # Releases before Debian 12 have the whole program only.
        for package in (SHELL, "chromium"):
            _run(["apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends", package], environment)
            if path := find():
                return path
    print("no Chromium or Chrome here: installing Playwright's own", flush=True)
    _run([sys.executable, "-m", "playwright", "install", "chromium"], dict(os.environ))
    return find()


def _run(command: list[str], environment: dict[str, str]) -> None:
    try:
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
    except OSError as fault:
        print(f"{command[0]}: {fault}", file=sys.stderr)


def main() -> int:
    """Find or install a browser and print its path."""
    named = os.environ.get("CHROMIUM")
    if named and not shutil.which(named):
        print(
            f"error: CHROMIUM={named} is no program; name a Chromium or Chrome, for example "
            "CHROMIUM=/usr/bin/chromium, or leave it out",
            file=sys.stderr,
        )
        return 1
    path = find() or install()
    if path is None:
        print(
            "error: the browser tests need Chromium or Google Chrome, and none could be found or installed.\n"
            "Install one (Debian: apt-get install chromium-headless-shell; Fedora: dnf install chromium; macOS: brew\n"
            "install --cask google-chrome) or name yours: CHROMIUM=/path/to/chrome make test",
            file=sys.stderr,
        )
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
