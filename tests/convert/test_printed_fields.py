"""Bylines, days and window titles of both sides of the strait, each in a whole page: what the front matter says of them."""

import pytest

from convert.pipeline import convert

TITLE = "老水渠又通了水"
TEXT = [
    f"第{n}年的春天，果园里的老水渠重新通了水，村里的人沿着渠走了一遍，数了数坏掉的闸门，又数了数还能用的。"
    for n in "一二三四"
]


def article(before="", after="", window=TITLE, heading=TITLE):
    paragraphs = "".join(f"<p>{text}</p>" for text in TEXT)
    menu = "<div class='top'><a href='/'>河谷网</a></div>"
    body = f"{menu}<div><h1>{heading}</h1>{before}{paragraphs}{after}</div>"
    return convert(f"<html><head><title>{window}</title></head><body>{body}</body></html>", "seeds/page.html")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("記者陳大文／綜合報導", "陳大文"),
        ("【記者陳大文／台北報導】", "陳大文"),
        ("〔記者陳大文／高雄報導〕", "陳大文"),
        ("（中央社記者陳大文東京12日專電）", "陳大文"),
        ("（中央社台北12日電）", ""),
        ("文／陳大文　圖／林小美", "陳大文"),
        ("撰文｜陳大文", "陳大文"),
        ("文字：陳大文 攝影：林小美", "陳大文"),
        ("採訪撰文／陳大文", "陳大文"),
        ("採訪．撰文／陳大文", "陳大文"),
        ("編輯／林小美 文／陳大文", "陳大文"),
        ("口述：陈大文 整理：林小美", "陈大文"),
        ("陈大文 口述 林小美 整理", "陈大文"),
        ("本报记者 陈大文 林小美", "陈大文,林小美"),
        ("本报记者 陈大文 通讯员 林小美 文/图", "陈大文,林小美"),
        ("新华社记者陈大文、林小美", "陈大文,林小美"),
        ("□ 陈大文", "陈大文"),
        ("■记者 陈大文", "陈大文"),
        ("作者丨陈大文", "陈大文"),
        ("作者 | 陈大文 编辑 | 林小美", "陈大文"),
        ("作者：陈大文（某大学教授）", "陈大文"),
        ("作者：[美]约翰·史密斯", "约翰·史密斯"),
        ("作者：陈大文 来源：河谷周报", "陈大文"),
        ("编译/陈大文", "陈大文"),
        ("编译 | 陈大文", "陈大文"),
        ("译者：林小美", "林小美"),
        ("作者：John Smith 译者：林小美", "John Smith"),
        ("By Chen Dawen", "Chen Dawen"),
        ("by 陈大文", "陈大文"),
        ("文：陈大文", "陈大文"),
        ("文|陈大文", "陈大文"),
        ("图/文 陈大文", "陈大文"),
        ("特约撰稿人 陈大文", "陈大文"),
        ("特約記者 陳大文", "陳大文"),
        ("香港記者 陳大文", "陳大文"),
        ("責任編輯：林小美", ""),
        ("編輯：林小美", ""),
        ("来源：河谷周报", ""),
        ("作者：河谷周报", ""),
        ("作者：未知", ""),
        ("发布者：admin", ""),
        ("河谷周报 陈大文", "陈大文"),
        ("陈大文 | 河谷周报", "陈大文"),
        ("陈大文 发表于 2021-03-04", "陈大文"),
        ("发布于 2021-03-04 作者 陈大文", "陈大文"),
        ("2021-03-04 10:20 陈大文", "陈大文"),
        ("陈大文 · 2021-03-04", "陈大文"),
        ("供稿：陈大文", "陈大文"),
        ("撰稿：陈大文", "陈大文"),
        ("主笔：陈大文", "陈大文"),
        ("采访、撰文：陈大文", "陈大文"),
        ("文字 / 陈大文", "陈大文"),
        ("專欄作家 陳大文", "陳大文"),
        ("作者陳大文", "陳大文"),
    ],
)
def test_authors_above_the_text(line, names):
    assert ",".join(article(before=f"<p>{line}</p>").metadata.author) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("（作者：陈大文，系河谷大学教授）", "陈大文"),
        ("（作者系河谷大学教授）", ""),
        ("（记者 陈大文）", "陈大文"),
        ("（陈大文）", "陈大文"),
        ("（責任編輯：林小美）", ""),
        ("（编辑：林小美）", ""),
        ("（本文作者陈大文，某公司创始人）", "陈大文"),
        ("记者：陈大文 编辑：林小美", "陈大文"),
        ("文：陳大文　責任編輯：林小美", "陳大文"),
        ("作者：陈大文", "陈大文"),
        ("撰文：陈大文", "陈大文"),
        ("本報記者 陳大文", "陳大文"),
    ],
)
def test_authors_below_the_text(line, names):
    assert ",".join(article(after=f"<p>{line}</p>").metadata.author) == names


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2021年03月04日10:20", "2021-03-04"),
        ("2021-3-4", "2021-03-04"),
        ("2021/03/04 10:20", "2021-03-04"),
        ("2021.3.4", "2021-03-04"),
        ("March 4, 2021", "2021-03-04"),
        ("Mar. 4th, 2021", "2021-03-04"),
        ("4 Mar 2021", "2021-03-04"),
        ("Thu Mar 04 2021", "2021-03-04"),
        ("民國110年3月4日", "2021-03-04"),
        ("中華民國一百一十年三月四日", "2021-03-04"),
        ("民國110.03.04", "2021-03-04"),
        ("110/03/04", ""),
        ("發布時間：110/03/04", "2021-03-04"),
        ("二〇二一年三月四日", "2021-03-04"),
        ("二○二一年三月四日", "2021-03-04"),
        ("2021年3月4日 星期四", "2021-03-04"),
        ("２０２１年３月４日", "2021-03-04"),
        ("2021 年 3 月 4 日", "2021-03-04"),
        ("2021-03-04T10:20:00+08:00", "2021-03-04"),
        ("20210304", "2021-03-04"),
        ("时间：2021-03-04 来源：河谷周报", "2021-03-04"),
        ("2021-02-30", ""),
        ("03-04 2021", "2021-03-04"),
        ("2021.03.04 10:20:30", "2021-03-04"),
        ("发布时间:21-03-04", "2021-03-04"),
        ("Posted on 2021-03-04 by admin", "2021-03-04"),
        ("2021年3月", ""),
    ],
)
def test_days_above_the_text(line, day):
    assert article(before=f"<p>{line}</p>").metadata.date == day


@pytest.mark.parametrize(
    "line",
    [
        "版权所有 2021-03-04",
        "今天是2021年3月4日",
        "现在时间：2021-03-04",
        "Copyright 2021-03-04",
        "截止日期：2021-03-04",
        "会员注册：2021-03-04",
        "有效期至2021-03-04",
        "本办法自2021年3月4日起施行",
    ],
)
def test_days_that_are_about_something_else(line):
    assert article(before=f"<p>{line}</p>").metadata.date == ""


@pytest.mark.parametrize(
    ("window", "heading", "title"),
    [
        ("老水渠又通了水_河谷网", "老水渠又通了水", "老水渠又通了水"),
        ("河谷网_老水渠又通了水", "老水渠又通了水", "老水渠又通了水"),
        ("老水渠又通了水 | 河谷 | 新闻", "老水渠又通了水", "老水渠又通了水"),
        ("老水渠又通了水——河谷周报", "老水渠又通了水", "老水渠又通了水"),
        ("老水渠又通了水 – 河谷", "老水渠又通了水", "老水渠又通了水"),
        ("(3) 老水渠又通了水 - 知乎", "老水渠又通了水", "老水渠又通了水"),
        ("(99+ 封私信 / 87 条消息) 老水渠又通了水 - 知乎", "老水渠又通了水", "老水渠又通了水"),
        ("老水渠又通了水", "河谷网", "老水渠又通了水"),
        ("河谷网", "老水渠又通了水", "老水渠又通了水"),
        ("老水渠|水渠|果园_河谷新闻", "老水渠又通了水", "老水渠又通了水"),
        ("【河谷】老水渠又通了水-河谷网", "【河谷】老水渠又通了水", "【河谷】老水渠又通了水"),
        ("老水渠又通了水 第1页 - 河谷论坛", "老水渠又通了水", "老水渠又通了水"),
    ],
)
def test_window_titles(window, heading, title):
    assert article("<p>2021-03-04</p>", window=window, heading=heading).metadata.title == title


def test_an_author_between_the_text_and_a_note_of_the_site():
    note = "怎样才能买到这条河谷里的好果子呢？我们卖的果子都是果园里当天摘下来的，没有打过蜡，也没有放过冷库，一箱一箱地装好。"
    line = "<p>文章来源：河谷周刊</p><p>作者：陈大文</p>"
    assert article(after=f"{line}<h3>温馨提示</h3><p><a href='/buy'>{note}</a></p>").metadata.author == ("陈大文",)


def test_a_label_alone_is_no_author():
    assert article(before="<p class='author'><a href='/a'>作者</a></p>").metadata.author == ()


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("更新時間 (HKT): 2021.06.22 02:00", "2021-06-22"),
        ("更新時間: 2021.06.23 02:00", "2021-06-21"),
        ("", "2021-06-21"),
    ],
)
def test_a_moment_of_greenwich_is_the_day_that_the_page_prints(printed, day):
    data = '<meta property="article:published_time" content="2021-06-21T18:00:05Z">'
    page = f"<html><head><title>{TITLE}</title>{data}</head><body><div><h1>{TITLE}</h1><p>{printed}</p>"
    found = convert(page + "".join(f"<p>{text}</p>" for text in TEXT) + "</div></body></html>", "x")
    assert found.metadata.date == day
