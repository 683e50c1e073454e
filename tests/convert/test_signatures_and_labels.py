"""How lines sign a text, what heads its sections unmarked, half-width marks, and what newspapers print below a text: links
in a table, a moment with an empty counter, the next article."""

from html import escape as html_of

import pytest
from lxml import html
from old_pier import BODY, TEXT, TITLE, page

from convert.clean.link_lists import cut_tables_of_others
from convert.clean.selection import Selection
from convert.evidence.fields.bylines import labelled, reporters
from convert.evidence.fields.names import signature
from convert.evidence.lines import is_prose
from convert.evidence.repeated import repeated_parts
from convert.page import Block, Span
from convert.pipeline import convert
from convert.rules.tables import rule_for
from convert.text.characters import ends_sentence


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("您的浏览器不支持视频播放", True),
        ("抱歉，浏览器版本过低，无法播放", True),
        ("后来才知道这个项目用的是特别的浏览器，普通的浏览器都无法访问", False),
        ("能用的只有专业浏览器，比如甲和乙，还是无法打开", False),
    ],
)
def test_what_a_player_says_of_browsers_and_what_a_text_does(line, taken):
    rule = rule_for(line)
    assert (rule is not None and rule.reason == "player or script text") is taken


@pytest.mark.parametrize(
    ("name", "kept"), [("voice.example.org/{n}/speak", True), ("縣裡的蘋果今年賣得不錯{n}", False)]
)
def test_addresses_by_their_own_names_are_no_titles_of_others(name, kept):
    rows = "".join(
        f"<div>語言{at} <a href='https://voice.example.org/{at}'>{name.format(n=at)}</a></div>" for at in range(5)
    )
    assert (repeated_parts(html.fromstring(f"<body>{BODY}<div>{rows}</div></body>")).parts == {}) is kept


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        ("這種交替的日子,人們都習慣來總結一下.其實曆法都是人定的,元旦也不過是普通的一天", True),
        ("2004的年曆被時間之火燒去,露出了下面的.", True),
        ("江邊的舊碼頭明年將改建成渡船博物館...", False),
        # A name in Latin letters, and a number.
        ("江邊網www.example.org舊碼頭", False),
        ("江邊的舊碼頭明年Mr. Wang", False),
        ("舊碼頭明年改建3.5億元", False),
    ],
)
def test_half_width_marks_behind_chinese_characters_are_marks(line, prose):
    assert is_prose(line) is prose


def test_a_line_with_a_half_width_stop_closes_and_an_address_does_not():
    assert ends_sentence("船已經開走了.") and ends_sentence("（船已經開走了.）")
    assert not ends_sentence("見 example.org.") and not ends_sentence("第1.")


@pytest.mark.parametrize(
    ("label", "headed"),
    [("前言", True), ("【寫在最後】", True), ("譯文：", True), ("參考資料", False), ("前言說了什麼", False)],
)
def test_a_word_that_heads_sections_heads_one(label, headed):
    body = f"<p>{TEXT[0]}</p><p>{TEXT[1]}</p><p>{label}</p><p>{TEXT[2]}</p><p>{TEXT[3]}</p>"
    assert (f"## {label}" in convert(page(f"<h1>{TITLE}</h1><div>{body}</div>"), "x").markdown) is headed
    last = f"<p>{TEXT[0]}</p><p>{TEXT[1]}</p><p>{TEXT[2]}</p><p>{label}</p>"
    assert f"## {label}" not in convert(page(f"<h1>{TITLE}</h1><div>{last}</div>"), "x").markdown


def test_a_poem_below_what_its_writer_quotes():
    quoted, lines = (
        ["這篇也曾在<江邊集>上", "多年後第一次回碼頭", "感觸良多"],
        ["日影斜，人影留，一長篙。", "一葉舟，夕陽濃，與我一杯。"],
    )
    inside = "".join(f"<blockquote><p>{html_of(line)}</p></blockquote>" for line in quoted)
    body = inside + f"<h2>{TITLE}</h2>" + "".join(f"<p>{line}</p>" for line in [*lines, *TEXT])
    read = convert(page(f"<h1>{TITLE}</h1><div>{body}</div>"), "x").markdown
    assert "感觸良多" in read and "江邊集" in read


@pytest.mark.parametrize(
    ("label", "day"), [("收稿日期：2021-03-08", "2022-07-21"), ("發布日期：2021-03-08", "2021-03-08")]
)
def test_the_day_on_which_a_paper_came_in_is_not_its_day(label, day):
    meta = '<meta property="article:published_time" content="2022-07-21">'
    whole = page(f"<h1>{TITLE}</h1><p>{label}</p>{BODY}").replace("<head>", f"<head>{meta}")
    assert convert(whole, "x").metadata.date == day


def translated(moment):
    person = '<td class="who"><a href="https://e.example/u/{n}">譯者{n}</a><p>{moment}</p><p>{n}人頂</p><p>頂</p></td>'
    rows = (
        f"<div class='part'><table><tr><td><p>{line}</p></td>{person.format(n=at, moment=moment)}</tr></table></div>"
        for at, line in enumerate(TEXT, 1)
    )
    return page(f"<h1>{TITLE}</h1><div>{''.join(rows)}</div>")


def test_paragraphs_that_say_when_they_were_translated_are_one_text():
    read = convert(translated("翻譯於 7個月前"), "x").markdown
    assert all(line in read for line in TEXT)


TITLES = [(f"https://e.example/n/{at}.html", f"縣裡的蘋果今年賣得不錯之{at}") for at in range(3)]


def linked(links, word=""):
    """A table of one row, each cell of which has one of the links, and the word behind it."""
    row = tuple((Span(title, href=link), *([Span(word)] if word else [])) for link, title in links)
    return Block("table", rows=(row,))


@pytest.mark.parametrize(
    ("table", "place", "taken"),
    [
        (linked(TITLES), "below", True),
        (linked([(f"{link}#top", title) for link, title in TITLES]), "below", True),
        # In the text, with words of its own, to places of the page, too few, or names only.
        (linked(TITLES), "within", False),
        (linked(TITLES, "三元一斤"), "below", False),
        (linked([(f"#{title}", title) for _, title in TITLES]), "below", False),
        (linked(TITLES[:2]), "below", False),
        (linked([(link, "蘋果") for link, _ in TITLES]), "below", False),
    ],
)
def test_a_table_of_links_below_the_text(table, place, taken):
    blocks = [Block("paragraph", (Span(line),)) for line in TEXT]
    at = 2 if place == "within" else len(blocks)
    blocks.insert(at, table)
    selection = Selection(dict(enumerate(blocks)))
    cut_tables_of_others(selection, TITLE)
    assert [(each.index, each.reason) for each in selection.removed] == ([(at, "list of links")] if taken else [])


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("他說船還能再跑十年。(綠茶 江邊日報)", ("綠茶",)),
        ("他說船還能再跑十年。（綠茶／江邊日報）", ("綠茶",)),
        # A place, a source and a note are no writers.
        ("他說船還能再跑十年。（資料來源 江邊日報）", ()),
        ("他說船還能再跑十年。（江邊網 江邊日報）", ()),
        ("他說船還能再跑十年。（綠茶 碼頭邊上）", ()),
    ],
)
def test_a_name_and_an_outlet_close_a_text(line, names):
    assert signature(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [("徐勇（新华社供本报特稿）", ("徐勇",)), ("徐勇（中新社专电）", ("徐勇",)), ("徐勇（住在江边的人）", ())],
)
def test_a_name_before_whose_report_it_is(line, names):
    assert reporters(line) == names


def test_a_report_with_pictures_by_one_hand():
    assert labelled("報導•攝影╱張嘉恬") == ("張嘉恬",)


@pytest.mark.parametrize(
    ("head", "author"), [("【江邊快報／陳孟朔】", ("陳孟朔",)), ("【江邊快報／綜合】", ()), ("【江邊快報／台北】", ())]
)
def test_outlet_and_name_in_brackets_before_the_text(head, author):
    body = "".join(f"<p>{line}</p>" for line in [head + TEXT[0], *TEXT[1:]])
    assert convert(page(f"<h1>{TITLE}</h1><p>2018-09-16</p><div>{body}</div>"), "x").metadata.author == author


def test_a_reporter_between_the_first_two_lines():
    lines = ["江邊社江城7月25日電 題：舊碼頭怎樣變成博物館，百姓有話說。", "江邊社記者王優玲、何宗渝", *TEXT]
    body = "".join(f"<p>{line}</p>" for line in lines)
    article = convert(page(f"<h1>{TITLE}</h1><p>2018-09-16</p><div>{body}</div>"), "x")
    assert article.metadata.author == ("王優玲", "何宗渝")


def test_a_moment_with_an_empty_counter_is_a_byline():
    row = "【江邊 男士時尚網】中江網 文章錄入：Sara 責任編輯：Sara 2012-9-24 16:00:04 點擊數："
    read = convert(page(f"<div><h1>{TITLE}</h1><p>{row}</p>{BODY}</div>"), "x").markdown
    assert "點擊數" not in read and "2012-09-24" in read


@pytest.mark.parametrize("name", ["brush:sql; toolbar: true;", "share", "widget code"])
def test_code_is_code_however_its_highlighter_is_told_to_show_it(name):
    read = convert(
        page(f"<h1>{TITLE}</h1><div><p>{TEXT[0]}</p><pre class='{name}'>select 1;\nselect 2;</pre>{BODY}</div>"), "x"
    ).markdown
    assert "select 1;" in read


def test_the_next_article_of_a_copy_goes_however_long_it_is():
    other = [
        f"江邊舊碼頭改建渡船博物館的第{at}年，碼頭邊的師傅說今年的價錢比去年好，客商從外地來，等到下雪。"
        for at in range(1, 9)
    ]
    closed = [TITLE, "2018-09-16", *TEXT, "責任編輯：林美欣", "往下滑看下一篇文章", "江邊舊碼頭的船廠", *other]
    read = convert("\n\n".join(closed), "x.txt").markdown
    assert all(line in read for line in TEXT) and not any(line in read for line in other)
    # Without the words that say so it is the article that goes on.
    assert other[0] in convert("\n\n".join(line for line in closed if "下一篇" not in line), "x.txt").markdown


RECORD = (
    "<!--enpproperty <articleid>1</articleid><date>2012-10-30 11:08:18.0</date><author>{name}</author>"
    "<url>{url}</url><sourcename>江邊網</sourcename>/enpproperty-->"
)


@pytest.mark.parametrize(
    ("record", "day", "author", "address"),
    [
        (
            RECORD.format(name="游念育", url="http://e.example/a/1.htm"),
            "2012-10-30",
            ("游念育",),
            "http://e.example/a/1.htm",
        ),
        (RECORD.format(name="別人名", url="null"), "2012-10-30", (), ""),
        (RECORD.format(name="游念育", url="javascript:alert(1)"), "2012-10-30", ("游念育",), ""),
        # A comment of something else, and one that never ends.
        (RECORD.format(name="游念育", url="http://e.example/a/1.htm").replace("<!--enp", "<!-- not enp"), "", (), ""),
        (RECORD.format(name="游念育", url="http://e.example/a/1.htm")[:-3] + "x" * 9000 + "-->", "", (), ""),
    ],
)
def test_what_a_newspaper_s_system_writes_into_a_comment(record, day, author, address):
    read = convert(page(f"{record}<h1>{TITLE}</h1>{BODY}<p>這一頁由游念育走到江邊去看。</p>"), "x").metadata
    assert (read.date, read.author, read.source_url) == (day, author, address)
