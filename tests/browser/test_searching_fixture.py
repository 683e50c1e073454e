"""The search on the fixture's site: hostile titles, words across tags, other settings of the host."""

import functools
import re
import shutil
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from building import FIXTURE, built
from playwright.sync_api import expect
from test_searching import BOX, ITEM, answered


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@pytest.fixture
def project(tmp_path):
    """A copy of the fixture's project, to be changed."""
    return shutil.copytree(FIXTURE, tmp_path / "project")


@pytest.fixture
def fixture_page(browser, project, tmp_path):
    """Opens a page of the fixture's site, built with changes to its configuration, under a sub-path."""
    servers, faults = [], []

    def opened(path, old="", new=""):
        config = project / "mkdocs.yml"
        config.write_text(config.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        built(project, tmp_path / "served" / "some" / "where")
        server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(tmp_path / "served")))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on("dialog", lambda dialog: (faults.append(dialog.message), dialog.dismiss()))
        servers.append((server, page))
        page.goto(f"http://127.0.0.1:{server.server_port}/some/where/{path}")
        return page

    yield opened
    for server, page in servers:
        page.close()
        server.shutdown()
    assert faults == []


def typed(page, words):
    page.locator(BOX).click()
    page.locator(BOX).press_sequentially(words, delay=20)
    answered(page, words)


def test_what_contributors_write_is_shown_as_text(fixture_page):
    page = fixture_page("zh-hans/")
    typed(page, "石桥")
    expect(page.locator(f"{ITEM} h1").first).to_have_text('石桥"要修"<b>吗</b>')
    page.locator(BOX).fill("")
    typed(page, "說桥要拆")
    expect(page.locator(ITEM).first).to_contain_text("<img src=x")
    assert page.locator(f"{ITEM} b, {ITEM} img").count() == 0


def test_a_hit_across_bold_type_is_found_and_marked(fixture_page):
    page = fixture_page("zh-hant/")
    typed(page, "头发一样细的草")
    page.locator(f"{ITEM} a[href*='#']").first.click()
    page.wait_for_url(re.compile(r"/zh-hant/articles/old-road/.*#"))
    expect(page.locator(".dg-body mark").first).to_be_in_viewport()
    assert "".join(page.locator(".dg-body mark").all_inner_texts()) == "頭髮一樣細的草"


def test_a_region_word_of_the_curators_is_found(fixture_page, project):
    (project / "docs" / "synonyms.yml").write_text("- [裂缝, 龜裂]\n", encoding="utf-8")
    page = fixture_page("zh-hans/")
    typed(page, "細的龟裂")
    expect(page.locator(ITEM)).to_have_count(1)
    expect(page.locator(f"{ITEM} mark").first).to_have_text("细的裂缝")


def test_one_variant_alone_is_searched_in_either_script(fixture_page):
    page = fixture_page("zh-hans/", "[digest]", "[{digest: {variants: [zh-Hans]}}]")
    typed(page, "後面的話")
    expect(page.locator(ITEM)).to_have_count(1)


def test_with_instant_navigation_results_are_those_of_the_tree_being_read(fixture_page):
    page = fixture_page("zh-hans/", "features: [", "features: [navigation.instant, ")
    typed(page, "石橋")
    page.locator(f"{ITEM} a").first.click()
    page.wait_for_url(re.compile("/zh-hans/articles/stone-bridge/"))
    expect(page.locator(".md-content mark").first).to_have_text("石桥")
    page.evaluate("history.pushState({}, '', location.pathname.replace('zh-hans', 'zh-hant'))")
    page.locator(BOX).fill("")
    typed(page, "后面的话")
    expect(page.locator(f"{ITEM} a").first).to_have_attribute("href", re.compile("/some/where/zh-hant/articles/"))
    expect(page.locator(f"{ITEM} mark").first).to_have_text("後面的話")
