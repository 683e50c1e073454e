"""The curators' file of region words."""

from pathlib import Path

import pytest

from digest.files.findings import Finding
from digest.plan.synonyms import read_synonyms
from digest.zh.folding import fold

DOCS = Path(__file__).parent.parent.parent / "docs"


def test_a_group_finds_all_of_it_and_a_mapping_one_way():
    found, faults = read_synonyms("s.yml", "- [互联网, 網際網路]\n- {專案: [项目, 工程]}\n- [互联网, 網路]\n")
    assert faults == []
    found = {fold(typed): set(map(fold, meant)) for typed, meant in found.items()}
    assert found[fold("網際網路")] == {fold("互联网")} and found[fold("互聯網")] == {fold("网际网路"), fold("网路")}
    assert found[fold("专案")] == {fold("项目"), fold("工程")} and fold("项目") not in found
    assert list(found) == sorted(found, key=lambda phrase: (-len(phrase), phrase))


PHRASES = (
    "a list of two or more phrases that mean the same, or {typed: found as well}, each phrase of two characters or more"
)
MORE = "words that differ in more than their script: the search knows both scripts"
ONCE = "each pair once"


@pytest.mark.parametrize(
    ("text", "line", "code", "messages", "allowed"),
    [
        ("- [软件, 軟體]\n- [硬件]\n", 2, "synonym-form", ["['硬件'] came"], PHRASES),
        ("- [软件, 軟體]\n- 硬件\n", 2, "synonym-form", ["'硬件' came"], PHRASES),
        ("- [软件, 軟體]\n- [云, 雲端]\n", 2, "synonym-form", ["['云', '雲端'] came"], PHRASES),
        ("- [软件, 軟體]\n- {云端: 3}\n", 2, "synonym-form", ["{'云端': 3} came"], PHRASES),
        (
            "- [软件, 軟體]\n\n- [区域, 區域]\n",
            3,
            "synonym-same",
            ["区域 and 區域 are one word in two scripts", "區域 and 区域 are one word in two scripts"],
            MORE,
        ),
        (
            "- [软件, 軟體]\n- [軟體, 软件]\n",
            2,
            "synonym-doubled",
            ["軟體 finds 软件 by line 1 already", "软件 finds 軟體 by line 1 already"],
            ONCE,
        ),
        ("a: b\n", 1, "synonyms-yaml", ["a dict came"], "a list"),
    ],
)
def test_a_fault_is_named_whole(text, line, code, messages, allowed):
    _, faults = read_synonyms("s.yml", text)
    example = "- [软件, 軟體]   or   - {專案: 项目}"
    assert faults == sorted(Finding("s.yml", line, code, message, allowed, example) for message in messages)


def test_what_is_no_yaml_is_named_with_its_line():
    _, [fault] = read_synonyms("s.yml", "- [软件, 軟體\n- b: [")
    assert fault == Finding("s.yml", 2, "synonyms-yaml", fault.message, PHRASES, "- [软件, 軟體]   or   - {專案: 项目}")


def test_all_faults_are_said_at_once():
    _, faults = read_synonyms("s.yml", "- [a]\n- [软件, 軟體]\n- 3\n")
    assert [fault.line for fault in faults] == [1, 3]


def test_the_digests_own_file_has_none():
    found, faults = read_synonyms("docs/synonyms.yml", (DOCS / "synonyms.yml").read_text(encoding="utf-8"))
    assert faults == [] and len(found) > 100
