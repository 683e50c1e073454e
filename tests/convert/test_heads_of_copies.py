"""Which lines of a copy head its sections: those that a table of contents below names, those that a writer counts, and
no line of code, of a list or below a picture."""

import pytest

from convert.formats.plain_text import read_text
from convert.pipeline import convert

SAID = [
    "家里有一条旧船，已经在江边搁了三十年，船底的木头还算结实，只是缝里的麻丝全都烂了。",
    "我在雨季以前把它修好了，先换麻丝，再把船底的漆全部刮掉，最后刷了两遍桐油，又晒了三天。",
    "邻居来看过几次，说这样的船如今没有人修了，他们的孩子都在城里，回来也不认得桨和橹。",
    "后来镇上的人把它抬到了桥下，让过路的人坐一坐，听我讲一讲河上的事情，讲到天黑才散。",
]
TOP = "江边手记\n首页\n旧船记事\n2021-03-04\n"
HEADS = ["麻丝和桐油", "刮漆", "Wood and Water", "桥下的船"]


def heads(text):
    return [block.text for block in convert(text, "x").kept if block.kind == "heading"]


def sections(names, gap="\n"):
    return "".join(f"{name}\n{gap}{said}\n\n" for name, said in zip(names, SAID, strict=True))


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize("count", [lambda at: "", lambda at: f"{at}. ", lambda at: f"{at}{at}. "])
@pytest.mark.parametrize("label", ["", "文章目录\n站点概览\n", "目錄\n"])
def test_a_table_of_contents_below_the_text_names_its_heads(label, count, gap):
    listed = "".join(f"{count(at)}{name}\n" for at, name in enumerate(HEADS, 1))
    page = convert(f"{TOP}{sections(HEADS, gap)}{label}{listed}江上客\n12 日志\n3 分类\n© 2021 江上客", "x")
    assert [block.text for block in page.kept if block.kind == "heading"] == HEADS
    assert page.markdown.count("桥下的船") == 1


@pytest.mark.parametrize("label", ["", "目录\n"])
def test_two_lines_are_a_table_below_the_text_where_a_label_or_their_own_numbers_say_so(label):
    text = f"{TOP}{HEADS[0]}\n{SAID[0]}\n\n{SAID[1]}\n\n{HEADS[1]}\n{SAID[2]}\n\n{SAID[3]}\n\n"
    listed = f"{label}{HEADS[0]}\n{HEADS[1]}\n"
    assert ("table of contents" in {each.reason for each in read_text(text + listed).removed}) is bool(label)
    counted = f"1. {HEADS[0]}\n2. {HEADS[1]}\n"
    assert "table of contents" in {each.reason for each in read_text(text + counted).removed}


def test_a_menu_that_is_said_above_and_below_is_no_table_of_contents():
    menu = "首页\n归档\n标签\n关于\n"
    assert not read_text(f"{menu}{TOP}{''.join(said + chr(10) for said in SAID)}\n{menu}").removed


@pytest.mark.parametrize("form", ["{}) ", "（{}）", "{}."])
def test_short_lines_that_a_writer_counts_in_each_section_head_what_stands_below_them(form):
    counted = [
        form.format("一二三"[at] if "（" in form else at + 1) + HEADS[place] for at, place in enumerate((0, 1, 3))
    ]
    rows = "".join(f"{name}\n先看木头的纹路和颜色\n再看缝里的麻丝还剩多少\n" for name in counted)
    text = f"{TOP}{SAID[0]}\n\n一、看船\n{SAID[1]}\n{rows}二、修船\n{SAID[2]}\n{rows}{SAID[3]}\n"
    assert [each for each in heads(text) if each in counted] == counted * 2


@pytest.mark.parametrize("end", ["。", "，先看木头，再看麻丝"])
def test_sentences_and_steps_that_are_counted_head_nothing(end):
    rows = "".join(f"{at}) {name}{end}\n然后再晒三天\n" for at, name in enumerate(HEADS, 1))
    assert not [each for each in heads(f"{TOP}{SAID[0]}\n\n{SAID[1]}\n\n{rows}\n{SAID[2]}\n") if ")" in each]


@pytest.mark.parametrize("word", ["NTSTATUS", "int", "public:", "BOAT_OBJECT"])
def test_a_word_right_above_code_is_the_first_line_of_that(word):
    code = f"{word}\nmend_boat(\n    boat_t *boat,\n    size_t length);\nreturn 0;\n"
    text = f"{TOP}{HEADS[0]}\n{SAID[0]}\n\n{SAID[1]}\n\n{HEADS[1]}\n{SAID[2]}\n\n下面的函数修一条船。\n\n{code}\n{SAID[3]}\n\n"
    assert word not in heads(text)


@pytest.mark.parametrize(
    "line", ["图四：桥下的旧船", "图十一：晒船", "25 May 2019", "3 114", "麻丝，桐油，木头，还有江上的水"]
)
def test_captions_days_numbers_and_clauses_head_nothing(line):
    text = f"{TOP}{HEADS[0]}\n{SAID[0]}\n\n{SAID[1]}\n\n{line}\n{SAID[2]}\n\n{HEADS[1]}\n{SAID[3]}\n\n"
    assert line not in heads(text)


def test_the_last_item_of_a_list_heads_nothing():
    items = "刮掉船底的漆；\n换掉缝里的麻丝；\n刷两遍桐油（晒船以前）\n"
    text = f"{TOP}{HEADS[0]}\n{SAID[0]}\n\n{SAID[1]}\n\n要做的事有：\n\n{items}{SAID[2]}\n\n{HEADS[1]}\n{SAID[3]}\n\n"
    assert heads(text) == HEADS[:2]


def test_padded_numbers_count_sections_of_one_line():
    text = (
        f"{TOP}{SAID[0]}\n\n01 看船\n先看木头的纹路\n\n02 刮漆\n{SAID[1]}\n\n03 晒船\n{SAID[2]}\n\n04 坐船\n{SAID[3]}\n"
    )
    assert heads(text) == ["01 看船", "02 刮漆", "03 晒船", "04 坐船"]
