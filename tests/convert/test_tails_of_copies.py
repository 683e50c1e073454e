"""What a site prints below the text of a copy: its frame said again, long menus, labels with nothing behind them."""

import pytest

from convert.formats.plain_text import read_text
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


OTHERS = [
    "木头贵了三成，旧船的主人说今年先不修了？",
    "江上的桥今年秋天就要拆了，过桥的人怎么办？",
    "镇上的渡口要搬到下游去，船工们都说不要搬！",
]
TITLE = "旧船在江边的三十年"


def test_what_stands_above_a_title_with_its_day_goes_even_where_it_runs_as_text():
    page = convert("\n".join(["江报首页", *OTHERS, "行情", TITLE, "2021-03-04 09:33 来源: 江报", *SAID]), "x")
    assert [block.text for block in page.kept] == SAID
    assert page.metadata.title == TITLE


@pytest.mark.parametrize(("above", "titled"), [(1, 2), (2, -1)])
def test_above_a_title_without_a_day_one_sentence_is_a_notice_and_two_may_be_text(above, titled):
    notes = ["本站的船都还在江上走。", "来的人请先看水位再问船。"][:above]
    assert read_text("\n".join([*notes, f"{TITLE} - 江报", TITLE, *SAID])).titled == titled


def test_above_a_title_that_most_of_the_text_stands_above_everything_stays():
    text = "\n".join([*SAID, "江边的夏天", "2021-03-04", "他们", "又把旧船推到了水里，说要等它自己沉下去才肯回家。"])
    assert read_text(text).titled == -1


@pytest.mark.parametrize(
    "facts",
    [
        ["木头：杉木", "漆：桐油", "工期：三天", "难度：简单", "人手：两人"],
        [f"{name}和麻丝的价钱：每船{3 * at}斤+{at}两" for at, name in enumerate("木漆油钉绳", 1)],
    ],
)
def test_facts_behind_their_names_are_no_menu_and_no_titles_of_others(facts):
    assert [each for each in facts if each not in body("\n".join(facts)).replace("\\", "")] == []


def test_a_table_below_the_titles_of_others_goes_with_them_and_one_below_the_text_stays():
    rows = "船只\t价钱\n渡船\t三千元\n渔船\t五千元\n"
    others = "".join(f"{place}的老渡口今年秋天重新开了船\n" for place in ("江北", "江南", "镇上", "村口"))
    assert "渔船" not in body(f"{others}{rows}")
    assert "渔船" in body(f"{rows}{others}")


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("旧船 江边 桐油 麻丝", True),
        ("旧船 江边 飞机 火车", False),
        ("旧船 江边", False),
        ("旧船、江边 桐油 麻丝", False),
        ("修船的人 江边的旧船和缝里的麻丝 桐油", False),
    ],
)
def test_words_of_the_text_side_by_side_below_it_are_tags(line, goes):
    assert (line not in body(f"{line}\n")) is goes


@pytest.mark.parametrize(
    "label",
    [
        "相關報導",
        "熱門新聞",
        "今日熱門新聞",
        "熱門新訊more",
        "注目新聞",
        "看過這篇的人也看過……",
        "網友回應",
        "留言專區",
        "文章导航",
    ],
)
def test_labels_of_either_side_of_the_strait_open_what_is_of_others(label):
    tail = f"{label}\n镇上的桥下个月开始收钱\n木头又贵了三成\n"
    assert body(tail).rstrip().endswith(SAID[-1])


def test_a_sentence_that_begins_like_a_label_stays():
    text = TOP + "\n\n".join([SAID[0], "热门的船都在江北，也有人不去。", *SAID[1:]])
    assert "热门的船" in convert(text, "x").markdown


@pytest.mark.parametrize("line", ["Prev WHO 说江边的旧船修得不错", "Next镇上的桥下个月开始收钱"])
def test_neighbours_glued_to_their_labels_go(line):
    assert line not in body(f"{line}\n© 2021 江上客")
