"""Lines of long articles: what heads a section and what a figure, a call or a table of contents is; sources, sessions of
programs and their rights within a text."""

import pytest
from lxml import html
from old_pier import TEXT, TITLE

from convert.blocks.exported import parts_of_programs
from convert.clean.boilerplate import remove_boilerplate
from convert.clean.headings.line import may_head, unless_told
from convert.clean.headings.marking import unless_idle
from convert.clean.headings.plain import plain_lines
from convert.clean.headings.series import numbered_heads
from convert.clean.link_lists import link_runs
from convert.page import Block, Span
from convert.text.code import is_code_line


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
    ("entries", "cut"),
    [
        (
            "<li><a href='#a'>來歷</a><ol><li><a href='#%E8%88%B9'>船期</a></li></ol></li><li><a href='#c'>市集</a></li>",
            True,
        ),
        # Of four one leads nowhere any more.
        ("".join(f"<li><a href='#{at}'>{at}</a></li>" for at in "abcx"), True),
        ("".join(f"<li><a href='#{at}'>{at}</a></li>" for at in "axyz"), False),
        ("".join(f"<li><a href='#{at}'>{at}</a></li>" for at in "ab"), False),
        # Notes, and what a writer says that he will tell.
        ("".join(f"<li><a href='#{at}'>↑</a> 見館長的信。</li>" for at in "abc"), False),
        ("<li>來歷</li><li>船期</li><li>市集</li>", False),
    ],
)
def test_a_list_of_links_to_places_of_the_page_is_its_table_of_contents(entries, cut):
    heads = "<h2 id=a>來歷</h2><h2 id=船>船期</h2><h2><a name=b></a>市集</h2><h2 id=c>館長</h2>"
    body = html.fromstring(f"<body><ul id=list>{entries}</ul>{heads}</body>")
    # The whole of it, once: lists that stand in it are not asked about.
    assert list(parts_of_programs(body)) == ([body[0]] if cut else [])


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
        ([*HEADS, "這樣的話為什麼要拆？", "那船呢？", "終於要開了！", "除了船票，還要什麼？"], 3),
        # More questions than other heads are what somebody asks.
        ([*HEADS[:2], "什麼時候最擠？", "哪裡能上船？", "誰來划船？"], 2),
    ],
)
def test_a_question_heads_a_section_where_other_lines_do(lines, heads):
    blocks = [Block("paragraph", (Span(line),)) for each in lines for line in (each, TEXT[0], TEXT[1])]
    assert len(plain_lines(list(enumerate([Block("paragraph", (Span(TEXT[2]),)), *blocks])))) == heads
