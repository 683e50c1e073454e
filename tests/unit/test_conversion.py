"""Whole sentences in both directions, with the corrections that every digest starts with."""

import pytest
from golden import cases
from tested_engine import script

from digest.zh.terms import shipped_terms

TAGS = ("zh-Hans", "zh-Hant")


@pytest.mark.parametrize("case", cases("conversion"))
def test_a_sentence_comes_out_in_the_other_script(case):
    source = case.get("from", TAGS[0])
    target = next(tag for tag in TAGS if tag != source)
    assert script(shipped_terms()).convert(case[source], source, target) == case[target]
