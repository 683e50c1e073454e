"""Chinese numerals as numbers."""

from __future__ import annotations

DIGITS = {sign: number for number, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}


def number(numeral: str) -> int:
    """A numeral up to 九百九十九, or one that is read sign by sign (二〇二二); 0 where it has no digit."""
    hundreds, hundred, rest = numeral.partition("百")
    if hundred:
        return 100 * DIGITS.get(hundreds, 1) + number(rest.lstrip("零〇○"))
    tens, ten, ones = numeral.partition("十")
    if ten:
        return 10 * DIGITS.get(tens, 1) + DIGITS.get(ones, 0)
    value = 0
    for sign in numeral:
        value = 10 * value + DIGITS.get(sign, 0)
    return value
