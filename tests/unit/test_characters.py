"""Characters looked up at once are what they are one by one."""

import re

import pytest

from digest.proposals.alike.code_points import FOLDED, WORD, folded, signs
from digest.zh.script import fold

TEXTS = (
    "產業互聯網不是消費互聯網的延續，Ａ１ ＋ Ⅷ ﬁ ｶﾞ é É",
    "",
    "a\nb\0\u2028_·𠀀𪚥",
    "说到底\ud800",
    "İstanbul ẞ ㎏ ½ ٣",
)


@pytest.mark.parametrize("text", TEXTS)
def test_folds_as_the_script_does(text):
    assert folded(text) == fold(text)
    assert folded(text) == fold(text), "a second time, from the table"


@pytest.mark.parametrize("text", TEXTS)
def test_knows_what_a_word_is_made_of(text):
    plain = fold(text)
    assert [bool(each & WORD) for each in signs(text).tolist()] == [bool(re.fullmatch(r"\w", each)) for each in plain]
    assert [each & FOLDED for each in signs(text).tolist()] == list(map(ord, plain))
