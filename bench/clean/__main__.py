"""Compare the conversion with other extractors on the same pages: `make bench-clean PAGES=dir GOLD=file`.

Each peer lives in an environment of its own under build/bench; none is a dependency of the project. All run one
after the other, several rounds each, in the same run; speed is told only as a ratio to trafilatura's.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from forms import write

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BUILD = ROOT / "build" / "bench"
# What pip installs for each; our own entry runs in the environment that runs this command.
PEERS = {
    "ours": [],
    "trafilatura": ["trafilatura", "lxml_html_clean"],
    "readability": ["readability-lxml", "lxml_html_clean", "markdownify"],
    "gne": ["gne"],
    "newspaper4k": ["newspaper4k", "lxml_html_clean", "jieba"],
    "resiliparse": ["resiliparse"],
    "magic-html": ["magic-html"],
}
BASE = "trafilatura"
# What people keep of a page besides the page itself; only our conversion reads all of them.
FORMS = ("mhtml", "dump", "copy")
COLUMNS = ("F1", "para", "keep", "drop", "title", "auth+", "date", "head", "hprec")

# What is measured of one extractor: scores, pages a second, MiB, failures.
Row = dict[str, Any]


def main() -> int:
    """Run all extractors and print one table; exit code 0, or 2 for wrong use."""
    given = _parser().parse_args()
    for path, kind in ((given.pages, "a folder of raw pages"), (given.gold, "the gold file"), (given.scorer, "a file")):
        if path is not None and not path.exists():
            print(f"bench-clean: {path}: not found; allowed: {kind}", file=sys.stderr)
            return 2
    gold = [entry["id"] for entry in json.loads(given.gold.read_text("utf-8")) if entry.get("kind", "html") == "html"]
    pages = [path for path in sorted(given.pages.iterdir()) if path.stem in gold and path.suffix != ".md"]
    if not pages:
        print(f"bench-clean: no page of {given.gold} in {given.pages}", file=sys.stderr)
        return 2
    try:
        _print(_rows(pages, given), len(pages))
    except ScorerError as error:
        print(f"bench-clean: the scorer failed: {error}", file=sys.stderr)
        return 2
    return 0


def _rows(pages: list[Path], given: argparse.Namespace) -> dict[str, Row | str]:
    """The row of each extractor, and ours again for the pages in other forms."""
    rows: dict[str, Row | str] = {}
    for name in given.only or PEERS:
        print(f"bench-clean: {name}", file=sys.stderr, flush=True)
        rows[name] = _measured(name, pages, given)
    if not given.only or "ours" in given.only:
        rows |= _other_forms(pages, given)
    return rows


class ScorerError(Exception):
    """The scorer failed; what it said."""


def _other_forms(pages: list[Path], given: argparse.Namespace) -> dict[str, Row | str]:
    """Our rows for the same pages kept in other forms."""
    gold = {entry["id"]: entry for entry in json.loads(given.gold.read_text("utf-8"))}
    rows: dict[str, Row | str] = {}
    for form in FORMS:
        made = write(form, pages, gold, BUILD / "forms" / form)
        rows[f"ours, {form}"] = _measured("ours", made, given) if made else "no browser here"
    return rows


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bench-clean",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="example:\n  make bench-clean PAGES=pages/raw GOLD=pages/gold.json SCORER=pages/score.py",
    )
    parser.add_argument("--pages", type=Path, required=True, help="folder of raw pages, named by their id")
    parser.add_argument("--gold", type=Path, required=True, help="JSON list of pages (see score.py)")
    parser.add_argument("--scorer", type=Path, help="what scores OUT GOLD --json FILE (default: bench/clean/score.py)")
    parser.add_argument(
        "--rounds", type=int, default=3, help="processes over all pages; the fastest counts (default 3)"
    )
    parser.add_argument("--only", action="append", choices=PEERS, help="this one only; may be given several times")
    return parser


def _measured(name: str, pages: list[Path], given: argparse.Namespace) -> Row | str:
    """Scores, pages a second and peak memory (MiB); or why there are none."""
    python = sys.executable if name == "ours" else _environment(name)
    if python is None:
        return "not installed here"
    out = BUILD / "out" / name
    command = [python, str(HERE / "extract.py"), name, str(out), *map(str, pages)]
    best: Row = {}
    # Each round is a process of its own: some libraries keep what they found on a page, and no user converts one twice.
    for _ in range(given.rounds):
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")  # noqa: S603
        if done.returncode:
            return (done.stderr.strip().splitlines() or ["failed"])[-1][:80]
        row = json.loads(done.stdout.splitlines()[-1])
        best = max(best, row, key=lambda r: r.get("per_second", 0.0))
    if done.stderr:
        print(done.stderr.strip().splitlines()[-1][:200], file=sys.stderr)
    return best | _scores(out, [page.stem for page in pages], given)


def _environment(name: str) -> str | None:
    folder = BUILD / name
    python = folder / "bin" / "python"
    ready = folder / ".ready"
    if not ready.exists():
        subprocess.run([sys.executable, "-m", "venv", "--upgrade-deps", str(folder)], check=True)  # noqa: S603
        installed = subprocess.run(  # noqa: S603
            [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PEERS[name]],
            capture_output=True,
            text=True,
        )
        if installed.returncode:
            return None
        ready.touch()
    return str(python)


def _scores(out: Path, ids: list[str], given: argparse.Namespace) -> Row:
    part = _gold_of(ids, given.gold)
    scorer = given.scorer or HERE / "score.py"
    result = BUILD / "scores.json"
    command = [sys.executable, str(scorer), str(out), str(part), "--json", str(result), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")  # noqa: S603
    if done.returncode or not result.exists():
        said = (done.stderr or done.stdout).strip().splitlines() or [f"exit code {done.returncode}"]
        raise ScorerError(f"{scorer}: {said[-1][:300]}")
    mean: Row = json.loads(result.read_text("utf-8"))["mean"]
    return mean


def _gold_of(ids: list[str], gold: Path) -> Path:
    """The gold of some pages, in a folder with what stands beside the gold file: some keep their bodies there."""
    folder = BUILD / "gold"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for beside in gold.resolve().parent.iterdir():
        if beside.name != gold.name and (beside.is_dir() or beside.suffix != ".py"):
            (folder / beside.name).symlink_to(beside)
    entries = [entry for entry in json.loads(gold.read_text("utf-8")) if entry["id"] in ids]
    part = folder / gold.name
    part.write_text(json.dumps(entries, ensure_ascii=False), "utf-8")
    (BUILD / "scores.json").unlink(missing_ok=True)
    return part


def _print(rows: dict[str, Row | str], count: int) -> None:
    base = rows.get(BASE)
    speed = base["per_second"] if isinstance(base, dict) else None
    head = f"{count} pages".ljust(14) + "".join(f"{name:>8}" for name in COLUMNS)
    print(head + f"{'failed':>8}{'speed':>9}{'MiB':>7}")
    for name, row in rows.items():
        if isinstance(row, str):
            print(f"{name:14}{row}")
            continue
        cells = "".join("       -" if row.get(c) is None else f"{row[c]:8.3f}" for c in COLUMNS)
        ratio = f"{row['per_second'] / speed:8.2f}x" if speed else "        -"
        print(f"{name:14}{cells}{row['failed']:8}{ratio}{row['peak_mib']:7.0f}")
    print(f"speed: pages a second (of processor time) against {BASE} in this run; MiB: peak memory of the process")


if __name__ == "__main__":
    sys.exit(main())
