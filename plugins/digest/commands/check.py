"""``digest check``: everything that is wrong with the articles and the curators' files."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from digest.commands.site_options import reserved_rights
from digest.publication import Choice, choice
from digest.site_plan import read_site_plan

_EXAMPLES = """\
examples:
  digest check              check the articles and the curators' files under docs/
  digest check --docs DIR   check another folder
  digest check --rights     say of every article how much of it is published, and why

exit codes: 0 nothing found, 1 something found, 2 wrong use
"""

_WAYS = {"full": "published in full", "digest": "published as a digest, without the text"}


def add(commands: argparse._SubParsersAction) -> None:
    """Describe the subcommand."""
    parser = commands.add_parser("check", help="check articles, relations, concepts and terms", epilog=_EXAMPLES,
                                 formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docs", type=Path, default=Path("docs"), help="the docs folder (default: docs)")
    parser.add_argument("--rights", action="store_true",
                        help="list for every article how much of it is published, and why")
    parser.set_defaults(run=run, error=parser.error)


def run(options: argparse.Namespace) -> int:
    """Print each finding on a line, and how much was read."""
    docs = options.docs
    if not docs.is_dir():
        options.error(f"{docs} is not a folder; --docs names the folder that holds articles/, for example --docs docs")
    plan, found = read_site_plan(docs.resolve())
    for finding in sorted(found):
        print(finding)
    reserved = reserved_rights(docs.resolve().parent / "mkdocs.yml")
    choices = [(article, choice(article, reserved)) for article in plan.articles.values()]
    if options.rights:
        for article, chosen in choices:
            print(f"{article.file}: {_said(article.rights, chosen, reserved)}")
    print(
        f"{len(plan.articles)} articles, {len(plan.claims)} claims, {len(plan.relations)} relations: "
        f"{len(found) or 'no'} finding{'' if len(found) == 1 else 's'}", file=sys.stderr,
    )
    print(_counted([chosen for _, chosen in choices], reserved), file=sys.stderr)
    return 1 if found else 0


def _said(rights: str, chosen: Choice, reserved: str) -> str:
    reasons = {
        "front matter": f"its front matter says publish: {chosen.way}",
        "rights": f"its notice forbids reposting ({rights}), and mkdocs.yml says reserved_rights: {reserved}",
    }
    return f"{_WAYS[chosen.way]}: {reasons.get(chosen.reason, 'nothing in its head forbids reposting')}"


def _counted(choices: list[Choice], reserved: str) -> str:
    full = sum(chosen.way == "full" for chosen in choices)
    barred = sum(chosen.reason == "rights" for chosen in choices)
    return (f"published: {full} in full, {len(choices) - full} as a digest without the text; {barred} by the site's "
            f"reserved_rights: {reserved} because the notice forbids reposting (digest check --rights lists them)")
