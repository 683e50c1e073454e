"""Who wrote it, where themes of blogs, cards and forums say so: beside the day, in data that nobody sees, below a lead."""

import pytest

from convert.evidence.fields.bylines import labelled
from convert.evidence.fields.unlabelled import beside_day
from convert.pipeline import convert

TITLE = "给旧收音机换一个旋钮"
TEXT = [
    "旧收音机的旋钮坏了很多年，今天终于换上了一个新的，换的时候拆了四颗螺丝，吹了三次灰。",
    "装上以后声音很轻，像隔着一堵墙在说话，后来发现是天线没有接好，接好就一下子响了。",
    "邻居都跑过来听，说好像回到了小时候守在收音机旁边等新闻的那个晚上。",
]


def page(above, inside="", below=""):
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    article = f"<article><h1>{TITLE}</h1>{inside}{text}</article>"
    return f"<html><head><title>{TITLE} | 灯下笔记</title></head><body>{above}{article}{below}</body></html>"


def authors(source):
    return convert(source, "x").metadata.author


def test_a_link_to_a_writer_in_the_menu_is_nobodys_byline():
    menu = '<nav><ul><li><a href="/author/shop/">老周的铺子</a></li><li><a href="/about">关于</a></li></ul></nav>'
    byline = '<section><a href="/author/shop/">周远</a> 2021-03-04</section>'
    assert authors(page(menu, byline)) == ("周远",)


def test_the_author_that_a_theme_keeps_in_hidden_data_counts_where_none_is_printed():
    hidden = '<span hidden itemprop="author" itemscope><meta itemprop="name" content="周远"></span>'
    assert authors(page("", hidden)) == ("周远",)
    assert authors(page("", f"{hidden}<p>作者：林小满</p>")) == ("林小满",)


def test_a_line_of_labels_below_the_lead_names_the_author():
    card = "<div><span>作者：Lin Xiaoman</span> <span>版本：第二版</span> <span>定位：修理笔记</span></div>"
    html = page("").replace(f"<p>{TEXT[1]}</p>", f"{card}<p>{TEXT[1]}</p>")
    assert authors(html) == ("Lin Xiaoman",)


@pytest.mark.parametrize("name", ["l1n@home", "zzz6519003", "x.hy", "林小满"])
@pytest.mark.parametrize("day", ["{} (2021-03-04) 随笔", "{}\n2021-03-04"])
def test_a_name_beside_or_above_the_day_of_a_copy(name, day):
    assert authors("\n".join([TITLE, day.format(name), "", *TEXT])) == (name,)


def test_a_number_above_the_day_is_nobody():
    assert not authors("\n".join([TITLE, "1234", "2021-03-04", "", *TEXT]))


@pytest.mark.parametrize(
    "head",
    [
        ["3个回答", "渔夫甲", "热心的人", "2021-03-04 · 修了三十年"],
        ["渔夫甲 · 1 月前 · 最后由 船工乙 回复于 19 天前"],
        ["查看: 12|回复: 3", "[复制链接]", "渔夫甲", "5", "主题"],
    ],
)
def test_who_wrote_the_post_of_a_copied_discussion(head):
    assert authors("\n".join([TITLE, *head, *TEXT])) == ("渔夫甲",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("作者：方远北京大学经济学院教授", ("方远",)),
        ("作者：Lin Xiaoman 版本：第二版", ("Lin Xiaoman",)),
        ("Ruby：灯下的语言", ()),
        ("by：林小满", ("林小满",)),
    ],
)
def test_where_the_name_behind_a_label_ends(line, names):
    assert labelled(line) == names


def test_a_day_in_brackets_stands_beside_a_name():
    assert beside_day("周远（2021-03-04）随笔") == ("周远",)


@pytest.mark.parametrize(
    ("above", "below", "names"),
    [
        ("来自: 江上客(莫停船) 2019-10-12 22:31:05", "", ("江上客",)),
        ("2019-10-12 22:31", "posted @ 2019-10-12 22:31 江上客 阅读(43) 评论(2)", ("江上客",)),
        ("2019-10-12 22:31", "江上客 發表在 痞客邦 留言(0) 人氣(123)", ("江上客",)),
        ("江上客追蹤\n2019-10-12 22:31", "", ("江上客",)),
        ("2019-10-12 22:31", "编辑于 2019-10-12 作者保留权利", ()),
    ],
)
def test_writers_in_the_lines_of_copies(above, below, names):
    assert authors("\n".join(["首页\n目录", TITLE, above, *TEXT, below])) == names


def test_the_writer_in_the_name_of_a_blog_and_on_a_line_of_its_own():
    head = ["江上客的博客", "首页", "目录", "个人资料", "江上客", TITLE, "(2012-11-05 20:13:46)"]
    assert authors("\n".join([*head, *TEXT])) == ("江上客",)
    assert authors("\n".join([*(line for line in head if line != "江上客"), *TEXT])) != ("江上客",)


@pytest.mark.parametrize("line", ["文｜江边 周远", "撰文/江边 周远"])
def test_an_outlet_before_a_person_is_no_author(line):
    byline = f"<div>{line}</div><div>2021-03-04</div>"
    source = page("<div>江边报</div>", byline).replace("灯下笔记", "江边报")
    assert authors(source) == ("周远",)


@pytest.mark.parametrize("window", ["{}'s blog", "{}’s Notes", "{}的博客"])
@pytest.mark.parametrize("name", ["Calder", "灯下客"])
def test_the_owner_of_a_blog_may_have_its_name_and_an_outlet_not(window, name):
    site = f'<meta property="og:site_name" content="{name}">'
    html = page("", f"<div><span> 作者 {name} </span><span>日期 2021-03-04</span></div>").replace(
        "<head>", f"<head>{site}"
    )
    assert authors(html.replace("灯下笔记", window.format(name))) == (name,)
    assert authors(html) == ()


def test_what_a_blog_is_called_beside_its_title_is_no_writer():
    banner = '<a class="author" href="/">周远的博客</a>'
    byline = '<p>2021-03-04 <a rel="author" href="/author/lin/">林小满</a></p>'
    assert authors(page(banner, byline)) == ("林小满",)


def test_a_name_in_two_scripts_keeps_its_blank():
    html = page("", '<p>2021-03-04</p><p><a rel="author" href="/author/lin/">LinX 林小满</a></p>')
    assert authors(html) == ("LinX 林小满",)


@pytest.mark.parametrize("name", ["Lin-Xiao Man", "Lin Xiao Man", "l1nxm", "林小满"])
@pytest.mark.parametrize("day", ["2021-03-04 10:20", "Thu, 04 Mar 2021 10:20:00 +0800"])
def test_who_put_an_entry_may_have_several_words_for_a_name(name, day):
    assert authors("\n\n".join([TITLE, f"{name} 發表於 {day}", *TEXT])) == (name,)
