import pytest
from golden import cases

from digest.text.sentences import sentences


@pytest.mark.parametrize("case", cases("segment"))
def test_sentences(case):
    assert [case["text"][start:end] for start, end in sentences(case["text"])] == case["sentences"]
