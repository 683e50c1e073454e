"""The theme's own search (lunr, with jieba cutting the words), measured on the same texts."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from corpus import VARIANTS, Corpus
from measured import Measured, browser, environment, run, served
from playwright.sync_api import Page
from queries import Query, score

_PACKAGES = ["mkdocs-material", "jieba"]
_CONFIG = """\
site_name: bench
theme: {name: material, language: zh, font: false}
plugins: [{search: {lang: zh}}]
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
"""
_START = """async ([root, script]) => {
  window.asked = new Worker(script)
  const { config, docs } = await (await fetch(`${root}search/search_index.json`)).json()
  await new Promise((done) => {
    window.asked.onmessage = ({ data: { type } }) => { if (type === 1) done() }
    window.asked.postMessage({ type: 0, data: { config, docs, options: { suggest: false } } })
  })
}"""
_ASK = """(text) => new Promise((done) => {
  window.asked.onmessage = ({ data: { type, data } }) => {
    if (type === 3) done(data.items.map((item) => item[0].location))
  }
  window.asked.postMessage({ type: 2, data: text })
})"""


def measure(corpus: Corpus, judged: Sequence[Query], build: Path, say: Callable[[str], None]) -> Measured:
    """Build a site of the corpus with the theme's search, both scripts in one index, and ask it in a browser."""
    say("environment")
    python = environment(build / "material-env", _PACKAGES)
    folder = build / "material"
    shutil.rmtree(folder, ignore_errors=True)
    _write(corpus, folder)
    say("build")
    seconds, peak = run([str(python), "-m", "mkdocs", "build", "--quiet"], folder)
    index = folder / "site" / "search" / "search_index.json"
    [worker] = (folder / "site" / "assets" / "javascripts" / "workers").glob("search.*.js")
    with served(folder / "site") as (root, counter), browser() as running:
        page = running.new_page()
        page.goto(root, wait_until="networkidle")
        counter.taken()
        say(f"the browser reads the index of {index.stat().st_size / 1e6:.0f} MB")
        page.evaluate(_START, [root, f"{root}assets/javascripts/workers/{worker.name}"])
        first = counter.taken()
        say(f"{len(judged)} judged and {len(corpus.scanned)} scanned queries")
        own = score(judged, [_found(page, query) for query in judged], corpus.own)
        scanned = score(corpus.scanned, [_found(page, query) for query in corpus.scanned], corpus.slugs)
    return Measured(
        dict.fromkeys(VARIANTS, own),
        scanned,
        index.stat().st_size,
        1,
        (first,),
        seconds,
        peak,
        "both scripts in one index, each article twice; time and memory are those of the whole build",
    )


def _write(corpus: Corpus, folder: Path) -> None:
    docs = folder / "docs"
    for path in VARIANTS:
        (docs / path).mkdir(parents=True)
    (docs / "index.md").write_text("# bench\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
    for slug, variants in corpus.articles():
        for path, data in variants.items():
            parts = [
                f"# {escape(data['title'])}",
                *(escape(text) for _, text in data["about"]),
                *(f"{escape(text)} {escape(holder)}" for _, text, holder, _ in data["claims"]),
                *(("## " if more else "") + escape(text) for _, text, *more in data["text"]),
            ]
            (docs / path / f"{slug}.md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _found(page: Page, query: Query) -> list[str]:
    locations = page.evaluate(_ASK, query.text)
    return list(dict.fromkeys(location.split("#")[0].rstrip("/").rsplit("/", 1)[-1] for location in locations))
