"""The same tests of anything, guided by which lines of the code an input reaches (atheris, where it installs).

    python tests/fuzz/guided.py MINUTES [FOLDER]

Each test of ``test_fuzz.py`` gets its share of the time, in a process of its own. What reached something new is kept
in FOLDER (.cache/fuzz) for the next run, and an input that fails is written there and told as Hypothesis tells it.
Exit codes: 0 nothing failed, 1 something did.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TESTS = ("test_pages", "test_bytes", "test_heads", "test_lists", "test_bodies", "test_addresses")


def main(minutes: float, folder: Path) -> int:
    """Run each test for its share; the exit code."""
    failed = []
    for name in TESTS:
        corpus = folder / name
        corpus.mkdir(parents=True, exist_ok=True)
        seconds = max(1, round(60 * minutes / len(TESTS)))
        command = [sys.executable, __file__, f"--test={name}", str(corpus), f"-max_total_time={seconds}"]
        command += [f"-artifact_prefix={folder}/{name}-", "-timeout=60", "-rss_limit_mb=4096"]
        # Long inputs from the beginning: an example of these tests takes hundreds of bytes.
        command += ["-len_control=0", "-max_len=8192"]
        # One example a time is enough of those that Hypothesis makes by itself; the reports are libFuzzer's.
        done = subprocess.run(command, env={**os.environ, "FUZZ_EXAMPLES": "1"}, check=False)
        failed += [name] if done.returncode else []
    print(f"failed: {', '.join(failed)}" if failed else f"nothing failed in {minutes} minutes", file=sys.stderr)
    return 1 if failed else 0


def fuzz(name: str, arguments: list[str]) -> None:
    """Run one test until its time is over; ends the process."""
    import atheris

    tests = HERE.parent
    sys.path[:0] = [str(tests / room) for room in ("unit", "site", "hostile", "fuzz")]
    with atheris.instrument_imports(include=["digest", "convert"]):
        import test_fuzz
    atheris.Setup([sys.argv[0], *arguments], getattr(test_fuzz, name).hypothesis.fuzz_one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    if sys.argv[1].startswith("--test="):
        fuzz(sys.argv[1].partition("=")[2], sys.argv[2:])
    else:
        sys.exit(main(float(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else ".cache/fuzz")))
