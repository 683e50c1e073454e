"""Headings of a copy by what stands right above and below them: each case beside one that differs a little."""

import pytest

from convert.evidence.copies.beside import HEADING_MOST, LONG, with_headings_beside
from convert.page import Block, Span

P = "渡口边的旧船上岸以后，木匠先把船底的漆刮干净，再用麻丝把缝一条一条塞紧，塞完还要敲一遍。"
SHORT = "船上岸了。"
HEAD = "船从何来"
# A second section, without which a single head would be none.
REST = ["", "船往何去", P, ""]


def heads(*lines, start=0):
    """The heads of a copy with these lines; an empty one is blank, one behind a grave accent is a block of code."""
    blocks = []
    for number, line in enumerate(lines, 1):
        if line:
            kind = "code" if line[0] == "`" else "item" if line[0] == "•" else "paragraph"
            blocks.append(Block(kind, (Span(line.lstrip("`•")),), line=number))
    found = [block for block in with_headings_beside(tuple(blocks), start) if block.kind == "heading"]
    assert all(block.level == 2 for block in found)
    return [block.text for block in found]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([HEAD, P, *REST], [HEAD, "船往何去"]),
        ([HEAD, P, ""], []),
        ([HEAD, P, "", P, "", P], []),
        # Three are as good as two; the last line heads nothing.
        ([HEAD, P, *REST, "船归何处", P], [HEAD, "船往何去", "船归何处"]),
        ([HEAD, P, *REST, "船归何处"], [HEAD, "船往何去"]),
        ([HEAD, "", P, *REST, "船归何处", P], ["船往何去", "船归何处"]),
        # A head in two parts, the first of which stands alone.
        ([P, "", "第一章", HEAD, P, *REST], ["第一章", HEAD, "船往何去"]),
        # What may be none, whatever its place.
        *[
            ([line, P, *REST, "船归何处", P], ["船往何去", "船归何处"])
            for line in (
                "船", "船" * (HEADING_MOST + 1), "——", "12 34", "船\t桨", "船来。", "船来，", "船来…", "船。来了", "2021-03-04 船来",
                "2021年3月4日", "船，桨，篷", "图：船", "int main() {", "相关阅读", "全部评论", "•船从何来", "来源：江边晚报", "Fig.",
            )
        ],
        *[
            ([line, P, *REST], [line, "船往何去"])
            for line in ("船桨", "船" * HEADING_MOST, "船，桨", "Boat", "2.5", "船来了 12", "版本 2.0 的船")
            if line != "2.5"
        ],
        # Numbers of several levels tell heads wherever they stand.
        ([P, P, "2.1 船从何来", P, P, "2.1.3 船往何去", P], ["2.1 船从何来", "2.1.3 船往何去"]),
        ([P, P, "2.1 船从何来。", P, P, "2.1.3 船往何去", P], []),
    ],
)  # fmt: skip
def test_a_line_right_above_its_text_heads_it(lines, found):
    assert heads(*lines) == found


@pytest.mark.parametrize(
    ("above", "stands"),
    [
        # What ends there: a blank line, a byline, a sentence, code.
        ([P, ""], True),
        ([P], True),
        (["2021-03-04 江边晚报 船"], True),
        (["`boat = 1"], True),
        (["江边晚报记者报道船的事情到底是怎么回事谁也说不清楚村里的老人也说不清楚大家都说不清楚"], True),
        (["来源：江边晚报"], True),
        # What announces a list, with its first line right above the next; an item that its writer closes.
        ([P, "", "要带的东西：", ""], False),
        ([P, "", "一条船；"], False),
        ([P, "", "一条船；", ""], True),
        # An open line above, unless it stands alone and heads, too.
        ([P, "", "一条船", "两支桨"], False),
        ([P, "", "一条船"], True),
        ([P, "一条船"], False),
    ],
)
def test_what_stands_above_a_heading_ends_there(above, stands):
    assert (HEAD in heads(P, "", *above, HEAD, P, *REST)) is stands


@pytest.mark.parametrize(
    ("head", "below", "is_text"),
    [
        (HEAD, P, True),
        (HEAD, SHORT, True),
        (HEAD, "船" * (LONG - 1), False),
        (HEAD, "船" * LONG, True),
        ("船从江上何处来呢", "船" * LONG, False),
        ("船从江上何处来呢", "船" * 16, True),
        (HEAD, "船\t桨", True),
        (HEAD, "来源：江边晚报", False),
        (HEAD, "2021-03-04 10:20", False),
        # A word of Latin letters right above code is the first line of that.
        (HEAD, "`boat = 1", True),
        ("boat", "`boat = 1", False),
        ("boat one", "`boat = 1", True),
        ("boat", P, True),
        ("boat", "int main() {", False),
    ],
)
def test_what_stands_below_a_heading_is_text(head, below, is_text):
    assert (head in heads(P, "", head, below, "", P, *REST)) is is_text


def test_nothing_above_the_start_is_a_heading():
    lines = ["2.1 船从何来", P, "", "船往何去", P, "", "船归何处", P, "", "船有多老", P, ""]
    assert heads(*lines, start=2) == ["船往何去", "船归何处", "船有多老"]
    assert heads(*lines, start=3) == ["船归何处", "船有多老"]


@pytest.mark.parametrize(("apart", "found"), [(0, 0), (1, 0), (2, 2), (3, 2)])
def test_a_copy_without_blank_lines_between_its_paragraphs_tells_no_heads(apart, found):
    # Of the paragraphs one more stands apart, the last; half of them are enough.
    lines = [HEAD, P, "船往何去", P]
    for number in range(4):
        lines += [P, *([""] if number < apart else [])]
    assert bool(heads(*lines)) is (found > 0)


def test_two_running_lines_say_how_a_page_sets_its_paragraphs():
    assert heads(HEAD, P, "", "船往何去", SHORT, "") == []
    assert heads(HEAD, P, "", "船往何去", P, "") == [HEAD, "船往何去"]
