"""The same with the theme's instant navigation, in which the head of a page outlives the page."""

import re
import shutil

import pytest
from building import FIXTURE, built
from playwright.sync_api import expect

pytestmark = pytest.mark.usefixtures("instant")


@pytest.fixture(scope="module")
def instant(served, address, tmp_path_factory):
    """The fixture's site with instant navigation, served beside the digest."""
    project = shutil.copytree(FIXTURE, tmp_path_factory.mktemp("instant") / "project")
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    # The theme takes the pages it may fetch from the sitemap.
    text = text.replace("https://example.org/bridges/", f"{address}instant/")
    config.write_text(text.replace("[search.highlight,", "[navigation.instant, search.highlight,"), encoding="utf-8")
    yield built(project, served / "digest" / "instant")
    shutil.rmtree(served / "digest" / "instant")


@pytest.fixture
def open_instant(open_page):
    """Opens a page and waits until the theme has the sitemap: clicks before that load whole pages."""

    def opened(path):
        page = open_page(path)
        page.wait_for_load_state("networkidle")
        page.evaluate("window.stayed = true")
        return page

    return opened


def test_the_switch_follows_the_page_shown(open_instant):
    page = open_instant("instant/zh-hans/")
    page.locator(".dg-card a").first.click()
    page.wait_for_url(re.compile("zh-hans/articles/stone-bridge/$"))
    assert page.evaluate("window.stayed")
    page.locator('.dg-switch a[data-variant="zh-Hant"]').click()
    page.wait_for_url(re.compile("zh-hant/articles/stone-bridge/$"))
    assert page.evaluate("document.documentElement.lang") == "zh-Hant"
    expect(page.locator(".md-search__input")).to_have_attribute("placeholder", "搜尋")


def test_arriving_shows_the_sentence_where_only_the_content_changed(open_instant):
    page = open_instant("instant/zh-hant/claims/")
    page.get_by_label("按概念").select_option("qiao")
    page.locator(".dg-entry:not([hidden]) .dg-entry__text a").first.click()
    page.wait_for_url(re.compile("zh-hant/articles/stone-bridge/#c1$"))
    expect(page.locator(".dg-here")).to_have_text("因此橋要修。")
    assert page.evaluate("window.stayed") and page.evaluate("document.activeElement.id") == "c1"


def test_the_filter_works_where_only_the_content_changed(open_instant):
    page = open_instant("instant/zh-hans/")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<a id=way href=claims/>论点</a>')")
    page.locator("#way").click()
    page.wait_for_url(re.compile("zh-hans/claims/$"))
    page.get_by_label("态度").select_option("against")
    expect(page.locator(".dg-entry:not([hidden])")).to_have_count(1)
    assert page.evaluate("window.stayed")
