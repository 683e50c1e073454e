"""The digest's own search, measured."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from corpus import VARIANTS, Corpus
from measured import Counter, Measured, browser, run, served, size_of
from playwright.sync_api import Browser, Page
from queries import Query, score

# As a reader who asks for more a good while: a page shows ten. What is judged stands among these. A scan finds all, so
# there the reader goes on to the end: a page reads texts up to a number of bytes, and the rest is left to be asked for.
_MANY, _ALL = 200, 10_000

_ASK = """([root, variant, text, wanted]) => new Promise((done, failed) => {
  const labels = JSON.parse(document.getElementById("dg-search").textContent).words
  const script = JSON.parse(document.getElementById("__config").textContent).search
  const worker = new Worker(new URL(script, location.href), { type: "module" })
  worker.onmessage = ({ data: { type, data } }) => {
    if (type === 4) failed(new Error(data))
    if (type === 1) worker.postMessage({ type: 2, data: { text, variant, wanted } })
    if (type !== 3) return
    worker.terminate()
    done(data.items.map((item) => item[0].location))
  }
  worker.postMessage({ type: 0, data: { root, labels } })
})"""


def measure(corpus: Corpus, judged: Sequence[Query], build: Path, say: Callable[[str], None]) -> Measured:
    """Build the index of the corpus into a copy of the site and ask it in a browser."""
    site = build / "digest"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(corpus.site, site, ignore=shutil.ignore_patterns("search"))
    say("index")
    seconds, peak = run(
        [sys.executable, str(Path(__file__).parent / "build_index.py"), str(corpus.file), str(site / "search")], build
    )
    whole, files = size_of(site / "search")
    with served(site) as (root, counter), browser() as running:
        say(f"{len(judged)} judged and {len(corpus.sampled)} sampled queries")
        page = running.new_page()
        page.goto(f"{root}zh-hans/")
        scores = {
            path: score(judged, [_found(page, root, path, query) for query in judged], corpus.own) for path in VARIANTS
        }
        # A scan finds what stands there word for word.
        found = [_found(page, root, "zh-hans", query, literal=True) for query in corpus.scanned]
        say("first queries, each in a fresh browser context")
        asked = corpus.sampled or tuple(query.text for query in judged)
        first = tuple(_first(running, root, counter, text) for text in asked)
    say("the same of a host that sends no parts of files")
    with served(site, sends_parts=False) as (root, counter), browser() as running:
        without = tuple(_first(running, root, counter, text) for text in asked)
    scanned = score(corpus.scanned, found, corpus.slugs)
    return Measured(scores, scanned, whole, files, first, seconds, peak, whole=without)


def _found(page: Page, root: str, path: str, query: Query, literal: bool = False) -> list[str]:
    text = " ".join(f'"{word}"' for word in query.text.split()) if literal else query.text
    locations = page.evaluate(_ASK, [root, path, text, _ALL if literal else _MANY])
    return [location.split("#")[0].split("?")[0].rstrip("/").rsplit("/", 1)[1] for location in locations]


def _first(running: Browser, root: str, counter: Counter, text: str) -> tuple[int, int]:
    """Bytes and requests from the focus to the answer, with nothing in the cache."""
    context = running.new_context()
    page = context.new_page()
    page.goto(f"{root}zh-hans/", wait_until="load")
    counter.taken()
    page.locator(".md-search__input").click()
    page.keyboard.insert_text(text)
    page.wait_for_function("text => new URL(location.href).searchParams.get('q') === text", arg=text.strip())
    taken = counter.taken()
    context.close()
    return taken
