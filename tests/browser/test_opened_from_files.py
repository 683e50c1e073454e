"""A built site that opens by a double click: read from files, in Chromium, without a server."""

import re
from html import unescape
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect

from digest.__main__ import main

MA = "articles/000-ma-huateng-chanye-hulianwang/"


@pytest.fixture(scope="module")
def portable(served, tmp_path_factory):
    """The digest itself as a folder that opens by a double click, where it was unpacked."""
    folder = tmp_path_factory.mktemp("下载 的") / "preview"
    assert main(["portable", str(served / "digest"), "--output", str(folder)]) == 0
    return folder


@pytest.fixture
def opened(browser, portable):
    """A page of a browser that has never been on a network; nothing may go wrong on it."""
    context, faults = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True, locale="zh-CN"), []
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("requestfailed", lambda asked: faults.append(asked.url))
    yield page
    context.close()
    assert faults == []


def test_every_way_on_every_page_leads_to_a_file(portable):
    pages = sorted(portable.rglob("*.html"))
    dead = []
    for page in pages:
        for written in re.findall(r'\s(?:href|src)="([^"]*)"', page.read_text(encoding="utf-8")):
            parts = urlsplit(unescape(written))
            is_own = not parts.scheme and not parts.netloc and parts.path
            if is_own and not (page.parent / unquote(parts.path)).is_file():
                dead.append((page.relative_to(portable).as_posix(), written))
    assert len(pages) > 20 and dead == []


def test_it_is_read_from_the_double_click_to_the_other_script(opened, portable):
    opened.goto((portable / "index.html").as_uri())
    opened.wait_for_url("**/zh-hans/index.html")
    opened.locator(f'.dg-card a[href*="{MA}"]').first.click()
    expect(opened.locator("h1")).to_contain_text("马化腾言必谈")
    assert opened.evaluate("getComputedStyle(document.querySelector('.dg-body')).fontSize") != "16px"
    expect(opened.locator(".md-search")).to_be_hidden()
    # To the sentence of another article that a claim meets, and there to the other script at the same place.
    quoted = opened.locator(".dg-claims__item .dg-link a[href*='#c']").first
    quoted.evaluate(
        "link => { for (let each = link; each; each = each.parentElement) if (each.localName === 'details') each.open = true }"
    )
    place = quoted.get_attribute("href").partition("#")[2]
    quoted.click()
    opened.wait_for_url(f"**/zh-hans/articles/*/index.html#{place}")
    opened.locator(".dg-switch a[data-variant='zh-Hant']").click()
    opened.wait_for_url(f"**/zh-hant/articles/*/index.html#{place}")
    expect(opened.locator(f"#{place}")).to_be_in_viewport()


def test_the_map_around_an_article_is_there_without_being_fetched(opened, portable):
    opened.goto((portable / "zh-hant" / MA / "index.html").as_uri())
    drawn = opened.locator("details.dg-drawn")
    drawn.locator("summary").click()
    expect(drawn.locator(".dg-map svg")).to_be_visible()
    drawn.locator(".dg-map svg a").first.click()
    opened.wait_for_url("**/zh-hant/articles/*/index.html*")
