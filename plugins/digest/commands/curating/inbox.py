"""``digest inbox``: from thousands of pages to the few that a curator should read."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from digest.checks.telling.chinese import as_told
from digest.checks.telling.command_line import add_docs, docs_folder
from digest.checks.telling.reporting import told
from digest.commands.curating import suggest
from digest.commands.curating.decided_pages import apply_decisions
from digest.commands.workspace import Workspace, open_workspace
from digest.files.docs_folder import read_text, shown
from digest.files.findings import Finding
from digest.inbox import conversion
from digest.inbox.sources.meter import Meter
from digest.inbox.sources.raw_page import RawPage, key_of
from digest.inbox.triage.collected import Chosen, Collected, choose
from digest.inbox.triage.examined import Examined, Patterns, examine
from digest.inbox.triage.inbox_file import FILE, FOLDER, PAGES, REFUSED, Waiting, read_inbox, read_refused, write_inbox
from digest.inbox.triage.kept_results import KeptResults, result_stamp
from digest.inbox.triage.reporting import Progress, report
from digest.inbox.triage.results_file import FILE as RESULTS
from digest.inbox.triage.results_file import can_write, write_results
from digest.inbox.triage.workers.task import NoScheduler
from digest.plan.feed_list import FILE as FEEDS
from digest.plan.feed_list import read_feeds
from digest.plan.site_plan import SitePlan
from digest.text.harmless.terminal import note
from digest.zh.shipped import digest_script
from digest.zh.variants import SCRIPTS

if TYPE_CHECKING:
    from digest.inbox.triage.workers.in_order import Workers

LIMIT = 20
TIMEOUT = 30.0
_EXAMPLES = """\
examples:
  digest inbox                                 the feeds that docs/feeds.yml lists
  digest inbox https://example.org/feed.xml    the entries of a feed (RSS, Atom, JSON Feed) or of a list of feeds (OPML)
  digest inbox saved/ dumps.zip crawl.warc.gz  folders, archives, web archives, mailboxes (.mbox, .eml)
  digest inbox s3://bucket/crawl.warc.gz       any address that fsspec knows
  digest inbox pages/ --jobs 4 --limit 50      four processes, fifty entries
  digest inbox pages/ --scheduler tcp://host:8786
                                               on the workers of a Dask scheduler (the extra cluster)
  digest inbox --apply                         carry out what was decided in inbox/inbox.yml

Pages are converted as `digest new` converts them and compared with the digest's claims; copies, lists and what the
digest has are left out. Nothing is published: inbox/inbox.yml lists the pages, one word decides on each. What was
examined is kept in .cache/digest/inbox.sqlite3: a run that was stopped goes on where it was, the next one only does
what is new. At addresses robots.txt is kept to, and what has not changed is not sent again.

exit codes: 0 done, 1 something could not be read (each is named), 2 wrong use
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the subcommand."""
    parser = commands.add_parser(
        "inbox",
        help="find, among feeds and archives, the pages that meet the digest's claims",
        description="Examine pages and list in inbox/inbox.yml those that say something to the digest's claims.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "sources", nargs="*", metavar="SOURCE", help=f"an address, a file, a folder, an archive (default: {FEEDS})"
    )
    add_docs(parser)
    parser.add_argument("--limit", type=int, default=LIMIT, metavar="N", help=f"entries at most (default: {LIMIT})")
    parser.add_argument("--jobs", type=int, default=0, metavar="N", help="processes (default: one a core)")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="a Dask scheduler, for example tcp://host:8786")
    parser.add_argument(
        "--timeout", type=float, default=TIMEOUT, metavar="SECONDS", help=f"for one answer (default: {TIMEOUT:g})"
    )
    parser.add_argument("--apply", action="store_true", help="carry out the decisions in inbox/inbox.yml")
    parser.set_defaults(run=run, error=parser.error)


def run(options: argparse.Namespace) -> int:
    """Collect, or carry out what was decided; the exit code."""
    docs = docs_folder(options)
    if options.limit < 1 or options.jobs < 0 or options.timeout <= 0:
        options.error("--limit, --jobs and --timeout take numbers from 1 on; example: --limit 20 --jobs 2")
    workspace = open_workspace(docs)
    if options.apply:
        return _apply(options, workspace)
    addresses, faults = ([], []) if options.sources else _listed(workspace)
    if not faults and not options.sources and not addresses:
        options.error(
            f"no source came, and {shown(workspace.docs / FEEDS, workspace.docs)} lists no feed; allowed: addresses, "
            "files, folders, archives; example: digest inbox saved/"
        )
    try:
        return 1 if _told(faults) else _collect(options, workspace, addresses)
    except NoScheduler as fault:
        note(as_told(f"{fault}; allowed: the address that dask scheduler prints; example: tcp://host:8786"))
        return 1
    except conversion.ConvertError as fault:
        note(as_told(str(fault)))
        return 1


def _apply(options: argparse.Namespace, workspace: Workspace) -> int:
    """Carry out the decisions, and suggest what may be written of the new articles."""
    taken, code = apply_decisions(workspace)
    if taken:
        own = argparse.Namespace(
            docs=options.docs, articles=taken, limit=suggest.LIMIT, dry_run=False, apply=False, error=options.error
        )
        code = suggest.run(own) or code
    return code


def _listed(workspace: Workspace) -> tuple[list[str], list[Finding]]:
    """The feeds of the digest."""
    path = workspace.docs / FEEDS
    found: list[Finding] = []
    text = read_text(path, workspace.docs, found) if path.is_file() else None
    addresses, faults = read_feeds(shown(path, workspace.docs), text or "")
    return addresses, [*found, *faults]


def _told(faults: list[Finding]) -> bool:
    note(*map(told, faults))
    return bool(faults)


def _collected(options: argparse.Namespace, addresses: list[str], kept: KeptResults, patterns: Patterns) -> Collected:
    """Every page of the sources and of the feeds at ``addresses``, examined and kept. Raises NoScheduler."""
    try:
        from digest.inbox.sources.places import parts_of
        from digest.inbox.sources.web import Web
        from digest.inbox.triage.workers.collecting import collect
    except ImportError as fault:
        options.error(
            f"the package {fault.name} is not there; allowed: the extra inbox; "
            "example: pip install 'zh-article-digest[inbox]'"
        )
    meter, web = Meter(), Web(kept, options.timeout)
    with _workers(options, patterns, kept.keys()) as workers:
        parts = parts_of(options.sources, web, meter, addresses, workers.sees)
        return collect(parts, kept, workers, Progress(meter))


def _workers(options: argparse.Namespace, patterns: Patterns, known: bytes) -> AbstractContextManager[Workers]:
    from digest.inbox.triage.workers.processes import on_cores

    if not options.scheduler:
        return on_cores(patterns, known, options.jobs)
    try:
        import distributed  # noqa: F401 - said before any page is read
        import pyarrow  # noqa: F401
    except ImportError as fault:
        options.error(
            f"--scheduler needs {fault.name}; allowed: the extra cluster; "
            "example: pip install 'zh-article-digest[cluster]'"
        )
    from digest.inbox.triage.workers.cluster import on_scheduler

    return on_scheduler(patterns, options.scheduler, known)


def _collect(options: argparse.Namespace, workspace: Workspace, addresses: list[str]) -> int:
    folder = workspace.root / FOLDER
    if _told(read_inbox(folder / FILE)[1]):
        return 1
    plan, _ = workspace.read()
    if not plan.concepts or not plan.claims:
        lacks = "no article has a claim" if plan.concepts else "concepts.yml names no concept"
        note(as_told(f"{lacks}: pages are examined, but there is nothing that they could meet"))
    patterns = tuple((each.name, each.patterns) for each in plan.concepts)
    kept = KeptResults(workspace.root / ".cache" / "digest" / "inbox.sqlite3", result_stamp(patterns))
    try:
        collected = _collected(options, addresses, kept, patterns)
        with workspace.alone():
            # Read again: a run takes hours, and a curator does not wait for it.
            waiting, faults = read_inbox(folder / FILE)
            if _told(faults):
                return 1
            chosen = _in_script(_chosen(options, folder, waiting, kept, plan), workspace.options.lang)
            _keep_raw(chosen, kept, folder / PAGES)
            write_inbox(folder / FILE, waiting, chosen.entries)
            if can_write():
                # Here, too: of two runs at once one would move what the other is still writing.
                write_results(folder / RESULTS, kept.pages(), chosen)
                note(as_told(f"all pages: {folder / RESULTS}"))
        return report(collected, kept, chosen, folder / FILE)
    finally:
        kept.close()


def _chosen(
    options: argparse.Namespace, folder: Path, waiting: list[Waiting], kept: KeptResults, plan: SitePlan
) -> Chosen:
    """The new entries; those that a curator put off do not take the place of others."""
    undecided = sum(each.decision != "later" for each in waiting)
    known = [*read_refused(folder / REFUSED).values(), *_waiting_pages(folder / PAGES, waiting, kept)]
    return choose(kept, plan, known, max(0, options.limit - undecided))


def _in_script(chosen: Chosen, lang: str) -> Chosen:
    """The reasons in the script that the curators write in."""
    script = digest_script()
    entries = [replace(each, reason=script.convert(each.reason, SCRIPTS[0], lang)) for each in chosen.entries]
    return replace(chosen, entries=entries)


def _waiting_pages(folder: Path, waiting: list[Waiting], kept: KeptResults) -> Iterator[Examined]:
    """The pages that are in the inbox already: copies of them are not listed again."""
    for each in waiting:
        page = kept.page(each.key)
        files = sorted(folder.glob(f"{each.key}.*")) if each.key.isalnum() else []
        if page:
            yield page
        elif files:
            data = files[0].read_bytes()
            yield examine(key_of(data), RawPage(files[0].name, files[0].name, data), ())


def _keep_raw(chosen: Chosen, kept: KeptResults, folder: Path) -> None:
    """The raw page of each new entry beside the file: what is taken is made from it."""
    for entry in chosen.entries:
        raw = kept.raw(entry.page.key)
        if raw:
            name, data = raw
            folder.mkdir(parents=True, exist_ok=True)
            ending = Path(name).suffix.lower()
            ending = ending if ending.isascii() and len(ending) < 10 else ".html"
            conversion.write_whole(folder / f"{entry.page.key}{ending}", data)
