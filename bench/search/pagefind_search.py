"""Pagefind, measured on the same texts."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from corpus import VARIANTS, Corpus
from measured import Counter, Measured, browser, environment, run, served, size_of
from playwright.sync_api import Browser, Page
from queries import Query, score

_PACKAGES = ["pagefind[extended]"]  # the build that cuts Chinese into words
# More than any query that is scored has.
_ALL = 300
_SHOWN = 10
_ASK = """async ([root, text, wanted]) => {
  const pagefind = await import(`${root}pagefind/pagefind.js`)
  const { results } = await pagefind.search(text)
  return Promise.all(results.slice(0, wanted).map(async (result) => (await result.data()).url))
}"""


def measure(corpus: Corpus, judged: Sequence[Query], build: Path, say: Callable[[str], None]) -> Measured:
    """Index plain pages of the corpus, both scripts as one language, and ask in a browser."""
    say("environment")
    python = environment(build / "pagefind-env", _PACKAGES)
    folder = build / "pagefind"
    shutil.rmtree(folder, ignore_errors=True)
    _write(corpus, folder)
    say("index")
    seconds, peak = run([str(python), "-m", "pagefind", "--site", str(folder), "--quiet"], build)
    size, files = size_of(folder / "pagefind")
    with served(folder) as (root, counter), browser() as running:
        page = running.new_page()
        page.goto(root)
        say(f"{len(judged)} judged and {len(corpus.scanned)} scanned queries")
        own = score(judged, [_found(page, root, query) for query in judged], corpus.own)
        scanned = score(corpus.scanned, [_found(page, root, query) for query in corpus.scanned], corpus.slugs)
        say("first queries, each in a fresh browser context")
        first = [_first(running, root, counter, text) for text in corpus.sampled or [query.text for query in judged]]
    return Measured(
        dict.fromkeys(VARIANTS, own),
        scanned,
        size,
        files,
        tuple(first),
        seconds,
        peak,
        "both scripts in one index, each article twice",
    )


def _write(corpus: Corpus, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text('<!doctype html><html lang="zh"><title>bench</title></html>', encoding="utf-8")
    for slug, variants in corpus.articles():
        for path, data in variants.items():
            page = folder / path / slug
            page.mkdir(parents=True)
            body = "".join(
                f"<p>{escape(text)}</p>"
                for text in (
                    *(text for _, text in data["about"]),
                    *(f"{text} {holder}" for _, text, holder, _ in data["claims"]),
                    *(text for _, text, *_ in data["text"]),
                )
            )
            title = escape(data["title"])
            (page / "index.html").write_text(
                f'<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{title}</title></head>'
                f"<body data-pagefind-body><h1>{title}</h1>{body}</body></html>",
                encoding="utf-8",
            )


def _found(page: Page, root: str, query: Query) -> list[str]:
    addresses = page.evaluate(_ASK, [root, query.text, _ALL])
    return list(dict.fromkeys(address.rstrip("/").rsplit("/", 1)[-1] for address in addresses))


def _first(running: Browser, root: str, counter: Counter, text: str) -> tuple[int, int]:
    context = running.new_context()
    page = context.new_page()
    page.goto(root)
    counter.taken()
    page.evaluate(_ASK, [root, text, _SHOWN])
    taken = counter.taken()
    context.close()
    return taken
