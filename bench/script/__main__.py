"""Compare engines that convert between the scripts on the same texts: `make bench-script TEXTS=dir`.

Each peer lives in an environment of its own under build/bench-script; none is a dependency of the project. All run
one after the other, several rounds each, in the same run; speed is told only as a ratio to ours.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import corpus
import corrections
import originals
import sentences
import spots

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
sys.path.append(str(PROJECT / "tests" / "unit"))
from opencc_cases import opencc_cases  # noqa: E402 - the tests' own reading of them

# What pip installs for each; our own run in the environment that runs this command.
PEERS = {
    "ours": "",
    "ours, no model": "",
    "ours, no corrections": "",
    "opencc-python-reimplemented": "opencc-python-reimplemented",
    "opencc (C++)": "opencc",
    "opencc-jieba-pyo3": "opencc-jieba-pyo3",
    "opencc-pyo3": "opencc-pyo3",
    "zhconv-rs": "zhconv-rs",
}
_COLUMNS = ("speed", "cases", "differs", *spots.VERDICTS)

_EXAMPLES = """\
examples:
  make bench-script TEXTS=texts
  python bench/script --texts texts --spots spots.tsv      write differing places, to be judged by hand
  python bench/script --texts texts --judged spots.tsv     and say who was right, after somebody filled them in
  python bench/script --originals texts                    Traditional texts there and back: shared errors count too
  python bench/script --originals texts --drop             which lines of the corrections earn nothing there
  python bench/script --sentences sentences.tsv            a table with the columns way, input, right, class

TEXTS is a folder of .txt and .md files in UTF-8, in either script (raw pages: `python scripts/convert` first).
Simplified ones are converted to Taiwan's standard characters (s2tw), Traditional ones to Simplified (tw2s). In the
table of spots the column `right` takes ours, theirs, both or neither; rows without a verdict are not counted.

exit codes: 0 measured, 1 an engine could not be measured, 2 wrong use
"""


Result = dict[str, Any]
"""What engines.py says of one engine: ``texts``, ``cases``, ``seconds``."""

Verdicts = Mapping[str, Counter[str]]
"""By engine: how often which side was judged right."""


def main(arguments: list[str] | None = None) -> int:
    """Run the engines and print the tables that are asked for; returns the exit code."""
    given = _parser().parse_args(arguments)
    if not (given.texts or given.originals or given.sentences):
        _parser().error("nothing to measure: --texts, --originals or --sentences; for example --texts docs/articles")
    given.build.mkdir(parents=True, exist_ok=True)
    try:
        failed = [part(given) for part in (_engines, _originals, _sentences)]
    except (OSError, UnicodeDecodeError, ValueError) as fault:
        print(f"bench-script: {fault}", file=sys.stderr)
        return 2
    return 1 if any(failed) else 0


def _engines(given: argparse.Namespace) -> bool:
    """Speed, OpenCC's cases and differing places; whether an engine could not be measured."""
    if not given.texts:
        return False
    texts = corpus.texts(given.texts)
    judged = spots.read(given.judged) if given.judged else {}
    own_cases = opencc_cases()
    job = json.dumps({"texts": texts, "cases": [case[:2] for case in own_cases]}, ensure_ascii=False)
    results = _results(job, given, given.rounds)
    _print(results, texts, own_cases, judged)
    if given.spots:
        print(f"{spots.write(given.spots, _differing(results, texts), given.number)} places to judge: {given.spots}")
    return any(isinstance(result, str) for result in results.values())


def _originals(given: argparse.Namespace) -> bool:
    """There and back; whether an engine could not be measured."""
    if not given.originals:
        return False
    lines = originals.originals(given.originals)
    if given.drop:
        corrections.report(lines)
        return False
    results = _results(originals.job(lines), given, 1)
    originals.report(lines, results)
    return any(isinstance(result, str) for result in results.values())


def _sentences(given: argparse.Namespace) -> bool:
    """The table of sentences; whether an engine could not be measured."""
    if not given.sentences:
        return False
    rows = sentences.sentences(given.sentences)
    results = _results(sentences.job(rows), given, 1)
    sentences.report(rows, results)
    return any(isinstance(result, str) for result in results.values())


def _results(job: str, given: argparse.Namespace, rounds: int) -> dict[str, Result | str]:
    file = given.build / "job.json"
    file.write_text(job, "utf-8")
    results: dict[str, Result | str] = {}
    for name in dict.fromkeys(["ours", *(given.only or PEERS)]):
        print(f"==> {name}", file=sys.stderr, flush=True)
        results[name] = _measured(name, file, given, rounds)
    return results


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python bench/script",
        description=__doc__,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--texts", type=Path, metavar="DIR", help="folder of .txt and .md files")
    parser.add_argument(
        "--originals", type=Path, metavar="DIR", help="such a folder in Traditional, to go there and back"
    )
    parser.add_argument(
        "--drop", action="store_true", help="say what each line of the corrections is worth on --originals instead"
    )
    parser.add_argument("--sentences", type=Path, metavar="FILE", help="table of sentences with their right text")
    parser.add_argument("--rounds", type=int, default=3, help="processes per engine; the fastest counts (default 3)")
    parser.add_argument("--only", action="append", choices=PEERS, help="this one only; may be given several times")
    parser.add_argument("--spots", type=Path, metavar="FILE", help="write places where engines differ from ours here")
    parser.add_argument("--number", type=int, default=200, help="how many places to write per engine (default 200)")
    parser.add_argument("--judged", type=Path, metavar="FILE", help="such a file, with verdicts")
    parser.add_argument(
        "--build",
        type=Path,
        default=PROJECT / "build" / "bench-script",
        metavar="DIR",
        help="where the peers are installed (default: build/bench-script)",
    )
    return parser


def _measured(name: str, job: Path, given: argparse.Namespace, rounds: int) -> Result | str:
    """What ``engines.py`` says of one engine, its fastest round; or why there is nothing."""
    try:
        python = _environment(given.build / "peers", PEERS[name]) if PEERS[name] else sys.executable
        best: Result = {}
        for _ in range(rounds):
            out = given.build / "out.json"
            environment = {**os.environ, "PYTHONPATH": "" if PEERS[name] else str(PROJECT / "plugins")}
            subprocess.run(  # noqa: S603
                [python, str(HERE / "engines.py"), name, str(job), str(out)],
                check=True,
                capture_output=True,
                text=True,
                env=environment,
            )
            best = min(
                best or json.loads(out.read_text("utf-8")),
                json.loads(out.read_text("utf-8")),
                key=lambda result: result["seconds"],
            )
        return best
    except subprocess.CalledProcessError as fault:
        return ((fault.stderr or "").strip().splitlines() or ["failed"])[-1][:80]


def _environment(folder: Path, package: str) -> str:
    python = folder / package / "bin" / "python"
    ready = folder / package / ".ready"
    if not ready.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder / package)], check=True)  # noqa: S603
        subprocess.run(  # noqa: S603
            [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package],
            check=True,
            capture_output=True,
            text=True,
        )
        ready.touch()
    return str(python)


def _differing(results: Mapping[str, Any], texts: list[list[str]]) -> dict[spots.Spot, set[str]]:
    found: dict[spots.Spot, set[str]] = {}
    mine = results["ours"]["texts"]
    for name, result in results.items():
        if name != "ours" and isinstance(result, dict):
            for (_, source), own, other in zip(texts, mine, result["texts"], strict=True):
                for spot in spots.spots(source, own, other):
                    found.setdefault(spot, set()).add(name)
    return found


def _print(
    results: Mapping[str, Any], texts: Sequence[Sequence[str]], own_cases: Sequence[Sequence[str]], judged: Verdicts
) -> None:
    own, characters = results["ours"], sum(len(text) for _, text in texts)
    differing = Counter(_counted(results, texts))
    print(f"{characters:,} characters in {len(texts):,} lines; {len(own_cases)} of OpenCC's own cases")
    print("engine".ljust(30) + "".join(f"{title:>9}" for title in _COLUMNS))
    for name, result in results.items():
        if isinstance(result, str):
            print(f"{name:30}{result}")
            continue
        known = [(found, case[2]) for found, case in zip(result["cases"], own_cases, strict=True) if found is not None]
        right = f"{sum(found == expected for found, expected in known)}/{len(known)}"
        rate = 1e4 * differing[name] / characters
        verdicts = judged.get(name, Counter())
        print(
            f"{name:30}{own['seconds'] / result['seconds']:8.2f}x{right:>9}{rate:9.2f}"
            + "".join(f"{verdicts.get(verdict, 0):9}" for verdict in spots.VERDICTS)
        )
    print(
        "speed: characters a second of processor time, ours is 1; cases: OpenCC's that come out, of those whose\n"
        "configuration the engine knows; differs: places that differ from ours, per 10,000 characters; ours,\n"
        "theirs, both, neither: which side was judged right at those of them that somebody judged"
    )


def _counted(results: Mapping[str, Any], texts: Sequence[Sequence[str]]) -> list[str]:
    """The name of an engine once for each place where it differs from ours."""
    mine = results["ours"]["texts"]
    return [
        name
        for name, result in results.items()
        if name != "ours" and isinstance(result, dict)
        for (_, source), own, other in zip(texts, mine, result["texts"], strict=True)
        for _ in spots.spots(source, own, other)
    ]


if __name__ == "__main__":
    sys.exit(main())
