import re

import pytest
from golden import cases

from digest.files.findings import Finding
from digest.plan.concepts import Concept, concepts_of, is_slow, read_concepts


@pytest.mark.parametrize("case", cases("concepts"))
def test_a_concept_shows_in_either_script(case):
    assert concepts_of(case["text"], [Concept("c", tuple(case["patterns"]))]).get("c", 0) == case["shown"]


REGULAR = "a regular expression"
NAMED = "a name; in quotes what YAML takes for something else"
UNNAMED = f"{REGULAR} without named groups and back references"


@pytest.mark.parametrize(
    ("line", "code", "message", "allowed", "example"),
    [
        (r"桥: ['(桥)\1']", "concept-pattern", r"桥: '(桥)\\1' names a group", UNNAMED, "(?:去|多)中心"),
        ("桥: ['(?P<b>桥)']", "concept-pattern", "桥: '(?P<b>桥)' names a group", UNNAMED, "(?:去|多)中心"),
        (
            "桥: ['桥*']",
            "concept-pattern",
            "桥: '桥*' finds nothing at all, everywhere",
            f"{REGULAR} of one character or more",
            "流量|留量",
        ),
        (
            "桥: ['(?:桥+梁?)+墩']",
            "concept-slow",
            "桥: '(?:桥+梁?)+墩' repeats a repetition: on some sentences it would not end",
            "one repetition at a time, or none",
            "智能(?:制造|工厂)",
        ),
        *(
            (f"{name}: [桥]", "concept-form", f"the name {read} came", NAMED, '"2.0": [web2, 二代网]')
            for name, read in [("~", None), ("no", False), ("yes", True), ("1.10", 1.1), ("''", "''"), ("' '", "' '")]
        ),
        ("桥: 桥", "concept-form", "桥: '桥' came", "a list of patterns", "赋能: [赋能]"),
        ("桥: []", "concept-form", "桥: [] came", "a list of patterns", "赋能: [赋能]"),
        ("桥: [3]", "concept-form", "桥: [3] came", "a list of patterns", "赋能: [赋能]"),
    ],
)
def test_a_fault_is_named_whole(line, code, message, allowed, example):
    concepts, found = read_concepts("c.yml", f"# concepts\n路: [路, 道]\n{line}\n水: [水]\n")
    assert [(concept.name, concept.line) for concept in concepts] == [("路", 2), ("水", 4)]
    assert found == [Finding("c.yml", 3, code, message, allowed, example)]


@pytest.mark.parametrize("pattern", ["(", "(?i)桥", "[", "桥{99999999999}"])
def test_what_does_not_compile_says_why(pattern):
    concepts, [fault] = read_concepts("c.yml", f"桥: ['{pattern}']\n")
    assert fault == Finding("c.yml", 1, "concept-pattern", fault.message, REGULAR, "(?<!去)中心化") and not concepts
    assert re.match(rf"桥: {re.escape(repr(pattern))} does not compile: \w", fault.message)


def test_a_pattern_within_another_is_a_fault_and_holds():
    [concept], found = read_concepts("c.yml", "# 概念\n桥: [大桥梁, 桥]\n")
    message = "桥: '大桥梁' finds nothing that '桥' does not find"
    assert found == [Finding("c.yml", 2, "concept-covered", message, "the shorter pattern alone", "桥: [桥]")]
    assert concept.patterns == ("大桥梁", "桥")


def test_what_finds_any_word_finds_no_empty_text():
    [concept], found = read_concepts("c.yml", "桥: ['\\w+桥|[A-Za-z]']\n")
    assert found == [] and concept.shown("a 石桥") == 2


def test_one_wrong_pattern_leaves_the_others():
    [concept], found = read_concepts("c.yml", "桥: [桥, '(', 梁]\n")
    assert concept.patterns == ("桥", "梁") and len(found) == 1


def test_a_concept_that_stands_twice_is_a_fault():
    doubled = Finding("c.yml", 3, "concept-doubled", "'桥' stands twice", "each concept once")
    assert read_concepts("c.yml", "桥: [桥]\n路: [路]\n桥: [梁]\n")[1] == [doubled]


def test_what_is_no_mapping_is_said():
    assert read_concepts("c.yml", "- 桥\n") == (
        [],
        [Finding("c.yml", 1, "concepts-yaml", "a list came", "a mapping", "赋能: [赋能]")],
    )
    [fault] = read_concepts("c.yml", "桥: [桥\n")[1]
    assert (fault.allowed, fault.example) == ("name: [patterns]", "赋能: [赋能]")


# Some have no end on a sentence of thirty characters of one kind, the others are read at one go.
SLOW = [
    "(?:水(.|桥))+",
    "(?:水((.|桥)))+",
    "(?:(桥)路|(桥)水)+",
    "(?>(?:桥+)+)",
    "(?:(?:桥+)+水){1,2}",
    "(?:(?:桥+)+水)?+",
    "(?:桥|桥)+",
    "(?:(?:桥|桥)路)+",
    "(?:(?:桥|桥)|路路)+",
    "(?:.|桥)+",
    "(?:桥|(?:桥))+",
    "(?:桥路|[桥水]路)+",
    "(?:桥路|\\w路)+",
    "(?:桥+)+",
    "(?:桥|桥路)+",
    "(?:桥?)+",
    "(?:桥+){2,17}",
    "(?=(?:桥*)*)x",
    "路(?:a(?:桥|桥x))+",
    "((桥+)+)",
    "(?:水|(?:桥+)+)",
    "(?:桥|路){1,9}(?:桥*)*",
]
QUICK = [
    "(?:(桥)路|(水)路)+",
    "(?>桥+路)",
    r"\w{4}",
    "(?:桥|路)+",
    "(?:桥路|水路)+",
    "(?:产业链|产品们)+",
    "(?:桥路|桥水|桥路)+",
    "(?:[桥路]水|[江河]水)+",
    "桥{2,17}",
    "(?:桥+){2,16}",
    "(?:桥路)+水*",
    "桥+路+",
    "(?:(?:桥路)|(?:水路))+",
    "(?:桥|桥){2,16}",
    "[^桥]+桥",
    "(?!桥+)路+",
]


@pytest.mark.parametrize(("pattern", "slow"), [*((each, True) for each in SLOW), *((each, False) for each in QUICK)])
def test_what_can_be_read_in_many_ways_is_told(pattern, slow):
    assert is_slow(pattern) == slow


def test_what_finds_any_four_letters_is_a_pattern():
    assert read_concepts("c.yml", r"桥: ['\w{4}', 'x+']" + "\n")[1] == []
