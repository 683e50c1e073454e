import pytest

from digest.plan.relations import read_relations

CLAIMS = {"stone-bridge#c1": 1, "stone-bridge#c2": 1, "old-road#c1": 1}


def test_a_line_is_a_relation():
    [relation], found = read_relations("r.yml", "- stone-bridge#c1 disputes old-road#c1: 一说修，一说拆\n", CLAIMS)
    assert not found
    assert (relation.a, relation.kind, relation.b, relation.reason, relation.line) == (
        "stone-bridge#c1",
        "disputes",
        "old-road#c1",
        "一说修，一说拆",
        1,
    )


def test_an_empty_file_has_no_relations():
    assert read_relations("r.yml", "# nothing yet\n", CLAIMS) == ([], [])


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("stone-bridge#c1 disputes old-road#c9: 由", "relation-unknown", "nearest: old-road#c1"),
        ("stone-bridge#c1 denies old-road#c1: 由", "relation-kind", "disputes"),
        ("stone-bridge#c1 disputes stone-bridge#c2: 由", "relation-own", "two different articles"),
        ("stone-bridge#c1 disputes: 由", "relation-form", "slug#c1"),
        ("stone-bridge disputes old-road#c1: 由", "relation-form", "slug#c1"),
        ("stone-bridge#c1 disputes old-road#c1:", "relation-form", "reason"),
    ],
)
def test_a_fault_is_named_with_its_line(line, code, words):
    text = f"# relations\n- stone-bridge#c2 supports old-road#c1: 同\n- {line}\n"
    relations, found = read_relations("r.yml", text, CLAIMS)
    assert len(relations) == 1
    assert [(fault.line, fault.code) for fault in found] == [(3, code)]
    assert words in str(found[0])


def test_a_pair_is_related_once_whichever_way_round():
    text = "- stone-bridge#c1 supports old-road#c1: 同\n- old-road#c1 disputes stone-bridge#c1: 异\n"
    relations, found = read_relations("r.yml", text, CLAIMS)
    assert len(relations) == 1 and found[0].code == "relation-doubled" and found[0].line == 2


def test_all_faults_are_named_at_once():
    text = "- a#c1 x b#c1: 由\n- 一句话\n"
    assert len(read_relations("r.yml", text, CLAIMS)[1]) == 4


def test_broken_yaml_is_a_fault_with_its_line():
    relations, found = read_relations("r.yml", "- a#c1 supports b#c1: 甲: 乙\n", CLAIMS)
    assert relations == [] and found[0].code == "relations-yaml" and found[0].line == 1


def test_a_reason_that_a_comment_cuts_off_is_said():
    found = read_relations("r.yml", "- stone-bridge#c1 disputes old-road#c1: 他说 #1 不对\n", CLAIMS)[1]
    assert [(fault.line, fault.code) for fault in found] == [(1, "relation-cut")]
    assert read_relations("r.yml", '- stone-bridge#c1 disputes old-road#c1: "他说 #1 不对"\n', CLAIMS)[1] == []


def test_one_pair_twice_in_one_entry_is_said():
    text = "- stone-bridge#c1 disputes old-road#c1: 甲\n  stone-bridge#c1 disputes old-road#c1: 乙\n"
    assert [(fault.line, fault.code) for fault in read_relations("r.yml", text, CLAIMS)[1]] == [(2, "relation-doubled")]
