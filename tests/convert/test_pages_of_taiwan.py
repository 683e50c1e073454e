"""News pages of Taiwan and Hong Kong: bylines inside the body, days behind a clock, promotions of their apps."""

import pytest

from convert.evidence.fields.bylines import dispatch
from convert.pipeline import convert
from convert.rules.tables import rule_for
from convert.text.days import iso_day

TITLE = "江邊舊碼頭明年改建渡船博物館"
TEXT = [
    "江邊的舊碼頭明年將改建成渡船博物館，預計三月動工，年底完成，經費由市府與基金會各負擔一半。",
    "文化局長說，碼頭停用二十年，木造的售票亭還在，屋頂漏水但是梁柱完好，修一修就能用。",
    "附近的居民希望保留早上的市集，他們說碼頭沒有了船，至少還有人。",
]
MENU = ["即時", "要聞", "社會", "地方", "全球", "產經", "股市", "生活"]


def page(body):
    menu = "".join(f"<li><a href='/{word}'>{word}</a></li>" for word in MENU)
    return f"<html><head><title>{TITLE} | 江邊新聞網</title></head><body><ul>{menu}</ul>{body}</body></html>"


def paragraphs(lines):
    return "".join(f"<p>{line}</p>" for line in lines)


@pytest.mark.parametrize(
    "byline",
    [
        "<time><span>10:20</span><span>2018/09/16</span></time><div class='author'>游念育</div>",
        "<div><span>2018-09-16 10:20</span>江邊報 記者<b>游念育</b>／台北即時報導</div>",
        "<div><time>2018-09-16 10:20</time><span>江邊報 / 記者<a>游念育</a>／台北報導</span></div>",
    ],
)
def test_a_title_inside_the_body_has_its_byline_there_and_no_menu(byline):
    article = convert(page(f"<div id='story'><h1>{TITLE}</h1>{byline}{paragraphs(TEXT)}</div>"), "x")
    assert (article.metadata.author, article.metadata.date) == (("游念育",), "2018-09-16")
    assert [block.text for block in article.kept] == TEXT


def test_no_word_of_the_menu_is_an_author():
    article = convert(page(f"<div id='story'><h1>{TITLE}</h1><p>2018-09-16</p>{paragraphs(TEXT)}</div>"), "x")
    assert article.metadata.author == ()


def test_a_report_line_below_the_first_picture():
    caption = "<p><img src='https://e.example/a.jpg'></p><p><strong>▲江邊的舊碼頭，售票亭還在。（圖／文化局提供）</strong></p>"
    body = f"<h1>{TITLE}</h1><time>2018年09月16日 10:20</time><div>{caption}<p>記者游念育／台北報導</p>{paragraphs(TEXT)}</div>"
    assert convert(page(body), "x").metadata.author == ("游念育",)


def test_a_year_right_behind_a_clock():
    assert iso_day("10:202018/09/16") == "2018-09-16"
    assert iso_day("編號10202018/09/16") == ""


def test_a_report_line_right_behind_its_moment():
    assert dispatch("2021-05-12 14:22江邊報 / 記者游念育／台北即時報導") == ("游念育",)


@pytest.mark.parametrize(
    "line",
    [
        "★《江邊新聞網》提醒您：喝酒不開船",
        "一指在APP內訂閱《江邊新聞》按此了解更多",
        "江邊社「一手新聞」 app",
        "如欲投稿、報料，發表聲明或啟事，請按此",
        "上 / 下一篇新聞",
        "請同意我們的隱私權規範，才能啟用聽新聞的功能。",
        "#舊碼頭#渡船",
        "135,983",
    ],
)
def test_lines_of_the_site(line):
    assert rule_for(line) is not None
    assert rule_for(f"他在船上說：{line}他想了一想，又說了一遍，船才慢慢地開走。") is None


def test_a_count_with_a_comma_is_no_byline():
    head = [*MENU, TITLE, "2018-09-16 10:20", "舊碼頭與渡船博物館", "135,983"]
    assert convert("\n\n".join([*head, *TEXT]), "x").metadata.title == TITLE


def test_a_caption_with_its_source_is_no_heading():
    lines = [
        TITLE,
        "2018-09-16",
        "",
        TEXT[0],
        "",
        "售票亭還在，梁柱完好。（資料圖片）",
        TEXT[1],
        "",
        "江邊的早市",
        TEXT[2],
        "",
    ]
    lines += ["渡船的模型", TEXT[0].replace("明年", "後年"), ""]
    article = convert("\n".join(lines), "x")
    assert [block.text for block in article.kept if block.kind == "heading"] == ["江邊的早市", "渡船的模型"]
