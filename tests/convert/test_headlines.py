"""The headline of a page by what it is and where it stands: what names the article where the window does not."""

import itertools

import pytest

from convert.evidence.fields.headline import WEIGHTS, Headlines
from convert.evidence.fields.title import choose_title
from convert.evidence.fields.window import Titles
from convert.page import Hint
from convert.pipeline import convert

TEXT = "".join(
    f"<p>{text}</p>"
    for text in (
        "家里有一条旧船，已经在江边搁了三十年，船底的木头还算结实，只是缝里的麻丝全都烂了，要一点一点挑出来。",
        "我在雨季以前把它修好了，先换麻丝，再把船底的漆全部刮掉，最后刷了两遍桐油，又晒了三天，才敢放下水。",
        "邻居来看过几次，说这样的船如今没有人修了，他们的孩子都在城里，回来也不认得桨和橹，更不会补船底。",
    )
)
TITLE = "雨季以前怎样修一条旧船"
SITES = ["江边手记", "江边县人民政府", "Riverside Notes"]
# Where sites print the title: as which element, with what above and below it.
PLACES = {
    "lone h1": f"<h1>{TITLE}</h1>",
    "h1 below the site's": f"<h1>某某</h1><p>一句话</p><h1>{TITLE}</h1><p>2021-03-04</p>",
    "heading above the day": f"<h2>{TITLE}</h2><p>2021-03-04 10:20</p>",
    "heading below the day": f"<p>2021-03-04</p><h2>{TITLE}</h2>",
    "line above the byline": f"<p>栏目</p><p>{TITLE}</p><p>作者：江上客 2021-03-04</p>",
}


def page(window, body, head=""):
    return f"<html><head><title>{window}</title>{head}</head><body><div>{body}{TEXT}</div></body></html>"


def title(window, body, head=""):
    return convert(page(window, body, head), "page.html").metadata.title


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("window", ["", "Untitled Document", "欢迎您访问江边手记", *SITES[1:2]])
def test_the_headline_is_the_title_where_the_window_names_no_article(place, window):
    assert title(window, PLACES[place]) == TITLE


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("sign", [" - ", " | ", "_"])
def test_of_two_parts_of_a_window_the_headline_is_the_title_in_either_order(site, place, sign):
    assert title(f"{site}{sign}{TITLE}", PLACES[place]) == TITLE
    assert title(f"{TITLE}{sign}{site}", PLACES[place]) == TITLE


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("heading", ["h1", "h2"])
def test_the_name_of_a_site_above_all_is_no_title_though_the_window_says_only_that(site, heading):
    masthead = f"<{heading}>{site}</{heading}><p>记下旧船和木头的事</p>"
    given = f'<meta property="og:site_name" content="{site}"><meta property="og:title" content="{site}">'
    assert title(site, f"{masthead}<h1>{TITLE}</h1><p>2021-03-04</p>", given) == TITLE


@pytest.mark.parametrize("window", ["旧船怎样修补才不漏水", "修补旧船的三个办法和两条教训"])
@pytest.mark.parametrize("line", ["<h2>麻丝</h2>", "<p>换麻丝</p>", "<h2>换麻丝</h2><h2>刷桐油</h2>"])
def test_a_window_that_names_the_article_outweighs_heads_of_sections(window, line):
    assert title(window, line) == window


@pytest.mark.parametrize("section", ["内容详情", "焦点", "首页"])
def test_the_name_of_a_section_in_the_window_gives_way_to_a_longer_headline(section):
    assert title(f"{section} - 江边县人民政府", f"<h1>{TITLE}</h1>") == TITLE


@pytest.mark.parametrize("short", ["隨筆", "河港", "二月"])
def test_a_short_title_before_the_names_of_a_site_in_two_languages_is_one(short):
    foot = f"<h2>换麻丝</h2>{TEXT}<footer><h2>江边社群</h2></footer>"
    assert title(f"{short} | 江边社群 / Riverside Community", foot) == short


def test_what_a_tag_breaks_in_the_window_is_one_title():
    window = "雨季以前怎样修一条旧船 &lt;br&gt;江边的人说了三个办法 - 江边手记"
    heading = "<h2>雨季以前怎样修一条旧船<br>江边的人说了三个办法</h2>"
    assert title(window, heading).replace(" ", "") == "雨季以前怎样修一条旧船江边的人说了三个办法"


@pytest.mark.parametrize("mark", ["- -", "|", "·"])
def test_no_mark_is_left_behind_a_headline(mark):
    assert title("", f"<h2>{TITLE} {mark}</h2><p>2021-03-04</p>") == TITLE


def test_the_name_of_a_writer_before_the_headline_is_not_of_it():
    lines = f"<p>江上客：{TITLE}</p><p>作者：江上客 2021-03-04</p><p>{TITLE}</p>"
    assert title("谢谢您的访问", lines) == TITLE


@pytest.mark.parametrize("window", ["Untitled Document", "欢迎您访问江边手记"])
def test_a_window_that_names_nothing_is_better_than_no_title(window):
    assert title(window, "") == window


def test_each_sign_has_its_weight_and_each_weight_its_sign():
    lines = Headlines(Titles("江边手记", (TITLE,), ("旧船",), (), ("江边手记", TITLE, "2021-03-04")), [TITLE])
    for text in (TITLE, "旧船", "江边手记", "无"):
        signs = lines.signs(text)
        assert set(signs) == set(WEIGHTS)
        assert all(0 <= value <= 1 for value in signs.values())


def test_a_title_has_words_whatever_the_page_says():
    texts = ("", "-", "|", "首页", TITLE, "2021-03-04", "江边手记 - ")
    for window, heading, line in itertools.product(texts, repeat=3):
        hints = (Hint("title", window), Hint("site", line))
        found = choose_title(Titles(window, (heading,), (line,), hints, (line, heading), (window,)))
        assert found is None or str(found.value).strip()


@pytest.mark.parametrize("section", ["旧船怎样修？自己动手修一条旧船", "自己动手的人怎样修一条旧船"])
def test_a_head_of_a_section_that_is_more_like_the_window_is_not_the_title(section):
    """A window written for searchers may ask what one section answers."""
    body = f"<p>2021-03-04</p><h1>三十年的木头下了水，江边来了很多人看</h1><p>作者：江上客</p>{TEXT}<h2>{section}</h2>"
    assert title("旧船怎样修？自己动手怎样修一条旧船 | 江边手记", body) == "三十年的木头下了水，江边来了很多人看"


@pytest.mark.parametrize("tag", ["h1", "h2"])
@pytest.mark.parametrize("name", ["隐私政策", "联系我们", "關於我們", "版权声明"])
def test_a_heading_that_says_what_feet_of_sites_say_is_the_title_of_a_page_about_it(tag, name):
    """Where a day stands right below, or it is the only one of its rank."""
    body = f"<{tag}>{name}</{tag}><p>更新日期：2024年5月13日</p><h2>引言</h2>{TEXT}"
    assert title("", body) == name


@pytest.mark.parametrize("tag", ["[<font>【旧物】</font>]", "[【旧物】]", "【[旧物]】", "[旧物]", "【旧物】 "])
def test_the_kind_of_a_post_in_brackets_within_brackets_is_no_part_of_its_title(tag):
    window = f"{TITLE} - 旧物论坛"
    assert title(window, f"<h1>{tag}{TITLE}</h1><p>2021-03-04</p>") == TITLE


@pytest.mark.parametrize("dash", ["—", "——", "–"])
def test_a_subtitle_behind_a_dash_and_a_sentence_are_no_titles_however_like_the_window(dash):
    heads = f"<h1>{TITLE}</h1><h3>{dash} 在江边给旧船刮漆</h3>"
    said = '<p class="title">我是怎样在江边给旧船刮漆和刷桐油的。</p>'
    window = "怎样在江边给旧船刮漆刷桐油"
    assert title(window, f"{heads}<p>作者：周远，2021年3月</p>{said}") in (TITLE, window)


@pytest.mark.parametrize("site", ["R1ver's Blog", "Riverblog"])
def test_of_the_parts_of_a_window_latin_letters_say_half_as_much(site):
    short = "旧船刮漆手记"
    body = f'<h1 style="display: none">{short}</h1><p>{short}</p><p>2021-03-04</p><p>一</p><p>二</p><p>三</p><p>四</p>'
    assert title(f"{short} - {site}", body) == short
