"""The lines of a page as they are read from its elements, what each weighs, and what runs as text."""

import copy

import pytest
from lxml import html as lxml_html

from convert.evidence.lines import Lines, is_prose

SENTENCE = "河边的船工每天早上都要先看一看水。"
ENGLISH = "word " * 11 + "word."


def body_of(markup):
    return lxml_html.document_fromstring(f"<html><body>{markup}</body></html>").find("body")


def lines_of(markup):
    """The lines of a page, of which the parts of class `foreign` belong to no article."""
    body = body_of(markup)
    return Lines(body, body.xpath("//*[@class='foreign']"))


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("", []),
        ("<p> </p>", []),
        ("<p>甲<b>乙</b>丙</p><p>丁</p>", [("p", "甲乙丙"), ("p", "丁")]),
        ("<p> 甲 \n <b>乙 </b> 丙</p>", [("p", "甲 乙 丙")]),
        ("甲<p>乙</p>丙", [("body", "甲"), ("p", "乙"), ("body", "丙")]),
        (
            "<div>甲<p>乙</p>丙<p>丁</p></div>戊",
            [("div", "甲"), ("p", "乙"), ("div", "丙"), ("p", "丁"), ("body", "戊")],
        ),
        ("<div>甲<br>乙<br></div>", [("div", "甲"), ("div", "乙")]),
        ("<div><b>甲<br>乙</b>丙</div>", [("div", "甲"), ("div", "乙丙")]),
        # Browsers set an element that they do not know inline; what it holds may be none.
        ("<div>甲<new-tag>乙</new-tag>丙</div>", [("div", "甲乙丙")]),
        ("<div>甲<new-tag><p>乙</p></new-tag>丙</div>", [("div", "甲"), ("p", "乙"), ("div", "丙")]),
        # What is no text ends no line, whatever stands in it.
        ("<p>甲<script>乙</script>丙</p>", [("p", "甲丙")]),
        ("<div>甲<noscript><p>乙</p>丁</noscript>丙</div>", [("div", "甲丙")]),
        ("<div>甲<svg>乙<style>丁</style>戊<g>己</g></svg>丙<p>庚</p></div>", [("div", "甲丙"), ("p", "庚")]),
        ("<div><button>乙<b>丁</b>戊</button><p>甲</p></div>", [("p", "甲")]),
    ],
)
def test_a_line_stands_in_its_innermost_block(markup, lines):
    assert [(line.owner.tag, line.text) for line in lines_of(markup).lines] == lines


@pytest.mark.parametrize(
    ("markup", "linked"),
    [
        ("<p>甲乙</p>", [0]),
        ("<p>甲<a>乙丙</a>丁</p>", [2]),
        ("<p>甲<a> 乙丙\n</a>丁</p>", [2]),
        ("<p>甲<a>乙<b>丙</b>丁</a>戊<a>己</a></p>", [4]),
        ("<p><a>甲</a></p><p>乙</p>", [1, 0]),
        ("<p><a><script>甲</script></a>乙</p>", [0]),
        ("<a>甲<p>乙</p>丙</a>丁", [1, 1, 1]),
        ("<div><a>甲</a><p>乙</p></div>", [1, 0]),
    ],
)
def test_characters_in_links(markup, linked):
    assert [line.linked for line in lines_of(markup).lines] == linked


@pytest.mark.parametrize(
    ("markup", "foreign"),
    [
        ("<p>甲</p><div class='foreign'>乙<p>丙</p>丁</div>戊", [False, True, True, True, False]),
        ("<div class='foreign'><div class='foreign'>甲</div>乙</div>丙", [True, True, False]),
        ("<div class='foreign'><script>1</script></div>丙", [False]),
        # Short parts that call themselves notices, by class or id; a heading says that they are the article.
        (
            "<div class='disclaimer'>甲</div><div id='copyright'>乙</div><div id='disc' class='laimer'>丙</div>",
            [True, True, False],
        ),
        ("<li class='disclaimer'>甲</li><ul id='copyright'><b>乙</b></ul>", [True, True]),
        ("<form class='disclaimer'>甲</form>", [False]),
        (f"<p class='disclaimer'>{'船' * 400}</p>", [True]),
        (f"<p class='disclaimer'>{'船' * 401}</p><p class='disclaimer'>甲</p>", [False, True]),
        ("<div class='disclaimer'><h1>甲</h1>乙</div><div class='disclaimer'><h2>甲</h2></div>", [False] * 3),
        ("<div class='disclaimer'><h3>甲</h3>乙</div>", [True, True]),
    ],
)
def test_parts_that_belong_to_no_article(markup, foreign):
    assert [line.foreign for line in lines_of(markup).lines] == foreign


@pytest.mark.parametrize("tag", ["div", "p", "section", "footer", "td", "li", "ul"])
def test_the_elements_of_notices(tag):
    (element,) = lxml_html.document_fromstring("<html><body><p>甲</p></body></html>").find("body")
    element.tag = tag
    element.set("class", "disclaimer")
    assert [line.foreign for line in Lines(element.getparent()).lines] == [True]


ROW = "<p class='one'>船工乙丙丁</p>"


@pytest.mark.parametrize(
    ("markup", "weighed"),
    [
        (f"<p>{SENTENCE}</p>", [(17, 0)]),
        (f"<p class='foreign'>{SENTENCE}</p><p>{SENTENCE}</p>", [(0, 0), (17, 0)]),
        ("<p class='foreign'>船工乙丙丁</p><p class='foreign'>船工乙丙丁</p>", [(0, 0)] * 2),
        # Code is the article's; a link is not.
        ("<pre>make run</pre>", [(4, 0)]),
        ("<pre>make <a>run</a></pre>", [(4, 0)]),
        ("<p>船工<a>乙丙丁</a></p>" * 2, [(0, 6)] * 2),
        (f"<p><a>{SENTENCE}</a></p>", [(0, 34)]),
        # Short lines in a row, with what stands above or below; single ones.
        (ROW * 3, [(2.5, 0)] * 3),
        (ROW * 2, [(2.5, 0)] * 2),
        (ROW, [(0, 1.5)]),
        (f"{ROW}<p>船工乙丙丁</p>{ROW}", [(0, 1.5)] * 3),
        (f"{ROW}<p class='one'>{SENTENCE}</p>{ROW}", [(0, 1.5), (17, 0), (0, 1.5)]),
        (f"<div class='a'>{ROW}</div><div class='b'>{ROW}</div>", [(0, 1.5)] * 2),
        (f"<div class='a'>{ROW}</div><div class='a'>{ROW}</div>", [(2.5, 0)] * 2),
        (f"<div>{ROW}</div><section>{ROW}</section>", [(0, 1.5)] * 2),
        (f"<p>船工乙丙</p>{'<p>船工乙丙丁</p>'}", [(0, pytest.approx(1.2)), (2.5, 0)]),
        ("<p>abcde</p>" * 2, [(0, 1.5)] * 2),
        # Cells and headings are neither, alone.
        ("<table><tr><td>船工乙丙丁</td></tr></table>", [(0, 0)]),
        ("<table><tr><td>船工乙丙丁</td><td>船工乙丙丁</td></tr></table>", [(2.5, 0)] * 2),
        ("<h2>船工乙丙丁</h2><p>船工</p>", [(0, 0), (0, 0.6)]),
    ],
)
def test_what_a_line_weighs(markup, weighed):
    assert [(line.weight, line.cost) for line in lines_of(markup).lines] == weighed


def test_a_part_without_anything_around_it():
    part = copy.deepcopy(body_of("<div>船工乙丙丁<br>船工乙丙丁</div>")[0])
    assert [line.place() for line in Lines(part).lines] == [("div", None)] * 2
    assert Lines(part).weight(part) == 5


def test_the_weight_of_each_part():
    lines = lines_of(
        f"<div id='a'><p>{SENTENCE}</p>{ROW * 2}</div><div id='b'></div><div id='c'>{SENTENCE}<p>{SENTENCE}</p></div>"
    )
    parts = {element.get("id"): element for element in lines.spans if element.get("id")}
    assert {name: lines.spans[part] for name, part in parts.items()} == {"a": (0, 3), "b": (3, 3), "c": (3, 5)}
    assert {name: (lines.weight(part), lines.prose(part)) for name, part in parts.items()} == {
        "a": (22, 17),
        "b": (0, 0),
        "c": (34, 34),
    }


@pytest.mark.parametrize(
    ("one", "other", "share", "agree"),
    [
        ("a", "a", 1, True),
        ("a", "b", 0.5, True),
        ("b", "a", 0.5, True),
        ("a", "b", 0.51, False),
        ("b", "a", 0.51, False),
        ("b", "c", 0.01, False),
        ("c", "b", 0, False),
        ("d", "d", 0, False),
        ("a", "e", 0, False),
    ],
)
def test_two_parts_agree_by_the_sentences_of_both(one, other, share, agree):
    lines = lines_of(
        f"<div id='a'><p id='b'>{SENTENCE}</p><p id='c'>{SENTENCE}</p><p id='d'>船工</p></div><p id='e'>{SENTENCE}</p>"
    )
    parts = {element.get("id"): element for element in lines.spans if element.get("id")}
    assert lines.agree(parts[one], parts[other], share) is agree


# 60 characters in words.
WORDED = f"<p>{ENGLISH}</p>"


@pytest.mark.parametrize(
    ("markup", "prose"),
    [
        (WORDED, [True]),
        (f"<p>{ENGLISH[:-1]}</p>", [False]),
        (f"<p class='foreign'>{ENGLISH}</p>{WORDED}", [False, True]),
        (f"<p>{ENGLISH[0]}<a>{ENGLISH[1:31]}</a>{ENGLISH[31:]}</p>", [True]),
        (f"<p><a>{ENGLISH[:31]}</a>{ENGLISH[31:]}</p>", [False]),
        # Three times as much as the Chinese of the article.
        (f"<p>{'船' * 19}。</p>{WORDED}", [True, True]),
        (f"<p>{'船' * 20}。</p>{WORDED}", [True, False]),
        (f"<p>{'船' * 20}。</p>{WORDED * 2}", [True, True, True]),
        (f"<p>{'船' * 19}。</p><p>{'船' * 19}。</p>{WORDED}", [True, True, False]),
        (f"<p class='foreign'>{'船' * 20}。</p>{WORDED}", [True, True]),
        (f"<p>{'船' * 5}</p>" * 8 + WORDED, [False] * 8 + [True]),
    ],
)
def test_sentences_of_a_page_in_another_language(markup, prose):
    assert [line.prose for line in lines_of(markup).lines] == prose


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("船" * 9 + "。", True),
        ("船" * 8 + "。", False),
        ("abcd" + "船" * 5 + "。", True),
        ("abcde" + "船" * 4 + "。", False),
        ("船" * 9 + "。”", True),
        ("船" * 9 + "；", True),
        ("船" * 9 + "，", False),
        # Clauses, closed or not.
        ("船" * 19 + "，船", True),
        ("船" * 18 + "，船", False),
        ("船" * 10 + "：" + "船" * 10, True),
        ("船" * 20, False),
        # Without any mark.
        ("船" * 60, True),
        ("船" * 59, False),
        ("船工 船夫 " * 15, False),
    ],
)
def test_what_runs_as_text(text, prose):
    assert is_prose(text) is prose


@pytest.mark.parametrize(
    ("text", "linked", "prose"),
    [("船" * 9 + "。", 5, True), ("船" * 9 + "。", 6, False), ("船" * 60, 0, True), ("船" * 60, 1, False)],
)
def test_what_stands_in_a_link_hardly_runs(text, linked, prose):
    assert is_prose(text, linked) is prose
