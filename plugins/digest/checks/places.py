"""Files that lie where nothing reads them, or where they would be published as something else."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Collection, Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

from digest.checks.source import Source
from digest.files.docs_folder import leads_out, shown
from digest.files.findings import Finding

# Keys that only the head of an article has.
_ARTICLE_ONLY = frozenset(("source_url", "site", "via", "rights", "publish", "lead", "raw", "claims", "definitions"))
_TEXTS = frozenset(
    (
        ".markdown",
        ".mdown",
        ".mkd",
        ".mkdn",
        ".mdwn",
        ".mdx",
        ".mdtxt",
        ".txt",
        ".text",
        ".rst",
        ".doc",
        ".docx",
        ".rtf",
        ".pages",
        ".wps",
        "",
    )
)
# How alike two names are that differ in a letter or two.
ALIKE = 0.8


def page(source: Source, articles: str) -> list[Finding]:
    """An article among the other pages: it would be a page without claims, in no list of articles."""
    if source.is_article or not _ARTICLE_ONLY & set(source.front.data):
        return []
    if posixpath.dirname(source.path).split("/")[: len(articles.split("/"))] == articles.split("/"):
        return []
    key = min(_ARTICLE_ONLY & set(source.front.data), key=source.front.line_of)
    return [
        Finding(
            source.file,
            source.front.line_of(key),
            "article-place",
            f"the head has {key}, and the file is no article where it lies",
            f"articles right in {source.file.split('/')[0]}/{articles}/",
            f"{source.file.split('/')[0]}/{articles}/{posixpath.basename(source.path)}",
        )
    ]


def files(docs: Path, articles: str, names: Collection[str], data_files: Iterable[str]) -> Iterator[Finding]:
    """Faults of the names (paths in the docs folder): texts with another ending, data files that nothing reads."""
    data = tuple(data_files)
    for name in sorted(names):
        folder, _, base = name.rpartition("/")
        ending = posixpath.splitext(base)[1]
        if (folder == articles or folder.startswith(f"{articles}/")) and _is_text(base, ending):
            stem = base.removesuffix(ending).removesuffix(".md")
            yield Finding(
                shown(docs / name, docs),
                1,
                "article-name",
                f"the name ends in {ending or 'nothing'}",
                ".md",
                f"{stem}.md",
            )
        meant = _meant(base, data) if ending.lower() in (".yml", ".yaml") else ""
        if meant and name != meant:
            yield Finding(
                shown(docs / name, docs),
                1,
                "data-name",
                "nothing reads this file",
                f"{', '.join(data)}, right in {docs.name}/",
                f"{docs.name}/{meant}",
            )


def outside(docs: Path, names: Collection[str]) -> Iterator[Finding]:
    """Links of the file system that lead out of the project: another computer has not what they lead to."""
    for name in sorted(names):
        path = docs / name
        if leads_out(path, docs.parent):
            place = Path(os.path.realpath(path))
            yield Finding(
                shown(path, docs),
                1,
                "file-outside",
                f"it is a link to {place.parent.name}/{path.name} outside the project's folder",
                "a file of its own, or a link to one in the project's folder",
                f"{docs.name}/articles/stone-bridge.md",
            )


def beside(docs: Path, articles: str) -> Iterator[Finding]:
    """Articles beside the docs folder instead of in it: nothing publishes them."""
    root = docs.parent
    for folder in (root, root / articles, root / "article", docs.parent / "posts"):
        for path in sorted(folder.glob("*.md")) if folder.is_dir() and folder != docs else []:
            head = _head(path)
            if any(line.startswith(("lang: zh", "source_url:", "claims:")) for line in head):
                yield Finding(
                    path.relative_to(root).as_posix(),
                    1,
                    "article-place",
                    f"the file lies outside {docs.name}/",
                    f"articles right in {docs.name}/{articles}/",
                    f"{docs.name}/{articles}/{path.name}",
                )


def _head(path: Path) -> list[str]:
    """The lines of a file's head, none where it has none."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            if file.readline().strip() != "---":
                return []
            lines = [line.rstrip() for line, _ in zip(file, range(60), strict=False)]
    except OSError:
        return []
    return lines[: lines.index("---")] if "---" in lines else []


def _is_text(base: str, ending: str) -> bool:
    return ending.lower() in _TEXTS and base not in ("LICENSE", "CNAME")


def _meant(base: str, data: tuple[str, ...]) -> str:
    """The data file that a name was meant as; empty where it is like none."""
    stem = posixpath.splitext(base)[0].lower()
    return next((each for each in data if SequenceMatcher(None, stem, each.removesuffix(".yml")).ratio() >= ALIKE), "")
