"""The curators' file of region words."""

from pathlib import Path

import pytest

from digest.plan.synonyms import read_synonyms
from digest.zh.script import fold

DOCS = Path(__file__).parent.parent.parent / "docs"


def test_a_group_finds_all_of_it_and_a_mapping_one_way():
    found, faults = read_synonyms("s.yml", "- [互联网, 網際網路]\n- {專案: [项目, 工程]}\n- [互联网, 網路]\n")
    assert faults == []
    found = {fold(typed): set(map(fold, meant)) for typed, meant in found.items()}
    assert found[fold("網際網路")] == {fold("互联网")} and found[fold("互聯網")] == {fold("网际网路"), fold("网路")}
    assert found[fold("专案")] == {fold("项目"), fold("工程")} and fold("项目") not in found
    assert list(found) == sorted(found, key=lambda phrase: (-len(phrase), phrase))


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("- [软件, 軟體]\n- [硬件]\n", 2, "synonym-form"),
        ("- [软件, 軟體]\n- 硬件\n", 2, "synonym-form"),
        ("- [软件, 軟體]\n- [云, 雲端]\n", 2, "synonym-form"),
        ("- [软件, 軟體]\n- {云端: 3}\n", 2, "synonym-form"),
        ("- [软件, 軟體]\n\n- [区域, 區域]\n", 3, "synonym-same"),
        ("- [软件, 軟體]\n- [軟體, 软件]\n", 2, "synonym-doubled"),
        ("a: b\n", 1, "synonyms-yaml"),
        ("- [软件, 軟體\n- b: [", 2, "synonyms-yaml"),
    ],
)
def test_a_fault_names_its_line(text, line, code):
    _, faults = read_synonyms("docs/synonyms.yml", text)
    assert {(fault.file, fault.line, fault.code) for fault in faults} == {("docs/synonyms.yml", line, code)}
    assert faults[0].allowed or faults[0].example


def test_all_faults_are_said_at_once():
    _, faults = read_synonyms("s.yml", "- [a]\n- [软件, 軟體]\n- 3\n")
    assert [fault.line for fault in faults] == [1, 3]


def test_the_digests_own_file_has_none():
    found, faults = read_synonyms("docs/synonyms.yml", (DOCS / "synonyms.yml").read_text(encoding="utf-8"))
    assert faults == [] and len(found) > 100
