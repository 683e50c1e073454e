"""Everything hostile that anybody may write, built without the site's policy, in a real browser.

All pages are read by the browser's own parser, and looked through as a tree; some are opened, with the theme's
scripts: lists, maps, the search, and every so many articles. Every eleventh text is tried, which are some of each kind;
all of them with ``HOSTILE_EVERY=1``, as ``make fuzz`` does.
"""

import functools
import json
import os
import threading
import zipfile
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import hostile_digest
import pytest
from building import build
from conftest import Quiet
from lxml import etree
from markdown import Markdown
from markdown_it import MarkdownIt
from payloads import ELSEWHERE, payloads
from PIL import Image
from playwright.sync_api import Error
from test_searching import BOX, ITEM, answered

EVERY = int(os.environ.get("HOSTILE_EVERY", "11"))
# So many of the articles are opened, and of the other pages.
OPENED = 6 if EVERY > 1 else 60
# What is asked of a page, as a tree: what in it would run, load, send or lay itself over the page. The theme's own
# scripts, forms and frames are known by where they are; ``live`` are pages in which those scripts have run.
KINDS = {"html": "text/html", "xhtml": "application/xhtml+xml", "svg": "image/svg+xml"} | dict.fromkeys(
    ("xml", "opf", "ncx"), "text/xml"
)
AUDIT = f"const activeParts = {(Path(__file__).parent / 'active_parts.js').read_text(encoding='utf-8')};"
READ = (
    "async paths => { const found = {}; let next = 0;"
    + f"const kinds = {json.dumps(KINDS)};"
    + AUDIT
    + """
  const take = async () => { while (next < paths.length) {
    const path = paths[next++], kind = kinds[path.split(".").pop()];
    const read = new DOMParser().parseFromString(await (await fetch(path)).text(), kind);
    const said = read.querySelector("parsererror") ? ["is no XML"] : activeParts(read, false);
    if (said.length) found[path] = said;
  } };
  await Promise.all([take(), take(), take(), take()]);
  return found }"""
)
PARSE = (
    "texts => {"
    + AUDIT
    + """
  return texts.map(text => activeParts(new DOMParser().parseFromString(text, "text/html"), false)) }"""
)
LIVE = "() => {" + AUDIT + "return activeParts(document, true) }"


class Silent(Quiet):
    headers_sent = ()


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory):
    root = tmp_path_factory.mktemp("hostile")
    hostile_digest.write(root, EVERY)
    done = build(root, root / "site")
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr[-3000:]
    # Books as their readers take them apart.
    for book in (root / "site").glob("zh-*/digest.epub"):
        with zipfile.ZipFile(book) as packed:
            packed.extractall(book.with_name("taken-apart"))
    return root / "site"


@pytest.fixture(scope="module")
def hostile_address(hostile_site):
    handler = functools.partial(Silent, directory=str(hostile_site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture
def watched(browser, hostile_address):
    """A page and what it is caught doing: asking another host, showing a dialog, opening a window, saving a file."""
    context, heard = browser.new_context(), []
    context.on("request", lambda request: _note(request.url, hostile_address, heard))
    context.on("dialog", lambda dialog: (heard.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page = context.new_page()
    page.on("popup", lambda other: heard.append(f"window {other.url}"))
    page.on("download", lambda saved: heard.append(f"saved {saved.url}"))
    yield page, heard
    context.close()


def _note(url, address, heard):
    if not url.startswith((address, "data:image/", "blob:")):
        heard.append(f"another host: {url}")


def test_the_browser_shows_what_is_active_of_what_is_not_published_so(watched, hostile_site, hostile_address):
    page, heard = watched
    page.goto(hostile_address)
    markdown = Markdown(extensions=["attr_list", "md_in_html", "footnotes", "tables"])
    rendered = [f'<div class="dg-body">{markdown.reset().convert(text)}</div>' for text in payloads()]
    found = page.evaluate(PARSE, rendered)
    assert sum(map(bool, found)) > 600
    (hostile_site / "control.html").write_text(
        f"<img src=x onerror=alert(1)><img src={ELSEWHERE}/p.png><meta http-equiv=refresh content='0;url={ELSEWHERE}/r'>",
        encoding="utf-8",
    )
    page.goto(f"{hostile_address}control.html", wait_until="commit")
    page.wait_for_event("requestfailed", lambda request: request.url.endswith("/r"))
    (hostile_site / "control.html").unlink()
    assert {"dialog 1", f"another host: {ELSEWHERE}/p.png", f"another host: {ELSEWHERE}/r"} <= set(heard)


def test_nothing_on_any_page_is_active(watched, hostile_site, hostile_address):
    page, heard = watched
    page.goto(f"{hostile_address}digest.json")
    written = sorted(path.relative_to(hostile_site).as_posix() for path in hostile_site.rglob("*"))
    paths = [f"/{name}" for name in written if name.rpartition(".")[2] in KINDS]
    assert len(paths) > 2 * len(payloads()) / EVERY
    assert page.evaluate(READ, paths) == {} and heard == []


def test_nothing_that_is_opened_does_anything(watched, hostile_site, hostile_address):
    page, heard = watched
    tree = hostile_site / "zh-hans"
    places = sorted(path.parent.relative_to(hostile_site).as_posix() for path in tree.rglob("index.html"))
    articles = [place for place in places if "/articles/" in place]
    others = [place for place in places if "/articles/" not in place]
    active = {}
    for place in [*others[:: len(others) // (2 * OPENED) + 1], *articles[:: len(articles) // OPENED + 1]]:
        heard.clear()
        here = f"{hostile_address}{place}/"
        page.goto(here, wait_until="load")
        found = [*heard, *page.evaluate(LIVE)]
        if not page.url.startswith(here.rstrip("/")):
            found.append(f"moved to {page.url}")
        if found:
            active[place] = found
    assert active == {}


@pytest.mark.parametrize("words", ["alert", "石桥 onerror", "<script>"])
def test_what_the_search_shows_is_text(watched, hostile_address, words):
    page, heard = watched
    page.goto(f"{hostile_address}zh-hans/")
    page.locator(BOX).click()
    page.locator(BOX).fill(words)
    answered(page, words)
    assert page.locator(ITEM).count() or words == "<script>"
    assert page.evaluate(LIVE) == [] and heard == []


def opened(page, heard, address):
    """What a file does that is opened by itself."""
    heard.clear()
    page.goto(address, wait_until="load")
    return [*heard, *page.evaluate(LIVE), *([] if page.url == address else [f"moved to {page.url}"])]


def test_no_chapter_of_a_book_does_anything(watched, hostile_site, hostile_address):
    page, heard = watched
    books = sorted(hostile_site.glob("zh-*/taken-apart/book"))
    chapters = [path for book in books for path in sorted(book.glob("*.xhtml"))]
    assert len(books) == 2 and len(chapters) > 150
    active = {}
    for path in chapters[:: 1 if EVERY == 1 else 4]:
        name = path.relative_to(hostile_site).as_posix()
        if found := opened(page, heard, f"{hostile_address}{name}"):
            active[name] = found
    assert active == {}
    # A book brings all it needs: its pictures are its own files.
    files = {path.name for path in books[0].iterdir()}
    read = etree.parse(books[0] / "package.opf", etree.XMLParser(resolve_entities=False))
    assert {each.get("href") for each in read.iter("{*}item")} == files - {"package.opf"}


class Untyped(Silent):
    """A host that does not say what a file is: the browser guesses from how it begins."""

    def send_header(self, keyword, value):
        if keyword.lower() != "content-type":
            super().send_header(keyword, value)


def test_no_file_for_programs_is_taken_for_a_page(watched, hostile_site):
    page, heard = watched
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Untyped, directory=str(hostile_site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    kinds = ("*.md", "*.txt", "*.json", "*.argdown", "*.webmanifest", "*.svg")
    listed = {kind: sorted(hostile_site.rglob(kind)) for kind in kinds}
    assert all(listed.values())
    active = {}
    for paths in listed.values():
        for path in paths[:: len(paths) // OPENED + 1]:
            name = path.relative_to(hostile_site).as_posix()
            heard.clear()
            try:
                page.goto(f"http://127.0.0.1:{server.server_port}/{quote(name)}", wait_until="load")
            except Error as fault:
                assert "Download is starting" in str(fault), fault
            found = [
                each
                for each in heard
                if not each.startswith(("saved ", f"another host: http://127.0.0.1:{server.server_port}/"))
            ]
            if found := [*found, *page.evaluate(LIVE)]:
                active[name] = found
    server.shutdown()
    assert active == {}


def test_copies_in_markdown_hold_nothing_active_wherever_they_are_rendered(watched, hostile_site, hostile_address):
    """By renderers that let markup through, as many programs that read such copies do."""
    page, _ = watched
    page.goto(f"{hostile_address}digest.json")
    paths = sorted([*hostile_site.rglob("*.md"), *hostile_site.rglob("llms*.txt")])
    assert len(paths) > 2 * len(payloads()) / EVERY
    # Of the site's own files each says the whole address.
    texts = [path.read_text(encoding="utf-8").replace("https://example.org/d/", "/") for path in paths]
    one, other = (
        Markdown(extensions=["tables", "fenced_code"]),
        MarkdownIt("gfm-like", {"linkify": False, "html": True}),
    )
    for render in (lambda text: one.reset().convert(text), other.render):
        found = page.evaluate(PARSE, [f'<div class="dg-body">{render(text)}</div>' for text in texts])
        assert {path.name: each for path, each in zip(paths, found, strict=True) if each} == {}


def test_a_feed_says_texts_that_are_texts(hostile_site):
    feeds = sorted(hostile_site.glob("zh-*/feed.xml"))
    assert len(feeds) == 2
    for path in feeds:
        root = etree.parse(path, etree.XMLParser(resolve_entities=False)).getroot()
        assert len(list(root.iter("{*}entry"))) > 50
        assert {etree.QName(each).namespace for each in root.iter()} == {"http://www.w3.org/2005/Atom"}
        # Without a type a text is text to every reader of feeds.
        assert {each.get("type") for each in root.iter() if not each.tag.endswith("link")} == {None}
        links = {each.get("href") for each in root.iter("{*}link")}
        assert all(link.startswith(("https://", "http://")) for link in links)
        assert not [sign for text in root.itertext() for sign in text if ord(sign) < 32 and sign not in "\n\t"]


def test_a_picture_of_a_title_is_a_picture(hostile_site):
    paths = sorted((hostile_site / "assets" / "cards").glob("*.png"))
    assert len(paths) > len(payloads()) / EVERY
    for path in paths:
        with Image.open(path) as picture:
            picture.load()
            assert picture.format == "PNG" and picture.info.keys() <= {"dpi", "gamma", "transparency"}
        data = path.read_bytes()
        assert data.endswith(b"IEND\xaeB`\x82") and b"alert" not in data
