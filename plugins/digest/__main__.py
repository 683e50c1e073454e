"""The command ``digest``: what a contributor runs without building the site."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from digest.site_plan import read_site_plan

_EXAMPLES = """\
examples:
  digest check              check the articles and the curators' files under docs/
  digest check --docs DIR   check another folder

exit codes: 0 nothing found, 1 something found, 2 wrong use
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="digest", description="Tools for the people who edit a digest.", epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check articles, relations, concepts and terms", epilog=_EXAMPLES,
                                formatter_class=argparse.RawDescriptionHelpFormatter)
    check.add_argument("--docs", type=Path, default=Path("docs"), help="the docs folder (default: docs)")
    options = parser.parse_args(arguments)
    return _check(parser, options.docs)


def _check(parser: argparse.ArgumentParser, docs: Path) -> int:
    if not docs.is_dir():
        parser.error(f"{docs} is not a folder; --docs names the folder that holds articles/, for example --docs docs")
    plan, found = read_site_plan(docs.resolve())
    for finding in sorted(found):
        print(finding)
    print(
        f"{len(plan.articles)} articles, {len(plan.claims)} claims, {len(plan.relations)} relations: "
        f"{len(found) or 'no'} finding{'' if len(found) == 1 else 's'}", file=sys.stderr,
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
