"""What the commands cost that people wait for: processor seconds of a process of its own, first and again."""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from digests import PROJECT, generated, own

_EXAMPLES = """\
examples:
  python bench/commands
  python bench/commands --articles 1000     and a digest of 1,000 articles with claims

Of a command that keeps something, the first run has nothing kept. A run beside other work says little about seconds;
ratios within one run hold.

exit codes: 0 measured, 1 a command failed, 2 wrong use
"""
_PYTHON = [sys.executable]
_DIGEST = [sys.executable, "-m", "digest"]
_HOST = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", ".site"]
# A text of the digest's own, converted by each command that converts.
_PAGE = next(iter(sorted((PROJECT / "seeds").glob("*.txt"))), None)


def main(arguments: list[str] | None = None) -> int:
    """Measure; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python bench/commands",
        description=__doc__,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--articles", type=int, default=0, metavar="N", help="check and build so many articles, too")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="bench-commands-") as folder:
        five = own(Path(folder) / "five")
        print(f"{'processor seconds':<44}{'first':>8}{'again':>8}")
        for said, command in _commands(_PAGE):
            _row(said, command, five)
        if options.articles:
            many = generated(Path(folder) / "many", options.articles)
            _row(f"digest check, {options.articles} articles", [*_DIGEST, "check"], many, found=True)
            _row(f"build, {options.articles} articles", _HOST, many)
    return 0


def _commands(page: Path | None) -> list[tuple[str, list[str]]]:
    """What is measured, as it is called, and the command."""
    text = str(page) if page else "docs/index.md"
    convert = [*_PYTHON, str(PROJECT / "scripts" / "convert"), text, "--force", "--out", "converted"]
    return [
        ("python", [*_PYTHON, "-c", "pass"]),
        ("digest --help", [*_DIGEST, "--help"]),
        ("digest check, the digest's own articles", [*_DIGEST, "check"]),
        ("digest script, one file", [*_DIGEST, "script", "--to", "zh-Hant", text]),
        ("convert, one page", convert),
        ("build, the digest's own articles", _HOST),
    ]


def _row(said: str, command: Sequence[str], folder: Path, found: bool = False) -> None:
    first, again = (_seconds(command, folder, found) for _ in range(2))
    print(f"{said:<44}{first:>8.2f}{again:>8.2f}", flush=True)


def _seconds(command: Sequence[str], folder: Path, found: bool) -> float:
    """Processor seconds of ``command`` in ``folder``; where faults may be ``found``, that is no failure."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DIGEST_TABLES": str(folder.parent / "tables")}
    # Python keeps what it has compiled, as where it was installed.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    if done.returncode > found:
        raise SystemExit(f"{' '.join(command)}: {done.stderr[-800:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main())
