"""The lines around the text of an article: what they are by their shape, and which of them belong to the text, each
beside one that differs in little."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from convert.clean.link_lists import is_listed
from convert.clean.selection import TITLE_REASON, Selection, recurs, shapes_of
from convert.clean.surroundings import (
    above_text,
    below_lead,
    calls_within,
    heads,
    is_line,
    middle_of,
    narrates,
    signs,
    surroundings,
    tells,
)
from convert.page import Block, Draft, Hint, Removed, Span

TEXT = [
    f"{sign}上的桥是谁修的已经没有人记得，过桥的人照旧过桥，不问它是哪一年立起来的也不问是谁。"
    for sign in "甲乙丙丁戊己庚辛"
]


def line(text, kind="paragraph", **more):
    return Block(kind, (Span(text),), **more)


def listed(*lines):
    blocks = [each if isinstance(each, Block) else line(each) for each in lines]
    return [(5 + 2 * at, block) for at, block in enumerate(blocks)]


@pytest.mark.parametrize(
    ("lines", "place", "what"),
    [
        (["2021-03-04"], 0, "byline"),
        (["发表于 2021年3月4日，河谷。"], 0, "byline"),
        (["2021年3月4日，河谷。"], 0, ""),
        (["撰文 陈大文"], 0, "byline"),
        (["首页 新闻 文化 体育 财经 教育"], 0, "menu of the site"),
        (["桥上有人"], 0, ""),
        (["撰文 陈大文，他说桥上有人。"], 0, ""),
        (["桥" * 89 + " 2021-03-04"], 0, "byline"),
        (["桥" * 90 + " 2021-03-04"], 0, ""),
        # The hour of an event is no byline.
        (["2021年3月4日 下午3点"], 0, ""),
        (["2021年3月4日 19:30开始"], 0, ""),
        (["2021年3月4日 19:30"], 0, "byline"),
        # A name alone below the day.
        (["2021-03-04", "陈大文"], 1, "byline"),
        (["桥上有人", "陈大文"], 1, ""),
        (["2021-03-04", "桥", "陈大文"], 2, ""),
        (["桥" * 89 + " 2021-03-04", "陈大文"], 1, "byline"),
        (["桥" * 90 + " 2021-03-04", "陈大文"], 1, ""),
        (["陈大文", "桥", "2021-03-04"], 0, ""),
        (["陈大文", "2021-03-04"], 0, "byline"),
        (["陈大文", "桥上有人"], 0, ""),
        (["2021-03-04", "桥上的灯又亮了"], 1, ""),
    ],
)
def test_what_a_line_above_the_text_is(lines, place, what):
    assert above_text(listed(*lines), place) == what


@pytest.mark.parametrize(
    ("lines", "middle"),
    [
        # Of a long page its first six blocks and its last twelve are none of the middle, of a short one a quarter each;
        # nor is what stands above the first text or below the last.
        (TEXT * 7, range(6, 44)),
        (TEXT * 6, range(6, 36)),
        (TEXT * 3, range(6, 18)),
        (TEXT, range(2, 6)),
        (TEXT[:4], range(1, 3)),
        ([*"桥路河海山水", *TEXT], range(7, 11)),
        ([*TEXT, *"桥路河海山水"], range(3, 7)),
        (["桥", "路", "河"], range(1, 0)),
        ([], range(1, 0)),
        (["版权所有，未经授权不得转载。", *TEXT[:7]], range(2, 6)),
    ],
)
def test_the_middle_of_a_page(lines, middle):
    found = middle_of(Selection({}), listed(*lines))
    assert list(found) == list(middle) and list(middle_of(Selection({}, True), listed(*lines))) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("他们在桥头等了一个上午，后来扫了码，才知道关注公众号不要钱，于是都回家做饭去了。", True),
        (" 他们在桥头等了一个上午，后来扫了码，才知道关注公众号不要钱，于是都回家做饭去了。 ", True),
        ("他们在桥头等了一个上午后来扫了码，才知道关注公众号不要钱于是都回家做饭去了。", False),
        ("他们在桥头等了一个上午，后来扫了码，才知道关注公众号不要钱，于是都回家做饭", False),
        ("他们在桥头等了一个上午后来扫了码，才知道关注公众号不要钱，于是都回各自家里做饭去了。", True),
        ("关注我们的人在桥头等了一个上午，后来扫了码，才知道看一眼也不要钱，于是都回家做饭去了。", False),
        ("他们在桥头等了一个上午，后来扫了码，才知道能免费领取一份奖品，于是都回家做饭去了。", False),
        ("他来了，扫了码，又走了。", False),
    ],
)
def test_a_sentence_that_tells_of_a_call(text, told):
    assert tells(line(text)) is told
    assert tells(line(text, "item")) is False


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("他扫了码，才知道不要钱。", True),
        (" 他扫了码，才知道不要钱。 ", True),
        ("扫一扫，都说不要钱。", False),
        ("他扫了码才知道不要钱。", False),
        ("他扫了码，才知道不要钱", False),
        ("他扫码，走了。", False),
        ("关注他的人，才知道不要钱。", False),
        ("他扫了码，才知道能免费看。", False),
    ],
)
def test_a_sentence_that_speaks_of_somebody(text, told):
    assert narrates(line(text)) is told


CALL = "点这里看那座桥的照片"


@pytest.mark.parametrize(
    ("lines", "place", "call"),
    [
        ([TEXT[0], CALL, TEXT[1]], 1, True),
        ([TEXT[0], CALL, TEXT[1], "桥"], 1, True),
        (["桥", TEXT[0], CALL, TEXT[1]], 2, True),
        ([CALL, TEXT[1]], 0, False),
        ([CALL, TEXT[1], TEXT[2]], 0, False),
        ([TEXT[0], CALL], 1, False),
        ([TEXT[0], TEXT[1], CALL], 2, False),
        ([TEXT[0], CALL, "桥"], 1, False),
        (["桥", CALL, TEXT[0]], 1, False),
        ([TEXT[0], CALL, "桥上有人。"], 1, False),
        ([TEXT[0], CALL, "桥上有人看见了他，他没有说话就走过去了桥那边"], 1, False),
        ([TEXT[0], CALL * 3, TEXT[1]], 1, True),
        ([TEXT[0], CALL * 3 + "吧", TEXT[1]], 1, False),
        ([TEXT[0], CALL + "。", TEXT[1]], 1, False),
        ([TEXT[0], line(CALL, "heading"), TEXT[1]], 1, False),
        ([TEXT[0], Block("paragraph", (Span(CALL, bold=True),)), TEXT[1]], 1, True),
        ([TEXT[0], Block("paragraph", (Span("那座桥的照片", bold=True),)), TEXT[1]], 1, False),
    ],
)
def test_a_short_line_between_sentences(lines, place, call):
    assert calls_within(listed(*lines), place) is call


@pytest.mark.parametrize(
    ("text", "verse"),
    [
        ("灯亮了一夜", True),
        ("灯亮一夜", False),
        ("责任编辑：陈大文", False),
        ("三月四日灯亮了", True),
        ("发表于 2021-03-04 灯亮了一夜", False),
    ],
)
def test_a_line_that_a_poem_may_have(text, verse):
    assert is_line(text) is verse


@pytest.mark.parametrize(
    ("lines", "second"),
    [
        # A byline between two paragraphs: the first is a lead.
        ([TEXT[0], "作者：陈大文", TEXT[1], TEXT[2]], 2),
        ([TEXT[0], "发表于 2021-03-04", TEXT[1]], 2),
        ([TEXT[0], "2021-03-04", TEXT[1]], 2),
        ([TEXT[0], "桥", "作者：陈大文", "路", TEXT[1]], 4),
        ([TEXT[0], "桥", TEXT[1]], 0),
        ([TEXT[0], "分享到微博", TEXT[1]], 0),
        ([TEXT[0], TEXT[1], "作者：陈大文", TEXT[2]], 0),
        ([TEXT[0], "作者：陈大文"], 0),
        # Lines with their like further down head sections; more than six are no byline.
        ([TEXT[0], "2021-03-04", TEXT[1], "2021-03-05", TEXT[2]], 0),
        ([TEXT[0], "作者：陈大文", *"桥路河海山", TEXT[1]], 7),
        ([TEXT[0], "作者：陈大文", *"桥路河海山水", TEXT[1]], 0),
    ],
)
def test_the_paragraph_below_a_lead_and_its_byline(lines, second):
    assert below_lead(listed(*lines), 0) == second


def test_a_lead_may_stand_below_other_paragraphs_that_are_asked_for():
    assert below_lead(listed(TEXT[0], TEXT[1], "作者：陈大文", TEXT[2]), 1) == 3


def test_days_of_one_shape_recur():
    texts = listed("3月4日 晴", "桥", "3月5日 晴", "13月4日", "桥")
    assert [recurs(block, shapes_of(texts)) for _, block in texts] == [True, True, True, False, True]
    assert recurs(texts[0][1], shapes_of(texts[:2])) is False


@pytest.mark.parametrize(
    ("lines", "place", "head"),
    [
        ([line("评论", "heading"), TEXT[0]], 0, True),
        ([Block("paragraph", (Span("评论", bold=True),)), TEXT[0]], 0, True),
        (["评论", TEXT[0]], 0, False),
        ([line("评论", "heading"), "Nobody knows who built the bridge at the end of the village!"], 0, True),
        ([line("评论", "heading"), "桥"], 0, False),
        ([line("评论", "heading"), "桥", TEXT[0]], 0, False),
        ([line("一二三四五六", "heading"), TEXT[0]], 0, True),
        ([line("一二三四五六七", "heading"), TEXT[0]], 0, False),
        ([TEXT[0], line("评论", "heading")], 1, False),
    ],
)
def test_a_word_of_the_site_that_heads_text(lines, place, head):
    assert heads(listed(*lines), place) is head


@pytest.mark.parametrize(
    ("lines", "signed"),
    [
        (["河谷县人民政府", "2021年3月4日"], True),
        ([" 河谷县人民政府 ", " 2021年3月4日 "], True),
        (["河谷县府", "2021年3月4日"], True),
        (["河谷县", "2021年3月4日"], False),
        (["河" * 40, "1999年12月31日"], True),
        (["河" * 41, "1999年12月31日"], False),
        (["河谷县人民政府。", "2021年3月4日"], False),
        (["责任编辑：陈大文", "2021年3月4日"], False),
        (["河谷县人民政府", "2021年3月"], False),
        (["河谷县人民政府", "2021-03-04"], False),
        (["2021年3月4日"], False),
        (["河谷县人民政府", "桥", "2021年3月4日"], False),
    ],
)
def test_the_day_that_signs_a_notice(lines, signed):
    assert signs(listed(*lines), len(lines) - 1) is signed


def test_the_first_line_signs_nothing_whatever_stands_last():
    assert not signs(listed("2021年3月4日", "桥", "河谷县人民政府"), 0)


LINK = "https://e.example/a"


@pytest.mark.parametrize(
    ("lines", "place", "sources"),
    [
        ([LINK], 0, False),
        ([LINK, LINK], 0, True),
        ([LINK, LINK], 1, True),
        ([LINK, "桥", LINK], 0, False),
        ([LINK, "桥", LINK], 2, False),
        (["https://e.example/references"], 0, False),
        (["桥", LINK, "路"], 1, False),
        (["参考资料", LINK], 1, True),
        (["参考资料" + "桥" * 38, LINK], 1, True),
        (["参考资料" + "桥" * 39, LINK], 1, False),
        (["项目地址：", LINK], 1, True),
        (["项目地址如下", LINK], 1, True),
        (["原文地址：", LINK], 1, False),
        (["看这里：", LINK], 1, True),
        (["原文：", LINK], 1, False),
        ([LINK, "参考资料"], 0, False),
        ([f"{LINK} 桥", LINK], 1, False),
        *(([f"{label}：", LINK], 1, False) for label in ("本文链接", "文章网址", "原文連結", "见上文", "来自他处")),
        ([LINK, f" {LINK} "], 0, True),
        (["参考资料", f"见 {LINK}"], 1, False),
    ],
)
def test_an_address_that_the_article_refers_to(lines, place, sources):
    assert is_listed(listed(*lines), place) is sources


TITLED = Removed(line("老桥"), TITLE_REASON, 0)


def around(lines, gone=(), header=(), hints=(), source="html", footer=(), before=()):
    """What stands around a text, of blocks that all stay but those whose numbers `gone` gives with a reason."""
    blocks = tuple(each if isinstance(each, Block) else line(each) for each in lines)
    out = dict(gone)
    kept = {at: block for at, block in enumerate(blocks) if at not in out}
    removed = [Removed(blocks[at], reason, at) for at, reason in out.items()]
    draft = Draft(source, blocks, hints, header, footer, before=before)
    return surroundings(draft, Selection(kept, False, removed))


def test_the_lines_above_in_and_below_a_text():
    found = around(
        ["桥梁", "老桥", "陈大文  文", TEXT[0], "路", TEXT[1], "（陈大文）"],
        gone=[(1, TITLE_REASON)],
        header=("河谷周报",),
        footer=("页脚",),
        before=("页首",),
    )
    assert found.above == ("河谷周报", "陈大文 文")
    assert found.before == ("页首", "桥梁")
    assert found.opening == (TEXT[0], TEXT[1])
    assert found.closing == (TEXT[1], "（陈大文）") and found.below == ("页脚",)


def test_a_text_without_running_lines_is_above_its_sixth_line():
    assert around("桥路河海山水田地").above == tuple("桥路河海山")
    assert around("桥路河海山水田地").closing == tuple("田地")
    assert around("桥路").above == ("桥",)
    assert around([]).above == ()


GONE = ("", TITLE_REASON, "comments", "byline", "outlet", "navigation")
KINDS = ("桥", "作者：陈大文", "2021-03-04", "3楼 陈大文", TEXT[0], TEXT[1])


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(GONE)), max_size=24))
@example([("桥", "comments")] * 40)
def test_whatever_was_taken_from_a_page_its_lines_are_told_apart(lines):
    found = around([text for text, _ in lines], gone=[(at, why) for at, (_, why) in enumerate(lines) if why])
    assert {*found.above, *found.opening, *found.closing} <= {text for text, _ in lines}


def test_a_title_that_stands_twice_has_the_byline_between():
    lines = ["桥梁", "老桥", *"甲乙丙丁戊己庚", "老桥", "陈大文", TEXT[0]]
    found = around(lines, gone=[(1, TITLE_REASON), (9, TITLE_REASON)], hints=(Hint("title", "《老桥》"),))
    assert found.above == (*"甲乙丙丁戊己", "陈大文") and found.before == ("桥梁",)
    found = around(lines, gone=[(1, TITLE_REASON), (9, TITLE_REASON)])
    assert found.above == ("陈大文",) and found.before == ("桥梁", "老桥", *"甲乙丙丁戊己庚")


def test_who_wrote_it_is_said_below_the_first_paragraph_too():
    assert around([TEXT[0], "作者：陈大文", TEXT[1]]).above == ("作者：陈大文",)
    assert around([TEXT[0], "陈大文", TEXT[1]]).above == ()
    assert around([TEXT[0], line("作者：陈大文", "code"), TEXT[1]]).above == ()
    assert around([TEXT[0], TEXT[1]]).before == ()


def test_below_a_lead_too_stands_who_wrote_it_and_when():
    lines = [TEXT[0], "陈大文", TEXT[1], "林小美", TEXT[2]]
    assert around(lines, [(1, "byline"), (3, "byline")]).above == ("陈大文",)
    assert around(lines, [(1, "navigation")]).above == ()
    assert around(["桥", *lines], [(0, "navigation"), (2, "date or counter")]).above == ("桥", "陈大文")
    assert around([TEXT[0], "陈大文"], [(1, "byline")]).above == ()


@pytest.mark.parametrize(
    ("at", "text", "reason", "found"),
    [
        (1, "2021-03-04 分享", "widget of the page", True),
        (1, "作者：陈大文", "widget of the page", True),
        (1, "2021-03-04 分享", "hidden", False),
        (1, "路上", "widget of the page", False),
        (0, "2021-03-04 分享", "widget of the page", True),
        (3, "2021-03-04 分享", "widget of the page", True),
        (4, "2021-03-04 分享", "widget of the page", False),
        (1, "桥" * 89 + " 2021-03-04", "widget of the page", True),
        (1, "桥" * 90 + " 2021-03-04", "widget of the page", False),
    ],
)
def test_a_day_or_a_name_in_a_box_of_buttons_between_title_and_text(at, text, reason, found):
    blocks = (line("老桥"), line("桥"), line(TEXT[0]))
    draft = Draft("html", blocks, removed=(Removed(line(text), reason, at),))
    chosen = Selection({1: blocks[1], 2: blocks[2]}, False, [Removed(blocks[0], TITLE_REASON, 0)])
    assert (text in surroundings(draft, chosen).above) is found


def test_the_hour_of_an_event_is_no_line_around_a_text():
    assert around(["3月4日下午3点", "桥头", TEXT[0]]).above == ("桥头",)


def test_of_many_paragraphs_the_first_six_open_and_the_last_three_close():
    found = around(TEXT)
    assert found.opening == tuple(TEXT[:6]) and found.closing == tuple(TEXT[-3:])
    found = around(TEXT[:3])
    assert found.closing == (TEXT[2],)
    assert around(TEXT[:4]).closing == tuple(TEXT[1:4])


def test_twelve_lines_stand_below_a_text_and_bylines_within_its_end():
    below = [f"{sign}路" for sign in "甲乙丙丁戊己庚辛壬癸子丑寅"]
    assert around([*TEXT[:2], *below]).closing == (TEXT[1], *below[:12])
    found = around([*TEXT[:5], "作者：陈大文", TEXT[5], "路", TEXT[6]])
    assert found.closing == (TEXT[4], "作者：陈大文", TEXT[5], TEXT[6])
    # What only says who wrote it may stand between the text and a note of the site.
    gone = [(1, "byline")]
    assert around([TEXT[0], "陈大文", TEXT[1]], gone).closing == ("陈大文", TEXT[1])
    assert around([TEXT[0], "陈大文", TEXT[1]], [(1, "outlet")]).closing == ("陈大文", TEXT[1])
    assert around([TEXT[0], "陈大文", TEXT[1]], [(1, "navigation")]).closing == (TEXT[1],)


def test_headings_are_known_by_their_letters_on_pages_only():
    heading = line("《桥》", "heading", level=2)
    assert around([heading, TEXT[0]]).heads == {"桥"} and around([heading, TEXT[0]], source="text").heads == set()
