"""What a page says again: titles, single paragraphs, runs of them, and its whole text, each beside what stays."""

import pytest

from convert.clean.repeats import cut_repeats, cut_second_copy, cut_titles, remove_bylines
from convert.clean.selection import Selection
from convert.page import Block, Removed, Span

TITLE = "给旧收音机换一个新的旋钮要拆几颗螺丝再吹几次灰"
SUNG = TITLE[:19]
# Twenty letters and more; the last of eighty.
LONG = [
    "山里的路一直通到海边没有人走完过它，谁都说它长。",
    "旧收音机的旋钮坏了很多年今天终于换上了一个新的。",
    "装上以后声音很轻像隔着一堵墙在说话天线没有接好。",
    "邻居都跑过来听说好像回到了小时候守着它等新闻了。",
]
MATTER = [f"第{number}件事是河边的人家自己说的，别人谁也没有听过它。" for number in "一二三四五六七八九十"]
SHORT = "是的，就是这样。"
NEVER = "桥" * 80
ONE, TWO, THREE = (sign * 80 for sign in "桥路河")


def selection(*lines, copy=False):
    blocks = [
        each if isinstance(each, Block) else Block("paragraph", (Span(each),), line=at) for at, each in enumerate(lines)
    ]
    return Selection(dict(enumerate(blocks)), copy)


def out(chosen):
    return [(each.index, each.reason) for each in chosen.removed]


PICTURE = Block("image", (Span("图", image="a.png"),))


@pytest.mark.parametrize(
    ("title", "lines", "copy", "removed"),
    [
        (TITLE, [TITLE, LONG[0], f"《{TITLE}》"], False, [(0, "first"), (2, "again")]),
        (TITLE, [f"【原创】{TITLE}", LONG[0]], False, [(0, "first")]),
        (f"[求助] {TITLE}", [TITLE, LONG[0]], False, [(0, "first")]),
        (TITLE, [f"文件名称：{TITLE}", LONG[0]], False, [(0, "first")]),
        (TITLE, [LONG[0]], False, []),
        ("！", ["！", LONG[0]], False, []),
        # In two lines or more, five at most; behind a label of eight letters at most.
        (TITLE, [TITLE[:9], TITLE[9:], LONG[0]], False, [(0, "again"), (1, "again")]),
        (TITLE, [TITLE[:9], TITLE[9:], LONG[0]], True, []),
        (TITLE, [TITLE, TITLE[:9], TITLE[9:]], True, [(0, "first"), (1, "again"), (2, "again")]),
        (TITLE, [TITLE, TITLE[:9], TITLE[9:]], False, [(0, "first"), (1, "again"), (2, "again")]),
        (TITLE, [LONG[0], TITLE[:9], "别的", TITLE[9:]], False, []),
        (
            TITLE,
            [TITLE[:3], TITLE[3:6], TITLE[6:9], TITLE[9:12], TITLE[12:]],
            False,
            [(at, "again") for at in range(5)],
        ),
        (TITLE, [*(TITLE[at : at + 3] for at in range(0, 15, 3)), TITLE[15:]], False, []),
        (TITLE, [f"标题如下这样写的{TITLE}"], False, [(0, "again")]),
        (TITLE, [f"标题如下面这样写的{TITLE}"], False, []),
        (TITLE[:19], [f"标题{TITLE[:19]}"], False, []),
        # Whatever stands above it, and with the tag before it.
        (TITLE, [LONG[0], TITLE[:9], TITLE[9:]], False, [(1, "again"), (2, "again")]),
        (f"[求助]{TITLE}", [f"[求助]{TITLE[:9]}", TITLE[9:], LONG[0]], False, [(0, "again"), (1, "again")]),
        ("【原创】", ["【原创】", LONG[0]], False, [(0, "first")]),
        # The beginning of a text that has no title is closed, in whichever line.
        (TITLE, [TITLE[:9], f"{TITLE[9:]}。 ", LONG[0]], False, []),
        (TITLE, [f"{TITLE[:9]}。", TITLE[9:], LONG[0]], False, []),
        # A first sentence may say it, with a word in front; with its own label it is the title.
        (TITLE, [f"标题{TITLE}。 ", LONG[0]], False, []),
        (f"文件名称：{TITLE}", [f"文件名称：{TITLE}。", LONG[0]], False, [(0, "again")]),
        # Sung twice between paragraphs a short one is a refrain; once, or beside short lines, it is none.
        (SUNG, [SUNG, LONG[0], SUNG, LONG[1], SUNG, LONG[2]], False, [(0, "first")]),
        (
            TITLE[:20],
            [TITLE[:20], LONG[0], TITLE[:20], LONG[1], TITLE[:20], LONG[2]],
            False,
            [(0, "first"), (2, "again"), (4, "again")],
        ),
        (SUNG, [SUNG, LONG[0], SUNG, LONG[1]], False, [(0, "first"), (2, "again")]),
        (SUNG, [SUNG, "短", SUNG, LONG[0], "短", SUNG, LONG[1]], False, [(0, "first"), (2, "again"), (5, "again")]),
        (SUNG, [SUNG, LONG[0], SUNG, "短", LONG[1], SUNG, "短"], False, [(0, "first"), (2, "again"), (5, "again")]),
        (TITLE[:20], [f"标题{TITLE[:20]}"], False, [(0, "again")]),
    ],
)
def test_the_title_goes_however_it_is_set_again(title, lines, copy, removed):
    chosen = selection(*lines, copy=copy)
    cut_titles(chosen, title)
    said = {"first": "title, kept in the front matter", "again": "title repeated"}
    assert out(chosen) == [(index, said[which]) for index, which in removed]


REPEATED = "paragraph repeated"


@pytest.mark.parametrize(
    ("lines", "removed"),
    [
        # Right below its copy, where it is long enough and no picture is between.
        ([LONG[0], LONG[0], LONG[1]], [1]),
        ([LONG[0], LONG[0], LONG[0]], [1, 2]),
        ([SHORT, SHORT], []),
        ([LONG[3][:20], LONG[3][:20]], [1]),
        ([LONG[3][:19] + "！", LONG[3][:19] + "。"], []),
        ([LONG[0], PICTURE, LONG[0]], []),
        # Further down only what nobody says twice on purpose, most of it Chinese.
        ([LONG[0], LONG[1], LONG[0]], []),
        ([NEVER, LONG[1], NEVER], [2]),
        ([NEVER[1:], LONG[1], NEVER[1:]], []),
        (["a" * 40 + "桥" * 41, LONG[1], "a" * 40 + "桥" * 41], [2]),
        (["a" * 40 + "桥" * 40, LONG[1], "a" * 40 + "桥" * 40], []),
        # A run of three long ones as they stand further up, with what is short between.
        ([*LONG[:3], SHORT, *LONG[:3]], [4, 5, 6]),
        ([*LONG[:2], SHORT, *LONG[:2]], []),
        ([LONG[0], SHORT, *LONG[1:3], "别的话在这里。", LONG[0], SHORT, *LONG[1:3]], [5, 6, 7, 8]),
        ([*LONG[:3], SHORT, LONG[0], LONG[2], LONG[1]], []),
        ([*LONG[:3], SHORT, LONG[0], LONG[1], "别的话在这里。", LONG[2]], []),
        ([*LONG, SHORT, LONG[3], *LONG[:3]], [6, 7, 8]),
        ([*LONG[:3], SHORT, *LONG[:3], "别的话在这里。", LONG[3]], [4, 5, 6]),
        ([*MATTER[:6], SHORT, *MATTER[3:6], *MATTER[:3]], range(7, 13)),
        # Half of the text said again is a copy of it.
        ([*MATTER[:3], "河" * 75, *MATTER[:3]], [4, 5, 6]),
        ([*MATTER[:3], "河" * 76, *MATTER[:3]], []),
        # Between the paragraphs of a second copy the short ones go too, and day and source above it.
        (["短的话。", *LONG[:3], SHORT, LONG[0], "短的话。", *LONG[1:3]], []),
        ([SHORT, "！", *LONG[:3], "别的话。", *LONG[:3], "！"], [6, 7, 8]),
    ],
)
def test_paragraphs_that_are_said_again(lines, removed):
    chosen = selection(*lines)
    cut_repeats(chosen, TITLE)
    assert sorted(out(chosen)) == [(index, REPEATED) for index in removed]


@pytest.mark.parametrize(
    ("lines", "removed"),
    [
        ([SHORT, ONE, TWO, THREE, "别的话。", ONE, SHORT, TWO, "新的话。", THREE, SHORT], [5, 6, 7, 9]),
        ([SHORT, ONE, TWO, "别的话。", ONE, SHORT, TWO], [4, 6]),
        ([SHORT, ONE, TWO, THREE, "别的话。", ONE, TWO, SHORT, THREE], [5, 6, 7, 8]),
        ([ONE, TWO, THREE, ONE, SHORT, TWO, SHORT, THREE], [3, 5, 7]),
        ([*(LONG[at][-20:] for at in range(1, 4)), SHORT, *(LONG[at][-20:] for at in range(1, 4))], []),
        ([*(LONG[at][-21:] for at in range(1, 4)), SHORT, *(LONG[at][-21:] for at in range(1, 4))], [4, 5, 6]),
        ([LONG[0], PICTURE, LONG[0], LONG[1], LONG[1]], [4]),
        (
            [ONE, TWO, THREE, "别的话。", *(f"2021-03-0{day} 10:20" for day in range(1, 7)), ONE, TWO, THREE],
            range(6, 13),
        ),
    ],
)
def test_what_stands_between_the_paragraphs_of_a_second_copy(lines, removed):
    chosen = selection(*lines)
    cut_repeats(chosen, TITLE)
    assert sorted(index for index, _ in out(chosen)) == list(removed)
    assert None not in dict(out(chosen)).values()


def test_above_a_second_copy_its_day_and_source_go():
    above = ("作者：王小石", "来源：山城日报", "2021-03-04 10:20")
    chosen = selection(*LONG[:3], "别的话在这里说。", *above, *LONG[:3], SHORT)
    cut_repeats(chosen, TITLE)
    reasons = ["byline", "outlet", "date or counter", *[REPEATED] * 3]
    assert sorted(out(chosen)) == list(enumerate(reasons, 4))


APART = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜"
OTHER = "河边的人家种了很多年的杨柳，到了春天一下子都绿了起来。"


@pytest.mark.parametrize(
    ("above", "below", "copy", "removed"),
    [
        # Three paragraphs are out already; the frame between and what follows goes with them.
        (["首页", *LONG[:3], "返回"], ["首页", "尾"], False, [4, 8, 9]),
        # A copy made without stylesheets has what shows on other screens only.
        (["首页", *LONG[:3], "返回"], ["首页"], True, [4, 8]),
        # More than half of the text above was said again, or it stays.
        ([*LONG[:3], OTHER, "返回"], [OTHER], False, [4, 8]),
        ([*LONG[:3], *[f"{number}{OTHER}" for number in "一二三四"], "返回"], [], False, []),
        # A line in the frame that a paragraph below has in it is none of the text.
        ([*LONG[:3], OTHER, "河边的人家"], [OTHER], False, [4, 8]),
        # Half of the text, said again, is enough, and less is not.
        ([*(("河" * (len(text) - 1)) + "。" for text in LONG[:3]), *LONG[:3], "返回"], [], False, [6]),
        ([*(("河" * len(text)) + "。" for text in LONG[:3]), *LONG[:3], "返回"], [], False, []),
        # The first copy stands above, whole.
        ([*LONG[:3], "返回"], [LONG[0]], False, []),
        (["返回"], [OTHER], False, []),
        ([*LONG[:3], "返回"], [LONG[0], "尾"], False, []),
        ([*LONG[:3], "返回"], [LONG[0], LONG[1], "尾"], False, []),
        # A paragraph that was mended in one of them says six tenths of the other.
        ([*LONG[:3], f"{APART[:21]}。", "返回"], [f"{APART[:13]}{APART[21:]}。"], False, [4, 8]),
        ([*LONG[:3], f"{APART[:21]}。", "返回"], [f"{APART[:12]}{APART[21:]}。"], False, []),
        # What follows says something of its own.
        ([*LONG[:3], "返回"], [OTHER, OTHER + OTHER], False, []),
    ],
)
def test_the_rest_of_a_second_copy_goes_with_it(above, below, copy, removed):
    chosen = selection(*above, *LONG[:3], *below, copy=copy)
    for place in range(3):
        chosen.remove(len(above) + place, REPEATED)
    before = len(chosen.removed)
    cut_second_copy(chosen, TITLE)
    assert [each.index for each in chosen.removed[before:]] == removed
    assert {each.reason for each in chosen.removed} == {REPEATED}


@pytest.mark.parametrize(
    ("own", "removed"),
    [
        # What the page says beside the copy is a sixth of the text above at most, of which half at least was said again.
        ([], [4, 8]),
        (["桥" * 11 + "。"], [4, 8]),
        (["桥" * 40 + "，路。"], []),
    ],
)
def test_how_much_may_stand_beside_a_second_copy(own, removed):
    chosen = selection(*LONG[:3], OTHER, "返回", *LONG[:3], OTHER, *own)
    for place in range(5, 8):
        chosen.remove(place, REPEATED)
    chosen.removed.append(Removed(Block("paragraph", (Span(LONG[3]),)), "byline", 1))
    cut_second_copy(chosen, TITLE)
    assert [each.index for each in chosen.removed[4:]] == removed + [9] * bool(own and removed)


def test_what_counts_as_said_again_and_as_beside_it():
    # Paragraphs of twenty letters; what stands beside them is a sixth of the text above, and no more.
    for lines, frame, removed in [
        ([LONG[at][-21:] for at in (1, 2, 3)], "首页", [3, 7]),
        ([LONG[at][-20:] for at in (1, 2, 3)], "首页", []),
        ([sign * 43 + "。" for sign in "桥路河"], "船" * 27 + "。", [3, 7]),
        ([sign * 43 + "。" for sign in "桥路河"], "船" * 28 + "。", []),
    ]:
        chosen = selection(*lines, frame, *lines, "尾")
        for place in range(4, 7):
            chosen.remove(place, REPEATED)
        cut_second_copy(chosen, TITLE)
        assert [each.index for each in chosen.removed[3:]] == removed, (lines, frame)


def test_two_repeated_paragraphs_are_no_second_copy():
    chosen = selection("首页", *LONG[:3], "返回", "尾")
    chosen.removed += [
        Removed(Block("paragraph", (Span(text),)), REPEATED, 10 + at) for at, text in enumerate(LONG[:2])
    ]
    cut_second_copy(chosen, TITLE)
    assert len(chosen.removed) == 2


def of(hint, text, bold=False):
    return Block("paragraph", (Span(text, bold=bold),), hint=hint)


HEAD = Block("heading", (Span("另一节的题目"),), level=2)


@pytest.mark.parametrize(
    ("lines", "removed"),
    [
        # Far from the first the text says it again on purpose; under the next head it was pasted twice.
        ([NEVER, *MATTER[:7], HEAD, NEVER, *MATTER[7:]], []),
        ([MATTER[0], NEVER, MATTER[1], HEAD, NEVER, *MATTER[2:]], [4]),
        ([NEVER, *MATTER[:8], NEVER, *MATTER[8:]], []),
        ([NEVER, *MATTER[:7], NEVER, *MATTER[7:]], [8]),
        ([NEVER, *MATTER, *LONG, NEVER, NEVER], [16]),
        # The one in a box goes, whichever stands first.
        ([of("shown\ncaption\n", NEVER), *(of("text\n", line) for line in (*MATTER, NEVER))], [0]),
        ([*(of("text\n", line) for line in (*MATTER, NEVER)), of("shown\ncaption\n", NEVER)], [11]),
        ([of("head\n", NEVER), *(of("text\n", line) for line in (NEVER, *MATTER))], [0]),
        ([of("page\nshown\n", NEVER), *(of("page\nin\n", line) for line in (*MATTER, NEVER))], [0]),
        (
            [of(f"{box}\n", line) for line in (ONE, TWO, THREE) for box in ("shown", "text")]
            + [of("text\n", f"{at}{line}") for at, line in enumerate(MATTER * 3)],
            [0, 2, 4],
        ),
        # Of several in a row that are said again the last go, so that none stands apart from its neighbours.
        (
            [*(of("head\n", line) for line in (ONE, TWO)), *(of("text\n", line) for line in (*MATTER, ONE, TWO))],
            [12, 13],
        ),
        # Its own class is no box.
        ([of("text\nlead", NEVER), *(of("text\n", line) for line in (*MATTER, NEVER))], []),
        # Steps that another section needs, too; in a box of their own they are a copy.
        ([*LONG[:3], *MATTER, HEAD, *LONG[:3]], []),
        (
            [*(of("text\n", line) for line in (*LONG[:3], *MATTER)), *(of("phone\n", line) for line in LONG[:3])],
            [13, 14, 15],
        ),
    ],
)
def test_what_a_text_says_again_stays_and_a_box_does_not(lines, removed):
    chosen = selection(*lines)
    cut_repeats(chosen, TITLE)
    assert sorted(out(chosen)) == [(index, REPEATED) for index in removed]


def test_paragraphs_said_again_in_a_row_are_a_copy_where_lines_have_no_boxes():
    for lines, copy, removed in [
        ([ONE, TWO, *MATTER * 2, ONE, TWO], True, [22, 23]),
        ([ONE, TWO, *MATTER * 2, ONE, TWO], False, []),
        ([ONE, TWO, *MATTER * 2, ONE, SHORT, TWO], True, []),
        ([ONE, SHORT, TWO, *MATTER * 2, ONE, TWO], True, []),
        ([ONE, *MATTER * 2, ONE], True, []),
    ]:
        chosen = selection(*(f"{at}{each}" if each in MATTER else each for at, each in enumerate(lines)), copy=copy)
        cut_repeats(chosen, TITLE)
        assert sorted(out(chosen)) == [(index, REPEATED) for index in removed], lines


def test_lines_that_say_nothing_but_the_authors_go():
    text = MATTER
    for line, names, is_sure, removed in [
        ("王小石", ("王小石",), True, True),
        ("王小石", ("王小石",), False, True),
        ("王小石", ("李大河",), True, False),
        ("王 小石、李大河", ("王小石", "李大河"), True, True),
        ("王小石、李大河", ("王小石",), True, False),
        ("王小石", (), True, False),
        # With what they did.
        ("本报记者 王小石 通讯员 李大河", ("王小石", "李大河"), True, True),
        ("文/王小石", ("王小石",), True, True),
        ("BY: Wang Xiaoshi", ("Wang Xiaoshi",), True, True),
        ("记者", ("王小石",), True, False),
        ("王小石的收音机", ("王小石",), True, False),
        # The longer name first, of which the shorter is a part.
        ("李欧阳", ("欧阳", "李欧阳"), True, True),
        # A heading stays.
        (Block("heading", (Span("王小石"),), level=2), ("王小石",), True, False),
    ]:
        chosen = selection(line, *text)
        remove_bylines(chosen, names, is_sure)
        assert out(chosen) == [(0, "byline")] * removed, (line, names, is_sure)


def test_bylines_stand_at_the_edges_of_a_text():
    for length, place, removed in [(10, 0, True), (10, 3, True), (10, 4, False), (10, 5, False), (10, 6, True)]:
        chosen = selection(*MATTER[:place], "王小石", *MATTER[place + 1 : length])
        remove_bylines(chosen, ("王小石",), True)
        assert out(chosen) == [(place, "byline")] * removed, place
    chosen = selection(*MATTER[:4], "王小石")
    remove_bylines(chosen, ("王小石",), True)
    assert out(chosen) == [(4, "byline")]


def test_a_name_that_is_not_sure_may_be_a_heading_that_has_its_like():
    byline = "本报首席记者王小石 通讯员李大河"
    for line, other, removed in [
        ("王小石", "江" * 12, False),
        ("王小石", "江" * 13, True),
        ("王小石", "他没有来。", True),
        ("王小石", MATTER[9], True),
        # A line too long for a heading.
        (byline, MATTER[9], True),
        (byline, "江边", False),
    ]:
        chosen = selection(line, *MATTER[:3], other, *MATTER[3:9])
        remove_bylines(chosen, ("王小石", "李大河"), False)
        assert out(chosen) == [(0, "byline")] * removed, (line, other)
