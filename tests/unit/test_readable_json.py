"""JSON with a line for each item: any reader of JSON reads the same, whatever the values are."""

import json

import pytest

from digest.exports.open_data import readable_json

DOCUMENTS = [
    {},
    {"name": "石桥", "format": 1, "none": None, "share": 0.25, "is": True},
    {"empty": [], "lists": [[], [1, [2]], "一\n二"], "nested": {"a": {"b": []}}},
    {"quotes": '"\\\u2028', "claims": [{"text": "桥要修。", "by": ["甲", "乙"]}, {"text": ""}]},
]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_it_is_the_document_whether_its_lists_are_there_or_are_gone_through(document):
    assert json.loads(readable_json(document)) == document
    once = {key: iter(value) if isinstance(value, list) else value for key, value in document.items()}
    assert readable_json(once) == readable_json(document)


def test_each_key_and_each_item_of_a_list_has_a_line():
    written = readable_json({"a": [{"b": [1, 2]}, "一\n二"], "c": "丙", "d": ()}).decode()
    assert written.splitlines() == [
        "{",
        ' "a": [',
        '  {"b": [1, 2]},',
        '  "一\\n二"',
        " ],",
        ' "c": "丙",',
        ' "d": []',
        "}",
    ]
    assert written.endswith("}\n")
