"""``digest new``: an address or a file becomes an article of the digest."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from digest.checks.telling.chinese import as_told
from digest.checks.telling.command_line import add_docs, docs_folder
from digest.commands.workspace import Workspace, open_workspace
from digest.files import front_matter
from digest.files.docs_folder import read_text
from digest.inbox import advice, conversion
from digest.inbox.adding import Added, Raw, add_page, free_slug, from_address, from_file, journal
from digest.inbox.fetching import fetch, is_address
from digest.inbox.open_net import FetchError
from digest.plan.concepts import Concept, read_concepts
from digest.proposals.copies import Copy, copies
from digest.proposals.first_look import likely_claims
from digest.text.harmless.terminal import note, say

# Between two pages that are fetched in one run.
PAUSE = 1.0
_EXAMPLES = """\
examples:
  digest new https://example.org/a.html      fetch one page, on this machine, and make it an article
  digest new saved.html                      the same with a page that a browser saved (HTML, feed, Markdown, text)
  digest new saved-pages/                    every file of a folder
  digest new saved.html --slug stone-bridge  say what the article is called
  digest new saved.html --force              add it although the digest has it already

The raw page is kept in seeds/ byte for byte, the article goes to docs/articles/. Nothing is ever overwritten.

exit codes: 0 all added, 1 some were not (each says why), 2 wrong use
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the subcommand."""
    parser = commands.add_parser(
        "new",
        help="add an article from an address or a file, and say what to do next",
        epilog=_EXAMPLES,
        description="Keep a raw page in seeds/, convert it to an article, and say what to look at next.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("pages", nargs="+", metavar="URL-or-FILE", help="an http(s) address, a file, or a folder")
    add_docs(parser)
    parser.add_argument(
        "--slug", metavar="NAME", help="the article's name in addresses, for one page (default: the title in pinyin)"
    )
    parser.add_argument("--force", action="store_true", help="add an article that the digest has already, too")
    parser.set_defaults(run=run, error=parser.error)


@dataclass
class _Run:
    """What is known while pages are added: the digest, its articles (file, text), whether a page was fetched."""

    workspace: Workspace
    force: bool
    slug: str
    concepts: list[Concept]
    articles: list[tuple[Path, str]] = field(default_factory=list)
    fetched: bool = False

    @property
    def folder(self) -> Path:
        return self.workspace.docs / self.workspace.options.articles

    @property
    def seeds(self) -> Path:
        return self.workspace.root / "seeds"


def run(options: argparse.Namespace) -> int:
    """Add each page and say what came of it."""
    docs = docs_folder(options)
    pages = list(_pages(options))
    if options.slug and (len(pages) != 1 or not conversion.is_slug(options.slug)):
        options.error(
            f"--slug {options.slug} with {len(pages)} page(s); allowed: one page, and a name of letters, "
            "digits, - and _; for example --slug stone-bridge"
        )
    workspace = open_workspace(docs)
    with workspace.alone():
        taken_back = conversion.finish(journal(workspace.root / "seeds"))
        if taken_back:
            said = ", ".join(path.relative_to(workspace.root).as_posix() for path in taken_back)
            note(as_told(f"the last run was stopped; taken back: {said}"))
        return _all(pages, _state(options))


def _all(pages: list[str], state: _Run) -> int:
    failed = 0
    for number, page in enumerate(pages):
        try:
            lines = _one(page, state)
        except (conversion.ConvertError, FetchError, _Known, OSError) as fault:
            failed += 1
            note(as_told(f"not added: {as_told(_said(page, fault))}"))
            continue
        say(*(["", *lines] if number else lines))
    return 1 if failed else 0


class _Known(Exception):
    """The page is in the digest already."""


def _said(page: str, fault: Exception) -> str:
    if isinstance(fault, conversion.ConvertError) and not fault.file:
        return str(fault.in_file(page))
    if isinstance(fault, OSError) and fault.strerror:
        named = str(fault.filename or page)
        return f"{page}: {fault.strerror}" if named == page else f"{page}: {named}: {fault.strerror}"
    return str(fault)


def _pages(options: argparse.Namespace) -> Iterator[str]:
    """The addresses and files that were named; a folder stands for its files."""
    for given in options.pages:
        if is_address(given):
            yield given
        elif Path(given).exists():
            yield from map(str, conversion.input_files([Path(given)]))
        else:
            options.error(
                f"{given}: there is no such file; allowed: a file, a folder, or an address that begins with "
                "https://; for example digest new https://example.org/a.html"
            )


def _state(options: argparse.Namespace) -> _Run:
    workspace = open_workspace(options.docs)
    listed = workspace.docs / "concepts.yml"
    # What is wrong with the list is told by the check, at the end.
    concepts = read_concepts(listed.name, read_text(listed, workspace.docs, []) or "")[0] if listed.is_file() else []
    state = _Run(workspace, options.force, options.slug or "", concepts)
    state.articles = [
        (path, path.read_text(encoding="utf-8", errors="replace")) for path in sorted(state.folder.glob("*.md"))
    ]
    return state


def _one(page: str, state: _Run) -> list[str]:
    """Add one page; what to say of it. Raises ConvertError, FetchError, OSError, or _Known."""
    raw = _raw(page, state)
    read = conversion.read_page(raw.data)
    _refuse_known(page, raw, read, state)
    title = read.metadata.title
    slug = free_slug(state.slug or conversion.slug_from(title), state.folder, state.seeds, raw)
    if state.slug and slug != state.slug:
        raise conversion.ConvertError(
            f"an article or a raw page is called {state.slug} already",
            allowed="another --slug",
            example=f"--slug {slug}",
        )
    added = add_page(raw, slug, state.folder, state.seeds)
    lines = _advice(added, state)
    state.articles.append((added.file, added.file.read_text(encoding="utf-8")))
    return lines


def _raw(page: str, state: _Run) -> Raw:
    if not is_address(page):
        return from_file(Path(page), state.seeds)
    if state.fetched:
        time.sleep(PAUSE)
    state.fetched = True
    fetched = fetch(page)
    return from_address(fetched.data, fetched.address)


def _refuse_known(page: str, raw: Raw, read: conversion.Conversion, state: _Run) -> None:
    kept = raw.kept.relative_to(state.workspace.root).as_posix() if raw.kept else ""
    if kept and kept in (there := conversion.converted_already(state.folder)):
        raise _Known(
            as_told(
                f"{page}: its article is {_shown(there[kept], state)} already; edit that, or convert again with "
                f"digest convert {page} --merge"
            )
        )
    address = read.metadata.source_url or raw.address
    named = ((str(file), text) for file, text in state.articles)
    same = [copy for copy in copies(read.markdown, read.metadata.title, address, named) if copy.is_same]
    if same and not state.force:
        raise _Known(
            as_told(
                f"{page}: the digest has it already: {'; '.join(_alike(copy, state) for copy in same[:3])}; "
                "--force adds it all the same"
            )
        )


def _alike(copy: Copy, state: _Run) -> str:
    how = [f"{round(100 * copy.share)} in 100 pieces of the text are the same"] if copy.share else []
    how += ["the same title" if copy.same_title else "under another title"]
    how += ["the same address"] if copy.same_address else []
    return f"{_shown(Path(copy.file), state)} ({', '.join(map(as_told, how))})"


def _shown(path: Path, state: _Run) -> str:
    return path.relative_to(state.workspace.root).as_posix()


def _advice(added: Added, state: _Run) -> list[str]:
    texts = [text for _, text in state.articles]
    body = front_matter.read(added.file.name, added.page.markdown)[0].body
    subjects = advice.subjects_in(body, state.concepts, advice.tags_of(texts))
    workspace = open_workspace(state.workspace.docs)
    found = advice.found_in(workspace.folder, added.file)
    likely = likely_claims(body, state.concepts, subjects, state.articles)
    return advice.lines(added, subjects, likely, found, workspace.root)
