"""Measures the inbox on an archive that it makes: `make bench-inbox N=10000`."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Any

from corpus import HOST, Corpus, write
from pyarrow import parquet
from runs import ROOT, Cost, RunFailed, inbox, project, trafilatura
from writing import DISPUTES, HELD_OUT

SHOWN = 20
_EXAMPLES = """\
examples:
  python bench/inbox --pages 10000
  python bench/inbox --pages 2000 --speed 500    how fast is measured on the first 500 pages only

Pages a second depend on the machine: what counts are the ratios of one run. trafilatura gets an environment of its own
under build/.

exit codes: 0 measured, 1 a run failed, 2 wrong use
"""


def main() -> int:
    """Make the archive, run over it in every way, print what came of it."""
    parser = argparse.ArgumentParser(
        prog="python bench/inbox",
        description=__doc__,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--pages", type=int, default=10000, metavar="N", help="pages of the archive (default: 10000)")
    parser.add_argument("--speed", type=int, default=1000, metavar="N", help="pages for the rates (default: 1000)")
    given = parser.parse_args()
    if given.pages < 200 or given.speed < 100:
        parser.error("--pages takes 200 or more, --speed 100 or more; example: --pages 1000 --speed 200")
    with tempfile.TemporaryDirectory() as folder:
        try:
            _measure(Path(folder), given.pages, min(given.speed, given.pages))
        except RunFailed as fault:
            print(f"a run failed: {fault}", file=sys.stderr)
            return 1
    return 0


def _measure(folder: Path, count: int, some: int) -> None:
    made = Corpus(ROOT / "tests" / "convert" / "pages")
    pages = list(made.pages(count))
    kinds = Counter(page.kind for page in pages)
    print(f"{count} pages: " + ", ".join(f"{number} {kind}" for kind, number in kinds.most_common()), flush=True)
    few, size = folder / "few", write(islice(pages, some), folder / "few")
    _rates(folder, few, some, size)
    write(iter(pages), folder / "all")
    for name, sentences, number in (("seen", DISPUTES, 2 * count), ("held out", HELD_OUT, 3 * count)):
        write(made.disputes(sentences, number), folder / name)
    whole = project(folder / "whole")
    first = _run(whole, folder / "all", folder / "seen")
    rate = f"{count / first.wall:.1f} pages a second, {first.memory:.0f} MiB at most"
    print(f"\nall {count}, all cores: {first.wall:.0f} s ({first.cpu:.0f} s of processors), {rate}", flush=True)
    _reposts(_ours(whole))
    _planted("seen while ranking was made", _ours(whole), len(DISPUTES))
    _run(whole, folder / "all", folder / "held out")
    _planted("held out", _ours(whole), len(HELD_OUT))
    write(made.pages(max(20, count // 100), first=count), folder / "new")
    again = _run(whole, folder / "all", folder / "held out", folder / "new")
    part, own = 100 * again.wall / first.wall, 100 * again.cpu / first.cpu
    cost = f"{again.wall:.1f} s, {part:.1f} % of the first run ({own:.1f} % of its processor time)"
    print(f"again with 1 % new: {cost}, {again.memory:.0f} MiB at most")


def _rates(folder: Path, few: Path, some: int, size: int) -> None:
    """Pages a second of the same pages, run in every way, and whether the results are the same bytes."""
    from distributed import LocalCluster

    print(f"\n{some} of them ({size / some / 1000:.0f} kB a page)        pages/s   cpu s   MiB")
    left: dict[str, list[bytes]] = {}
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as cluster:
        scheduler = ("--scheduler", cluster.scheduler_address)
        for name, how in (("one core", ("--jobs", "1")), ("all cores", ()), ("cluster of two", scheduler)):
            where = project(folder / name.replace(" ", "-"))
            cost = inbox(where, str(few), *how)
            cpu = "" if how == scheduler else f"{cost.cpu:7.1f}"
            print(f"{name:28}{some / cost.wall:8.1f}{cpu:>8}{cost.memory:7.0f}", flush=True)
            left[name] = [(where / "inbox" / each).read_bytes() for each in ("inbox.yml", "results.parquet")]
    peer = trafilatura(few / "crawl.warc.gz", some, ROOT / "build" / "bench")
    if peer:
        rate = f"{peer['pages'] / peer['wall']:8.1f}{peer['cpu'] * some / peer['pages']:8.1f}"
        print(f"{'trafilatura, one core':28}{rate}   (text and metadata only)")
    else:
        print("trafilatura: not to be had here")
    print("results of the three: " + ("the same bytes" if len({*map(tuple, left.values())}) == 1 else "NOT the same"))


def _run(where: Path, *sources: Path) -> Cost:
    """A run whose inbox is empty before."""
    shutil.rmtree(where / "inbox", ignore_errors=True)
    return inbox(where, *map(str, sources), "--limit", str(SHOWN))


def _ours(where: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = parquet.read_table(where / "inbox" / "results.parquet").to_pylist()
    return [row for row in rows if row["address"].startswith(HOST)]


def _truth(row: dict[str, Any]) -> tuple[str, int]:
    """Kind and text of a page, as its address says."""
    kind, text, *_ = row["address"].removeprefix(f"{HOST}/").split("/")
    return kind, int(text)


def _reposts(rows: list[dict[str, Any]]) -> None:
    """Reposts that were found, and what was no article."""
    text = {row["key"]: _truth(row)[1] for row in rows}
    groups = Counter(_truth(row)[1] for row in rows if _truth(row)[0] in ("article", "repost", "cut"))
    wanted = sum(number - 1 for number in groups.values())
    named = [(row["key"], row["copy_of"]) for row in rows if row["copy_of"]]
    right = sum(text[key] == text.get(of) for key, of in named)
    print(f"reposts: recall {right / max(1, wanted):.3f}, precision {right / max(1, len(named)):.3f} ({wanted} there)")
    no_articles = Counter(_truth(row)[0] for row in rows if row["no_article"])
    print(f"told to be no articles: {dict(no_articles)}")


def _planted(name: str, rows: list[dict[str, Any]], there: int) -> None:
    """Planted disputes among the first."""
    listed = [_truth(row)[0] for row in sorted(rows, key=lambda row: row["entry"] or 0) if row["entry"]]
    kinds = dict(Counter(listed))
    print(f"planted disputes, {name}: {listed.count('dispute')} of {there} in the first {SHOWN}; kinds listed: {kinds}")
    for row in rows:
        if _truth(row)[0] == "dispute" and not row["entry"]:
            said = f"about {row['about']}, argued {row['argued']}, meets {len(row['meets'])}"
            print(f"  missed: {said}: {row['claims'][:2]}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
