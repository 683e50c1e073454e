"""The picture between headline and text: known by its element, by what is said below it, or because the page shows it
where it is shared."""

import pytest
from lxml import html
from old_pier import BODY, TEXT, TITLE, page

from convert.evidence.parts.lead_figure import take_in_lead_figures
from convert.pipeline import convert

CAPTION = "碼頭的售票亭，攝於去年冬天。"
OTHER = "https://e.example/story/9"


def figure(caption=CAPTION, link="", name="a"):
    picture = f'<img src="https://e.example/{name}.jpg" alt="">'
    picture = f'<a href="{link}">{picture}</a>' if link else picture
    return f"<figure>{picture}<figcaption>{caption}</figcaption></figure>"


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
        # Beside buttons, and in a gallery.
        (HEAD + "<img src='b.png'>" * 59 + figure(), True),
        (HEAD + "<img src='b.png'>" * 60 + figure(), False),
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


@pytest.mark.parametrize("before", ["", "<br>"])
def test_the_words_around_a_picture_stay_where_they_are(before):
    root = html.document_fromstring(f"<body><h1>題</h1><p>上{before}{figure()}下</p><div>內<b>文</b></div></body>")
    container = root.find(".//div")
    take_in_lead_figures(root, container, ())
    assert container[0].tag == "figure"
    assert root.find("body/p").text_content() == "上下"
    assert container.text_content().replace(CAPTION, "") == "內文"
