"""Characters looked up at once are what they are one by one."""

import re

import pytest

from digest.proposals.alike.code_points import FOLDED, WORD, folded, signs
from digest.zh.dictionaries import has_of_other, of_other, telling, telling_characters
from digest.zh.folding import fold

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


@pytest.mark.parametrize("text", [*TEXTS, "产业產業𠀾𠃓㐹", "桥橋" * 300, "".join(sorted(telling_characters()[0]))])
def test_counts_the_characters_of_one_script_alone(text):
    counts = tuple(sum(each in own for each in text) for own in telling_characters())
    assert telling(text) == counts
    for tag, other in (("zh-Hans", counts[1]), ("zh-Hant", counts[0])):
        assert (of_other(text, tag), has_of_other(text, tag)) == (other, other > 0)
