"""The view of an article: every value of its page in the script of a variant, and what stands around it."""

from dataclasses import replace

import pytest
from published import plan, views
from tested_engine import script

from digest.pages.article_view import ArticleView, ClaimView, LinkView
from digest.pages.views import Views
from digest.plan.relations import Relation
from digest.zh.variants import VARIANTS

WHOLE = """---
title: 石桥与软件
lang: zh-Hans
author: [丙, 乙]
date: 2020-05-01
site: 石桥报
source_url: https://example.org/a
via: {name: 软件摘, url: https://example.org/v}
rights: 软件权
image_credit: 软件图
author_note: 软件注
summary: 软件提要。
lead: 软件引语。
tags: [软件, 渡船]
people: [路人]
companies: [石桥局]
publish: digest
terms: {软件: 軟體, 路人: 路客}
claims:
  - {id: c3, text: 软件没有句子。}
  - {id: c2, text: 软件要停。, holder: 丙}
  - {id: c1, text: 软件要修。, holder: 路人}
  - {id: c5, text: 也没有句子。, holder: 乙、丙}
---
丙说：“软件要停。<!--c2-->路人说，软件要修。”<!--c1-->
"""
OTHER = """---
title: 旧路
lang: zh-Hans
claims:
  - {id: c1, text: 软件不修。}
---
-{T|zh-hans:旧路;zh-hant:老路}-

他说：“软件不修。<!--c1-->完了。
"""


@pytest.fixture(scope="module")
def made():
    of = plan(
        whole=WHOLE, other=OTHER, last=OTHER.replace("旧路", "末路").replace("-{T|zh-hans:旧路;zh-hant:老路}-", "")
    )
    drawn = (
        Relation("other#c1", "whole#c1", "disputes", "一说修软件，一说不修"),
        Relation("other#c1", "whole#c2", "extends", "由软件说起"),
        Relation("last#c1", "whole#c2", "extends", "由此"),
    )
    return type(of)(of.articles, drawn, computed=(Relation("last#c1", "whole#c1", "computed", "软件", 0, 0.5),))


def link(**given):
    shown = {
        "ref": "other#c1",
        "slug": "other",
        "kind": "extends",
        "label": "extended-by",
        "text": "软件不修。",
        "holder": "",
    }
    shown |= {
        "quote": "他说：“软件不修。”",
        "reason": "由软件说起",
        "title": "旧路",
        "date": "",
        "url": "zh-hans/articles/other/#c1",
    }
    return LinkView(**{**shown, "changed_mind": False, **given})


def test_an_article_in_its_own_script(made):
    last = {"ref": "last#c1", "slug": "last", "title": "末路", "url": "zh-hans/articles/last/#c1"}
    disputed = link(
        kind="disputes", label="disputes", reason="一说修软件，一说不修", page="zh-hans/disputes/other-c1/whole-c1/"
    )
    computed = link(kind="computed", label="computed", reason="软件", **last)
    assert views(made, "zh-Hans").article("whole") == ArticleView(
        slug="whole",
        url="zh-hans/articles/whole/",
        title="石桥与软件",
        authors=("丙", "乙"),
        date="2020-05-01",
        site="石桥报",
        source_url="https://example.org/a",
        via_name="软件摘",
        via_url="https://example.org/v",
        rights="软件权",
        image_credit="软件图",
        author_note="软件注",
        summary="软件提要。",
        summary_origin="curator",
        lead="软件引语。",
        tags=("软件", "渡船"),
        people=("路人",),
        companies=("石桥局",),
        length=made.articles["whole"].length,
        publish="digest",
        # In the order of their sentences; those without one behind them, by their numbers.
        claims=(
            ClaimView("c2", 1, "软件要停。", "丙", True, "丙说：“软件要停。", (link(), link(reason="由此", **last))),
            ClaimView("c1", 2, "软件要修。", "路人", False, "路人说，软件要修。”", (disputed,), (computed,)),
            ClaimView("c3", 3, "软件没有句子。", "丙、乙", True, "", ()),
            ClaimView("c5", 4, "也没有句子。", "乙、丙", False, "", ()),
        ),
    )


def test_an_article_in_another_script(made):
    # Its own terms hold in all its texts, and in none of others.
    shown = views(made, "zh-Hant")
    view = shown.article("whole")
    texts = (
        view.title,
        view.site,
        view.via_name,
        view.rights,
        view.image_credit,
        view.author_note,
        view.summary,
        view.lead,
    )
    assert texts == ("石橋與軟體", "石橋報", "軟體摘", "軟體權", "軟體圖", "軟體注", "軟體提要。", "軟體引語。")
    assert (view.tags, view.people, view.companies) == (("軟體", "渡船"), ("路客",), ("石橋局",))
    assert (view.claims[0].text, view.claims[0].quote, view.claims[1].holder) == (
        "軟體要停。",
        "丙說：“軟體要停。",
        "路客",
    )
    met = view.claims[1].links[0]
    assert (met.text, met.quote, met.title, met.reason) == (
        "軟件不修。",
        "他說：“軟件不修。”",
        "老路",
        "一說修軟件，一說不修",
    )
    assert shown.title("other") == shown.article("other").title == "老路"
    other = shown.article("other").claims[0].links
    assert [(each.text, each.label, each.holder) for each in other] == [
        ("軟體要修。", "disputes", "路客"),
        ("軟體要停。", "extends", "丙"),
    ]
    bare = views(made, "zh-Hans").article("other")
    assert (bare.publish, bare.via_name, bare.via_url, bare.authors, bare.claims[0].by_author) == (
        "full",
        "",
        "",
        (),
        False,
    )
    # Names lead to their pages by what the article calls them.
    assert shown.person_url("路客") == shown.person_url("路人") and shown.concept_url("軟體") == shown.concept_url(
        "软件"
    )


def test_names_lead_to_the_pages_that_there_are():
    of = plan(a=WHOLE, b=WHOLE.replace("石桥与", "旧路与"))
    shown = views(of, "zh-Hant")
    assert shown.addresses([shown.article("a")]) == {
        "people": {
            "丙": "zh-hant/people/bing/",
            "乙": "zh-hant/people/yi/",
            "路客": "zh-hant/people/lu-ren/",
            "石橋局": "zh-hant/people/shi-qiao-ju/",
        },
        "concepts": {"軟體": "zh-hant/concepts/ruan-jian/", "渡船": ""},
    }


def test_articles_in_reading_order(made):
    shown = views(made, "zh-Hans")
    assert [each.slug for each in shown.articles()] == ["whole", "other", "last"]
    around = {slug: tuple(each and each.slug for each in shown.neighbours(slug)) for slug in made.articles}
    assert around == {"whole": (None, "other"), "other": ("whole", "last"), "last": ("other", None)}
    assert [shown.place(slug) for slug in made.articles] == [0, 1, 2]


def test_an_article_that_was_read_again_is_shown_anew(made):
    of = type(made)(dict(made.articles))
    shown = views(of, "zh-Hant")
    before = shown.article("other")
    assert shown.article("other") is before
    of.read_again(replace(of.articles["other"], titles={}, title="新桥", terms={"新桥": "新橋二"}))
    shown.forget("other")
    shown.forget("nowhere")
    assert shown.article("other").title == "新橋二"


def test_what_views_show_is_converted_ahead(made):
    own = script()
    shown = Views(made, own, VARIANTS["zh-Hant"], "zh-Hans", "articles")
    shown.convert_ahead()
    wanted = views(made, "zh-Hant")
    own.pieces = None
    for slug in made.articles:
        assert shown.article(slug) == wanted.article(slug)
    # Where nothing is converted there is nothing to be done.
    views(made, "zh-Hans").convert_ahead()
    views(type(made)(), "zh-Hant").convert_ahead()


def test_the_parts_of_one_text_are_read_as_one(made):
    shown, article = views(made, "zh-Hant"), made.articles["whole"]
    parts = ("他说：“软件", "<好> & 坏。”", "")
    wanted = ["他說：“軟體", "<好> & 壞。”", ""]
    assert shown.run(parts, article) == wanted
    # Marks of the writer are read part by part, and what is read ahead is the same.
    assert shown.run(("软件-{软件}-", "软件"), article) == ["軟體软件", "軟體"]
    ahead = views(made, "zh-Hant")
    ahead.runs_ahead([(parts, article), (("软件-{软件}-", "软件"), article), (("桥",), article)])
    assert ahead.run(parts, article) == wanted and ahead.run(("桥",), article) == ["橋"]
    assert views(made, "zh-Hans").run(parts, article) == list(parts)
    # A quotation may begin in one and end in the next.
    quoting = Views(made, script(quotes=True), VARIANTS["zh-Hant"], "zh-Hans", "articles")
    assert quoting.run(parts, article) == ["他說：「軟體", "<好> & 壞。」", ""]


def test_the_first_thousand_disputes_have_pages():
    claims = "".join(f"  - {{id: c{at}, text: 第{at}句。}}\n" for at in range(1, 34))
    text = f"---\ntitle: 文\nlang: zh-Hans\nclaims:\n{claims}---\n\n没有。\n"
    of = plan(a=text, b=text)
    refs = [(f"a#c{one}", f"b#c{other}") for one in range(1, 34) for other in range(1, 34)]
    of = type(of)(of.articles, tuple(Relation(*pair, "disputes", "由") for pair in refs))
    paged = [each.page for claim in views(of, "zh-Hans").article("a").claims for each in claim.links if each.page]
    assert len(refs) == 1089 and len(paged) == 1000 and paged[-1] == "zh-hans/disputes/a-c31/b-c10/"
