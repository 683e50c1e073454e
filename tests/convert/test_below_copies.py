"""What stands below an article in a copy, and above a first post, told by what recurs: each beside what differs in
little."""

import pytest

from convert.clean.below import (
    ABOVE_POST,
    cut_above_post,
    cut_bare_headings,
    cut_below_signature,
    cut_other_articles,
    discussion_start,
    first_reply_below,
    speaks_less,
)
from convert.clean.selection import Selection
from convert.page import Block, Removed, Span

TITLE = "村口的老桥修了三回"
OWN = "村口那座老桥又修了三回，河里的水照旧流过去，过桥的人照旧过桥，谁也不去问那是哪一年。"
APPLE = "县里的苹果今年卖得不错，果农说价钱比去年高出不少，客商从外地来，一车一车往外拉。"
SENTENCE = "桥上的灯亮了整整一夜。"


def line(text, kind="paragraph", **more):
    return Block(kind, (Span(text),), **more)


HEAD = line("后来", "heading", level=2)


def selection(*lines):
    """What is out already is given as (text, reason)."""
    kept = {
        at: each if isinstance(each, Block) else line(each)
        for at, each in enumerate(lines)
        if isinstance(each, str | Block)
    }
    gone = [Removed(line(each[0]), each[1], at) for at, each in enumerate(lines) if isinstance(each, tuple)]
    return Selection(kept, True, gone)


def out(step, *lines, title=TITLE):
    chosen = selection(*lines)
    step(chosen, title)
    return [(each.index, each.reason) for each in chosen.removed if isinstance(lines[each.index], str)]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["桥梁", TITLE, "渔夫", "楼主 只看", OWN], [(0, ABOVE_POST), (2, "byline"), (3, "byline")]),
        (["桥梁", TITLE, "路桥", f"《{TITLE}》", "楼主 只看", OWN], [(0, ABOVE_POST), (2, ABOVE_POST), (4, "byline")]),
        (["桥梁", TITLE, "渔夫", OWN], []),
        (["桥梁", "渔夫", "楼主 只看", TITLE, OWN], []),
        (["桥梁", "楼主 只看", OWN], []),
        ([TITLE, "楼主 只看", OWN, "1楼 只看"], [(1, "byline")]),
    ],
)
def test_what_a_forum_prints_above_its_first_post(lines, found):
    assert out(cut_above_post, *lines) == found


SIGNED = [("作者：渔夫", "byline"), ("https://e.example/1", "address of the page"), ("转载请注明出处", "disclaimer")]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([OWN, *SIGNED, "路", "海"], [4, 5]),
        ([OWN, *reversed(SIGNED), "路"], [4]),
        ([OWN, *SIGNED[:2], "路"], []),
        ([OWN, *SIGNED[:2], "山", SIGNED[2], "路"], []),
        ([OWN, *SIGNED[:2], SIGNED[0], "路"], []),
        # Unless it is more than what stands above.
        ([SENTENCE, *SIGNED, SENTENCE], [4]),
        ([SENTENCE, *SIGNED, SENTENCE, "路"], []),
        ([SENTENCE, "路", *SIGNED, SENTENCE, "海"], [5, 6]),
        ([OWN, ("首页", "navigation"), *SIGNED, "路"], [5]),
    ],
)
def test_what_stands_below_the_lines_that_sign_a_blog(lines, found):
    assert out(cut_below_signature, *lines) == [(at, "other articles") for at in found]


def starts(*lines):
    return discussion_start([(5 + 2 * at, line(text)) for at, text in enumerate(lines)])


@pytest.mark.parametrize(
    ("lines", "start"),
    [
        # A name above each comment, its buttons below: from the first name on.
        ([OWN, *["渔夫", SENTENCE, "回复"] * 3], 1),
        ([OWN, *["渔夫", SENTENCE, "回复"] * 2], -1),
        ([OWN, *["渔夫", SENTENCE, "回复", "举报"] * 3], 1),
        # Above what is no name the comment begins with its buttons.
        ([OWN, *["渔" * 20, SENTENCE, "回复"] * 3], 1),
        ([OWN, *["渔" * 21, SENTENCE, "回复"] * 3], 3),
        ([OWN, *["渔夫说。", SENTENCE, "回复"] * 3], 3),
        ([OWN, "渔夫", SENTENCE, "回复", "渔夫", SENTENCE, SENTENCE, "回复", "渔夫", SENTENCE, "回复"], 1),
        ([OWN, "渔夫", SENTENCE, "回复", "渔夫", "回复", "渔夫", SENTENCE, "回复"], 3),
        # The opening post has buttons, too.
        (["渔夫", OWN, "回复", "甲", SENTENCE, "回复", "乙", SENTENCE, "回复"], 3),
        (["渔夫", "桥", "回复", "甲", SENTENCE, "回复", "乙", SENTENCE, "回复"], -1),
        (["渔夫", "桥", "回复", "甲", "乙", "回复", "丙", "丁", "回复"], -1),
        (["回复", OWN, "回复", OWN, "回复"], -1),
        ([OWN, "回复", "甲", "回复", "乙", "回复"], 2),
        # Words in a sentence, and longer lines, are no buttons.
        ([OWN, *["渔夫", SENTENCE, "他没有回复我"] * 3], -1),
        ([OWN, *["渔夫", SENTENCE, f"回复 {'1' * 37}"] * 3], 1),
        ([OWN, *["渔夫", SENTENCE, f"回复 {'1' * 38}"] * 3], -1),
        ([], -1),
    ],
)
def test_where_comments_begin_by_their_buttons(lines, start):
    assert starts(*lines) == start


def test_where_posts_are_numbered_they_tell_where_comments_begin():
    posts = [each for at in (2, 3, 4) for each in ("渔夫", f"{at}楼 2021-03-04", SENTENCE)]
    assert starts(OWN, *posts) == 1


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        ([OWN, ("渔夫", "comments"), ("2楼 2021-03-04", "comments")], 1),
        ([OWN, ("渔夫", "comments"), ("好", "comments")], -1),
        ([OWN, ("渔夫", "navigation"), ("2楼 2021-03-04", "navigation")], -1),
        ([OWN, ("2楼 2021-03-04", "navigation"), ("渔夫", "comments")], -1),
        ([OWN], -1),
    ],
)
def test_the_first_reply_below_a_numbered_post(lines, first):
    assert first_reply_below(selection(*lines)) == first


CYCLE = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌"


@pytest.mark.parametrize(
    ("title", "above", "below", "less"),
    [
        # Eleven pairs of characters. Five above speak of the title, four do not.
        ("一二三四五六七八九十百千", "一二三四五六", APPLE, True),
        ("一二三四五六七八九十百千", "一二三四五", APPLE, False),
        # Below it may be .35 of that.
        (
            "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌",
            "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌",
            "甲乙丙丁戊己庚辛",
            True,
        ),
        (
            "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌",
            "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌",
            "甲乙丙丁戊己庚辛壬",
            False,
        ),
        (CYCLE, CYCLE[:10], "", True),
        (CYCLE, CYCLE[:9], "", False),
        (CYCLE, CYCLE[:11], CYCLE[:4], True),
        (CYCLE, CYCLE[:11], CYCLE[:7], False),
        ("甲乙丙丁", "甲乙丙丁", "", True),
        ("", "甲乙丙丁", "", False),
    ],
)
def test_below_an_article_other_things_are_spoken_of(title, above, below, less):
    assert speaks_less(title, above, below) is less


def summary(at, name="县里的苹果又卖完了"):
    return [f"{name}{'甲乙丙丁戊己'[at]}", f"{APPLE[at:]}", f"2021-03-0{at + 1} 10:20"]


def pair(at):
    return ["县里的苹果又卖完了", f"2021-03-0{at + 1} 10:20"]


MOMENT = "2021-03-04 10:20"
THREE = [each for at in range(3) for each in summary(at)]
CALLED = {"甲": "阅读全文", "乙": "read more", "丙": "2021-03-04 10:20", "丁": "2021-03-05 10:20"}
OTHERS = [
    # Three summaries, each with its moment below: from the first of their lines on.
    ([OWN, *THREE], 1),
    ([OWN, *THREE[:6]], None),
    ([OWN, SENTENCE, *THREE], 2),
    (THREE, None),
    # They speak as much of the title as the text does: entries of a chronicle.
    ([OWN, *(each for at in range(3) for each in summary(at, TITLE[:6]))], None),
    # The title itself, said again, speaks of nothing.
    ([OWN, *THREE, TITLE], 1),
    # No article calls to read on twice.
    ([OWN, *(each for at in range(3) for each in [f"村口那座老桥又修了{at}", OWN[at:], "阅读全文"])], 1),
    ([OWN, *(each for at in range(3) for each in [f"村口那座老桥又修了{at}", OWN[at:], f"2021-03-0{at} 10:20"])], None),
    ([OWN, *(each for at in "甲乙丙" for each in [f"村口那座老桥{at}", OWN, CALLED[at]])], 1),
    ([OWN, *(each for at in "甲丙丁" for each in [f"村口那座老桥{at}", OWN, CALLED[at]])], None),
    # So many lines apart at most.
    ([OWN, *THREE[:6], *["苹果"] * 20, *THREE[:6]], None),
    ([OWN, *THREE, *["苹果"] * 20, *THREE[:3]], 1),
    # A box further up with fewer is of the list, unless text stands between.
    ([OWN, *pair(0), *["苹果"] * 20, *pair(1), *pair(2), *pair(3)], 1),
    ([OWN, *pair(0), *pair(1), *["苹果"] * 20, *pair(1), *pair(2), *pair(3)], 1),
    ([OWN, *pair(0), *["苹果"] * 20, SENTENCE, *pair(1), *pair(2), *pair(3)], 24),
    # What stands above most moments in one way is of the summaries; the text is not.
    ([OWN, MOMENT, "苹果", APPLE, MOMENT, "苹果", APPLE, MOMENT], 1),
    ([OWN, "苹果", APPLE, MOMENT, *["苹果", "果农", MOMENT] * 3], 3),
    ([OWN, *[APPLE, MOMENT] * 7, *["苹果", MOMENT] * 3], 1),
    ([OWN, *[APPLE, MOMENT] * 6, *["苹果", MOMENT] * 3], 2),
    ([OWN, *THREE[:3], *["苹果"] * 19, *THREE[5:]], 3),
    ([OWN, *THREE[:3], *["苹果"] * 20, *THREE[5:]], None),
]


@pytest.mark.parametrize(("lines", "first"), OTHERS)
def test_summaries_of_other_articles_below_a_copy(lines, first):
    left = range(first, len(lines)) if first is not None else ()
    assert out(cut_other_articles, *lines) == [(at, "other articles") for at in left]


def listed(*days, titles="县里的苹果又卖完了"):
    return [each for day in days for each in (day, titles)]


LISTS = [
    # Titles with their days, the newest first.
    ([OWN, *listed("2021-03-06", "2021-03-05", "2021-03-04")], 1),
    ([OWN, *listed("2021-03-06", "2021-03-05")], None),
    ([OWN, *listed("2021-03-04", "2021-03-05", "2021-03-06")], None),
    ([OWN, *listed("2021-03-06", "2021-03-06", "2021-03-06")], None),
    ([OWN, *listed("2021-03-06", "2021-03-06", "2021-03-05")], 1),
    ([OWN, *listed("2021-03-06", "2021-03-05", "2021-03-04", titles="他又来了一回。")], None),
    ([OWN, *listed("2021-03-06", "2021-03-05"), "2021-03-04", "他又来了一回。"], None),
    ([OWN, *listed("2021-03-06", "2021-03-05", "2021-03-05")], 1),
    (["县里的苹果今年又卖完了…", *listed("2021-03-06", "2021-03-05", "2021-03-04")], 1),
    ([OWN, *listed("2021-03-06", "2021-03-05"), "路", *listed("2021-03-04")], None),
    ([OWN, "2021-03-09", "路", "海", *listed("2021-03-06", "2021-03-05", "2021-03-04")], 2),
    (listed("2021-03-06", "2021-03-05", "2021-03-04"), None),
    ([OWN, *listed("2021年3月6日", "2021年3月5日", "2021年3月4日")], 1),
    ([OWN, "最新文章", *listed("2021-03-06", "2021-03-05", "2021-03-04")], 1),
    ([OWN, "最新的文章", *listed("2021-03-06", "2021-03-05", "2021-03-04")], 2),
    ([OWN, "桥", "路", *listed("2021-03-06", "2021-03-05", "2021-03-04")], 1),
    ([OWN, "县里的苹果…", *listed("2021-03-06", "2021-03-05", "2021-03-04")], 1),
    ([SENTENCE, "桥", *listed("2021-03-06", "2021-03-05"), "2021-03-04"], 1),
]


@pytest.mark.parametrize(("lines", "first"), LISTS)
def test_a_list_of_titles_with_their_days(lines, first):
    left = range(first, len(lines)) if first is not None else ()
    assert out(cut_other_articles, *lines) == [(at, "other articles") for at in left]
    # Days that are out already tell it, too.
    gone = [(each, "date or counter") if each.startswith("2021") else each for each in lines]
    kept = [at for at in left if isinstance(gone[at], str)]
    assert out(cut_other_articles, *gone) == [(at, "other articles") for at in kept]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([OWN, HEAD, ("路", "related articles")], [1]),
        ([OWN, HEAD, HEAD, ("路", "comments"), ("海", "navigation")], [1, 2]),
        ([OWN, HEAD, ("路", "navigation")], []),
        ([OWN, HEAD], []),
        ([OWN, HEAD, SENTENCE, ("路", "comments")], []),
        ([OWN, HEAD, SENTENCE, HEAD, ("路", "comments")], [3]),
        ([OWN, ("路", "comments"), HEAD], []),
    ],
)
def test_headings_below_which_only_others_stood(lines, found):
    whole = selection(*lines)
    gone = tuple(whole.removed)
    for chosen, before in ((selection(*lines), ()), (Selection(whole.kept), gone)):
        cut_bare_headings(chosen, before)
        taken = [(each.index, each.reason) for each in chosen.removed if each not in gone]
        assert sorted(taken) == [(at, "heading with nothing below it") for at in found]
