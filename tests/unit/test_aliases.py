"""One person, company or concept under all their names."""

from dataclasses import replace

import pytest

from digest.articles.article import as_written
from digest.articles.reading import read_article
from digest.files.findings import Finding
from digest.plan.aliases import read_aliases
from digest.plan.concepts import Concept
from digest.plan.site_plan import read_site_plan
from digest.plan.subjects.entries import key

ARTICLE = """---
title: {title}
lang: {lang}
author: [{author}]
site: 桥报
people: [{people}]
companies: [{company}]
tags: [{tag}]
claims:
  - {{id: c1, text: {claim}, holder: {holder}, stance: {{{tag}: 支持}}}}
---

{claim}<!--c1-->
"""
FILES = {
    "one": dict(
        title="一",
        lang="zh-Hans",
        author="甲",
        people="马大桥",
        company="石桥公司",
        tag="造桥",
        claim="造桥要人。",
        holder="马大桥",
    ),
    "two": dict(
        title="二",
        lang="zh-Hant",
        author="乙",
        people="小馬哥",
        company="Stonebridge",
        tag="建橋",
        claim="建橋要錢。",
        holder="小馬哥、乙",
    ),
}


@pytest.fixture
def docs(tmp_path):
    folder = tmp_path / "docs" / "articles"
    folder.mkdir(parents=True)
    for slug, said in FILES.items():
        (folder / f"{slug}.md").write_text(ARTICLE.format(**said), encoding="utf-8")
    (tmp_path / "docs" / "aliases.yml").write_text(
        "马大桥: [小马哥]\n石桥公司: [Stonebridge, 石头厂]\n造桥: [建桥, 架桥]\n", encoding="utf-8"
    )
    return tmp_path / "docs"


@pytest.fixture
def plan(docs):
    plan, found = read_site_plan(docs)
    assert found == []
    return plan


def test_everybody_has_one_page_under_all_names(plan):
    person = plan.subjects.people[key("马大桥")]
    assert person.claims == ("one#c1", "two#c1") and person.mentioned == ("one", "two") and person.path
    company = plan.subjects.people[key("石桥公司")]
    assert company.company and company.mentioned == ("one", "two")
    assert not {key("小马哥"), key("Stonebridge")} & set(plan.subjects.people)


def test_a_name_stands_in_the_script_of_its_article(plan):
    article = plan.articles["two"]
    assert article.people == ("馬大橋",) and article.claims[0].holder == "馬大橋、乙" and article.tags == ("造橋",)
    assert article.body.count("建橋要錢。") == 1


def test_a_concept_is_mentioned_by_any_of_its_names(plan):
    concept = plan.subjects.concepts[key("造桥")]
    assert concept.articles == ("one", "two") and concept.claims == ("one#c1", "two#c1")
    assert concept.stances == {"one#c1": "支持", "two#c1": "支持"}


def test_each_name_finds_the_others(plan):
    assert set(plan.synonyms[key("小马哥")]) == {key("马大桥")}
    assert set(plan.synonyms["stonebridge"]) == {key("石桥公司"), key("石头厂")}


def test_without_a_list_nothing_changes(docs):
    (docs / "aliases.yml").unlink()
    plan, _ = read_site_plan(docs)
    assert plan.articles["two"].people == ("小馬哥",) and plan.synonyms == {}


@pytest.mark.parametrize(("lang", "first"), [("zh-Hans", "马大桥"), ("zh-Hant", "馬大橋")])
def test_whoever_defines_a_term_has_the_first_name_too_and_nobody_is_named_where_nobody_was(lang, first):
    head = f"title: 桥\nlang: {lang}\nauthor: [小马哥]\ndefinitions:\n  - {{id: d1, term: 架橋, holder: 小馬哥}}\nclaims:\n  - {{id: c1, text: 一句话。}}\n"
    text = f"---\n{head}---\n\n造橋是架橋。<!--d1-->一句话。<!--c1-->\n"
    article, _ = read_article("a.md", "a", text, as_written)
    names, found = read_aliases("aliases.yml", "马大桥: [小马哥]\n造桥: [架桥]\n")
    assert found == []
    made = replace(names.applied(replace(article, by_hand={"zh-Hant": article})), by_hand={})
    assert (made.definitions[0].holder, made.definitions[0].term) == (first, {"马大桥": "造桥"}.get(first, "造橋"))
    assert made.authors == (first,) and made.claims[0].holder == "" and made.claims[0].text == "一句话。"
    assert names.applied(replace(article, by_hand={"zh-Hant": article})).by_hand == {"zh-Hant": made}


def test_names_may_stay_as_they_are_listed_in_what_a_person_wrote_too(docs):
    article = read_site_plan(docs, names_as_listed=True)[0].articles["two"]
    names, _ = read_aliases("aliases.yml", "马大桥: [小马哥]\n石桥: [石头桥]\n")
    written = replace(article, people=("小馬哥",))
    made = names.applied(replace(written, by_hand={"zh-Hant": written}), as_listed=True)
    assert article.people == made.people == made.by_hand["zh-Hant"].people == ("马大桥",)


def test_a_name_that_differs_in_script_alone_stays_as_it_is():
    names, _ = read_aliases("aliases.yml", "马大桥: [小马哥]\n")
    assert [names.of(each) for each in ("馬大橋", "马大桥", "小馬哥", "别人")] == ["馬大橋", "马大桥", "马大桥", "别人"]
    assert names.names() == ["马大桥", "小马哥"]


def test_concepts_keep_their_own_name_patterns_and_line_and_others_get_theirs_of_two_characters_or_more():
    names, _ = read_aliases("aliases.yml", "造桥: [建桥, 架, B+]\n水: [河水]\n")
    old, other = Concept("造橋", ("桥梁",), 7), Concept("山", ("山",), 8)
    found = names.shown_by([other, old])
    assert found == [other, Concept("造橋", ("桥梁", "造桥", "建桥", r"B\+")), Concept("水", ("河水",))]
    assert [each.line for each in found] == [8, 7, 0]


def test_names_find_one_another_longest_first_beside_what_synonyms_said():
    names, _ = read_aliases("aliases.yml", "造桥: [建桥, 架, 架起大桥]\n")
    assert list(names.found_by({"建桥": ("修桥",), "空": ()}).items()) == [
        ("架起大桥", ("造桥", "建桥")),
        ("建桥", ("修桥", "造桥", "架起大桥")),
        ("造桥", ("建桥", "架起大桥")),
    ]


GROUP, EXAMPLE = "a name and a list of its other names", "腾讯: [Tencent, 鹅厂]"
ONCE = "each name in one group, in one script"


@pytest.mark.parametrize(
    ("text", "line", "code", "message", "allowed"),
    [
        ("- 甲\n", 1, "aliases-yaml", "a list came", "a mapping"),
        ("# 名\n甲: 乙\n丙丙: [丁]\n", 2, "alias-form", "甲: '乙' came", GROUP),
        ("甲: []\n", 1, "alias-form", "甲: [] came", GROUP),
        ("甲: ['  ']\n", 1, "alias-form", "甲: ['  '] came", GROUP),
        ("甲: [[乙]]\n", 1, "alias-form", "甲: [['乙']] came", GROUP),
        ("腾讯: [Tencent]\n鹅厂: [tencent]\n", 2, "alias-doubled", "tencent is a name of 腾讯 by line 1 already", ONCE),
        ("马大桥: [馬大橋]\n", 1, "alias-doubled", "馬大橋 is a name of 马大桥 by line 1 already", ONCE),
        ("甲: [乙]\n马大桥: [马大桥]\n", 2, "alias-doubled", "马大桥 is a name of 马大桥 by line 2 already", ONCE),
        ("腾讯: [T, ｔ]\n", 1, "alias-doubled", "ｔ is a name of 腾讯 by line 1 already", ONCE),
        ("甲甲: [乙]\n甲甲: [丙]\n", 2, "alias-doubled", "甲甲 stands twice", "each name once"),
    ],
)
def test_a_fault_is_named_whole(text, line, code, message, allowed):
    names, found = read_aliases("aliases.yml", text)
    assert found == [Finding("aliases.yml", line, code, message, allowed, EXAMPLE)]
    assert ("丙丙" in text) == ("丙丙" in names.groups)


def test_what_is_no_yaml_is_named_with_its_line():
    names, [fault] = read_aliases("aliases.yml", "甲: [乙\n")
    assert (names.groups, fault.file, fault.line, fault.code) == ({}, "aliases.yml", 1, "aliases-yaml")
    assert (fault.allowed, fault.example) == (GROUP, EXAMPLE)
