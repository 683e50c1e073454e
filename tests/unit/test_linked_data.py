"""An article as linked data: what is true of it, escaped, and nothing else."""

import json

from published import imprint, plan, views

from digest.exports.linked_data import Origin, linked_data
from digest.zh.variants import VARIANTS

STONE = """---
title: '桥</script><img onerror=alert(1)>\u2028'
lang: zh-Hans
author: [陈石]
date: 2020-05-01
site: 桥报
source_url: https://example.org/stone
people: [老王]
companies: [造桥局]
claims:
  - {id: c1, text: 桥要修。}
  - {id: c2, text: 桥要拆。, holder: 老王}
  - {id: c3, text: 桥能修。, holder: 造桥局}
---
桥要修。<!--c1-->桥要拆。<!--c2-->桥能修。<!--c3-->
"""
PLAIN = "---\ntitle: 旧路\nlang: zh-Hant\nclaims:\n  - {id: c1, text: 路在。, holder: 作者}\n---\n路在。<!--c1-->\n"


def graph(text, tag, root="https://example.org/d/"):
    digest = plan(a=text)
    written = linked_data(
        imprint(tag, root), views(digest, tag).article("a"), Origin.of(digest.articles["a"], VARIANTS[tag])
    )
    return written, json.loads(written)["@graph"]


def test_no_text_ends_the_script():
    written, (work, *_) = graph(STONE, "zh-Hant")
    assert not set("<>&\u2028") & set(written)
    assert work["headline"] == "橋</script><img onerror=alert(1)>\u2028"


def test_the_article_says_who_wrote_it_where_and_in_what_script():
    _, (work, *_) = graph(STONE, "zh-Hant")
    assert (work["inLanguage"], work["datePublished"]) == ("zh-Hant", "2020-05-01")
    assert work["author"] == [{"@type": "Person", "name": "陳石"}]
    assert work["isBasedOn"] == {
        "@type": "Article",
        "url": "https://example.org/stone",
        "publisher": {"@type": "Organization", "name": "橋報"},
    }
    assert work["translationOfWork"]["@id"] == "https://example.org/d/zh-hans/articles/a/#article"
    _, (own, *_) = graph(STONE, "zh-Hans")
    assert [each["inLanguage"] for each in own["workTranslation"]] == ["zh-Hant"] and "translationOfWork" not in own


def test_a_claim_has_its_holder_and_no_rating():
    _, (work, *claims) = graph(STONE, "zh-Hans")
    assert [claim["author"] for claim in claims] == [
        [{"@type": "Person", "name": "陈石"}],
        [{"@type": "Person", "name": "老王"}],
        [{"@type": "Organization", "name": "造桥局"}],
    ]
    assert {claim["@type"] for claim in claims} == {"Claim"} and claims[1]["appearance"] == {"@id": work["@id"]}
    assert claims[1]["@id"] == "https://example.org/d/zh-hans/articles/a/#c2"


def test_what_is_not_known_is_left_out():
    _, (work, claim) = graph(PLAIN, "zh-Hans", root="")
    assert set(work) == {"@type", "@id", "headline", "inLanguage", "isPartOf", "abstract"}
    assert (work["@id"], claim["@id"]) == ("#article", "#c1")
    assert "author" not in claim
