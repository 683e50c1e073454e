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
    built(project, served / "digest" / "instant")


def test_the_switch_follows_the_page_shown(open_page):
    page = open_page("instant/zh-hans/")
    page.evaluate("window.stayed = true")
    page.locator(".dg-card a").first.click()
    page.wait_for_url(re.compile("zh-hans/articles/stone-bridge/$"))
    assert page.evaluate("window.stayed")
    page.locator('.dg-switch a[data-variant="zh-Hant"]').click()
    page.wait_for_url(re.compile("zh-hant/articles/stone-bridge/$"))
    assert page.evaluate("document.documentElement.lang") == "zh-Hant"
    expect(page.locator(".md-search__input")).to_have_attribute("placeholder", "搜尋")
