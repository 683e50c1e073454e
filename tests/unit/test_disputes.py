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
    before, after = "前" * 150 + "。" + "近" * 150 + "。", "后" * 150 + "。" + "远" * 150 + "。"
    found = context(read(f"{before}桥老了。<!--c1-->{after}").markdown, "c1")
    assert found == Context("…" + "近" * 150 + "。", "桥老了。", "后" * 150 + "。…")
    endless = context(read("前" * 400 + "，桥老了。<!--c1-->" + "后" * 400).markdown, "c1")
    assert endless.sentence.endswith("桥老了。") and len(endless.after) == 221
