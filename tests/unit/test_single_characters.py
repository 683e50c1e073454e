"""Single characters replaced: by a table as by ``str.translate``."""

import pytest

from digest.zh.phrases import Characters

TEXT = "发展软件Ａ\U00020bb7\0\ud800，发"


@pytest.mark.parametrize("times", [1, 40])
def test_a_long_text_is_replaced_as_a_short_one(times):
    table = Characters({ord("发"): "發", ord("\U00020bb7"): "吉", ord("件"): "\U0002a6b2"})
    assert table.convert(TEXT * times) == "發展软\U0002a6b2Ａ吉\0\ud800，發" * times


def test_values_are_made_up_once_for_each_character():
    asked = []

    class Made(dict):
        def __missing__(self, code):
            asked.append(code)
            self[code] = chr(code).lower()
            return self[code]

    table = Characters(Made())
    assert table.convert("ABcd" * 30) + table.convert("ABcd" * 30) == "abcd" * 60
    assert sorted(asked) == sorted(map(ord, "ABcd"))


def test_a_character_that_becomes_two_moves_the_rest():
    table = Characters({ord("a"): "xy"})
    assert not table.keeps_places and table.convert("ab" * 60) == "xyb" * 60
