"""Without a network: what was read is there, says from when it is, and never stands in the way of what is new."""

import functools
import gzip
import threading
from http.server import ThreadingHTTPServer

import pytest
from conftest import Quiet
from playwright.sync_api import expect

MA = "zh-hans/articles/000-ma-huateng-chanye-hulianwang/"
READY = "navigator.serviceWorker.ready.then(() => true)"
# Until the worker has said that all of the search is kept.
KEPT = """async () => {
  const cache = await caches.open("digest-files")
  for (let asked = 0; asked < 600; asked++) {
    if ((await cache.keys()).some((key) => key.url.endsWith("?kept"))) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error("the search was not kept within 30 seconds")
}"""


@pytest.fixture
def own_server(served):
    """A server of its own that can be stopped: a browser's switch for offline does not reach workers everywhere."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(served)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def reader(browser):
    """A page of a browser that keeps things."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, service_workers="allow")
    yield context.new_page()
    context.close()


def test_what_was_read_is_read_again_without_a_network(own_server, reader):
    root = f"http://127.0.0.1:{own_server.server_port}/digest/"
    reader.goto(root + MA)
    reader.evaluate(READY)
    # A first visit fetches nothing for later; the second keeps the page.
    reader.goto(root + MA)
    reader.wait_for_function("navigator.serviceWorker.controller !== null")
    reader.evaluate(KEPT)
    own_server.shutdown()
    own_server.server_close()
    reader.goto(root + MA)
    bar = reader.locator(".dg-kept")
    expect(bar).to_be_visible()
    expect(bar).to_contain_text("没有网络")
    expect(reader.locator("h1")).to_contain_text("马化腾言必谈")
    assert reader.evaluate("getComputedStyle(document.querySelector('.dg-body')).fontFamily") != ""


def test_what_was_read_is_searched_without_a_network(own_server, reader):
    root = f"http://127.0.0.1:{own_server.server_port}/digest/"
    for _ in range(2):
        reader.goto(root + MA)
        reader.evaluate(READY)
    reader.wait_for_function("navigator.serviceWorker.controller !== null")
    reader.evaluate(KEPT)
    own_server.shutdown()
    own_server.server_close()
    reader.goto(root + MA)
    # Words that stand there, and a slip: its tables are another part of the search.
    for words in ("伪命题", "腾迅"):
        reader.locator(".md-search__input").click()
        reader.locator(".md-search__input").fill(words)
        reader.wait_for_function(f"() => new URL(location.href).searchParams.get('q') === '{words}'")
        expect(reader.locator(".md-search-result__item").first).to_be_visible()


def test_a_page_that_changed_is_shown_as_it_is_now(own_server, reader, served):
    root = f"http://127.0.0.1:{own_server.server_port}/digest/"
    page = served / "digest" / MA / "index.html"
    original = page.read_text(encoding="utf-8")
    try:
        for _ in range(2):
            reader.goto(root + MA)
            reader.evaluate(READY)
        page.write_text(original.replace("<title>", "<title>新 "), encoding="utf-8")
        reader.goto(root + MA)
        assert reader.title().startswith("新 ")
        expect(reader.locator(".dg-kept")).to_be_hidden()
    finally:
        page.write_text(original, encoding="utf-8")


@pytest.mark.parametrize("path", [MA, "zh-hant/articles/004-tengxun-disanci-kaifang/"])
def test_a_first_visit_is_light(browser, own_server, path):
    """At most 12 requests, the worker's own among them, and 90 kB as a compressing server would send them: the article
    with most claims, and the longest."""
    root = f"http://127.0.0.1:{own_server.server_port}/digest/"
    context = browser.new_context()
    page = context.new_page()
    asked = []
    page.on("response", lambda answer: asked.append((answer.url, answer.body())))
    page.goto(root + path, wait_until="networkidle")
    sizes = {url.removeprefix(root): len(gzip.compress(body, 6)) for url, body in asked}
    context.close()
    assert len(asked) <= 12, sorted(sizes)
    assert sum(sizes.values()) <= 90_000, sizes
