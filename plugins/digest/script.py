"""The two scripts: converting a text to be read, and folding it to be compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import opencc

_DICTIONARIES = Path(opencc.__file__).parent / "dictionary"

# Taiwan's standard characters without Taiwan's vocabulary: s2tw keeps the length of the text and never turns
# one word into another; tw2s knows that 著 is 着 in 跟著, which t2s leaves as it is.
_ENGINE = {("zh-Hans", "zh-Hant"): "s2tw", ("zh-Hant", "zh-Hans"): "tw2s"}

# Every table that maps one character to another; the Japanese one is left out, since no variant is Japanese.
_CHARACTER_TABLES = (
    "STCharacters.txt", "TSCharacters.txt", "TWVariants.txt", "TWVariantsRev.txt", "HKVariants.txt",
    "HKVariantsRev.txt",
)


class Script:
    """Converts texts between variants. ``terms`` gives, by target tag, the phrases that go their own way."""

    def __init__(self, terms: Mapping[str, Mapping[str, str]] | None = None) -> None:
        self._terms = {tag: dict(phrases) for tag, phrases in (terms or {}).items()}
        self._done: dict[tuple[str, str, str], str] = {}

    def convert(self, text: str, source: str, target: str, terms: Mapping[str, str] | None = None) -> str:
        """``text`` from the script of ``source`` to that of ``target`` (tags); unchanged if they are the same.

        ``terms`` are phrases of one article, which win over the site's.
        """
        if (source, target) not in _ENGINE or not text or text.isascii():
            return text
        if terms:
            return self._with_terms(text, source, target, {**self._terms.get(target, {}), **terms})
        key = (text, source, target)
        if key not in self._done:
            self._done[key] = self._with_terms(text, source, target, self._terms.get(target, {}))
        return self._done[key]

    def _with_terms(self, text: str, source: str, target: str, terms: Mapping[str, str]) -> str:
        engine = _engine(_ENGINE[source, target])
        if not terms:
            return engine.convert(text)
        parts = _longest_first(tuple(terms)).split(text)
        return "".join(terms[part] if number % 2 else engine.convert(part) for number, part in enumerate(parts))


@cache
def _engine(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)


@cache
def _longest_first(phrases: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile("(" + "|".join(re.escape(phrase) for phrase in ordered) + ")")


@cache
def fold_table() -> Mapping[str, str]:
    """Each character that another stands for in some script, and that other: one representative a class.

    A class holds the characters that any table of the engine maps to one another. Only characters of the
    Basic Multilingual Plane: a table of them reads the same in a browser, which counts in UTF-16.
    """
    parent: dict[str, str] = {}

    def root(character: str) -> str:
        while parent.setdefault(character, character) != character:
            character = parent[character]
        return character

    for name in _CHARACTER_TABLES:
        for line in (_DICTIONARIES / name).read_text(encoding="utf-8").splitlines():
            first, _, rest = line.partition("\t")
            for other in rest.split():
                if len(first) == len(other) == 1 and max(first, other) <= "\uffff":
                    low, high = sorted((root(first), root(other)))
                    parent[high] = low
    return {character: root(character) for character in sorted(parent) if root(character) != character}


def fold(text: str) -> str:
    """``text`` to be compared: one width, one case, one script. Keeps the length, so offsets stay true."""
    table = fold_table()
    return "".join(table.get(character, character) for character in map(_one_width, text))


def _one_width(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character).lower()
    return plain if len(plain) == 1 else character
