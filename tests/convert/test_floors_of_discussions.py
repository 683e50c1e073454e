"""The posts of a discussion by the lines that tell who wrote each when: each case beside one that differs a little."""

import pytest

from convert.evidence.floors import (
    ABOUT_MOST,
    ABOVE_MOST,
    LINE_MOST,
    NAME_MOST,
    first_post,
    first_reply,
    floors,
    opens_discussion,
    posts_of,
)

SENTENCE = "山里的路一直通到海边，没有人走完过它，谁都说它太长了，可是谁也没有想过要修一座桥。"
MOMENT = "2021-03-04 10:20"


def post(name="渔夫", moment=MOMENT):
    return [name, moment, SENTENCE]


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        ([*post(), *post(), *post()], [1, 4, 7]),
        ([*post(), *post()], []),
        (["3楼 2021-03-04", "4楼 2021-03-04", "5楼 2021-03-04"], [0, 1, 2]),
        (["渔夫 | 2021-03-04"] * 3, [0, 1, 2]),
        (
            ["re: 山里的路 2021-03-04 10:20 渔夫", "# re：山里的路 2021-03-04 10:21 樵夫", "回复: 路 2021-03-04 10:22"],
            [0, 1, 2],
        ),
        (["re: 山里的路", "re: 山里的路 三月", "回复：2021-03-04"], []),
        # The article's own moment stands in such a line, too.
        (["发表于 2021-03-04 10:20 (阅读: 37; 评论: 6)", *["发表于 2021-03-04 10:21"] * 3], [1, 2, 3]),
        # A moment alone needs a name above it, of so many signs.
        ([MOMENT, SENTENCE] * 3, []),
        (["", MOMENT] * 3, []),
        ([MOMENT, *post(), *post(), SENTENCE], []),
        ([MOMENT, *post(), *post(), "山"], []),
        (["a" * NAME_MOST, MOMENT] * 3, [1, 3, 5]),
        (["a" * (NAME_MOST + 1), MOMENT] * 3, []),
        (["渔", MOMENT] * 3, [1, 3, 5]),
        (["说到修桥要靠大家，谁都要出力。", MOMENT] * 3, []),
        (["渔夫", "3 天前"] * 3, [1, 3, 5]),
        # A longer line is text, and so is what runs.
        ([f"3楼 2021-03-04 {'a' * (LINE_MOST - 14)}"] * 3, [0, 1, 2]),
        ([f"3楼 2021-03-04 {'a' * (LINE_MOST - 13)}"] * 3, []),
        ([f"3楼 2021-03-04，{SENTENCE[:39]}。"] * 3, []),
        ([], []),
    ],
)
def test_the_lines_that_tell_when_posts_were_written(lines, places):
    assert floors(lines) == places


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (["题", "1楼 只看该作者", SENTENCE], 1),
        (["题", "楼主", "只看他", SENTENCE], 2),
        (["题", "樓主", "只看他", SENTENCE], 2),
        (["题", "楼主", "看他", SENTENCE], -1),
        (["题", "层主", "只看他", SENTENCE], -1),
        (["只看他", SENTENCE, "楼主"], -1),
        (["1楼 只看该作者", "1楼 只看该作者"], 0),
        ([], -1),
    ],
)
def test_the_line_that_opens_the_first_post(lines, place):
    assert first_post(lines) == place


def test_a_line_may_say_that_it_is_the_first():
    assert opens_discussion("1楼 只看该作者") and opens_discussion("只看他 楼主")
    assert not opens_discussion("11楼 只看该作者") and not opens_discussion("只看楼主") and not opens_discussion("1楼")


OPENS = ["题", "渔夫", "1楼 2021-03-04 只看该作者", SENTENCE]


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        # The opening post has its own line; the first reply begins with the names above its line.
        ([*post(), *post("船工"), *post("石匠")], 3),
        ([*post(), *post("船工")], -1),
        ([SENTENCE, *post("船工"), *post("石匠"), *post("木匠")], 1),
        ([*OPENS, "三级", *post("船工"), "二级", *post("石匠")], 4),
        ([*OPENS, "三级", *post("船工"), *post("石匠")], 5),
        (["题", "渔夫", "1楼 2021-03-04 只看该作者", "图", *post("船工"), *post("石匠")], 4),
        (["题", "渔夫", "1楼 2021-03-04", "图", "图二", *post("船工"), *post("石匠"), *post("木匠")], 8),
        # Below the buttons of the opening post.
        ([*OPENS, "引用 回复", "甲", "乙", *post("船工"), *post("石匠")], 5),
        ([*OPENS, "引用 回复", *["甲"] * (ABOVE_MOST - 2), *post("船工"), *post("石匠")], 5),
        ([*OPENS, "引用 回复", *["甲"] * (ABOVE_MOST - 1), *post("船工"), *post("石匠")], 10),
        ([*OPENS, "引用 回复", "引用 举报", *post("船工"), *post("石匠")], 6),
        (["引用 回复", "渔夫", "1楼 2021-03-04 只看该作者", *post("船工"), *post("石匠")], 1),
        # What is said of a writer may be as long as that is, and stand first of all.
        ([*OPENS, "a" * ABOUT_MOST, *post("船工"), "甲", *post("石匠")], 4),
        ([*OPENS, "a" * (ABOUT_MOST + 1), *post("船工"), "甲", *post("石匠")], 5),
        ([], -1),
    ],
)
def test_the_place_of_the_first_reply(lines, place):
    assert first_reply(lines) == place


TITLE = "旧船下月改作书屋"
OWN = ["江边", MOMENT, TITLE, SENTENCE]


@pytest.mark.parametrize(
    ("lines", "listed"),
    [
        # Title, section and age of each, or title and moment.
        ([*OWN, *[TITLE, "江边", "3 天前"] * 3], True),
        ([*OWN, *[TITLE, "2021-03-04 10:20"] * 3], True),
        # What people say, short or long, each below a name of their own; or numbered.
        ([*OWN, *post("渔夫"), *post("船工"), *post("渔夫")], False),
        ([*OWN, "渔夫", MOMENT, "顶", "船工", MOMENT, "好", "木匠", MOMENT, "顶"], False),
        ([*OWN, "渔夫", MOMENT, SENTENCE, "渔夫", MOMENT, SENTENCE, "渔夫", MOMENT, "好"], False),
        ([*OWN, *["3楼 2021-03-04", TITLE] * 3], False),
    ],
)
def test_other_articles_with_their_moments_are_no_posts(lines, listed):
    assert floors(lines)
    assert posts_of(lines) == ([] if listed else floors(lines))
