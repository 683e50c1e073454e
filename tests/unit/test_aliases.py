"""One person, company or concept under all their names."""

import pytest

from digest.plan.aliases import read_aliases
from digest.plan.site_plan import read_site_plan
from digest.plan.subjects.names import key

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


FAULTS = [
    ("- 甲\n", 1, "aliases-yaml"),
    ("甲: [乙\n", 1, "aliases-yaml"),
    ("# 名\n甲: 乙\n", 2, "alias-form"),
    ("甲: []\n", 1, "alias-form"),
    ("腾讯: [Tencent]\n鹅厂: [tencent]\n", 2, "alias-doubled"),
    ("马大桥: [馬大橋]\n", 1, "alias-doubled"),
    ("甲甲: [乙]\n甲甲: [丙]\n", 2, "alias-doubled"),
]


@pytest.mark.parametrize(("text", "line", "code"), FAULTS)
def test_a_fault_is_named_with_its_line(text, line, code):
    assert {(fault.line, fault.code) for fault in read_aliases("aliases.yml", text)[1]} == {(line, code)}
