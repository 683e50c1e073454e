"""The files beside the pages of a hostile digest, as whoever takes them sees them: books, copies, feeds, pictures."""

import functools
import io
import threading
import zipfile
from http.server import ThreadingHTTPServer
from urllib.parse import quote

from audit import EVERY, KINDS, LIVE, OPENED, PARSE
from conftest import Silent
from lxml import etree
from markdown import Markdown
from markdown_it import MarkdownIt
from payloads import payloads
from PIL import Image
from playwright.sync_api import Error
from published import imprint, plan, views

from digest.exports.epub.book import LIMIT, epub


def opened(page, heard, address):
    """What a file does that is opened by itself."""
    heard.clear()
    page.goto(address, wait_until="load")
    return [*heard, *page.evaluate(LIVE), *([] if page.url == address else [f"moved to {page.url}"])]


def test_no_chapter_of_a_book_does_anything(watched, hostile_site, hostile_address):
    page, heard = watched
    books = sorted(hostile_site.glob("zh-*/taken-apart/book"))
    chapters = [sorted(book.glob("*.xhtml")) for book in books]
    assert len(books) == 2 and min(map(len, chapters)) > 75
    # Both books have the same texts: of those that are opened every other one is opened in each script.
    step = 1 if EVERY == 1 else 8
    active = {}
    for path in [path for at, book in enumerate(chapters) for path in book[at * step // 2 :: step]]:
        name = path.relative_to(hostile_site).as_posix()
        if found := opened(page, heard, f"{hostile_address}{name}"):
            active[name] = found
    assert active == {}
    # A book brings all it needs: its pictures are its own files.
    files = {path.name for path in books[0].iterdir()}
    read = etree.parse(books[0] / "package.opf", etree.XMLParser(resolve_entities=False))
    assert {each.get("href") for each in read.iter("{*}item")} == files - {"package.opf"}


def test_a_book_is_as_safe_without_what_takes_markup_out_of_pages(watched, hostile_address):
    """Its own tree of known elements and attributes decides: texts come as Markdown makes them."""
    page, _ = watched
    page.goto(f"{hostile_address}digest.json")
    markdown = Markdown(extensions=["attr_list", "md_in_html", "footnotes", "tables"])
    texts = payloads()[::EVERY]
    head = "---\ntitle: 桥\nlang: zh-Hans\nsource_url: https://example.org/\n---\n桥。\n"
    for start in range(0, len(texts), LIMIT):
        html = {f"a{n}": markdown.reset().convert(text) for n, text in enumerate(texts[start : start + LIMIT])}
        shown = views(plan(**dict.fromkeys(html, head)), "zh-Hans").articles()
        book = epub(imprint("zh-Hans", "https://example.org/d/"), shown, html.__getitem__, {}.get, len(html))
        with zipfile.ZipFile(io.BytesIO(book)) as packed:
            chapters = [packed.read(name).decode() for name in packed.namelist() if "article-" in name]
        assert len(chapters) == len(html)
        assert not any(page.evaluate(PARSE.replace("text/html", KINDS["xhtml"]), chapters))


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
