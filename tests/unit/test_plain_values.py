"""Values as plain ones, and back."""

import json
from dataclasses import dataclass, replace

import pytest

from digest.articles.article import Article
from digest.articles.reading import read_article
from digest.files.findings import Finding
from digest.keeping.plain_values import plain, restored
from digest.zh.layers import Converted

TEXT = """---
title: 石桥
lang: zh-Hans
author: [王五]
via: {name: 别处, url: "https://example.org/"}
claims:
  - {id: c1, text: 桥要修, stance: {修桥: 支持}}
---

桥老了。要修。<!--c1-->
"""


def test_an_article_comes_back_as_it_was():
    article, found = read_article("docs/articles/a.md", "a", TEXT)
    article = replace(article, by_hand={"zh-Hant": replace(article, title="石橋")})
    kept = json.loads(json.dumps(plain(article)))
    assert restored(Article, kept) == article and found == []


def test_what_may_be_missing_stays_missing():
    kind = tuple[Article | None, tuple[Finding, ...]]
    value = (None, (Finding("a.md", 3, "code", "what"),))
    assert restored(kind, json.loads(json.dumps(plain(value)))) == value


@dataclass(frozen=True)
class Bridge:
    place: tuple[int, str] = (1, "")


@pytest.mark.parametrize("pair", [[1], [1, "北", 2]])
def test_what_was_kept_in_another_number_is_refused_and_not_cut(pair):
    assert restored(Bridge, plain(Bridge((1, "北")))) == Bridge((1, "北"))
    with pytest.raises(ValueError):
        restored(Bridge, [pair])


@pytest.mark.parametrize("answer", [["甲"], ["甲", "乙", "丙"]])
def test_what_another_engine_gives_back_in_another_number_is_refused_and_not_anothers(answer):
    with pytest.raises(ValueError):
        Converted().together("zh-Hans>zh-Hant", ["甲", "乙"], lambda some: answer)
