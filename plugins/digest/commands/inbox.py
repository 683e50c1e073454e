"""``digest inbox``: from thousands of pages to the few that a curator should read."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from digest import __version__
from digest.commands.decisions.inbox import apply_decisions
from digest.commands.workspace import Workspace, add_docs, open_workspace
from digest.inbox.sources.raw_page import Pages
from digest.inbox.triage.collected import Collected, Examiner, collect, entries
from digest.inbox.triage.inbox_file import FILE, FOLDER, PAGES, REFUSED, read_inbox, read_refused, write_inbox
from digest.inbox.triage.kept_results import KeptResults
from digest.inbox.triage.order import InboxEntry
from digest.inbox.triage.workers import Patterns, on_cores, on_scheduler

LIMIT = 20
# Between two requests to one host.
PAUSE = 2.0
_EVERY = 2.0
_EXAMPLES = """\
examples:
  digest inbox https://example.org/feed.xml    the entries of a feed (RSS, Atom, JSON Feed)
  digest inbox saved/ dumps.zip crawl.warc.gz  folders, archives, web archives, mailboxes (.mbox, .eml)
  digest inbox s3://bucket/crawl.warc.gz       any address that fsspec knows
  digest inbox pages/ --jobs 4 --limit 50      four processes, fifty entries
  digest inbox pages/ --scheduler tcp://host:8786
                                               on the workers of a Dask scheduler (the extra cluster)
  digest inbox --apply                         carry out what was decided in inbox/inbox.yml

Pages are converted as `digest new` converts them and compared with the digest's claims; copies, lists and what the
digest has are left out. Nothing is published: inbox/inbox.yml lists the pages, one word decides on each.

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
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="an address, a file, a folder or an archive")
    add_docs(parser)
    parser.add_argument("--limit", type=int, default=LIMIT, metavar="N", help=f"entries at most (default: {LIMIT})")
    parser.add_argument("--jobs", type=int, default=0, metavar="N", help="processes (default: one a core)")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="a Dask scheduler, for example tcp://host:8786")
    parser.add_argument("--apply", action="store_true", help="carry out the decisions in inbox/inbox.yml")
    parser.set_defaults(run=run, error=parser.error)


def run(options: argparse.Namespace) -> int:
    """Collect, or carry out what was decided; the exit code."""
    if not options.docs.is_dir():
        options.error(
            f"{options.docs} is not a folder; --docs names the one that holds articles/; example: --docs docs"
        )
    if options.limit < 1 or options.jobs < 0:
        options.error("--limit and --jobs take numbers from 1 on; example: --limit 20 --jobs 2")
    workspace = open_workspace(options.docs)
    if options.apply:
        return apply_decisions(workspace)
    if not options.sources:
        options.error("no source came; allowed: addresses, files, folders, archives; example: digest inbox saved/")
    return _collect(options, workspace)


def _pages(options: argparse.Namespace) -> Pages:
    try:
        from digest.inbox.sources.places import pages_of
    except ImportError as fault:
        options.error(
            f"the package {fault.name} is not there; allowed: the extra inbox; "
            "example: pip install 'zh-article-digest[inbox]'"
        )
    return pages_of(options.sources, _Polite())


def _collect(options: argparse.Namespace, workspace: Workspace) -> int:
    folder = workspace.root / FOLDER
    waiting, faults = read_inbox(folder / FILE)
    if faults:
        print("\n".join(map(str, faults)), file=sys.stderr)
        return 1
    plan, _ = workspace.read()
    patterns: Patterns = tuple((each.name, each.patterns) for each in plan.concepts)
    kept = KeptResults(workspace.root / ".cache" / "digest" / "inbox.sqlite3", _stamp(patterns))
    try:
        collected = collect(_pages(options), kept, _examiner(options, patterns), _Progress())
        waiting_keys = Counter(each.key for each in waiting)
        room = max(0, options.limit - len(waiting))
        found = entries(collected, plan, read_refused(folder / REFUSED), waiting_keys, room)
        _keep_raw(found, kept, folder / PAGES)
    finally:
        kept.close()
    write_inbox(folder / FILE, waiting, found)
    _report(collected, found, folder / FILE)
    return 1 if collected.unread or any(page.fault for page in collected.pages.values()) else 0


def _examiner(options: argparse.Namespace, patterns: Patterns) -> Examiner:
    if not options.scheduler:
        return lambda tasks: on_cores(tasks, patterns, options.jobs)
    try:
        import distributed  # noqa: F401 - said before any page is read
    except ImportError:
        options.error(
            "--scheduler needs Dask; allowed: the extra cluster; example: pip install 'zh-article-digest[cluster]'"
        )
    return lambda tasks: on_scheduler(tasks, patterns, options.scheduler)


def _stamp(patterns: Patterns) -> str:
    """What the results of a page depend on beside the page."""
    return sha256(repr((__version__, patterns)).encode()).hexdigest()[:16]


def _keep_raw(found: list[InboxEntry], kept: KeptResults, folder: Path) -> None:
    """The raw page of each new entry beside the file: what is taken is made from it."""
    for entry in found:
        raw = kept.raw(entry.page.key)
        if raw:
            name, data = raw
            folder.mkdir(parents=True, exist_ok=True)
            ending = Path(name).suffix.lower()
            (folder / f"{entry.page.key}{ending if ending.isascii() and len(ending) < 10 else '.html'}").write_bytes(
                data
            )


class _Polite:
    """Waits between two requests to one host."""

    def __init__(self) -> None:
        self._last: dict[str, float] = {}

    def __call__(self, address: str) -> None:
        host = urlsplit(address).hostname or ""
        wait = self._last.get(host, float("-inf")) + PAUSE - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        self._last[host] = time.monotonic()


class _Progress:
    """Says every few seconds how far it is."""

    def __init__(self) -> None:
        self._begun = self._said = time.monotonic()

    def __call__(self, collected: Collected) -> None:
        now = time.monotonic()
        if now - self._said >= _EVERY:
            self._said = now
            rate = len(collected.pages) / (now - self._begun)
            print(
                f"... {len(collected.pages)} pages, {collected.taken} of them known; {rate:.1f} pages a second; "
                f"{len(collected.unread)} could not be read",
                file=sys.stderr,
                flush=True,
            )


def _report(collected: Collected, found: list[InboxEntry], file: Path) -> None:
    """What came of it; every page that could not be read is named."""
    for each in collected.unread:
        print(f"not read: {each}", file=sys.stderr)
    for page in collected.pages.values():
        if page.fault:
            print(f"not read: {page.place}: {page.fault}", file=sys.stderr)
    no_articles = sum(bool(page.none) for page in collected.pages.values())
    print(
        f"{collected.seen} pages ({len(collected.pages)} different), {len(collected.articles)} articles, "
        f"{no_articles} no articles; {len(found)} new entries in {file}"
    )
    for number, entry in enumerate(found, 1):
        print(f"{number:3}. {entry.page.title}（{'、'.join(entry.page.authors) or '佚名'}）：{entry.reason}")
