"""Which line of a copy is the title: what speaks for and against a line, whatever it says."""

import pytest

from convert.evidence.copies.signs import Signs
from convert.evidence.copies.title import WEIGHTS, title_place, worth
from convert.evidence.fields.bylines import labelled
from convert.formats.plain_text import read_text
from convert.page import Block, Span
from convert.pipeline import convert

TEXT = [
    "家里有一条旧船，已经在江边搁了三十年，船底的木头还算结实，只是缝里的麻丝全都烂了。",
    "我在雨季以前把它修好了，先换麻丝，再把船底的漆全部刮掉，最后刷了两遍桐油，又晒了三天。",
    "邻居来看过几次，说这样的船如今没有人修了，他们的孩子都在城里，回来也不认得桨和橹。",
]


def title(*lines):
    return convert("\n".join([*lines, *(f"{text}\n" for text in TEXT)]), "x").metadata.title


def blocks(*lines):
    return tuple(Block("paragraph", (Span(line),), line=at) for at, line in enumerate(lines, 1))


def test_each_sign_has_its_weight_and_each_weight_its_sign():
    lines = blocks("江边手记", "桐油", "2021-03-04", *TEXT)
    signs = Signs(lines, 3, ()).of(0)
    assert set(signs) == set(WEIGHTS)
    assert all(0 <= value <= 1 for value in signs.values())
    assert worth(dict.fromkeys(WEIGHTS, 0)) == 0


@pytest.mark.parametrize("name", ["桐油", "旧船", "江上客", "午后"])
def test_a_word_that_opens_the_page_above_its_day_is_the_title_of_heads_of_which_the_text_speaks(name):
    page = [name, "2021-03-04", "Word count: 715 | Reading time≈ 2 min", "麻丝"]
    assert title(*page) == name


@pytest.mark.parametrize("label", [[], ["目录"], ["Contents"], ["文章目錄"]])
def test_the_line_above_the_table_of_contents_is_the_title(label):
    heads = ["换麻丝", "刮船底的漆", "刷桐油和晒船"]
    page = "\n".join(["江边小站", "首页", "分类", "在雨季以前把旧船修好的三个办法", *label, *heads])
    text = "\n".join(f"{head}\n{paragraph}\n" for head, paragraph in zip(heads, TEXT, strict=True))
    assert convert(f"{page}\n{text}", "x").metadata.title == "在雨季以前把旧船修好的三个办法"


@pytest.mark.parametrize("slogan", ["一切从江边开始", "记下旧船和木头的事", "愿每条船都有人修"])
def test_what_a_blog_says_of_itself_is_no_title(slogan):
    page = ["江边手记", slogan, "Menu 跳至内容", "Home", "Categories", "Archives", "About"]
    assert title(*page, "旧船怎样过的那一年冬天") == "旧船怎样过的那一年冬天"


@pytest.mark.parametrize("writer", ["江上客", "JiangShang"])
def test_who_wrote_it_into_which_section_stands_below_the_title(writer):
    page = convert(
        "\n".join(["江边手记", "旧船记", f"{writer} included in 修船", "2021-03-04 1117 words 3 minutes", *TEXT]), "x"
    )
    assert page.metadata.title == "旧船记"
    assert page.metadata.author == (writer,)


def test_a_head_that_the_table_of_contents_names_is_no_title():
    marked = [block.but(kind="heading") for block in blocks("换麻丝和刷桐油的办法")]
    assert Signs(tuple(marked), 1, ()).of(0)["listed"] and WEIGHTS["listed"] < 0


def test_the_moment_of_a_post_stands_below_who_wrote_it_and_not_below_the_title():
    posts = [line for at in range(1, 4) for line in (f"客人{at}", f"2024-04-0{at} 10:20", "我家也有这样一条船。")]
    lines = blocks("江边论坛", "旧船怎样才能修得结实", *posts)
    assert not any(Signs(lines, 4, ()).of(at)["day right below"] for at in range(4))


def test_where_no_line_may_be_the_title_there_is_none():
    assert title_place(blocks("2021-03-04", "，", "https://e.example/1"), 3) == -1
    assert not read_text("\n".join(TEXT)).hints


@pytest.mark.parametrize("signs", [1, 3])
def test_bold_words_in_one_paragraph_of_many_lines_make_a_copy_no_clipping(signs):
    said = "船底先刷" + "**”桐油”**和" * signs + "麻丝，再晒三天，晒到木头的缝里没有水为止，这样修过的船可以再用十年。"
    rows = [f"第{number}天刷了{number}遍桐油，晒了{number}个时辰。" for number in range(1, 31)]
    assert title("江边手记", "旧船记事", "By 周远 30 May 2020", said, *rows) == "旧船记事"


@pytest.mark.parametrize("day", ["30 May 2020", "May 30, 2020", "on 3 December 2019", "Sep 3, 2020"])
def test_an_english_day_ends_the_name_before_it(day):
    assert labelled(f"By 周远 {day}") == ("周远",)
    assert labelled(f"By Mary Rose {day}") == ("Mary Rose",)


@pytest.mark.parametrize("label", ["标题", "標題"])
def test_the_label_that_a_board_sets_right_before_the_title_is_no_part_of_it(label):
    page = [
        "江边论坛",
        "修船 木工",
        "旧船怎样才能修得结实",
        f"{label}旧船怎样才能修得结实",
        "時間Fri May 6 10:20:30 2022",
    ]
    assert title(*page) == "旧船怎样才能修得结实"
    assert title("江边论坛", f"{label}党的旧船", "2022-05-06") == f"{label}党的旧船"


@pytest.mark.parametrize("counters", ["9 23", "1,024 3", "12 0 7"])
def test_a_row_of_counters_is_no_title(counters):
    assert title("江边手记", "旧船怎样才能修得结实", counters, "2021-03-04") == "旧船怎样才能修得结实"


@pytest.mark.parametrize(
    "line",
    [
        "周远",
        "周远 何平",
        "周远关注",
        "作者简介作者：周远",
        "公众号：江边手记，写船的人",
        "Role, 江边社记者",
        "▲修好的旧船。（图／江边社）",
    ],
)
def test_who_wrote_it_and_what_a_picture_shows_is_no_title(line):
    name = "旧船在江边是怎样修好的"
    assert title("江边网", name, line) == name
    assert title("江边网", name, line, "2021-03-04") == name


@pytest.mark.parametrize(
    "label", ["结束时间：", "活動地點：", "Ends at:", "Theme Boat works best with JavaScript enabled"]
)
def test_labels_and_notices_right_above_a_day_are_no_title(label):
    assert title("江边手记", "旧船怎样才能修得结实", "江边镇", label, "2021-03-04") == "旧船怎样才能修得结实"
