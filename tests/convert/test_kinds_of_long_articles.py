"""What blogs, platforms and reference pages print around long articles: icons by their names, the bar of the reader's
account, names beside days and jobs, sources in the middle of a text, tables of contents with entries of two levels."""

import pytest
from lxml import html
from old_pier import BODY, TEXT, TITLE, page

from convert.clean.boilerplate import remove_boilerplate
from convert.clean.headings.line import may_head, unless_told
from convert.clean.headings.marking import unless_idle
from convert.clean.headings.plain import plain_lines
from convert.clean.headings.series import numbered_heads
from convert.clean.link_lists import contents_entries, link_runs
from convert.evidence.fields.bylines import labelled
from convert.evidence.fields.names import split_names
from convert.evidence.parts.hidden import hidden_parts
from convert.page import Block, Span
from convert.pipeline import convert
from convert.rules.tables import named
from convert.text.code import is_code_line

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


def linked(text, address):
    return Block("item", (Span(text, href=address),))


SITES = [f"https://{name}.example/pier" for name in ("one", "two", "three", "four")]


@pytest.mark.parametrize(
    ("addresses", "below", "cut"),
    [
        (SITES, True, False),
        # Of one site, and of many below the text.
        ([f"https://one.example/{at}" for at in range(4)], True, True),
        (SITES, False, True),
    ],
)
def test_links_to_many_sites_in_the_middle_of_a_text_are_its_sources(addresses, below, cut):
    text = [Block("paragraph", (Span(line),)) for line in TEXT]
    listed = [linked(f"舊碼頭的來歷之{at}", address) for at, address in enumerate(addresses)]
    blocks = list(enumerate([*text[:2], *listed, *(text[2:] if below else [])]))
    assert link_runs(blocks) == ([2, 3, 4, 5] if cut else [])


def test_a_table_of_contents_may_have_entries_that_no_heading_says():
    def head(words):
        return Block("heading", (Span(words),), level=3)

    heads, entry = ["1) 碼頭", "2) 渡船", "3) 市集"], Block("paragraph", (Span("2.1) 船期"),))
    text = [block for words in heads for block in (head(words), Block("paragraph", (Span(TEXT[0]),)))]
    listed = [head(heads[0]), head(heads[1]), entry, head(heads[2])]
    told = unless_idle(list(enumerate([*listed, *text])))
    assert [index for index, block in told if block.kind == "heading"] == [4, 6, 8]
    # Text between them, and they are headings of their own.
    apart = [*listed[:2], Block("paragraph", (Span(TEXT[1]),)), *listed[2:], *text]
    assert sum(block.kind == "heading" for _, block in unless_idle(list(enumerate(apart)))) == 6


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("圖 1. 碼頭的平面圖", False),
        ("表 2-1 渡船的班次", False),
        ("代码清单 3. 船期的算法", False),
        ("表情 2 種", True),
        ("清單 十月要修的船", True),
    ],
)
def test_a_figure_with_its_number_is_no_heading(line, told):
    block = unless_told(Block("heading", (Span(line),), level=2), 40)
    assert (block.kind == "heading") is told


@pytest.mark.parametrize(
    ("spans", "may"),
    [
        ((Span("關於碼頭，戳這裡來留言", href="https://e.example/say", bold=True),), False),
        ((Span("下載船期表", href="https://e.example/times", bold=True),), False),
        # What the section is about, a link within the page, and a link within a line.
        ((Span("舊碼頭的來歷", href="https://e.example/pier", bold=True),), True),
        ((Span("在這裡下載的船期", href="#times", bold=True),), True),
        ((Span("怎樣", bold=True), Span("下載船期表", href="https://e.example/times", bold=True)), True),
    ],
)
def test_a_link_that_fills_its_line_and_calls_heads_nothing(spans, may):
    assert may_head(Block("paragraph", spans)) is may


@pytest.mark.parametrize(
    ("name", "inside", "shown"),
    [
        ("site-common-overlay", "<a class='overlay-close' href=#>關</a><h2>登錄之後可以留言</h2>", False),
        ("site-common-overlay", "<h2>登錄之後可以留言</h2>", True),
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


@pytest.mark.parametrize(
    ("entries", "cut"),
    [
        (["碼頭的來歷", "渡船的船期", "早上的市集"], [0, 1, 2]),
        # One heading is worded anew, and another list stands right below.
        (["碼頭的來歷", "船期", "渡船的船期", "早上的市集", "館長的船", "售票亭"], [0, 1, 2, 3]),
        # Things that are counted, of which a section tells each but one or two.
        (["碼頭的來歷", "渡船", "船廠", "早上的市集"], []),
    ],
)
def test_a_list_of_what_heads_the_sections_is_their_table_of_contents(entries, cut):
    heads = ["碼頭的來歷", "渡船的船期", "早上的市集"]
    text = [
        block
        for head in heads
        for block in (Block("paragraph", (Span(head, bold=True),)), Block("paragraph", (Span(TEXT[0]),)))
    ]
    blocks = [*(Block("item", (Span(entry),)) for entry in entries), *text]
    assert contents_entries(list(enumerate(blocks))) == cut
    # A list below the sections is none.
    assert contents_entries(list(enumerate([*text, *blocks[: len(entries)]]))) == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (">>> pier = Pier(2018)", True),
        ("... return pier", True),
        ("In [1]: pier", True),
        ("root@pier:~# ls", True),
        ("[root@pier ~]# ls", True),
        (r"C:\Documents and Settings\pier>exit", True),
        (">>> 更多", False),
        ("In [1] the pier is described", False),
        ("... 後來碼頭就停用了", False),
        ("pier@river.example $5 off", False),
    ],
)
def test_a_line_behind_a_prompt_is_code(line, code):
    assert is_code_line(line) is code


@pytest.mark.parametrize(("code", "closes"), [(0, True), (4, False)])
def test_rights_that_a_program_prints_close_no_article(code, closes):
    """A session in a terminal begins with whose the program is; `code` is the place of a block of code."""
    lines = [*TEXT[:2], "Copyright (c) Pier Corporation. All rights reserved.", *TEXT[2:]]
    blocks = [Block("paragraph", (Span(line),)) for line in lines]
    blocks[code:code] = [Block("code", (Span("cd C:\\Pier"),))]
    kept = remove_boilerplate(tuple(blocks), TITLE, True).kept
    assert (len(blocks) - 1 not in kept) is closes


@pytest.mark.parametrize(
    ("lines", "heads"),
    [
        (["0x00 缘起", "0x01 碼頭", "0x02 渡船"], 3),
        (["0x01 缘起", "0x02 碼頭", "0x0a 渡船"], 2),
        # One alone, and an address in a program.
        (["0x01 缘起", "碼頭的來歷與去處是什麼", "0x7fff 是位址"], 0),
    ],
)
def test_sections_are_counted_as_programs_count(lines, heads):
    said = "館長說舊船會從上游運來，請靈活使用搜尋"
    blocks = [Block("paragraph", (Span(line),)) for each in lines for line in (each, said, TEXT[0])]
    assert len(numbered_heads(list(enumerate(blocks)))) == heads


HEADS = ["碼頭的來歷", "渡船的船期", "早上的市集"]


@pytest.mark.parametrize(
    ("lines", "heads"),
    [
        ([*HEADS, "什麼時候最擠？"], 4),
        ([*HEADS, "這樣的話為什麼要拆？", "那船呢？", "終於要開了！"], 3),
        # More questions than other heads are what somebody asks.
        ([*HEADS[:2], "什麼時候最擠？", "哪裡能上船？", "誰來划船？"], 2),
    ],
)
def test_a_question_heads_a_section_where_other_lines_do(lines, heads):
    blocks = [Block("paragraph", (Span(line),)) for each in lines for line in (each, TEXT[0], TEXT[1])]
    assert len(plain_lines(list(enumerate([Block("paragraph", (Span(TEXT[2]),)), *blocks])))) == heads
