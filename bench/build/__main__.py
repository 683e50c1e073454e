"""Builds the same N articles with this project and with plain MkDocs sites, side by side in one run."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import report
from corpus import Text, texts
from measured import Cost, cold, environment, warm
from systems import SYSTEMS

PROJECT = Path(__file__).parent.parent.parent

_EXAMPLES = """\
examples:
  python bench/build --articles 1000
  python bench/build --articles 1000 --also 100,3000
  python bench/build --articles 10000 --systems digest,tuned

The others get an environment of their own under build/, with the same MkDocs and Material and with jieba, which
Material's search needs to cut Chinese words. What counts is processor time, as a ratio to the first system of the
same run; a run beside other work says little about seconds.

exit codes: 0 measured, 1 a system could not be built, 2 wrong use
"""


def main(arguments: list[str] | None = None) -> int:
    """Measure what was asked for; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python bench/build",
        description=__doc__,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--articles", type=int, default=1000, metavar="N", help="how many articles (default: 1000)")
    parser.add_argument("--also", default="", metavar="N,...", help="further numbers of articles, in the same run")
    parser.add_argument(
        "--systems",
        default=",".join(SYSTEMS),
        metavar="NAME,...",
        help=f"what to build, of {', '.join(SYSTEMS)} (default: all)",
    )
    parser.add_argument(
        "--build",
        type=Path,
        default=PROJECT / "build" / "bench-build",
        metavar="DIR",
        help="where everything is built (default: build/bench-build)",
    )
    options = parser.parse_args(arguments)
    names = options.systems.split(",")
    if unknown := [name for name in names if name not in SYSTEMS]:
        parser.error(f"--systems: {', '.join(unknown)} came; allowed: {', '.join(SYSTEMS)}; example: --systems digest")
    try:
        numbers = sorted({options.articles, *(int(each) for each in options.also.split(",") if each)})
    except ValueError:
        parser.error(f"--also: {options.also} came; allowed: numbers with commas; example: --also 100,3000")
    if numbers[0] < 2:
        parser.error(f"--articles: {numbers[0]} came; allowed: 2 or more; example: --articles 1000")
    return _measure(names, numbers, options.build.resolve())


def _measure(names: list[str], numbers: list[int], build: Path) -> int:
    failed = 0
    for number in numbers:
        made = list(texts(PROJECT, number))
        results: dict[str, Cost] = {}
        for name in names:
            _say(f"{number} articles: {name}")
            try:
                results[name] = _cost(name, made, build)
            except (RuntimeError, OSError) as fault:
                _say(f"{name}: error: {fault}")
                failed += 1
        print(report.table(number, sum(len(part) for text in made for part in text.parts), results), flush=True)
    return 1 if failed else 0


def _cost(name: str, made: list[Text], build: Path) -> Cost:
    system = SYSTEMS[name]
    python = Path(sys.executable) if system.ours else environment(build / "env")
    folders = system.write(made, build / name)
    cost = cold(python, folders, system.without, system.command)
    return warm(python, folders[0], made[0], cost, system.without) if system.ours else cost


def _say(text: str) -> None:
    print(f"==> {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
