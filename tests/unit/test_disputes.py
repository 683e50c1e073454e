"""Disputes as pages of their own: their addresses, and each sentence in its paragraph."""

import pytest

from digest.articles.marks import read
from digest.pages.quotation import Context, context, dispute_pages, dispute_path
from digest.plan.relations import Relation


def test_the_address_is_the_same_whichever_claim_is_named_first():
    one = Relation("old-road#c3", "bridge#c12", "disputes", "一")
    other = Relation("bridge#c12", "old-road#c3", "disputes", "二")
    assert dispute_path(one) == dispute_path(other) == "disputes/bridge-c12/old-road-c3"


def test_the_first_disputes_of_the_file_have_pages_as_many_as_a_site_has_room_for():
    relations = [Relation(f"a#c{number}", "b#c1", "disputes", "一") for number in range(1, 5)]
    relations.insert(1, Relation("a#c9", "b#c1", "supports", "二"))
    assert list(dispute_pages(relations, most=2)) == ["disputes/a-c1/b-c1", "disputes/a-c2/b-c1"]
    assert dispute_pages([*relations, Relation("c#c1", "b#c1", "disputes", "三")], most=4) == dispute_pages(relations)


@pytest.mark.parametrize(
    ("body", "name", "wanted"),
    [
        ("桥老了。路还新。<!--c1-->没有人修。", "c1", Context("桥老了。", "路还新。", "没有人修。")),
        ("桥老了。<!--c2 c1-->路还新。", "c1", Context("", "桥老了。", "路还新。")),
        ("桥**老了。路**还新。<!--c1-->", "c1", Context("桥老了。", "路还新。", "")),
        ("> 他说：“桥老了。”<!--c1-->路还新。", "c1", Context("", "他说：“桥老了。”", "路还新。")),
        ("第一段。\n\n见[路](x.md)。桥老了。<!--c1-->\n\n第三段。", "c1", Context("见路。", "桥老了。", "")),
        ("桥老了。<!--c1+-->路还新。<!--c1-->", "c1", Context("桥老了。", "路还新。", "")),
    ],
)
def test_a_sentence_stands_in_its_paragraph(body, name, wanted):
    assert context(read(body).markdown, name) == wanted


def test_there_is_no_context_without_a_mark():
    assert context(read("桥老了。<!--c1-->").markdown, "c2") is None


def test_a_long_paragraph_is_cut_at_its_sentences():
    near, far = "近" * 150, "远" * 150
    for before, shown in [
        (f"{far}。{near}。", f"…{near}。"),
        (f"{far}；{near}。", f"…{near}。"),
        (f"他说：“{far}。”{near}。", f"…{near}。"),
        (f"{far}。{near}！{'桥' * 68}。", f"…{near}！{'桥' * 68}。"),
        (f"{far}。{near}！{'桥' * 69}。", f"…{'桥' * 69}。"),
        # A longer sentence shows its end, and all that is no longer is shown.
        ("远" * 300 + "。", "…" + "远" * 219 + "。"),
        (f"他说：“{far}{near}。”", f"…{(far + near)[-218:]}。”"),
        ("远" * 219 + "。", "远" * 219 + "。"),
        ("。" + "远" * 218 + "。", "。" + "远" * 218 + "。"),
        ("远" * 220 + "。", "…" + "远" * 219 + "。"),
    ]:
        found = context(read(f"{before}桥老了。<!--c1-->路还新。").markdown, "c1")
        assert found == Context(shown, "桥老了。", "路还新。"), before
    for after, shown in [
        (f"{near}。{far}。", f"{near}。…"),
        (f"{near}；{far}。", f"{near}；…"),
        (f"他说：“{near}。”{far}。", f"他说：“{near}。”…"),
        (f"{near}！{'桥' * 68}。{far}。", f"{near}！{'桥' * 68}。…"),
        (f"{near}！{'桥' * 69}。{far}。", f"{near}！…"),
        ("远" * 300 + "。", "远" * 220 + "…"),
        ("远" * 219 + "。", "远" * 219 + "。"),
        ("远" * 220 + "。", "远" * 220 + "…"),
    ]:
        found = context(read(f"桥老了。<!--c1-->{after}").markdown, "c1")
        assert found == Context("", "桥老了。", shown), after


def test_a_sentence_lasts_until_its_own_mark():
    opened = '<span id="c1"></span>桥老了，'
    mark = '<a class="dg-mark" href="#claim-c1">1</a>'
    assert context(f"{mark}路还新。{opened}没有人修。{mark}走吧。", "c1") == Context(
        "1路还新。", "桥老了，没有人修。", "1走吧。"
    )
    assert context(f"路还新。{opened}没有人修。", "c1") == Context("路还新。", "桥老了，没有人修。", "")
