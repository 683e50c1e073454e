"""``digest import``: relations that were drawn in another tool, put among the curators' own."""

from __future__ import annotations

import argparse
from pathlib import Path

from digest.checks.telling.chinese import as_told
from digest.checks.telling.command_line import add_docs, docs_folder
from digest.checks.telling.reporting import told
from digest.commands.workspace import Workspace, open_workspace
from digest.files.docs_folder import shown
from digest.files.findings import Finding
from digest.inbox import conversion
from digest.inbox.argdown_relations import EXAMPLE, Drawn, read_argdown
from digest.plan.relations import Relation
from digest.plan.site_plan import SitePlan
from digest.plan.suggestions import SuggestionEntry
from digest.proposals.decisions import with_relations
from digest.text.harmless.terminal import note, say

_EXAMPLES = f"""\
examples:
  digest import map.argdown            relations drawn in Argdown go to docs/relations.yml
  digest import map.argdown --dry-run  say what would be added, write nothing

The site publishes digest.argdown: draw in a copy of it, or write only what is new:
    {EXAMPLE}

+> supports, -> disputes; the comment behind // is the reason, without which no relation is written. What stands in
relations.yml already stays as it is: where the file says otherwise of the same two claims, that is printed.

exit codes: 0 done, 1 something could not be read or carried out (the rest was), 2 wrong use
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the subcommand."""
    parser = commands.add_parser(
        "import",
        help="put relations drawn in Argdown among the curators' own",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="an Argdown file")
    add_docs(parser)
    parser.add_argument("--dry-run", action="store_true", help="print what would be added, write nothing")
    parser.set_defaults(run=run, error=parser.error)


def run(options: argparse.Namespace) -> int:
    """Add the relations of the file that are not drawn yet."""
    docs = docs_folder(options)
    try:
        text = options.file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        options.error(f"{options.file} cannot be read ({fault}); an Argdown file in UTF-8, example: map.argdown")
    workspace = open_workspace(docs)
    with workspace.alone():
        return _alone(options, workspace, text)


def _alone(options: argparse.Namespace, workspace: Workspace, text: str) -> int:
    plan, found = workspace.plan()
    if found:
        say(*map(told, sorted(found)))
        note(as_told("digest import: nothing was done; put these right first (digest check)"))
        return 1
    return _import(options, workspace, plan, text)


def _import(options: argparse.Namespace, workspace: Workspace, plan: SitePlan, text: str) -> int:
    file = str(options.file)
    read, found = read_argdown(file, text, plan.claims)
    standing = {frozenset((each.a, each.b)): each for each in plan.relations}
    fresh, faults, kept = _parted(file, read, standing)
    path = workspace.docs / "relations.yml"
    before = path.read_bytes().decode("utf-8") if path.is_file() else ""
    lines = {pair: relation.line for pair, relation in standing.items()}
    outcome = with_relations(before, fresh, lines, plan.apart, file)
    found = sorted([*found, *faults, *outcome.found])
    say(*map(told, found))
    if options.dry_run:
        say(*outcome.text[len(before) :].splitlines())
    elif outcome.done:
        conversion.write_whole(path, outcome.text)
    done = "would be added" if options.dry_run else "added"
    note(
        as_told(
            f"{shown(path, workspace.docs)}: {len(outcome.done)} relations {done}, {kept} stood there already, "
            f"{len(found)} could not be read or carried out"
        )
    )
    return 1 if found else 0


def _parted(
    file: str, read: list[Drawn], standing: dict[frozenset[str], Relation]
) -> tuple[list[SuggestionEntry], list[Finding], int]:
    """What is new, what the curators' file says otherwise, and how many relations stand there as they were read."""
    fresh, found, kept = [], [], 0
    for each in read:
        old = standing.get(frozenset((each.a, each.b)))
        if old and _same(old, each):
            kept += 1
        elif old:
            said = f"{old.a} {old.kind} {old.b} stands on line {old.line} of relations.yml"
            came = f"{each.a} {each.kind} {each.b} came, and {said}"
            found.append(Finding(file, each.line, "argdown-drawn", came, "one of the two: change that line by hand"))
        else:
            fresh.append(SuggestionEntry(each.line, each.line, False, each.kind, (each.a, each.b), reason=each.reason))
    return fresh, found, kept


def _same(old: Relation, drawn: Drawn) -> bool:
    """Whether two relations of one pair say the same; only who goes further than whom has a direction."""
    return old.kind == drawn.kind and (old.kind != "extends" or old.a == drawn.a)
