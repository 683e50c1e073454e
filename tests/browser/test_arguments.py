"""The pages made from claims, in a browser."""

import re

import pytest
from playwright.sync_api import expect

SHOWN = ".dg-entry:not([hidden])"


def test_claims_are_filtered_and_the_address_says_how(open_page):
    page = open_page("zh-hans/claims/")
    everything = page.locator(SHOWN).count()
    page.get_by_label("按概念").select_option("qu-zhong-xin-hua")
    about = page.locator(SHOWN).count()
    page.get_by_label("态度").select_option("against")
    expect(page.locator(SHOWN)).to_have_count(1)
    assert 1 < about < everything and "伪命题" in page.locator(SHOWN).inner_text()
    assert page.url.endswith("?concept=qu-zhong-xin-hua&stance=against")
    expect(page.locator(".dg-filter output")).to_have_text(f"显示 1 条，共 {everything} 条")
    page.get_by_role("button", name="全部显示").click()
    expect(page.locator(SHOWN)).to_have_count(everything)
    assert page.url.endswith("/claims/")


def test_a_filtered_list_is_shared_in_either_script(open_page):
    page = open_page("zh-hans/claims/?holder=wan-lin&relation=disputes")
    assert page.locator(SHOWN).count() == 2
    page.locator('.dg-switch a[data-variant="zh-Hant"]').click()
    page.wait_for_url(re.compile(r"/zh-hant/claims/\?holder=wan-lin&relation=disputes$"))
    expect(page.locator(SHOWN)).to_have_count(2)
    assert page.get_by_label("誰說的").input_value() == "wan-lin"


@pytest.mark.parametrize("width", [360, 1280])
def test_one_set_of_choices_stands_before_the_claims_folded_on_a_phone(open_page, width):
    page = open_page("zh-hans/claims/", width=width)
    expect(page.locator(".dg-facets dd:visible")).to_have_count(1)
    assert page.get_by_label("按概念").is_visible() == (width > 360)
    if width == 360:
        assert page.locator(".dg-group").first.bounding_box()["y"] < 0.6 * page.viewport_size["height"]
        page.get_by_text("筛选论点", exact=True).click()
        assert page.get_by_label("按概念").is_visible()
    chosen = open_page("zh-hans/claims/?stance=against", width=width)
    assert chosen.get_by_label("态度").is_visible()
    bare = open_page("zh-hans/claims/", width=width, java_script_enabled=False)
    assert bare.locator(".dg-facets dd:visible").count() == bare.locator(".dg-facets dd").count() == 4


def test_an_address_that_asks_for_what_is_not_there_shows_all(open_page):
    page = open_page("zh-hans/claims/?concept=%22%3E%3Cimg%3E&stance=x")
    assert page.locator(SHOWN).count() == page.locator(".dg-entry").count() > 0


def test_without_a_script_the_lists_are_links(open_page):
    page = open_page("zh-hant/claims/", java_script_enabled=False)
    assert not page.locator(".dg-filter").is_visible()
    page.get_by_role("link", name=re.compile("^相左")).first.click()
    page.wait_for_url(re.compile("zh-hant/claims/disputes/$"))
    entry = page.locator(".dg-entry").first
    assert "相左" in entry.inner_text()
    entry.locator(".dg-entry__text a, .dg-face a").first.click()
    page.wait_for_url(re.compile(r"zh-hant/articles/.+/#c\d+$"))
    assert page.evaluate("document.querySelector(':target').textContent.length") > 5


@pytest.mark.parametrize(
    "path",
    ["claims/", "claims/disputes/", "concepts/", "concepts/chan-ye-hu-lian-wang/", "people/", "people/meng-yong-hui/"],
)
@pytest.mark.parametrize("tree", ["zh-hans", "zh-hant"])
def test_nothing_is_wider_than_a_small_phone(open_page, tree, path):
    page = open_page(f"{tree}/{path}", width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_definitions_stand_side_by_side_and_both_sides_in_columns(open_page):
    page = open_page("zh-hans/concepts/chan-ye-hu-lian-wang/")
    tops = [page.locator(".dg-definitions__item").nth(number).bounding_box()["y"] for number in (0, 1)]
    assert tops[0] == tops[1]
    left, right = (page.locator(f'.dg-side[data-side="{side}"]').bounding_box() for side in ("for", "against"))
    assert left["y"] == right["y"] and left["x"] + left["width"] <= right["x"]


FITS = """() => {
  const found = []
  for (const svg of document.querySelectorAll("[data-map]")) {
    const frame = svg.viewBox.baseVal
    const texts = [...svg.querySelectorAll("text:not(.dg-map__number)")].map((text) => ({ box: text.getBBox(), text }))
    for (const { box, text } of texts) {
      if (box.x < 0 || box.y < 0 || box.x + box.width > frame.width || box.y + box.height > frame.height) found.push(`outside: ${text.textContent}`)
      const rect = text.closest("g").querySelector("rect")
      if (rect && box.x + box.width > rect.getBBox().x + rect.getBBox().width - 4) found.push(`out of its box: ${text.textContent}`)
      const end = svg.querySelector("circle + circle")
      if (end && box.x + box.width > end.cx.baseVal.value) found.push(`over the dots: ${text.textContent}`)
    }
    for (const [index, one] of texts.entries()) {
      for (const other of texts.slice(index + 1)) {
        const [a, b] = [one.box, other.box]
        // Line boxes are higher than their signs: what stands a line apart may share two units of them.
        if (a.x < b.x + b.width && b.x < a.x + a.width && a.y + 3 < b.y + b.height && b.y + 3 < a.y + a.height) found.push(`over one another: ${one.text.textContent} | ${other.text.textContent}`)
      }
    }
  }
  return found
}"""


@pytest.mark.parametrize("tree", ["zh-hans", "zh-hant"])
@pytest.mark.parametrize(
    "path",
    ["map/", "articles/000-ma-huateng-chanye-hulianwang/#dg-map", "articles/004-tengxun-disanci-kaifang/#dg-map"],
)
def test_no_text_of_a_map_is_cut_or_covered(open_page, tree, path):
    page = open_page(f"{tree}/{path}")
    expect(page.locator("[data-map] text").nth(10)).to_be_attached()
    assert page.evaluate(FITS) == []


@pytest.mark.parametrize("tree", ["zh-hans", "zh-hant"])
@pytest.mark.parametrize("path", ["map/", "articles/000-ma-huateng-chanye-hulianwang/#dg-map"])
def test_on_a_phone_the_map_is_a_list_of_pairs_by_article(open_page, tree, path):
    page = open_page(f"{tree}/{path}", width=360)
    pairs = page.locator(".dg-pairs li" if path == "map/" else ".dg-met-in .dg-link")
    expect(pairs.first).to_be_visible()
    assert page.locator("[data-map]:visible").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    if path != "map/":
        assert pairs.count() == page.locator(".dg-claims .dg-link").count() > 20
        assert page.locator(".dg-met-in h3").count() == page.locator(".dg-backlinks li").count()


def test_a_map_that_did_not_come_says_so_and_is_fetched_when_opened_again(browser, address):
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(f"{address}zh-hans/articles/000-ma-huateng-chanye-hulianwang/")
    page.route("**/map.svg", lambda route: route.abort())
    summary = page.locator("#dg-map")
    summary.click()
    expect(page.locator("[data-from]")).to_contain_text("没有取到")
    page.unroute("**/map.svg")
    summary.click()
    summary.click()
    expect(page.locator("#map-article a").first).to_be_visible()
    context.close()


def test_a_node_of_the_map_leads_to_its_sentence(open_page):
    page = open_page("zh-hans/map/")
    node = page.locator("#map-claims a", has_text="去中心化赋能是伪命题")
    node.hover()
    assert page.locator("#map-claims .dg-bow[data-on]").count() >= 8
    assert (
        page.locator("#map-claims .dg-bow:not([data-on])").first.evaluate("(bow) => getComputedStyle(bow).opacity")
        == "0.08"
    )
    node.click()
    page.wait_for_url(re.compile(r"articles/000-ma-huateng-chanye-hulianwang/#c8$"))
    expect(page.locator(":target")).to_contain_text("伪命题")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_has_the_colours_of_the_page(open_page, scheme):
    page = open_page("zh-hant/map/", color_scheme=scheme)
    shade = page.locator("#map-articles .dg-map__line text").first.evaluate(
        "(text) => getComputedStyle(text).fill.match(/\\d+/g).map(Number)[0]"
    )
    assert shade > 180 if scheme == "dark" else shade < 60


HERE = "[...document.querySelectorAll('.dg-here')].map((each) => [getComputedStyle(each).backgroundColor, each.textContent])"


@pytest.mark.parametrize("tree", ["zh-hans", "zh-hant"])
def test_arriving_at_a_claim_shows_all_its_sentences_and_keeps_the_keyboard_there(open_page, tree):
    page = open_page(f"{tree}/articles/000-ma-huateng-chanye-hulianwang/#c8")
    expect(page.locator(".dg-here")).to_have_count(page.locator('.dg-body [data-mark~="c8"]').count())
    shown = page.evaluate(HERE)
    assert len(shown) >= 2 and len({colour for colour, _ in shown}) == 1 and "rgba(0, 0, 0, 0)" not in shown[0][0]
    assert page.evaluate("document.activeElement.id") == "c8"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hash") == "#claim-c8"


def test_a_sentence_of_two_ids_is_shown_for_the_second_too(open_page):
    page = open_page("zh-hans/concepts/chan-ye-hu-lian-wang/")
    for number in range(page.locator(".dg-definitions blockquote a").count()):
        page.locator(".dg-definitions blockquote a").nth(number).click()
        page.wait_for_url(re.compile(r"#d\d+$"))
        expect(page.locator(".dg-here").first).to_be_in_viewport()
        assert len(page.evaluate(HERE)[0][1]) > 5
        page.go_back()


def test_what_else_a_quarrel_holds_stands_under_each_claim_once(served):
    pages = list((served / "digest").glob("zh-hans/disputes/*/*/index.html"))
    assert len(pages) > 20
    for page in pages:
        said = re.findall(r'<p class="dg-quarrel__of">([^<]*)</p>', page.read_text(encoding="utf-8"))
        assert len(said) == len(set(said)), page
