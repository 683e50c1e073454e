import random

import pytest

from digest.zh.phrases import Dictionary, Matcher


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
