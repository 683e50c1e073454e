"""A text folded character by character is what it is when it is normalized as a whole."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from convert.blocks import spans
from convert.clean.repeats import LABEL_MOST
from convert.page import Span
from convert.text.characters import distinct, first_letters, folded, letters, simplified

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


# Long enough that not all of a text is looked at, and alike enough that some are the same but for their marks.
LONG = st.lists(st.sampled_from(["，。" * 9, "桥" * 5, "桥下有水。", "Ａ1", "é", "e\u0301", "！"]), max_size=14).map(
    "".join
)


@given(LONG)
def test_first_letters_are_those_that_a_text_begins_with(text):
    assert letters(text).startswith(first_letters(text))
    assert bool(first_letters(text)) == bool(letters(text))
    assert first_letters(text) == letters(text)[: len(first_letters(text))]
    assert len(first_letters(text)) >= min(len(letters(text)), 2 * LABEL_MOST)


@given(st.lists(LONG, max_size=6))
def test_texts_are_told_apart_as_their_letters_are(texts):
    keys, whole = distinct(texts), list(map(letters, texts))
    assert [[one == other for other in keys] for one in keys] == [[one == other for other in whole] for one in whole]
    assert list(map(bool, keys)) == list(map(bool, whole))


def test_of_what_is_printable_only_blanks_and_the_lost_sign_are_not_shown_as_they_are():
    printable = "".join(filter(str.isprintable, map(chr, range(0x110000))))
    assert spans.INVISIBLE.findall(printable) == ["\ufffd"]
    assert spans.WIDE_SPACE.findall(printable) == [" "]


@given(TEXTS, st.booleans())
def test_one_span_is_trimmed_as_several_are(text, bold):
    assert spans.trimmed((Span(text, bold),)) == spans.trimmed((Span(""), Span(text, bold)))
