"""What is written right and cannot be meant: claims, reasons, circles, patterns, look-alikes."""

import pytest

from digest.files.findings import nearest
from digest.plan.concepts import is_slow
from digest.plan.relations import circles, read_relations

CLAIMS = dict.fromkeys(f"{slug}#c1" for slug in "abcd")


def extends(*pairs):
    return [fault.code for fault in circles("relations.yml", [(a, b, line) for line, (a, b) in enumerate(pairs, 1)])]


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ([("a", "b"), ("b", "c"), ("a", "c")], 0),
        ([("a", "b"), ("b", "c"), ("c", "a")], 1),
        ([("a", "b"), ("b", "c"), ("c", "a"), ("c", "b")], 2),
        ([("a", "b"), ("c", "d"), ("b", "c"), ("d", "a")], 1),
    ],
)
def test_claims_do_not_go_further_in_a_circle(pairs, found):
    assert extends(*pairs) == ["relation-circle"] * found


def test_a_circle_names_its_line_and_the_way_round():
    text = "- a#c1 extends b#c1: 从甲说到乙\n- b#c1 extends c#c1: 从乙说到丙\n- c#c1 extends a#c1: 从丙说到甲\n"
    relations, [fault] = read_relations("relations.yml", text, CLAIMS)
    assert len(relations) == 3
    assert fault.line == 3 and "c#c1 goes further than a#c1 than b#c1 than c#c1" in fault.message


SLOW = ["(?:[a-z]+)+#", "(a|ab?)+c", "(?:桥|桥头)*店", "(?:a{1,50}){1,50}b", "(?:\\w+ ?)+。", "((桥)+石?)+"]
QUICK = ["(?<!去)中心化", "不是.{1,40}而是", "[一-龥]+化", "(?:去|多)+中心", "(?:ab)+c", "降本(?:增效)?", "ai(?![a-z])"]


@pytest.mark.parametrize("pattern", SLOW)
def test_a_repetition_of_repetitions_is_refused(pattern):
    assert is_slow(pattern)


@pytest.mark.parametrize("pattern", QUICK)
def test_an_ordinary_pattern_is_not(pattern):
    assert not is_slow(pattern)


@pytest.mark.parametrize(
    ("word", "candidates", "first"),
    [
        ("h0l#c1", [f"h{number:02}#c1" for number in range(1, 15)], "h01#c1"),
        ("bridge-O1#c1", ["bridge-11#c1", "bridge-01#c1", "bridge-10#c1"], "bridge-01#c1"),
        ("modem-life", ["modern-life", "model-life"], "modern-life"),
        ("stone-brige", ["old-road", "stone-bridge"], "stone-bridge"),
    ],
)
def test_what_looks_the_same_is_nearest(word, candidates, first):
    assert nearest(word, candidates).split(", ")[0] == first
