"""Lines that open with a number, and lines that stand alone without heading anything: rule by rule, value by value."""

import pytest

from convert.clean.headings.captions import LONGEST, are_captions, below_pictures, says_caption, usual_gap
from convert.clean.headings.header import without_subtitle
from convert.clean.headings.line import HEADING_MOST, may_head, unless_told
from convert.clean.headings.marking import levelled, with_quotes
from convert.clean.headings.numbers import counted_end, goes_on, is_bare_number, numeral, order, spaced_number
from convert.clean.pictures import is_picture_between
from convert.clean.selection import Selection
from convert.page import Block, Removed, Span
from convert.text.numerals import number


def line(text, kind="paragraph", **more):
    return Block(kind, (Span(text),), **more)


PICTURE = Block("image", (Span("桥", image="a.png"),))

# A line, the number that it opens with and of which kind, and whether it is nothing else.
NUMBERED = [
    ("1、修桥", 1, "digits", False),
    (" 12. 修桥", 12, "digits", False),
    ("第3章 修桥", 3, "digits", False),
    ("第 3 部分", 3, "digits", True),
    ("一、修桥", 1, "hanzi", False),
    ("十、修桥", 10, "hanzi", False),
    ("十二、修桥", 12, "hanzi", False),
    ("二十、修桥", 20, "hanzi", False),
    ("二十三、修桥", 23, "hanzi", False),
    ("二三、修桥", 23, "hanzi", False),
    ("PART 04 修桥", 4, "part", False),
    ("第3部分 修桥", 3, "digits", False),
    ("十分钟", 0, "", False),
    ("一部老电影", 0, "", False),
    ("三节车厢", 0, "", False),
    ("修桥1、", 0, "", False),
    ("100、修桥", 0, "", False),
    ("1修桥", 0, "", False),
    ("", 0, "", False),
    ("01", 1, "digits", True),
    (" 三、 ", 3, "hanzi", True),
    ("第四节", 0, "", True),
    ("part 2.", 2, "part", True),
    ("2024", 0, "", False),
]


@pytest.mark.parametrize(("text", "number", "kind", "bare"), NUMBERED, ids=[each[0] for each in NUMBERED])
def test_the_number_that_a_line_opens_with(text, number, kind, bare):
    assert (order(line(text)), numeral(line(text)), is_bare_number(line(text))) == (number, kind, bare)
    assert is_bare_number(line(text, "heading")) is bare and not is_bare_number(line(text, "item"))


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("九百九十九", 999),
        ("一百零五", 105),
        ("百一十", 110),
        ("三百", 300),
        ("〇", 0),
        ("", 0),
        ("二〇二二", 2022),
        ("二零○五", 2005),
        ("十", 10),
        ("四十", 40),
    ],
)
def test_numerals_as_numbers(numeral, value):
    assert number(numeral) == value


@pytest.mark.parametrize("counted", range(1, 100))
def test_a_number_in_chinese_is_read_as_it_counts(counted):
    tens, ones = divmod(counted, 10)
    written = f"{'' if tens < 2 else '〇一二三四五六七八九'[tens]}{'十' * (tens > 0)}{'〇一二三四五六七八九'[ones] * (ones > 0)}"
    assert order(line(f"{written}、桥")) == counted


@pytest.mark.parametrize(
    ("texts", "place", "goes"),
    [
        (["1、甲", "2、乙"], 1, True),
        (["1、甲", "2、乙"], 0, False),
        (["1、甲", "3、乙"], 1, False),
        (["2、甲", "1、乙"], 1, False),
        (["甲", "1、乙"], 1, False),
        (["1、甲", "乙", "2、丙"], 2, False),
        (["2、乙", "甲", "1、乙"], 0, False),
    ],
)
def test_the_next_item_of_a_numbered_list(texts, place, goes):
    assert goes_on([(9 + at, line(text)) for at, text in enumerate(texts)], place) is goes


RULE = "▫ 你在渠边写下的话只代表你自己，不代表本站立场。"
OTHERS = ["▫ 渠水是大家的，谁也不要把它堵住。", "▫ 闸门晚上要关好，早上再打开。", "▫ 不要往渠里倒水"]


@pytest.mark.parametrize(
    "texts, place, goes",
    [
        ([*OTHERS, RULE], 3, True),
        ([*OTHERS[:1], RULE, *OTHERS[1:]], 1, True),
        ([*OTHERS, RULE, RULE], 4, True),
        # Two other lines are no list; nor are three calls; nor is a line apart from it, or with another mark.
        ([*OTHERS[1:], RULE], 2, False),
        (["▫ 洗手", "▫ 关门", OTHERS[0], RULE], 3, False),
        ([*OTHERS, "渠边的人家", RULE], 4, False),
        ([*OTHERS, RULE.replace("▫", "•")], 3, False),
        ([text.replace("▫", "★") for text in (*OTHERS, RULE)], 3, False),
    ],
)
def test_a_line_of_a_list_that_the_writer_marked_is_no_call(texts, place, goes):
    assert goes_on([(9 + at, line(text)) for at, text in enumerate(texts)], place) is goes


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (line("01从桥上过"), "01 从桥上过"),
        (line("12《桥》", "heading"), "12 《桥》"),
        (line("01从桥上过", "item"), "01从桥上过"),
        (line("01从桥上过了"), "01从桥上过了"),
        (line("20从桥上过"), "20从桥上过"),
        (line("01 从桥上"), "01 从桥上"),
        (line("从01桥上过"), "从01桥上过"),
        (Block("paragraph", (Span("桥边", image="a.png"), Span("01从桥"))), "01从桥"),
    ],
)
def test_a_number_that_touches_its_heading_is_set_apart(block, text):
    assert spaced_number(block, 6).text == text


def test_levels_of_headings_are_kept_in_order_from_two_and_none_is_skipped():
    blocks = [(at, line("桥", "heading", level=level)) for at, level in enumerate((4, 1, 6, 4, 5, 3, 2))]
    blocks.insert(2, (7, line("路", "item", level=3)))
    assert [(at, block.kind, block.level) for at, block in levelled(blocks)] == [
        (0, "heading", 5),
        (1, "heading", 2),
        (7, "item", 3),
        (2, "heading", 6),
        (3, "heading", 5),
        (4, "heading", 6),
        (5, "heading", 4),
        (6, "heading", 3),
    ]


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        (line("桥要修，路要修。 ", "heading", level=3), "paragraph"),
        (line("桥要修，路要修。”", "heading", level=3), "paragraph"),
        (line("桥要，路要修。", "heading", level=3), "heading"),
        (line("桥要修，路要修", "heading", level=3), "heading"),
        (line("桥要修路要修的。", "heading", level=3), "heading"),
        (line("桥要修，路要修。", "item", level=3), "item"),
    ],
)
def test_whole_sentences_longer_than_a_heading_are_none(block, kind):
    told = unless_told(block, 7)
    assert (told.kind, told.level, told.text) == (kind, 0 if kind == "paragraph" else 3, block.text)


def test_what_stands_right_below_pictures():
    blocks = [(3, PICTURE), (4, line("图一")), (6, line("桥")), (7, PICTURE), (8, PICTURE), (9, line("图二"))]
    assert below_pictures(blocks) == {4, 9}
    assert are_captions(blocks, {4, 9, 6}) and not are_captions(blocks, {4, 6})
    many = [pair for at in range(0, 20, 2) for pair in ((at, PICTURE), (at + 1, line("图")))]
    assert are_captions(many, {1, 3, 5, 7, 9, 11, 13, 15}) and not are_captions(many, {1, 3, 5, 7, 9, 11, 13})
    assert not are_captions(blocks[1:3], {4})


def test_how_far_apart_the_paragraphs_of_a_copy_are():
    def at(*lines):
        return [(number, line("桥", line=each)) for number, each in enumerate(lines)]

    assert [usual_gap(at(*lines)) for lines in ((1, 3, 5, 8), (1, 3, 5), (1, 4, 5, 6), (1,), ())] == [2, 0, 1, 0, 0]


def selection(*blocks, copy=False, removed=()):
    return Selection(dict(enumerate(blocks)), copy, [Removed(line("x"), reason, index) for reason, index in removed])


def test_a_picture_between_two_blocks():
    between = selection(line("桥"), PICTURE, line("路"))
    assert is_picture_between(between, 0, 2) and not is_picture_between(between, 2, 2)
    spread = [line("桥", line=1), line("路", line=3), line("河", line=5), line("山", line=9), line("图：海", line=11)]
    assert [is_picture_between(selection(*spread, copy=True), at, at + 1) for at in range(4)] == [
        False,
        False,
        True,
        True,
    ]
    assert not is_picture_between(selection(*spread), 2, 3)
    close = [line("桥", line=each) for each in (1, 2, 3, 5)]
    assert [is_picture_between(selection(*close, copy=True), at, at + 1) for at in range(3)] == [False, False, True]
    assert is_picture_between(selection(line("桥", line=1), line("图：海", line=3), copy=True), 0, 1)
    even = [line("桥", line=1), line("路", line=3)]
    assert not is_picture_between(selection(*even, copy=True), 0, 1)
    assert not is_picture_between(selection(*even, copy=True), 0, 5)
    assert not is_picture_between(Selection({0: even[0], 2: even[1]}), 0, 2)


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("图为旧桥", True),
        (" 图为旧桥", True),
        ("旧桥（李石摄）", True),
        ("旧桥", False),
        ("图：" + "桥" * (LONGEST - 2), True),
        ("图：" + "桥" * (LONGEST - 1), False),
    ],
)
def test_what_says_of_itself_that_it_is_a_caption(text, caption):
    assert says_caption(line(text)) is caption


PROSE = line("山里的路一直通到海边，没有人走完过它，谁都说它太长了，可是谁也没有想过要修一座桥。")


@pytest.mark.parametrize(
    ("blocks", "removed", "kind"),
    [
        ([line("副题", "heading", level=2), line("甲"), PROSE], [("byline", 1)], "paragraph"),
        ([line("副题", "heading", level=2), line("甲"), PROSE], [("share bar", 1)], "paragraph"),
        ([line("副题", "heading", level=2), line("甲"), PROSE], [("paragraph repeated", 1)], "heading"),
        ([line("副题", "heading", level=2), line("甲"), PROSE], [("byline", 3)], "heading"),
        ([line("副题", "heading", level=2), line("甲"), PROSE], [("byline", 2)], "heading"),
        ([line("副题", "heading", level=2), line("甲")], [("byline", 1)], "heading"),
    ],
)
def test_a_subtitle_above_the_byline_heads_no_section(blocks, removed, kind):
    chosen = selection(*blocks, removed=removed)
    if removed[0][1] == 1:
        del chosen.kept[1]
    told = without_subtitle(chosen.kept, chosen.removed)
    assert [index for index, _ in told] == sorted(chosen.kept)
    assert (told[0][1].kind, told[0][1].level) == (kind, 0 if kind == "paragraph" else 2)
    assert [block for _, block in told[1:]] == [chosen.kept[index] for index, _ in told[1:]]


def test_a_picture_above_the_subtitle_changes_nothing():
    for first, told in (("heading", "paragraph"), ("item", "item")):
        for text in ("副题", PROSE.text):
            chosen = Selection({0: PICTURE, 3: line(text, first, level=2), 6: PROSE})
            chosen.removed.append(Removed(line("甲"), "byline", 5))
            kinds = [(index, block.kind) for index, block in without_subtitle(chosen.kept, chosen.removed)]
            assert kinds == [(0, "image"), (3, told), (6, "paragraph")]
    assert without_subtitle({}, []) == []


@pytest.mark.parametrize(
    ("block", "may"),
    [
        (line("修桥的人"), True),
        (line("修桥的人", "heading"), True),
        (line("修桥的人", "item"), False),
        (line(" "), False),
        (line("桥" * HEADING_MOST), True),
        (line("桥" * (HEADING_MOST + 1)), False),
        (line("修桥的人", inside=1), False),
        (Block("paragraph", (Span("修桥的人"), Span("图", image="a.png"))), False),
        (line("修桥的人。"), False),
        (line("问：修桥的人"), False),
        (line("——修桥的人"), False),
        (line("（修桥的人）"), False),
        (line("（一）"), True),
        (line("关注我们"), False),
        (line("图为修桥的人"), False),
        (line(" 修桥的人。 "), False),
    ],
)
def test_what_may_head_a_section(block, may):
    assert may_head(block) is may


def test_a_heading_of_another_length():
    assert may_head(line("修桥"), 2) and not may_head(line("修桥的"), 2)


def test_quotations_below_two_headings_are_mottos():
    head, motto, text = line("一", "heading", level=2), line("“桥要修”"), line("桥修好了。")
    two = [head, motto, text, head, line(" 「路要修」 "), line("『河』"), text, line("“不是”")]
    kinds = [block.kind for _, block in with_quotes(list(enumerate(two)))]
    assert kinds == ["heading", "quote", "paragraph", "heading", "quote", "paragraph", "paragraph", "paragraph"]
    three = [head, motto, line("“再说”"), text]
    assert [block.kind for _, block in with_quotes(list(enumerate(three)))] == [
        "heading",
        "quote",
        "quote",
        "paragraph",
    ]
    one = list(enumerate([motto, head, motto, text, head, line("“桥", "item"), motto]))
    assert with_quotes(one) == one


@pytest.mark.parametrize(
    ("end", "removed", "found"),
    [
        (1, set(), 6),
        (4, set(), 6),
        # Behind something of the site nothing counts on.
        (1, {3}, 2),
        (1, {0}, 6),
        (0, set(), 6),
        (6, set(), 6),
    ],
)
def test_an_article_ends_with_the_last_of_its_numbered_parts(end, removed, found):
    texts = [(at, line(said)) for at, said in enumerate("1. 桥|路|2. 船|水|3. 山|海|4. 天|1. 云".split("|"))]
    assert counted_end(texts, end, removed) == found


@pytest.mark.parametrize(
    "lines",
    [["桥", "路"], ["桥", "2. 路"], ["1. 桥", "3. 路"], ["1. 桥", "二、路"], ["2. 桥", "1. 路"], ["1. 桥", "路"]],
)
def test_what_counts_on_from_no_part_is_none(lines):
    assert counted_end([(at, line(said)) for at, said in enumerate(lines)], 0, set()) == 0
