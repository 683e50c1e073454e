"""Argdown read back, AIF, and the schema of the open data."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from digest.__main__ import main
from digest.exports.interchange.aif import aif
from digest.exports.interchange.argdown import argdown
from digest.exports.open_data import SCHEMA_FILE, open_data, readable_json
from digest.inbox.argdown_relations import read_argdown
from digest.plan.site_plan import read_site_plan
from digest.zh.variants import VARIANTS

DOCS = Path(__file__).parent.parent.parent / "docs"
CLAIMS = ["stone-bridge#c1", "old-ferry#c1", "toll#c2"]


@pytest.fixture(scope="module")
def plan():
    return read_site_plan(DOCS)[0]


@pytest.fixture(scope="module")
def variants():
    return [VARIANTS["zh-Hans"], VARIANTS["zh-Hant"]]


def address(path):
    return f"https://example.org/{path}"


def found(text):
    drawn, faults = read_argdown("map.argdown", text, CLAIMS)
    return [(each.a, each.kind, each.b, each.reason) for each in drawn], [(each.line, each.code) for each in faults]


def test_what_the_digest_exports_is_read_back_whole(plan, variants):
    text = argdown(plan, "桥", address, "articles", variants)
    drawn, faults = read_argdown("digest.argdown", text, plan.claims)
    assert faults == []
    assert {(each.a, each.kind, each.b) for each in drawn} == {(each.a, each.kind, each.b) for each in plan.relations}
    reasons = {(each.a, each.b): " ".join(each.reason.split()) for each in plan.relations}
    with_comment = [each for each in drawn if each.kind in ("supports", "disputes")]
    assert with_comment and all(each.reason == reasons[each.a, each.b] for each in with_comment)


A, B, C = CLAIMS
LINES = [
    (f"[{A}]: 甲\n  +> [{B}] // 同", [(A, "supports", B, "同")]),
    (f"[{A}]\n    -> [{B}]: 乙说 // 异", [(A, "disputes", B, "异")]),
    (f"[{A}]\n  + [{B}] // 因\n  - [{C}] // 反", [(B, "supports", A, "因"), (C, "disputes", A, "反")]),
    (f"[{A}]\n  <+ [{B}] // 因\n  <- [{C}] // 反", [(B, "supports", A, "因"), (C, "disputes", A, "反")]),
    (f"[{A}]\n  >< [{B}] // 互斥", [(A, "disputes", B, "互斥")]),
    (f"[{A}]\n  +> [{B}] // 一\n    -> [{C}] // 二", [(A, "supports", B, "一"), (B, "disputes", C, "二")]),
    (f"[{A}]\n  +> [{B}]\n", [(A, "supports", B, "")]),
    (f'[{A}]: 甲 {{"extends": ["{B}"], "url": "https://example.org/a//b"}}', [(A, "extends", B, "")]),
    (f"===\ntitle: [{A}]\n===\n// [{A}]\n/* [{A}]\n  +> [{B}] */\n[{A}]\n", []),
    (f"[{A}]\n  -> [{B}] // 他说 \\#1 不对", [(A, "disputes", B, "他说 #1 不对")]),
]


@pytest.mark.parametrize(("text", "relations"), LINES)
def test_each_way_to_draw_a_relation_is_read(text, relations):
    assert found(text) == (relations, [])


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (f"[{A}]\n  +> [old-ferri#c1] // 同", [(2, "argdown-claim")]),
        (f"[{A}]\n  +> <理由一>\n", [(2, "argdown-form")]),
        (f"[{A}]\n  _> [{B}]\n", [(2, "argdown-form")]),
        ("[nobody#c1]\n  +> [toll#c2] // 同", [(1, "argdown-claim")]),
        (f"/* 一\n二 */\n[{A}]\n  +> [x#c1] // 同\n  -> [y#c1] // 异", [(4, "argdown-claim"), (5, "argdown-claim")]),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(text, faults):
    assert found(text) == ([], faults)


ARTICLE = (
    "---\ntitle: {0}\nlang: zh-Hans\nauthor: [{0}]\nsite: 报\nclaims:\n  - {{id: c1, text: {1}}}\n---\n\n{1}<!--c1-->\n"
)


@pytest.fixture
def docs(tmp_path):
    folder = tmp_path / "docs" / "articles"
    folder.mkdir(parents=True)
    for slug, title, claim in (("a", "甲", "桥要修。"), ("b", "乙", "桥要拆。"), ("c", "丙", "桥要等。")):
        (folder / f"{slug}.md").write_text(ARTICLE.format(title, claim), encoding="utf-8")
    (tmp_path / "docs" / "relations.yml").write_text("# 关系\n- a#c1 disputes b#c1: 一说修，一说拆\n", encoding="utf-8")
    return tmp_path / "docs"


def imported(docs, text, *options):
    (docs.parent / "map.argdown").write_text(text, encoding="utf-8")
    code = main(["import", str(docs.parent / "map.argdown"), "--docs", str(docs), *options])
    return code, (docs / "relations.yml").read_text(encoding="utf-8")


def test_what_is_drawn_goes_among_the_relations_and_what_stands_stays(docs, capsys):
    code, text = imported(docs, "[a#c1]\n  -> [b#c1] // 别的理由\n  +> [c#c1] // 等就是修：早晚的事\n")
    assert code == 0
    assert text == "# 关系\n- a#c1 disputes b#c1: 一说修，一说拆\n- a#c1 supports c#c1: 等就是修：早晚的事\n"
    assert "1 relations added, 1 stood there already, 0 could not" in capsys.readouterr().err
    assert imported(docs, "[a#c1]\n  +> [c#c1] // 等就是修：早晚的事\n") == (0, text)


def test_no_word_of_a_curator_is_overwritten_and_the_rest_goes_on(docs, capsys):
    drawn = "[a#c1]\n  +> [b#c1] // 其实一样\n  +> [c#c1]\n[b#c1]\n  -> [c#c1] // 一说拆，一说等\n"
    code, text = imported(docs, drawn)
    assert code == 1
    assert text.splitlines()[1:] == ["- a#c1 disputes b#c1: 一说修，一说拆", "- b#c1 disputes c#c1: 一说拆，一说等"]
    said = capsys.readouterr().out
    assert "argdown-drawn" in said and "suggestion-reason" in said


def test_a_dry_run_writes_nothing(docs, capsys):
    before = (docs / "relations.yml").read_text(encoding="utf-8")
    assert imported(docs, "[b#c1]\n  -> [c#c1] // 一说拆，一说等\n", "--dry-run") == (0, before)
    assert "- b#c1 disputes c#c1: 一说拆，一说等" in capsys.readouterr().out


def test_every_argument_is_a_node_between_two_claims(plan, variants):
    document = aif(plan, address, "articles", variants)
    kinds = {node["nodeID"]: node["type"] for node in document["nodes"]}
    assert len(kinds) == len(document["nodes"])
    claims = {node["claim"]: node for node in document["nodes"] if node["type"] == "I"}
    assert set(claims) == set(plan.claims) and all(node["text"] for node in claims.values())
    ends = {number: [] for number in kinds}
    for edge in document["edges"]:
        ends[edge["toID"]].append(edge["fromID"])
        assert {kinds[edge["fromID"]], kinds[edge["toID"]]} in ({"I", "RA"}, {"I", "CA"})
    drawn = {
        (node["type"], *ends[node["nodeID"]], *(e["toID"] for e in document["edges"] if e["fromID"] == node["nodeID"]))
        for node in document["nodes"]
        if node["type"] != "I"
    }
    signs = {"supports": "RA", "disputes": "CA"}
    assert drawn == {
        (signs[each.kind], claims[each.a]["nodeID"], claims[each.b]["nodeID"])
        for each in plan.relations
        if each.kind in signs
    }


def test_the_open_data_is_what_its_schema_says(plan, variants):
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    document = json.loads(readable_json(open_data(plan, variants, "articles", address)))
    assert list(Draft202012Validator(schema).iter_errors(document)) == []
    assert document["$schema"].endswith("/digest.schema.json")


BROKEN = {
    "format": lambda document: document.update(format=2),
    "a key too many": lambda document: document["claims"][0].update(mood="?"),
    "a key too few": lambda document: document["articles"][0].pop("url"),
    "no ref": lambda document: document["links"][0].update({"from": "桥"}),
    "no kind": lambda document: document["links"][0].update(relation="likes"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_the_schema_refuses_what_is_not(plan, variants, name):
    document = json.loads(readable_json(open_data(plan, variants, "articles", address)))
    BROKEN[name](document)
    assert list(Draft202012Validator(json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))).iter_errors(document))
