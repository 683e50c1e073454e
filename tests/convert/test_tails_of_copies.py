"""What a site prints below the text of a copy: its frame said again, long menus, labels with nothing behind them."""

import pytest

from convert.pipeline import convert

SAID = [
    "家里有一条旧船，已经在江边搁了三十年，船底的木头还算结实，只是缝里的麻丝全都烂了。",
    "我在雨季以前把它修好了，先换麻丝，再把船底的漆全部刮掉，最后刷了两遍桐油，又晒了三天。",
    "邻居来看过几次，说这样的船如今没有人修了，他们的孩子都在城里，回来也不认得桨和橹。",
]
TOP = "江上客的手记\n记下旧船和木头的事\nHome\nAbout\n旧船在江边的三十年\n2021-03-04\n"
MONTHS = [f"{month}月 20{year}{count}" for year, count in ((17, 28), (16, 3)) for month in "四三二一"]


def body(tail):
    return convert(TOP + "\n\n".join(SAID) + "\n\n" + tail, "x").markdown.split("---\n", 2)[2]


@pytest.mark.parametrize("name", ["江上客的手记", "记下旧船和木头的事"])
def test_what_stands_above_the_title_and_again_below_the_text_ends_it(name):
    assert body(f"{name}\n木头和桐油\n今年不再修船了").rstrip().endswith(SAID[-1])


def test_a_sentence_said_above_the_title_and_below_stays_where_it_runs():
    said = "记下旧船和木头的事，是因为再过十年就没有人认得这些木头和麻丝了，写下来的人也不多。"
    text = f"{said}\n{TOP}" + "\n\n".join([*SAID, said])
    assert said in convert(text, "x").markdown


def test_months_with_the_number_of_their_articles_are_a_menu():
    assert body("\n".join(MONTHS)).rstrip().endswith(SAID[-1])


@pytest.mark.parametrize(
    "line",
    [
        "arrow_back 新篇",
        "clear_all",
        "Back | Home",
        "附件下载：",
        "Edit this on GitHub",
        "| 分享到：",
        "【打印】 字体【大 中 小】 分享到：",
        "2020 © Copyright 2022 boats.example",
        "2025 - 2026 JSK | CC BY-NC 4.0",
        "Tags 修船 木工",
        "Updated on 2023-03-02",
    ],
)
def test_labels_and_icons_below_the_text_go(line):
    assert line not in body(f"{line}\n© 2021 江上客").replace("\\", "")


@pytest.mark.parametrize(
    "line", ["附件：1.修船的木头.doc", "x = 木头 * 麻丝", "船上的灯叫 night_lamp，已经亮了三十年。"]
)
def test_what_names_something_stays(line):
    kept = body(f"{line}\n\n{SAID[0][:-1]}，后来再没有人问起。\n\n© 2021 江上客").replace("\\", "")
    assert line in kept


def test_sums_below_the_text_are_no_titles_of_others():
    sums = [f"木头和麻丝的价钱一共{number} * 8 = {8 * number}" for number in range(3, 9)]
    assert [each for each in sums if each not in body("\n".join(sums)).replace("\\", "")] == []
