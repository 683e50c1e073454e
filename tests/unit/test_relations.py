import pytest

from digest.files.findings import Finding
from digest.plan.relations import EXAMPLE, read_relations

CLAIMS = {"stone-bridge#c1": 1, "stone-bridge#c2": 1, "old-road#c1": 1, "old-road#c2": 1}


def test_a_line_is_a_relation():
    [relation], found = read_relations("r.yml", "- stone-bridge#c1 disputes old-road#c1: 一说修，  一说拆\n", CLAIMS)
    assert not found
    assert (relation.a, relation.kind, relation.b, relation.reason, relation.line) == (
        "stone-bridge#c1",
        "disputes",
        "old-road#c1",
        "一说修， 一说拆",
        1,
    )


def test_an_empty_file_has_no_relations():
    assert read_relations("r.yml", "# nothing yet\n", CLAIMS) == ([], [])


FORM = "slug#c1 kind slug#c2: reason"
PAIR = "stone-bridge#c1 disputes old-road#c1"
RELATED = "- stone-bridge#c2 supports old-road#c2: 同一件事\n"


@pytest.mark.parametrize(
    ("line", "code", "message", "allowed", "example"),
    [
        ("一句话", "relation-form", "'一句话' came", FORM, EXAMPLE),
        ("5", "relation-form", "5 came", FORM, EXAMPLE),
        (f"{PAIR}: [由]", "relation-form", f"{PAIR}: ['由'] came", FORM, EXAMPLE),
        (f"{PAIR}:", "relation-form", f"{PAIR}: None came", FORM, EXAMPLE),
        ("stone-bridge#c1 disputes: 由", "relation-form", "stone-bridge#c1 disputes: '由' came", FORM, EXAMPLE),
        (f"{{{PAIR}: 甲, 乙: 丙}}", "relation-form", f"{{'{PAIR}': '甲', '乙': '丙'}} came", FORM, EXAMPLE),
        (
            "stone-bridge disputes old-road#c1: 由",
            "relation-form",
            "'stone-bridge' is not a claim's address",
            "slug#c1",
            EXAMPLE,
        ),
        (
            "stone-bridge#c1 disputes far-away-in-time#c77: 由",
            "relation-unknown",
            "there is no claim far-away-in-time#c77",
            "a claim of an article",
            EXAMPLE,
        ),
        (
            "stone-bridge#c1 disputes 0ld-road#c1: 由",
            "relation-unknown",
            "there is no claim 0ld-road#c1",
            "a claim of an article; nearest: old-road#c1, old-road#c2, stone-bridge#c1",
            EXAMPLE,
        ),
        (
            "stone-bridge#c1 denies old-road#c1: 由",
            "relation-kind",
            "the kind 'denies' came",
            "supports, disputes, extends, same-topic, unrelated",
            EXAMPLE,
        ),
        (
            "stone-bridge#c1 disputes stone-bridge#c2: 由",
            "relation-own",
            "stone-bridge#c1 and stone-bridge#c2 are of one article",
            "claims of two different articles",
            EXAMPLE,
        ),
        (
            f"{PAIR}: ！",
            "relation-reason",
            "the reason of stone-bridge#c1 and old-road#c1 is '！'",
            "one line that says why the two meet, for readers",
            EXAMPLE,
        ),
        (
            f"{PAIR}: 他说 #1 不对",
            "relation-cut",
            "'#1 不对' is cut off as a comment",
            "the whole reason in quotes",
            '- a#c1 disputes b#c4: "他说 #1 不对"',
        ),
        (
            "old-road#c2 disputes stone-bridge#c2: 由此",
            "relation-doubled",
            "old-road#c2 and stone-bridge#c2 are related on line 2 already",
            "one a pair",
            "",
        ),
        (
            "stone-bridge#c2 unrelated old-road#c2: 由此",
            "relation-apart",
            "stone-bridge#c2 and old-road#c2 are drawn on line 2 and kept apart on line 3",
            "one of the two",
            "",
        ),
        (
            "{stone-bridge#c1 extends old-road#c1: 甲说得更远}\n- {old-road#c1 extends stone-bridge#c1: 乙说得更远}",
            "relation-doubled",
            "old-road#c1 and stone-bridge#c1 are related on line 3 already",
            "one a pair",
            "",
        ),
    ],
)
def test_a_fault_is_named_whole(line, code, message, allowed, example):
    relations, found = read_relations("r.yml", f"# relations\n{RELATED}- {line}\n", CLAIMS)
    # What only its reason is wrong with is a relation all the same, as is the first of two.
    assert len(relations) == 1 + (code in ("relation-reason", "relation-cut") or "\n" in line)
    assert found == [Finding("r.yml", 3 + line.count("\n"), code, message, allowed, example)]


def test_a_pair_kept_apart_before_it_is_drawn_is_the_same_fault():
    text = "- stone-bridge#c2 unrelated old-road#c2: 各说各的\n- old-road#c2 supports stone-bridge#c2: 同一句话\n"
    relations, [fault] = read_relations("r.yml", text, CLAIMS)
    assert [each.kind for each in relations] == ["unrelated"]
    assert fault.message == "old-road#c2 and stone-bridge#c2 are drawn on line 2 and kept apart on line 1"


def test_what_comes_back_to_where_it_began_is_said_with_its_line():
    claims = dict.fromkeys(("a#c1", "b#c1", "c#c1", "d#c1"))
    text = "- a#c1 extends b#c1: 更远些\n- c#c1 supports d#c1: 同一件事\n- b#c1 extends c#c1: 更远些\n- c#c1 extends a#c1: 更远些\n"
    relations, [fault] = read_relations("r.yml", text, claims)
    assert len(relations) == 4 and (fault.file, fault.line, fault.code) == ("r.yml", 4, "relation-circle")
    assert fault.message == "c#c1 goes further than a#c1 than b#c1 than c#c1: a circle"


@pytest.mark.parametrize(
    "pair",
    ["lost#c1 denies old-road#c1", "old-road#c9 disputes lost#c1", "lost disputes x", "{甲: 乙, lost#c1 is: 丙}"],
)
def test_of_an_article_that_could_not_be_read_nothing_is_said_again(pair):
    text = f"- {pair if pair[0] == '{' else pair + ': 由此'}\n- 一句话\n"
    assert [each.line for each in read_relations("r.yml", text, CLAIMS, {"lost"})[1]] == [2]
    assert {each.line for each in read_relations("r.yml", text, CLAIMS)[1]} == {1, 2}


def test_a_pair_is_related_once_whichever_way_round():
    text = "- stone-bridge#c1 supports old-road#c1: 同\n- old-road#c1 disputes stone-bridge#c1: 异\n"
    relations, found = read_relations("r.yml", text, CLAIMS)
    assert len(relations) == 1 and found[0].code == "relation-doubled" and found[0].line == 2


def test_all_faults_are_named_at_once():
    text = "- a#c1 x b#c1: 由\n- 一句话\n"
    assert len(read_relations("r.yml", text, CLAIMS)[1]) == 4


def test_broken_yaml_is_a_fault_with_its_line():
    relations, [fault] = read_relations("r.yml", "- a#c1 supports b#c1: 甲: 乙\n", CLAIMS)
    assert relations == [] and (fault.file, fault.line, fault.code) == ("r.yml", 1, "relations-yaml")
    assert (fault.allowed, fault.example) == (
        "one relation a line; a reason with a half-width colon or # in quotes",
        EXAMPLE,
    )


def test_a_reason_that_a_comment_cuts_off_is_said():
    found = read_relations("r.yml", "- stone-bridge#c1 disputes old-road#c1: 他说 #1 不对\n", CLAIMS)[1]
    assert [(fault.line, fault.code) for fault in found] == [(1, "relation-cut")]
    assert read_relations("r.yml", '- stone-bridge#c1 disputes old-road#c1: "他说 #1 不对"\n', CLAIMS)[1] == []


def test_one_pair_twice_in_one_entry_is_said():
    text = "- stone-bridge#c1 disputes old-road#c1: 甲\n  stone-bridge#c1 disputes old-road#c1: 乙\n"
    message = "stone-bridge#c1 disputes old-road#c1 stands twice in one entry"
    doubled = Finding("r.yml", 2, "relation-doubled", message, "one relation a line", EXAMPLE)
    assert read_relations("r.yml", text, CLAIMS)[1] == [doubled]
