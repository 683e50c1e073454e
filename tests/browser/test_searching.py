"""The search box, typed in as a person types, in both scripts."""

import re

import pytest
from playwright.sync_api import expect

SMALL = 960


def search(page, words, width=1280):
    """Type ``words`` and return the slugs' numbers that are found, in order."""
    if width < SMALL:
        page.locator("label.md-header__button[for=__search]").click()
    box = page.locator(".md-search__input")
    box.click()
    expect(page.locator(".md-search-result__meta")).not_to_have_text(re.compile("初始化"))
    box.press_sequentially(words, delay=10)
    expect(page.locator(".md-search-result__meta")).to_have_text(re.compile(r"\d|没有|沒有"))
    page.wait_for_timeout(200)
    links = page.locator(".md-search-result__item > a:first-child").evaluate_all("all => all.map(a => a.href)")
    return [re.search(r"/articles/(\d+)-", link)[1] for link in links]


@pytest.mark.parametrize("tree", ["zh-hans", "zh-hant"])
@pytest.mark.parametrize(
    ("words", "articles"),
    [
        ("產業互聯網", {"000", "001", "002", "003", "004"}),
        ("产业互联网", {"000", "001", "002", "003", "004"}),
        ("産業互联網", {"000", "001", "002", "003", "004"}),
        ("馬化腾", {"000"}),
        ("毛細血管", {"001"}),
        ("消费平权", {"002"}),
        ("S2B 陷阱", {"003"}),
        ("s2b2c", {"003"}),
        ("莊文磊", {"004"}),
        ("714亿元", {"004"}),
        ("To B", {"004"}),
        ("裏面", {"004"}),
        ("著手", {"001"}),
        ("乾脆", {"001", "002"}),
        ("頭髮", set()),
        ("茅台酒", set()),
        ("(.*[", set()),
    ],
)
def test_a_text_is_found_in_either_script(open_page, tree, words, articles):
    assert set(search(open_page(f"{tree}/"), words)) == articles


@pytest.mark.parametrize("width", [360, 1280])
def test_a_result_leads_to_the_paragraph_with_the_hit_marked(open_page, width):
    page = open_page("zh-hant/", width)
    assert search(page, "消费平权", width) == ["002"]
    result = page.locator(".md-search-result__item a").nth(1)
    expect(result.locator("mark").first).to_have_text("消費平權")
    result.click()
    page.wait_for_url(re.compile(r"zh-hant/articles/002.*h=.*#"))
    marks = page.locator(".dg-body mark[data-md-highlight]")
    expect(marks.first).to_have_text("消費平權")
    assert any(mark.bounding_box() and 0 <= mark.bounding_box()["y"] <= 800 for mark in marks.all())


def test_text_that_comes_without_keys_is_searched(open_page):
    page = open_page("zh-hans/")
    page.locator(".md-search__input").click()
    page.keyboard.insert_text("烟雾弹")
    expect(page.locator(".md-search-result__item")).to_have_count(1)


def test_hostile_words_stay_words(open_page):
    page = open_page("zh-hans/")
    page.locator(".md-search__input").click()
    page.keyboard.insert_text("<img src=x onerror=alert(1)>")
    expect(page.locator(".md-search-result__meta")).to_have_text(re.compile("没有"))
    assert page.locator(".md-search-result img").count() == 0


def test_the_first_result_is_the_article_with_the_words_in_its_title(open_page):
    assert search(open_page("zh-hans/"), "烟雾弹")[0] == "003"
