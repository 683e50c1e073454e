"""Gives every page of a built site to the Nu Html Checker, and lists what is wrong with what the digest writes.

    python tests/validator [SITE]

SITE is a folder with HTML files (site). Its package is that of package-lock.json beside this file; Java runs it.
Exit codes: 0 nothing is wrong, 1 something is (file, line, what, where), 2 it could not be run.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

JAR = Path(__file__).with_name("node_modules") / "vnu-jar/build/dist/vnu.jar"
# What the host theme writes, by the message and a part of the element: its two checkboxes behind drawer and search.
OF_THE_THEME = (("Attribute “autocomplete” is only allowed", 'class="md-toggle"'),)
# Read from files the checker takes every address for one of another site, and a block of data for a script: whether
# the policy refuses anything is asked of a browser.
UNASKED = "Content Security Policy"


def messages(pages: list[Path]) -> list[dict[str, Any]]:
    """What the checker says of ``pages``.

    Raises:
        RuntimeError: It ended without an answer; the text is what it said instead.
    """
    # Pages are deep, and the checker goes down into them by calling itself.
    command = ["java", "-Xss8m", "-jar", str(JAR), "--format", "json", "--exit-zero-always", *map(str, pages)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        found: list[dict[str, Any]] = json.loads(run.stderr)["messages"]
    except (ValueError, KeyError):
        raise RuntimeError(run.stderr.strip()[-2000:] or f"it ended with {run.returncode}") from None
    return found


def is_ours(message: dict[str, Any]) -> bool:
    """Whether a message is about what the digest writes."""
    said, extract = message["message"], message.get("extract", "")
    if UNASKED in said:
        return False
    return not any(said.startswith(start) and part in extract for start, part in OF_THE_THEME)


def line(message: dict[str, Any], site: Path) -> str:
    """A message as one line: file, line, kind, what, the text around it."""
    path = Path(message.get("url", "").removeprefix("file:"))
    shown = path.relative_to(site) if path.is_relative_to(site) else path
    extract = " ".join(message.get("extract", "").split())
    kind = message.get("subType", message["type"])
    return f"{shown}:{message.get('lastLine', 1)}: {kind}: {message['message']} {extract[:160]}"


def main() -> int:
    """Check the site named on the command line."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site").resolve()
    pages = sorted(site.rglob("*.html"))
    if not pages:
        print(f"error: {site} has no page; build one: make site", file=sys.stderr)
        return 2
    if not shutil.which("java") or not JAR.is_file():
        print("error: the checker needs Java and its package: make validate brings the package", file=sys.stderr)
        return 2
    try:
        found = [line(each, site) for each in messages(pages) if is_ours(each)]
    except RuntimeError as fault:
        print(f"error: the checker said nothing of the pages: {fault}", file=sys.stderr)
        return 2
    print("\n".join([*found, f"{len(pages)} pages, {len(found)} messages"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
