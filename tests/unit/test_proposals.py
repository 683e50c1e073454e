import pytest
import yaml

from digest.articles.reading import read_article
from digest.plan.suggestions import SuggestionEntry, read_suggestions
from digest.proposals.claim_candidates import Candidate
from digest.proposals.decisions import with_claims, with_relations, without_decided
from digest.proposals.suggestion_text import claim_entry, with_entries

ARTICLE = """\
---
title: 石桥
lang: zh-Hans  # 简体
people: [李石]
# 论点还没有写
rights: 未经许可，禁止转载
---

镇上有一座**旧桥**。我认为，修桥的关键不在石头，而在人心。

- 李石说：“桥要修。**路也要修。**”
"""


def accepted(sentence, text="", holder="", decision="yes"):
    return SuggestionEntry(1, 5, False, decision, (), "stone-bridge", sentence, text, holder)


def claims_of(text):
    article, found = read_article("a.md", "stone-bridge", text)
    assert not found
    return [(claim.id, claim.text, claim.holder, claim.quote) for claim in article.claims]


def lines_added(before, after):
    kept = iter(after.splitlines())
    assert all(any(line == other for other in kept) for line in before.splitlines())


def test_an_accepted_claim_is_written_and_its_sentence_marked():
    outcome = with_claims(
        ARTICLE, [accepted("我认为，修桥的关键不在石头，而在人心。", "关键: 在人心 #1", "李石")], "s.yml"
    )
    assert claims_of(outcome.text) == [("c1", "关键: 在人心 #1", "李石", "我认为，修桥的关键不在石头，而在人心。")]
    assert "而在人心。<!--c1-->\n" in outcome.text
    changed = set(outcome.text.splitlines()) ^ set(ARTICLE.splitlines())
    assert {line for line in changed if line in ARTICLE.splitlines()} == {
        "镇上有一座**旧桥**。我认为，修桥的关键不在石头，而在人心。"
    }


@pytest.mark.parametrize(
    "head",
    [
        "claims: []",
        "claims:\n- id: c4\n  text: 旧桥危险。\n# 完",
        "claims:\n    - {id: c4, text: 旧桥危险。}\ntags: [桥]",
    ],
)
def test_claims_that_are_there_keep_their_lines_and_their_style(head):
    body = ARTICLE.replace("# 论点还没有写", head)
    body = body if "c4" not in head else body.replace("**旧桥**。", "**旧桥**。<!--c4-->")
    outcome = with_claims(body, [accepted("“桥要修。"), accepted("李石说：“桥要修。")], "s.yml")
    assert [entry.sentence for entry in outcome.done] == ["李石说：“桥要修。"]
    assert [finding.code for finding in outcome.found] == ["suggestion-sentence"]
    assert claims_of(outcome.text)[-1][0] == ("c5" if "c4" in head else "c1")
    lines_added(
        body.replace("claims: []", "claims:").replace(
            "桥要修。", "桥要修。<!--" + claims_of(outcome.text)[-1][0] + "-->"
        ),
        outcome.text,
    )


def test_several_claims_are_numbered_one_after_the_other():
    outcome = with_claims(
        ARTICLE, [accepted("镇上有一座旧桥。"), accepted("路也要修。”"), accepted("李石说：“桥要修。")], "s.yml"
    )
    assert [claim[0] for claim in claims_of(outcome.text)] == ["c1", "c2", "c3"]


def test_line_ends_and_byte_order_mark_stay():
    windows = "\ufeff" + ARTICLE.replace("\n", "\r\n")
    outcome = with_claims(windows, [accepted("镇上有一座旧桥。")], "s.yml")
    assert outcome.done and outcome.text.startswith("\ufeff---\r\n") and "\n" not in outcome.text.replace("\r\n", "")


def test_an_article_without_a_head_is_not_touched():
    assert with_claims("镇上有一座旧桥。", [accepted("镇上有一座旧桥。")], "s.yml").text == "镇上有一座旧桥。"


def relation(decision, reason="一说修，一说拆", line=3):
    return SuggestionEntry(line, line + 2, False, decision, ("a#c1", "b#c2"), reason=reason)


def test_an_accepted_relation_becomes_the_last_line():
    text = "# head\n- x#c1 supports y#c1: 同"
    outcome = with_relations(text, [relation("disputes")], {}, set(), "s.yml")
    assert outcome.text == text + "\n- a#c1 disputes b#c2: 一说修，一说拆\n"
    assert with_relations("", [relation("extended-by", "说: #1")], {}, set(), "s.yml").text == (
        "- b#c2 extends a#c1: '说: #1'\n"
    )


@pytest.mark.parametrize(
    ("entry", "drawn", "apart", "code"),
    [
        (relation("supports", ""), {}, (), "suggestion-reason"),
        (relation("supports"), {frozenset({"a#c1", "b#c2"}): 9}, (), "suggestion-drawn"),
        (relation("supports"), {}, {frozenset({"a#c1", "b#c2"})}, "suggestion-drawn"),
    ],
)
def test_what_cannot_be_drawn_stays_and_is_said(entry, drawn, apart, code):
    outcome = with_relations("# head\n", [entry], drawn, apart, "s.yml")
    assert outcome.text == "# head\n" and not outcome.done
    assert [(finding.line, finding.code) for finding in outcome.found] == [(3, code)]


def test_what_is_decided_leaves_the_list_and_a_refusal_stays_as_one_entry():
    text = (
        "# head\n\n- suggest: a#c1 ? b#c2\n  decide: disputes\n  reason: 由\n\n# 想一想\n- suggest: a#c1 ? b#c3\n  decide:\n\n"
        "- suggest: x\n  decide: no\n  sentence: 桥: 要修。\n"
    )
    text = text.replace("桥: 要修。", "'桥: 要修。'")
    suggestions, found = read_suggestions("s.yml", text, {"a#c1": 1, "b#c2": 1, "b#c3": 1}, {"x": 1})
    assert not found
    after = without_decided(text, suggestions.decided)
    assert after == (
        "# head\n\n# 想一想\n- suggest: a#c1 ? b#c3\n  decide:\n\n- refused: x\n  sentence: '桥: 要修。'\n"
    )


def test_an_entry_can_be_read_again_whatever_the_sentence_holds():
    hostile = "- a: 'b' #c \"d\" [e] {f} \\ <script>& *x* %"
    article, _ = read_article("a.md", "stone-bridge", ARTICLE)
    written = with_entries("", [claim_entry(article, Candidate(hostile, hostile, hostile, 0.5, ("桥: #",)))])
    [entry] = yaml.safe_load(written)
    assert (entry["sentence"], entry["text"], entry["holder"], entry["concepts"]) == (
        hostile,
        hostile,
        hostile,
        ["桥: #"],
    )
    suggestions, found = read_suggestions("s.yml", written, {}, {"stone-bridge": 1})
    assert not found and suggestions.entries[0].sentence == hostile
