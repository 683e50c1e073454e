"""What is said of a result: too little of it, text that was cut, what a copy lacks, and a title that it does not speak
of, each at its bounds."""

import pytest

from convert.clean.below import ABOVE_POST
from convert.clean.checking import check, doubts, keeps_enough
from convert.clean.selection import Selection
from convert.errors import NoArticle
from convert.page import Block, Draft, Removed, Span


def line(text, kind="paragraph", **more):
    return Block(kind, (Span(text),), **more)


def text(length, sign="桥"):
    """A running paragraph of so many characters."""
    return line((f"{sign}上的人，" * length)[: length - 1] + "。")


@pytest.mark.parametrize(
    ("kept", "cut", "enough"),
    [
        ([text(60)], [(text(60), "navigation")], True),
        ([text(60)], [(text(61), "navigation")], False),
        ([text(60), line("桥")], [(text(60), "navigation"), (line("路"), "navigation")], True),
        ([text(60)], [(text(60), "navigation"), (text(60), "share bar")], False),
        ([text(60)], [(text(60), "navigation"), (text(600), "comments")], True),
        *(
            ([text(60)], [(text(600), reason)], True)
            for reason in (
                "comments",
                "other articles",
                "paragraph repeated",
                "disclaimer",
                "rights notice",
                ABOVE_POST,
            )
        ),
        ([text(60)], [(text(600), "related articles")], False),
        ([], [], True),
    ],
)
def test_most_of_the_running_text_has_to_stay(kept, cut, enough):
    removed = [Removed(block, reason, at) for at, (block, reason) in enumerate(cut, 10)]
    assert keeps_enough(Selection(dict(enumerate(kept)), False, removed)) is enough


def refused(kept, removed):
    blocks = tuple(line("桥" * length + "。") for length in kept)
    out = [Removed(line("路" * length + "。"), reason, 9) for length, reason in removed]
    try:
        check(blocks, Selection(dict(enumerate(blocks)), False, out), "")
    except NoArticle as fault:
        return str(fault)
    return ""


@pytest.mark.parametrize(
    ("kept", "removed", "words"),
    [
        ([60], [], ""),
        ([30, 30], [], ""),
        ([59], [(41, "navigation")], "nothing of an article is left: 59 of 100 letters"),
        ([], [], "nothing of an article is left: 0 of 0 letters"),
        ([60], [(340, "navigation")], ""),
        ([60], [(341, "navigation")], "only 60 of 401 letters would be kept (14 %)"),
        ([60], [(200, "navigation"), (141, "share bar")], "only 60 of 401 letters would be kept (14 %)"),
        *(
            ([60], [(999, reason)], "")
            for reason in (
                "comments",
                "related articles",
                "other articles",
                "before the title",
                ABOVE_POST,
                "after the end of the article",
            )
        ),
    ],
)
def test_a_page_of_which_hardly_anything_is_left_is_refused(kept, removed, words):
    said = refused(kept, removed)
    assert said.startswith(words) and bool(said) is bool(words)


def test_a_refusal_says_what_is_allowed():
    with pytest.raises(NoArticle) as few:
        check((), Selection({}), "")
    assert "a page with at least 60 letters of running text" in str(few.value)
    with pytest.raises(NoArticle) as share:
        check((line("桥" * 60),), Selection({}, False, [Removed(line("路" * 400), "navigation", 1)]), "")
    assert "at least 15 %: the page may be a list of articles" in str(share.value)


def said(kept, removed=(), title="", source="html", **more):
    out = [Removed(block, reason, at) for at, (block, reason) in enumerate(removed, 50)]
    whole = tuple(more.pop("blocks", ()))
    draft = Draft(source, whole, **more)
    return [(each.reason, each.passage) for each in doubts(draft, tuple(kept), out, title)]


CUT = "much running text was cut"


@pytest.mark.parametrize(
    ("removed", "found"),
    [
        ([(text(60, "路"), "navigation")], [f"{CUT}: navigation"]),
        ([(text(59, "路"), "navigation")], []),
        ([(text(40, "路"), "navigation"), (text(40, "河"), "navigation")], [f"{CUT}: navigation"]),
        # Each by itself too little, all together enough.
        ([(text(40, "路"), "navigation"), (text(40, "河"), "tags")], [f"{CUT}, a little each: navigation, tags"]),
        ([(text(59, "路"), "navigation"), (line("路"), "tags")], []),
        (
            [(text(60, "路"), "navigation"), (text(60, "河"), "tags"), (text(40, "海"), "share bar")],
            [f"{CUT}: navigation", f"{CUT}: tags"],
        ),
        # What is not missing: said twice, kept elsewhere, of the site; what is no running Chinese text.
        *(
            ([(text(90, "路"), reason)], [])
            for reason in (
                "paragraph repeated",
                "lead repeated",
                "editor's lead, kept in the front matter",
                "disclaimer",
                "rights notice",
                ABOVE_POST,
            )
        ),
        ([(text(60), "navigation")], []),
        ([(line("路" * 90), "navigation")], []),
        (
            [
                (
                    line(
                        "The bridge at the end of the village was built by nobody who is known here now, they say; 桥。"
                    ),
                    "navigation",
                )
            ],
            [],
        ),
    ],
)
def test_running_text_that_was_cut_is_doubtful(removed, found):
    told = said([text(400)], removed)
    assert [reason for reason, _ in told] == found
    parts = [[block for block, reason in removed if reason in each] for each in found]
    assert [passage for _, passage in told] == [" ".join(block.text for block in blocks) for blocks in parts]


def test_what_is_cut_little_by_little_counts_from_the_same_share_on():
    cut = [(text(45, "路"), "navigation"), (text(45, "河"), "tags")]
    assert len(said([text(600)], cut)) == 1 and said([text(601)], cut) == []


def test_a_sentence_and_a_title_may_stand_in_two_lines_of_the_text():
    kept = [line("桥" * 200), line("路" * 200)]
    assert said(kept, [(line("桥" * 30 + "路" * 40 + "。"), "navigation")]) == []
    assert said(kept, title="桥路甲乙丙丁戊己庚辛壬") == []


@pytest.mark.parametrize(("hanzi", "doubtful"), [(20, True), (19, False)])
def test_half_a_paragraph_of_chinese_is_running_text(hanzi, doubtful):
    mixed = line("bridge, " * 5 + "路" * hanzi + "。")
    assert bool(said([text(120)], [(mixed, "navigation")])) is doubtful


@pytest.mark.parametrize(("length", "doubtful"), [(119, True), (120, False)])
def test_of_a_short_article_each_line_counts(length, doubtful):
    cut = line("路上的人走了很久，一直走到海边。海水很凉。")
    assert bool(said([text(length)], [(cut, "navigation")])) is doubtful
    assert said([text(length)], [(line("路上的人走了很久，一直走到海边，海水很…"), "navigation")]) == []
    assert said([text(length)], [(line("路上的人走了很久一直走到海边"), "navigation")]) == []


def test_what_the_format_left_out_counts_as_what_was_cut():
    draft = Draft("html", (), removed=(Removed(text(60, "路"), "hidden", 3),))
    assert [each.reason for each in doubts(draft, (text(400),), [], "")] == [f"{CUT}: hidden"]


@pytest.mark.parametrize(
    ("sentences", "copied"),
    [(["桥" * 36, "路" * 24], True), (["桥" * 35, "路" * 25], False), (["桥" * 60], True), (["路" * 60], False)],
)
@pytest.mark.parametrize("mark", "。！？!?")
def test_a_part_whose_sentences_stand_elsewhere_is_a_copy(sentences, copied, mark):
    block = line("".join(f"{sentence}{mark}" for sentence in sentences))
    assert bool(said([line("桥" * 400)], [(block, "navigation")])) is not copied


def numbered(*lines):
    return [line(text, line=at) for at, text in enumerate(lines, 1)]


@pytest.mark.parametrize(
    ("lines", "kept", "fold"),
    [
        (["桥" * 80, "展开全文", "路" * 80], {0, 2}, "展开全文"),
        (["桥" * 80, "展开全文", "路" * 80], {0, 1, 2}, "展开全文"),
        (["桥" * 80, " 展开全文 ", "路" * 80], {0, 2}, " 展开全文 "),
        (["桥" * 80, "路" * 80, "展开全文"], {0, 1, 2}, "展开全文"),
        (["桥" * 80, "路" * 80, "展开全文"], {0, 1}, ""),
        (["展开全文", "桥" * 80, "路" * 80], {1, 2}, ""),
        (["展开全文", "桥" * 80, "路" * 80], {0, 1, 2}, ""),
        (["桥" * 80, "阅读全文 12 条", "路" * 80], {0, 2}, ""),
        (["桥" * 80, "他展开全文来看", "路" * 80], {0, 2}, ""),
    ],
)
def test_what_a_copy_lacks_behind_a_click(lines, kept, fold):
    blocks = numbered(*lines)
    stay = [block for at, block in enumerate(blocks) if at in kept]
    out = [(block, "navigation") for at, block in enumerate(blocks) if at not in kept]
    expected = [("the copy lacks what its page opens when somebody clicks", fold)] if fold else []
    assert said(stay, out, source="text", blocks=blocks) == expected
    assert said(stay, out, source="html", blocks=blocks) == []


SHAPED = "short lines beside the text were cut for their shape"
BETWEEN, BEHIND = "between title and text", "after the end of the article"


@pytest.mark.parametrize(
    ("cut", "passage"),
    [
        ([(5, "路" * 15, BETWEEN)], "路" * 15),
        ([(5, "路" * 14, BETWEEN)], ""),
        ([(5, "路" * 8, BETWEEN), (6, "河" * 8, BETWEEN)], f"{'路' * 8} {'河' * 8}"),
        ([(20, "路" * 15, BEHIND)], "路" * 15),
        ([(5, "路" * 15, BEHIND)], ""),
        ([(5, "路" * 15, "navigation")], ""),
        ([(20, "路" * 15, BEHIND), (21, "上一篇", "navigation"), (22, "河" * 15, BEHIND)], "路" * 15),
        ([(22, "河" * 15, BEHIND), (20, "路" * 15, BEHIND)], f"{'路' * 15} {'河' * 15}"),
        # Notices say what to scan, and when.
        (
            [(20, "路" * 8, BEHIND), (21, "扫码加入", "invitation to scan or follow"), (22, "河" * 8, BEHIND)],
            f"{'路' * 8} {'河' * 8}",
        ),
        ([(5, "a" * 20, BETWEEN)], ""),
        # Figures side by side are what a program printed; one alone is a counter.
        ([(20, "sda 0.00 41.94 2.15 0.00", BEHIND)], "sda 0.00 41.94 2.15 0.00"),
        ([(20, "shown 20,140 and liked 1520", BEHIND)], ""),
        # What the page says again is a menu.
        ([(5, "路" * 15, BETWEEN), (30, "路" * 15, BETWEEN)], ""),
    ],
)
def test_lines_of_a_copy_that_were_cut_for_their_shape(cut, passage):
    kept = [line("桥" * 100, line=10)]
    removed = [Removed(line(words, line=at), reason, at) for at, words, reason in cut]
    draft = Draft("text", (*kept, *(each.block for each in removed)))
    expected = [(SHAPED, passage)] if passage else []
    assert [(each.reason, each.passage) for each in doubts(draft, tuple(kept), removed, "")] == expected
    page = Draft("html", draft.blocks)
    assert doubts(page, tuple(kept), removed, "") == ()


def test_text_outside_the_part_taken_is_told():
    told = "text that looks like the article's stands outside the part taken for it"
    assert said([text(100)], doubt="桥下的水") == [(told, "桥下的水")]


@pytest.mark.parametrize(
    ("title", "spoken"),
    [
        ("山里的路很长", False),
        ("山里的路长", True),
        ("桥上的路很长", True),
        # One pair of ten is enough.
        ("桥上甲乙丙丁戊己庚辛壬", True),
        ("桥上甲乙丙丁戊己庚辛壬癸", False),
        ("", True),
    ],
)
def test_a_text_that_does_not_speak_of_its_title(title, spoken):
    told = [] if spoken else [("the text does not speak of its title", "桥上有人。")]
    assert said([line(" "), line("桥上有人。"), line("水往下流。")], title=title) == told
