"""The command's work: which pages to convert, what to do with articles that are there, what to say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from convert.batch.audit import audit_lines
from convert.batch.processes import ProcessOutcome, convert_all, cores
from convert.batch.report import report_lines
from convert.errors import ConvertError
from convert.page import Conversion
from convert.text.terminal import note, say
from convert.write.articles import (
    SeedPage,
    Target,
    free_name,
    known_article,
    named,
    settle,
    unchanged_since,
    under_its_name,
    with_folder,
)
from convert.write.files import (
    converted_already,
    folders_inside,
    input_files,
    lacks,
    must_stay,
    raw_name,
    sweep,
    write_whole,
)
from convert.write.one_run import one_run
from convert.write.records import FOLDER


@dataclass(frozen=True)
class Options:
    """The command line. `slug` is empty when names come from the inputs; `jobs` 0 means all cores; `told` is how what
    the run says of a page is put to whoever runs it."""

    inputs: tuple[Path, ...]
    out: Path = Path("docs/articles")
    slug: str = ""
    force: bool = False
    merge: bool = False
    audit: bool = False
    brief: bool = False
    report: Path | None = None
    jobs: int = 0
    told: Callable[[str], str] = str


@dataclass
class BatchState:
    """What the run knows: names given in it, whose article each name is, the articles that were there by their raw
    pages, lines of the report, and how many pages failed."""

    taken: dict[str, str] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    there: dict[str, Path] = field(default_factory=dict)
    report: list[str] = field(default_factory=list)
    failed: int = 0


def run(options: Options) -> int:
    """Convert all inputs; returns 0 or 1.

    Raises:
        ConvertError: The command was used wrongly; said before anything is written.
    """
    files = _files(options)
    for folder in folders_inside(list(options.inputs)):
        note(options.told(f"{folder} is not looked into; who wants its pages names it, too"))
    with alone_in(options.out, options.told):
        pages = _pages(files, options)
        todo = [(page.path, page.raw) for page in pages if not page.done]
        outcomes = convert_all(todo, options.jobs or cores())
        state, quiet = BatchState(), 0
        state.there = converted_already(options.out)
        state.owners = {path.name.lower(): raw for raw, path in state.there.items()}
        for number, page in enumerate(pages, 1):
            said = [page.done] if page.done else _one(page, next(outcomes), options, state)
            if options.brief and said[0].startswith(("unchanged", "kept (edited)")):
                quiet += 1
            else:
                note(f"[{number}/{len(pages)}] {page.path}: {''.join(map(options.told, said))}")
    if quiet:
        note(options.told(f"{quiet} of {len(pages)} pages have their articles already; they are left as they are"))
    written = options.report is None or _write_report(options.report, state.report, options.told)
    return 0 if written and not state.failed else 1


def _files(options: Options) -> list[Path]:
    for path in (*options.inputs, options.out, options.out / FOLDER, *([options.report] if options.report else [])):
        must_stay(path)
    files = input_files(list(options.inputs))
    if not files:
        raise ConvertError(
            f"no file in {', '.join(map(str, options.inputs))}", allowed="a file, or a folder with files"
        )
    if options.slug and len(files) != 1:
        raise ConvertError(
            f"--slug names one article, but there are {len(files)} inputs", allowed="--slug with one input"
        )
    if options.out.exists() and not options.out.is_dir():
        raise ConvertError(f"--out {options.out} is not a folder", allowed="a folder, or a new name")
    return files


def _pages(files: list[Path], options: Options) -> list[SeedPage]:
    """The pages with their articles; those that cannot have changed since the last run are done."""
    there = converted_already(options.out)
    look = options.force or options.merge or options.audit or options.report is not None
    pages = []
    given: dict[str, Path] = {}
    for path in files:
        raw, whole, parts = raw_name(path), path.resolve(), 1
        while given.setdefault(raw, whole) != whole:
            # Outside the project pages are known by their names alone; those of one run, by their folders, too.
            parts += 1
            raw = "/".join(whole.parts[-parts:])
        page = known_article(path, raw, there.get(raw))
        pages.append(page if look else unchanged_since(page))
    return pages


@contextmanager
def alone_in(out: Path, told: Callable[[str], str] = str) -> Iterator[None]:
    """One run at a time writes to a folder; a second one waits. What stopped runs left half written is deleted."""
    said = told(f"another run is writing to {out}; waiting for it to end (Ctrl-C gives up)")
    with one_run(out, lambda: note(said)):
        sweep(out)
        sweep(out / FOLDER)
        yield


def _one(page: SeedPage, outcome: ProcessOutcome, options: Options, state: BatchState) -> list[str]:
    """What became of the page, and what is to be said beside it."""
    article = outcome.article
    if article is None:
        if page.article is not None and not options.force:
            return [f"kept, {page.article} is left alone (its raw page no longer converts: {outcome.fault})"]
        state.failed += 1
        return [f"failed: {outcome.fault}"]
    page = with_folder(page, article, state.there)
    article = under_its_name(article, page.raw)
    state.report += report_lines(page.raw, article)
    target, warning = page.article, ""
    if target is None:
        wanted = named(page.path, options.slug, article)
        name, owner = (wanted, "") if options.slug else free_name(wanted, state.owners, page.raw)
        warning = f" (warning: {wanted}.md is the article of {owner})" if owner else ""
        target = options.out / f"{name}.md"
    if options.audit:
        say(*audit_lines(page.raw, str(target), article))
    state.owners[target.name.lower()] = page.raw
    beside = _beside(page, article, target)
    try:
        return [settle(Target(target, page, article, state.taken), options.force, options.merge), warning, *beside]
    except ConvertError as error:
        state.failed += 1
        return [f"failed: {error}"]
    except OSError as error:
        state.failed += 1
        return [f"failed: {error.filename or target}: {error.strerror}"]


def _beside(page: SeedPage, article: Conversion, target: Path) -> list[str]:
    """What is to be looked at in an article, and that a check will not find its raw page."""
    said = [f" (doubtful: {doubt.reason})" for doubt in article.doubts]
    if lacks(target.parent, page.raw):
        said.append(
            f" (the project has no file {page.raw}, which digest check tells as raw-missing: copy the page to seeds/ "
            f"and write raw: seeds/{page.path.name} in the article; digest new does both)"
        )
    return said


def _write_report(path: Path, lines: list[str], told: Callable[[str], str]) -> bool:
    """Write the report; whether that could be done, which is said where not."""
    try:
        write_whole(path, "".join(line + "\n" for line in lines))
    except OSError as error:
        note(told(f"{path}: the report cannot be written ({error.strerror})"))
        return False
    return True
