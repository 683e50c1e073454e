import pytest
from golden import cases

from digest.articles.article import Article, Summary
from digest.articles.claims import Claim, Definition
from digest.plan.concepts import Concept
from digest.plan.subjects.entries import key, slug
from digest.plan.subjects.index import Subjects


def article(name, given):
    lists = {key: tuple(given.get(key, ())) for key in ("tags", "people", "companies")}
    claims = [
        Claim(f"{name}#{id_}", id_, text, *(rest[:1] or [""]), "", (), *rest[1:])
        for id_, text, *rest in given.get("claims", ())
    ]
    definitions = [
        Definition(f"{name}#d{number}", f"d{number}", term, "", "")
        for number, term in enumerate(given.get("terms", ()), 1)
    ]
    return Article(
        slug=name,
        file=name,
        lang=given.get("lang", "zh-Hans"),
        title=name,
        body="",
        length=0,
        summary=Summary("", ""),
        authors=tuple(given.get("author", ())),
        date=given.get("date", ""),
        claims=tuple(claims),
        definitions=tuple(definitions),
        **lists,
    )


def subjects(articles, curated=None):
    return Subjects(
        {name: article(name, given) for name, given in articles.items()},
        [Concept(name, tuple(patterns)) for name, patterns in (curated or {}).items()],
    )


@pytest.mark.parametrize("case", cases("subjects"))
def test_names_become_concepts_and_people(case):
    found = subjects(case["articles"], case.get("curated"))
    for name, refs in case.get("concepts", {}).items():
        assert list(found.concepts[key(name)].claims) == refs, name
    for name, refs in case.get("people", {}).items():
        assert list(found.people[key(name)].claims) == refs, name
    for name, path in case.get("paths", {}).items():
        assert (found.concept_path(name) or found.person_path(name)) == path, name


def test_claims_know_the_concepts_with_a_page_and_names_their_first_article():
    found = subjects(
        {
            "a": {"tags": ["石桥"], "claims": [["c1", "石桥要修。"], ["c2", "木桥要修。", "", {"木桥": "支持"}]]},
            "b": {"tags": ["石橋"], "claims": [["c1", "石橋不修。"]]},
        }
    )
    assert [found.concepts_of(ref) for ref in ("a#c1", "a#c2", "b#c1", "c#c1")] == [
        (key("石桥"),),
        (),
        (key("石桥"),),
        (),
    ]
    assert [(each.name, each.source) for each in found.concepts.values()] == [("石桥", "a"), ("木桥", "a")]


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("產業互聯網", "chan-ye-hu-lian-wang"),
        ("产业互联网", "chan-ye-hu-lian-wang"),
        ("S2B", "s2b"),
        ("互联网+", "hu-lian-wang"),
        ("重慶", "chong-qing"),
        ("../../x", "x"),
        ("🙂", "x"),
        ("常" * 90, "-".join(["chang"] * 10)),
    ],
)
def test_a_slug_is_the_pinyin_in_either_script(name, made):
    assert slug(name) == made


def test_an_address_stays_when_articles_are_added():
    old = {name: {"date": f"2020-0{number}-01", "tags": ["实施", "石桥"]} for number, name in enumerate("abc", 1)}
    new = {**{name: {"date": "2024-01-01", "tags": ["事实", "是时"]} for name in "xyz"}, **old}
    before, after = subjects(old), subjects(new)
    assert all(after.concept_path(name) == before.concept_path(name) != "" for name in ("实施", "石桥"))
    assert len({after.concept_path(name) for name in ("实施", "事实", "是时")}) == 3
