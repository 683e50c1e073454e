import pytest
from golden import cases

from digest.plan.relations import Relation
from digest.plan.suggestions import read_suggestions

CLAIMS = {"stone-bridge#c1": 1, "stone-bridge#c2": 1, "stone-bridge#c3": 1, "old-road#c1": 1}
ARTICLES = {"stone-bridge": 1, "old-road": 1, "no-claims": 1}
DRAWN = (Relation("stone-bridge#c3", "old-road#c1", "disputes", "由", 7),)


def read(text, **options):
    return read_suggestions("s.yml", text, CLAIMS, ARTICLES, DRAWN, **options)


@pytest.mark.parametrize("case", cases("suggestions"))
def test_every_fault_is_named_with_its_line(case):
    found = read(case["text"])[1]
    assert [(fault.line, fault.code) for fault in found] == [(line, code) for line, code, _ in case["found"]]
    assert all(word in str(fault) for fault, (_, _, word) in zip(found, case["found"], strict=True))


@pytest.mark.parametrize(
    ("word", "decision"),
    [
        ("supports", "supports"),
        ("相左", "disputes"),
        ("推進", "extends"),
        ("後續", "extended-by"),
        ("同题", "same-topic"),
        ("no", "no"),
        ("'no'", "no"),
        ("不採納", "no"),
        ("", ""),
    ],
)
def test_one_word_decides_a_relation_in_either_script(word, decision):
    suggestions, found = read(f"- suggest: stone-bridge#c1 ? old-road#c1\n  decide: {word}\n")
    assert not found and suggestions.entries[0].decision == decision


@pytest.mark.parametrize(("word", "decision"), [("yes", "yes"), ("要", "yes"), ("no", "no"), ("不要", "no")])
def test_yes_or_no_decides_a_claim(word, decision):
    suggestions, found = read(f"- suggest: no-claims\n  decide: {word}\n  sentence: 桥要修。\n")
    assert not found and suggestions.entries[0].decision == decision


def test_a_refusal_counts_before_it_is_carried_out_and_after():
    suggestions, _ = read(
        "- suggest: stone-bridge#c1 ? old-road#c1\n  decide: no\n- refused: old-road#c1 ? stone-bridge#c2\n"
    )
    assert suggestions.refused_pairs == {
        frozenset({"stone-bridge#c1", "old-road#c1"}),
        frozenset({"stone-bridge#c2", "old-road#c1"}),
    }
    assert [entry.line for entry in suggestions.decided] == [1]


def test_nothing_is_said_again_of_an_article_that_could_not_be_read():
    assert read("- suggest: lost#c1 ? old-road#c1\n", unread={"lost"})[1] == []
