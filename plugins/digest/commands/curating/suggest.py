"""``digest suggest``: claims and relations that nobody has written down yet, for a curator to decide."""

from __future__ import annotations

import argparse
from pathlib import Path

from digest.checks.telling.chinese import as_told
from digest.checks.telling.command_line import add_docs, docs_folder
from digest.checks.telling.reporting import told
from digest.commands.curating.decided_suggestions import carry_out, finish_stopped
from digest.commands.workspace import Workspace, open_workspace
from digest.files.docs_folder import shown
from digest.files.findings import nearest
from digest.inbox import conversion
from digest.plan.site_plan import SitePlan
from digest.plan.suggestions import FILE
from digest.proposals.suggestion_text import claim_entry, relation_entry, with_entries
from digest.text.harmless.terminal import note, progress, say

# A pull request that one person can go through in an hour; the next run suggests the next ones.
LIMIT = 30

_EXAMPLES = """\
examples:
  digest suggest                       claims nobody has written down, and relations nobody has drawn
  digest suggest stone-bridge          only of this article (its slug or its file); several may be named
  digest suggest --limit 100           more of them at once
  digest suggest --dry-run             print them, write nothing
  digest suggest --apply               carry out what the curators decided in docs/suggestions.yml

Suggestions are added to docs/suggestions.yml, what matters most first: likely disputes between different people, then
voices and claims that nobody has answered. `maybe:` is a guess at the kind and `because:` says how sure it is; only
what you write after `decide:` counts. Write one word after `decide:`
  a relation   supports, disputes, extends, extended-by, same-topic; no (also 印证 相左 推进 后续 同题 不要)
  a claim      yes; no (also 要 不要)
and run `digest suggest --apply`: accepted relations go to relations.yml, accepted claims into their article with a
mark at the sentence, refused ones are remembered. `- a#c1 unrelated b#c4: why` in relations.yml keeps two apart.

exit codes: 0 done, 1 something is wrong with the digest or could not be carried out, 2 wrong use
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the subcommand."""
    parser = commands.add_parser(
        "suggest",
        help="suggest claims and relations that nobody has written down yet",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("articles", nargs="*", metavar="ARTICLE", help="a slug or a file (default: all articles)")
    add_docs(parser)
    parser.add_argument(
        "--limit",
        type=int,
        default=LIMIT,
        metavar="N",
        help=f"relations, and articles with new claims, to suggest at most (default: {LIMIT})",
    )
    parser.add_argument("--dry-run", action="store_true", help="print what would be written, write nothing")
    parser.add_argument("--apply", action="store_true", help="carry out the decisions in suggestions.yml")
    parser.set_defaults(run=run, error=parser.error)


def run(options: argparse.Namespace) -> int:
    """Suggest, or carry out what was decided."""
    docs = docs_folder(options)
    if options.limit < 1:
        options.error(f"--limit {options.limit} came; allowed: 1 or more; example: --limit 20")
    workspace = open_workspace(docs)
    with workspace.alone():
        return _alone(options, workspace)


def _alone(options: argparse.Namespace, workspace: Workspace) -> int:
    if not options.dry_run:
        finish_stopped(workspace)
    plan, found = workspace.plan()
    if found:
        say(*map(told, sorted(found)))
        note(as_told("digest suggest: nothing was done; put these right first (digest check)"))
        return 1
    if options.apply:
        return carry_out(workspace, plan, options.dry_run)
    return _suggest(options, workspace, plan)


def _suggest(options: argparse.Namespace, workspace: Workspace, plan: SitePlan) -> int:
    # Imported here: the other commands do without the numerical libraries' start.
    from digest.proposals.new_suggestions import found_in

    slugs = {_slug(options, plan, named) for named in options.articles} or None
    found = found_in(plan, slugs, options.limit, progress)
    entries = [claim_entry(article, each) for article, each in found.claims]
    entries += [relation_entry(each, plan.claims) for each in found.relations]
    path = workspace.docs / FILE
    articles = len({article.slug for article, _ in found.claims})
    said = f"{len(found.claims)} claims in {articles} articles, {len(found.relations)} relations"
    if options.dry_run:
        say(*"\n".join(entries).splitlines())
        note(as_told(f"{said}; nothing was written"))
    elif entries:
        before = path.read_bytes().decode("utf-8") if path.is_file() else ""
        conversion.write_whole(path, with_entries(before, entries))
        note(as_told(f"{shown(path, workspace.docs)}: {said} added; decide, then run: digest suggest --apply"))
    else:
        waiting = sum(not entry.decision for entry in plan.suggestions.entries)
        note(as_told(f"nothing new to suggest; {waiting} wait for a decision"))
    return 0


def _slug(options: argparse.Namespace, plan: SitePlan, named: str) -> str:
    slug = Path(named).stem if named.endswith(".md") else named
    if slug not in plan.articles:
        guess = nearest(slug, plan.articles)
        options.error(
            f"there is no article {named}; allowed: a slug or a file of the articles' folder"
            + (f", nearest: {guess}" if guess else "")
            + "; example: digest suggest stone-bridge"
        )
    return slug
