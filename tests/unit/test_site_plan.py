from dataclasses import replace

import pytest
from tested_engine import script

from digest.files.findings import Finding
from digest.pages.views import Views
from digest.plan.concepts import Concept
from digest.plan.relations import Relation
from digest.plan.site_plan import Link, read_site_plan
from digest.zh.variants import VARIANTS

BRIDGE = """---
title: 石橋
lang: zh-Hant
author: [甲]
claims:
  - {id: c1, text: 橋要修。}
  - {id: c2, text: 橋要大家修。, holder: 乙}
---
橋要修。<!--c1-->乙說，橋要大家修。<!--c2-->
"""
ROAD = """---
title: 旧路
lang: zh-Hans
author: [甲]
date: 2020-05-01
claims:
  - {id: c1, text: 桥要拆。}
---
桥要拆。<!--c1-->
"""
RELATIONS = """- old-road#c1 supports stone-bridge#c2: 都说要动手
- stone-bridge#c1 disputes old-road#c1: 同一作者，一说修一说拆
"""


@pytest.fixture
def docs(tmp_path):
    folder = tmp_path / "docs"
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "stone-bridge.md").write_text(BRIDGE, encoding="utf-8")
    (folder / "articles" / "old-road.md").write_text(ROAD, encoding="utf-8")
    (folder / "relations.yml").write_text(RELATIONS, encoding="utf-8")
    return folder


def test_articles_claims_and_relations_are_read(docs):
    plan, found = read_site_plan(docs)
    assert found == []
    assert list(plan.articles) == ["old-road", "stone-bridge"]
    assert list(plan.claims) == ["old-road#c1", "stone-bridge#c1", "stone-bridge#c2"]
    assert plan.claims["stone-bridge#c2"][1].quote == "乙說，橋要大家修。"


def test_links_lead_both_ways_disputes_first(docs):
    plan, _ = read_site_plan(docs)
    assert [(link.other, link.relation.kind) for link in plan.links_of("old-road#c1")] == [
        ("stone-bridge#c1", "disputes"),
        ("stone-bridge#c2", "supports"),
    ]
    assert [link.other for link in plan.links_of("stone-bridge#c2")] == ["old-road#c1"]


def test_a_view_is_in_the_script_of_its_variant(docs):
    plan, _ = read_site_plan(docs)
    view = Views(plan, script(), VARIANTS["zh-Hans"], "zh-Hans", "articles").article("stone-bridge")
    assert view.title == "石桥" and view.url == "zh-hans/articles/stone-bridge/"
    [link] = view.claims[0].links
    assert (link.text, link.quote, link.url) == ("桥要拆。", "桥要拆。", "zh-hans/articles/old-road/#c1")
    assert link.changed_mind
    view = Views(plan, script(), VARIANTS["zh-Hant"], "zh-Hans", "articles").article("old-road")
    assert view.claims[0].links[0].reason == "同一作者，一說修一說拆"
    assert view.claims[0].links[0].text == "橋要修。"


def test_links_are_seen_from_both_claims_and_computed_ones_apart(docs):
    plan, _ = read_site_plan(docs)
    drawn = {relation.kind: relation for relation in plan.relations}
    assert plan.links_of("stone-bridge#c1") == [Link(drawn["disputes"], "old-road#c1", True)]
    assert plan.links_of("old-road#c1") == [
        Link(drawn["disputes"], "stone-bridge#c1", False),
        Link(drawn["supports"], "stone-bridge#c2", True),
    ]
    computed = Relation("stone-bridge#c2", "old-road#c1", "computed", "桥", 0, 0.5)
    with_computed = replace(plan, computed=(computed,))
    assert with_computed.computed_of("old-road#c1") == [Link(computed, "stone-bridge#c2", False)]
    assert with_computed.computed_of("stone-bridge#c1") == with_computed.links_of("lost#c1") == []


def test_whoever_speaks_in_both_claims_and_wrote_both_changed_his_mind(docs):
    (docs / "relations.yml").write_text(
        "- stone-bridge#c1 disputes old-road#c1: 一说修一说拆\n- stone-bridge#c2 disputes old-road#c1: 乙说修\n",
        encoding="utf-8",
    )
    plan, _ = read_site_plan(docs)
    assert [plan.changed_mind(relation) for relation in plan.relations] == [True, False]
    assert not plan.changed_mind(replace(plan.relations[0], kind="supports"))


def test_an_article_that_is_read_again_takes_its_place(docs):
    plan, _ = read_site_plan(docs)
    edited = replace(plan.articles["old-road"], title="新路")
    plan.read_again(edited)
    assert plan.articles["old-road"] is edited and list(plan.articles) == ["old-road", "stone-bridge"]


def test_terms_are_looked_for_in_all_that_is_converted(docs):
    (docs / "terms.yml").write_text("zh-Hant: {动手: 動手, 关于: 關於, 铁桥: 鐵橋}\n", encoding="utf-8")
    (docs / "about.md").write_bytes("# 关于\n".encode() + "桥".encode("gbk"))
    found = [fault for fault in read_site_plan(docs)[1] if fault.code.startswith("term")]
    assert [(fault.line, "铁桥" in fault.message) for fault in found] == [(1, True)]


def test_the_newest_article_comes_first_those_without_a_day_last(docs):
    for slug, date in {"a": "2019-01-02", "b": "2021-01-02", "c": "", "d": "2021-01-02", "e": "2021-01-10"}.items():
        text = ROAD.replace("date: 2020-05-01\n", f"date: {date}\n" if date else "")
        (docs / "articles" / f"{slug}.md").write_text(text, encoding="utf-8")
    assert list(read_site_plan(docs)[0].articles) == ["e", "b", "d", "old-road", "a", "c", "stone-bridge"]


def test_whoever_reads_otherwise_is_asked_and_what_is_left_out_is_not_read(docs):
    (docs / "about.md").write_text("---\ntitle: a: b\n---\n", encoding="utf-8")
    (docs / "articles" / "sub").mkdir()
    (docs / "articles" / "sub" / "deep.md").write_text("甲\n", encoding="utf-8")
    looked_at, read = [], []

    def left_out(path):
        looked_at.append(path)
        return path in ("about.md", "articles/old-road.md")

    def read_one(file, slug, text):
        read.append((file, slug, text))
        return None, [Finding(file, 1, "told", "甲", "乙", "丙")]

    listed = ([Concept("桥", ("桥",), 1)], [Finding("c.yml", 1, "listed", "甲", "乙", "丙")])
    (docs / "concepts.yml").write_text("桥: [桥]\n", encoding="utf-8")
    (docs / "relations.yml").unlink()
    plan, found = read_site_plan(docs, "articles", read_one, lambda file, text: listed, left_out)
    assert read == [("docs/articles/stone-bridge.md", "stone-bridge", BRIDGE)]
    assert looked_at == ["articles/sub/deep.md", "about.md", "articles/old-road.md", "articles/stone-bridge.md"]
    assert (plan.articles, plan.concepts) == ({}, (listed[0][0],))
    assert [(each.file, each.code) for each in found] == [
        ("docs/articles/sub/deep.md", "article-place"),
        ("docs/articles/stone-bridge.md", "told"),
        ("c.yml", "listed"),
    ]


def test_each_file_of_the_curators_is_read_and_its_faults_told_with_its_name(docs):
    files = {
        "terms": "zh-Hant: {桥要: 橋要, 铁塔: 鐵塔}\n",
        "synonyms": "- [桥梁, 桥体]\n- 3\n",
        "aliases": "甲甲: [乙乙]\n丙: 3\n",
        "feeds": "- 3\n",
        "suggestions": "- 3\n",
        "relations": "- 3\n- stone-bridge#c1 unrelated old-road#c1: 两回事\n",
    }
    for name, text in files.items():
        (docs / f"{name}.yml").write_text(text, encoding="utf-8")
    plan, found = read_site_plan(docs)
    assert [(each.file, each.line, each.code) for each in found] == [
        ("docs/aliases.yml", 2, "alias-form"),
        ("docs/relations.yml", 1, "relation-form"),
        ("docs/suggestions.yml", 1, "suggestion-form"),
        ("docs/synonyms.yml", 2, "synonym-form"),
        ("docs/feeds.yml", 1, "feeds-form"),
        ("docs/terms.yml", 1, "term-unused"),
    ]
    assert plan.synonyms == {"桥梁": ("桥体",), "桥体": ("桥梁",), "甲甲": ("乙乙",), "乙乙": ("甲甲",)}
    assert plan.terms == {"zh-Hant": {"桥要": "橋要", "铁塔": "鐵塔"}}
    assert (plan.aliases.groups, plan.relations) == ({"甲甲": ("乙乙",)}, ())
    assert plan.apart == {frozenset(("stone-bridge#c1", "old-road#c1"))}


def test_suggestions_are_read_against_claims_articles_and_what_is_drawn(docs):
    (docs / "articles" / "lost.md").write_text(ROAD.replace("zh-Hans", "zh"), encoding="utf-8")
    (docs / "suggestions.yml").write_text(
        "- suggest: stone-bridge#c1 ? old-road#c1\n- suggest: old-road\n  sentence: 桥要拆。\n"
        "- refused: stone-bridge#c2 ? old-road#c1\n- suggest: lost#c1 ? old-road#c1\n",
        encoding="utf-8",
    )
    plan, found = read_site_plan(docs)
    assert [(each.file, each.code) for each in found] == [
        ("docs/articles/lost.md", "front-matter-value"),
        ("docs/suggestions.yml", "suggestion-drawn"),
    ]
    assert [(each.line, each.claims, each.article) for each in plan.suggestions.entries] == [
        (1, ("stone-bridge#c1", "old-road#c1"), ""),
        (2, (), "old-road"),
        (4, ("stone-bridge#c2", "old-road#c1"), ""),
    ]


def test_what_a_person_wrote_for_a_variant_has_its_own_groups_of_terms(docs):
    (docs / "terms").mkdir()
    (docs / "terms" / "shop.yml").write_text("zh-Hant: {旧路: 老路}\n", encoding="utf-8")
    head = "title: 舊路\nlang: zh-Hant\nclaims:\n  - {id: c1, text: 橋要拆。}\n"
    text = "橋要拆。<!--c1-->\n"
    (docs / "articles" / "old-road.zh-hant.md").write_text(
        f"---\n{head}term_groups: [shop, lost]\n---\n{text}", encoding="utf-8"
    )
    (docs / "articles" / "nobody.zh-hant.md").write_text(f"---\n{head}---\n{text}", encoding="utf-8")
    plan, found = read_site_plan(docs)
    written = plan.articles["old-road"].by_hand["zh-Hant"]
    assert (written.title, written.group_terms) == ("舊路", {"zh-Hant": {"旧路": "老路"}})
    assert plan.articles["old-road"].group_terms == {} and plan.term_groups == {"shop": written.group_terms}
    assert [each.file for each in found] == ["docs/articles/nobody.zh-hant.md", "docs/articles/old-road.zh-hant.md"]


def test_another_holder_did_not_change_his_mind(docs):
    plan, _ = read_site_plan(docs)
    view = Views(plan, script(), VARIANTS["zh-Hans"], "zh-Hans", "articles").article("stone-bridge")
    assert not view.claims[1].links[0].changed_mind


@pytest.mark.parametrize(
    ("name", "old", "new", "file", "line", "code"),
    [
        ("articles/old-road.md", "<!--c1-->", "", "docs/articles/old-road.md", 7, "mark-missing"),
        ("articles/old-road.md", "<!--c1-->", "<!--c1 c7-->", "docs/articles/old-road.md", 9, "mark-unknown"),
        (
            "articles/old-road.md",
            "桥要拆。<",
            "桥要拆。<!--c1-->又一句。<",
            "docs/articles/old-road.md",
            9,
            "mark-doubled",
        ),
        ("articles/stone-bridge.md", "id: c2", "id: c1", "docs/articles/stone-bridge.md", 7, "id-doubled"),
        ("articles/old-road.md", "\n桥要拆。<!--c1-->\n", "\n", "docs/articles/old-road.md", 9, "body-empty"),
        ("relations.yml", "old-road#c1 supports", "old-road#c5 supports", "docs/relations.yml", 1, "relation-unknown"),
    ],
)
def test_a_fault_is_named_with_file_and_line(docs, name, old, new, file, line, code):
    path = docs / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    _, found = read_site_plan(docs)
    assert (file, line, code) in [(fault.file, fault.line, fault.code) for fault in found]


def test_a_missing_mark_names_the_likely_sentence(docs):
    path = docs / "articles" / "old-road.md"
    path.write_text(path.read_text(encoding="utf-8").replace("<!--c1-->", "路很长。"), encoding="utf-8")
    _, found = read_site_plan(docs)
    assert "likely: line 9: 桥要拆。" in str(next(fault for fault in found if fault.code == "mark-missing"))


def test_a_file_that_is_not_utf_8_costs_only_itself(docs):
    (docs / "articles" / "bad.md").write_bytes("---\ntitle: 甲\n".encode("gbk"))
    plan, found = read_site_plan(docs)
    assert len(plan.articles) == 2
    assert [(fault.file, fault.line, fault.code) for fault in found] == [("docs/articles/bad.md", 2, "not-utf-8")]


def test_an_article_that_cannot_be_read_is_said_once(docs):
    path = docs / "articles" / "old-road.md"
    path.write_text(path.read_text(encoding="utf-8").replace("lang: zh-Hans", "lang: zh"), encoding="utf-8")
    _, found = read_site_plan(docs)
    assert [(fault.file, fault.line, fault.code) for fault in found] == [
        ("docs/articles/old-road.md", 3, "front-matter-value")
    ]


def test_concepts_and_terms_are_checked(docs):
    (docs / "concepts.yml").write_text("桥: ['(桥']\n路: 路\n", encoding="utf-8")
    (docs / "terms.yml").write_text("zh-Hant: {桥: 橋}\nfr: {桥: pont}\n", encoding="utf-8")
    plan, found = read_site_plan(docs)
    assert [(fault.code, fault.line) for fault in found] == [
        ("terms-variant", 2),
        ("concept-pattern", 1),
        ("concept-form", 2),
    ]
    assert plan.terms == {"zh-Hant": {"桥": "橋"}}


def test_files_that_would_not_become_articles_are_said(docs):
    (docs / "articles" / "sub").mkdir()
    (docs / "articles" / "sub" / "a.md").write_text(ROAD, encoding="utf-8")
    (docs / "articles" / "b.MD").write_text(ROAD, encoding="utf-8")
    (docs / "articles" / "README.md").write_text("# 说明\n", encoding="utf-8")
    plan, found = read_site_plan(docs)
    assert sorted((fault.file, fault.code) for fault in found) == [
        ("docs/articles/b.MD", "article-name"),
        ("docs/articles/sub/a.md", "article-place"),
    ]
    assert "README" not in plan.articles


def test_a_folder_that_is_not_there_is_said_once(docs):
    found = read_site_plan(docs, "artcles")[1]
    assert [fault.code for fault in found][:1] == ["no-articles"]


def test_pages_that_are_no_articles_are_read_too(docs):
    (docs / "about.md").write_bytes("# 关于\n".encode("gbk"))
    (docs / "more.md").write_text("---\ntitle: a: b\n---\n", encoding="utf-8")
    assert [(fault.file, fault.line, fault.code) for fault in read_site_plan(docs)[1]] == [
        ("docs/about.md", 1, "not-utf-8"),
        ("docs/more.md", 2, "front-matter-yaml"),
    ]


def test_the_wrong_script_is_said(docs):
    path = docs / "articles" / "old-road.md"
    text = (
        path.read_text(encoding="utf-8")
        + "这里发现了许多旧桥，后来人们为它们写书，说它们与铁路、车站、电厂一样重要。" * 3
    )
    path.write_text(text.replace("lang: zh-Hans", "lang: zh-Hant"), encoding="utf-8")
    assert ("docs/articles/old-road.md", 3, "lang-script") in [
        (fault.file, fault.line, fault.code) for fault in read_site_plan(docs)[1]
    ]


def test_a_claim_needs_a_sentence_of_its_own(docs):
    path = docs / "articles" / "old-road.md"
    path.write_text(path.read_text(encoding="utf-8").replace("<!--c1-->", "<!--c1+-->"), encoding="utf-8")
    assert "mark-missing" in [fault.code for fault in read_site_plan(docs)[1]]
