"""The command's work: each page on its own, so that a bad one costs only itself."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

from convert.errors import ConvertError
from convert.page import Article
from convert.pipeline import convert
from convert.read import decode
from convert.report import report_lines
from convert.slug import is_slug, slug_from
from convert.writing import converted_already, input_files, keep_copy, raw_name, read_bytes, write_article


@dataclass(frozen=True)
class Options:
    """The command line. `slug` is empty when names come from the inputs."""

    inputs: tuple[Path, ...]
    out: Path = Path("docs/articles")
    slug: str = ""
    force: bool = False
    report: Path | None = None


@dataclass
class State:
    """What the run knows: articles there before it, names given in it, lines of the report."""

    known: dict[str, Path]
    taken: dict[str, str] = field(default_factory=dict)
    report: list[str] = field(default_factory=list)


def run(options: Options) -> int:
    """Convert all inputs; returns 0 or 1. Raises ConvertError for wrong use, before anything is written."""
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
    state = State(converted_already(options.out))
    failed = 0
    for number, path in enumerate(files, 1):
        try:
            status = _one(path, options, state)
        except ConvertError as error:
            status = f"failed: {error}"
            failed += 1
        except Exception as error:  # a fault of the conversion itself costs only this page, too
            status = f"failed: {type(error).__name__}: {error} (a fault of the conversion, please report it)"
            failed += 1
        print(f"[{number}/{len(files)}] {path}: {status}", file=sys.stderr, flush=True)
    if options.report is not None:
        _write_report(options.report, state.report)
    return 1 if failed else 0


def _one(path: Path, options: Options, state: State) -> str:
    raw = raw_name(path)
    known = state.known.get(raw)
    if known is not None and not options.force:
        return _kept(path, raw, known, state)
    article = _converted(path, raw)
    state.report += report_lines(raw, article)
    target = known or options.out / f"{_name(path, options, article)}.md"
    _claim(target, raw, path, known is not None, state)
    note = f" to {target}"
    if known is not None:
        note += f" (as it was: {keep_copy(known).name})"
    write_article(target, article.markdown)
    return f"written{note}"


def _kept(path: Path, raw: str, known: Path, state: State) -> str:
    """An article that is there stays as it is, even if its raw page can no longer be converted."""
    try:
        article = _converted(path, raw)
    except ConvertError:
        return f"kept (edited), {known} is left alone"
    state.report += report_lines(raw, article)
    if known.read_bytes() == article.markdown.encode("utf-8"):
        return f"unchanged, {known}"
    return f"kept (edited), {known} is left alone; --force converts again"


def _converted(path: Path, raw: str) -> Article:
    try:
        return convert(decode(read_bytes(path)), raw)
    except ConvertError as error:
        raise error.in_file(str(path)) from error


def _name(path: Path, options: Options, article: Article) -> str:
    if options.slug:
        return options.slug
    return path.stem if is_slug(path.stem) else slug_from(article.metadata.title)


def _claim(target: Path, raw: str, path: Path, again: bool, state: State) -> None:
    """One name, one article: no file of another page is overwritten, whatever the case of its letters."""
    key = target.name.lower()
    if key in state.taken:
        raise ConvertError(
            f"{target} is already the article of {state.taken[key]}", file=str(path), allowed="another --slug"
        )
    folder = target.parent
    there = [p for p in folder.iterdir() if p.name.lower() == key] if folder.is_dir() else []
    if there and not again:
        raise ConvertError(
            f"{there[0]} exists and is not the article of this page",
            file=str(path),
            allowed="another --slug, or `raw: {raw}` in its front matter".replace("{raw}", raw),
        )
    state.taken[key] = raw


def _write_report(path: Path, lines: list[str]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise ConvertError(f"the report cannot be written ({error.strerror})", file=str(path)) from error
