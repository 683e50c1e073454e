"""Taking part from the page: on a phone, from a selection to the address that the repository's host would get."""

import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from building import PROJECT, build

from digest.inbox.event import forms


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, *arguments):
        pass


SLUG = "003-chanye-hulianwang-yanwudan"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The digest, built with the address of a repository, and served."""
    root = tmp_path_factory.mktemp("part")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REPO_URL", "https://github.com/example/digest")
        assert build(PROJECT, root / "digest", "mkdocs", "--strict").returncode == 0
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/digest/"
    server.shutdown()


@pytest.fixture
def phone(browser, site):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield lambda path: page.goto(site + path) and page
    context.close()


SELECT = """number => {
  const block = document.querySelectorAll("#dg-text p[id]")[number]
  const range = document.createRange()
  range.selectNodeContents(block)
  const selection = getSelection()
  selection.removeAllRanges()
  selection.addRange(range)
}"""


def form(page, part):
    link = page.locator(f'[data-part="{part}"]')
    link.wait_for(state="visible")
    address = urlsplit(link.get_attribute("href"))
    assert f"https://{address.netloc}{address.path}" == "https://github.com/example/digest/issues/new"
    return {name: values[0] for name, values in parse_qs(address.query).items()}


def test_a_selection_on_a_phone_fills_the_forms_in_the_script_of_the_source(phone):
    page = phone(f"zh-hant/articles/{SLUG}/")
    page.evaluate(SELECT, 3)
    given = form(page, "sentence")
    text = (PROJECT / "docs" / "articles" / f"{SLUG}.md").read_text(encoding="utf-8")
    assert given["template"] == forms()["sentence"].file and given["article"] == SLUG
    assert given["sentence"] in text
    box = page.locator("#dg-part").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 391 and box["y"] + box["height"] <= 845
    assert set(given) - {"template"} <= set(forms()["sentence"].fields)
    assert set(form(page, "term")) - {"template"} <= set(forms()["term"].fields)


def test_two_sentences_picked_in_two_articles_meet(phone):
    page = phone(f"zh-hans/articles/{SLUG}/")
    page.evaluate(SELECT, 2)
    page.locator('[data-part="meet"]').tap()
    page = phone("zh-hant/articles/000-ma-huateng-chanye-hulianwang/")
    page.evaluate(SELECT, 2)
    given = form(page, "disputes")
    assert given["template"] == forms()["relation"].file
    assert given["one"].startswith(SLUG) and given["other"].startswith("000-ma-huateng")
    assert given["kind"] == "相左（disputes）"
