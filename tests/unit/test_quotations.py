import pytest

from digest.text.sentences import balanced


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("他说：「开放是基因。", "他说：「开放是基因。」"),
        ("也是基因。」", "「也是基因。」"),
        ("“甲”和“乙”", "“甲”和“乙”"),
        ("没有", "没有"),
    ],
)
def test_a_sentence_cut_out_of_a_quotation_has_both_quote_marks(cut, whole):
    assert balanced(cut) == whole
