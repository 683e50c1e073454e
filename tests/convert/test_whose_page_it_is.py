"""Whose page it is: cards of authors beside the text, accounts below a title that is a sentence, names in the data that
the page prints of its editors only, and the window that has more of the title than the heading."""

import pytest

from convert.pipeline import convert

TITLE = "旧桥怎样拆掉"
TEXT = [
    "旧桥在河上站了很多年，今天终于有人来拆，拆的时候搬走了四车石头，还有三十根木头。",
    "石头运到镇上以后又砌成了一道墙，墙边长出了草，后来有人在墙上写下了每一块石头的来历。",
    "邻居都跑过来看，说好像回到了小时候守在桥头等船回来的那个晚上。",
]
CARD = '<aside><div itemprop="author" itemscope><img alt="{0}"><p itemprop="name">{0}</p></div></aside>'
HEXO = "<footer>© 2019 {} Powered by Hexo</footer>"


def fields(title=TITLE, window=TITLE, above="", below="", meta=""):
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    article = f"<article><h1>{title}</h1>{above}{text}</article>"
    html = f"<html><head><title>{window}</title>{meta}</head><body>{article}{below}</body></html>"
    return convert(html, "x").metadata


@pytest.mark.parametrize(
    ("below", "author"),
    [
        (CARD.format("周渔") + HEXO.format("周渔"), ("周渔",)),
        (CARD.format("周渔") * 2 + HEXO.format("周渔"), ("周渔",)),
        (CARD.format("周渔"), ()),
        (CARD.format("周渔") + HEXO.format("河边笔记"), ()),
        (CARD.format("周渔") + CARD.format("林小满") + HEXO.format("周渔"), ()),
    ],
)
def test_the_card_beside_the_text_names_the_owner_where_two_signs_say_so(below, author):
    assert fields(below=below).author == author


@pytest.mark.parametrize(
    "title", [TITLE, "旧桥拆掉以后，石头都到哪里去了！", "旧桥拆了，墙砌起来了。", "桥拆了，船回来了吗？"]
)
def test_the_account_below_a_title_is_the_outlet_though_that_is_a_sentence(title):
    above = '<div><span id="js_author_name">林小满</span> <a id="js_name">河边笔记</a></div>'
    assert fields(title, title, above).site == "河边笔记"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("责任编辑：林小满", ()),
        ("[ 责编：林小满 ]", ()),
        ("審核 林小满", ()),
        ("撰文：林小满", ("林小满",)),
        ("编辑：周渔　文字：林小满", ("林小满",)),
        ("林小满　责编：周渔", ("林小满",)),
    ],
)
def test_a_name_in_the_data_is_none_where_the_page_prints_it_of_an_editor(line, author):
    assert fields(below=f"<p>{line}</p>", meta='<meta name="author" content="林小满">').author == author


@pytest.mark.parametrize("window", ["{0} 石头砌成墙 - 晴河报 - 地方 - D190506", "{0} - 晴河报 - 地方 - D190506"])
def test_the_title_in_the_window_may_be_longer(window):
    assert fields(window=window.format(TITLE)).site == "晴河报"


def test_the_moment_that_themes_have_for_an_article():
    meta = '<meta property="og:article:published_time" content="2016-10-02T09:10:10+08:00">'
    assert fields(meta=meta).date == "2016-10-02"


@pytest.mark.parametrize(
    ("foot", "site"),
    [
        ("Copyright © 2019 河谷大学 All Rights Reserved", "河谷大学"),
        ("版权所有：河谷县图书馆学会 河ICP备00000000号", "河谷县图书馆学会"),
        ("河谷县气象局 版权所有 2010-2019", "河谷县气象局"),
        ("© 2019 周渔", ""),
        ("© 2019 河谷印刷有限公司", ""),
        ("本网站由河谷大学版权所有", ""),
        ("纯属虚构 版权所有 享受生活", ""),
        ("河谷大学", ""),
    ],
)
def test_who_has_the_rights_to_a_page_is_its_outlet_where_nothing_else_tells(foot, site):
    assert fields(below=f"<footer><p>{foot}</p></footer>").site == site
    assert fields(window=f"{TITLE} - 晴河报", below=f"<footer><p>{foot}</p></footer>").site == "晴河报"


@pytest.mark.parametrize(
    ("head", "site"),
    [
        ("河边笔记\n\n首页\n\n归档", "河边笔记"),
        ("River Notes\n\nabout boats\n\nMenu 跳至內容\n\nHome", "River Notes"),
        ("boats.example\n\n所有文章 標籤 分類", "boats.example"),
        ("河边笔记\n\n写给渡船\n\n写给石桥\n\n写给渔网", ""),
        ("首页\n\n归档\n\n标签", ""),
        ("周渔\n\n首页\n\n归档", ""),
    ],
)
def test_the_first_line_of_a_copy_above_the_menu_is_whose_it_is(head, site):
    copy = f"{head}\n\n{TITLE}\n\n发表于 2019-05-06\n\n" + "\n\n".join(TEXT)
    assert convert(copy, "x.txt").metadata.site == site


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("（通讯员 林小满 周远山 何平 郑薇）", False),
        ("本报记者 林小满 周远山 何平 郑薇", False),
        ("记者：林小满、周远山、何平、郑薇", False),
        ("林小满 周远山 何平 郑薇", False),
        ("林小满和周远山在桥头", True),
        ("何平还在桥头", True),
    ],
)
@pytest.mark.parametrize("at", [0, 3])
def test_a_line_that_says_the_authors_only_is_no_text(line, kept, at):
    lines = [*TEXT[:at], line, *TEXT[at:]]
    text = "".join(f"<p>{each}</p>" for each in lines)
    byline = "<p>作者：林小满、周远山、何平、郑薇</p>"
    page = convert(f"<title>{TITLE}</title><h1>{TITLE}</h1>{byline}{text}", "x")
    assert page.metadata.author == ("林小满", "周远山", "何平", "郑薇")
    assert (line in page.markdown.split("\n---\n")[1]) == kept


def test_nobody_wrote_the_answers_that_stand_below_their_names_each():
    answers = "".join(
        f"<p>{name}：</p><p>{told}</p><p>{text}</p>"
        for name, told, text in zip(
            ["桥头人", "河边人", "船上人"], ["一体两面", "各说各话", "见仁见智"], TEXT, strict=True
        )
    )
    assert convert(f"<title>{TITLE}？</title><h1>{TITLE}？</h1><p>3 个回答</p>{answers}", "x").metadata.author == ()


@pytest.mark.parametrize(
    "line", ["河谷报记者 林小满编辑 何平", "河谷报记者 林小满 编辑 何平", "河谷报记者 林小满责编：何平"]
)
def test_a_reporter_right_before_the_editor(line):
    text = "".join(f"<p>{each}</p>" for each in [*TEXT, line])
    assert convert(f"<title>{TITLE}</title><h1>{TITLE}</h1>{text}", "x").metadata.author == ("林小满",)


@pytest.mark.parametrize("asked", ["记者：旧桥是谁拆的？", "主持人：旧桥是谁拆的？"])
def test_a_question_behind_who_asks_it_is_no_name_and_stays(asked):
    said = "".join(f"<p>{asked}</p><p>林小满：{text}</p>" for text in TEXT)
    page = convert(f"<title>{TITLE}</title><h1>{TITLE}</h1>{said}", "x")
    assert page.metadata.author == () and [block.text for block in page.kept].count(asked) == 3


def test_a_heading_that_might_be_a_name_stays_beside_its_like():
    said = "".join(f"<p>{head}</p><p>{text}</p>" for head, text in zip(["水来了", "桥在", "雾散了"], TEXT, strict=True))
    page = convert(f"<title>{TITLE}</title><h1>{TITLE}</h1><p>2019-05-06</p>{said}", "x")
    assert {"水来了", "桥在", "雾散了"} <= {block.text for block in page.kept}


@pytest.mark.parametrize(
    ("kept", "own"),
    [
        ("https://web.archive.example/web/20191107101233/https://a.example/p/1.html", "https://a.example/p/1.html"),
        ("https://web.archive.example/web/20191107101233id_/http://a.example/?p=1", "http://a.example/?p=1"),
        ("http://archive.example/2019/https://a.example/p/1.html", "https://a.example/p/1.html"),
        ("https://web.archive.example/web/2019/https:/a.example/1", "https://a.example/1"),
        ("https://cache.example/search?q=cache:https://a.example/p/1.html", "https://a.example/p/1.html"),
        ("https://cache.example/search?q=cache:x1_Y:https://a.example/1", "https://a.example/1"),
        ("https://a.example/2019/11/07/https-is-slow", "https://a.example/2019/11/07/https-is-slow"),
        ("https://a.example/save/https://b.example/1", "https://a.example/save/https://b.example/1"),
    ],
)
def test_the_address_of_a_page_that_an_archive_keeps_is_its_own(kept, own):
    assert fields(meta=f'<link rel="canonical" href="{kept}">').source_url == own
