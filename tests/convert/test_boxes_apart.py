"""Boxes beside the box of the text: lines that share one with what a site prints go with it, and no line of an article
does."""

import pytest

from convert.evidence.parts.apart import apart
from convert.page import BOX, Block, Span
from convert.pipeline import convert

TEXT = [
    f"第{n}年的春天，果园里的老水渠重新通了水，村里的人沿着渠走了一遍，数了数坏掉的闸门，又数了数还能用的。"
    for n in "一二三四五六"
]
SITE = "河谷网 版权所有 违者必究"


def line(text, *boxes, kind="paragraph", **more):
    return Block(kind, (Span(text, **more),), hint="".join(name + BOX for name in boxes))


def head(text, *boxes):
    return line(text, *boxes, kind="heading")


WORDS = [line(text, "page", "words") for text in TEXT]


def left(*blocks, site=()):
    """What stays of the blocks, the text left out; those at the places in `site` were taken for the site's."""
    gone = {at: blocks[at] for at in site}
    kept = {at: block for at, block in enumerate(blocks) if at not in gone}
    out = apart(kept, gone)
    return [block.text for at, block in kept.items() if at not in out and block not in WORDS]


def test_words_above_a_text_go_with_the_box_they_stand_in():
    day = line("2021-03-04 10:20", "page", "data")
    assert left(line("三农", "page", "data"), day, *WORDS, site=[1]) == []
    assert left(line("归在水利", "page", "sort", href="/c/1"), *WORDS) == []
    tabs = [line(text, "page", "tabs", kind="item") for text in ("景点概况", "住在附近", "怎么去")]
    assert left(*tabs, *WORDS) == []
    assert left(*tabs[:2], *WORDS) == ["景点概况", "住在附近"]


@pytest.mark.parametrize(
    "words",
    [
        [line("村里人等了三十年的一渠水", "page", "data")],  # 12 characters go, 13 are a subtitle
        [line("村里人等了整整三十年的一渠水", "page", "data"), line("三农", "page", "data")],
        [head("开闸", "page", "data")],
        [line("渠水长", "page", "verse"), line("渠水凉", "page", "verse"), line("流过村庄", "page", "verse")],
        [line("2021", "page", "year")],
        [line("老渠", "page", "turn", href="#old")],
    ],
    ids=["subtitle at the bound", "subtitle", "head", "verse", "year", "link within the page"],
)
def test_what_an_article_has_above_its_first_paragraph_stays(words):
    stays = [] if len(words[0].text) == 12 else [word.text for word in words]
    day = line("2021-03-04 10:20", "page", "data")
    assert left(*words, day, *WORDS, site=[len(words)]) == stays


def test_lines_below_a_text_go_with_the_box_they_stand_in():
    foot = [line("江边画室 制作", "page", "foot"), line(SITE, "page", "foot")]
    assert left(*WORDS, *foot, site=[7]) == []
    within = [line("江边画室 制作", "page", "words", "foot"), line(SITE, "page", "words", "foot")]
    assert left(*WORDS, *within, site=[7]) == []
    assert left(*WORDS, line("老码头的灯又亮了", "page", "more", href="/a")) == []
    places = ("江边旅馆", "约1.1公里", "山脚客栈", "约2.4公里")
    assert left(*WORDS, head("住在附近", "page", "side"), *(line(text, "page", "side") for text in places)) == []


@pytest.mark.parametrize(
    "words",
    [
        [line("渠水长", "page", "verse"), line("渠水凉", "page", "verse")],
        [line("水到的时候天已经黑了。", "page", "foot"), line("江边画室", "page", "foot")],
        [head("参考", "page", "words"), line("渠志", "page", "list", href="http://a.example/1")],
        [line("附件：水渠名册", "page", "file", href="/1.doc")],
        [line("渠长三里", "page", "note", href="#up")],
        [head("关闸", "page", "part")],
        [head("关闸", "page", "words", "foot")],
        [line("渠尾的人家", "page", "words", "part")],
        [line("江边画室" * 16, "page", "foot")],
    ],
    ids="verse sentence sources papers note head head-beside own-box long".split(),
)
def test_what_an_article_has_below_its_last_paragraph_stays(words):
    site = line(SITE, *(words[-1].hint.split(BOX)[:-1] if "foot" in words[-1].hint else ("page", "else")))
    assert left(*WORDS, *words, site, site=[6 + len(words)]) == [word.text for word in words]


def test_parts_of_a_text_in_boxes_of_one_kind_are_none_beside_it():
    parts = [line(text, "page", f"part-{n}") for n, text in enumerate(TEXT)]
    last = [line("渠尾", "page", "part-9"), line(SITE, "page", "part-9")]
    assert "渠尾" in left(*parts, *last, site=[7])
    other = [line("渠尾", "page", "foot"), line(SITE, "page", "foot")]
    assert "渠尾" not in left(*parts, *other, site=[7])


def test_what_is_a_third_of_the_text_stays():
    links = [line(f"第{n}条老渠今年也通了水", "page", "more", href="/a") for n in range(20)]
    assert left(*WORDS, *links[:5]) == []
    assert len(left(*WORDS, *links)) == 20


def test_the_box_of_the_text_is_the_one_with_nearly_all_of_it():
    talk = line("渠水真清，我小时候也在那里洗过菜，后来就再也没有回去过。", "page", "talk")
    name = line("河边人", "page", "talk-by", href="/u/1")
    assert left(*WORDS, name, talk) == [talk.text]


def test_pages_without_names_or_with_one_paragraph_tell_nothing():
    bare = [Block("paragraph", (Span(text),)) for text in TEXT]
    assert "江边画室" in left(*bare, line("江边画室"), line(SITE), site=[7])
    assert left(WORDS[0], line("江边画室", "foot", href="/a")) == ["江边画室"]
    assert apart({}, {}) == []


def test_a_page_is_read_with_its_boxes():
    above = "<div class='data'><p class='sort'>三农</p><p>2021-03-04 10:20 河谷晚报</p></div>"
    below = "<div class='turn'><p><a href='/2'>江上</a></p><p>下一页</p></div>"
    paragraphs = "".join(f"<p class='indent'>{text}</p>" for text in TEXT)
    text = f"<div class='words'>{above}{paragraphs}<p class='last'>渠尾</p>{below}</div>"
    html = f"<html><head><title>老水渠通水</title></head><body><h1>老水渠通水</h1>{text}</body></html>"
    out = convert(html, "page.html").markdown.split("\n---\n", 1)[1]
    assert not [word for word in ("三农", "江上") if word in out]
    assert "渠尾" in out and all(text in out for text in TEXT)


def table(*rows):
    return Block("table", rows=tuple(tuple((Span(cell),) for cell in row) for row in rows))


@pytest.mark.parametrize(
    ("rows", "goes"),
    [
        ([["索取号", "发布时间", "备注"], ["07-1", "", "河谷〔2021〕5号"]], True),
        ([["發佈日期", "2021年3月4日"], ["活動時間", "見公告"]], True),
        ([["索引号：07-1", "主题分类：水利"], ["名称：通水", "发文机关：河谷县"]], True),
        ([["名称", "备注"], ["老渠", "三里"]], False),
        ([["发布时间", "渠长"], ["2021年", "三里"]], False),
        ([["文号", "备注", *"一二三四五六七"]], False),
    ],
)
def test_a_table_that_says_whose_document_it_is_stands_above_the_text(rows, goes):
    blocks = dict(enumerate([table(*rows), *WORDS, table(*rows)]))
    assert apart(blocks, {}) == [0] * goes
