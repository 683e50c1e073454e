"""Names that no label tells, and outlets: each line beside the one that differs in one thing only."""

import pytest

from convert.evidence.fields.outlet import outlets, printed_source
from convert.evidence.fields.ranking import Surroundings
from convert.evidence.fields.unlabelled import bare_name, before_role, behind_outlet, beside_day, name_and_outlet
from convert.page import Hint


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("王明 口述", ("王明",)),
        (" 王明 口述 李石 整理", ("王明",)),
        ("王明、李石 撰文", ("王明", "李石")),
        ("王明、桥人 撰文", ()),
        ("桥人 口述", ()),
        ("王明／文", ("王明",)),
        ("王明 / 图文", ("王明",)),
        ("王明 口述历史", ()),
        ("这是王明 口述", ()),
        ("王明 口述 " + "桥" * 114, ("王明",)),
        ("王明 口述 " + "桥" * 115, ()),
        ("[美] 约翰·史密 著 李石 译", ("约翰·史密",)),
        ("王明 著", ("王明",)),
        ("桥人 著", ()),
        ("王明、桥人 编著", ("王明",)),
        ("王明", ()),
    ],
)
def test_names_in_front_of_what_they_did(line, names):
    assert before_role(line) == names


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("王明/山城日报", (("王明",), "山城日报")),
        (" 王明、李石 | 山城日报 ", (("王明", "李石"), "山城日报")),
        ("王明·山城日报 / 2021-03-04 10:20", (("王明",), "山城日报")),
        ("王明/山城", ((), "")),
        ("王明 山城日报", ((), "")),
        ("王明/山城日报的人", ((), "")),
    ],
)
def test_a_name_and_an_outlet(line, found):
    assert name_and_outlet(line) == found


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("来源：山城日报 王明", ("王明",)),
        ("时间 来源：山城日报 王明 责编", ("王明",)),
        ("山城日报 王明", ("王明",)),
        (" 山城日报\u3000王明 ", ("王明",)),
        ("山城日报\u3000王明", ("王明",)),
        ("山城日报王明", ()),
        ("山城 王明", ()),
        ("山城日报 桥人", ()),
        ("读山城日报 王明写的", ()),
    ],
)
def test_a_name_behind_an_outlet(line, names):
    assert behind_outlet(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("王明 2021-03-04", ("王明",)),
        ("原创 王明 2021年3月4日", ("王明",)),
        ("转载王明 2021-03-04", ("王明",)),
        ("山城／王明 | 2021-03-04", ("王明",)),
        ("zzz.x@y (2021-03-04)", ("zzz.x@y",)),
        ("2021-03-04 10:20 王明 李石", ("王明", "李石")),
        ("2021-03-04 王明", ()),
        ("山城日报 2021-03-04", ()),
        ("王明", ()),
        ("1999/1/2", ()),
        ("王明 1999/1/2", ("王明",)),
    ],
)
def test_names_beside_a_day(line, names):
    assert beside_day(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (" 王明 ", ("王明",)),
        ("王 明", ("王明",)),
        ("王大明", ("王大明",)),
        ("王大明明", ()),
        ("桥人", ()),
        ("王的", ()),
        ("王明（山城大学教授）", ("王明",)),
        ("王明（山城大学）", ()),
        ("王明（" + "桥" * 28 + "教授）", ("王明",)),
        ("王明（" + "桥" * 36 + "教授）", ()),
        ("王明先生", ()),
    ],
)
def test_a_line_that_is_nothing_but_a_name(line, names):
    assert bare_name(line) == names


@pytest.mark.parametrize(
    ("line", "site"),
    [
        ("来源：山城日报", "山城日报"),
        ("【来源: 山城日报】", "山城日报"),
        ("来源：《山城日报》", "山城日报"),
        ("來源：山城日報", "山城日報"),
        ("来源：山城日报 王明", "山城日报"),
        ("来源：山城日报 阅读 12", "山城日报"),
        ("来源：山城日报...", ""),
        ("来源：山城…日报", ""),
        ("来源：网络", ""),
        ("来源：山", ""),
        ("来源：山城", "山城"),
        ("来源：山城晚报 《桥》", "山城晚报"),
        ("来源：灯下笔记 王明", "灯下笔记 王明"),
        ("来源：山城日报 桥人", "山城日报 桥人"),
        ("山城日报", ""),
        ("", ""),
    ],
)
def test_the_source_that_a_line_names(line, site):
    assert printed_source(line) == site


def found(around=None, hints=(), rights="", account=""):
    listed = list(outlets(around or Surroundings(), hints, rights, account))
    assert {each.name for each in listed} <= {"site"}
    return [(each.value, each.source, each.rank) for each in listed]


def test_outlets_in_the_lines_around_a_text():
    line = "来源：山城日报"
    assert found(rights=line) == [("山城日报", "rights notice", 95)]
    assert found(Surroundings(above=("桥", line))) == [("山城日报", "beside the title", 90)]
    assert found(Surroundings(opening=(line,))) == [("山城日报", "below the text", 80)]
    assert found(Surroundings(closing=(line,))) == [("山城日报", "below the text", 80)]
    assert found(Surroundings(below=("桥", "路", line))) == [("山城日报", "below the text", 80)]
    assert found(Surroundings(below=("桥", "路", "河", line))) == []
    two = Surroundings(closing=("来源：山城日报", "来源：河边晚报"))
    assert [value for value, *_ in found(two)] == ["河边晚报", "山城日报"]
    assert found(Surroundings(above=("王明/山城日报",))) == [("山城日报", "behind the author's name", 70)]
    assert found(account="山城日报") == [("山城日报", "beside the day", 50)]
    assert found(account="灯下笔记本") == [("灯下笔记本", "beside the day", 30)]
    assert found(account="王明") == []


def test_outlets_in_the_data_of_a_page():
    assert found(hints=(Hint("account", "灯下", "js_name"), Hint("account", "路边", "other"))) == [
        ("灯下", "account of the page", 65)
    ]
    assert found(hints=(Hint("site", "灯下", "front matter"),)) == [("灯下", "front matter", 62)]
    assert found(hints=(Hint("site", "灯下", "meta"),)) == [("灯下", "data of the page", 60)]
    assert found(hints=(Hint("site", "灯" * 30, "meta"), Hint("site", "灯" * 31, "meta"))) == [
        ("灯" * 30, "data of the page", 60)
    ]
    assert found(hints=(Hint("site", "https://a.b", "meta"),)) == []
    assert found(hints=(Hint("site", "灯下", "meta"), Hint("author", "灯下", "meta"))) == []
    assert found(hints=(Hint("site", "灯下", "meta"), Hint("author", "灯下", "owner"))) == [
        ("灯下", "data of the page", 60)
    ]
    front = "author of the front matter"
    assert found(hints=(Hint("author", "灯下笔记本", "front matter"),)) == [("灯下笔记本", front, 45)]
    assert found(hints=(Hint("author", "灯下笔记", "front matter"),)) == []
    assert found(hints=(Hint("author", "山城日报", "front matter"),)) == [("山城日报", front, 45)]
    assert found(hints=(Hint("author", "灯下", "front matter"), Hint("category", "灯下", "x"))) == [("灯下", front, 45)]
    assert found(hints=(Hint("author", "灯下笔记本", "meta"),)) == []


@pytest.mark.parametrize(
    ("window", "title", "site"),
    [
        ("修桥的人 - 灯下笔记", "修桥的人", "灯下笔记"),
        ("灯下笔记 | 修桥的人", "修桥的人", "灯下笔记"),
        ("修桥的人 - 随笔 - 灯下笔记", "修桥的人", "灯下笔记"),
        ("修桥的人 - 山城日报 - 港聞", "修桥的人", "山城日报"),
        ("修桥的人 - 灯下 - 港聞", "修桥的人", "港聞"),
        ("修桥的人 - 灯下笔记 - Powered by x", "修桥的人", "灯下笔记"),
        ("修桥的人 - 首页", "修桥的人", None),
        ("修桥的人 - 修桥", "修桥的人", None),
        ("修桥的人 - " + "灯" * 20, "修桥的人", "灯" * 20),
        ("修桥的人 - " + "灯" * 21, "修桥的人", None),
        ("山城日报", "修桥的人", "山城日报"),
        ("山城日报", "山城日报", None),
        ("灯下笔记本", "修桥的人", None),
        ("桥" * 18 + "日报", "修桥的人", "桥" * 18 + "日报"),
        ("桥" * 19 + "日报", "修桥的人", None),
        ("修桥的人 - 灯下笔记", "", "灯下笔记"),
    ],
)
def test_the_outlet_in_the_title_of_a_window(window, title, site):
    hints = (Hint("window", window), Hint("title", title)) if title else (Hint("window", window),)
    assert found(hints=hints) == ([(site, "window title", 40)] if site else [])
