"""Discussions: the opening post is the article, in pages and in copies; who wrote it when."""

import pytest

from convert.evidence.floors import first_reply, floors
from convert.pipeline import convert
from convert.text.days import iso_day

TITLE = "旧船怎样才能修得结实"
POST = [
    "家里有一条旧船，已经在江边搁了三十年，船底的木头还算结实，只是缝里的麻丝全都烂了。",
    "我想在雨季以前把它修好，不知道应该先换麻丝，还是先把船底的漆全部刮掉。",
]
REPLIES = [
    "先刮漆，漆下面的木头什么样，现在谁也说不准。",
    "换麻丝要趁天干，雨季里做等于没做。",
    "我家也有这样一条船，最后还是请了老师傅。",
]
MENU = ["江边论坛", "首页", "版块", "注册", "登录"]

SHAPES = {
    "numbered": lambda name, at: [f"{name} #{at} {at + 1} 天前"],
    "said": lambda name, at: [name, "新手上路", f"发表于 2024-4-{at + 1} 10:20:30 | 只看该作者"],
    "moment": lambda name, at: [name, f"2024-04-0{at + 1} 10:20"],
    "storeys": lambda name, at: [name, f"来自Android客户端{at + 1}楼2024-04-0{at + 1} 10:20"],
}


def discussion(shape):
    lines = [*MENU, TITLE, *SHAPES[shape]("江上客", 0), *POST]
    for at, (name, reply) in enumerate(zip(["渔夫甲", "船工乙", "茶客丙"], REPLIES, strict=True), 1):
        lines += [*SHAPES[shape](name, at), reply, "回复"]
    return lines


@pytest.mark.parametrize("shape", SHAPES)
def test_a_copy_of_a_discussion_is_its_opening_post(shape):
    article = convert("\n".join(discussion(shape)), "x")
    assert article.metadata.title == TITLE
    assert all(line in article.markdown for line in POST)
    assert not [line for line in [*REPLIES, "渔夫甲", "船工乙"] if line in article.markdown]


def test_two_lines_that_tell_a_moment_are_no_discussion():
    assert not floors([TITLE, "江上客 #1 3 天前", *POST, "渔夫甲 #2 2 天前", REPLIES[0]])


def test_the_hours_of_a_chronicle_are_no_posts():
    entries = [line for at, text in enumerate([*POST, *REPLIES]) for line in (f"2024-04-01 1{at}:20", text)]
    assert first_reply(entries) == -1


@pytest.mark.parametrize(
    ("markup", "name"),
    [
        ('<a class="user-name" href="/zzz6519">zzz6519003</a>', "zzz6519003"),
        ('<div class="PostUser"><span class="username">江上客</span></div>', "江上客"),
        ('<span class="wgt-replyer-all-uname">5点半的船工</span>', "5点半的船工"),
        (
            '<div itemprop="author" itemscope><meta itemprop="name" content="江上客"><p>江边造船厂 三十年工龄</p></div>',
            "江上客",
        ),
        ("<div><span>江上客</span></div><div>2020.06.09 09:37发布于修船</div>", "江上客"),
    ],
)
def test_the_writer_of_a_post(markup, name):
    paragraphs = "".join(f"<p>{line}</p>" for line in POST)
    page = (
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{markup}<div>{paragraphs}</div></body></html>"
    )
    assert convert(page, "x").metadata.author == (name,)


def test_a_day_that_shows_when_the_reader_points_at_it():
    paragraphs = "".join(f"<p>{line}</p>" for line in POST)
    when = '<abbr title="2024年04月22日">1 月前</abbr>'
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{when}<div>{paragraphs}</div></body></html>"
    assert convert(page, "x").metadata.date == "2024-04-22"


@pytest.mark.parametrize(
    ("line", "day"), [("24-5-13 17:07", "2024-05-13"), ("24-5-13 17:07 到江边", ""), ("24-5-13", "")]
)
def test_a_year_of_two_digits_needs_the_time_behind_it(line, day):
    assert iso_day(line) == day


def test_a_title_below_its_day_is_found_and_the_menu_is_none():
    page = "\n".join(["江边手记", "Home Archives", "Github", "2016-05-11 • 修船", TITLE, *POST])
    assert convert(page, "x").metadata.title == TITLE


def test_items_whose_first_word_is_that_of_a_button_are_no_comments():
    items = "".join(f"<li>支持 <code>{name}</code> 上船以前先把缝里的麻丝补好再刷漆</li>" for name in "abcd")
    body = f"<h1>{TITLE}</h1><p>{POST[0]}</p><p>{POST[1]}</p><ul>{items}</ul><p>{POST[0][::-1]}。</p>"
    article = convert(f"<html><head><title>{TITLE}</title></head><body><div>{body}</div></body></html>", "x")
    assert article.markdown.count("上船以前先把缝里的麻丝补好") == 4
