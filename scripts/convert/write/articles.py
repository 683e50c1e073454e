"""An article that is there already: left alone, brought up to date, or merged with what a person made of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from convert.errors import ConvertError
from convert.page import Conversion
from convert.write.files import is_known_by_name, keep_copy, slug_from, slug_of_file, write_article
from convert.write.markdown import to_markdown
from convert.write.merging import merge
from convert.write.records import Record, converter_name, page_name, read_record, write_record

# Two versions of a page have this share of their longer lines in common, two pages none but those of their site.
SAME_LEAST = 0.3
LINE_LEAST = 20


@dataclass(frozen=True)
class SeedPage:
    """A raw page, its article if there is one, and the status of the page if nothing is to be done."""

    path: Path
    raw: str
    article: Path | None = None
    record: Record | None = None
    done: str = ""


@dataclass(frozen=True)
class Target:
    """Where the new article goes, and the names that the run has given so far."""

    path: Path
    page: SeedPage
    article: Conversion
    taken: dict[str, str]


def known_article(path: Path, raw: str, article: Path | None) -> SeedPage:
    """The page with the record of its article."""
    return SeedPage(path, raw, article, read_record(article.parent, raw) if article else None)


def with_folder(page: SeedPage, article: Conversion, there: dict[str, Path]) -> SeedPage:
    """The page, under its folder's name as well where the article of its bare name is of another page; `there` has the
    articles by their raw pages."""
    parts = page.path.resolve().parts
    named, count = page, 1
    while is_known_by_name(page.path) and count < len(parts) - 1 and _is_of_another(named, article):
        count += 1
        raw = "/".join(parts[-count:])
        named = known_article(page.path, raw, there.get(raw))
    return named


def under_its_name(article: Conversion, raw: str) -> Conversion:
    """The article with `raw` for the name of its page in the front matter."""
    if article.metadata.raw == raw:
        return article
    metadata = replace(article.metadata, raw=raw)
    return replace(article, metadata=metadata, markdown=to_markdown(metadata, article.kept))


def _is_of_another(page: SeedPage, article: Conversion) -> bool:
    """True if the page has an article by its name that says other things: a page saved again says most of it again."""
    if page.article is None or page.record is None:
        return False
    own, other = (set(filter(_says, text.splitlines())) for text in (article.markdown, page.record.text))
    return len(own & other) < SAME_LEAST * min(len(own), len(other))


def _says(line: str) -> bool:
    return len(line) >= LINE_LEAST


def unchanged_since(page: SeedPage) -> SeedPage:
    """The page, done if neither it nor the conversion changed since they were last compared."""
    if page.article is None or page.record is None or page.record.converter != converter_name():
        return page
    try:
        if page.record.page != page_name(page.path.read_bytes()):
            return page
        text = page.article.read_bytes().decode("utf-8", errors="replace")
    except OSError:
        return page
    if page.record.before:
        # A run was stopped between the record and the article, or right after it.
        return page
    if text == page.record.text:
        return page if page.record.better else replace(page, done=f"unchanged, {page.article}")
    return replace(page, done=_left(page.article, page.record.better))


def named(path: Path, slug: str, article: Conversion) -> str:
    """The name of a new article: the one given, the input's own words, or those of the title."""
    return slug or slug_of_file(path.stem) or slug_from(article.metadata.title)


def free_name(name: str, owners: dict[str, str], raw: str) -> tuple[str, str]:
    """(the name with the first number that makes it free, the raw page that has the name itself; empty: none).

    `owners` are raw pages by the lower-case name of their article; a page keeps its own.
    """
    owner = owners.get(f"{name}.md".lower(), "")
    free, number = name, 1
    while owners.get(f"{free}.md".lower(), raw) != raw:
        number += 1
        free = f"{name}-{number}"
    return free, owner if free != name else ""


def settle(target: Target, force: bool, take_in: bool) -> str:
    """Write the article, or leave it as it is; says what was done.

    Raises:
        ConvertError: Its name is taken.
    """
    _claim(target)
    page, text = target.page, target.article.markdown
    if page.article is None:
        _write(target, text)
        return f"written to {target.path}"
    there = target.path.read_bytes().decode("utf-8", errors="replace")
    if there == text:
        _remember(target, text, better=False)
        return f"unchanged, {target.path}"
    if force:
        copy = keep_copy(target.path).name
        _write(target, text)
        return f"written to {target.path} (as it was: {copy})"
    if page.record is None:
        return f"kept (edited), {target.path} is left alone; --force converts again"
    if there == page.record.text or page_name(there.encode()) == page.record.before:
        _write(target, text)
        return f"brought up to date, {target.path} (nobody had edited it)"
    return _merged(target, page.record, there) if take_in else _offered(target, page.record, there)


def _offered(target: Target, record: Record, there: str) -> str:
    better = merge(record.text, there, target.article.markdown).text != there
    write_record(target.path.parent, target.page.raw, record.compared(page_name(target.page.path.read_bytes()), better))
    return _left(target.path, better)


def _left(article: Path, better: bool) -> str:
    offer = "; the conversion got better elsewhere in it: --merge takes that in" if better else ""
    return f"kept (edited), {article} is left alone{offer}"


def _merged(target: Target, record: Record, there: str) -> str:
    merged = merge(record.text, there, target.article.markdown)
    places = f"; both changed near line {', '.join(map(str, merged.conflicts))}: the edited text stands"
    said = places if merged.conflicts else ""
    if merged.text == there:
        _remember(target, target.article.markdown, better=False)
        return f"kept (edited), {target.path}: nothing to take in{said}"
    copy = keep_copy(target.path).name
    write_article(target.path, merged.text)
    _remember(target, target.article.markdown, better=False)
    return f"merged, {target.path}: taken in at {merged.taken} place(s) (as it was: {copy}){said}"


def _write(target: Target, text: str) -> None:
    """The record first: without it the article would be taken for a person's."""
    there = page_name(target.path.read_bytes()) if target.path.is_file() else ""
    _remember(target, text, better=False, before=there)
    write_article(target.path, text)
    if there:
        _remember(target, text, better=False)


def _remember(target: Target, text: str, better: bool, before: str = "") -> None:
    page = page_name(target.page.path.read_bytes())
    doubts = tuple((doubt.reason, doubt.passage) for doubt in target.article.doubts)
    record = Record(text, page, converter_name(), better, before, doubts)
    if record != target.page.record or not before:
        write_record(target.path.parent, target.page.raw, record)


def _claim(target: Target) -> None:
    """One name, one article: no file of another page is overwritten, whatever the case of its letters."""
    key, page = target.path.name.lower(), target.page
    if key in target.taken:
        raise ConvertError(
            f"{target.path} is already the article of {target.taken[key]}",
            file=str(page.path),
            allowed="another --slug",
        )
    folder = target.path.parent
    there = [p for p in folder.iterdir() if p.name.lower() == key] if folder.is_dir() else []
    if there and page.article is None:
        raise ConvertError(
            f"{there[0]} exists and is not the article of this page",
            file=str(page.path),
            allowed=f"another --slug, or `raw: {page.raw}` in its front matter",
        )
    target.taken[key] = page.raw
