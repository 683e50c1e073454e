"""The map of a large digest by concept, and from there to claims."""

import pytest
from published import plan, views
from test_claim_lists import article

from digest.pages.made.argument_maps import concept_maps, map_pages
from digest.pages.made.argument_maps.map_pages import CLAIMS_MOST
from digest.plan.relations import Relation

WORDS = {
    "made": {"map": "论证图"},
    "disputes": "相左",
    "supports": "印证",
    "extends": "推进",
    "same-topic": "同题",
    "unsigned": "未署名",
}
EACH = CLAIMS_MOST // 2 + 5


@pytest.fixture(scope="module")
def large():
    made = plan(
        a=article("a", "甲", EACH, ", stance: {修桥: 支持}"),
        b=article("b", "乙", EACH, ", stance: {修桥: 反对}"),
        c=article("c", "丙", 3, ", stance: {渡船: 支持}"),
        d=article("d", "丁", 3, ", stance: {渡船: 支持}"),
    )
    drawn = [Relation(f"a#c{each}", f"b#c{each}", "disputes", "一说修，一说拆") for each in range(1, EACH + 1)]
    return type(made)(made.articles, (*drawn, Relation("c#c1", "d#c1", "supports", "都说渡船好")))


def test_a_small_digest_has_no_pages_by_concept(large):
    small = type(large)(large.articles, large.relations[:5])
    assert [page.path for page in map_pages.pages(small)] == ["map"]


def test_concepts_are_told_by_who_disputes_whom(large):
    bridge, ferry = concept_maps.talks(large)
    assert (bridge.disputes.total(), ferry.others.total()) == (EACH, 1)
    assert ferry.disputes.total() == 0 and len(ferry.relations) == 1
    values = map_pages.pages(large)[0].values(views(large, "zh-Hans"), WORDS)
    first, second = values["concepts"]
    assert [(one.name, other.name, number) for one, other, number in first[3]] in (
        [("甲", "乙", EACH)],
        [("乙", "甲", EACH)],
    )
    assert (first[0].name, second[0].name, second[3]) == ("修桥", "渡船", [])
    lines = [each.line for each in values["by_concept"].lines]
    assert [(line.text, line.heading) for line in lines if line.heading] == [("修桥", True), ("渡船", True)]
    assert {line.url for line in lines} == {first[1], second[1]}
    assert {(each.bow.kind, each.bow.number) for each in values["by_concept"].bows} == {
        ("disputes", EACH),
        ("supports", 1),
    }


def test_a_concept_leads_to_its_claims_and_what_is_not_drawn_is_listed(large):
    pages = {page.path: page for page in map_pages.pages(large)}
    address = map_pages.pages(large)[0].values(views(large, "zh-Hant"), WORDS)["concepts"][0][1]
    page = pages[address.removeprefix("zh-hant/").strip("/")]
    values = page.values(views(large, "zh-Hant"), WORDS)
    assert values["shown"] == concept_maps.CLAIMS_MOST // 2 and len(values["relations"]) == EACH + 1
    lines = [each.line for each in values["picture"].lines]
    assert [line.text for line in lines if line.heading] == ["a文", "b文"]
    assert lines[1].url.endswith("articles/a/#claim-c1")
    assert page.title(views(large, "zh-Hant"), WORDS) == "论证图：修橋"
