"""Each kind of page, in both scripts: under the site's own content policy, without JavaScript, on a narrow screen."""

import itertools
import re
import zlib

import pytest
from kinds import KINDS, path_of
from playwright.sync_api import expect

TREES = ("zh-hans", "zh-hant")
ARTICLE = "articles/003-chanye-hulianwang-yanwudan/"
WATCH = "addEventListener('securitypolicyviolation', (e) => (window.refused = window.refused || []).push(`${e.effectiveDirective} ${e.blockedURI}`))"


@pytest.fixture
def of_kind(served):
    return lambda tree, kind: path_of(served / "digest", tree, kind)


# Of each kind a page, one after the other in one window: a window of its own for each takes three times as long. The
# scripts take turns: the policy and what it speaks of are the same in both, and so is the search of each page of a
# script, which is asked on two.
def test_the_policy_refuses_nothing_that_the_page_needs(browser, address, of_kind):
    context = browser.new_context()
    context.add_init_script(WATCH)
    page, refused = context.new_page(), {}
    for place, (kind, tree) in enumerate(zip(KINDS, itertools.cycle(TREES), strict=False)):
        answer = page.goto(address + of_kind(tree, kind))
        assert "script-src 'self'" in answer.headers["content-security-policy"], kind
        assert page.locator('meta[http-equiv="Content-Security-Policy"]').count() == 1, kind
        if place < 2 * len(TREES):
            page.locator(".md-search__input").click()
            page.locator(".md-search__input").fill("平台")
            expect(page.locator(".md-search-result__item").first).to_be_visible()
            page.keyboard.press("Escape")
        page.locator(".dg-header form[data-md-component=palette] label:visible").click()
        refused[kind] = page.evaluate("window.refused || []")
    assert refused == {kind: [] for kind in KINDS}
    context.close()


@pytest.mark.parametrize("path", ["", "404.html"])
def test_the_policy_refuses_nothing_of_the_pages_of_no_script(browser, address, path):
    context = browser.new_context(locale="fr-FR")
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(address + path)
    assert page.locator('meta[http-equiv="Content-Security-Policy"]').count() == 1
    assert page.evaluate("window.refused || []") == []
    context.close()


def test_the_policy_refuses_a_script_in_the_page(browser, address):
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}zh-hans/")
    page.evaluate("""() => { const script = document.createElement("script"); script.textContent = "window.ran = true"
      document.body.append(script) }""")
    assert page.evaluate("window.ran") is None
    context.close()


# No colour takes room: each script is seen in one of the schemes.
@pytest.mark.parametrize(("tree", "scheme"), [("zh-hans", "dark"), ("zh-hant", "light")])
def test_a_narrow_page_fits_and_is_as_light_as_the_system(open_page, address, of_kind, tree, scheme):
    page = open_page(of_kind(tree, KINDS[0]), 360, color_scheme=scheme)
    for kind in KINDS:
        page.goto(address + of_kind(tree, kind))
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, kind
        shown = page.evaluate("document.body.dataset.mdColorScheme")
        assert shown == ("default" if scheme == "light" else "slate"), kind
        expect(page.locator("h1").first, kind).to_be_visible()


@pytest.mark.parametrize("tree", TREES)
def test_a_page_is_whole_without_javascript(open_page, address, of_kind, tree):
    page = open_page(of_kind(tree, KINDS[0]), 360, java_script_enabled=False)
    for kind in KINDS:
        page.goto(address + of_kind(tree, kind))
        expect(page.locator("h1").first, kind).to_be_visible()
        for name in (".md-search__form", ".dg-header form[data-md-component=palette] label"):
            expect(page.locator(name).first, kind).to_be_hidden()
        assert page.locator("#dg-main a[href]").count() > 3, kind


@pytest.mark.parametrize("tree", TREES)
def test_without_javascript_every_claim_is_reached(open_page, tree):
    page = open_page(f"{tree}/{ARTICLE}", 360, java_script_enabled=False)
    text = page.locator("#dg-text")
    assert text.bounding_box()["y"] < 800, "the text begins on the first screen of a phone"
    page.locator(".dg-points > summary").click()
    expect(page.locator(".dg-points li")).to_have_count(13)
    expect(page.locator(".dg-points li").last).to_be_visible()
    page.locator('.dg-mark[href="#claim-c7"]').click()
    expect(page.locator("#claim-c7")).to_be_in_viewport()
    page.locator("#claim-c7 summary").first.click()
    expect(page.locator("#claim-c7 .dg-link").first).to_be_visible()


def test_where_there_is_room_the_claims_stand_beside_the_text(open_page):
    page = open_page(f"zh-hans/{ARTICLE}", 1280)
    expect(page.locator(".dg-points li").first).to_be_visible()
    points, text = page.locator(".dg-points").bounding_box(), page.locator("#dg-text").bounding_box()
    assert points["x"] > text["x"] + text["width"]
    # A line of 36 to 42 characters.
    assert (
        36
        <= text["width"] / float(page.locator("#dg-text").evaluate("e => parseFloat(getComputedStyle(e).fontSize)"))
        <= 42
    )


@pytest.mark.parametrize("width", [360, 1280])
def test_a_mark_opens_what_meets_its_claim_by_keyboard(open_page, width):
    page = open_page(f"zh-hans/{ARTICLE}", width)
    mark = page.locator('.dg-mark[href="#claim-c7"]')
    mark.focus()
    page.keyboard.press("Enter")
    box = page.locator(".dg-pop")
    expect(box).to_be_visible()
    expect(box.locator(".dg-link").first).to_contain_text("相左")
    expect(box).to_be_focused()
    shape = box.bounding_box()
    assert shape["x"] >= 0 and shape["x"] + shape["width"] <= width
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.dg-pop') !== null")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(mark).to_be_focused()
    assert "#claim" not in page.url


def test_a_mark_opens_under_a_resting_pointer_and_closes_when_it_leaves(open_page):
    page = open_page(f"zh-hant/{ARTICLE}")
    mark = page.locator('.dg-mark[href="#claim-c7"]')
    mark.scroll_into_view_if_needed()
    mark.hover()
    expect(page.locator(".dg-pop")).to_be_visible()
    expect(mark).to_have_attribute("aria-expanded", "true")
    page.mouse.move(5, 300)
    expect(page.locator(".dg-pop")).to_be_hidden()


def test_a_tap_opens_and_a_tap_beside_closes(open_page):
    page = open_page(f"zh-hans/{ARTICLE}", 360, has_touch=True)
    mark = page.locator('.dg-mark[href="#claim-c3"]')
    mark.scroll_into_view_if_needed()
    mark.tap()
    expect(page.locator(".dg-pop .dg-link").first).to_be_visible()
    page.touchscreen.tap(180, 90)
    expect(page.locator(".dg-pop")).to_be_hidden()


@pytest.mark.parametrize("path", ["zh-hans/", f"zh-hans/{ARTICLE}", "zh-hans/claims/"])
def test_the_first_tab_leads_past_the_head(open_page, path):
    page = open_page(path)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.md-skip')")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.md-header') === null")


def test_a_closed_drawer_and_a_closed_search_are_no_stop_on_a_phone(open_page):
    page = open_page("zh-hans/", 360)
    inside = []
    for _ in range(12):
        page.keyboard.press("Tab")
        inside.append(page.evaluate("document.activeElement.closest('.md-sidebar, .md-search') !== null"))
    assert not any(inside) and page.evaluate("document.activeElement.closest('#dg-main') !== null")
    page.locator("[data-opens=__search]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".md-search__input")).to_be_focused()


@pytest.mark.parametrize("path", ["zh-hans/", f"zh-hant/{ARTICLE}", "zh-hant/archive/"])
def test_what_has_the_focus_can_be_seen(open_page, path):
    page = open_page(path)
    for number in range(25):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            # All of a short page has been gone through.
            assert number > 12
            break
        shown = page.evaluate("""() => { const e = document.activeElement, s = getComputedStyle(e), box = e.getBoundingClientRect()
          // The theme hides its radio buttons and shows the focus on their label.
          if (e.matches(".md-option")) return [e.id, true, getComputedStyle(e.nextElementSibling).outlineStyle !== "none"]
          return [e.outerHTML.slice(0, 80), box.width > 0 && box.height > 0,
            (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== "none" || e.matches(".md-search__input, .md-skip")] }""")
        assert shown[1] and shown[2], shown


def test_the_citation_says_the_day_it_is_read_on(open_page):
    page = open_page(f"zh-hans/{ARTICLE}")
    today = page.evaluate(
        "(() => { const d = new Date(); return [d.getFullYear(), d.getMonth() + 1, d.getDate()].map((n) => String(n).padStart(2, '0')).join('-') })()"
    )
    expect(page.locator(".dg-cite")).to_contain_text(f"(2021-09-30)[{today}]")


def test_emphasis_is_dots_and_a_quotation_is_set_in_regular_script(open_page):
    page = open_page(f"zh-hans/{ARTICLE}")
    style = page.evaluate("""() => { const text = document.getElementById("dg-text")
      text.insertAdjacentHTML("beforeend", "<p><em>着重</em></p><blockquote><p>引文</p></blockquote>")
      const em = getComputedStyle(text.querySelector("em")), quote = getComputedStyle(text.querySelector("blockquote:last-child"))
      return [em.fontStyle, em.textEmphasisStyle, quote.fontFamily, getComputedStyle(text).lineBreak] }""")
    assert style[0] == "normal" and "dot" in style[1] and "Kai" in style[2] and style[3] == "strict"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_has_the_text_the_claims_and_the_source_and_no_way_around_the_site(open_page, scheme):
    page = open_page(f"zh-hans/{ARTICLE}", own=True, color_scheme=scheme)
    page.emulate_media(media="print", color_scheme=scheme)
    for name in (".dg-head h1", "#dg-text p:not(:has(.dg-picture))", ".dg-points li", ".dg-cite"):
        expect(page.locator(name).first).to_be_visible()
    for name in (".md-header", ".md-footer", ".dg-claims", ".dg-around", ".dg-lead", ".dg-toc"):
        expect(page.locator(name).first).to_be_hidden()
    assert page.locator("#dg-text").bounding_box()["y"] < page.locator(".dg-points").bounding_box()["y"]
    assert page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('.dg-body')).color]"
    ) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    assert len(page.pdf(prefer_css_page_size=True)) > 20_000


def test_no_sheet_of_paper_is_empty(open_page, address, of_kind):
    """A printed page has more on it than its number: its text is in the PDF's content, which grows with it."""
    page = open_page(of_kind("zh-hans", KINDS[0]))
    for kind in KINDS:
        page.goto(address + of_kind("zh-hans", kind))
        sheets = page.evaluate("document.fonts.ready.then(() => true)") and page.pdf(prefer_css_page_size=True)
        drawn = [
            len(zlib.decompress(found))
            for found in re.findall(rb"stream\r?\n(x[\x01\x5e\x9c\xda].*?)\r?\nendstream", sheets, re.DOTALL)
            if _is_drawing(found)
        ]
        assert drawn and min(drawn) > 1000, (kind, drawn)


def _is_drawing(found):
    """Whether a stream of a PDF draws a sheet: not a font, a picture or a table."""
    try:
        return b" Tf" in zlib.decompress(found)
    except zlib.error:
        return False
