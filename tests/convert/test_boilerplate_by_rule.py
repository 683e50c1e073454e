"""What of a page is taken out, and where the same line stays: above and below the title, leads, biographies, tables,
lines by what they say and by where they stand, and what stands behind an end."""

import pytest

from convert.clean.boilerplate import remove_boilerplate
from convert.page import Block, Span

TITLE = "村口的老桥修了三回"
# Running paragraphs; none says what another says.
TEXT = [
    "河上的桥是谁修的，已经没有人记得；过桥的人照旧过桥，不问它是哪一年立起来的，也不问是谁。",
    "第一回修的时候，木头从上游放下来，漂了三天三夜，到村口只剩一半，剩下的一半还是湿的。",
    "第二回换了石头，石匠住在祠堂里，每天早上先磨一遍凿子，再去河滩上挑昨天看中的那一块。",
    "第三回谁也没有出力，县里来了一台机器，半天就把桥面铺平了，大家站在两边看，没有说话。",
    "现在桥上装了灯，夜里从山上望下来，像有人忘在河边的一串钥匙，亮到天明才有人来取走它。",
    "老人说桥会记得每一双脚，孩子不信，趴在栏杆上听了一个下午，只听见水从底下慢慢地过去。",
]
SLOGAN = "山里的每一条消息都在这里。"
DISCLAIMER = "免责声明：本网站所载文章仅代表作者本人观点，与本网站无关，请读者仅作参考，并自行核实相关内容。"


def line(text, kind="paragraph", **more):
    return Block(kind, (Span(text),), **more)


def linked(text, kind="paragraph"):
    return Block(kind, (Span(text, href="https://e.example/a"),))


def cleaned(*lines, title=TITLE, copy=False, gently=False):
    blocks = tuple(each if isinstance(each, Block) else line(each) for each in lines)
    return remove_boilerplate(blocks, title, copy, gently)


def out(*lines, **how):
    return [(each.index, each.reason) for each in sorted(cleaned(*lines, **how).removed, key=lambda each: each.index)]


NAMED = "title, kept in the front matter"
AGAIN = "title repeated"


@pytest.mark.parametrize(
    ("above", "found"),
    [
        # What stands above the last title is out, whatever it says, and each title is one.
        (["桥梁", TITLE], ["before the title", NAMED]),
        (["桥梁", TITLE, "路桥", TITLE], ["before the title", NAMED, "before the title", AGAIN]),
        (["桥梁", f"《{TITLE}》！"], ["before the title", NAMED]),
        # By its rule, if one knows it.
        (["分享到微博", TITLE], ["share bar", NAMED]),
        # A slogan or two run as text; three are one.
        ([SLOGAN, SLOGAN[1:], TITLE], ["before the title", "before the title", NAMED]),
        ([SLOGAN, SLOGAN[1:], SLOGAN[2:], TITLE], [None, None, None, NAMED]),
        # A summary of another article that is cut off runs as none.
        (
            ["山里的消息都在…", "山里的消息都…", "山里的消息…", "消息都在这里…", TITLE],
            ["before the title"] * 4 + [NAMED],
        ),
        # Text is a paragraph, in Chinese or not; a notice of the site is none.
        ([TEXT[5], TITLE], [None, NAMED]),
        (["There is a bridge at the end of the village, and nobody knows who built it once.", TITLE], [None, NAMED]),
        ([DISCLAIMER, TITLE], ["disclaimer", NAMED]),
        # Below a note that closes a text stand titles of others.
        ([TITLE, "（完）", "路上的桥，", TITLE], [NAMED, "end mark", None, AGAIN]),
        (["（完）", "路桥", TITLE], ["end mark", "before the title", NAMED]),
    ],
)
def test_what_stands_above_the_title(above, found):
    expected = [(at, reason) for at, reason in enumerate(found) if reason]
    assert out(*above, *TEXT[:3]) == expected
    assert out(*above, *TEXT[:3], copy=True) == expected


def test_without_a_title_nothing_stands_above_it():
    assert out("桥梁", "——", TEXT[0], title="") == [(1, "no letter in it")]
    assert out("桥梁", "——", TEXT[0], title="——") == [(1, "no letter in it")]


LEAD = "三回修桥，三种修法，一座桥看完一个村子的一百年。"


def leads(*lines, **how):
    chosen = cleaned(*lines, **how)
    return chosen.fields.get("lead", ""), [
        (each.index, each.reason) for each in chosen.removed if "lead" in each.reason
    ]


FIRST = "editor's lead, kept in the front matter"


@pytest.mark.parametrize(
    ("lines", "lead", "removed"),
    [
        ([f"导语：{LEAD}", *TEXT], LEAD, [(0, FIRST)]),
        (["导语：一座桥看了一百年", *TEXT], "一座桥看了一百年", [(0, FIRST)]),
        (["导语：一座桥看一百年", *TEXT], "", []),
        ([line(LEAD, "lead"), *TEXT], LEAD, [(0, FIRST)]),
        ([line(LEAD[:20], "lead"), *TEXT], LEAD[:20], [(0, FIRST)]),
        ([line(LEAD[:19], "lead"), *TEXT], "", []),
        ([LEAD, *TEXT], "", []),
        # Twice: the copy that is not cut off, else the longer one.
        ([f"导语：{LEAD[:20]}", line(LEAD, "lead"), *TEXT], LEAD, [(0, FIRST), (1, "lead repeated")]),
        ([line(LEAD, "lead"), f"导语：{LEAD[:20]}看了很久", *TEXT], LEAD, [(0, FIRST), (1, "lead repeated")]),
        ([f"导语：{LEAD[:16]}", line(LEAD[:20], "lead"), *TEXT], LEAD[:20], [(0, FIRST), (1, "lead repeated")]),
        # Of two that say other things the second is text.
        ([f"导语：{LEAD}", line(TEXT[5], "lead"), *TEXT[:5]], LEAD, [(0, FIRST)]),
        (
            [f"导语：{LEAD}", line(TEXT[5], "lead"), line(LEAD[:-2], "lead"), *TEXT[:5]],
            LEAD,
            [(0, FIRST), (2, "lead repeated")],
        ),
        # Its words once more, as a paragraph among the first: nine tenths of them in the beginning are enough.
        ([f"导语：{LEAD}", LEAD, *TEXT], LEAD, [(0, FIRST), (1, "lead repeated")]),
        ([f"导语：{LEAD}", LEAD[:-1] + "呢？", *TEXT], LEAD, [(0, FIRST), (1, "lead repeated")]),
        ([f"导语：{LEAD}", LEAD[:-1] + "，谁都看得见。", *TEXT], LEAD, [(0, FIRST)]),
        ([f"导语：{LEAD}", *TEXT[:4], LEAD, TEXT[5]], LEAD, [(0, FIRST), (5, "lead repeated")]),
        ([f"导语：{LEAD}", *TEXT[:6], LEAD, TEXT[5][::-1]], LEAD, [(0, FIRST)]),
        ([*TEXT[:5], f"导语：{LEAD}", TEXT[5]], LEAD, [(5, FIRST)]),
        ([*TEXT, f"导语：{LEAD}", TEXT[5][::-1]], "", []),
    ],
)
def test_leads(lines, lead, removed):
    assert leads(*lines) == (lead, removed)
    assert leads(*lines, gently=True) == (lead, removed)


@pytest.mark.parametrize(("length", "again"), [(20, True), (19, False)])
def test_a_short_lead_may_be_said_again(length, again):
    words = "".join(TEXT[5].split("，"))[:length]
    assert (1, "lead repeated") in leads(f"导语：{words}", words, *TEXT[:3])[1] or not again
    assert ((1, "lead repeated") in leads(f"导语：{words}", words, *TEXT[:3])[1]) is again


WRITER = "陈大文，专栏作家，研究桥。"
BACKWARDS = [text[::-1] for text in TEXT]
OTHER_WRITER = "林小美，撰稿人，擅长写路。"
NOTE = "author's note, kept in the front matter"


@pytest.mark.parametrize(
    ("lines", "note", "removed"),
    [
        ([*TEXT, WRITER], WRITER, [(6, NOTE)]),
        ([*TEXT, WRITER, OTHER_WRITER], f"{WRITER} {OTHER_WRITER}", [(6, NOTE), (7, NOTE)]),
        # Twelve blocks from the end on, and never the first of all.
        ([TEXT[0], WRITER, *TEXT[1:], *BACKWARDS], WRITER, [(1, NOTE)]),
        ([TEXT[0], WRITER, *TEXT[1:], *BACKWARDS, TEXT[0][5:]], "", []),
        ([WRITER, *TEXT], "", []),
        (TEXT, "", []),
    ],
)
def test_what_is_said_of_the_writer_below_the_text(lines, note, removed):
    chosen = cleaned(*lines)
    assert chosen.fields.get("author_note", "") == note
    assert [(each.index, each.reason) for each in chosen.removed if each.reason == NOTE] == removed


def table(*rows):
    return Block("table", rows=tuple(tuple((Span(cell),) for cell in row) for row in rows))


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([["上一篇：路"], ["下一篇：海"]], "navigation"),
        ([["上一篇：", "路"], ["（完）"]], "navigation"),
        ([["（完）"], ["上一篇：路"]], "end mark"),
        ([["上一篇：路"], ["桥", "路"]], ""),
        ([["桥", "路"], ["上一篇：路"]], ""),
    ],
)
def test_a_table_is_out_where_rules_know_each_row(rows, reason):
    assert out(*TEXT[:3], table(*rows), *TEXT[3:]) == ([(3, reason)] if reason else [])
