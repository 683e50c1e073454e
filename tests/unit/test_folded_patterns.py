"""What curators write as a pattern is found in texts of either script, width and case."""

import re

import pytest

from digest.zh.folding import compiled, fold


@pytest.mark.parametrize(
    ("pattern", "found", "not_found"),
    [
        ("网络|軟體", ["網絡", "网络", "軟體", "软体"], ["桥"]),
        ("Ab", ["ab", "AB", "ａＢ"], ["a", "xb"]),
        ("^a.c$", ["abc", "A桥C"], ["ac", "abbc"]),
        ("^.？$", ["桥？", "桥?"], ["桥", ""]),
        # A backslash before a sign of full width makes it that sign, as before one of half width.
        (r"^\（注\）$", ["（注）", "(注)"], ["注"]),
        (r"^\＋\软$", ["+软", "＋軟"], ["软", r"\+软"]),
        (r"^\S\D\W$", ["桥x，"], ["桥1，", " x，", "桥xx"]),
        (r"^\d{2,3}$", ["12", "１２３"], ["1", "1234", "桥桥"]),
        (r"^(?P<Name>[A-Z])(?P=Name)$", ["aa", "ＡA"], ["ab"]),
        ("^[（［]$", ["(", "［", "["], ["桥", "\\"]),
        ("^[一-龥]$", ["桥", "橋"], ["a", "-"]),
        ("^甲\n乙$", ["甲\n乙"], ["甲乙"]),
        (r"^甲\n乙$", ["甲\n乙"], ["甲n乙"]),
        ("^(?i:A)$", ["A", "a"], ["b"]),
    ],
)
def test_a_pattern_finds_what_it_says_in_any_script_width_and_case(pattern, found, not_found):
    for text in found:
        assert compiled(pattern).search(fold(text)), text
    for text in not_found:
        assert not compiled(pattern).search(fold(text)), text


@pytest.mark.parametrize("sign", "。，？（［＋＊．｛｜＾＄Ａ桥橋")
def test_a_sign_escaped_is_itself(sign):
    """``re.escape`` of a text finds the text, whatever it is made of."""
    assert compiled(re.escape(sign)).fullmatch(fold(sign))
    assert compiled("\\" + sign).fullmatch(fold(sign)) and not compiled("\\" + sign).fullmatch(fold("乙"))
