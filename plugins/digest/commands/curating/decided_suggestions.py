"""``digest suggest --apply``: the curators' decisions carried out, all files or none."""

from __future__ import annotations

from pathlib import Path

from digest.checks.telling.chinese import as_told
from digest.checks.telling.reporting import told
from digest.commands.workspace import Workspace
from digest.files.docs_folder import shown
from digest.files.findings import Finding
from digest.inbox import conversion
from digest.plan.site_plan import SitePlan
from digest.plan.suggestions import FILE, SuggestionEntry
from digest.proposals.decisions import with_claims, with_relations, without_decided
from digest.text.harmless.terminal import note, say


def carry_out(workspace: Workspace, plan: SitePlan, dry_run: bool = False) -> int:
    """Change relations.yml, the articles and suggestions.yml by what was decided; returns the exit code.

    What cannot be carried out stays where it is and is printed. All new texts are made before the first is written.
    """
    decided = plan.suggestions.decided
    refused = [entry for entry in decided if entry.decision == "no"]
    accepted = [entry for entry in decided if entry.decision != "no"]
    texts, done, found = _relations(workspace, plan, [entry for entry in accepted if entry.claims])
    for slug in sorted({entry.article for entry in accepted if entry.article}):
        path = workspace.docs.parent / plan.articles[slug].file
        outcome = with_claims(_read(path), [entry for entry in accepted if entry.article == slug], _file(workspace))
        texts[path] = outcome.text
        done, found = done + outcome.done, found + outcome.found
    if done or refused:
        texts[workspace.docs / FILE] = without_decided(_read(workspace.docs / FILE), done + refused)
    changed = {path: text for path, text in sorted(texts.items()) if text != _read(path)}
    if changed and not dry_run:
        conversion.write_all(changed, journal(workspace))
    for path in changed:
        note(as_told(f"{'would change' if dry_run else 'changed'} {shown(path, workspace.docs)}"))
    say(*map(told, sorted(found)))
    claims = sum(bool(entry.article) for entry in done)
    note(
        as_told(
            f"{claims} claims and {len(done) - claims} relations accepted, {len(refused)} refused, "
            f"{len(found)} could not be carried out"
        )
    )
    return 1 if found else 0


def journal(workspace: Workspace) -> Path:
    """Where a run says which files it has staged, for the next one if it is stopped."""
    return workspace.root / ".digest-apply.json"


def finish_stopped(workspace: Workspace) -> None:
    """Write what a run that was stopped had decided to write."""
    for path in conversion.finish(journal(workspace)):
        note(as_told(f"the last run was stopped; finished {shown(path, workspace.docs)}"))
    for folder in (workspace.docs, workspace.docs / workspace.options.articles):
        conversion.sweep(folder, staged=True)


def _relations(
    workspace: Workspace, plan: SitePlan, entries: list[SuggestionEntry]
) -> tuple[dict[Path, str], list[SuggestionEntry], list[Finding]]:
    if not entries:
        return {}, [], []
    path = workspace.docs / "relations.yml"
    drawn = {frozenset((relation.a, relation.b)): relation.line for relation in plan.relations}
    outcome = with_relations(_read(path), entries, drawn, plan.apart, _file(workspace))
    return {path: outcome.text}, outcome.done, outcome.found


def _file(workspace: Workspace) -> str:
    return shown(workspace.docs / FILE, workspace.docs)


def _read(path: Path) -> str:
    """The text with its line ends as they are; empty where there is no such file."""
    return path.read_bytes().decode("utf-8") if path.is_file() else ""
