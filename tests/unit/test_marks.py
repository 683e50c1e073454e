import markdown
import pytest
from golden import cases

from digest.articles import marks


@pytest.mark.parametrize("case", cases("marks"))
def test_marked_sentences(case):
    read = marks.read(case["body"])
    if "html" in case:
        assert markdown.markdown(read.markdown, extensions=["tables"]) == case["html"].strip()
    assert {name: [quote.text for quote in found] for name, found in read.quotes.items()} == case["quotes"]


def test_further_sentences_are_told_from_the_own_one():
    quotes = marks.read("一。<!--c1+-->二。<!--c1-->").quotes["c1"]
    assert [(quote.text, quote.main) for quote in quotes] == [("一。", False), ("二。", True)]


def test_lines_count_within_the_body():
    quotes = marks.read("一。\n\n二。\n三。<!--c1-->\n").quotes["c1"]
    assert quotes[0].line == 4


def test_a_mark_before_any_text_has_no_sentence():
    assert marks.read("<!--c1-->一。").quotes["c1"][0].text == ""


def test_without_marks_the_text_is_the_same_to_the_letter():
    body = "# 甲\n\n乙 **丙** <br> &amp; `x`\n\n```\n<!--c1-->\n```\n"
    assert marks.read(body).markdown == body


def test_a_mark_moves_with_its_sentence():
    before = marks.read("甲。\n\n乙。<!--c1-->\n").quotes["c1"][0].text
    after = marks.read("乙。<!--c1-->\n\n甲。\n").quotes["c1"][0].text
    assert before == after == "乙。"


@pytest.mark.parametrize("typed", ["<!--C3-->", "<!--c 3-->", "<!--claim3-->", "<!-- c-3 -->", "<!--c3 x-->"])
def test_a_mistyped_mark_is_said(typed):
    found = marks.mistyped("a.md", f"甲。\n\n乙。{typed}\n", 5)
    assert [(fault.line, fault.code) for fault in found] == [(7, "mark-form")]


def test_right_marks_and_other_comments_are_not():
    assert marks.mistyped("a.md", "甲。<!--c3 d1+--> <!-- 编者按 --> <!--code-->", 1) == []
