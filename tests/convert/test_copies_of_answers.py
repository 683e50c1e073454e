"""Copies of answers, of posts whose engine sets each part on a line, of encyclopedias, and what of a copy is no title."""

import pytest

from convert.clean.checking import keeps_enough
from convert.clean.selection import TITLE_REASON, Selection
from convert.evidence.copies.likely import may_title, opens_byline
from convert.evidence.copies.signs import Signs
from convert.page import Block, Removed, Span
from convert.pipeline import convert
from convert.text.characters import ends_sentence

ANSWER = [
    "船底的漆要刮三遍，第一遍去掉旧的，第二遍磨平，第三遍才看得出木头哪里坏了。",
    "刮完以后晾两天，等木头干透，再用桐油擦一遍，油要热，布要旧。",
    "要是赶上阴雨，就把船抬进棚里，点一盆炭火慢慢烘，火离木头三尺远。",
]
OTHER = [
    "我家的船从来不刮漆，每年春天直接刷新的一层，用了十几年也没有坏，省事得很。",
    "刷之前先看天，连着三个晴天才动手，这样漆干得匀，不会起泡，也不会流下来。",
    "听老人讲从前还要在漆里拌石灰，说是防虫，我试过一回，颜色不好看，后来就不拌了。",
    "另外提醒一句，刷漆的时候戴上口罩，味道很大，不要在屋子里刷，吃饭前把手洗干净。",
]
ASKED = "旧船上岸以后应该怎样重新上漆？"


def paragraph(line):
    return Block("paragraph", (Span(line),))


def copied(*lines):
    return convert("\n\n".join(lines), "seeds/answer.txt").markdown


def test_a_copy_of_one_answer_is_that_one():
    shown = copied(ASKED, "查看全部 22 个回答", "周远", "2024-05-06", *ANSWER, "更多回答", "李石", *OTHER)
    assert all(line in shown for line in ANSWER) and not any(line in shown for line in OTHER)


def test_a_label_of_answers_that_nobody_counts_takes_no_more_than_its_share():
    shown = copied(ASKED, "周远", "2024-05-06", *ANSWER[:2], "更多回答", *OTHER)
    assert all(line in shown for line in OTHER)


def test_remarks_below_a_post_as_an_engine_prints_them_in_english_are_none_of_it():
    remarks = [
        f"{name} on March {day}, 2009 at 5:3{day % 10} pm said:" for day, name in enumerate(("anders", "金华", "ys"), 1)
    ]
    below = [line for pair in zip(remarks, OTHER, strict=False) for line in pair]
    shown = copied("旧船上岸", "2009-03-01 作者：周远", *ANSWER, *below)
    assert all(line in shown for line in ANSWER) and not any(line in shown for line in OTHER)


def test_the_page_of_an_abstract_keeps_it_though_it_says_where_its_writers_work():
    abstract = "摘要：" + "".join(ANSWER)
    shown = copied(
        "旧船上漆的工序研究", "周远1 李石2", "1. 江边大学木船研究所，江边市；2. 上游船厂技术科，上游镇。", abstract
    )
    assert ANSWER[1] in shown.partition("\n---\n")[2]


@pytest.mark.parametrize(
    "line", ["朝代：唐代", "农历：甲辰年 四月 廿一", "周远的个人博客", "Posted by Kakashi on", "江边大学学报.", "···"]
)
def test_it_is_no_title(line):
    assert not may_title(paragraph(line))


@pytest.mark.parametrize("line", ["专访：周远", "新闻：旧船上岸", "江边的博客时代", "Go 1.22 released."])
def test_it_may_be_one(line):
    assert may_title(paragraph(line))


@pytest.mark.parametrize("label", ["發表於", "发表于：", "Posted on"])
def test_a_label_of_a_day_above_it_opens_a_byline(label):
    assert opens_byline(label, "2009-10-20")
    assert not opens_byline(label, "旧船上岸")


def test_offices_are_no_title_and_the_report_of_a_year_is_no_office():
    lines = ["江边市统计局 国家统计局江边调查队", "江边市2022年国民经济和社会发展统计公报", "江边统计公报"]
    signs = Signs(tuple(paragraph(line) for line in lines), 3, ())
    assert [bool(signs.of(at)["an outlet"]) for at in range(3)] == [True, False, True]


PANEL = ["当前离线", "积分", "5", "帖子", "5", "新手上路, 积分 5, 距离下一级还需 45 积分", "发消息"]
POSTS = [
    ("周远", "楼主", "2024-4-5 23:20:45"),
    ("李石", "沙发", "2024-4-11 11:52:24"),
    ("陈渡", "板凳", "2024-4-14 11:32:04"),
]


def test_a_post_whose_parts_stand_on_lines_of_their_own_is_told_from_its_replies():
    lines = ["江边论坛", "返回列表", "旧船上漆的三个步骤"]
    for (name, floor, moment), text in zip(POSTS, (ANSWER, OTHER[:1], OTHER[1:2]), strict=True):
        lines += [
            name,
            name,
            *PANEL,
            floor,
            f"发表于 {moment}",
            "|",
            "只看该作者",
            "来自 - 江边",
            *text,
            "回复",
            "举报",
        ]
    shown = copied(*lines)
    head, _, body = shown.partition("\n---\n")
    assert "title: 旧船上漆的三个步骤" in head and "- 周远" in head
    assert body.split() == [part for line in ANSWER for part in line.split()]


@pytest.mark.parametrize(
    "button",
    [("{}[编辑]",), ("{} [ 編輯 | 編輯原始碼 ]",), ("{}[edit]",), ("{}", "播报", "编辑"), ("{}", "[编辑]")],
    ids=lambda lines: " / ".join(lines),
)
def test_what_a_wiki_lets_people_edit_are_its_sections(button):
    names = ["木料", "工具", "上漆"]
    sections = [line for n, name in enumerate(names) for line in (*(b.format(name) for b in button), ANSWER[n])]
    shown = copied("江边木船", "江边木船是上游各镇从前运货用的船，船身用杉木拼成，一船能装三千斤。", *sections)
    assert [line for line in shown.split("\n") if line.startswith("## ")] == [f"## {name}" for name in names]
    assert "编辑" not in shown and "播报" not in shown


def test_one_section_of_editing_is_no_button():
    shown = copied("江边木船", "2024-05-06 作者：周远", ANSWER[0], "编辑", ANSWER[1], ANSWER[2])
    assert "## " not in shown


def test_the_word_that_an_encyclopedia_defines_is_its_title():
    shown = copied(
        "江边百科", "帮助", "江边木船", "播报编辑讨论上传视频", "一分钟了解江边木船的三种做法和用途", "收藏",
        "江边木船，又称杉船，是上游各镇从前运货用的船，船身用杉木拼成，一船能装三千斤。[1]",
        "中文名", "江边木船", "用途", "运货", "木料", "播报", "编辑", "".join(ANSWER), "上漆", "播报", "编辑", "".join(OTHER),
    )  # fmt: skip
    assert "title: 江边木船" in shown and "又称杉船" in shown


@pytest.mark.parametrize("mark", ["[1]", " [3] [5-7]", "［2、4］", " [12]"])
def test_numbers_of_notes_behind_a_sentence_leave_it_one(mark):
    assert ends_sentence(f"船从江边开走了。{mark}") and not ends_sentence(f"船从江边开走{mark}")


@pytest.mark.parametrize(
    ("reason", "enough"), [(TITLE_REASON, True), ("title repeated", True), ("comments", True), ("navigation", False)]
)
def test_a_title_that_runs_as_text_is_no_text_that_was_cut(reason, enough):
    asked = Block(
        "paragraph",
        (
            Span(
                "村里的旧船修到第三遍还是漏水，桐油也刷过了，麻丝也换过了，大家都是怎么修的，有人换过整块的船底板吗，后来怎么样了？"
            ),
        ),
    )
    short = Block("paragraph", (Span("先换麻丝"),))
    assert keeps_enough(Selection({2: short}, True, [Removed(asked, reason, 0), Removed(asked, reason, 1)])) is enough
