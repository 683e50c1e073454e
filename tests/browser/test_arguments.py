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
    entry.locator(".dg-entry__text a").click()
    page.wait_for_url(re.compile(r"zh-hant/articles/.+/#c\d+$"))
    assert page.evaluate("document.querySelector(':target').textContent.length") > 5


@pytest.mark.parametrize("path", [
    "claims/", "claims/disputes/", "concepts/", "concepts/chan-ye-hu-lian-wang/", "people/", "people/meng-yong-hui/",
])
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
