"""A text folded character by character is what it is when it is normalized as a whole."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from convert.text.characters import folded, letters, simplified

# Accents, voicing marks and parts of syllables hang on the character before them; the rest are the texts' own.
TEXTS = st.text(
    st.one_of(st.sampled_from("產业互联网「」。，Ａ１ aé\u0301ｶﾞか\u3099가\u1100\u1161Σς㎡…\u3000\n"), st.characters()),
    max_size=12,
)


def whole(text):
    plain = unicodedata.normalize("NFKC", text).replace("。", ".").replace("︱", "|").replace("丨", "|")
    return " ".join(simplified(plain.replace("「", '"').replace("」", '"')).lower().split())


@given(TEXTS)
def test_folding_is_that_of_the_whole_text(text):
    assert folded(text) == whole(text)


@given(TEXTS)
def test_letters_are_those_of_the_folded_text(text):
    assert letters(text) == "".join(each for each in whole(text) if unicodedata.category(each)[0] in "LNM")
