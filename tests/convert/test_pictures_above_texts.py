"""The picture between headline and text, and what newspapers print around a text: whose it is, links in a table, a
moment with an empty counter, the next article below."""

import pytest
from lxml import html

from convert.clean.link_lists import cut_tables_of_others
from convert.clean.selection import Selection
from convert.evidence.fields.bylines import labelled, reporters
from convert.evidence.fields.names import signature
from convert.evidence.parts.lead_figure import take_in_lead_figures
from convert.page import Block, Span
from convert.pipeline import convert
from convert.rules.tables import rule_for

TITLE = "江邊舊碼頭明年改建渡船博物館"
TEXT = [
    "江邊的舊碼頭明年將改建成渡船博物館，預計三月動工，年底完成，經費由市府與基金會各負擔一半。",
    "文化局長說，碼頭停用二十年，木造的售票亭還在，屋頂漏水但是梁柱完好，修一修就能用。",
    "附近的居民希望保留早上的市集，他們說碼頭沒有了船，至少還有人，館長答應每週開三天。",
    "館長說，舊船會從上游的船廠運來，船廠的師傅今年七十歲，他要自己把船划到碼頭，不用拖車。",
]
CAPTION = "碼頭的售票亭，攝於去年冬天。"
BODY = "<div id=text>" + "".join(f"<p>{line}</p>" for line in TEXT) + "</div>"
OTHER = "https://e.example/story/9"


def figure(caption=CAPTION, link="", name="a"):
    picture = f'<img src="https://e.example/{name}.jpg" alt="">'
    picture = f'<a href="{link}">{picture}</a>' if link else picture
    return f"<figure>{picture}<figcaption>{caption}</figcaption></figure>"


def page(inside, title=TITLE):
    return f"<html><head><title>{title} | 江邊新聞網</title></head><body>{inside}</body></html>"


HEAD = f"<h1>{TITLE}</h1><p>2018-09-16</p>"


@pytest.mark.parametrize(
    ("above", "taken"),
    [
        (HEAD + figure(), True),
        (f"{HEAD}<section>{figure()}</section>", True),
        # The picture alone, larger.
        (HEAD + figure(link="https://e.example/large/a.JPG?w=2000"), True),
        (HEAD + figure(link="javascript:zoom()"), True),
        # To another article.
        (HEAD + figure(link=OTHER), False),
        (HEAD + figure(f'<a href="{OTHER}"></a><a href="{OTHER}"><img src="b.jpg"></a>{CAPTION}'), False),
        # Above the headline, below another one, and without any.
        (figure() + HEAD, False),
        (f"{HEAD}{figure()}<h2>今日要聞</h2>", False),
        (f"<p><b>{TITLE}</b></p>{figure()}", False),
        # Three in a row.
        (HEAD + figure() + figure(name="b") + figure(name="c"), False),
        (HEAD + figure() + figure(name="b"), True),
        (HEAD + figure("&nbsp;"), False),
        # A box of the site, hidden.
        (f"{HEAD}<div hidden>{figure()}</div>", False),
    ],
)
def test_the_picture_between_headline_and_text(above, taken):
    read = convert(page(f"<div>{above}</div>{BODY}"), "x").markdown
    assert ("e.example/a.jpg" in read) is taken
    if taken:
        assert read.index("a.jpg") < read.index(TEXT[0])
    assert all(line in read for line in TEXT)


def beside(words, picture="https://e.example/pictures/a.jpg"):
    return f'<div class="img"><img src="{picture}"><p>{words}</p></div>'


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        # By what it says, or because the page shows that picture where it is shared.
        ("碼頭的售票亭，屋頂漏水，攝於去年冬天。（取自館長臉書）", True),
        ("碼頭的售票亭，屋頂漏水，攝於去年冬天。圖：王大明/視覺中國", True),
        ("碼頭的售票亭，屋頂漏水，攝於去年冬天。", False),
        # A word, and the title of another article.
        ("圖片", False),
        (f'<a href="{OTHER}">縣裡的蘋果今年賣得不錯</a>（取自館長臉書）', False),
        ("分享</p><p>列印</p><p>碼頭的售票亭。（取自館長臉書）", False),
    ],
)
def test_a_picture_with_words_beside_it(words, taken):
    read = convert(page(f"<div>{HEAD}{beside(words)}</div>{BODY}"), "x").markdown
    assert ("pictures/a.jpg" in read) is taken


@pytest.mark.parametrize(
    ("shared", "taken"), [("https://cdn.example/a.jpg?w=800", True), ("https://cdn.example/b.jpg", False), ("", False)]
)
def test_the_picture_that_a_page_shows_where_it_is_shared(shared, taken):
    meta = f'<meta property="og:image" content="{shared}">'
    whole = page(f"<div>{HEAD}{beside('碼頭的售票亭，屋頂漏水，攝於去年冬天。')}</div>{BODY}")
    read = convert(whole.replace("<head>", f"<head>{meta}"), "x").markdown
    assert ("pictures/a.jpg" in read) is taken


def test_a_caption_of_several_sentences_is_no_byline():
    caption = "舊碼頭的售票亭。2018年9月16日起停用，今年又漏水。圖：王大明/視覺中國"
    read = convert(page(f"<div>{HEAD}<img src='https://e.example/a.jpg'><p>{caption}</p>{BODY}</div>"), "x").markdown
    assert "今年又漏水" in read


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
        f"<li>語言{at} <a href='https://voice.example.org/{at}'>{name.format(n=at)}</a></li>" for at in range(5)
    )
    read = convert(page(f"<h1>{TITLE}</h1><div><p>{TEXT[0]}</p><div><ul>{rows}</ul></div>{BODY}</div>"), "x").markdown
    assert ("語言3" in read) is kept


@pytest.mark.parametrize("before", ["", "<br>"])
def test_the_words_around_a_picture_stay_where_they_are(before):
    root = html.document_fromstring(f"<body><h1>題</h1><p>上{before}{figure()}下</p><div>內<b>文</b></div></body>")
    container = root.find(".//div")
    take_in_lead_figures(root, container, ())
    assert container[0].tag == "figure"
    assert root.find("body/p").text_content() == "上下"
    assert container.text_content().replace(CAPTION, "") == "內文"


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
