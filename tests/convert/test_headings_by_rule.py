"""Which lines of a page head sections, each beside one that differs in little: words below a number, pictures below
bold lines, what stands under a heading, and captions whose pictures a copy has lost."""

import pytest

from convert.clean.captions import HEADING_MOST
from convert.clean.headings import mark_headings
from convert.page import Block, Span

TEXT = "河上的桥是谁修的，已经没有人记得；过桥的人照旧过桥，不问它是哪一年立起来的，也不问是谁。"
SHORT = "他说得不多。"
OPEN = "山里的路一直通到海边没有人走完过它" * 3
PICTURE = Block("image", (Span("桥", image="a.png"),))
# Longer than a heading without bold or a number may be, not longer than any.
MIDDLE = "山里的路一直通到海边没有人走完过它" * 2


def line(text, kind="paragraph", **more):
    return Block(kind, (Span(text),), **more)


def bold(text):
    return Block("paragraph", (Span(text, bold=True),))


def marked(*lines, copy=False):
    """The blocks after it, and what was removed; of other numbers than their places."""
    blocks = [(7 + 3 * at, line(each) if isinstance(each, str) else each) for at, each in enumerate(lines)]
    return mark_headings(blocks, copy)


def heads(*lines, copy=False):
    return [(block.text, block.level) for _, block in marked(*lines, copy=copy)[0] if block.kind == "heading"]


def two(*texts):
    return [(text, 2) for text in texts]


@pytest.mark.parametrize(
    ("below_one", "below_two", "whole"),
    [
        (["桥", TEXT], ["路", TEXT], True),
        (["桥", SHORT], ["路", SHORT], True),
        (["桥", PICTURE, TEXT], ["路", PICTURE, TEXT], True),
        (["桥", "和路", TEXT], ["海", "和山", TEXT], True),
        # The last line of a page is nobody's heading.
        (["桥", TEXT], ["路"], False),
        (["桥", TEXT], ["路", "和海"], False),
        (["桥", TEXT], ["路", "和海", PICTURE], False),
        (["桥", TEXT], ["路", "和海", "和山"], False),
        # Words that are none of a heading, in the first or in the second line.
        ([MIDDLE, TEXT], [MIDDLE, TEXT], False),
        (["桥，", TEXT], ["路，", TEXT], False),
        (["桥", MIDDLE, TEXT], ["路", MIDDLE, TEXT], False),
        (["桥", "和路，", TEXT], ["海", "和山，", TEXT], False),
        (["桥", "和", "路", TEXT], ["海", "和", "山", TEXT], False),
        # A line with a number of its own is an item under it.
        (["1 桥", TEXT], ["1 路", TEXT], False),
        (["桥", "7 路", TEXT], ["海", "8 山", TEXT], False),
        (["桥", TEXT, SHORT], ["路，", SHORT, SHORT], False),
    ],
)
def test_words_below_a_number_on_its_own_line(below_one, below_two, whole):
    found = two(f"一 {below_one[0]}", f"二 {below_two[0]}") if whole else two("一", "二")
    assert heads(TEXT, "一", *below_one, TEXT, "二", *below_two) == found


@pytest.mark.parametrize(
    ("number", "words", "head"),
    [
        (line("一、"), line("桥"), Block("heading", (Span("一、"), Span(""), Span("桥")), level=2)),
        (line("一、 "), line("桥"), Block("heading", (Span("一、 "), Span(""), Span("桥")), level=2)),
        (line("1"), bold("桥"), Block("heading", (Span("1"), Span(" "), Span("桥", bold=True)), level=2)),
        (
            bold("1"),
            bold("桥"),
            Block("heading", (Span("1", bold=True), Span(" ", bold=True), Span("桥", bold=True)), level=2),
        ),
    ],
)
def test_a_number_and_its_words_become_one_line(number, words, head):
    second = number.but(spans=(number.spans[0].saying(number.text.replace("1", "2").replace("一", "二")),))
    found = [block for _, block in marked(number, words, TEXT, second, words, TEXT)[0] if block.kind == "heading"]
    assert found[0] == head and len(found) == 2


IMAGES = [
    # Each of the lines has a picture above it, but for the first: a picture ends each section.
    ([bold("桥"), TEXT, PICTURE, bold("路"), TEXT, PICTURE], ["桥", "路"]),
    ([bold("桥"), TEXT, PICTURE, bold("路"), TEXT, PICTURE, bold("海"), TEXT], ["桥"]),
    ([PICTURE, bold("桥"), TEXT, bold("路"), TEXT, PICTURE, bold("海"), TEXT, PICTURE], ["路"]),
    ([TEXT, PICTURE, bold("桥"), TEXT, PICTURE, bold("路"), TEXT, PICTURE, TEXT], ["桥", "路"]),
    ([TEXT, PICTURE, bold("桥"), TEXT, PICTURE, bold("路"), TEXT], []),
    ([bold("桥"), TEXT, bold("路"), TEXT], ["桥", "路"]),
    ([bold("桥"), TEXT, PICTURE, TEXT, bold("路"), TEXT], ["桥", "路"]),
]


@pytest.mark.parametrize(("blocks", "found"), IMAGES)
def test_bold_lines_beside_pictures(blocks, found):
    assert heads(*blocks) == two(*found)


# What stands below a line, and whether a section opens there.
BELOW = [
    ([TEXT], True),
    ([SHORT], True),
    ([OPEN[: HEADING_MOST + 1]], True),
    ([OPEN[:HEADING_MOST]], False),
    ([line("桥", "item")], True),
    ([line("桥", "quote")], True),
    ([line("桥", "table")], True),
    ([line("桥", "caption")], False),
    ([line("桥", "heading", level=2)], False),
    ([], False),
]


@pytest.mark.parametrize(("below", "opens"), [*BELOW, ([PICTURE], True)])
def test_what_stands_under_a_bold_line_that_heads_a_section(below, opens):
    assert (("路", 2) in heads(TEXT, bold("桥"), TEXT, bold("路"), *below)) is opens


@pytest.mark.parametrize(
    ("below", "opens"), [*BELOW, ([PICTURE], False), *(([PICTURE, PICTURE, *below], opens) for below, opens in BELOW)]
)
def test_what_stands_under_a_plain_line_that_heads_a_section_pictures_left_out(below, opens):
    found = heads(TEXT, "桥", TEXT, "路", TEXT, "海", *below)
    assert (("海", 2) in found) is opens and ("桥", 2) in found


NUMBERED = ["一、桥", TEXT, "二、路", TEXT]


@pytest.mark.parametrize(
    ("last", "found"),
    [
        ("结语", [("结语", 2)]),
        (line(" 写在最后： "), [(" 写在最后： ", 2)]),
        ("结语和谢意", []),
        (line("结语", "item"), []),
        (line("结语", "quote"), []),
        (line("结语", "heading", level=3), [("结语", 3)]),
    ],
)
def test_the_closing_of_a_numbered_article_is_a_heading_too(last, found):
    assert heads(*NUMBERED, last, TEXT) == [*two("一、桥", "二、路"), *found]


def test_without_numbers_a_closing_line_heads_nothing():
    assert heads(TEXT, TEXT, "结语", TEXT) == []


def spaced(*lines):
    """Lines of a copy, each with how many lines it stands below the one above."""
    placed, at = [], 0
    for each, gap in lines:
        at += gap
        placed.append((each if isinstance(each, Block) else line(each)).but(line=at))
    return placed


def lost(*lines, copy=True):
    return [(each.block.text, each.reason, each.index) for each in marked(*lines, copy=copy)[1]]


@pytest.mark.parametrize(
    ("lines", "taken"),
    [
        ([*NUMBERED, "桥上的人", TEXT], True),
        # Not right below running text, or not above any: above a list, at the end.
        ([*NUMBERED, SHORT, "桥上的人", TEXT], False),
        ([*NUMBERED, "桥上的人", line(TEXT, "item")], False),
        ([*NUMBERED, "桥上的人"], False),
        ([*NUMBERED, line(TEXT, "quote"), "桥上的人", TEXT], True),
        ([*NUMBERED, line(TEXT, "item"), "桥上的人", TEXT], False),
        # What no caption is: a sentence, what somebody asks or says, a smaller section, another kind of block.
        ([*NUMBERED, "桥上的人。", TEXT], False),
        ([*NUMBERED, "桥上有人？", TEXT], False),
        ([*NUMBERED, " 桥上有人？ ", TEXT], False),
        ([*NUMBERED, "1.1 桥上", TEXT], False),
        ([*NUMBERED, " 1.1 桥上", TEXT], False),
        ([*NUMBERED, line("桥上的人", "item"), TEXT], False),
        ([*NUMBERED, line("桥上的人", "heading", level=2), TEXT], False),
    ],
)
def test_a_line_between_paragraphs_of_a_numbered_copy_is_a_caption(lines, taken):
    at = 7 + 3 * lines.index("桥上的人") if taken else 0
    assert lost(*lines) == ([("桥上的人", "caption of a lost picture", at)] if taken else [])
    assert lost(*lines, copy=False) == []
    assert len(marked(*lines, copy=True)[0]) == len(lines) - taken


def test_the_first_line_of_a_copy_is_no_caption_whatever_closes_the_copy():
    assert lost("桥上的人", TEXT, *NUMBERED) == []
    assert lost(TEXT, "桥上的人", TEXT, *NUMBERED) == [("桥上的人", "caption of a lost picture", 10)]


@pytest.mark.parametrize(
    ("gaps", "taken"), [((2, 2), False), ((3, 2), True), ((2, 3), False), ((1, 2), False), ((1, 9), False)]
)
def test_a_caption_stands_further_below_a_paragraph_than_paragraphs_do(gaps, taken):
    above, below = gaps
    copy = spaced(
        *((each, 2) for each in NUMBERED), (TEXT, 5), (TEXT, 1), ("桥上的人", above), (TEXT, below), (TEXT, 2)
    )
    assert [text for text, _, _ in lost(*copy)] == (["桥上的人"] if taken else [])


def test_where_all_lines_of_a_copy_follow_each_other_alike_no_gap_tells_of_a_picture():
    assert [text for text, _, _ in lost(*spaced(*((each, 2) for each in [*NUMBERED, "桥上的人", TEXT])))] == [
        "桥上的人"
    ]
