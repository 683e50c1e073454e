"""What comes first: what is about the digest's questions and argues, before news, lists of headlines and the like."""

from collections import Counter
from dataclasses import replace

import pytest
from archive_pages import page

from digest.inbox.sources.raw_page import RawPage
from digest.inbox.triage.aboutness import Aboutness
from digest.inbox.triage.examined import examine
from digest.inbox.triage.meetings import Meeting, _best, meetings
from digest.inbox.triage.order import ordered
from digest.plan.site_plan import read_site_plan

CONCEPTS = "石桥: [石桥]\n石匠: [石匠]\n过桥钱: [过桥钱, 收费]\n木船: [木船, 渡船]\n水利: [水库, 堤坝]\n"
OWN = """---
title: 修桥记
lang: zh-Hans
author: [陈石]
claims:
  - {id: c1, text: 石桥应该由石匠来修，而不是由收过桥钱的人来修}
---
{filler}石桥应该由石匠来修，而不是由收过桥钱的人来修。<!--c1-->石匠知道石桥的石料从哪里来，过桥钱只够买石灰。
"""
FILLER = "石桥旧了，石匠说桥墩还能用，管过桥钱的人说不能用，大家商量了很久，又去看了一回石桥，天黑了才各自回家，谁也没有再提。"
ARGUED = (
    "石桥不应该由石匠来修，石匠只会垒石头，过桥钱花在他们身上不如花在水泥上。",
    "我认为石桥的问题从来不是石料，而是过桥钱由谁来管；谁管钱，谁就应该负责修。",
    "石匠们反对收费，可是没有收费，石桥连一个桥墩也保不住，这才是争论的根本。",
    "所以修石桥这件事，必须先说清过桥钱，再去请石匠，次序不能颠倒。",
)
REPORTED = (
    "五月六日上午九时，石桥管理处在镇上召开会议，石匠代表十二人出席，会议由镇长主持。",
    "会上通报了过桥钱的收支，去年共收四百两，支出三百二十两，结余八十两。",
    "石匠代表参观了石桥，并在桥头合影，镇上的茶馆为他们准备了午饭和点心。",
    "会议于下午三时结束，下一次会议定于六月十日举行，地点仍在石桥管理处。",
)
HEADLINES = tuple(
    f"{each}今天早上传来的消息，和石桥、石匠、过桥钱、木船、水库都有一点关系，详细的请看各条。{tail}"
    for each, tail in zip(
        "甲乙丙丁戊己庚辛壬癸",
        ("村里唱戏唱到天亮，戏台前的板凳都坐满了，卖糖的担子也来了三副。" * 4,) * 10,
        strict=True,
    )
)


@pytest.fixture
def plan(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "own.md").write_text(OWN.replace("{filler}", FILLER), encoding="utf-8")
    (tmp_path / "concepts.yml").write_text(CONCEPTS, encoding="utf-8")
    return read_site_plan(tmp_path, "articles")[0]


def read(plan, name, paragraphs, title=""):
    data = page(
        "石桥", "", title=title or name, author=f"{name}人", paragraphs=[f"{each}{FILLER}" for each in paragraphs]
    )
    found = examine(name, RawPage(name, "a.html", data), tuple(plan.concepts))
    assert found.is_article, found.none or found.fault
    return found


def listed(plan, pages):
    seen = Counter(name for each in pages for name, _ in each.concepts)
    about = Aboutness(plan, seen, len(pages))
    met = meetings(sorted(pages, key=lambda each: each.key), plan, plan.concepts)
    titles = Counter(each.title for each in pages)
    return [each.page.key for each in ordered(pages, met, Counter(), plan, about, titles, 20)]


SAME_CLAIM = "石桥应该由石匠来修，而不是由收过桥钱的人来修。"


def test_an_argument_comes_before_a_report_of_the_same_things(plan):
    argument, report = read(plan, "议论", ARGUED), read(plan, "报道", REPORTED)
    assert argument.argued > report.argued
    # The same page in all but how much it argues: the name that would come last comes first.
    less = [replace(argument, key=name, argued=argument.argued / number) for number, name in enumerate("乙甲", 1)]
    assert listed(plan, less) == ["乙", "甲"] and listed(plan, [report, argument])[0] == "议论"


def test_pages_of_one_title_come_after_others(plan):
    said = [(f"{SAME_CLAIM}这是第{number}天的话。", *ARGUED) for number in range(3)]
    daily = [read(plan, f"日{number}", each, title="每日汇总") for number, each in enumerate(said)]
    single = read(plan, "单篇", ARGUED)
    assert listed(plan, [*daily[:2], single])[0] != "单篇" and listed(plan, [*daily, single])[0] == "单篇"


def test_a_page_that_names_everything_once_is_less_about_it_than_one_that_keeps_to_it(plan):
    pages = [read(plan, "汇总", HEADLINES), read(plan, "议论", ARGUED)]
    about = Aboutness(plan, Counter(name for each in pages for name, _ in each.concepts), 2)
    assert len(pages[0].concepts) > len(pages[1].concepts) and about(pages[0]) < about(pages[1])


def test_the_best_of_each_claim_comes_first():
    found = [Meeting(f"句{at}", ref, "", score, ("石桥",)) for at, (ref, score) in enumerate(
        (("a#c1", 0.2), ("b#c1", 0.3), ("a#c1", 0.5), ("c#c1", 0.4), ("b#c1", 0.1), ("d#c1", 0.15))
    )]  # fmt: skip
    assert [(each.ref, each.score) for each in _best(found)] == [("a#c1", 0.5), ("c#c1", 0.4), ("b#c1", 0.3)]


def test_a_sentence_of_several_concepts_is_compared_though_it_cannot_stand_alone(plan):
    said = "说石桥要靠石匠和过桥钱，是不对的。"
    found = read(plan, "半句", (said, *REPORTED))
    assert any(said[:8] in each for each in found.claims)
