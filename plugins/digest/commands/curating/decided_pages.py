"""``digest inbox --apply``: what a curator decided of the pages in the inbox, carried out one by one."""

from __future__ import annotations

from pathlib import Path

from digest.checks.telling.chinese import as_told
from digest.checks.telling.reporting import told
from digest.commands.workspace import Workspace
from digest.inbox import conversion
from digest.inbox.adding import Raw, add_page, free_slug, journal
from digest.inbox.sources.raw_page import RawPage, key_of
from digest.inbox.triage.examined import examine
from digest.inbox.triage.inbox_file import (
    FILE,
    FOLDER,
    PAGES,
    REFUSED,
    Waiting,
    read_inbox,
    read_refused,
    write_inbox,
    write_refused,
)
from digest.proposals.copies import copies
from digest.text.harmless.terminal import note, say


def apply_decisions(workspace: Workspace) -> tuple[list[str], int]:
    """Add what is taken, remember what is refused, leave the rest; the new articles' slugs, and the exit code.

    The file is written after each entry, so a run that is stopped is taken up where it was: an article that is there
    already is not added twice.
    """
    with workspace.alone():
        conversion.finish(journal(workspace.root / "seeds"))
        return _alone(workspace, workspace.root / FOLDER)


def _alone(workspace: Workspace, folder: Path) -> tuple[list[str], int]:
    waiting, faults = read_inbox(folder / FILE)
    if faults:
        note(*map(told, faults))
        return [], 1
    _sweep(folder, {entry.key for entry in waiting})
    failed = 0
    taken: list[str] = []
    left = list(waiting)
    for entry in waiting:
        if entry.decision not in ("take", "no"):
            continue
        try:
            if entry.decision == "take":
                said, slug = _take(entry, workspace, folder)
                taken += [slug] if slug else []
            else:
                said = _refuse(entry, folder)
        except (conversion.ConvertError, OSError) as fault:
            failed += 1
            note(as_told(f"not carried out: {entry.key}: {as_told(str(fault))}"))
            continue
        left.remove(entry)
        write_inbox(folder / FILE, left)
        _raw_file(entry, folder).unlink(missing_ok=True)
        say(as_told(said))
    return taken, 1 if failed else 0


def _sweep(folder: Path, keys: set[str]) -> None:
    """Delete what stopped runs left: raw pages of no entry, and files half written."""
    conversion.sweep(folder)
    for left in (folder / PAGES).glob("*") if (folder / PAGES).is_dir() else ():
        if left.is_file() and left.name.split(".")[0] not in keys:
            left.unlink(missing_ok=True)


def _raw_file(entry: Waiting, folder: Path) -> Path:
    """The raw page of an entry. Raises ConvertError where it is not there."""
    found = sorted((folder / PAGES).glob(f"{entry.key}.*")) if entry.key.isalnum() else []
    if not found:
        raise conversion.ConvertError(
            f"its raw page is not in {folder / PAGES}",
            allowed="the file that digest inbox put there",
            example="run digest inbox again with the same sources",
        )
    return found[0]


def _take(entry: Waiting, workspace: Workspace, folder: Path) -> tuple[str, str]:
    """What was done, and the slug of the new article, if there is one. Raises ConvertError or OSError."""
    file = _raw_file(entry, folder)
    articles, seeds = workspace.docs / workspace.options.articles, workspace.root / "seeds"
    raw = Raw(file.read_bytes(), str(file), file.suffix or ".html")
    page = conversion.read_page(raw.data)
    known = [(str(path), path.read_text(encoding="utf-8", errors="replace")) for path in sorted(articles.glob("*.md"))]
    same = [
        each for each in copies(page.markdown, page.metadata.title, page.metadata.source_url, known) if each.is_same
    ]
    if same:
        return f"taken already: {page.metadata.title}: {same[0].file}", ""
    added = add_page(raw, free_slug(conversion.slug_from(page.metadata.title), articles, seeds, raw), articles, seeds)
    return f"taken: {page.metadata.title}: {added.file}", added.file.stem


def _refuse(entry: Waiting, folder: Path) -> str:
    file = _raw_file(entry, folder)
    data = file.read_bytes()
    page = examine(key_of(data), RawPage(file.name, file.name, data), ())
    write_refused(folder / REFUSED, [*read_refused(folder / REFUSED).values(), page])
    return f"refused: {page.title}"
