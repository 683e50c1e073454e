"""Discussions as other forums print them: links to who wrote, pushes of a bulletin board, posts in tables of tables."""

import pytest

from convert.pipeline import convert
from convert.rules.tables import rule_for
from convert.text.days import iso_day

TITLE = "旧船该不该换一台新马达"
POST = [
    "家里的旧船跑了二十年，马达在去年冬天终于停了，修船的人说要换就得连轴一起换掉。",
    "我算过一笔账，新马达的价钱够买半条新船，可是这条船是父亲一块木板一块木板钉起来的。",
    "想听听大家的意见，换还是不换，如果换的话又该换多大的。",
]
REPLIES = ["换，船壳好的话马达值得换。", "先看看轴有没有弯，弯了就别折腾了。", "我家那条就没有换，后来一直停在岸上。"]
NAMES = ["江上客", "渔夫甲", "船工乙", "茶客丙"]
SIGNED = {
    "cells": '<strong><a href="/member/{n}">{n}</a></strong> <span title="x">2018-07-0{at} 15:01:02 +08:00</span>',
    "floors": '<a href="nuke.php?func=ucp&uid=4{at}">{n}</a> <span>2018-07-0{at} 15:01</span>',
    "by": '<p>由 <a href="./memberlist.php?mode=viewprofile&u={at}">{n}</a> » <time>2018年 7月 {at}日 15:01</time></p>',
}


def page(body, title=TITLE):
    return f"<html><head><title>{title} - 江边论坛</title></head><body>{body}</body></html>"


def paragraphs(lines):
    return "".join(f"<p>{line}</p>" for line in lines)


@pytest.mark.parametrize("shape", SIGNED)
def test_posts_that_link_to_their_writers_are_replies(shape):
    units = "".join(
        f'<div class="cell">{SIGNED[shape].format(n=name, at=at)}<div>{reply}</div></div>'
        for at, (name, reply) in enumerate(zip(NAMES[1:], REPLIES, strict=True), 2)
    )
    head = f"<h1>{TITLE}</h1>{SIGNED[shape].format(n=NAMES[0], at=1)}"
    article = convert(page(f"<div>{head}<div>{paragraphs(POST)}</div></div><div>{units}</div>"), "x")
    assert all(line in article.markdown for line in POST)
    assert not [reply for reply in REPLIES if reply in article.markdown]
    assert article.metadata.date == "2018-07-01"


def test_people_that_a_list_of_the_text_links_to_are_no_replies():
    people = "".join(
        f'<li><a href="/people/{at}">{name}</a>在江边修了{at}十年的船，手上全是茧。</li>'
        for at, name in enumerate(NAMES, 2)
    )
    article = convert(page(f"<h1>{TITLE}</h1><div>{paragraphs(POST)}<ul>{people}</ul></div>"), "x")
    assert all(name in article.markdown for name in NAMES)


def post_in_tables(at, name, lines):
    first = "楼主</a> <label>电梯直达</label><a>" if at == 1 else f"{at}#"
    return (
        f'<div id="post_{at}"><table><tr><td rowspan="2"><div class="authi"><a href="space-uid-{at}.html">{name}</a></div>'
        f"<p>{at}2 主题</p></td><td><strong><a>{first}</a></strong><em>发表于 2017-11-{at} 14:22:11</em> | "
        f"<a>只看该作者</a><table><tr><td>{'<br><br>'.join(lines)}</td></tr></table></td></tr>"
        f"<tr><td><a>收藏</a><a>支持</a></td></tr><tr></tr><tr><td></td><td><a>回复</a><a>举报</a></td></tr></table></div>"
    )


def test_the_rows_inside_the_first_post_are_no_posts():
    posts = "".join(
        post_in_tables(at, name, lines)
        for at, (name, lines) in enumerate(zip(NAMES, [POST, *([r] for r in REPLIES)], strict=True), 1)
    )
    article = convert(page(f"<h1>{TITLE}</h1><div>{posts}</div>"), "x")
    assert all(line in article.markdown for line in POST)
    assert not [reply for reply in REPLIES if reply in article.markdown]
    assert (article.metadata.author, article.metadata.date) == ((NAMES[0],), "2017-11-01")


HEAD = ["作者boatman (江上客)", "看板Boat", f"標題[問題] {TITLE}", "時間Tue May 12 14:22:11 2020"]
BELOW = ["※ 發信站: 江邊站(boat.example), 來自: 192.0.2.1 (臺灣)", "※ 文章網址: https://boat.example/M.1.html"]
PUSHES = [
    f"{mark} user{at}: {reply} 05/12 1{at}:20" for at, (mark, reply) in enumerate(zip("推→噓", REPLIES, strict=True))
]


def board(paragraph):
    tags = "".join(f'<div class="meta"><span>{line[:2]}</span><span>{line[2:]}</span></div>' for line in HEAD)
    text = "\n\n".join(paragraph(line) for line in POST)
    below = "".join(f"<span>{line}\n</span>" for line in BELOW)
    pushes = "".join(f'<div class="push"><span>{p[:2]}</span><span>{p[2:]}</span></div>' for p in PUSHES)
    return f"<div id='main-content'>{tags}{text}\n\n--\n{below}{pushes}</div>"


@pytest.mark.parametrize("width", [0, 18])
def test_a_post_of_a_bulletin_board(width):
    wrapped = (lambda s: "\n".join(s[i : i + width] for i in range(0, len(s), width))) if width else str
    article = convert(page(board(wrapped), f"[問題] {TITLE} - 看板 Boat"), "x")
    assert [block.text for block in article.kept if block.text.strip("-")] == POST
    assert article.metadata.title == f"[問題] {TITLE}"
    assert (article.metadata.author, article.metadata.date) == (("boatman",), "2020-05-12")


def test_a_copy_of_a_bulletin_board():
    lines = ["江邊站 › 看板 Boat", "關於我們", *HEAD, *POST, *BELOW, *PUSHES]
    article = convert("\n\n".join(lines), "x")
    assert article.metadata.title == f"[問題] {TITLE}"
    assert (article.metadata.author, article.metadata.date) == (("boatman",), "2020-05-12")
    assert not [line for line in (*REPLIES, "江邊站", "看板") if line in article.markdown]
    assert all(line in article.markdown for line in POST)


@pytest.mark.parametrize(
    "line", ["推 不動這條船：01/02 01:02 是約好的時間", "→ 船在哪裡", "推薦 boat: 這條船 05/12 10:20"]
)
def test_no_push(line):
    assert rule_for(line) is None


def test_a_moment_as_the_c_library_writes_it():
    assert iso_day("Tue May 12 14:22:11 2020") == iso_day("時間Sun May 12 01:05:47 2020") == "2020-05-12"


@pytest.mark.parametrize("gap", ["\n", "\n   "])
def test_line_ends_of_the_source_alone_end_no_paragraph(gap):
    article = convert(page(f"<h1>{TITLE}</h1><div>{gap.join(POST)}</div>"), "x")
    assert [block.text for block in article.kept] == ["".join(POST)]


def test_paragraphs_of_a_letter_pasted_into_a_page():
    text = "\n \n".join(POST)
    article = convert(page(f"<h1>{TITLE}</h1><div>{text}</div>"), "x")
    assert [block.text for block in article.kept] == POST


def test_who_answered_stands_in_the_window():
    question = "<h2>旧船该不该换马达？</h2><a class='name' href='/people/x'>路过的人</a>"
    window = "旧船该不该换马达？ - 江上客的回答 - 江边问答"
    html = f"<html><head><title>{window}</title></head><body>{question}<div>{paragraphs(POST)}<p>编辑于 2014-09-25</p></div></body></html>"
    article = convert(html, "x")
    assert (article.metadata.author, article.metadata.date) == (("江上客",), "2014-09-25")


RULES = "我们认为船应该谁都可以坐，人们可以自己修船，只要他们觉得合适就行，这里的话都由写的人自己负责。"


def post_of_board(at, name, lines, moment):
    body = "".join(f"<div>{line}</div>" for line in lines)
    return (
        f"<table class=tablebg><tr><td><a href='/memberlist.php?u={at}'>{name}</a></td>"
        f"<td>发表于 : {moment}</td></tr><tr><td>{body}</td></tr></table>"
    )


MOMENTS = ["2009-05-25 14:11", "2009-05-25 15:02", "2009-05-26 08:40", "2009-05-27 09:00"]


def test_tables_of_crumbs_like_those_of_the_posts_are_no_first_post():
    posts = "".join(map(post_of_board, range(9), NAMES, [POST, *([reply] for reply in REPLIES)], MOMENTS))
    crumbs = "<table class=tablebg><tr><td>论坛首页 » 修船</td></tr></table>"
    article = convert(page(f"{crumbs}<h2>{TITLE}</h2>{posts}{crumbs}<div>{RULES}</div>"), "x")
    kept = [block.text for block in article.kept]
    assert kept[-len(POST) :] == POST or kept[: len(POST)] == POST
    assert all(block.kind != "table" for block in article.kept)
    assert not [reply for reply in REPLIES if reply in article.markdown]


def test_a_reply_that_is_shown_on_top_does_not_open_the_discussion():
    said = [[REPLIES[0]], POST, [REPLIES[1]], [REPLIES[2]]]
    shown = list(
        map(post_of_board, range(9), [NAMES[1], NAMES[0], *NAMES[2:]], said, [MOMENTS[1], MOMENTS[0], *MOMENTS[2:]])
    )
    article = convert(page(f"<h1>{TITLE}</h1><div>{''.join(shown)}</div>"), "x")
    assert all(line in article.markdown for line in POST)
    assert not [reply for reply in REPLIES if reply in article.markdown]
