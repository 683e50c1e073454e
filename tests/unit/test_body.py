"""An article's HTML as a strict tree, and that tree as Markdown."""

import re

import markdown as python_markdown
import pytest
from golden import cases
from lxml import etree
from lxml import html as html_parser

from digest.articles import marks
from digest.exports.markdown import plain_markdown as quick
from digest.exports.markdown.body import read_body
from digest.exports.markdown.plain_markdown import body_markdown, markdown
from digest.text.html_tokens import count_at_marks


def same(address):
    return address


@pytest.mark.parametrize("case", cases("body"))
def test_a_body_becomes_a_strict_tree(case):
    assert etree.tostring(read_body(case["html"], ["taken"]), encoding="unicode") == case["tree"]


@pytest.mark.parametrize("case", cases("body"))
def test_the_tree_as_markdown(case):
    assert markdown(read_body(case["html"], ["taken"]), same) == case["markdown"]


@pytest.mark.parametrize("case", cases("body"))
@pytest.mark.parametrize("before", ["", "<p>甲_乙_</p>\n", "1. 甲<p id='p1'>乙<b>丙</p>"])
def test_html_becomes_the_markdown_of_its_tree(case, before):
    html = before + case["html"]
    assert body_markdown(html, same) == markdown(read_body(html), same)


LINES = {
    '<p id="p1"># 甲*乙</p>\n<h2 id="h-c1">丙\n丁</h2>': "\\# 甲\\*乙\n\n## 丙 丁",
    '<p>甲&amp;lt;<a href="b c">乙</a></p><p> </p><p>丙</p></p>丁': "甲&amp;lt;[乙](b%20c)\n\n丙\n\n丁",
    "<p>甲<div>乙</div></p><p>丙</p>": "甲\n\n乙\n\n丙",
    "<p>甲<script>'</p>'</script></p><p>乙</p>": "甲\n\n乙",
    '<p id="p1"><span class="dg-claim" id="c1">1. 甲</span><a class="dg-mark" href="#claim-c1"></a># 乙</p>': "1\\. 甲\\# 乙",
    "<p>甲</p>\n  &gt;乙": "甲\n\n>乙",
    '<p data-open id="p1" hidden>甲<span data-a data-b>乙</span></p>': "甲乙",
    '<p a="1"b="2">甲</p><p ="3">乙</p>': "甲\n\n乙",
}


@pytest.mark.parametrize("html", LINES)
def test_plain_lines_stand_beside_others(html):
    assert body_markdown(html, same) == LINES[html] == markdown(read_body(html), same)


def test_sentences_of_claims_as_they_are_published_need_no_tree(monkeypatch):
    given = marks.read("石桥要修。<!--c1-->水深。渡口要关。<!--c2+--><!--d1-->").markdown
    html = count_at_marks(f"<p>{given}</p>", {"c1": (3, 2), "c2": (1, 0)}, {"c1": 1, "c2": 2})
    assert "data-disputed" in html
    monkeypatch.setattr(quick, "read_body", lambda html: pytest.fail(html))
    assert body_markdown(html, same) == "石桥要修。水深。渡口要关。"


def test_nesting_that_the_parser_gives_up_at_loses_no_more_than_before():
    html = f"<p>甲</p><p>{'<b>' * 300}乙{'</b>' * 300}</p><p><i>丙</i></p>"
    assert body_markdown(html, same) == markdown(read_body(html), same)


@pytest.mark.parametrize("case", cases("body"))
def test_markdown_reads_as_the_text_it_was_made_from(case):
    tree = read_body(case["html"], ["taken"])
    written = python_markdown.markdown(markdown(tree, same), extensions=["tables", "fenced_code"])
    read = html_parser.fragment_fromstring(written, create_parent="div")
    texts = [re.sub(r"\s|~~|\\", "", "".join(each.itertext())) for each in (tree, read)]
    assert texts[0] == texts[1]


def test_addresses_are_written_as_they_are_asked_for():
    assert (
        markdown(read_body('<p><a href="../b/#c1">甲</a></p>'), lambda address: f"https://x/{address}")
        == "[甲](https://x/../b/#c1)"
    )


@pytest.mark.parametrize(
    "html", ["", "  ", "<", "<p", "</div>甲", "<table><td>", "<ul></ul><table></table>", "<!-- x -->", "&#1;甲"]
)
def test_broken_html_is_read(html):
    etree.fromstring(etree.tostring(read_body(html)))
    markdown(read_body(html), same)


@pytest.mark.parametrize(
    "begin", ["<html a='b'>", "<!doctype html>", "<HTML>", "<body>", "<head><title>x</title></head>"]
)
def test_a_body_that_begins_as_a_page_is_read_all_the_same(begin):
    assert "".join(read_body(f"{begin}<p>桥。</p>").itertext()).endswith("桥。")
