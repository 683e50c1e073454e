"""What answers a claim, opened at its sentence: inside any window, whole, disputes first; the way there and back."""

import re

import pytest
from playwright.sync_api import expect

MA = "articles/000-ma-huateng-chanye-hulianwang/"
SIZES = (
    (1366, 768),
    (1280, 720),
    (1024, 600),
    (1024, 500),
    (768, 1024),
    (390, 844),
    (360, 640),
    (320, 568),
    (844, 300),
)
# Where in the window the mark stands, as a share of its height.
PLACES = (0.15, 0.5, 0.92)

OPEN = """([name, share]) => {
  document.querySelector(".dg-pop:popover-open")?.hidePopover()
  const mark = document.querySelector(`a.dg-mark[href="#claim-${name}"]`)
  scrollBy({ top: mark.getBoundingClientRect().top - innerHeight * share, behavior: "instant" })
  mark.click()
}"""
SHAPE = """() => {
  const box = document.querySelector(".dg-pop"), links = [...box.querySelectorAll(".dg-link")]
  const claim = document.getElementById(`claim-${box.dataset.claim}`)
  box.scrollTop = box.scrollHeight
  const frame = box.getBoundingClientRect(), last = links.at(-1).getBoundingClientRect()
  return { inside: frame.top >= 0 && frame.left >= 0 && frame.bottom <= innerHeight && frame.right <= innerWidth,
    room: frame.height, reached: last.bottom <= frame.bottom + 1,
    shown: links.length, all: claim.querySelectorAll(".dg-link").length,
    kinds: links.map((each) => each.dataset.kind) }
}"""


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_all_answers_are_reached_in_any_window(open_page, width, height):
    page = open_page(f"zh-hans/{MA}", width)
    page.set_viewport_size({"width": width, "height": height})
    names = page.evaluate("[...document.querySelectorAll('a.dg-mark[data-meets]')].map((each) => each.hash.slice(7))")
    assert len(names) >= 10
    # The windows take turns: each mark is opened in every other one.
    for name in names[SIZES.index((width, height)) % 2 :: 2]:
        for share in PLACES:
            page.evaluate(OPEN, [name, share])
            shape = page.evaluate(SHAPE)
            assert shape["inside"] and shape["reached"] and shape["shown"] == shape["all"], (name, share, shape)
            # No slit: two lines of an answer at the least.
            assert shape["room"] >= min(120, height - 40), (name, share, shape)
            disputes = [kind == "disputes" for kind in shape["kinds"]]
            assert disputes == sorted(disputes, reverse=True)


def test_a_finger_gets_a_sheet_with_a_button_to_close_it(open_page):
    page = open_page(f"zh-hant/{MA}", 1024, has_touch=True)
    mark = page.locator('a.dg-mark[href="#claim-c8"]')
    mark.scroll_into_view_if_needed()
    mark.tap()
    box = page.locator(".dg-pop")
    expect(box).to_have_attribute("data-sheet", "")
    shape = box.bounding_box()
    assert shape["x"] == 0 and shape["width"] == 1024 and round(shape["y"] + shape["height"]) == 800
    button = box.locator(".dg-pop__bar button")
    assert min(button.bounding_box()["width"], button.bounding_box()["height"]) >= 40
    button.tap()
    expect(box).to_be_hidden()


@pytest.mark.parametrize("way", ["bar", "browser"])
@pytest.mark.parametrize("width", [390, 1280])
def test_an_answer_is_followed_and_the_reader_comes_back_to_what_was_open(open_page, width, way):
    page = open_page(f"zh-hans/{MA}", width)
    mark = page.locator('a.dg-mark[href="#claim-c8"]')
    mark.scroll_into_view_if_needed()
    mark.click()
    page.locator(".dg-pop .dg-link__quote a").first.click()
    page.wait_for_url(re.compile(r"/articles/00[1-4].*#c\d+$"))
    bar = page.locator(".dg-arrival[data-shown]")
    expect(bar).to_be_visible()
    name = page.url.rsplit("#", 1)[1]
    expect(bar).to_have_attribute("data-claim", name)
    expect(page.locator(f"#{name}")).to_be_in_viewport()
    frame, sentence = bar.bounding_box(), page.locator(f"#{name}").bounding_box()
    assert frame["height"] < 90 and frame["y"] + frame["height"] <= sentence["y"] + 1, "the bar hides no sentence"
    back = bar.locator(".dg-arrival__back")
    expect(back).to_contain_text("马化腾言必谈")
    if way == "bar":
        back.click()
    else:
        page.go_back()
    page.wait_for_url(re.compile(MA))
    expect(page.locator(".dg-pop")).to_be_visible()
    expect(page.locator(".dg-pop__claim")).to_contain_text("伪命题")


def test_without_javascript_the_address_alone_shows_the_bar(open_page):
    page = open_page(f"zh-hans/{MA}#c8", java_script_enabled=False)
    shown = page.locator(".dg-arrival:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("万霖")
    shown.locator('a[href="#claim-c8"]').click()
    expect(page.locator("#claim-c8")).to_be_in_viewport()
    expect(page.locator(".dg-arrival:visible")).to_have_count(0)


def test_who_follows_a_claim_of_the_page_itself_needs_no_bar(open_page):
    page = open_page(f"zh-hans/{MA}")
    page.locator('#claim-c8 a[href="#c8"]').first.click()
    expect(page.locator("#c8")).to_be_in_viewport()
    expect(page.locator(".dg-arrival:visible")).to_have_count(0)


def test_sentences_are_underlined_as_the_reader_chooses(open_page):
    page = open_page(f"zh-hans/{MA}")
    lines = """() => [...document.querySelectorAll(".dg-claim")].filter((each) => getComputedStyle(each).textDecorationLine === "underline").length"""
    disputed, every = (page.locator(f".dg-claim{kind}").count() for kind in ("[data-disputed]", ""))
    assert 0 < disputed < every and page.evaluate(lines) == disputed
    numbers = page.evaluate("[...document.querySelectorAll('.dg-body .dg-mark')].map((each) => Number(each.dataset.n))")
    assert numbers == sorted(numbers) == list(range(1, len(numbers) + 1))
    page.locator(".dg-aa").click()
    for value, wanted in (("all", every), ("none", 0), ("", disputed)):
        page.locator(f'#dg-panel input[name=underlines][value="{value}"] + span').click()
        assert page.evaluate(lines) == wanted
        expect(page.locator(".dg-body .dg-mark").first).to_be_visible(visible=value != "none")
    page.locator('#dg-panel input[name=underlines][value="all"] + span').click()
    page.reload()
    assert page.evaluate(lines) == every
