import pytest

from digest.__main__ import main
from digest.checks.passes import idle_concepts
from digest.commands.workspace import open_workspace

ARTICLE = """---
title: 第{0}座桥
lang: zh-Hans
author: [甲]
date: 2020-01-01
source_url: https://example.org/{0}
claims:
  - {{id: c1, text: {1}}}
---

## 河邊

{1}<!--c1-->

渡船停了。
"""


@pytest.fixture
def docs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs" / "articles").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: 桥\nplugins: [digest]\n", "utf-8")
    return tmp_path / "docs"


def written(docs, count, said=lambda number: "桥要修。"):
    for number in range(count):
        (docs / "articles" / f"a{number}.md").write_text(ARTICLE.format(number, said(number)), "utf-8")


def idle(docs, concepts):
    (docs / "concepts.yml").write_text(concepts, "utf-8")
    found = open_workspace(docs).read()[1]
    return [(each.line, each.message) for each in found if each.code == "concept-idle"]


def test_a_concept_that_no_article_shows_is_told_and_single_patterns_are_not(docs):
    """In a title, a heading of the other script, a text, one article alone: each is a place where it shows."""
    written(docs, idle_concepts.FEW, lambda number: "石狮会说话。" if number == 7 else "桥要修。")
    concepts = "题: [第3座]\n# 河\n河: [河边]\n船: [渡船, 火轮]\n狮: [石狮]\n塔: [宝塔, 灯塔]\n"
    assert idle(docs, concepts) == [(6, "塔: 宝塔、灯塔 shows in no article")]


def test_in_a_small_digest_a_list_may_be_ahead(docs):
    written(docs, idle_concepts.FEW - 1)
    assert idle(docs, "塔: [宝塔]\n") == []


def test_what_is_kept_is_looked_up_again_where_an_article_or_the_list_changed(docs):
    written(docs, idle_concepts.FEW)
    assert idle(docs, "塔: [宝塔]\n") == idle(docs, "塔: [宝塔]\n") == [(1, "塔: 宝塔 shows in no article")]
    assert idle(docs, "\n塔: [宝塔]\n") == [(2, "塔: 宝塔 shows in no article")]
    assert idle(docs, "塔: [宝塔, 渡船]\n") == []
    written(docs, 1, lambda number: "宝塔还在。")
    assert idle(docs, "塔: [宝塔]\n") == []


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("zh", ["河：3 篇；哪篇里都找不到：河堤、(?:大|小)河湾", "塔：1 篇", "山：0 篇；哪篇里都找不到：山"]),
        ("en", ["河: 3 articles; in none: 河堤、(?:大|小)河湾", "塔: 1 article", "山: 0 articles; in none: 山"]),
    ],
)
def test_who_asks_is_told_which_patterns_find_nothing(docs, capsys, monkeypatch, language, lines):
    monkeypatch.setenv("LANGUAGE", language)
    written(docs, 3, lambda number: "宝塔还在。" if number else "桥要修。")
    (docs / "articles" / "a2.md").write_text(ARTICLE.format(2, "桥要修。"), "utf-8")
    (docs / "concepts.yml").write_text("河: [河边, 河堤, '(?:大|小)河湾']\n塔: [宝塔]\n山: [山]\n", "utf-8")
    main(["check", "--concepts"])
    assert capsys.readouterr().out.splitlines()[-3:] == lines
