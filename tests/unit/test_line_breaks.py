"""Lines of Chinese: what may begin one, what may end one, what stays whole."""

import pytest
from golden import cases

from digest.pages.title_words import parts
from digest.text.line_breaks import balanced_lines, lines


def measure(text):
    """A wide sign is two columns, another one."""
    return sum(2 if ord(sign) > 0x2000 else 1 for sign in text)


@pytest.mark.parametrize("case", cases("line_breaks"))
def test_lines(case):
    assert lines(case["text"], case["width"], measure, case.get("limit", 0)) == case["lines"]


@pytest.mark.parametrize("case", cases("line_breaks"))
def test_no_line_is_too_wide(case):
    for line in lines(case["text"], case["width"], measure, case.get("limit", 0)):
        assert measure(line) <= case["width"]


def test_balanced_lines_leave_no_sign_alone():
    title = "从消费互联网到产业互联网腾讯迎来第三次"
    assert [len(line) for line in lines(title, 36, measure)] == [18, 1]
    assert [len(line) for line in balanced_lines(title, 36, measure)] == [10, 9]
    assert balanced_lines("", 36, measure) == []


@pytest.mark.parametrize("width", range(12, 40, 3))
def test_lines_may_be_told_where_words_end(width):
    title = "大型互联网平台的中心地位正在受冲击，未来是去中心化的、回归产业的新经济形态。"
    ends = {len("".join(list(parts(title))[:number])) for number in range(1, len(list(parts(title))) + 1)}
    found = balanced_lines(title, width, measure, parts)
    assert "".join(found) == title and max(map(measure, found)) <= width
    assert {len("".join(found[:number])) for number in range(1, len(found) + 1)} <= ends


def test_a_word_wider_than_a_line_is_cut():
    assert balanced_lines("产业互联网", 4, measure, lambda text: [text]) == ["产业", "互联", "网"]
