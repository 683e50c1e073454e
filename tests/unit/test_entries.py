"""Claims and definitions of the front matter joined with their marked sentences, and what is wrong with them."""

import pytest

from digest.articles.claims import Claim, Definition, read_claims, read_definitions
from digest.articles.marks import Quote
from digest.files import front_matter
from digest.files.findings import Finding

HEAD = "---\ntitle: 桥\nlang: zh-Hans\n{key}:\n{entries}---\n\n桥是河上的路。路是地上的桥。\n"
OWN, FURTHER = Quote("桥是河上的路。", 2, True), Quote("路是地上的桥。", 2, False)


def read(key, *entries, quotes=None):
    listed = "".join(f"  - {each}\n" for each in entries)
    front, _ = front_matter.read("a.md", HEAD.format(key=key, entries=listed))
    return {"claims": read_claims, "definitions": read_definitions}[key]("a.md", "qiao", front, quotes or {})


@pytest.mark.parametrize("given, holder", [(", holder: 造桥的人", "造桥的人"), ("", ""), (", holder: ''", "")])
def test_an_entry_is_read_with_its_sentence(given, holder):
    quotes = {"c1": [FURTHER, OWN], "d1": [FURTHER, OWN]}
    made, found = read("claims", f"{{id: c1, text: 桥是路{given}, stance: {{桥: 赞成, 路: 3}}}}", quotes=quotes)
    assert made == [Claim("qiao#c1", "c1", "桥是路", holder, OWN.text, (FURTHER.text,), {"桥": "赞成"})]
    assert [each.code for each in found] == []
    made, found = read("definitions", f"{{id: d1, term: 桥{given}}}", quotes=quotes)
    assert made == [Definition("qiao#d1", "d1", "桥", holder, OWN.text)]
    assert found == []


def test_entries_that_cannot_be_used_are_left_to_the_schema():
    entries = ["word", "{text: 没有名字}", "{id: 3, text: 数字}", "{id: c2}", "{id: c1, text: 桥, stance: 赞成}"]
    made, _ = read("claims", *entries, quotes={"c1": [OWN], "c2": [OWN]})
    assert made == [Claim("qiao#c1", "c1", "桥", "", OWN.text)]
    assert read("claims", quotes={})[0] == []


def test_entries_stand_in_the_order_of_the_file():
    made, _ = read("definitions", "{id: d2, term: 路}", "{id: d1, term: 桥}")
    assert [each.ref for each in made] == ["qiao#d2", "qiao#d1"]


def test_an_id_that_stands_twice_is_told_where_it_stands_again():
    entries = ["{id: c1, text: 桥}", "word", "{id: c1, text: 路}", "{id: c2, text: 河}"]
    _, found = read("claims", *entries, quotes={"c1": [OWN], "c2": [OWN]})
    assert found == [Finding("a.md", 7, "id-doubled", "the id c1 is given twice", "each id once")]


def test_an_entry_without_a_sentence_is_told_with_likely_ones():
    made, [found] = read("definitions", "{id: d1, term: 桥是路}", quotes={"d1": [FURTHER]})
    assert made[0].quote == FURTHER.text
    assert (found.file, found.line, found.code) == ("a.md", 5, "mark-missing")
    assert found.message == "d1 (桥是路) has no marked sentence in the article"
    assert found.allowed.startswith("the mark <!--d1--> after its sentence; likely: line 8: 桥是河上的路。 | line 8: ")
    assert found.example == "……。<!--d1-->"


def test_a_mark_without_an_entry_is_told_at_its_line():
    quotes = {"c1": [OWN], "c7": [Quote("路是地上的桥。", 3, True)], "d1": [OWN]}
    _, found = read("claims", "{id: c1, text: 桥}", "{id: c0, text: 路}", quotes=quotes | {"c0": [OWN]})
    assert found == [
        Finding(
            "a.md", 10, "mark-unknown", "the mark c7 has no entry under claims", "c0, c1", "claims: [{id: c7, ...}]"
        )
    ]
    [alone] = read("claims", quotes={"c7": [OWN]})[1]
    assert alone.allowed == "an entry under claims"


def test_a_second_own_sentence_is_told():
    quotes = {"c1": [OWN, FURTHER, Quote("路是地上的桥。", 3, True)]}
    _, found = read("claims", "{id: c1, text: 桥}", quotes=quotes)
    assert found == [
        Finding(
            "a.md",
            9,
            "mark-doubled",
            "the mark c1 stands at a second sentence",
            "one own sentence an id; further ones with +",
            "<!--c1+-->",
        )
    ]
