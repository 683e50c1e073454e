"""Everything hostile that anybody may write, built without the site's policy, in a real browser.

All pages are read by the browser's own parser, and looked through as a tree; some are opened, with the theme's
scripts: lists, maps, the search, and every so many articles. Every eleventh text is tried, which are some of each kind;
all of them with ``HOSTILE_EVERY=1``, as ``make fuzz`` does.
"""

import pytest
from audit import EVERY, KINDS, LIVE, OPENED, PARSE, READ
from markdown import Markdown
from payloads import ELSEWHERE, payloads
from test_searching import BOX, ITEM, answered


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
