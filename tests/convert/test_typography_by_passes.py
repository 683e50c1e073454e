"""Each repair of punctuation by itself, at its bounds: what it changes, and what stays beside it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.clean.typography import PASSES, is_spaced, repair_block, repair_spans, repair_text, repair_widths
from convert.page import Block, Span

REPAIRED = [
    # Wide Latin and upright forms.
    ("ＡＺａｚ０９", "AZaz09"),
    ("桥︐路︒︵河︶⼭", "桥，路。（河）山"),
    # Ellipses: of three points and more, of either kind, behind Chinese.
    ("桥.. 路", "桥.. 路"),
    ("桥... 路", "桥…… 路"),
    ("桥 ....路", "桥……路"),
    ("桥。。。路", "桥……路"),
    ("桥···路", "桥……路"),
    ("桥…路", "桥……路"),
    ("桥……路", "桥……路"),
    ("a... b", "a... b"),
    # Brackets around Chinese, or between Chinese.
    ("a(桥)b", "a（桥）b"),
    ("桥(a)路", "桥（a）路"),
    ("桥 (a) 路", "桥 （a） 路"),
    ("桥(a)路河", "桥（a）路河"),
    ("桥(a)b", "桥(a)b"),
    ("桥(a)", "桥(a)"),
    ("(a)桥", "(a)桥"),
    ("桥(a）路", "桥（a）路"),
    ("桥（a)路", "桥（a）路"),
    # Straight quotes: in pairs around or beside Chinese; a single one only closes.
    ('桥"a"路', "桥“a”路"),
    ('a "b" c桥', 'a "b" c桥'),
    ('a "b" c', 'a "b" c'),
    ('「桥」"路"', "「桥」「路」"),
    ('「桥」“河”"路"', "「桥」“河”“路”"),
    ('“桥"路', "“桥”路"),
    ('“桥”路"', '“桥”路"'),
    ('桥"路', '桥"路'),
    ('桥"路“河', '桥"路“河'),
    ('“桥”“路"', "“桥”“路”"),
    ('“a"', '“a"'),
    ('桥"a" b', "桥“a” b"),
    ('桥 "a" b', '桥 "a" b'),
    ('b "a" 桥', 'b "a" 桥'),
    ('"桥"路"', '"桥"路"'),
    ('"桥" "a" "路"', '“桥” "a" “路”'),
    # Marks beside Chinese, with the blanks around them.
    ("桥, 路", "桥，路"),
    ("桥 ,路", "桥，路"),
    ("桥路 ,河", "桥路，河"),
    ("a,桥", "a，桥"),
    ("桥,a", "桥，a"),
    ("a,b", "a,b"),
    ("桥a!b路", "桥a!b路"),
    ("桥a! 路", "桥a！路"),
    ("a!桥", "a！桥"),
    ("桥!a", "桥！a"),
    (",桥", "，桥"),
    ("桥,", "桥，"),
    ("3:1桥", "3:1桥"),
    # Brackets within brackets, of one width and of two.
    ("桥(路（一）河)山", "桥（路（一）河）山"),
    ("桥(路(一)河)山", "桥（路（一）河）山"),
    ("桥（路(一）河)山", "桥（路（一）河）山"),
    ("桥(f(x)河)山", "桥（f(x)河）山"),
    ("桥(路\n河)山", "桥(路 河)山"),
    ("1)桥(路)", "1)桥（路）"),
    # Full stops between clauses and at the end.
    ("桥桥桥桥桥桥.路路路路", "桥桥桥桥桥桥。路路路路"),
    ("桥桥桥桥桥.路路路路", "桥桥桥桥桥.路路路路"),
    ("桥桥桥桥桥桥.路路路", "桥桥桥桥桥桥.路路路"),
    ("桥桥桥桥桥桥．路路路路", "桥桥桥桥桥桥。路路路路"),
    ("桥。桥桥桥桥桥桥．路路路路", "桥。桥桥桥桥桥桥．路路路路"),
    ("桥。桥桥桥桥桥桥.路路路路", "桥。桥桥桥桥桥桥。路路路路"),
    ("桥桥桥桥泰坦.史密河河", "桥桥桥桥泰坦.史密河河"),
    ("桥桥桥桥迪马.史密路路", "桥桥桥桥迪马.史密路路"),
    ("桥桥桥桥桥马.史密路路", "桥桥桥桥桥马。史密路路"),
    ("桥桥桥桥迪马.史河河河", "桥桥桥桥迪马。史河河河"),
    ("桥修好了.", "桥修好了。"),
    ("桥修好了.”", "桥修好了。”"),
    ("桥修好了. 路", "桥修好了。路"),
    ("桥修好了..", "桥修好了.."),
    # Marks written twice, and closed twice.
    ("桥。。路", "桥。路"),
    ("桥， ，路", "桥，路"),
    ("桥！！路", "桥！！路"),
    ("“桥。”。路", "“桥。”路"),
    ("“桥？”。路", "“桥？”路"),
    # Blanks at marks.
    ("桥 。路", "桥。路"),
    ("桥。 路", "桥。路"),
    ("桥。 (路)", "桥。（路）"),
    ("桥， “路”", "桥，“路”"),
    ("“桥” “路”", "“桥” “路”"),
    ("桥 “路”", "桥 “路”"),
    ("“桥” 路", "“桥” 路"),
    ("“ 桥 ”", "“桥”"),
    ("桥！ 路", "桥！ 路"),
    ("桥！ 。", "桥！。"),
    ("“桥” ，路", "“桥”，路"),
    ("（ “桥”）", "（“桥”）"),
    # Stray blanks between Latin and Chinese.
    ("桥 a 路", "桥a路"),
    ("5% 桥", "5%桥"),
    ("桥 路", "桥 路"),
    # Addresses stay.
    ("见 http://a.b/c,d 桥,路", "见http://a.b/c,d桥，路"),
    ("信箱a.b@c.cn,桥", "信箱a.b@c.cn，桥"),
]


@pytest.mark.parametrize(("before", "after"), REPAIRED, ids=[each[0] for each in REPAIRED])
def test_a_text_is_repaired_by_its_neighbours(before, after):
    assert repair_text(before) == after


@pytest.mark.parametrize("code", ['let list = json["桥"].ok_or_else(|| anyhow!("没有桥"))?;', 'print("桥, 路")'])
def test_a_line_of_code_is_left_alone_as_code_is(code):
    block = Block("paragraph", (Span(code),))
    assert repair_block(block) == block
    assert repair_block(Block("paragraph", (Span(f"见桥,{code}"),))).text.startswith("见桥，")


@given(st.text(alphabet="桥路一a1.。,，()（）“”\"'… \n", max_size=30))
def test_no_place_is_edited_twice_and_brackets_are_as_many_as_before(text):
    for find in PASSES:
        edits = sorted(find(text))
        assert all(one[1] <= other[0] for one, other in pairwise(edits)), find.__name__
    for signs in ("(（", ")）"):
        assert sum(map(repair_text(text).count, signs)) == sum(map(text.count, signs))


def test_what_is_left_alone_stays_between_what_is_not():
    pieces = [("x,", True), ("桥,路", False), ("y,", True), ("河,山", False), ("z,", True), ("海", False)]
    assert repair_widths(pieces) == ["x,", "桥，路", "y,", "河，山", "z,", "海"]
    # A mark goes with the blank before it, which is not touched here.
    assert repair_widths([("桥 ", True), (",路", False)]) == ["桥 ", ",路"]


def test_blanks_between_scripts_go_unless_the_writer_sets_them():
    assert [span.text for span in repair_spans((Span("桥 a 路"),))] == ["桥a路"]


def test_marks_are_judged_across_spans_and_code_and_pictures_stay():
    spans = (Span("桥", bold=True), Span(","), Span("a,桥", code=True), Span("!"), Span("路,"), Span(" 。 "))
    repaired = repair_spans(spans)
    assert "".join(span.text for span in repaired) == "桥，a,桥！路，。"
    assert repaired[0] == Span("桥", bold=True) and Span("a,桥", code=True) in repaired
    assert repair_widths([("桥,", False), ("a,桥", True), ("!路 a", False)]) == ["桥，", "a,桥", "！路 a"]


@pytest.mark.parametrize(
    ("kind", "spaced", "text"),
    [
        ("paragraph", False, "桥a路，"),
        ("paragraph", True, "桥 a 路，"),
        ("heading", False, "桥 a 路，"),
        ("table", False, "桥 a 路，"),
        ("code", False, "桥 a 路,"),
    ],
)
def test_blanks_in_headings_and_tables_stay_and_code_as_it_is(kind, spaced, text):
    block = Block(kind, (Span("桥 a 路,"),), rows=(((Span("河 b,"),), (Span("a,b"),)),))
    repaired = repair_block(block, spaced)
    assert "".join(span.text for span in repaired.spans) == text
    cells = [["".join(span.text for span in cell) for cell in row] for row in repaired.rows]
    assert cells == [["河 b," if " " in text else "河b,", "a,b"]]
    assert repair_block(block) == repair_block(block, False)


@pytest.mark.parametrize(
    ("texts", "spaced"),
    [(["桥 a"], True), (["桥 a", "路b"], False), (["桥 a b路", "河 c"], True), (["桥", "a"], False), ([], False)],
)
def test_a_writer_who_sets_more_blanks_than_not_keeps_them(texts, spaced):
    assert is_spaced(texts) is spaced
