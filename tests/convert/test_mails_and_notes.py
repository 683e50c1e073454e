"""Mails that are handed on, frames of saved pages, feeds of servers, and what editors of notes put around a page."""

import base64
import json

import pytest

from convert.page import Conversion
from convert.pipeline import convert, convert_file

TITLE = "竹匠把凉席铺到了桥上"
TEXT = [
    "竹匠把劈好的篾条泡在水缸里，泡到第三天才肯动手，他说急的人编不出平的席子，睡上去会硌腰。",
    "桥上的风比院子里大，凉席铺开以后要用四块石头压住，路过的人都要停下来摸一摸，问一句多少钱。",
    "到了秋天席子卖完了，他把剩下的篾条编成篮子，送给来帮忙的孩子，一人一只，大小都不一样。",
]
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TEXT)


def _texts(found: Conversion) -> list[str]:
    return found.markdown.split("---\n", 2)[2].strip().split("\n\n")


def _mail(body: str, kind: str) -> bytes:
    head = (
        "From: reader <reader@example.org>\nSubject: Fwd: x\nDate: Fri, 6 Nov 2026 10:00:00 +0800\nMIME-Version: 1.0\n"
    )
    head += f'Content-Type: text/{kind}; charset="utf-8"\nContent-Transfer-Encoding: base64\n\n'
    return head.encode() + base64.encodebytes(body.encode())


HEADS = [
    ["---------- Forwarded message ---------", "发件人： 罗竹生 <luo@example.com>", "Date: 2022年5月6日周五 09:30",
     f"Subject: {TITLE}", "To: <reader@example.org>"],
    ["------------------ 原始邮件 ------------------", '发件人: "罗竹生"<luo@example.com>;',
     "发送时间: 2022年5月6日(星期五) 上午9:30", '收件人: "读者"<reader@example.org>;', f"主题: {TITLE}"],
    ["寄件者: 罗竹生 <luo@example.com>", "日期: 2022年5月6日", f"主旨: {TITLE}"],
    ["开始转发的邮件：", "发件人: 罗竹生 <luo@example.com>", f"主题: {TITLE}", "日期: 2022年5月6日 GMT+8 09:00:00"],
    ["From: 罗竹生", "Sent: 2022-05-06", "To: reader", f"Subject: 转发: {TITLE}"],
]  # fmt: skip


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("kind", ["plain", "html", "lines"])
def test_a_mail_that_is_handed_on_is_of_who_wrote_it_first(head, kind):
    if kind == "plain":
        mail = _mail("\n".join(head) + "\n\n" + "\n\n".join(TEXT), kind)
    elif kind == "html":
        mail = _mail("".join(f"<div>{_html(line)}</div>" for line in head) + PARAGRAPHS, kind)
    else:
        mail = _mail(f"<p>{'<br>'.join(map(_html, head))}</p>{PARAGRAPHS}", "html")
    found = convert_file(mail, "x.eml")
    told = found.metadata
    assert (told.title, told.author, told.date, told.site) == (TITLE, ("罗竹生",), "2022-05-06", "")
    assert _texts(found) == TEXT


def _html(line: str) -> str:
    return line.replace("<", "&lt;")


def test_a_mail_that_quotes_all_of_the_one_it_hands_on_has_its_text():
    lines = ["From: 罗竹生", "Date: 2022-05-06", f"Subject: {TITLE}", "", *(f"{text}\n>" for text in TEXT)]
    mail = _mail("Begin forwarded message:\n\n" + "\n".join(f"> {line}" for line in lines), "plain")
    assert _texts(convert_file(mail, "x.eml")) == TEXT


ADDRESS = "https://e.example/1"
COPIES = [
    f"# {TITLE}\n\n> 作者：罗竹生\n> 来源：{ADDRESS}\n> 日期：2022-05-06\n\n{{}}",
    f"# [{TITLE}]({ADDRESS})\n\n罗竹生 2022-05-06\n\n{{}}",
    f"# {TITLE}\n\n罗竹生 2022-05-06\n\n{{}}\n\n来源：<{ADDRESS}>\n",
    f"{TITLE}\n{ADDRESS}\n\n罗竹生 2022-05-06\n\n{{}}",
    f"{TITLE}\n\n罗竹生 2022-05-06\n\n{{}}\n\n原文網址：{ADDRESS}",
    f"{TITLE}\n\n2022-05-06\n\n{{}}\n\n作者：罗竹生\n链接：{ADDRESS}\n来源：桥头\n著作权归作者所有。商业转载请联系作者获得授权。",
    f"{TITLE}\n\n2022-05-06\n\n{{}}\n\n版权声明：本文为桥头博主「罗竹生」的原创文章，转载请附上原文出处链接及本声明。\n原文链接：{ADDRESS}",
]


@pytest.mark.parametrize("copy", COPIES)
def test_a_copy_says_where_it_is_from(copy):
    found = convert(copy.format("\n\n".join(TEXT)), "x")
    told = found.metadata
    assert (told.title, told.author, told.date) == (TITLE, ("罗竹生",), "2022-05-06")
    assert (told.source_url, _texts(found)) == (ADDRESS, TEXT)


def test_an_address_that_a_text_speaks_of_is_not_where_it_is_from():
    text = f"{TITLE}\n\n{TEXT[0]}\n\n{ADDRESS}\n\n{TEXT[1]}\n\n{TEXT[2]}\n\n{ADDRESS}"
    assert convert(text, "x").metadata.source_url == ""


def test_markdown_that_opens_with_its_title_may_go_on_in_html():
    assert convert(f"# {TITLE}\n\n{PARAGRAPHS}", "x").metadata.title == TITLE


def test_the_graph_of_a_page_has_one_article():
    graph = [{"@type": "WebSite", "name": "桥头小报"}, {"headline": TITLE, "articleBody": "\n".join(TEXT)}]
    assert _texts(convert(json.dumps({"@graph": graph}), "x")) == TEXT


def test_a_page_that_shows_the_head_of_a_mail_keeps_it():
    shown = ["发件人：罗竹生", "日期：2022年5月6日", "主题：凉席", *TEXT]
    assert "主题" in convert(f"# {TITLE}\n\n{TEXT[0]}\n\n" + "\n\n".join(shown), "x").markdown


def test_of_a_saved_page_the_first_part_is_read_however_long_its_frames_are():
    def part(address: str, page: str) -> bytes:
        head = f"--b\nContent-Type: text/html\nContent-Location: {address}\nContent-Transfer-Encoding: base64\n\n"
        return head.encode() + base64.encodebytes(page.encode())

    head = b'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
    frame = f"<html><body>{'<p>今日推荐的商品都在这里，点开就能看到价格。</p>' * 200}</body></html>"
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{PARAGRAPHS}</body></html>"
    data = head + part("https://e.example/1", page) + part("https://ad.example/2", frame) + b"--b--\n"
    assert _texts(convert_file(data, "x.mhtml")) == TEXT


def test_a_feed_says_its_own_charset_no_longer_and_links_to_its_entry_once():
    feed = (
        '<?xml version="1.0" encoding="gb2312"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>桥头小报</title>'
        f'<entry><title>{TITLE}</title><link rel="replies" href="https://e.example/c"/>'
        f'<link rel="alternate" href="https://e.example/1"/><content type="html">{PARAGRAPHS.replace("<", "&lt;")}'
        "</content></entry></feed>"
    )
    found = convert_file(feed.encode("gb18030"), "x.xml")
    assert (found.metadata.source_url, found.metadata.site, _texts(found)) == ("https://e.example/1", "桥头小报", TEXT)


@pytest.mark.parametrize("moment", [1651795200, 1651795200000, "2022-05-06T08:00:00+08:00"])
def test_json_says_days_in_seconds_and_who_publishes_it(moment):
    entry = {"headline": TITLE, "date": moment, "publisher": {"name": "桥头小报"}, "articleBody": "\n".join(TEXT)}
    told = convert(json.dumps(entry), "x").metadata
    assert (told.date, told.site) == ("2022-05-06", "桥头小报")


TABLES = [
    "<table><tr><td><b>创建时间：</b></td><td>2026/11/7 9:12</td></tr><tr><td><b>作者：</b></td><td>罗竹生</td></tr>"
    '<tr><td><b>来源：</b></td><td><a href="https://e.example/1">https://e.example/1</a></td></tr></table>',
    '<table class="properties"><tr><th>URL</th><td><a href="https://e.example/1">https://e.example/1</a></td></tr>'
    "<tr><th>作者</th><td>罗竹生</td></tr><tr><th>状态</th><td>读过</td></tr></table>",
]


@pytest.mark.parametrize("table", TABLES)
def test_what_editors_of_notes_know_of_a_page_leaves_the_text_for_its_head(table):
    page = (
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{table}<div>{PARAGRAPHS}</div></body></html>"
    )
    found = convert(page, "x")
    told = found.metadata
    assert (told.author, told.source_url, told.date) == (("罗竹生",), "https://e.example/1", "")
    assert _texts(found) == TEXT


def test_a_table_of_a_text_stays():
    table = "<table><tr><td>作者</td><td>罗竹生</td></tr><tr><td>长度</td><td>两米</td></tr></table>"
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{PARAGRAPHS}{table}</body></html>"
    assert "| 长度 | 两米 |" in convert(page, "x").markdown


@pytest.mark.parametrize("view", ['<a class="domain" href="https://www.e.example.com/1">www.e.example.com</a>',
                                  '<div class="subtitle">www.e.example.com · 罗竹生</div>'])  # fmt: skip
def test_the_host_above_a_text_is_none_of_it(view):
    page = f"<html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1>{view}{PARAGRAPHS}</div></body></html>"
    assert _texts(convert(page, "x")) == TEXT


def test_code_of_evernote_is_code_and_its_author_is_told():
    code = '<div style="-en-codeblock:true"><div>for a in b:</div><div>    go(a)</div></div>'
    head = '<meta name="exporter-version" content="Evernote"/><meta name="author" content="罗竹生"/>'
    found = convert(f"<html><head><title>{TITLE}</title>{head}</head><body>{PARAGRAPHS}{code}</body></html>", "x")
    assert "```\nfor a in b:\n    go(a)\n```" in found.markdown
    assert found.metadata.author == ("罗竹生",)


@pytest.mark.parametrize("indent", [2, 3, 4, 8])
def test_lists_of_clippings_keep_their_depth_however_far_writers_set_them_in(indent):
    set_in = " " * indent
    listed = f"- 篾条\n{set_in}- 青篾\n{set_in}- 黄篾\n{set_in * 2}- 内层\n- 石头\n\n1. 泡水。\n\n{set_in}泡到第三天。\n\n2. 动手。"
    body = convert(f"# {TITLE}\n\n{TEXT[0]}\n\n{listed}\n\n{TEXT[1]}", "x").markdown
    assert "- 篾条\n    - 青篾\n    - 黄篾\n        - 内层\n- 石头" in body
    assert "1. 泡水。\n\n    泡到第三天。\n\n2. 动手。" in body


def test_paragraphs_that_are_all_set_in_hang_on_no_list():
    set_in = "\n\n".join(f"    {text}" for text in TEXT)
    assert "\n    " not in convert(f"# {TITLE}\n\n- 篾条\n\n{set_in}", "x").markdown


def test_the_name_of_a_file_is_no_part_of_a_title():
    page = f"<html><head><title>{TITLE}.note</title></head><body><div><b>{TITLE}</b></div>{PARAGRAPHS}</body></html>"
    assert convert(page, "x").metadata.title == TITLE


def test_few_zero_bytes_do_not_make_a_page_a_program():
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{PARAGRAPHS}</body></html>".encode()
    assert _texts(convert_file(page.replace(b"</p>", b"\0</p>"), "x.html")) == TEXT


def test_lines_of_code_may_be_lines_by_style_alone():
    lines = ["import os", "for a in b:", "    go(a)"]
    code = "".join(f'<span style="display:block">{line}</span>' for line in lines)
    page = f"<h1>{TITLE}</h1>{PARAGRAPHS}<pre><code>{code}</code></pre>"
    assert "```\n" + "\n".join(lines) + "\n```" in convert(f"<html><body>{page}</body></html>", "x").markdown
