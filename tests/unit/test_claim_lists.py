"""Lists of claims across articles: pairs, choices over the whole list, and the index of the filter."""

import pytest
from published import plan, views

from digest.pages.made import claim_pages
from digest.pages.made.claim_pages import claim_index
from digest.pages.made.lists import CLAIMS_A_PAGE, Lists
from digest.plan.relations import Relation

ARTICLE = """---
title: {slug}文
lang: zh-Hans
author: [{author}]
site: 报
claims:
{claims}---

{body}
"""


def article(slug, author, number, stance=""):
    said = [f"{slug}的第{each}条说修桥。" for each in range(1, number + 1)]
    claims = "".join(f"  - {{id: c{each}, text: {text}{stance}}}\n" for each, text in enumerate(said, 1))
    body = "".join(f"{text}<!--c{each}-->" for each, text in enumerate(said, 1))
    return ARTICLE.format(slug=slug, author=author, claims=claims, body=body)


@pytest.fixture
def small():
    made = plan(a=article("a", "甲", 2), b=article("b", "乙", 2), c=article("c", "甲", 1))
    pairs = [("a#c1", "b#c1"), ("b#c1", "c#c1"), ("a#c1", "c#c1")]
    relations = tuple(Relation(one, other, "disputes", "一说修，一说拆") for one, other in pairs)
    return type(made)(made.articles, (*relations, Relation("a#c2", "b#c2", "supports", "都说修")))


def test_each_dispute_stands_once_as_a_pair(small):
    found = claim_pages.pairs(small, list(small.claims), "disputes")
    assert found == {"a#c1": ("b#c1", "c#c1"), "b#c1": ("c#c1",)}


def test_an_author_against_himself_is_a_pair_of_its_own_list(small):
    assert claim_pages.pairs(small, list(small.claims), claim_pages.CHANGED) == {"a#c1": ("c#c1",)}


def test_the_list_of_disputes_shows_both_sides_and_counts_pairs(small):
    page = next(each for each in claim_pages.pages(small) if each.path == "claims/disputes")
    values = page.values(views(small, "zh-Hans"), {})
    shown = [(one.text, [other.text for other in met]) for _, entries in values["groups"] for one, met in entries]
    assert shown == [
        ("a的第1条说修桥。", ["b的第1条说修桥。", "c的第1条说修桥。"]),
        ("b的第1条说修桥。", ["c的第1条说修桥。"]),
    ]
    assert dict((code, number) for code, _, number in values["by_relation"])["disputes"] == 3


@pytest.fixture(scope="module")
def large():
    half = CLAIMS_A_PAGE - 20
    return plan(
        a=article("a", "甲", half, ", stance: {修桥: 支持}"), b=article("b", "乙", half, ", stance: {修桥: 反对}")
    )


def test_what_can_be_chosen_is_counted_over_all_pages(large):
    parts = [each for each in claim_pages.pages(large) if each.path in ("claims", "claims/2")]
    assert len(parts) == 2
    for part in parts:
        choices = part.values(views(large, "zh-Hans"), {})["choices"]
        assert {(each.name, number) for each, number in choices["holder"]} == {("甲", 80), ("乙", 80)}
        assert [(each.name, number) for each, number in choices["concept"]] == [("修桥", 160)]


def test_the_index_has_every_claim_with_what_its_entry_has(large):
    shown = views(large, "zh-Hant")
    index = claim_index(shown)
    listed = Lists(shown).claims(list(large.claims))
    assert [row[0] for row in index["claims"]] == [each.text for each in listed]
    assert index["articles"] == ["a文", "b文"] and {row[2] for row in index["claims"]} == {0, 1}
    first, last = index["claims"][0], index["claims"][-1]
    assert first[1] == "zh-hant/articles/a/#c1" and "for" in first[6].split() and "against" in last[6].split()
    assert first[7] == "unlinked"


def test_the_index_names_what_stands_in_lists_of_pairs(small, monkeypatch):
    monkeypatch.setattr("digest.pages.made.claim_pages.CLAIMS_A_PAGE", 1)
    rows = claim_index(views(small, "zh-Hans"))["claims"]
    assert list(small.claims) == ["a#c1", "a#c2", "b#c1", "b#c2", "c#c1"]
    assert [row[8:] for row in rows] == [
        [{"disputes": [2, 4], "changed-mind": [4]}],
        [],
        [{"disputes": [0, 4]}],
        [],
        [{"disputes": [0, 2], "changed-mind": [0]}],
    ]


def test_one_page_of_claims_needs_no_index(small):
    assert claim_index(views(small, "zh-Hans")) is None
    page = next(each for each in claim_pages.pages(small) if each.path == "claims")
    assert page.values(views(small, "zh-Hans"), {})["index_url"] == ""


WORDS = {
    "claims": "论点",
    "made": {"relations": {"disputes": "相左", "supports": "印证"}, "stances": {"for": "支持", "against": "反对"}},
}


@pytest.fixture(scope="module")
def several():
    """甲 is for it in both of his articles, and once for nothing known; 乙 and 丁 are against it."""
    made = plan(
        a=article("a", "甲", 2, ", stance: {修桥: 支持}"),
        b=article("b", "乙, 丁", 1, ", stance: {修桥: 反對, 修路: 随便}"),
        c=article("c", "甲", 2),
    )
    drawn = (
        Relation("c#c1", "a#c1", "disputes", "由"),
        Relation("b#c1", "a#c1", "disputes", "由"),
        Relation("a#c2", "b#c1", "supports", "由"),
    )
    return type(made)(made.articles, drawn)


def test_the_lists_that_there_are(several):
    shown, pages = views(several, "zh-Hans"), claim_pages.pages(several)
    listed = {
        each.path: [
            claim.text[:1] + claim.text[3:4]
            for _, entries in each.values(shown, WORDS)["groups"]
            for claim, _ in entries
        ]
        for each in pages
    }
    assert listed == {
        "claims": ["a1", "a2", "b1", "c1", "c2"],
        "claims/disputes": ["a1"],
        "claims/changed-mind": ["a1"],
        "claims/supports": ["a2", "b1"],
        "claims/unlinked": ["c2"],
        "claims/for": ["a1", "a2"],
        "claims/against": ["b1"],
    }
    assert {(each.template, each.edited_in) for each in pages} == {("claims.html", "relations.yml")}
    assert claim_pages.pages(type(several)(several.articles))[0].edited_in == ""
    assert [each.path for each in claim_pages.pages(type(several)())] == ["claims"]
    titles = {
        each.path: each.title(shown, WORDS)
        for each in pages
        if each.path != "claims/changed-mind" and each.path != "claims/unlinked"
    }
    assert titles == {
        "claims": "论点",
        "claims/disputes": "论点：相左",
        "claims/supports": "论点：印证",
        "claims/for": "论点：支持",
        "claims/against": "论点：反对",
    }


def test_what_a_list_says_of_itself(several):
    shown = views(several, "zh-Hans")
    pages = {each.path: each.values(shown, WORDS) for each in claim_pages.pages(several)}
    whole, disputes, against = pages["claims"], pages["claims/disputes"], pages["claims/against"]
    assert [(found.name, len(entries)) for found, entries in whole["groups"]] == [("a文", 2), ("b文", 1), ("c文", 2)]
    assert [[met for _, met in entries] for _, entries in whole["groups"]] == [[[], []], [[]], [[], []]]
    assert [other.text for other in disputes["groups"][0][1][0][1]] == ["c的第1条说修桥。", "b的第1条说修桥。"]
    # Pairs are counted where they are shown.
    assert [(each["code"], each["size"], each["whole"], each["only"]) for each in (whole, disputes, against)] == [
        ("", 5, 5, ""),
        ("disputes", 2, 5, "relation:disputes"),
        ("against", 1, 5, "stance:against"),
    ]
    assert whole["by_relation"] == [
        (code, f"zh-hans/claims/{code}/", number)
        for code, number in (("disputes", 2), ("changed-mind", 1), ("supports", 2), ("unlinked", 1))
    ]
    assert whole["by_stance"] == [("for", "zh-hans/claims/for/", 2), ("against", "zh-hans/claims/against/", 1)]
    assert (whole["all_url"], whole["index_url"], whole["way"], whole["part"].number) == ("zh-hans/claims/", "", [], 1)
    assert ([each.name for each in whole["concepts"]], [each.name for each in whole["people"]]) == (["修桥"], ["甲"])
    assert [(each.name, number) for each, number in whole["choices"]["holder"]] == [("甲", 4), ("丁", 1), ("乙", 1)]
    assert [(each.name, number) for each, number in against["choices"]["concept"]] == [("修桥", 1)]


def test_a_list_of_several_parts_has_an_index(several, monkeypatch):
    monkeypatch.setattr(claim_pages, "CLAIMS_A_PAGE", 3)
    shown, words = views(several, "zh-Hant"), {**WORDS, "claims": "論點"}
    first, second = claim_pages.pages(several)[:2]
    assert (first.title(shown, words), second.title(shown, words)) == ("論點", "論點 2")
    values = second.values(shown, words)
    assert values["index_url"] == "zh-hant/claims/index.json"
    assert values["way"] == [(1, "zh-hant/claims/"), (2, "zh-hant/claims/2/")] and values["part"].number == 2
    assert [row[3] for row in claim_index(shown)["claims"]] == ["甲", "甲", "乙、丁", "甲", "甲"]
    monkeypatch.setattr(claim_pages, "CLAIMS_A_PAGE", 5)
    assert claim_index(shown) is None
