"""Where the text of a copy begins: each case beside one that differs a little."""

import pytest

from convert.evidence.copies.start import (
    BELOW_TITLE,
    BYLINE_WITHIN,
    CLAUSE_LEAST,
    RUN_APART,
    TITLE_LEAST,
    head_end,
    text_start,
)
from convert.page import Block, Span

TITLE = "旧船上岸以后怎样修"
DAY = "2024-05-06 作者：周远"
P = [
    "渡口边的旧船上岸以后，木匠先把船底的漆刮干净，再用麻丝把缝一条一条塞紧，塞完还要用木槌敲一遍。",
    "桐油要熬到拉丝，趁热刷三遍，每一遍都要等前一遍干透，急不得，急了就起泡，起了泡只好再刮。",
    "刷完以后把船翻过来晾着，等到下一场雨之前再下水，这样一船能用十年，比买一艘新的省一半的钱。",
    "村里的老人说，人和它一样，歇够了才有力气，所以每年冬天都要让它在岸上躺一个月，晒晒太阳。",
]
MENU = ["首页", "江边", "渡口", "木匠", "桐油", "麻丝"]
OTHER = "上游的窑今年不烧砖了，改烧瓦，瓦比砖轻，运到下游能多卖两成的钱，大家都说划算得很。"


def start(*lines, headings=()):
    blocks = tuple(
        Block("heading" if at in headings else "paragraph", (Span(line),), line=at) for at, line in enumerate(lines)
    )
    return text_start(blocks)


@pytest.mark.parametrize(
    ("lines", "place", "sure"),
    [
        # The densest part, or two lines of running text below a byline.
        ([*MENU, TITLE, *P], 7, False),
        ([*MENU, TITLE, DAY, *P], 8, False),
        ([*MENU, TITLE, DAY, P[0], P[1], *MENU, *MENU, *P, *P], 8, True),
        ([*MENU, TITLE, DAY, P[0], *MENU[: RUN_APART - 1], P[1], *MENU, *MENU, *P, *P], 8, True),
        # Above the byline running text is another's.
        ([OTHER, OTHER, *MENU, TITLE, DAY, P[0], P[1], *MENU, *MENU, *P, *P], 10, True),
        # Verse is text as well; what asks or calls is none, nor what another line opens with.
        ([TITLE, DAY, "船上岸了，", "人回家了。", *MENU, *MENU, *P, *P], 2, True),
        # Without a byline it must stand below a line that is said again.
        ([*MENU, TITLE, *MENU, TITLE, P[0], P[1], *MENU, *MENU, *MENU, *P, *P], 14, True),
        # A line that asks and a byline that closes with a colon stand above.
        (["旧船上岸以后怎样修？", *P], 1, False),
        (["2024-05-06 周远航：", *P], 1, False),
        ([], 0, False),
    ],
)
def test_the_place_where_the_text_begins(lines, place, sure):
    assert start(*lines) == (place, sure)


@pytest.mark.parametrize(
    ("opening", "told"),
    [
        ("船" * (CLAUSE_LEAST - 1) + "，", True),
        ("船" * (CLAUSE_LEAST - 2) + "，", False),
        ("船上岸了？", False),
        ("船上岸了！", False),
        ("船上岸了?", False),
        ("船上岸了!", False),
        ("船上岸了", False),
    ],
)
def test_what_runs_as_text_below_a_byline(opening, told):
    lines = [TITLE, DAY, opening, "人回家了。", *MENU, *MENU, *P, *P]
    assert start(*lines)[1] is told


@pytest.mark.parametrize(("between", "told"), [(RUN_APART - 1, True), (RUN_APART, False)])
def test_two_running_lines_stand_together(between, told):
    lines = [TITLE, DAY, P[3], *MENU[:between], OTHER, *MENU, *MENU, *P, *P, *P]
    assert (start(*lines) == (2, True)) is told


@pytest.mark.parametrize(("between", "told"), [(BELOW_TITLE - 1, True), (BELOW_TITLE, False)])
def test_text_stands_near_below_a_title_that_is_said_again(between, told):
    lines = [
        "江边旧船",
        *MENU,
        "新修的旧船坞",
        *MENU,
        "新修的旧船坞",
        *"甲乙丙丁"[:between],
        P[3],
        OTHER,
        *MENU,
        *MENU,
        *MENU,
        *P,
        *P,
        *P,
    ]
    assert (start(*lines) == (15 + between, True)) is told


@pytest.mark.parametrize(("size", "told"), [(TITLE_LEAST, True), (TITLE_LEAST - 1, False)])
def test_a_title_that_is_said_again_has_so_many_letters(size, told):
    lines = ["旧船坞新修渡口"[:size], *MENU, "旧船坞新修渡口"[:size], P[3], OTHER, *MENU, *MENU, *MENU, *P, *P, *P]
    assert (start(*lines) == (8, True)) is told


@pytest.mark.parametrize(("above", "told"), [(BYLINE_WITHIN, True), (BYLINE_WITHIN + 1, False)])
def test_a_short_article_speaks_of_the_line_above_its_byline(above, told):
    between = MENU[: above - 1]
    lines = [
        TITLE,
        *between,
        "2024-05-06",
        f"{TITLE}，老人都知道，可是年轻人不愿意听，听了也不愿意做，做了也做不长久。",
        *MENU,
        *MENU,
        *P,
        *P,
        *P,
    ]
    assert (start(*lines) == (above + 1, True)) is told


@pytest.mark.parametrize(
    ("between", "text", "told"),
    [
        (RUN_APART - 1, f"{TITLE}，老人都知道，可是年轻人不愿意听，听了也不愿意做，做了也做不长久。", True),
        (RUN_APART, f"{TITLE}，老人都知道，可是年轻人不愿意听，听了也不愿意做，做了也做不长久。", False),
        (0, OTHER, False),
        (0, f"{TITLE}，老人都知道", False),
    ],
)
def test_the_paragraph_that_speaks_of_it_stands_near_below(between, text, told):
    lines = [*MENU, TITLE, "2024-05-06", *MENU[:between], text, *MENU, *MENU, *P, *P, *P]
    assert (start(*lines) == (8 + between, True)) is told


def test_the_second_heading_of_a_copy_is_no_later_than_its_text():
    lines = [TITLE, *MENU, "刮漆", *P]
    assert start(*lines)[0] == 8
    assert start(*lines, headings=(0, 3))[0] == 3
    assert start(*lines, headings=(0,))[0] == 8


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ([*MENU, TITLE, DAY, *P], 8),
        ([*MENU, TITLE, "摘要：" + P[0], *P], 8),
        # Short paragraphs only.
        ([TITLE, "船上岸了。", "人回家了。", "灯灭了。"], 1),
        (["船", "桨"], 2),
    ],
)
def test_where_what_stands_above_the_text_ends(lines, place):
    assert head_end(tuple(Block("paragraph", (Span(line),), line=at) for at, line in enumerate(lines))) == place
