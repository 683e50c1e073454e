"""Definitions of the front matter joined with their marked sentences."""

import pytest

from digest.articles.claims import read_definitions
from digest.articles.marks import Quote
from digest.files import front_matter

HEAD = "---\ntitle: 桥\nlang: zh-Hans\ndefinitions:\n{entries}---\n\n正文。\n"


def read(*entries, quotes=None):
    front, found = front_matter.read("a.md", HEAD.format(entries="".join(f"  - {{{each}}}\n" for each in entries)))
    assert not found
    return read_definitions("a.md", "qiao", front, quotes or {})


@pytest.mark.parametrize("given, holder", [(", holder: 造桥的人", "造桥的人"), ("", ""), (", holder: ''", "")])
def test_a_definition_is_its_entry_with_its_sentence(given, holder):
    [one], found = read(f"id: d1, term: 桥{given}", quotes={"d1": [Quote("桥是河上的路。", 3, True)]})
    assert (one.ref, one.id, one.term, one.holder, one.quote) == ("qiao#d1", "d1", "桥", holder, "桥是河上的路。")
    assert not found


def test_the_sentence_that_is_marked_as_its_own_comes_before_others():
    quotes = [Quote("桥也是门。", 3, False), Quote("桥是河上的路。", 4, True)]
    [one], _ = read("id: d1, term: 桥", quotes={"d1": quotes})
    assert one.quote == "桥是河上的路。"


def test_a_definition_without_a_sentence_is_told_and_kept():
    [one], found = read("id: d1, term: 桥")
    assert one.quote == ""
    assert [each.line for each in found] == [5]


def test_definitions_stand_in_the_order_of_the_file():
    made, _ = read("id: d2, term: 路", "id: d1, term: 桥")
    assert [each.ref for each in made] == ["qiao#d2", "qiao#d1"]
