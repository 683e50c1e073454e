"""Whole sentences in both directions, as a page is converted."""

import pytest
from golden import cases
from tested_engine import as_published

TAGS = ("zh-Hans", "zh-Hant")


@pytest.mark.parametrize("case", cases("conversion"))
def test_a_sentence_comes_out_in_the_other_script(case):
    source = case.get("from", TAGS[0])
    target = next(tag for tag in TAGS if tag != source)
    assert as_published().convert(case[source], source, target) == case[target]
