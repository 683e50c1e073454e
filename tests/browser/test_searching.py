"""The search box, typed in as a person types, in both scripts."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from search_reading import asked

QUERIES = json.loads((Path(__file__).parent / "queries.json").read_text(encoding="utf-8"))
SMALL = 960
BOX = ".md-search__input"
ITEM = ".md-search-result__item"
NOTE = "#dg-search-note"
STATE = ".md-search-result__meta"


def typed(page, words, width=1280):
    """Type ``words`` key by key and wait until they are answered."""
    if width < SMALL:
        page.locator("label.md-header__button[for=__search]").click()
    box = page.locator(BOX)
    box.click()
    box.press_sequentially(words, delay=20)
    answered(page, words)


def answered(page, words):
    page.wait_for_function("words => new URL(location.href).searchParams.get('q') === words", arg=words.strip())


def found(page):
    """The numbers of the articles that are listed, in order."""
    links = page.locator(f"{ITEM} > a:first-child").evaluate_all("all => all.map(a => a.href)")
    return list(map(number, links))


def number(address):
    """The number of an article."""
    return re.search(r"/articles/(\d+)-", address)[1]


def search(page, words, width=1280):
    typed(page, words, width)
    return found(page)


@pytest.mark.parametrize("tree", ["zh-hans", "zh-hant"])
def test_every_query_of_the_set_finds_its_articles_and_no_other(served, tree):
    """Asked of the built index by the worker's modules in Node.js; the next test types some of them."""
    answers = asked(served / "digest", [(query["q"], tree) for query in QUERIES])
    wrong = {
        query["q"]: answer["places"]
        for query, answer in zip(QUERIES, answers, strict=True)
        if sorted(map(number, answer["places"])) != query["relevant"]
    }
    assert wrong == {}


@pytest.mark.parametrize("tree", ["zh-hans", "zh-hant"])
def test_queries_of_the_set_that_are_typed_find_the_same(open_page, tree):
    page = open_page(f"{tree}/")
    wrong = {}
    for query in QUERIES[::8]:
        # All at once, over the query before: the other tests type key by key.
        page.locator(BOX).fill(query["q"])
        answered(page, query["q"])
        got = found(page)
        if sorted(got) != query["relevant"]:
            wrong[query["q"]] = got
    assert wrong == {}


def test_nothing_is_fetched_before_the_box_is_used(open_page):
    page = open_page("zh-hans/")
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))
    page.reload(wait_until="networkidle")
    assert fetched and not [url for url in fetched if "/search/" in url or "search/worker" in url]
    with page.expect_response(lambda answer: answer.url.endswith("search/index.bin")):
        page.locator(BOX).click()


def test_the_title_counts_most(open_page):
    assert search(open_page("zh-hans/"), "烟雾弹")[0] == "003"
    assert search(open_page("zh-hant/"), "去中心化的革命")[0] == "002"


@pytest.mark.parametrize("width", [360, 1280])
def test_a_result_leads_to_the_sentence_with_the_hit_marked_in_the_script_being_read(open_page, width):
    page = open_page("zh-hant/", width)
    assert search(page, "消费平权", width) == ["002"]
    result = page.locator(f"{ITEM} a[href*='#p']").first
    expect(result.locator("mark").first).to_have_text("消費平權")
    result.click()
    page.wait_for_url(re.compile(r"zh-hant/articles/002.*h=.*#p"))
    marks = page.locator(".dg-body mark[data-md-highlight]")
    expect(marks.first).to_have_text("消費平權")
    expect(page.locator(f"#{page.url.rsplit('#', 1)[1]} mark").first).to_be_in_viewport()


def test_a_claim_is_found_as_one_with_who_said_it_and_leads_to_its_sentence(open_page):
    page = open_page("zh-hans/")
    assert search(page, "萬霖") == ["000"]
    claim = page.locator(f"{ITEM} a[href$='#c8']")
    expect(claim).to_contain_text("去中心化赋能是伪命题")
    expect(claim.locator(".md-tag").first).to_have_text("论点")
    expect(claim.locator(".md-tag").nth(1)).to_have_text("谁说的：万霖")
    claim.click()
    expect(page.locator("#c8")).to_be_in_viewport()


def test_people_and_concepts_are_named_as_such(open_page):
    page = open_page("zh-hant/")
    assert search(page, "马化腾") == ["000"]
    expect(page.locator(f"{ITEM} > a").first.locator(".md-tag")).to_contain_text(["人物：馬化騰"])
    page.goto(page.url.split("?")[0])
    assert "002" in search(page, "赋能")
    expect(page.locator(f"{ITEM} .md-tag", has_text="概念：賦能").first).to_be_visible()


def test_an_article_is_listed_once(open_page):
    numbers = search(open_page("zh-hans/"), "产业互联网")
    assert len(numbers) == len(set(numbers)) == 5


def test_what_stands_nowhere_word_for_word_is_found_by_its_words_and_said_to_be(open_page):
    page = open_page("zh-hans/")
    assert "000" in search(page, "去中心化赋能是真命题")
    expect(page.locator(NOTE)).to_contain_text("没有逐字相同的")
    page.locator(BOX).fill("")
    assert search(page, "莫须有之词") == []
    expect(page.locator(STATE)).to_contain_text("没有")
    expect(page.locator(NOTE)).to_contain_text("没有一篇含有“莫须有之词”")


def test_a_slip_of_the_input_method_finds_what_was_meant_and_says_so(open_page):
    page = open_page("zh-hant/")
    assert len(search(page, "腾迅")) == 5
    expect(page.locator(NOTE)).to_contain_text("您是不是要找：")
    page.locator(f"{NOTE} button", has_text="騰訊").click()
    answered(page, "騰訊")
    assert len(found(page)) == 5
    page.locator(BOX).fill("")
    assert search(page, "mahuateng") == ["000"]


def test_words_are_taken_out_and_filters_are_clicked_typed_and_shared(open_page):
    page = open_page("zh-hans/")
    assert sorted(search(page, "互联网 -马化腾 不要疫情")) == ["001", "002", "003"]
    page.locator("#dg-search-filters summary").click()
    page.locator("#dg-search-filters button", has_text="2021 ").click()
    page.wait_for_function("() => new URL(location.href).searchParams.get('q').includes('日期：2021')")
    narrowed = found(page)
    assert 0 < len(narrowed) < 3
    again = open_page(page.url.split("/digest/")[1])
    expect(again.locator(ITEM)).to_have_count(len(narrowed))
    again.locator(".dg-search-chosen").click()
    again.wait_for_function("() => !new URL(location.href).searchParams.get('q').includes('日期')")
    assert search(open_page("zh-hans/"), "作者：孟永辉 烟雾弹") == ["003"]


def test_the_empty_box_says_what_can_be_typed_and_offers_concepts(open_page):
    page = open_page("zh-hant/")
    page.locator(BOX).click()
    expect(page.locator(NOTE)).to_contain_text("簡體、繁體、拼音都可以輸入")
    subject = page.locator(f"{NOTE} .dg-search-subject").first
    name = subject.inner_text()
    subject.click()
    answered(page, name)
    expect(page.locator(ITEM).first).to_be_visible()


def test_a_phrase_in_quotes_is_found_word_for_word(open_page):
    page = open_page("zh-hant/")
    assert search(page, "「互聯網 产业」") == []
    page.locator(BOX).fill("")
    assert len(search(page, "互聯網 产业")) == 5


def test_while_an_input_method_composes_nothing_is_asked_and_once_after(open_page):
    page = open_page("zh-hans/")
    page.locator(BOX).click()
    expect(page.locator(NOTE)).to_contain_text("繁体")
    page.evaluate("""() => { window.asked = []; const post = Worker.prototype.postMessage
      Worker.prototype.postMessage = function (message) { if (message.type === 2) window.asked.push(message.data.text); post.call(this, message) } }""")
    keyboard = page.context.new_cdp_session(page)
    for piece in ("y", "ya", "yan", "yanw", "yan wu dan"):
        keyboard.send(
            "Input.imeSetComposition", {"text": piece, "selectionStart": len(piece), "selectionEnd": len(piece)}
        )
        page.wait_for_timeout(250)
    assert page.evaluate("window.asked") == []
    keyboard.send("Input.insertText", {"text": "烟雾弹"})
    answered(page, "烟雾弹")
    assert page.evaluate("window.asked") == ["烟雾弹"]
    assert found(page) == ["003"]


def test_text_that_comes_without_keys_is_searched(open_page):
    page = open_page("zh-hans/", permissions=["clipboard-read", "clipboard-write"])
    page.evaluate("navigator.clipboard.writeText('煙霧彈')")
    page.locator(BOX).click()
    page.keyboard.press("ControlOrMeta+V")
    answered(page, "煙霧彈")
    assert found(page) == ["003"]


def test_hostile_words_stay_words(open_page):
    page = open_page("zh-hans/")
    for words in ("<img src=x onerror=alert(1)>", "(.*[", '"', "\\", "%", "</script>", "__proto__", "&lt;"):
        page.locator(BOX).fill("")
        page.wait_for_function("() => !new URL(location.href).searchParams.has('q')")
        page.keyboard.insert_text(words)
        answered(page, words)
        assert page.locator(".md-search-result img, .md-search-result script").count() == 0, words
        assert found(page) == [], words


def test_a_query_is_an_address(open_page):
    page = open_page("zh-hant/?q=%E7%83%9F%E9%9B%BE%E5%BC%B9")
    expect(page.locator(ITEM)).to_have_count(1)
    expect(page.locator(BOX)).to_have_value("烟雾弹")
    page.keyboard.press("Escape")
    page.wait_for_function("() => !location.search")


def test_the_way_back_leads_to_the_results(open_page):
    page = open_page("zh-hans/")
    search(page, "消费平权")
    page.locator(f"{ITEM} a").nth(1).click()
    page.wait_for_url(re.compile("/articles/002"))
    page.go_back()
    expect(page.locator(BOX)).to_have_value("消费平权")
    expect(page.locator(ITEM)).to_have_count(1)


def test_the_keyboard_is_enough(open_page):
    page = open_page("zh-hans/")
    page.keyboard.press("/")
    page.keyboard.type("烟雾弹", delay=20)
    answered(page, "烟雾弹")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.md-search-result__item') !== null")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/articles/003.*#"))


def test_enter_opens_the_best_result(open_page):
    page = open_page("zh-hans/")
    search(page, "烟雾弹")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/articles/003"))


def test_the_search_goes_on_across_the_switch_of_script(open_page):
    page = open_page("zh-hans/")
    assert search(page, "莊文磊") == ["004"]
    page.keyboard.press("Escape")
    page.locator('.dg-switch a[data-variant="zh-Hant"]').click()
    page.wait_for_url(re.compile("/zh-hant/"))
    assert search(page, "庄文磊") == ["004"]
    expect(page.locator(f"{ITEM} mark").first).to_have_text("莊文磊")


def test_without_javascript_the_articles_are_named_instead(open_page):
    page = open_page("zh-hans/articles/003-chanye-hulianwang-yanwudan/", java_script_enabled=False)
    expect(page.locator(BOX)).to_be_hidden()
    expect(page.locator(".dg-noscript")).to_contain_text("搜索需要 JavaScript")
    page.locator(".dg-noscript a").click()
    page.wait_for_url(re.compile("/zh-hans/$"))


def test_an_old_browser_is_told_so(open_page, address):
    page = open_page("zh-hans/", own=True)
    page.add_init_script("delete window.DecompressionStream")
    page.reload()
    page.locator(BOX).click()
    expect(page.locator(NOTE)).to_contain_text("这个浏览器太旧")
    expect(page.locator(f"{NOTE} a")).to_have_attribute("href", "./")


def test_a_lost_index_is_said_and_asked_for_again(open_page):
    page = open_page("zh-hans/", own=True)
    # What is kept for times without a network answers before the page's own routes do.
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.evaluate("navigator.serviceWorker.ready.then((registration) => registration.unregister())")
    page.reload()
    page.route("**/search/index.bin", lambda route: route.fulfill(status=200, body="no index"))
    page.locator(BOX).click()
    expect(page.locator(NOTE)).to_contain_text("搜索没有取到数据")
    page.unroute("**/search/index.bin")
    page.locator("h1").first.click(force=True)
    page.locator(BOX).click()
    expect(page.locator(NOTE)).to_contain_text("几个词用空格隔开")


def test_the_browser_cuts_and_folds_as_the_index_does(open_page, tmp_path):
    from digest.search.tokens import folded, folds, tokens

    texts = [
        "產業互聯網的“烟雾弹”",
        "To B 與ToC，a bc def 12 ab",
        "㈱ﬁ①Ａß…İ𠮷野家",
        "双11、S2B2C；〇々 かな カナ x_y",
        "1+1……é ü b，c# C++",
    ]
    page = open_page("zh-hans/")
    twin = page.evaluate_handle("import(new URL('../assets/digest/search/text.js', location.href).href)")
    table = folds()
    twin.evaluate("(twin, table) => twin.setFold(table)", ["".join(table), "".join(table.values())])
    for text in texts:
        assert twin.evaluate("(twin, text) => twin.fold(text)", text) == folded(text)
        assert sorted(twin.evaluate("(twin, text) => twin.tokens(twin.fold(text))", text)) == sorted(
            tokens(folded(text)).counted().elements()
        )
