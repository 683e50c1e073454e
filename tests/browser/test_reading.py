"""What a reader does: reads, follows a claim to its sentence, switches the script and stays where he is."""

import re

import pytest
from playwright.sync_api import expect

MA = "articles/000-ma-huateng-chanye-hulianwang/"
REVOLUTION = "articles/002-quzhongxinhua-de-geming/"
SMOKE = "articles/003-chanye-hulianwang-yanwudan/"
TENCENT = "articles/004-tengxun-disanci-kaifang/"
FONTS = {"zh-Hans": "SC", "zh-Hant": "TC"}


def top_block(page):
    """The text of the paragraph at the top of the view, without its mark."""
    return page.evaluate(
        """() => { const head = document.querySelector('.md-header').getBoundingClientRect().bottom
        for (const p of document.querySelectorAll('.dg-body p')) {
          const box = p.getBoundingClientRect(); if (box.bottom > head + 5) return [p.id, Math.round(box.top)] } }"""
    )


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(("tree", "tag"), [("zh-hans", "zh-Hans"), ("zh-hant", "zh-Hant")])
def test_every_page_fits_its_screen(open_page, address, tree, tag, width):
    page = open_page(f"{tree}/", width)
    for path in ("", MA, REVOLUTION, SMOKE, TENCENT):
        page.goto(f"{address}{tree}/{path}")
        assert page.evaluate("document.documentElement.lang") == tag, path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert FONTS[tag] in page.evaluate("getComputedStyle(document.body).fontFamily"), path
        expect(page.locator("h1").first, path).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_switch_keeps_page_and_place(open_page, width):
    page = open_page(f"zh-hans/{TENCENT}", width)
    page.locator("#p40").scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 137)")
    before = top_block(page)
    page.locator('.dg-switch a[data-variant="zh-Hant"]').click()
    page.wait_for_url(re.compile(f"zh-hant/{TENCENT}"))
    page.wait_for_load_state("load")
    page.wait_for_timeout(300)
    after = top_block(page)
    assert before[0] == after[0] and abs(before[1] - after[1]) <= 3
    page.locator('.dg-switch a[data-variant="zh-Hans"]').click()
    page.wait_for_url(re.compile(f"zh-hans/{TENCENT}"))
    page.wait_for_timeout(300)
    back = top_block(page)
    assert back[0] == before[0] and abs(back[1] - before[1]) <= 3


def test_the_switch_works_without_javascript(open_page):
    page = open_page(f"zh-hans/{MA}", java_script_enabled=False)
    page.locator('.dg-switch a[data-variant="zh-Hant"]').click()
    page.wait_for_url(re.compile(f"zh-hant/{MA}"))
    expect(page.locator("h1")).to_contain_text("馬化騰言必談")


def test_a_claim_leads_to_its_sentence_and_the_sentence_back(open_page):
    page = open_page(f"zh-hant/{MA}")
    page.locator("#claim-c8 .dg-claims__text").click()
    expect(page.locator("#c8")).to_be_in_viewport()
    expect(page.locator("#c8")).to_contain_text("去中心化賦能是偽命題")
    page.locator('.dg-mark[href="#claim-c8"]').click()
    expect(page.locator(".dg-pop .dg-link").first).to_contain_text("相左")
    page.locator(".dg-pop__all a").click()
    expect(page.locator("#claim-c8")).to_be_in_viewport()
    expect(page.locator("#claim-c8 details").first).to_have_attribute("open", "")


def test_a_dispute_leads_to_the_other_sentence_and_back(open_page):
    page = open_page(f"zh-hans/{MA}")
    claim = page.locator("#claim-c8")
    claim.locator("summary").first.click()
    link = claim.locator('.dg-link[data-kind="disputes"]').first
    expect(link).to_be_visible()
    expect(link).to_contain_text("理由")
    link.locator(".dg-link__quote a").click()
    page.wait_for_url(re.compile(r"/zh-hans/articles/00[23]-.*#c\d+$"))
    target = page.url.rsplit("#", 1)[1]
    sentence = page.locator(f"#{target}")
    expect(sentence).to_be_in_viewport()
    assert sentence.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"
    page.locator(f'.dg-mark[href="#claim-{target}"]').click()
    back = page.locator(f"#claim-{target} .dg-link", has_text="去中心化赋能是伪命题").first
    expect(back).to_contain_text("万霖")


def test_relations_open_without_javascript(open_page):
    page = open_page(f"zh-hans/{MA}", java_script_enabled=False)
    page.locator("#claim-c8 summary").first.click()
    expect(page.locator("#claim-c8 .dg-link").first).to_be_visible()


def test_the_same_claim_has_the_same_address_in_both_scripts(open_page):
    for tree, words in (("zh-hans", "烟雾弹"), ("zh-hant", "煙霧彈")):
        page = open_page(f"{tree}/{SMOKE}#c3")
        expect(page.locator("#c3")).to_be_in_viewport()
        expect(page.locator("#c3")).to_contain_text(words)


@pytest.mark.parametrize(
    ("locale", "tree"),
    [("zh-CN", "zh-hans"), ("zh-SG", "zh-hans"), ("zh-TW", "zh-hant"), ("zh-HK", "zh-hant"), ("zh-Hant-CN", "zh-hant")],
)
def test_a_first_visitor_is_sent_to_his_script(open_page, locale, tree):
    page = open_page("", locale=locale)
    page.wait_for_url(re.compile(f"/{tree}/$"))


def test_a_visitor_of_another_language_chooses(open_page):
    page = open_page("", locale="fr-FR")
    expect(page.locator("a[data-variant]")).to_have_count(2)


def test_the_choice_is_remembered(open_page, address):
    page = open_page("zh-hans/", locale="zh-CN")
    page.locator('.dg-switch a[data-variant="zh-Hant"]').click()
    page.wait_for_url(re.compile("/zh-hant/$"))
    page.goto(address)
    page.wait_for_url(re.compile("/zh-hant/$"))


def test_light_and_dark_are_kept_across_the_switch(open_page):
    page = open_page("zh-hans/", color_scheme="light")
    page.locator(".dg-header form[data-md-component=palette] label:visible").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.locator('.dg-switch a[data-variant="zh-Hant"]').click()
    page.wait_for_url(re.compile("/zh-hant/$"))
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


@pytest.mark.parametrize(
    ("locale", "tree", "offered"), [("zh-TW", "zh-hans", "看繁體版"), ("zh-CN", "zh-hant", "看简体版")]
)
def test_a_first_visit_in_the_other_script_offers_the_switch(open_page, locale, tree, offered):
    page = open_page(f"{tree}/{MA}", locale=locale)
    offer = page.locator(".dg-offer a:visible")
    expect(offer).to_have_text(offered)
    assert f"/{tree}/" in page.url
    page.locator(".dg-offer button").click()
    page.reload()
    expect(page.locator(".dg-offer")).to_be_hidden()


@pytest.mark.parametrize(("locale", "tree"), [("zh-CN", "zh-hans"), ("zh-HK", "zh-hant"), ("en-GB", "zh-hans")])
def test_nothing_is_offered_to_who_reads_his_script_already(open_page, locale, tree):
    page = open_page(f"{tree}/", locale=locale)
    expect(page.locator(".dg-offer")).to_be_hidden()
