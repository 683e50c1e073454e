import random

import pytest

from digest.zh.phrases import Characters, Dictionary, Matcher


def asked_in_turn(dictionaries, text):
    """What a matcher must give, place by place: the longest key of the first dictionary that has any."""
    place, found = 0, []
    while place < len(text):
        here = [[key for key in entries if text.startswith(key, place)] for entries in dictionaries]
        keys = next(filter(None, here), [])
        key = max(keys, key=len, default=text[place])
        becomes = next((entries[key] for entries in dictionaries if key in entries), key)
        found.append((key, becomes))
        place += len(key)
    return found


def dictionaries(chance, lengths):
    """One to three dictionaries over four letters, keys of up to four of them."""
    made = []
    for _ in range(chance.randint(1, 3)):
        keys = {"".join(chance.choices("abcd", k=chance.randint(1, 4))) for _ in range(chance.randint(0, 6))}
        made.append({key: "".join(chance.choices("wxyz", k=lengths(len(key)))) for key in sorted(keys)})
    return made


@pytest.mark.parametrize("lengths", [lambda length: length, lambda length: 1 + length % 3], ids=["kept", "changed"])
def test_a_matcher_finds_what_dictionaries_asked_one_after_another_would(lengths):
    chance = random.Random(7)
    for _ in range(1500):
        given = dictionaries(chance, lengths)
        text = "".join(chance.choices("abcde", k=chance.randint(0, 12)))
        matcher = Matcher([Dictionary(entries) for entries in given])
        expected = asked_in_turn(given, text)
        assert list(matcher.matches(text)) == expected, given
        assert matcher.convert(text) == "".join(becomes for _, becomes in expected), given
        assert matcher.has_phrases(text) == any(len(key) > 1 for key, _ in expected), given
        assert matcher.keeps_length == all(len(key) == len(value) for each in given for key, value in each.items())


@pytest.mark.parametrize("singles", [False, True])
def test_segments_are_the_matches_and_what_lies_between_them(singles):
    chance = random.Random(11)
    for _ in range(1500):
        given = dictionaries(chance, lambda length: length)
        text = "".join(chance.choices("abcde", k=chance.randint(0, 12)))
        known = {key for entries in given for key in entries if len(key) > 1 or singles}
        expected = []
        for key, _ in asked_in_turn(given, text):
            if key not in known and expected and not expected[-1][1]:
                expected[-1] = (expected[-1][0] + key, False)
            else:
                expected.append((key, key in known))
        matcher = Matcher([Dictionary(entries) for entries in given])
        # Singles count where that is asked for, and not otherwise.
        assert list(matcher.segments(text, True) if singles else matcher.segments(text)) == expected, given


def test_a_matcher_joined_with_another_converts_as_one_after_the_other():
    chance = random.Random(13)
    for _ in range(1500):
        ours = dictionaries(chance, lambda length: length)
        theirs = [
            {key.translate(str.maketrans("abcd", "wxya")): value for key, value in each.items()}
            for each in dictionaries(chance, lambda length: length)
        ]
        first, second = (Matcher([Dictionary(entries) for entries in given]) for given in (ours, theirs))
        joined, asking = first.joined(second)
        text = "".join(chance.choices("abcdewxyz", k=chance.randint(0, 12)))
        between, out = first.convert(text), joined.convert(text)
        if second.has_phrases(between):
            assert asking.has_phrases(out), (ours, theirs, text)
        if not asking.has_phrases(out):
            assert out == second.convert(between), (ours, theirs, text)
        assert joined.keeps_length


@pytest.mark.parametrize(("one", "other"), [("b", "cc"), ("cc", "b"), ("cc", "dd")])
def test_lengths_are_kept_where_both_matchers_keep_them(one, other):
    first, second = Matcher([Dictionary({"a": one})]), Matcher([Dictionary({"x": other})])
    assert not first.joined(second)[0].keeps_length


class _Asked(dict[int, str]):
    """What characters become, with a list of those that were asked for."""

    def __init__(self, becomes):
        super().__init__(becomes)
        self.asked = []

    def __getitem__(self, code):
        self.asked.append(chr(code))
        return super().__getitem__(code)


@pytest.mark.parametrize(
    ("becomes", "text", "read"),
    [
        ({"a": "b"}, "ac" * 30, "bc" * 30),
        # What takes two units, before or after, half a character and one that is none.
        ({"a": "𠀀"}, "ac" * 30, "𠀀c" * 30),
        ({"𠀀": "b"}, "𠀀a" * 30, "ba" * 30),
        ({"a": "\ufffe"}, "ac" * 30, "\ufffec" * 30),
        ({"a": "\uffff"}, "ac" * 30, "\uffffc" * 30),
        ({"a": "b"}, "\ud800a" * 30, "\ud800b" * 30),
        ({"a": "bc"}, "ad" * 30, "bcd" * 30),
        ({"a": ""}, "ad" * 30, "d" * 30),
    ],
)
def test_characters_of_a_long_text_become_what_those_of_a_short_one_do(becomes, text, read):
    characters = Characters({ord(key): value for key, value in becomes.items()})
    assert characters.convert(text) == "".join(map(characters.convert, text)) == characters.convert(text) == read
    assert characters.keeps_places == (len(text) == len(read))


def test_each_character_of_long_texts_is_looked_up_once():
    becomes = _Asked({ord("a"): "b"})
    characters = Characters(becomes)
    assert [characters.convert("ac" * 25), characters.convert("ca" * 30), characters.convert("ae" * 25)] == [
        "bc" * 25,
        "cb" * 30,
        "be" * 25,
    ]
    assert sorted(becomes.asked) == ["a", "c", "e"]
