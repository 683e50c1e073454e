"""The pages of people and of concepts: what they list, how they count it, and that both say the same."""

import pytest
from published import plan, views

from digest.pages.made import concept_pages, people_pages
from digest.pages.made.lists import Named
from digest.plan.concepts import Concept
from digest.plan.relations import Relation

WORDS = {
    "tags": "概念",
    "made": {
        "people": "人物与公司",
        "authored_unit": "篇写",
        "claims_unit": "论点",
        "definitions_unit": "定义",
        "mentioned_unit": "篇提到",
        "articles_unit": "篇文章",
    },
}


def article(title, head, body="没有人说过什么。"):
    return f"---\ntitle: {title}\nlang: zh-Hans\ndate: 2020-01-0{len(title)}\n{head}---\n\n{body}\n"


@pytest.fixture(scope="module")
def made():
    """甲 writes 甲文 and 乙乙文, and is named in the first and in 丙丙丙文; 丁 only defines; 石桥局 is a company."""
    of = plan(
        a=article(
            "甲文",
            "author: [甲]\npeople: [甲]\ntags: [修桥]\nclaims:\n"
            "  - {id: c1, text: 桥要修。, stance: {修桥: 支持}}\n"
            "  - {id: c2, text: 先修路。, stance: {修桥: 中立, 修路: 有条件支持}}\n"
            "  - {id: c3, text: 船要停。, stance: {渡船: 随便}}\n",
            "桥要修。<!--c1-->先修路。<!--c2-->船要停。<!--c3-->",
        ),
        b=article(
            "乙乙文",
            "author: [甲, 乙]\ncompanies: [石桥局]\nclaims:\n"
            "  - {id: c1, text: 修桥没有用。, holder: 甲, stance: {修桥: 反对}}\n"
            "  - {id: c2, text: 修桥要钱。, holder: 乙, stance: {修桥: 怀疑}}\n"
            "definitions:\n  - {id: d1, term: 修桥, holder: 丁}\n  - {id: d2, term: 修路, holder: 丁}\n",
            "修桥没有用。<!--c1-->修桥要钱。<!--c2-->修桥是把桥修好。<!--d1-->修路是把路修好。<!--d2-->",
        ),
        c=article("丙丙丙文", "people: [甲]\ncompanies: [石桥局]\ntags: [修桥, 桥]\n"),
    )
    drawn = (
        Relation("a#c1", "b#c1", "disputes", "一说修，一说没有用"),
        Relation("a#c1", "b#c2", "disputes", "一说修，一说要钱"),
    )
    return type(of)(of.articles, drawn)


def named(named_ones):
    return [each.name for each in named_ones]


def page(pages, title, shown, words=WORDS):
    (found,) = [each for each in pages if each.title(shown, words) == title]
    return found, found.values(shown, words)


def test_the_page_of_a_person(made):
    shown, pages = views(made, "zh-Hans"), people_pages.pages(made)
    found, values = page(pages, "甲", shown)
    assert (found.path, found.template, found.edited_in) == ("people/jia", "person.html", "articles/a.md")
    assert found.description(shown, WORDS) == "甲：2篇写，4论点，1篇提到"
    assert values["sizes"] == {"authored": 2, "claims": 4, "definitions": 0, "mentioned": 1}
    # As many are listed as are counted: articles of their own are no mentions.
    assert [each.title for each in values["authored"]] == ["甲文", "乙乙文"]
    assert [each.title for each in values["mentioned"]] == ["丙丙丙文"]
    assert [(article.name, [each.text for each in claims]) for article, claims in values["groups"]] == [
        ("甲文", ["桥要修。", "先修路。", "船要停。"]),
        ("乙乙文", ["修桥没有用。"]),
    ]
    assert [(one.text, other.text, reason) for one, other, reason in values["pairs"]] == [
        ("桥要修。", "修桥没有用。", "一说修，一说没有用")
    ]
    # What they take of each concept, most first; a word that is no stance says nothing.
    assert [(concept.name, taken, differ) for concept, taken, differ in values["positions"]] == [
        ("修桥", [("for", 1), ("against", 1), ("neutral", 1)], True),
        ("修路", [("conditional", 1)], False),
    ]
    assert (values["person"].name, values["company"], values["concept_url"], values["way"]) == ("甲", False, "", [])


def test_who_only_defines_is_counted_by_that(made):
    shown = views(made, "zh-Hans")
    found, values = page(people_pages.pages(made), "丁", shown)
    assert found.description(shown, WORDS) == "丁：2定义"
    assert values["sizes"] == {"authored": 0, "claims": 0, "definitions": 2, "mentioned": 0}
    assert [each.term for each in values["definitions"]] == ["修桥", "修路"] and found.edited_in == "articles/b.md"
    assert values["positions"] == [] and values["groups"] == []


def test_the_list_of_people(made):
    shown = views(made, "zh-Hans")
    found, values = page(people_pages.pages(made), "人物与公司", shown)
    assert (found.path, found.template) == ("people", "people.html")
    assert [
        (company, [(each.name, sum(sizes.values())) for _, each, sizes in group]) for company, group in values["groups"]
    ] == [(False, [("甲", 7), ("丁", 2)]), (True, [("石桥局", 2)])]
    assert values["way"] == [] and values["part"].number == 1
    company, values = page(people_pages.pages(made), "石桥局", shown)
    assert values["way"] == [] and values["part"].number == 1
    assert values["company"] and company.edited_in == "articles/b.md"


def test_the_page_of_a_concept(made):
    shown = views(made, "zh-Hans")
    found, values = page(concept_pages.pages(made), "修桥", shown)
    assert (found.path, found.template, found.edited_in, found.line) == (
        "concepts/xiu-qiao",
        "concept.html",
        "concepts.yml",
        0,
    )
    assert values["sizes"] == {"articles": 3, "claims": 4, "definitions": 1, "for": 1, "against": 2}
    # What search engines are told is what the page counts.
    assert found.description(shown, WORDS) == "修桥：1定义，4论点，3篇文章"
    assert [each.quote for each in values["definitions"]] == ["修桥是把桥修好。"]
    assert [(side, [(each.text, code) for each, code in claims]) for side, claims in values["sides"]] == [
        ("for", [("桥要修。", "for")]),
        ("against", [("修桥没有用。", "against"), ("修桥要钱。", "doubt")]),
    ]
    assert [(each.text, code) for each, code in values["others"]] == [("先修路。", "neutral")]
    assert [each.title for each in values["articles"]] == ["甲文", "丙丙丙文"]
    assert [(who.name, [(code, named(places)) for code, places in taken]) for who, taken in values["both_sides"]] == [
        ("甲", [("for", ["甲文"]), ("against", ["乙乙文"]), ("neutral", ["甲文"])])
    ]
    assert (values["concept"].name, values["person_url"]) == ("修桥", "")


def test_the_list_of_concepts(made):
    shown = views(made, "zh-Hans")
    found, values = page(concept_pages.pages(made), "概念", shown)
    assert (found.path, found.template, found.edited_in) == ("concepts", "concepts.html", "concepts.yml")
    assert [(each.name, sizes["claims"]) for each, sizes in values["entries"]] == [("修桥", 4), ("修路", 1)]
    assert values["way"] == [] and values["part"].number == 1


def test_who_takes_one_side_only():
    stances = ["修桥: 支持", "修桥: 有条件支持", "修路: 反对", "修路: 怀疑", "二路: 支持", "一路: 支持", "修路: 反对"]
    claims = [f"  - {{id: c{at}, text: 第{at}句。, stance: {{{each}}}}}\n" for at, each in enumerate(stances, 1)]
    body = "".join(f"第{at}句。<!--c{at}-->" for at in range(1, 9))
    head = f"author: [己]\nclaims:\n{''.join(claims)}  - {{id: c8, text: 大家都谈修桥。}}\n"
    one = plan(e=article("己己己己文", head, body))
    of = type(one)(one.articles, concepts=[Concept("修桥", ("修桥",), line=7)])
    shown = views(of, "zh-Hans")
    assert page(people_pages.pages(of), "己", shown)[1]["positions"] == [
        (page(concept_pages.pages(of), "修路", shown)[1]["concept"], [("against", 2), ("doubt", 1)], False),
        (page(concept_pages.pages(of), "修桥", shown)[1]["concept"], [("for", 1), ("conditional", 1)], False),
        (Named("一路"), [("for", 1)], False),
        (Named("二路"), [("for", 1)], False),
    ]
    found, values = page(concept_pages.pages(of), "修桥", shown)
    assert found.line == 7 and values["both_sides"] == []
    assert values["sizes"] == {"articles": 1, "claims": 3, "definitions": 0, "for": 2, "against": 0}
    assert [(each.text, code) for each, code in values["others"]] == [("大家都谈修桥。", "")]
    assert values["part"].number == 1


def test_long_pages_go_on_in_parts(made, monkeypatch):
    for module, title in ((people_pages, "甲"), (concept_pages, "修桥")):
        monkeypatch.setattr(module, "CLAIMS_A_PAGE", 3)
        monkeypatch.setattr(module, "PEOPLE_A_PAGE" if module is people_pages else "CONCEPTS_A_PAGE", 1)
        shown, pages = views(made, "zh-Hans"), module.pages(made)
        second, values = page(pages, f"{title} 2", shown)
        assert second.path.endswith("/2") and [number for number, _ in values["way"]][:2] == [1, 2]
        # What is told of the whole stands on the first part alone.
        assert values.get("positions", []) == values.get("both_sides", []) == []
        assert (
            page(pages, f"{WORDS['made']['people'] if module is people_pages else WORDS['tags']} 2", shown)[1][
                "part"
            ].number
            == 2
        )
