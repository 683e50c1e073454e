"""What of a page is taken out, and where the same line stays: above and below the title, leads, biographies, tables,
lines by what they say and by where they stand, and what stands behind an end."""

import pytest

from convert.clean.boilerplate import remove_boilerplate
from convert.page import BOX, Block, Span

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


NAMED_OTHER = "延伸閱讀：春天的河與橋的故事"


def bold(text):
    return Block("paragraph", (Span(text, bold=True),))


def linked(text, kind="paragraph"):
    return Block(kind, (Span(text, href="https://e.example/a"),))


def cleaned(*lines, title=TITLE, **how):
    blocks = tuple(each if isinstance(each, Block) else line(each) for each in lines)
    return remove_boilerplate(blocks, title, **how)


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
        (["桥梁", DISCLAIMER, TITLE], ["before the title", "disclaimer", NAMED]),
        # What a rule knows below a text only is not known above a title.
        (["文中图片均来自江边图库", TITLE], ["before the title", NAMED]),
        # Below a note that closes a text stand titles of others.
        ([TITLE, "（完）", "路上的桥，", TITLE], [NAMED, "end mark", None, AGAIN]),
        (["（完）", "路桥", TITLE], ["end mark", "before the title", NAMED]),
    ],
)
def test_what_stands_above_the_title(above, found):
    expected = [(at, reason) for at, reason in enumerate(found) if reason]
    assert out(*above, *TEXT[:3]) == expected
    assert out(*above, *TEXT[:3], text_copy=True) == expected


def test_above_the_first_post_of_a_copy_stands_a_forum():
    lines = ["江边论坛", "发言以前先读版规", TITLE, "江上客", "1楼 只看该作者", *TEXT]
    forum = "above the first post"
    assert out(*lines, text_copy=True) == [(0, forum), (1, forum), (2, NAMED), (3, "byline"), (4, "byline")]
    assert [reason for _, reason in out(*lines)] == ["navigation", "before the title", NAMED, "label of a forum"]


def test_lines_in_a_box_with_what_is_the_sites():
    words = [line(text, hint=f"page{BOX}words{BOX}") for text in TEXT]
    box = [line(text, hint=f"page{BOX}data{BOX}") for text in ("三农", DAY)]
    assert out(*box, *words) == [(0, "in a box of the site"), (1, "date or counter")]
    assert out(*box, *words, gently=True) == [(1, "date or counter")]


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
        ([Block("paragraph", (Span("导语：", bold=True), Span(LEAD[:9]), Span(LEAD[9:]))), *TEXT], LEAD, [(0, FIRST)]),
        ([Block("paragraph", (Span("导语图", image="a.png"), Span(f"导语：{LEAD}"))), *TEXT], LEAD, [(0, FIRST)]),
        # Twice: the copy that is not cut off, else the longer one.
        ([f"导语：{LEAD[:20]}", line(LEAD, "lead"), *TEXT], LEAD, [(0, FIRST), (1, "lead repeated")]),
        ([line(LEAD, "lead"), f"导语：{LEAD[:20]}看了很久", *TEXT], LEAD, [(0, FIRST), (1, "lead repeated")]),
        ([line(LEAD, "lead"), f"导语：{LEAD[:-1]}，年年岁岁", *TEXT], LEAD, [(0, FIRST), (1, "lead repeated")]),
        ([line(LEAD, "lead"), f"导语：一说，{LEAD}", *TEXT], f"一说，{LEAD}", [(0, FIRST), (1, "lead repeated")]),
        ([f"导语：{LEAD[:16]}", line(LEAD[:20], "lead"), *TEXT], LEAD[:20], [(0, FIRST), (1, "lead repeated")]),
        # Of two that say other things the second is text.
        ([f"导语：{LEAD}", line(TEXT[5], "lead"), *TEXT[:5]], LEAD, [(0, FIRST)]),
        (
            [f"导语：{LEAD}", line(TEXT[5], "lead"), line(LEAD[:-2], "lead"), *TEXT[:5]],
            LEAD,
            [(0, FIRST), (2, "lead repeated")],
        ),
        (
            [f"导语：{LEAD[:16]}", line(TEXT[5], "lead"), line(LEAD, "lead"), *TEXT[:5]],
            LEAD,
            [(0, FIRST), (2, "lead repeated")],
        ),
        # Six tenths of its pairs are as much as another's; nine of its letters are the same beginning.
        ([f"导语：{LEAD}", "导语：三回修桥三种修甲乙丙丁", *TEXT], LEAD, [(0, FIRST), (1, "lead repeated")]),
        ([f"导语：{LEAD}", "导语：三回修桥三种修甲乙丙丁戊", *TEXT], LEAD, [(0, FIRST)]),
        ([f"导语：{LEAD[:-2]}", LEAD[:-4], *TEXT], LEAD[:-2], [(0, FIRST), (1, "lead repeated")]),
        ([f"导语：{LEAD[:-2]}", LEAD[:-5], *TEXT], LEAD[:-2], [(0, FIRST)]),
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
BACKWARDS = [text[-2::-1] + "。" for text in TEXT]
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
    return Block("table", rows=tuple(tuple((Span(cell[:2]), Span(cell[2:])) for cell in row) for row in rows))


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([["上一篇：路"], ["下一篇：海"]], "navigation"),
        ([["上一篇：", "路"], ["（完）"]], "navigation"),
        ([["赞同 1", "添加评论"]], "share bar"),
        ([["上一篇：路"]], "navigation"),
        ([["（完）"], ["上一篇：路"]], "end mark"),
        ([["上一篇：路"], ["桥", "路"]], ""),
        ([["桥", "路"], ["上一篇：路"]], ""),
    ],
)
def test_a_table_is_out_where_rules_know_each_row(rows, reason):
    assert out(*TEXT[:3], table(*rows), *TEXT[3:]) == ([(3, reason)] if reason else [])


BROWSER = "请使用下列浏览器浏览本网站，以达最佳效果，桥上的照片才看得清，字也不会叠在一起，谁都一样。"
TOLD = "在那个春天，长按二维码关注公众号的人都说，桥修好以后，河里的鱼也多了，钓鱼的人从早坐到晚。"
DAY = "2021-03-04"
TAGS = Block("paragraph", (Span("桥梁", href="/tag/a"), Span("、"), Span("石头", href="/tag/b")))
SENTENCE = "桥上的灯亮了整整一夜。"
SEVERAL = "桥上每天都有人长按二维码关注公众号，看桥上的灯，看桥下的水，看山里的路，也看远处的海。"
WORDS = ["灯亮了一夜", "水涨了又退", "船停在桥下", "风从山上来", "孩子睡着了", "狗叫了两声", "月亮出来了"]
CREDIT = "文中图片均来自江边图库"


def removed_at(lines, place, **how):
    return next((reason for at, reason in out(*lines, **how) if at == place), "")


@pytest.mark.parametrize(
    ("lines", "place", "page", "copy"),
    [
        # The day of an article stands above its first paragraph or below its last.
        ([DAY, *TEXT], 0, "date or counter", "date or counter"),
        ([*TEXT[:2], DAY, *TEXT[2:]], 2, "", ""),
        ([*TEXT, DAY], 6, "date or counter", "date or counter"),
        # A path through the site stands among the first six blocks, or above the text; of a page not in its middle.
        (["首页 > 文化", *TEXT], 0, "breadcrumb", "breadcrumb"),
        ([TEXT[0], "首页 > 文化", *TEXT[1:]], 1, "", "breadcrumb"),
        ([*TEXT[:5], "首页 > 文化", TEXT[5]], 5, "", "breadcrumb"),
        ([*TEXT, "首页 > 文化"], 6, "", ""),
        ([*WORDS, "首页 > 文化", *TEXT], 7, "breadcrumb", "breadcrumb"),
        ([line(WORDS[0], "item"), "首页 > 文化", *WORDS[1:]], 1, "breadcrumb", "breadcrumb"),
        # A credit stands among the last twelve blocks, or below the text.
        ([*TEXT, *WORDS, CREDIT], 13, "image credit", "image credit"),
        ([*TEXT, CREDIT, *WORDS, *(f"{word}了" for word in WORDS)], 6, "image credit", "image credit"),
        # A sentence that is no paragraph is none of the text, where there are paragraphs.
        ([*TEXT, CREDIT, *WORDS, *(f"{word}了" for word in WORDS), SENTENCE], 6, "", "image credit"),
        ([*TEXT[:3], CREDIT, *TEXT[3:]], 3, "", "image credit"),
        ([TEXT[0], CREDIT, *TEXT[1:], *BACKWARDS], 1, "image credit", "image credit"),
        ([TEXT[0], CREDIT, *TEXT[1:], *BACKWARDS, TEXT[0][5:]], 1, "", ""),
        ([CREDIT, *TEXT, *BACKWARDS], 0, "", ""),
        ([WORDS[0], CREDIT, *WORDS[1:]], 1, "image credit", "image credit"),
        ([*TEXT[:2], "□ 陈大文", *TEXT[2:]], 2, "", "byline"),
        ([*TEXT[:2], bold("□ 陈大文"), *TEXT[2:]], 2, "", ""),
        # Words of buttons stand anywhere, but where they are said, or head what runs as text.
        ([*TEXT[:3], "分享到微博", *TEXT[3:]], 3, "share bar", "share bar"),
        ([*TEXT[:3], line("分享到微博", "quote"), *TEXT[3:]], 3, "", ""),
        ([*TEXT, line("分享到微博", "quote")], 6, "share bar", "share bar"),
        ([line("分享到微博", "quote"), *TEXT], 0, "share bar", "share bar"),
        ([*TEXT[:3], line("打印", "heading"), *TEXT[3:]], 3, "", ""),
        ([line("打印", "heading"), *TEXT], 0, "share bar", "share bar"),
        ([*TEXT[:3], "1、先写信来", "2、转载须经同意", *TEXT[3:]], 4, "", ""),
        ([*TEXT[:3], "2、转载须经同意", *TEXT[3:]], 3, "disclaimer", "disclaimer"),
        # What is passed over is not the last that is looked at.
        ([SEVERAL, *TEXT, DAY], 0, "", ""),
        ([SEVERAL, *TEXT, DAY], 7, "date or counter", "date or counter"),
        ([*TEXT[:3], linked("广告"), "分享到微博", *TEXT[3:]], 4, "share bar", "share bar"),
        ([*TEXT[:3], line("分享到微博", "quote"), *TEXT[3:], "分享到微博"], 7, "share bar", "share bar"),
        ([TOLD, *TEXT, DAY], 7, "date or counter", "date or counter"),
        ([*TEXT, *BACKWARDS, *(text[3:] for text in TEXT), DAY], 18, "date or counter", "date or counter"),
        # Without running text, lines as a poem has them are the text; without those all is.
        ([*WORDS[:3], DAY, *WORDS[3:]], 3, "", ""),
        ([*WORDS, DAY], 7, "date or counter", "date or counter"),
        (["撰文 周远", "桥", "路"], 0, "", ""),
        # `end` closes a text, and a block of code.
        ([*TEXT[:3], "x = 1;", "end", *TEXT[3:]], 4, "", ""),
        ([*TEXT[:3], "end", *TEXT[3:]], 3, "end mark", "end mark"),
        (["end", *TEXT, "x = 1;"], 0, "end mark", "end mark"),
        (["x = 1;", "end", *TEXT], 1, "", ""),
        # The day that signs a notice; an address among sources.
        ([*TEXT, "河谷县人民政府", "2021年3月4日"], 7, "", ""),
        ([*TEXT, "参考资料：", "https://e.example/a"], 7, "", ""),
        *(
            ([*TEXT, f"{label}：", "https://e.example/a"], at, reason, reason)
            for label in ("本文地址", "原文網址", "文章链接")
            for at, reason in ((6, "navigation"), (7, "address of the page"))
        ),
        ([*TEXT, "https://e.example/a"], 6, "address of the page", "address of the page"),
    ],
)
def test_where_a_line_is_of_the_site(lines, place, page, copy):
    assert (removed_at(lines, place), removed_at(lines, place, text_copy=True)) == (page, copy)


@pytest.mark.parametrize(
    ("sentence", "at", "page", "copy"),
    [
        # A long sentence in the middle is text, whatever it speaks of; among the first and last blocks it may be none.
        (DISCLAIMER, 0, "disclaimer", "disclaimer"),
        (DISCLAIMER, 3, "", ""),
        (DISCLAIMER, 6, "", ""),
        (DISCLAIMER, 18, "disclaimer", "disclaimer"),
        (BROWSER, 0, "player or script text", "player or script text"),
        (BROWSER, 3, "player or script text", "player or script text"),
        (BROWSER, 5, "", "player or script text"),
        (BROWSER, 6, "", ""),
        (BROWSER, 18, "player or script text", "player or script text"),
        # One that tells of a call, and calls nobody, is text.
        (TOLD, 0, "", ""),
        (TOLD, 18, "", ""),
    ],
)
def test_long_sentences_of_a_site(sentence, at, page, copy):
    lines = [*TEXT, *BACKWARDS, *(text[3:] for text in TEXT)]
    lines.insert(at, sentence)
    assert (removed_at(lines, at), removed_at(lines, at, text_copy=True)) == (page, copy)


@pytest.mark.parametrize(("title", "named"), [("作者本人", True), ("作者本", False), ("作者没来", False), ("", False)])
def test_a_notice_that_names_the_article_is_none_of_its_sentences(title, named):
    lines = [*TEXT[:3], DISCLAIMER, *TEXT[3:], *BACKWARDS, *(text[3:] for text in TEXT)]
    assert removed_at(lines, 3, title=title) == ("disclaimer" if named else "")


@pytest.mark.parametrize(
    ("lines", "place", "reason"),
    [
        (["撰文 陈大文", *TEXT], 0, "byline"),
        (["首页 新闻 文化 体育 财经 教育", *TEXT], 0, "menu of the site"),
        # Below a lead, too.
        ([TEXT[0], "撰文 陈大文", *TEXT[1:]], 1, "byline"),
        ([line("撰文 陈大文", "item"), *TEXT], 0, ""),
        (["2021年3月4日 路上", TEXT[0], *TEXT[1:]], 0, "byline"),
        # The days of a diary are of one shape.
        (["2021年3月4日 路上", TEXT[0], "2021年3月5日 路上", *TEXT[1:]], 0, ""),
        (["2021年3月4日，河上的桥不见了，过桥的人站在两边，谁也没有说话，一直站到天黑下来。", *TEXT], 0, ""),
        # Above the first sentence that is no paragraph as well.
        ([SENTENCE, DAY, *TEXT], 1, "date or counter"),
        # Bold lines behind a mark head sections where others do.
        ([bold("□ 陈大文"), *TEXT], 0, "byline"),
        ([bold("□ 陈大文"), TEXT[0], bold("□ 桥和路"), *TEXT[1:]], 0, ""),
        # Links to lists of the site stand above a text and below it.
        ([TAGS, *TEXT], 0, "tags"),
        ([*TEXT, TAGS], 6, "tags"),
        ([*TEXT[:3], TAGS, *TEXT[3:]], 3, ""),
        # An advertisement is out anywhere.
        ([*TEXT[:3], linked("广告"), *TEXT[3:]], 3, "advertisement"),
    ],
)
def test_lines_above_the_first_paragraph(lines, place, reason):
    assert removed_at(lines, place) == reason


def test_lines_of_a_copy_between_code_are_comments_of_it():
    rights = "版权所有，未经授权不得转载。"
    code = line("x = 1", "code")
    assert removed_at([*TEXT[:3], code, rights, code, *TEXT[3:]], 4, text_copy=True) == ""
    assert removed_at([*TEXT[:3], code, rights, *TEXT[3:]], 4, text_copy=True) == "disclaimer"


def test_what_a_line_says_of_the_article_goes_to_its_field():
    assert cleaned(*TEXT, "来源：河谷周报").fields == {"source": "来源：河谷周报"}
    assert cleaned(*TEXT, CREDIT).fields == {"image_credit": CREDIT}
    assert cleaned(*TEXT, "上一篇：路").fields == {}


EXACT = [(text + text)[:39] + "。" for text in TEXT]
ENDS = [
    # Six paragraphs of 40 characters, and .175 of them; one more is too much.
    ([*EXACT, "（完）", EXACT[0][1:-1] + "了了了。"], [(6, "end mark"), (7, "after")]),
    ([*EXACT, "（完）", EXACT[0][1:-1] + "了了了了。"], [(6, "end mark")]),
    # Little may stand behind an end: half of what a box may have.
    ([*TEXT, "（完）", TEXT[0][2:]], [(6, "end mark"), (7, "after the end of the article")]),
    ([*TEXT, "（完）", *BACKWARDS[:2]], [(6, "end mark")]),
    ([*TEXT, "（完）", "桥", WORDS[0]], [(6, "end mark"), (7, "after"), (8, "after")]),
    ([*TEXT, "桥", WORDS[0]], []),
    (["（完）", *TEXT], [(0, "end mark")]),
    # Below the labels of the next article nothing comes any more: half as much again as above.
    (
        [*TEXT[:4], "（完）", "下一篇：路", *BACKWARDS[:4]],
        [(4, "end mark"), (5, "navigation"), *((at, "after") for at in range(6, 10))],
    ),
    ([*TEXT[:2], "（完）", "下一篇：路", *BACKWARDS[:4]], [(2, "end mark"), (3, "navigation")]),
    # A note that stands three times belongs to each of several posts.
    (
        [TEXT[0], "（完）", TEXT[1], "（完）", *TEXT[2:], "（完）", "桥"],
        [(1, "end mark"), (3, "end mark"), (8, "end mark")],
    ),
    (
        [TEXT[0], *TEXT[2:], "（完）", "桥", "（完）", "路"],
        [(5, "end mark"), (6, "after"), (7, "end mark"), (8, "after")],
    ),
]


@pytest.mark.parametrize(("lines", "found"), ENDS)
def test_what_stands_behind_the_end(lines, found):
    whole = [(at, "after the end of the article" if reason == "after" else reason) for at, reason in found]
    assert out(*lines) == whole


@pytest.mark.parametrize(("between", "taken"), [(11, True), (12, False)])
def test_the_label_of_the_next_article_stands_twelve_blocks_below_the_end(between, taken):
    lines = [*TEXT[:4], "（完）", *["分享到微博"] * between, "下一篇：路", *BACKWARDS[:4]]
    assert (removed_at(lines, len(lines) - 1) == "after the end of the article") is taken


def test_behind_the_end_of_a_copy_what_speaks_of_other_things_goes_however_much_it_is():
    other = [
        "县里的苹果今年卖得不错。" + "果农说价钱比去年好，客商从外地来，一车一车往外拉，一直拉到下雪。"[at:]
        for at in range(6)
    ]
    own = [f"村口的老桥又修了三回，第{at}回最难。" + TEXT[at] for at in range(3)]
    assert [at for at, reason in out(*own, "（完）", *other, text_copy=True) if reason == "other articles"] == [
        4,
        5,
        6,
        7,
        8,
        9,
    ]
    assert out(*own, "（完）", *other) == [(3, "end mark")]
    # The title itself, said again in a list below, speaks of nothing.
    assert len(out(*own, "（完）", *other, f"{TITLE}（二）", text_copy=True)) == 8


def test_lines_without_letters_are_out_but_below_code():
    assert out(*TEXT[:3], "***", *TEXT[3:]) == [(3, "no letter in it")]
    assert out(*TEXT[:3], "f(x) {", "}", *TEXT[3:]) == []
    assert out(*TEXT[:3], "f(x) {", "***", "}", *TEXT[3:]) == [(4, "no letter in it")]
    assert out(*TEXT[:3], "桥", "}", *TEXT[3:]) == [(4, "no letter in it")]
    assert out("}", *TEXT) == [(0, "no letter in it")]


def test_links_in_a_row_are_a_list_and_what_is_gentle_asks_lines_only():
    links = [linked(text) for text in ("山里的路", "河上的船", "桥下的水")]
    assert out(*TEXT, *links) == [(at, "list of links") for at in (6, 7, 8)]
    assert out(*TEXT, *links, gently=True) == []
    assert out("桥梁", TITLE, *TEXT, "上一篇：路", "***", gently=True) == [
        (1, NAMED),
        (8, "navigation"),
        (9, "no letter in it"),
    ]


@pytest.mark.parametrize(
    ("lines", "place", "reason"),
    [
        # A link below the label of the next article, and one as long as a title below a link to another.
        ([*TEXT, "下一篇", linked("山里的路")], 7, "related articles"),
        ([*TEXT, "下一篇", "山里的路"], 7, ""),
        ([*TEXT, "下一篇", Block("paragraph", (Span("见"), Span("山里的路", href="#a")))], 7, ""),
        ([*TEXT, "下一篇", Block("paragraph", (Span("山里的路", href="#a"), Span(" ")))], 7, "related articles"),
        ([*TEXT, "下一篇", linked("路" * 60)], 7, "related articles"),
        ([*TEXT, "下一篇", linked("路" * 61)], 7, ""),
        ([*TEXT, "下一篇", "桥", linked("山里的路")], 8, ""),
        ([*TEXT, "分享到微博", linked("山里的路")], 7, ""),
        ([*TEXT, NAMED_OTHER, linked("山里的路一直通到海边")], 7, "related articles"),
        ([*TEXT, NAMED_OTHER, linked("山里的路")], 7, ""),
        ([*TEXT, "分享到微博", linked("山里的路一直通到海边")], 7, ""),
        ([linked("山里的路一直通到海边"), *TEXT], 0, ""),
    ],
)
def test_links_below_one_that_is_out(lines, place, reason):
    assert removed_at(lines, place) == reason


CALLED = "长按识别二维码关注我们"


@pytest.mark.parametrize(
    ("lines", "place", "reason"),
    [
        # A call between two sentences of the middle is one; words that are none are text.
        ([*TEXT[:3], CALLED, *TEXT[3:]], 3, "invitation to scan or follow"),
        ([*TEXT[:3], line(CALLED, "heading"), *TEXT[3:]], 3, ""),
        ([*TEXT[:3], CALLED, *TEXT[3:], DAY], 7, "date or counter"),
        ([*TEXT[:3], DAY, *TEXT[3:]], 3, ""),
        ([*TEXT[:3], "桥上有人", *TEXT[3:]], 3, ""),
    ],
)
def test_calls_between_sentences(lines, place, reason):
    assert removed_at(lines, place) == reason


def test_without_paragraphs_sentences_are_the_text():
    short = ["桥上的灯亮了整整一夜。", "水涨了又退，船停在桥下。", "风从山上来，孩子睡着了。"]
    assert removed_at([DAY, *short], 0) == "date or counter" and removed_at([*short[:2], DAY, short[2]], 2) == ""
    assert removed_at([*short, DAY], 3) == "date or counter"
    assert removed_at(["版权所有，未经授权不得转载。", DAY, *short], 1) == "date or counter"
    assert removed_at(["山上的路", "撰文 陈大文", *short], 1) == "byline"


@pytest.mark.parametrize(
    ("lead", "below", "taken"),
    [
        (EXACT[0], [EXACT[1]], True),
        (EXACT[0], [EXACT[1][1:]], False),
        (EXACT[0], [EXACT[1][1:], "桥上有很多的人"], False),
        (EXACT[0], [EXACT[1][1:], DISCLAIMER], False),
        (EXACT[0], [EXACT[1][1:], "水涨了又退，船停在桥下。"], True),
    ],
)
def test_a_lead_with_hardly_more_text_beside_it_is_a_paragraph(lead, below, taken):
    lines = [line(lead, "lead"), *below]
    chosen = cleaned(*lines)
    assert (chosen.fields.get("lead", "") == lead) is taken
    assert taken or chosen.kept[0] == line(lead)
    # What a label names as one is one, and the next is looked at.
    assert cleaned(f"导语：{lead}", *below).fields["lead"] == lead
    assert taken or cleaned(*lines, "导语：一座桥看了一百年").fields["lead"] == "一座桥看了一百年"
