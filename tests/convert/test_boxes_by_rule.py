"""Boxes that a label or a link gives away: comments, other articles, calls and lists of links, each beside what stays."""

import pytest

from convert.clean.boxes import BUTTON_MOST, calling_link, comments, related
from convert.clean.link_lists import is_headline, link_runs
from convert.clean.selection import TITLE_REASON, Selection
from convert.page import Block, Removed, Span

TITLE = "村口的老桥修了三回"
# Running paragraphs of 42 characters.
TEXT = [
    "河上的桥是谁修的已经没有人记得，过桥的人照旧过桥，不问它是哪一年立起来的也不问是谁。",
    "第一回修的时候木头从上游放下来，漂了三天三夜，到村口只剩一半，剩下的一半还是湿漉的。",
    "第二回换了石头，石匠就住在祠堂里，每天早上先磨一遍凿子，再去河滩上挑昨天看中的一块。",
    "第三回谁也没有出力，县里来了一台机器，半天就把桥面铺平了，大家站在两边看没有人说话。",
]
SENTENCE = "桥上的灯亮了整整一夜。"


def line(text, kind="paragraph", **more):
    return Block(kind, (Span(text),), **more)


def linked(text, kind="paragraph", href="https://e.example/a"):
    return Block(kind, (Span(text, href=href),))


def bold(text):
    return Block("paragraph", (Span(text, bold=True),))


def selection(*lines, copy=False):
    return Selection(dict(enumerate(each if isinstance(each, Block) else line(each) for each in lines)), copy)


def out(step, *lines, title=TITLE, copy=False):
    chosen = selection(*lines, copy=copy)
    step(chosen, title)
    return [(each.index, each.reason) for each in sorted(chosen.removed, key=lambda each: each.index)]


COMMENTS = [
    # Little behind the label, or nothing: all of it is out.
    ([*TEXT[:2], "评论", "写得好", "同感"], [2, 3, 4]),
    ([*TEXT[:2], "评论"], [2]),
    (["评论", *TEXT[:2]], []),
    (["桥", "评论", *TEXT[:2]], []),
    (["桥", "评论", "写得好"], []),
    # A label of comments by which nobody heads a section may take as much text as stands above it,
    ([*TEXT[:2], "网友评论", *TEXT[2:]], [2, 3, 4]),
    ([*TEXT[:2], "网友评论", *TEXT[2:], SENTENCE], []),
    # one that heads sections as well none,
    ([*TEXT[:2], "讨论", TEXT[2]], []),
    ([*TEXT[:2], bold("网友评论"), TEXT[2]], []),
    ([*TEXT[:2], line("网友评论", "heading"), TEXT[2]], []),
    ([*TEXT[:2], line("网友评论", "heading"), "写得好"], [2, 3]),
    # unless it counts them, or two of the lines behind it show the signs of comments.
    ([*TEXT[:2], "讨论 3", TEXT[2]], [2, 3]),
    ([*TEXT[:2], line("暂无评论", "heading"), TEXT[2]], [2, 3]),
    ([*TEXT[:2], "讨论", "路人甲 3小时前", TEXT[2]], []),
    ([*TEXT[:2], "讨论", "路人甲 3小时前", TEXT[2], "路人乙 昨天"], [2, 3, 4, 5]),
    ([*TEXT[:2], "讨论", "路人甲 3楼", TEXT[2], "2021-03-04"], []),
    ([*TEXT[:2], "讨论", "路人甲 3楼", TEXT[2], "乙 2021-03-04"], [2, 3, 4, 5]),
    ([*TEXT[:2], "讨论", "登录后参与评论", TEXT[2], "发布"], [2, 3, 4, 5]),
    ([*TEXT[:2], "讨论", "回复", TEXT[2], "举报"], [2, 3, 4, 5]),
    ([*TEXT[:2], "讨论", "甲 12:30", TEXT[2], "乙 12:45" + "，路上" * 13], []),
    ([*TEXT[:2], "讨论", *["登录后参与评论" + "路" * 33] * 2, TEXT[2]], [2, 3, 4, 5]),
    ([*TEXT[:2], "讨论", *["登录后参与评论" + "路" * 34] * 2, TEXT[2]], []),
    # More than the text above: the article, behind a button, unless each of its parts is signed
    ([TEXT[0], "网友评论", *TEXT[1:]], []),
    ([TEXT[0], "网友评论", "甲 1楼", TEXT[1], "乙 2楼", TEXT[2], TEXT[3]], [1, 2, 3, 4, 5, 6]),
    ([TEXT[0], "网友评论", "甲 1楼", TEXT[1], "乙 2楼", TEXT[2], TEXT[3], SENTENCE, SENTENCE], []),
    ([TEXT[0], "网友评论", "甲 1楼", TEXT[1], TEXT[2]], []),
    # or an article of three paragraphs stands above.
    ([*TEXT[:3], "网友评论", "甲 1楼", "乙 2楼", *TEXT], [3, 4, 5, 6, 7, 8, 9]),
    ([*TEXT[:2], "网友评论 7", *TEXT[1:], SENTENCE], []),
    ([*TEXT[:3], "网友评论 7", *TEXT[:3], SENTENCE], [3, 4, 5, 6, 7]),
]


@pytest.mark.parametrize(("lines", "taken"), COMMENTS)
def test_comments_behind_their_label(lines, taken):
    assert out(comments, *lines) == [(at, "comments") for at in taken]


def test_comments_of_other_things_than_the_title_go_however_much_they_are():
    own = "村口的老桥又修了三回，河里的水照旧流过去，过桥的人照旧过桥，谁也不去问它是哪一年。"
    apples = [
        "县里的苹果今年卖得不错，果农说价钱比去年高出不少。",
        "客商从外地来，一车又一车往外拉，一直拉到大雪那天。",
    ]
    shown = ["甲 1楼", apples[0], "乙 2楼", apples[1], apples[0][2:], apples[1][2:], SENTENCE, SENTENCE[2:]]
    assert [at for at, _ in out(comments, own, "网友评论", *shown)] == list(range(1, 10))
    assert out(comments, own, "网友评论", *shown, title="河滩上的石匠") == []
    assert out(comments, own, "网友评论", *shown[1:]) == []


def test_a_label_above_the_title_is_a_word_of_a_menu():
    chosen = selection(TEXT[0], "评论", "桥", TEXT[1])
    chosen.removed.append(Removed(line(TITLE), TITLE_REASON, 2))
    comments(chosen, TITLE)
    assert len(chosen.removed) == 1
    chosen = selection(TEXT[0], TEXT[1], "评论")
    chosen.removed.append(Removed(line("桥"), "navigation", 5))
    chosen.removed.append(Removed(line(TITLE), TITLE_REASON, 0))
    comments(chosen, TITLE)
    assert [each.index for each in chosen.removed[2:]] == [2]


def test_the_second_label_counts_where_the_first_heads_a_section():
    assert out(comments, *TEXT[:2], "讨论", TEXT[2], "网友评论", "好") == [(4, "comments"), (5, "comments")]
    # Posts stand above the form for the next one.
    posts = ["甲", TEXT[2], "回复", "乙", TEXT[3], "回复", "丙", SENTENCE, "回复"]
    assert out(comments, *TEXT[:2], *posts, "发表评论", "桥") == [(at, "comments") for at in range(2, 13)]


RELATED = [
    # The rest of the page, where little text stands below; else up to the next paragraph.
    ([*TEXT[:3], "相关阅读", "路上的人", "海边的船"], [3, 4, 5]),
    ([*TEXT[:3], "相关阅读", "路上的人", TEXT[3], "海边的船"], [3, 4, 5, 6]),
    ([*TEXT[:2], "相关阅读", "路上的人", TEXT[3], "海边的船"], [2, 3]),
    ([*TEXT[:2], "相关阅读", "路上的人", line(SENTENCE, "item"), "海边的船"], [2, 3, 4, 5]),
    ([TEXT[0], "相关阅读", "路上的人", line(TEXT[1], "item"), "海边的船"], [1, 2]),
    ([TEXT[0], "相关阅读", "路上的人", linked(TEXT[1], "item"), "海边的船"], [1, 2, 3, 4]),
    # A label that heads sections as well takes no text along.
    ([*TEXT[:3], "编辑推荐", "路上的人", "海边的船"], [3, 4, 5]),
    ([*TEXT[:3], "编辑推荐", "路上的人", TEXT[3], "海边的船"], [3, 4]),
    ([*TEXT[:3], "编辑推荐", TEXT[3], "海边的船"], []),
    ([*TEXT[:3], "编辑推荐", SENTENCE, "海边的船"], []),
    ([*TEXT[:3], "编辑推荐", linked(SENTENCE), "海边的船"], [3, 4, 5]),
    # Right above text, and set as a heading, the label of a box heads a section, where none of four lines is a link.
    ([*TEXT[:3], "相关阅读", TEXT[3]], [3, 4]),
    ([*TEXT[:3], bold("相关阅读"), TEXT[3]], []),
    ([*TEXT[:3], line("相关阅读", "heading"), TEXT[3]], []),
    ([*TEXT[:3], line("相关阅读", "heading"), "路上的人", TEXT[3]], [3, 4, 5]),
    ([*TEXT[:3], line("相关阅读", "heading"), TEXT[3], "路", "海", linked("山")], [3, 4, 5, 6, 7]),
    ([*TEXT[:3], line("相关阅读", "heading"), TEXT[3], "路", "海", "河", linked("山")], []),
    # Above any text it is a word of a menu; so are the labels behind it.
    (["相关阅读", *TEXT[:3]], [0]),
    (["桥", "相关阅读", "编辑推荐", *TEXT[:3]], [1, 2]),
    (["相关阅读", "桥", *TEXT[:3]], [0]),
    # What runs as text above the label counts, and what is out already does not: 42 of 120 characters are little.
    ([TEXT[0], TEXT[1][1:], TEXT[2][5:], "相关阅读", "路上的人", TEXT[3], "海边的船"], [3, 4, 5, 6]),
    ([TEXT[0], TEXT[1][1:], TEXT[2][6:], "桥", "相关阅读", "路上的人", TEXT[3], "海边的船"], [4, 5]),
    ([*TEXT[:2], "桥" * 40, "相关阅读", "路上的人", TEXT[3], "海边的船"], [3, 4]),
    (
        [
            TEXT[0],
            "相关阅读",
            linked(TEXT[2]),
            linked(TEXT[2][1:]),
            TEXT[3],
            "推荐阅读",
            "路上的人",
            TEXT[1],
            "海边的船",
        ],
        [1, 2, 3, 5, 6],
    ),
    ([*TEXT[:2], "相关阅读", "路上的人", TEXT[3]], [2, 3]),
    ([*TEXT[:2], line("相关阅读", "heading"), "路上的人", TEXT[3]], [2, 3]),
    ([*TEXT[:3], bold("相关阅读"), TEXT[3], "相关阅读", "路上的人"], [5, 6]),
    ([*TEXT[:3], "编辑推荐", "路上的人", TEXT[3], "阅读全文"], [3, 4, 5, 6]),
    ([TEXT[0], "相关阅读", "路上的人", "继续阅读", TEXT[1], "海边的船"], [1, 2, 3]),
    # A summary cut off, behind which a line calls to read on, is no text.
    ([TEXT[0], "相关阅读", "路上的人", TEXT[1], "阅读全文"], [1, 2, 3, 4]),
    ([TEXT[0], "相关阅读", "路上的人", TEXT[1] + " 继续阅读"], [1, 2, 3]),
    ([TEXT[0], "相关阅读", "路上的人", TEXT[1], "桥", "阅读全文"], [1, 2]),
    # What goes to the front matter stays; so does a section below its head, but of a copy.
    ([*TEXT[:3], "相关阅读", "路上的人", "来源：河谷周报", "海边的船"], [3, 4, 6]),
    ([*TEXT[:3], "相关阅读", "路上的人", "陈大文，专栏作家，研究桥。", "海边的船"], [3, 4, 6]),
]


@pytest.mark.parametrize(("lines", "taken"), RELATED)
def test_boxes_of_other_articles(lines, taken):
    assert out(related, *lines) == [(at, "related articles") for at in taken]


BOAT = linked("河上的船")


@pytest.mark.parametrize(
    ("below", "taken"),
    [
        # Sentences one below the other go on; one beside a link, or by itself, is of the box.
        ([SENTENCE, SENTENCE[1:] + "了。"], 0),
        ([BOAT, SENTENCE, SENTENCE[1:] + "了。"], 1),
        ([BOAT, SENTENCE, BOAT, SENTENCE[1:] + "了。", BOAT], 5),
        ([BOAT, SENTENCE, BOAT], 3),
        ([SENTENCE, linked(SENTENCE[1:] + "了。")], 2),
        ([SENTENCE, line(SENTENCE[1:] + "了。", "quote"), BOAT], 3),
        ([line(SENTENCE, "quote"), line(SENTENCE[1:] + "了。", "quote"), BOAT], 3),
        ([SENTENCE, "版权所有，未经授权不得转载。"], 2),
        ([BOAT, SENTENCE, BOAT, SENTENCE, SENTENCE[1:] + "了。"], 3),
    ],
)
def test_short_sentences_behind_a_box(below, taken):
    lines = [TEXT[0], "相关阅读", *below, TEXT[1], TEXT[2]]
    assert [at for at, _ in out(related, *lines)] == list(range(1, 2 + taken))


@pytest.mark.parametrize(
    ("block", "headline"),
    [
        (linked("山里的路一直通到海边"), True),
        (linked("山里的路一直通到"), True),
        (linked("山里的路一直通"), False),
        (line("山里的路一直通到海边"), False),
        (linked(SENTENCE), False),
        (linked("路"), False),
    ],
)
def test_a_line_that_is_one_link_as_long_as_a_title(block, headline):
    assert is_headline(block) is headline


OWN = "村口的老桥又修了三回，河里的水照旧流过去，过桥的人照旧过桥，谁也不去问它是哪一年。"
APPLES = [
    "县里的苹果今年卖得不错，果农说价钱比去年高出不少，客商从外地来，一车又一车往外拉。",
    "今年雨水也好，果子又大又甜，果农在地头支起木棚，白天过秤装箱，夜里就睡在果园当中。",
]


def test_a_box_that_speaks_of_other_things_than_the_title_is_out_however_much_it_is():
    apart = [(1, "related articles"), *((at, "other articles") for at in range(2, 5))]
    assert out(related, OWN, "相关阅读", "路上的人", *APPLES) == apart
    assert out(related, OWN, "编辑推荐", "路上的人", *APPLES) == [(1, "related articles"), (2, "related articles")]
    assert out(related, OWN, "相关阅读", "老桥修了三回", *APPLES) == [(1, "related articles"), (2, "related articles")]
    # What is out already, a box between, says nothing.
    between = [linked("村口的老桥修了三回"), linked("河上的船")]
    found = out(related, OWN, "相关阅读", *between, OWN[1:], "推荐阅读", "路上的人", *APPLES)
    assert found[:3] == [(at, "related articles") for at in (1, 2, 3)]
    assert found[3:] == [(5, "related articles"), *((at, "other articles") for at in (6, 7, 8))]


@pytest.mark.parametrize(("labels", "reason"), [(19, "other articles"), (20, "")])
def test_of_many_labels_only_the_first_are_asked_what_they_head(labels, reason):
    sections = [each for at in range(labels) for each in ("相关阅读", OWN[:-1] + f"第{at}。")]
    # More than what stands above would let go.
    lines = [OWN, *sections, "相关阅读", "路上的人", *APPLES * 5]
    assert dict(out(related, *lines)).get(len(lines) - 1, "") == reason


@pytest.mark.parametrize(
    ("below", "stays"),
    [(["桥", TEXT[2]], True), (["桥", "路", "海", TEXT[2]], True), (["桥", "路", "海", "山", TEXT[2]], False)],
)
def test_the_next_section_ends_a_box(below, stays):
    lines = [*TEXT[:2], "相关阅读", "路上的人", line("后来", "heading"), *below, TEXT[3]]
    up_to = 4 if stays else 4 + len(below)
    assert [at for at, _ in out(related, *lines)] == list(range(2, up_to))
    assert [at for at, _ in out(related, *lines, copy=True)] == list(range(2, 4 + len(below)))
    lines[4] = linked("后来", "heading")
    assert [at for at, _ in out(related, *lines)] == list(range(2, 4 + len(below)))


def spans(*parts, kind="paragraph"):
    """A block of plain texts and, in pairs, of links with their addresses."""
    return Block(kind, tuple(Span(each) if isinstance(each, str) else Span(each[0], href=each[1]) for each in parts))


HEADLINE = ("山里的路一直通到海边", "https://e.example/1")
SHARED = (
    "https://e.example/share?title=%E6%9D%91%E5%8F%A3%E7%9A%84%E8%80%81%E6%A1%A5%E4%BF%AE%E4%BA%86%E4%B8%89%E5%9B%9E"
)
CALLS = [
    (spans("相关阅读：", HEADLINE), "related articles"),
    (spans("相关阅读：", ("路", "https://e.example/1")), "related articles"),
    (spans("编辑推荐：", HEADLINE), "related articles"),
    (spans("相关", "阅读：", HEADLINE), "related articles"),
    (spans("编辑推荐：", ("山里的路一直通到", "https://e.example/1")), "related articles"),
    (spans("编辑推荐：", ("山里的路一直通", "https://e.example/1")), ""),
    (spans(">>> ", HEADLINE), "related articles"),
    (spans("》 ", HEADLINE), ""),
    (spans(">>>> ", HEADLINE), "related articles"),
    (spans("→", HEADLINE, " "), "related articles"),
    (spans("→", HEADLINE, kind="item"), "related articles"),
    (spans("→", HEADLINE, kind="quote"), ""),
    (spans("→", HEADLINE, "，见此"), ""),
    (spans("他说起", HEADLINE), ""),
    (spans("相关阅读：", HEADLINE, ("另一条", "https://e.example/2")), "related articles"),
    (spans("相关阅读："), ""),
    (spans(" ", HEADLINE), ""),
    (spans(), ""),
    # What the law makes sites print.
    (spans(("广告", "https://e.example/1")), "advertisement"),
    (spans(("【赞助商内容】", "https://e.example/1")), "advertisement"),
    (spans(("AD", "https://e.example/1"), ("桥", "https://e.example/1")), "advertisement"),
    (spans(("广告 山里的路", "https://e.example/1")), "advertisement"),
    (spans(("广告 山里的路", "https://e.example/1"), ("海", "https://e.example/1")), ""),
    (spans(("广告山里的路", "https://e.example/1")), ""),
    (spans("广告", ("桥", "https://e.example/1")), ""),
    # An address that hands on the title, behind a word or two.
    (spans(("微博", SHARED)), "share bar"),
    (spans((" 分享到新浪微博 "[:10], SHARED)), "share bar"),
    (spans(("一" * BUTTON_MOST, SHARED)), "share bar"),
    (spans(("一" * (BUTTON_MOST + 1), SHARED)), ""),
    (spans(("微博", "https://e.example/1")), ""),
]


@pytest.mark.parametrize(("block", "reason"), CALLS)
def test_links_that_call_to_readers(block, reason):
    assert calling_link(block, TITLE) == reason


def test_a_title_of_three_letters_stands_in_an_address_by_chance():
    link = linked("微博", href="https://e.example/?t=%E8%80%81%E6%A1%A5%E6%A2%81%E8%AE%B0")
    assert (calling_link(link, "老桥梁记"), calling_link(link, "老桥梁"), calling_link(link, "")) == (
        "share bar",
        "",
        "",
    )


def test_a_picture_in_a_link_is_no_word_of_its_label():
    picture = Span("相关阅读", image="a.png")
    assert calling_link(Block("paragraph", (picture, Span("微博", href=SHARED))), TITLE) == "share bar"


ONE, TWO, THREE = (linked(text) for text in ("山里的路", "河上的船", "桥下的水"))
ITEMS = [linked(text, "item") for text in ("山里的路", "河上的船", "桥下的水")]
WITHIN = [linked(text, "item", "#part") for text in ("山里的路", "河上的船", "桥下的水")]
RUNS = [
    ([TEXT[0], ONE, TWO, THREE, TEXT[1]], [1, 2, 3]),
    ([ONE, TWO, THREE], [0, 1, 2]),
    ([TEXT[0], ONE, TWO, TEXT[1], THREE], []),
    ([TEXT[0], ONE, TWO, THREE, TEXT[1], ONE, TWO, TEXT[2], ONE, TWO, THREE], [1, 2, 3, 8, 9, 10]),
    ([TEXT[0], ONE, line("桥"), TWO, THREE], []),
    ([TEXT[0], ONE, spans(("路", "#a"), "，"), THREE], []),
    ([TEXT[0], ONE, spans(("路", "#a"), " "), THREE], [1, 2, 3]),
    ([TEXT[0], ONE, linked("桥", "quote"), THREE], []),
    ([TEXT[0], ONE, line(" "), THREE], []),
    # Behind a label of sources, near its end; and what heads a list of links to other pages.
    (["参考资料", ONE, TWO, THREE], []),
    (["参考资料" + "桥" * 36, ONE, TWO, THREE], []),
    (["参考资料" + "桥" * 40, ONE, TWO, THREE], [1, 2, 3]),
    (["参考资料" + "桥" * 39, ONE, TWO, THREE], [1, 2, 3]),
    # A line that points at them, and no call to read more.
    (["这个桥的例子", ONE, TWO, THREE], []),
    (["下面幾座橋", ONE, TWO, THREE], []),
    (["这些文章也好看", ONE, TWO, THREE], [1, 2, 3]),
    (["以下相关", ONE, TWO, THREE], [1, 2, 3]),
    (["这", ONE, TWO, THREE], [1, 2, 3]),
    (["这座桥，那座桥", ONE, TWO, THREE], [1, 2, 3]),
    (["如下：", *ITEMS], []),
    (["如下: ", *ITEMS], []),
    (["如下", *ITEMS], [1, 2, 3]),
    (["如下：", ONE, TWO, THREE], [1, 2, 3]),
    (["如下：", *ITEMS[:2], THREE], [1, 2, 3]),
    ([line("如下", "heading"), *ITEMS], []),
    ([line("如下", "item"), *ITEMS], []),
    # The contents of the page itself are none.
    (["如下：", *WITHIN], [1, 2, 3]),
    (["如下：", *WITHIN[:2], ITEMS[2]], []),
    (["如下：", *WITHIN[:2], spans(("桥下的水", "#part"), " ", kind="item")], [1, 2, 3]),
]


@pytest.mark.parametrize(("lines", "taken"), RUNS)
def test_links_in_a_row(lines, taken):
    blocks = [each if isinstance(each, Block) else line(each) for each in lines]
    assert link_runs([(5 + 2 * at, block) for at, block in enumerate(blocks)]) == [5 + 2 * at for at in taken]
