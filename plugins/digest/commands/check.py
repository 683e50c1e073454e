"""``digest check``: everything that is wrong with the articles and the curators' files."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from digest.site_plan import read_site_plan

_EXAMPLES = """\
examples:
  digest check              check the articles and the curators' files under docs/
  digest check --docs DIR   check another folder

exit codes: 0 nothing found, 1 something found, 2 wrong use
"""


def add(commands: argparse._SubParsersAction) -> None:
    """Describe the subcommand."""
    parser = commands.add_parser("check", help="check articles, relations, concepts and terms", epilog=_EXAMPLES,
                                 formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docs", type=Path, default=Path("docs"), help="the docs folder (default: docs)")
    parser.set_defaults(run=run, error=parser.error)


def run(options: argparse.Namespace) -> int:
    """Print each finding on a line, and how much was read."""
    docs = options.docs
    if not docs.is_dir():
        options.error(f"{docs} is not a folder; --docs names the folder that holds articles/, for example --docs docs")
    plan, found = read_site_plan(docs.resolve())
    for finding in sorted(found):
        print(finding)
    print(
        f"{len(plan.articles)} articles, {len(plan.claims)} claims, {len(plan.relations)} relations: "
        f"{len(found) or 'no'} finding{'' if len(found) == 1 else 's'}", file=sys.stderr,
    )
    return 1 if found else 0
