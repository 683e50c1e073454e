"""Which lines of a page head sections, each beside one that differs in little: words below a number, pictures below
bold lines, what stands under a heading, and captions whose pictures a copy has lost."""

import pytest

from convert.clean.headings.header import banner
from convert.clean.headings.line import HEADING_MOST, LONGEST_PLAIN
from convert.clean.headings.marking import mark_headings
from convert.clean.selection import Selection
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
    ([bold("桥"), TEXT, PICTURE, bold("路"), TEXT, PICTURE, bold("海"), TEXT, PICTURE], ["桥", "路", "海"]),
    ([bold("桥"), TEXT, bold("路"), TEXT], ["桥", "路"]),
    ([bold("桥"), TEXT, PICTURE, TEXT, bold("路"), TEXT], ["桥", "路"]),
]


@pytest.mark.parametrize(("blocks", "found"), IMAGES)
def test_bold_lines_beside_pictures(blocks, found):
    assert heads(*blocks) == two(*found) and marked(*blocks)[1] == []


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


def test_without_numbers_a_line_that_may_be_said_heads_nothing():
    assert heads(TEXT, TEXT, "总结", TEXT) == []
    assert heads(TEXT, TEXT, "结语", TEXT) == [("结语", 2)]
    assert heads(TEXT, TEXT, "结语") == []


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


def printed(text, level=2):
    return line(text, "heading", level=level)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        # Bold lines beside one printed heading head sections as well, but in a copy.
        ([printed("缘起"), TEXT, bold("桥"), TEXT], ["缘起", "桥"]),
        # Beside two or more they do where they outnumber them,
        ([printed("缘起"), TEXT, printed("后来"), bold("桥"), TEXT, bold("路"), TEXT], ["缘起", "后来"]),
        (
            [printed("缘起"), TEXT, bold("桥"), TEXT, bold("路"), TEXT, printed("后来"), bold("海"), TEXT],
            ["缘起", "桥", "路", "后来", "海"],
        ),
        # and two or more above the first of them.
        (
            [bold("桥"), TEXT, bold("路"), TEXT, printed("缘起"), TEXT, printed("后来"), TEXT],
            ["桥", "路", "缘起", "后来"],
        ),
        ([bold("桥"), TEXT, printed("缘起"), TEXT, printed("后来"), bold("路"), TEXT], ["缘起", "后来"]),
        (
            [
                bold("桥"),
                TEXT,
                bold("山"),
                TEXT,
                printed("缘起"),
                TEXT,
                printed("后来"),
                TEXT,
                printed("今"),
                bold("路"),
                TEXT,
            ],
            ["桥", "山", "缘起", "后来", "今"],
        ),
        # Numbers decide alone.
        ([printed("一、桥"), TEXT, bold("山"), TEXT, printed("二、路"), TEXT], ["一、桥", "二、路"]),
    ],
)
def test_bold_lines_beside_printed_headings(lines, found):
    assert heads(*lines) == two(*found)
    # A copy has lost which of them were set how.
    bold_ones = [each.text for each in lines if isinstance(each, Block)]
    assert heads(*lines, copy=True) == two(*(bold_ones if found != ["一、桥", "二、路"] else found))


def test_a_printed_heading_that_is_bold_too_is_above_itself_nowhere():
    own = Block("heading", (Span("缘起", bold=True),), level=2)
    assert heads(bold("桥"), TEXT, own, TEXT, printed("后来"), TEXT, printed("今"), TEXT) == two("缘起", "后来", "今")


def test_levels_of_printed_headings_stay_beside_lines_that_become_headings():
    lines = [printed("缘起", 3), TEXT, bold("桥"), TEXT]
    assert heads(*lines) == [("缘起", 3), ("桥", 2)]
    own = Block("heading", (Span("一、桥", bold=True),), level=4)
    assert heads(own, TEXT, "二、路", TEXT) == [("一、桥", 3), ("二、路", 2)]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("# 桥", "桥"),
        ("###### 桥", "桥"),
        ("####### 桥", ""),
        ("#桥", ""),
        ("# 桥，", ""),
        ("# bridge", ""),
        (f"# {OPEN[:38]}", OPEN[:38]),
        (f"# {OPEN[:39]}", ""),
        (line("# 桥", "item"), ""),
        (line("# 桥", "quote"), ""),
    ],
)
def test_the_marks_of_a_heading_in_markdown_pasted_into_a_page(text, head):
    blocks = [block for _, block in marked(TEXT, text, TEXT)[0]]
    whole = text if isinstance(text, Block) else line(text)
    assert blocks[1] == (line(head, "heading", level=2) if head else whole)


def test_pasted_headings_keep_their_levels_and_their_styles():
    spans = (Span("## "), Span("桥", bold=True), Span("和路"))
    found = [block for _, block in marked("# 山", TEXT, Block("paragraph", spans), TEXT)[0]]
    assert [(each.text, each.level) for each in (found[0], found[2])] == [("山", 2), ("桥和路", 3)]
    assert [each for each in found[2].spans if each.text] == list(spans[1:])


def test_a_number_that_touches_its_heading_is_set_apart_up_to_the_length_of_one():
    short, long = f"01{OPEN[:38]}", f"01{OPEN[:39]}"
    texts = [block.text for _, block in marked(short, TEXT, long, TEXT)[0]]
    assert texts[::2] == [f"01 {OPEN[:38]}", long]


@pytest.mark.parametrize(
    ("number", "words", "level"),
    [
        ("一", "桥", 2),
        (printed("一", 3), "桥", 3),
        (printed("一", 3), printed("桥", 4), 3),
        ("一", printed("桥", 4), 4),
    ],
)
def test_the_level_of_a_number_goes_before_that_of_its_words(number, words, level):
    second = number.but(spans=(Span("二"),)) if isinstance(number, Block) else "二"
    every = [printed("缘起", level) for level in (1, 2, 3, 4)]
    blocks, _ = marked(number, words, TEXT, second, words, TEXT, *every)
    whole = [(index, block.text, block.kind, block.level) for index, block in blocks if block.text.endswith(" 桥")]
    assert whole == [(7, "一 桥", "heading", level + 1), (16, "二 桥", "heading", level + 1)]


def test_a_number_and_words_below_it_that_are_of_no_series_are_a_paragraph():
    blocks, _ = marked("三", "桥", TEXT, "七", "路", TEXT)
    whole = [(block.text, block.kind, block.level) for _, block in blocks][::2]
    assert whole == [("三 桥", "paragraph", 0), ("七 路", "paragraph", 0)]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        # Of a notice a section may be one short line; most are more.
        (["一、桥", TEXT, "二、路", "东到河边", "三、海", TEXT], ["一、桥", "二、路", "三、海"]),
        (["一、桥", "东到河边", "二、路", TEXT], []),
        (["一、桥", "东到河边", "二、路", TEXT, "三、海", TEXT], ["一、桥", "二、路", "三、海"]),
        (["一、桥", "东到河边", "二、路", "西到山脚", "三、海", TEXT, "四、山", TEXT], []),
        (
            ["一、桥", "东到河边", "二、路", "西到山脚", "三、海", TEXT, "四、山", TEXT, "五、河", TEXT],
            ["一、桥", "二、路", "三、海", "四、山", "五、河"],
        ),
        # Of a list none is, nor where the lines between are counted, too.
        (["1、桥", TEXT, "2、路", "东到河边", "3、海", TEXT], ["1、桥", "2、路"]),
        (["一、桥", TEXT, "二、路", "1、东到河边", "三、海", TEXT], ["一、桥", "二、路"]),
        # Where most lines count on without text between them they are a list.
        (["一、桥", TEXT, "二、路", TEXT, "三、海", "四、山", "五、河", "六、湖"], ["一、桥", "二、路", "三、海"]),
        (["一、桥", TEXT, "二、路", TEXT, "三、海", "四、山", "五、河", "六、湖", "七、田"], []),
    ],
)
def test_numbered_lines_with_little_between_them(lines, found):
    assert heads(*lines) == two(*found)


STACKS = [
    # Two or more on top of each other, once: captions of lost pictures; writers of headings in two lines go on.
    ([TEXT, bold("桥"), bold("路"), TEXT], []),
    ([TEXT, bold("桥"), bold("路"), bold("海"), TEXT], []),
    ([TEXT, bold("桥"), bold("路"), TEXT, bold("海"), bold("山"), TEXT], ["桥", "路", "海", "山"]),
    ([TEXT, bold("桥"), TEXT, bold("路"), TEXT], ["桥", "路"]),
    ([TEXT, bold("桥"), TEXT], ["桥"]),
    ([TEXT, bold("1 桥"), bold("路"), TEXT], ["1 桥", "路"]),
    ([TEXT, bold("桥"), bold("1 路"), TEXT], ["桥", "1 路"]),
    # A bold line above one that is no heading, and a line between that is not bold.
    ([TEXT, bold("桥"), bold("路，"), TEXT], []),
    ([TEXT, bold("桥"), "路", bold("海"), TEXT], ["海"]),
    ([bold("河，"), TEXT, bold("桥"), TEXT], ["桥"]),
]


@pytest.mark.parametrize(("lines", "found"), STACKS)
def test_bold_lines_on_top_of_each_other(lines, found):
    assert heads(*lines) == two(*found)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["【桥】", TEXT, "【路】", TEXT], []),
        (["【老桥】", TEXT, "【山路】", TEXT], ["【老桥】", "【山路】"]),
        ([" ◆ 桥 ", TEXT, "◆路", TEXT], [" ◆ 桥 ", "◆路"]),
        (["◆桥", TEXT, "◇路", TEXT], []),
        (["【老桥】", TEXT, "〔山路〕", TEXT], []),
        (["◆桥", TEXT, "【老桥】", TEXT, "◆路", TEXT], ["◆桥", "◆路"]),
        (["◆桥", TEXT], []),
        # Most of them stand above running text, two at least.
        (["◆桥", TEXT, "◆路", TEXT, "◆海"], ["◆桥", "◆路", "◆海"]),
        (["◆海", "◆桥", TEXT, "◆路", TEXT], ["◆海", "◆桥", "◆路"]),
        (["◆海", "◆山", "◆桥", TEXT, "◆路", TEXT], []),
        (["◆海", "◆山", "◆河", "◆桥", TEXT, "◆路", TEXT, "◆湖", TEXT], []),
        (["◆海", "◆桥", TEXT], []),
        (["◆桥", SHORT, "◆路", SHORT], []),
        (["◆桥", line(TEXT, "quote"), "◆路", TEXT], ["◆桥", "◆路"]),
        (["◆桥", line(TEXT, "item"), "◆路", TEXT], []),
        (["◆桥", TEXT, "◆路，", TEXT], []),
        ([line("◆桥", "item"), TEXT, "◆路", TEXT], []),
    ],
)
def test_lines_that_one_sign_opens_or_brackets_hold(lines, found):
    assert heads(*lines) == two(*found)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([TEXT, "桥", "路", TEXT, "海", "山", TEXT], ["桥", "路", "海", "山"]),
        ([TEXT, "桥", "路", line(TEXT, "quote"), "海", "山", TEXT], ["桥", "路", "海", "山"]),
        ([TEXT, "桥", "路", TEXT], []),
        (["桥", "路", TEXT, "海", "山", TEXT], []),
        ([TEXT, "桥", "路", TEXT, "海", "山"], []),
        ([TEXT, "桥", "路", "河", TEXT, "海", "山", TEXT], []),
        ([TEXT, "桥", "路，", TEXT, "海", "山，", TEXT], []),
        ([TEXT, "桥", MIDDLE, TEXT, "海", MIDDLE, TEXT], []),
        ([TEXT, line("桥", "item"), "路", TEXT, "海", "山", TEXT], []),
        ([SHORT, "桥", "路", TEXT, "海", "山", TEXT], []),
        ([TEXT, "桥", "路", TEXT, "海", "山", SHORT], []),
    ],
)
def test_headings_in_two_lines(lines, found):
    assert heads(*lines) == two(*found)


PLAIN = [
    ([TEXT, "桥", TEXT, "路", TEXT], ["桥", "路"]),
    (["桥", TEXT, "路", TEXT], []),
    ([TEXT, "桥", TEXT], []),
    ([TEXT, "桥", "路", TEXT, "海", TEXT, "山", TEXT], ["海", "山"]),
    # Not below what is no sentence, or announces a list; pictures left out.
    ([TEXT, "桥", TEXT, "山河湖海", "路", TEXT], []),
    ([TEXT, PICTURE, "桥", TEXT, "路", TEXT], ["桥", "路"]),
    ([TEXT[:-1] + "：", "桥", TEXT, TEXT, "路", TEXT], []),
    ([TEXT[:-1] + ": ", "桥", TEXT, TEXT, "路", TEXT], []),
    ([TEXT, "桥", TEXT, "图为桥上的人", "路", TEXT], ["桥", "路"]),
    # Not what calls out (a question among others heads), trails off, is code, is longer, or is no paragraph.
    ([TEXT, "桥！", TEXT, "路？", TEXT, "海", TEXT, "山", TEXT], ["路？", "海", "山"]),
    ([TEXT, "桥……", TEXT, "路——", TEXT, "海", TEXT, "山", TEXT], ["海", "山"]),
    ([TEXT, "x = 1", TEXT, "海", TEXT, "山", TEXT], ["海", "山"]),
    ([TEXT, OPEN[:LONGEST_PLAIN], TEXT, OPEN[: LONGEST_PLAIN + 1], TEXT, "山", TEXT], [OPEN[:LONGEST_PLAIN], "山"]),
    ([TEXT, line("桥", "item"), TEXT, "海", TEXT, "山", TEXT], ["海", "山"]),
    # Of four short lines for each that heads one, and of more.
    ([TEXT, "桥", TEXT, "路", TEXT, *"山河湖海田地"], ["桥", "路"]),
    ([TEXT, "桥", TEXT, "路", TEXT, *"山河湖海田地人"], []),
    # Below two pictures or more, and below most of them: captions.
    ([TEXT, PICTURE, "桥", TEXT, PICTURE, "路", TEXT, "海", TEXT, "山", TEXT], []),
    ([TEXT, PICTURE, TEXT, PICTURE, "路", TEXT, "海", TEXT, PICTURE, TEXT], ["路", "海"]),
    ([TEXT, PICTURE, "桥", TEXT, PICTURE, "路", TEXT, PICTURE, TEXT, "海", TEXT], ["桥", "路", "海"]),
    ([TEXT, PICTURE, "桥", TEXT, PICTURE, "路", TEXT, PICTURE, OPEN, TEXT, "海", TEXT], []),
    (
        [TEXT, PICTURE, "桥", TEXT, PICTURE, "路", TEXT, PICTURE, line(OPEN, "item"), TEXT, "海", TEXT],
        ["桥", "路", "海"],
    ),
]


@pytest.mark.parametrize(("lines", "found"), PLAIN)
def test_plain_lines_that_head_sections(lines, found):
    assert heads(*lines) == two(*found)


PRIZES = ["一等奖 水边的桥", "二等奖 山里的路", "三等奖 夜里的灯"]
ASKED = [each for n in (1, 2, 3) for each in (bold(f"{n}.这一件事要怎样办？"), TEXT)]


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        # Bold lines that go on counting: an answer may be one word.
        ([*ASKED, bold("4.这一件事要怎样办？"), "可以", bold("5.那一件呢？"), TEXT], 5),
        ([*ASKED, line("4.这一件事要怎样办？"), "可以", line("5.那一件呢？"), TEXT], 4),
        # Names of lists that are set as short lines: three, each with two lines in plain letters.
        ([TEXT, bold("照片"), *PRIZES, bold("短片"), *PRIZES, bold("文章"), *PRIZES[:2], bold("别的")], 3),
        ([TEXT, bold("照片"), *PRIZES, bold("短片"), *PRIZES], 0),
        ([TEXT, bold("照片"), *PRIZES, bold("短片"), *PRIZES, bold("文章"), PRIZES[0]], 0),
        ([TEXT, *PRIZES, *PRIZES, *PRIZES], 0),
        # Above a picture one bold line heads what is below it; among pictures with captions it is one of these.
        ([TEXT, bold("桥边的人"), PICTURE, PICTURE, PRIZES[0]], 1),
        ([TEXT, *[PICTURE, PRIZES[0]] * 5, TEXT, bold("桥边的人"), PICTURE, PICTURE], 0),
        ([TEXT, *[PICTURE, PRIZES[0]] * 5, TEXT, bold("桥边的人"), PICTURE, TEXT], 1),
    ],
)
def test_bold_lines_in_a_series_and_alone(blocks, found):
    assert len(heads(*blocks)) == found


def at_level(text, level):
    return line(text, "heading", level=level)


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        (["要用的东西", "做的办法"], [(text, 4) for text in ("要用的东西", "做的办法")] * 2),
        # A value behind its label is no heading, however often it is said.
        (["用时：一个下午", "语言：英语"], []),
    ],
)
def test_bold_lines_that_say_the_same_below_several_printed_headings(parts, found):
    blocks = [at_level("桥", 2), at_level("木桥", 3), *(each for part in parts for each in (bold(part), TEXT))]
    blocks += [at_level("石桥", 3), *(each for part in parts for each in (bold(part), TEXT)), bold("只说一次"), TEXT]
    blocks += [at_level("路", 2), TEXT, at_level("土路", 3), TEXT, at_level("铁路", 3), TEXT, at_level("水路", 3), TEXT]
    said = [each for each in heads(*blocks) if each[0] in (*parts, "只说一次")]
    assert said == found


def test_parts_that_each_section_has_are_headings_whatever_stands_below_them():
    short = [bold("要用的东西 [1]"), "两根木头", "一捆绳子", "十个钉子"]
    blocks = [at_level("桥", 2), at_level("木桥", 3), bold("要用的东西"), TEXT, at_level("石桥", 3), *short]
    blocks += [at_level("路", 2), TEXT, at_level("水路", 3), TEXT]
    found = [each for each in heads(*blocks) if each[0].startswith("要用")]
    assert found == [("要用的东西", 4), ("要用的东西 [1]", 4)]
    lists = [each for each in blocks if each is not TEXT]
    assert [each for each in heads(*lists) if each[0].startswith("要用")] == []


@pytest.mark.parametrize(
    ("first", "site", "stays"),
    [
        (at_level("江边植物 养花", 2), "江边植物", False),
        (at_level("江边植物", 2), "江边植物", True),
        (at_level("江边植物园", 2), "江边植物", True),
        (at_level("江边植物 今年春天都开了些什么花", 2), "江边植物", True),
        (at_level("江边植物 养花", 2), "", True),
        (line("江边植物 养花"), "江边植物", True),
    ],
)
def test_the_banner_of_a_site_above_the_text(first, site, stays):
    selection = Selection(dict(enumerate([PICTURE, first, at_level("江边植物 浇水", 3), line(TEXT)])))
    assert banner(selection.kept, site) == (-1 if stays else 1)


@pytest.mark.parametrize("mark", ["，", ",", "、", "："])
def test_a_section_behind_a_chinese_numeral_may_close_in_a_colon(mark):
    assert heads(f"一{mark}桥", TEXT, f"二{mark}路：", TEXT, f"三{mark}船（在岸上的）：", TEXT) == two(
        f"一{mark}桥", f"二{mark}路：", f"三{mark}船（在岸上的）："
    )
    assert heads("1、桥：", TEXT, "2、路：", TEXT) == []


def test_a_list_of_what_the_sections_are_about_is_none_of_them():
    listed = ["1、桥和修桥的人", "2、路", "3、船"]
    assert heads(TEXT, *listed, TEXT, "1、桥", TEXT, "2、路", TEXT, "3、船", TEXT) == two("1、桥", "2、路", "3、船")


def test_what_a_program_prints_is_neither_verse_nor_a_head():
    printed = ["VG Size 3.91 GB", "PE Size 4 MB", "Cur LV 1", "Max PV 256", "Open LV 0"] * 3
    assert heads(TEXT, "桥", TEXT, *printed, TEXT, "路", TEXT) == two("桥", "路")
    assert heads(TEXT, "桥", TEXT, *["河上的桥", "山里的路"] * 8, TEXT, "路", TEXT) == []


@pytest.mark.parametrize("number", ["清单 3. ", "图 1. ", "表 2-1 ", "代码清单 12："])
def test_what_listings_are_called_in_bold_heads_nothing(number):
    assert heads(TEXT, "桥", TEXT, bold(f"{number}修桥"), TEXT, "路", TEXT, bold(f"{number}修路"), TEXT) == two(
        "桥", "路"
    )
