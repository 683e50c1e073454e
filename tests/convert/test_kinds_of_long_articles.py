"""What blogs, platforms and reference pages print around long articles: icons by their names, the bar of the reader's
account, layers over the page, names beside days and jobs, the notes of programs."""

import pytest
from lxml import html
from old_pier import BODY, TEXT, TITLE, page

from convert.evidence.fields.bylines import labelled
from convert.evidence.fields.names import split_names
from convert.evidence.parts.hidden import hidden_parts
from convert.pipeline import convert
from convert.rules.tables import named

HEAD = f"<h1>{TITLE}</h1>"


@pytest.mark.parametrize(
    ("name", "unseen"),
    [
        ("material-icons", True),
        ("material-symbols-outlined icon-fill", True),
        ("fl material-icons-two-tone", True),
        ("material-cost", False),
        ("raw-material-icons-of-the-pier", False),
    ],
)
def test_the_name_of_an_icon_is_no_text(name, unseen):
    assert named("unseen", name) is unseen
    line = f'<p><span class="{name}">schedule</span> 2018-09-16</p>'
    inside = BODY.replace(f"<p>{TEXT[2]}", f"<h3><i class='{name}'>work</i> 舊船</h3><p>{TEXT[2]}")
    markdown = convert(page(f"{HEAD}{line}{inside}"), "a.html").markdown
    assert "舊船\n" in markdown and ("work" in markdown) is not unseen


def test_the_reader_who_saved_a_page_did_not_write_it():
    bar = '<header><div id="usrbar"><span><a id="username" href="/p/reader_77">reader_77</a></span></div></header>'
    writer = '<div class="wgt-author"><h2><a class="author-name" href="/u?n=oldpier">oldpier</a></h2></div>'
    assert "reader_77" not in convert(page(f"{bar}{HEAD}<p>2018-09-16</p>{BODY}"), "a.html").markdown
    told = convert(page(f"{bar}{HEAD}<p>2018-09-16</p>{writer}{BODY}"), "a.html").metadata.author
    assert "reader_77" not in told


def test_on_the_line_of_the_day_a_link_to_the_writer_tells_the_name():
    line = (
        "<p><a href='https://e.example/category/pier/'>Harbour</a>&nbsp; 2018/09/16&nbsp; "
        "<a href='https://e.example/author/lan/'>青小艇</a>&nbsp; <a href='#talk'>11</a></p>"
    )
    text = BODY.replace("<div id=text>", f"<div id=text>{line}")
    assert convert(page(f"{HEAD}{text}"), "a.html").metadata.author == ("青小艇",)


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("王 明", ("王明",)),
        ("王 大明", ("王大明",)),
        ("王 大明, 软件工程师, 江边公司", ("王大明",)),
        ("王大明、李小红", ("王大明", "李小红")),
        ("李小红, 顾问, HP", ("李小红",)),
        ("李小红, 产品总监, HP", ("李小红",)),
        ("王大明、李老师、张经理", ("王大明", "李老师", "张经理")),
        # Two whole names, and what is no family's.
        ("王大明 李小红", ("王大明", "李小红")),
        ("老师傅", ("老师傅",)),
    ],
)
def test_a_name_set_apart_is_one_and_behind_a_job_stands_none(written, names):
    assert split_names(written) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Posted by willow Pier on", ("willow Pier",)),
        ("Posted by willow Pier on May 4, 2018", ("willow Pier",)),
        ("作者：游博士", ("游博士",)),
    ],
)
def test_a_label_tells_who_wrote(line, names):
    assert labelled(line) == names


@pytest.mark.parametrize(
    ("site", "line", "author"),
    [
        ("游博士", "作者：游博士", ("游博士",)),
        # An outlet that is named for its own writer, and a name that no label tells.
        ("江邊頻道", "作者：江邊頻道", ()),
        ("游博士", "游博士", ()),
    ],
)
def test_a_site_may_have_the_name_of_its_writer(site, line, author):
    given = f"<html><head><title>{TITLE} | {site}</title><meta property='og:site_name' content='{site}'></head>"
    assert convert(
        f"{given}<body>{HEAD}<p>{line}</p><p>2018-09-16</p>{BODY}</body></html>", "a.html"
    ).metadata.author == (author)


def test_what_was_added_on_a_later_day_names_nobody():
    note = "<p><span>[Update 2020-12-12]</span><a href='/2020/12/12/pier-2/'> 舊碼頭的後續</a></p>"
    made = convert(page(f"{HEAD}<div id=text>{note}{BODY}</div>"), "a.html").metadata
    assert made.author == ()


def test_the_first_page_of_a_site_is_no_title():
    menu = "<header><h2>PIER 首页</h2><a href=/>首页</a></header>"
    given = f"<html><head><title>碼頭詳情頁 - {TITLE} (PIER)</title></head><body>{menu}{HEAD}{BODY}</body></html>"
    assert convert(given, "a.html").metadata.title == TITLE


@pytest.mark.parametrize(
    ("name", "inside", "shown"),
    [
        ("site-common-overlay", "<a class='overlay-close' href=#>關</a><h2>登錄之後可以留言</h2>", False),
        ("site-common-overlay", "<h2>登錄之後可以留言</h2>", True),
        # Far down stands what belongs to a part of it.
        ("site-common-overlay", f"<h2>登錄之後可以留言</h2>{'<p>船期</p>' * 30}<a class=close href=#>關</a>", True),
        # Layers that lie over a picture and hold the article.
        ("hero-overlay", f"<h1>{TITLE}</h1><a class=close href=#>關</a>", True),
    ],
)
def test_a_layer_that_can_be_closed_is_a_window(name, inside, shown):
    body = html.fromstring(f"<body><div class='{name}'>{inside}</div>{BODY}</body>")
    assert (hidden_parts(body) == {}) is shown


@pytest.mark.parametrize("label", ["条评论", "12 條評論"])
def test_below_the_label_of_comments_nothing_is_the_article_s(label):
    told = convert(page(f"{HEAD}<p>2018-09-16</p><div id=text>{BODY}<h2>{label}</h2><p>SITE_ID=10</p></div>"), "a.html")
    assert "SITE_ID" not in told.markdown and label not in told.markdown


def test_what_a_program_notes_is_no_outlet():
    given = f"<html><head><title>{TITLE} | 江邊新聞網</title><meta name=source content='v17 delivery:pierWorks'></head>"
    told = convert(f"{given}<body>{HEAD}<p>2018-09-16</p>{BODY}</body></html>", "a.html").metadata
    assert told.site == "江邊新聞網"


def test_the_day_of_an_addition_stands_behind_that_of_the_page():
    note = "<p>[Update 2020-12-12] 舊碼頭的後續</p>"
    given = "<meta property='article:published_time' content='2018-09-16'>"
    told = convert(page(f"{given}{HEAD}<div id=text>{note}{BODY}</div>"), "a.html").metadata
    assert told.date == "2018-09-16"
