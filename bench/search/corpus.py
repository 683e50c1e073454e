"""The articles that are measured on: the repository's, and generated ones whose vocabulary grows."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generated import Writer
from markdown_texts import read_text
from queries import Query

from digest.search.tokens import folded
from digest.zh.dictionaries import script_of
from digest.zh.script import Script

sys.path.append(str(Path(__file__).parent.parent.parent / "tests" / "browser"))
from search_reading import texts

VARIANTS = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}
SAMPLED = 120
"""Queries drawn from the generated texts: a word, two words in a row, two words of one article, half a title."""

# A query that more articles answer says little about finding; it counts for the bytes only.
_MOST_ANSWERS = 100

_SEED = 20211130


@dataclass(frozen=True)
class Corpus:
    """``file`` has one article a line: its slug and, by variant, what the site's text files hold of it.

    ``sampled`` are queries drawn from it, ``scanned`` those that few articles answer, with the articles that a scan
    of all texts finds.
    """

    site: Path
    file: Path
    slugs: tuple[str, ...]
    own: tuple[str, ...]
    sampled: tuple[str, ...]
    scanned: tuple[Query, ...]

    def articles(self) -> Iterator[tuple[str, dict[str, dict[str, Any]]]]:
        """Every article: slug, data by variant path."""
        with self.file.open(encoding="utf-8") as lines:
            for line in lines:
                entry = json.loads(line)
                yield entry["slug"], entry["variants"]


def of_texts(project: Path, build: Path, folder: Path, say: Callable[[str], None]) -> Corpus:
    """Build the site as it is and write the corpus: the Markdown files of ``folder``, in both scripts.

    A title is the first heading, or the front matter's. ``ValueError`` where there is no file.
    """
    files = sorted(folder.rglob("*.md"))
    if not files:
        raise ValueError(f"{folder}: no Markdown file; allowed: a folder with some; example: --texts articles/")
    site, _ = _built(project, build)
    file, script = build / "corpus.jsonl", Script()
    slugs = []
    with file.open("w", encoding="utf-8") as out:
        for path in files:
            slug = "-".join(path.relative_to(folder).with_suffix("").parts).lower()
            title, paragraphs = read_text(path.read_text(encoding="utf-8", errors="replace"), path.stem)
            variants = {}
            for own, tag in VARIANTS.items():
                lang = script_of("".join(paragraphs)) or "zh-Hans"
                texts = [script.convert(text, lang, tag) for text in (title, *paragraphs)]
                variants[own] = _plain(slug, own, texts)
            out.write(json.dumps({"slug": slug, "variants": variants}, ensure_ascii=False) + "\n")
            slugs.append(slug)
    say(f"corpus: {len(slugs)} texts")
    return Corpus(site, file, tuple(slugs), tuple(slugs), (), ())


def make(project: Path, build: Path, number: int, say: Callable[[str], None]) -> Corpus:
    """Build the site as it is and write the corpus: its articles and as many generated ones as are missing."""
    site, own = _built(project, build)
    file = build / "corpus.jsonl"
    writer = Writer(random.Random(_SEED))  # noqa: S311 - a corpus, not a secret
    slugs = list(own)
    with file.open("w", encoding="utf-8") as out:
        for slug, variants in own.items():
            out.write(json.dumps({"slug": slug, "variants": variants}, ensure_ascii=False) + "\n")
        for count in range(len(own), number):
            slug = f"generated-{count:05}"
            out.write(json.dumps({"slug": slug, "variants": writer.article(slug)}, ensure_ascii=False) + "\n")
            slugs.append(slug)
            if count % 1000 == 999:
                say(f"corpus: {count + 1} articles, {len(writer.words)} words")
    corpus = Corpus(site, file, tuple(slugs), tuple(own), tuple(writer.queries(SAMPLED)), ())
    say(f"corpus: {len(corpus.sampled)} queries drawn from it, answered by a scan")
    return replace(corpus, scanned=tuple(_scanned(corpus)))


def _built(project: Path, build: Path) -> tuple[Path, dict[str, dict[str, dict[str, Any]]]]:
    """The site of the project, built, and what its search has of each article."""
    build.mkdir(parents=True, exist_ok=True)
    site = build / "site"
    shutil.rmtree(site, ignore_errors=True)
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(project / "mkdocs.yml"), "-d", str(site)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    if done.returncode:
        raise RuntimeError(f"the site does not build: {done.stderr}")
    return site, _published(site)


def _scanned(corpus: Corpus) -> list[Query]:
    answers: dict[str, list[str]] = {text: [] for text in corpus.sampled}
    words = {text: [folded(word) for word in text.split()] for text in corpus.sampled}
    for slug, variants in corpus.articles():
        data = variants["zh-hans"]
        whole = folded(
            "\n".join(
                [
                    data["title"],
                    *(text for _, text, *_ in data["text"]),
                    *(text for _, text in data["about"]),
                    *(part for _, text, holder, _ in data["claims"] for part in (text, holder)),
                ]
            )
        )
        for text, parts in words.items():
            if all(part in whole for part in parts):
                answers[text].append(slug)
    return [Query(text, tuple(slugs)) for text, slugs in answers.items() if len(slugs) <= _MOST_ANSWERS]


def _published(site: Path) -> dict[str, dict[str, dict[str, Any]]]:
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for path in VARIANTS:
        for data in texts(site / "search", path):
            found.setdefault(data["url"].rstrip("/").rsplit("/", 1)[1], {})[path] = data
    return dict(sorted(found.items()))


def _plain(slug: str, path: str, texts: list[str]) -> dict[str, Any]:
    title, *paragraphs = texts
    passages = [[f"p{number}", text] for number, text in enumerate(paragraphs, 1)]
    url = f"{path}/articles/{slug}/"
    return {"url": url, "title": title, "date": "", "about": [], "claims": [], "also": [], "text": passages}
