import pytest
from golden import cases

from digest.plan.concepts import Concept, concepts_of, read_concepts


@pytest.mark.parametrize("case", cases("concepts"))
def test_a_concept_shows_in_either_script(case):
    assert concepts_of(case["text"], [Concept("c", tuple(case["patterns"]))]).get("c", 0) == case["shown"]


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("桥: ['(']", "concept-pattern", "does not compile"),
        (r"桥: ['(桥)\1']", "concept-pattern", "names a group"),
        ("桥: ['(?P<b>桥)']", "concept-pattern", "names a group"),
        ("桥: ['(?i)桥']", "concept-pattern", "does not compile"),
        ("桥: ['桥*']", "concept-pattern", "finds nothing"),
        ("桥: 桥", "concept-form", "a list of patterns"),
        ("桥: []", "concept-form", "a list of patterns"),
    ],
)
def test_a_fault_is_named_with_its_line(line, code, words):
    concepts, found = read_concepts("c.yml", f"# concepts\n路: [路, 道]\n{line}\n")
    assert [concept.name for concept in concepts] == ["路"]
    assert [(fault.line, fault.code) for fault in found] == [(3, code)] and words in str(found[0])


def test_one_wrong_pattern_leaves_the_others():
    [concept], found = read_concepts("c.yml", "桥: [桥, '(', 梁]\n")
    assert concept.patterns == ("桥", "梁") and len(found) == 1


def test_a_concept_that_stands_twice_is_a_fault():
    assert read_concepts("c.yml", "桥: [桥]\n桥: [梁]\n")[1][0].code == "concept-doubled"
