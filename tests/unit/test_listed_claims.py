"""Claims and definitions as entries of lists that go across articles."""

from dataclasses import replace

import pytest
from published import plan, views

from digest.articles.reading import read_article
from digest.pages.made.lists import ListedArticle, ListedClaim, ListedDefinition, Lists, Named, Stance, stance_codes
from digest.plan.relations import Relation

BRIDGE = """---
title: 石桥
lang: zh-Hans
author: [甲, 乙]
date: 2020-05-01
tags: [修桥]
terms: {修桥: 築橋, 渡船: 擺渡}
claims:
  - {id: c1, text: 修桥要钱。, holder: 丙、作者, stance: {修桥: 支持, 渡船: 不知道}}
  - {id: c2, text: 渡船要停。, stance: {渡船: 反對, 修桥: 怀疑}}
definitions:
  - {id: d1, term: 修桥, holder: 丙}
  - {id: d2, term: 渡船}
---
他说：“修桥要钱。<!--c1-->桥修好，就是修桥。”<!--d1-->渡船是来去的船。<!--d2-->
"""
ROAD = BRIDGE.replace("石桥", "旧路").replace("2020", "2019")
WRITTEN = """---
title: 石橋新說
lang: zh-Hant
author: [甲, 乙]
claims:
  - {id: c1, text: 築橋須錢。, holder: 丙君}
definitions:
  - {id: d1, term: 築橋, holder: 丙君}
---
「築橋須錢。<!--c1-->橋築好，就是築橋。」<!--d1-->
"""


@pytest.fixture(scope="module")
def made():
    of = plan(bridge=BRIDGE, road=ROAD)
    relations = (
        Relation("bridge#c2", "road#c1", "supports", "都说"),
        Relation("road#c2", "bridge#c2", "disputes", "一说停，一说不停"),
        Relation("bridge#c2", "road#c2", "supports", "都说"),
    )
    return type(of)(of.articles, relations)


def test_a_claim_in_a_list(made):
    lists = Lists(views(made, "zh-Hant"))
    bridge, ferry = (
        Named("築橋", "zh-hant/concepts/xiu-qiao/", "xiu-qiao"),
        Named("擺渡", "zh-hant/concepts/du-chuan/", "du-chuan"),
    )
    third = Named("丙", "zh-hant/people/bing/", "bing")
    authors = (Named("甲", "zh-hant/people/jia/", "jia"), Named("乙", "zh-hant/people/yi/", "yi"))
    article = Named("石橋", "zh-hant/articles/bridge/", "bridge")
    assert lists.claims(["bridge#c1", "bridge#c2"]) == [
        ListedClaim(
            id="c1",
            text="築橋要錢。",
            url="zh-hant/articles/bridge/#c1",
            list_url="zh-hant/articles/bridge/#claim-c1",
            holders=(third, *authors),
            stances=(Stance(bridge, "for"),),
            kinds=(),
            changed_mind=False,
            concepts=(bridge, ferry),
            article=article,
            date="2020-05-01",
        ),
        # One without its sentence is found in the article's list.
        ListedClaim(
            id="c2",
            text="擺渡要停。",
            url="zh-hant/articles/bridge/#claim-c2",
            list_url="zh-hant/articles/bridge/#claim-c2",
            holders=authors,
            stances=(Stance(ferry, "against"), Stance(bridge, "doubt")),
            kinds=(("disputes", 1), ("supports", 2)),
            changed_mind=True,
            concepts=(bridge, ferry),
            article=article,
            date="2020-05-01",
        ),
    ]
    # It is made once.
    assert lists.claim("bridge#c1") is lists.claim("bridge#c1") is lists.views.listed["bridge#c1"]
    assert lists.listed("road") == ListedArticle("舊路", "zh-hant/articles/road/", ("甲", "乙"), "2019-05-01")
    assert stance_codes(made.articles["bridge"]) == ("against", "doubt", "for")


def test_a_definition_in_a_list(made):
    article = Named("石橋", "zh-hant/articles/bridge/", "bridge")
    assert Lists(views(made, "zh-Hant")).definition("bridge#d1") == ListedDefinition(
        "築橋",
        "“橋修好，就是築橋。”",
        "zh-hant/articles/bridge/#d1",
        (Named("丙", "zh-hant/people/bing/", "bing"),),
        article,
        "2020-05-01",
    )


def test_what_a_person_wrote_for_a_variant_is_shown_and_leads_to_whom_the_article_names():
    of = plan(bridge=BRIDGE, road=ROAD)
    written, _ = read_article("docs/articles/bridge.zh-hant.md", "bridge", WRITTEN)
    of = type(of)({**of.articles, "bridge": replace(of.articles["bridge"], by_hand={"zh-Hant": written})})
    lists = Lists(views(of, "zh-Hant"))
    # Whoever writes a variant may call people otherwise (特朗普, 川普).
    third = Named("丙", "zh-hant/people/bing/", "bing")
    claim, one, other = lists.claim("bridge#c1"), lists.definition("bridge#d1"), lists.definition("bridge#d2")
    assert (claim.text, claim.holders[0], claim.article.name) == ("築橋須錢。", third, "石橋新說")
    assert (one.term, one.quote, one.holders) == ("築橋", "「橋築好，就是築橋。」", (third,))
    assert (other.quote, [each.name for each in other.holders]) == ("擺渡是來去的船。", ["甲", "乙"])
    # A claim that the variant lacks is a finding, and shown in its script nevertheless.
    assert lists.claim("bridge#c2").text == "擺渡要停。"
