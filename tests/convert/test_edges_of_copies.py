"""What stands above and below the text of a copy, told by the shape of its lines, each beside what stays."""

import pytest

from convert.clean.edges import cut_edges
from convert.clean.selection import TITLE_REASON, Selection, shape
from convert.page import Block, Removed, Span

# Running paragraphs of 42 characters.
TEXT = [
    "河上的桥是谁修的已经没有人记得，过桥的人照旧过桥，不问它是哪一年立起来的也不问是谁。",
    "第一回修的时候木头从上游放下来，漂了三天三夜，到村口只剩一半，剩下的一半还是湿漉的。",
    "第二回换了石头，石匠就住在祠堂里，每天早上先磨一遍凿子，再去河滩上挑昨天看中的一块。",
    "第三回谁也没有出力，县里来了一台机器，半天就把桥面铺平了，大家站在两边看没有人说话。",
]
TITLE = ("村口的老桥", TITLE_REASON)
DAY = ("2021-03-04", "date or counter")
SHARE = ("分享到微博", "share bar")
END = ("（完）", "end mark")
# Names of accounts: longer than the words of a menu, as long as a button may be.
NAMES = ["河谷周报的旧账号甲乙丙", "河谷周报的旧账号乙", "河谷周报的旧账号丙", "河谷周报的旧账号丁"]
LONG = [
    "山里的路一直通到海边没有人走完",
    "河上的船一直开到海边没有人下来",
    "桥下的水一直流到海边没有人看见",
    "天上的云一直飘到海边没有人抬头",
]
WORDS = ["桥梁", "河流", "旧事", "往来"]


def line(text, kind="paragraph", **more):
    return Block(kind, (Span(text),), **more)


def table(*cells):
    return Block("table", rows=(tuple((Span(cell[:1]), Span(cell[1:])) for cell in cells),))


def cut(*lines, title="村口的老桥"):
    """The places that are cut; what is out already is given as (text, reason)."""
    blocks = {}
    gone = []
    for at, each in enumerate(lines):
        if isinstance(each, tuple):
            gone.append(Removed(line(each[0]), each[1], at))
        else:
            blocks[at] = each if isinstance(each, Block) else line(each)
    chosen = Selection(blocks, True, list(gone))
    cut_edges(chosen, title)
    return [(each.index, each.reason) for each in chosen.removed[len(gone) :]]


ABOVE = [
    # The name of an account or a button beside a byline, up to three lines below it.
    ([TITLE, NAMES[0], DAY, *TEXT], [1]),
    ([TITLE, NAMES[0], *TEXT], []),
    ([TITLE, DAY, *NAMES, *TEXT], [2, 3, 4]),
    ([TITLE, DAY, NAMES[0][:11] + "丁", *TEXT], [2]),
    ([TITLE, DAY, NAMES[0][:11] + "丁戊", *TEXT], []),
    ([NAMES[0], TITLE, DAY, *TEXT], [0]),
    ([DAY, TITLE, NAMES[0], *TEXT], []),
    ([TITLE, DAY, NAMES[0]], []),
    ([TITLE, DAY, TEXT[0], NAMES[0], *TEXT[1:]], []),
    # What a text may begin with: a sentence, a head, clauses, a number and what stands below one.
    ([TITLE, DAY, "他又来了。", *TEXT], []),
    ([TITLE, DAY, "他来了。", *TEXT], [2]),
    ([line("老桥", "heading"), TITLE, DAY, *TEXT], []),
    (["山里的路一直通到海边 2021年3月4日", NAMES[0]], []),
    ([], []),
    ([TITLE, DAY, line("老桥", "heading"), *TEXT], []),
    ([TITLE, DAY, "老桥，新桥", *TEXT], []),
    *(([TITLE, DAY, number, *TEXT], []) for number in ("1 桥", "01", "一、桥", "第一回")),
    *(([TITLE, DAY, number, *TEXT], [2]) for number in ("2 桥", "02", "二、桥", "11 桥")),
    ([TITLE, DAY, "二", "老桥", *TEXT], [2]),
    # A byline by its look is out, whatever stands beside it: a day, a time of the day, no letters.
    ([TITLE, "山里的路一直通到海边 2021年3月4日", *TEXT], [1]),
    ([TITLE, "山里的路一直通到海边没有人 12:30", *TEXT], [1]),
    ([TITLE, "——————————————", *TEXT], [1]),
    ([TITLE, "山" * 90 + " 2021年3月4日", *TEXT], [1]),
    ([TITLE, "山" * 91 + " 2021年3月4日", *TEXT], []),
    ([TITLE, NAMES[0], "山里的路一直通到海边 2021年3月4日", NAMES[1], *TEXT], [1, 2, 3]),
    # Days that stand three times in one shape head the parts of a diary.
    ([TITLE, "2021-03-04 晴", TEXT[0], "2021-03-05 晴", TEXT[1], "2021-03-06 雨", *TEXT[2:]], []),
    ([TITLE, "2021-03-04 晴", TEXT[0], "2021-03-05 晴", *TEXT[1:]], [1]),
    # Behind four longer lines the text has begun.
    ([TITLE, *LONG[:3], DAY, NAMES[0], *TEXT], [5]),
    ([TITLE, *LONG[:3], "一二三四五六七八九十百千", DAY, NAMES[0], *TEXT], [4, 6]),
    ([TITLE, *LONG, DAY, NAMES[0], *TEXT], []),
    ([TITLE, *LONG[:3], "山里的路一直通到海边 2021年3月4日", LONG[3], DAY, NAMES[0], *TEXT], [4, 7]),
    # What the page says three times is a tag.
    ([TITLE, LONG[0], *TEXT, LONG[0], LONG[0]], [1]),
    ([TITLE, LONG[0], *TEXT, LONG[0]], []),
    # Four words of a menu on end, what is out between them left out.
    ([TITLE, *WORDS, *TEXT], [1, 2, 3, 4]),
    ([TITLE, *WORDS[:3], *TEXT], []),
    ([TITLE, *WORDS, "一二三四五六七八九十百千", *TEXT], [1, 2, 3, 4, 5]),
    ([TITLE, LONG[0], *WORDS, *TEXT], [2, 3, 4, 5]),
    ([TITLE, *WORDS[:2], SHARE, *WORDS[2:], *TEXT], [1, 2, 4, 5]),
    ([TITLE, *WORDS[:2], LONG[0], *WORDS[2:], *TEXT], []),
    ([TITLE, *WORDS[:3], "一二三四五六七八", *TEXT], [1, 2, 3, 4]),
    ([TITLE, *WORDS[:3], "一二三四五六七八九", *TEXT], []),
    ([TITLE, *WORDS, "一二三四五六七八九", *TEXT], [1, 2, 3, 4, 5]),
    # Below the first head of a section, code or a table stands the text.
    *(
        ([TITLE, DAY, NAMES[0], first, NAMES[1], *TEXT], [2])
        for first in (line("缘起", "heading"), line("x = 1", "code"), table("桥", "路"))
    ),
    ([TITLE, DAY, line("缘起", "heading"), NAMES[1]], []),
]


@pytest.mark.parametrize(("lines", "taken"), ABOVE)
def test_what_stands_between_the_title_and_the_text_of_a_copy(lines, taken):
    assert cut(*lines) == [(at, "between title and text") for at in taken]


@pytest.mark.parametrize(
    ("text", "shaped"),
    [("2021-03-04 晴", "0000-00-"), (" 3月4日 ", "0月0日"), ("桥", "桥"), ("一二三四五六七八九", "一二三四五六七八")],
)
def test_shapes_of_lines(text, shaped):
    assert shape(text) == shaped


def titles(count):
    return [f"{'甲乙丙丁戊己庚辛壬癸子丑寅卯辰'[at]}路的人全都开走了船" for at in range(count)]


VERSE = ["灯亮了一夜，水涨又退。", "船停在桥下，风从山来。", "孩子睡着了，狗叫两声。"]
BELOW = [
    # Tags and titles of others, four on end.
    ([*TEXT, *WORDS], 4),
    ([*TEXT, *WORDS[:3]], None),
    ([*TEXT, *WORDS[:3], "一二三四五六七八"], 4),
    ([*TEXT, *WORDS[:3], "一二三四五六七八九"], None),
    ([*TEXT, *WORDS[:3], "桥梁河流。"], None),
    ([*TEXT, "桥梁河流旧事往来的人", *WORDS], 5),
    ([*TEXT, *titles(4)], 4),
    ([*TEXT, *titles(3)], None),
    ([*TEXT, *titles(3), "一二三四五六"], 4),
    ([*TEXT, *titles(3), "一二三四五a b c d"], None),
    ([*TEXT, *titles(3), "一" * 40], 4),
    ([*TEXT, *titles(3), "一" * 41], None),
    *(
        ([*TEXT, *titles(3), other], None)
        for other in (
            "丁路的人全都开走了船，",
            "丁路的人全都开走了船,",
            "4、丁路的人全都开走了船",
            "丁路的\t人全都开走了船",
            "丁路的人全都开走了船。",
        )
    ),
    ([*TEXT, *titles(3), line("丁路的人全都开走了船", "item")], None),
    # Words before a list, and labels of sources, announce what stands behind them, list by list.
    *(([*TEXT, label, *titles(4)], None) for label in ("参考资料", "联系方式", "联系方式：", "名单如下：", "如下: ")),
    ([*TEXT, "河边的人", *titles(4)], 5),
    ([*TEXT, "参考资料", *titles(6)], None),
    ([*TEXT, "参考资料", *titles(4), LONG[0] + "，", *titles(4)], 10),
    ([*TEXT[:3], TEXT[3][:-1] + "：", *titles(4)], None),
    ([*TEXT, "参考资料" + "山" * 39, *titles(4)], 5),
    # A line of the site, and all below it.
    ([TEXT[0], "路"], None),
    ([*TEXT, DAY, "路"], 5),
    ([*TEXT, "路", DAY], None),
    ([*TEXT[:2], DAY, *TEXT[2:], "路"], None),
    ([*TEXT, "海", SHARE, "路", SHARE, "山"], 6),
    # Unless the next thing of the site closes articles, and what stands before it goes on as they do.
    ([*TEXT, SHARE, "后来，他走了", "再后来；没有人", END, "路"], 8),
    ([*TEXT, SHARE, "后来，他走了", "再后来没有人", END, "路"], 5),
    ([*TEXT, SHARE, "1、桥", "x = 1;", END, "路"], 8),
    ([*TEXT, SHARE, line("后来", "heading"), "后来，他走了", END, "路"], 8),
    ([*TEXT, SHARE, "01", "后来，他走了", END, "路"], 5),
    ([*TEXT, SHARE, "后来，他走了", "再后来；没有人", SHARE, "路"], 8),
    ([*TEXT, SHARE, "后来，他走了", "再后来；没有人", DAY, "路"], 5),
    ([*TEXT, SHARE, "后来，他走了", ("首页", "navigation"), "再后来；没有人", END, "路"], 9),
    ([*TEXT, SHARE, "后来，他走了", "再后来；没有人", "路"], 5),
    ([*TEXT, SHARE, "后来，他走了", "再后来；没有人", *["桥"] * 4, "路", END, "山"], 5),
    ([*TEXT, SHARE, "后来，他走了", "再后来；没有人", *"桥路河海", END, "山"], 12),
    ([*TEXT, SHARE, "后来，他走了", "再后来；没有人", *"桥路河海山", END, "山"], 5),
    ([TEXT[0], SHARE, "后来，他走了", "再后来；没有人", END, "路"], 5),
    ([*TEXT, "一、桥", "二、路", "甲乙", "丙丁", END, "路"], 9),
    # No site has code or tables below its articles; calendars have numbers.
    ([*TEXT, DAY, line("x = 1", "code"), "路"], None),
    ([*TEXT, DAY, table("桥上的人", "路上的人"), "路"], None),
    ([*TEXT, DAY, table("桥上人", "路上人"), "路"], 5),
    ([*TEXT, DAY, table("桥上人", "路上的人"), "路"], None),
    ([*TEXT, DAY, table(*"1234567"), "路"], 5),
    ([*TEXT, DAY, table("桥上的人"), "路"], None),
    ([*TEXT, DAY, Block("table"), "路"], 5),
    # Talk in short lines goes on behind the densest part, up to its last running line above what is of the site,
    ([*TEXT, *"甲乙丙丁", VERSE[0], DAY, "路"], 10),
    ([*TEXT, *"甲乙丙丁", VERSE[0]], None),
    ([*TEXT, *"甲乙丙丁", VERSE[0], *"甲乙丙丁", VERSE[1]], None),
    ([*TEXT, *"甲乙丙丁"], 4),
    # a list of titles, lines that are said three times, a paragraph.
    ([*TEXT, *titles(4), VERSE[0], DAY, "路"], 4),
    ([*TEXT, "甲", *titles(3), VERSE[0], DAY, "路"], 10),
    ([*TEXT, *"甲甲丙丁", VERSE[0], DAY, "路"], 10),
    ([*TEXT, *"甲甲甲丁", VERSE[0], DAY, "路"], 4),
    ([*TEXT, *"甲乙丙丁", TEXT[0][1:], VERSE[0], DAY, "路"], 4),
]


@pytest.mark.parametrize(("lines", "first"), BELOW)
def test_where_a_copy_is_over(lines, first):
    left = [at for at, each in enumerate(lines) if not isinstance(each, tuple) and first is not None and at >= first]
    assert cut(*lines) == [(at, "after the end of the article") for at in left]


OWN = "村口那座老桥又修了三回，河里的水照旧流过去，过桥的人照旧过桥，谁也不去问那是哪一年修好的。"


HALVES = [(f"村口那座老桥{sign}又修了三回，" + TEXT[2][:80])[:39] + "。" for sign in "甲乙"]
EXACT = [text[:39] + "。" for text in TEXT]


@pytest.mark.parametrize(
    ("above", "below", "over"),
    [
        # Little running text stands behind an end: .35 of what stands above,
        (TEXT[:3], ["山", "海", TEXT[3][2:]], True),
        (TEXT[:3], ["山", "海", TEXT[3][:-1] + "一句话也没有的人都回家去了。"], False),
        # a half more than it where it speaks of other things than the title,
        ([OWN], ["山", "海", TEXT[2]], True),
        ([OWN], ["山", "海", TEXT[2], "山", "海", TEXT[3][1:]], False),
        ([OWN], ["山", "海", "那座老桥" + TEXT[2][4:]], False),
        (HALVES, [each for at in range(3) for each in ("山", "海", EXACT[at])], True),
        (HALVES, [each for at in range(3) for each in ("山", "海", EXACT[at] + "。" * (at == 0))], False),
        # or a list of ten titles and more, eight tenths of all.
        (TEXT[:2], [*titles(9), TEXT[2], titles(10)[9], TEXT[3]], True),
        (TEXT[:2], [*titles(8), TEXT[2], titles(9)[8], TEXT[3]], False),
        (TEXT[:2], [*titles(10), TEXT[2], titles(11)[10], TEXT[3], titles(12)[11], TEXT[3][1:]], True),
        (TEXT[:2], [*titles(9), TEXT[2], titles(10)[9], TEXT[3], titles(11)[10], TEXT[3][1:]], False),
    ],
)
def test_how_much_may_stand_behind_the_end_of_a_copy(above, below, over):
    lines = [*above, SHARE, *below]
    expected = range(len(above) + 1, len(lines)) if over else ()
    assert [at for at, _ in cut(*lines, title="村口那座老桥")] == list(expected)


def test_a_list_of_titles_counts_from_its_first_on():
    lines = [*TEXT[:2], *titles(9), TEXT[2], titles(10)[9], TEXT[3]]
    assert [at for at, _ in cut(*lines, title="村口那座老桥")] == list(range(2, len(lines)))


def test_all_below_the_first_reply_of_a_discussion_is_out():
    """The replies are out; what stands between the end of the first post and them stays."""
    replies = [("2楼 路人甲 2021-03-04", "comments"), ("3楼 路人乙 2021-03-05", "comments")]
    assert cut(*TEXT, SHARE, "后来他走了", *replies, "路") == [(8, "after the end of the article")]
    assert cut(*TEXT, SHARE, "后来他走了", ("路人甲", "comments"), "路") == [
        (5, "after the end of the article"),
        (7, "after the end of the article"),
    ]
