"""The Argdown export: every line is one that Argdown's grammar has, whatever stands in the texts."""

import json
import re

import pytest
from golden import cases

from digest.articles.article import Article, Summary
from digest.articles.claims import Claim
from digest.exports.interchange.argdown import argdown
from digest.plan.relations import Relation
from digest.plan.site_plan import SitePlan
from digest.zh.variants import VARIANTS

TEXT = r"(?:[^!-/:-@\[-`{-~]|\\[!-/:-@\[-`{-~])+"
LINES = {
    "statement": re.compile(rf"\[(\w+#c\d+)\]: {TEXT} (\{{.*\}})"),
    "relation": re.compile(rf"  (\+>|->) \[(\w+#c\d+)\] // {TEXT}"),
    "heading": re.compile(rf"# {TEXT}"),
    "comment": re.compile(r"//.*"),
    "empty": re.compile(""),
}


def article(slug, *texts, holder=""):
    claims = tuple(Claim(f"{slug}#c{number}", f"c{number}", text, holder, "") for number, text in enumerate(texts, 1))
    return Article(
        slug=slug, file=slug, lang="zh-Hans", title=texts[0], body="", length=0, summary=Summary("", ""), claims=claims
    )


def written(articles, relations=(), title="文摘"):
    return argdown(
        SitePlan({each.slug: each for each in articles}, tuple(relations)),
        title,
        lambda url: url,
        "articles",
        tuple(VARIANTS.values()),
    )


@pytest.mark.parametrize("case", cases("argdown"))
def test_a_text_has_no_meaning_for_argdown(case):
    [line] = [line for line in written([article("a", case["text"])]).splitlines() if line.startswith("[")]
    assert line == f'[a#c1]: {case["written"]} {{"url": "zh-hans/articles/a/#c1"}}'


def test_every_line_is_of_the_grammar_and_nothing_is_lost():
    hostile = [case.values[0]["text"] for case in cases("argdown")] + ["]: x", "{", "}\n\n}", "=== ---", "1. (1)"]
    articles = [article(slug, *hostile, holder='}\n{"甲": "===') for slug in ("a", "b")]
    kinds = ("supports", "disputes", "extends", "same-topic")
    relations = [
        Relation(f"a#c{number}", f"b#c{number}", kinds[number % 4], f"理由 ]: {text}")
        for number, text in enumerate(hostile, 1)
    ]
    text = written(articles, relations, 'x: "y" === {z}')
    head, title, body = text.split("===\n", 2)
    assert head == "" and json.loads("{" + title + "}") == {"title": 'x: "y" === {z}'}
    found = [
        next(((name, match) for name, pattern in LINES.items() if (match := pattern.fullmatch(line))), line)
        for line in body.split("\n")
    ]
    assert all(isinstance(each, tuple) for each in found), [each for each in found if isinstance(each, str)]
    statements = {match[1]: json.loads(match[2]) for name, match in found if name == "statement"}
    assert set(statements) == {claim.ref for each in articles for claim in each.claims}
    assert {data["holder"] for data in statements.values()} == {'}\n{"甲": "==='}
    signs = [match[1] for name, match in found if name == "relation"]
    assert (signs.count("+>"), signs.count("->")) == tuple(
        sum(each.kind == kind for each in relations) for kind in kinds[:2]
    )
    others = [
        (ref, kind, other) for ref, data in statements.items() for kind in kinds[2:] for other in data.get(kind, ())
    ]
    assert sorted(others) == sorted((each.a, each.kind, each.b) for each in relations if each.kind in kinds[2:])
    # Only its own braces may stand in the data: Argdown ends it at the first that closes.
    assert all(match[2].count("{") == match[2].count("}") == 1 for name, match in found if name == "statement")
