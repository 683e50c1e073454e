"""Measures the search on N articles beside the theme's own search and Pagefind, all in one run."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import corpus
import digest_search
import material_search
import pagefind_search
import report
from queries import Query, read_queries

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent
QUERIES = PROJECT / "tests" / "browser" / "queries.json"
SYSTEMS = {"digest": digest_search, "material": material_search, "pagefind": pagefind_search}

_EXAMPLES = """\
examples:
  python bench/search --articles 500
  python bench/search --articles 5000 --queries my-queries.json
  python bench/search --texts articles/ --queries judged.json     texts of your own, Markdown files
  python bench/search --articles 10000 --systems digest     without the others, which take most of the time

The corpus: the repository's articles, and generated ones whose vocabulary grows with their number. The others get
an environment of their own under build/. A query file is a JSON list of {"q": ..., "relevant": [...]}, where
relevant are the beginnings of the slugs that must be found; generated articles are not judged by it. An entry may
have "ok", slugs that count neither way, and "kind" or "note" (question, half, typo, homophone, pinyin, region,
English, exclusion, nothing): each kind has a row.

exit codes: 0 measured, 1 a system could not be measured, 2 wrong use
"""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python bench/search",
        description=__doc__,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--articles", type=int, default=500, metavar="N", help="how many articles (default: 500)")
    parser.add_argument(
        "--queries",
        type=Path,
        default=QUERIES,
        metavar="FILE",
        help="judged queries (default: tests/browser/queries.json)",
    )
    parser.add_argument("--texts", type=Path, metavar="DIR", help="measure on these Markdown files instead")
    parser.add_argument(
        "--systems",
        default=",".join(SYSTEMS),
        metavar="NAME,...",
        help=f"what to measure, of {', '.join(SYSTEMS)} (default: all)",
    )
    parser.add_argument(
        "--build",
        type=Path,
        default=PROJECT / "build" / "bench-search",
        metavar="DIR",
        help="where everything is built (default: build/bench-search)",
    )
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Measure the systems that were asked for; returns the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    names = options.systems.split(",")
    if unknown := [name for name in names if name not in SYSTEMS]:
        parser.error(f"--systems: {', '.join(unknown)} came; allowed: {', '.join(SYSTEMS)}; example: --systems digest")
    if options.articles < 1:
        parser.error(f"--articles: {options.articles} came; allowed: 1 or more; example: --articles 5000")
    try:
        judged = read_queries(options.queries)
    except ValueError as fault:
        parser.error(str(fault))
    if options.texts and not options.texts.is_dir():
        parser.error(f"--texts: {options.texts} came; allowed: a folder; example: --texts articles/")
    return _measure(names, options.texts or options.articles, judged, options.build.resolve())


def _measure(names: list[str], source: int | Path, judged: Sequence[Query], build: Path) -> int:
    if isinstance(source, Path):
        made = corpus.of_texts(PROJECT, build, source, _say)
    else:
        _say(f"corpus: {source} articles")
        made = corpus.make(PROJECT, build, source, _say)
    results, failed = {}, 0
    for name in names:
        _say(f"{name}: begins")
        try:
            results[name] = SYSTEMS[name].measure(made, judged, build, lambda text, name=name: _say(f"{name}: {text}"))
        except (RuntimeError, OSError) as fault:
            _say(f"{name}: error: {fault}")
            failed += 1
    print(report.table(len(made.slugs), made, len(judged), results))
    return 1 if failed else 0


def _say(text: str) -> None:
    print(f"==> {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
