"""``digest review``: what a change does for a reader."""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from digest.articles.reading import read_article
from digest.checks.telling.command_line import add_docs, docs_folder
from digest.checks.telling.reporting import spoken
from digest.files.docs_folder import outside
from digest.files.settings import read_settings
from digest.plan.site_plan import ReadArticle
from digest.review import report
from digest.review.changes import compare
from digest.review.revision import GitFault, branching_point, commit_of, lay_out
from digest.review.texts import DigestState, Publishing, read_state
from digest.text.harmless.terminal import note, say
from digest.zh.engine import engine_named

_EXAMPLES = """\
examples:
  digest review                            what this branch changes, with what is not committed yet
  digest review HEAD~3                     the same since three commits ago
  digest review origin/main --head HEAD    between two revisions, whatever lies in the folder
  digest review --format markdown          as Markdown, for a comment or a job's summary

exit codes: 0 the review is written, 1 git could not give a revision or there is no such engine, 2 wrong use
"""
_CONFIGURATION = "mkdocs.yml"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the subcommand."""
    parser = commands.add_parser(
        "review",
        help="tell what a change does for a reader",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("base", nargs="?", help="the revision to compare with (default: where this branch left main)")
    parser.add_argument("--head", help="the revision to look at (default: the files as they lie there)")
    add_docs(parser)
    parser.add_argument("--format", choices=("text", "markdown"), default="text", help="default: text")
    parser.add_argument(
        "--limit",
        type=int,
        default=report.LIMIT,
        metavar="N",
        help=f"items listed in a section (default: {report.LIMIT})",
    )
    parser.set_defaults(run=run, error=parser.error)


def run(options: argparse.Namespace) -> int:
    """Print the review."""
    docs = docs_folder(options).resolve()
    if options.limit < 1:
        options.error(f"--limit {options.limit} came; allowed: 1 or more; example: --limit 20")
    try:
        base = commit_of(docs.parent, options.base) if options.base else branching_point(docs.parent)
        # Most articles are the same before and after: each is read once.
        known = cache(read_article)
        before = _at(docs, base, known)
        after = _at(docs, commit_of(docs.parent, options.head), known) if options.head else _state(docs, known)
    except (GitFault, ValueError) as fault:
        note(f"digest review: {fault}")
        return 1
    write = report.markdown if options.format == "markdown" else report.text
    say(*write(compare(before, after), options.limit).splitlines())
    return 0


def _at(docs: Path, commit: str, known: ReadArticle) -> DigestState:
    with tempfile.TemporaryDirectory(prefix="digest-review-") as folder:
        laid = Path(folder).resolve() / docs.name
        laid.mkdir()
        lay_out(docs.parent, commit, (docs.name, _CONFIGURATION), laid.parent)
        return _state(laid, known)


def _state(docs: Path, known: ReadArticle) -> DigestState:
    settings = read_settings(docs.parent / _CONFIGURATION)
    options = settings.options
    state = read_state(
        docs,
        Publishing(
            options.variants,
            options.lang,
            options.articles,
            options.reserved_rights,
            options.quote_marks,
            options.term_groups,
            engine_named(options.engine),
            settings.extensions,
            outside(settings.excluded, options.is_ours),
        ),
        known,
    )
    return replace(state, faults=tuple(map(spoken, state.faults)))
