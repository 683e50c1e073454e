"""The words that a reader may have meant: names, concepts and frequent words, and how they sound."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from digest.search.entries import SearchEntry
from digest.search.tokens import HAN, folded
from digest.zh.script import Script

MOST = 5_000
"""Frequent words and words of titles, beside the names and concepts: some 20 kB.

Of slips and pinyin of 113 words of 727 articles .91 are found with 5,000 and with 6,000, .88 with 4,000.
"""

# Words of other letters in which a slip is seen: as long as ``search/sounds.js`` asks for; some 4 kB.
_LATIN = re.compile("[a-z]{5,}")
_MOST_LATIN = 1_000

# A word of one article is known where there are few of them; of many articles the frequent words are in most.
_FEW = 50
_LEAST_ARTICLES = 3
# A word of a title is what its article is about, and what readers look for: as much as a word of so many articles. Of
# 64 of those slips .88 were found with 10 (and 4,000 words), .83 with 5, .77 with 3, .70 where titles count for
# nothing.
_TITLE = 10
_SIMPLIFIED, _TRADITIONAL = "zh-Hans", "zh-Hant"
_HAN = re.compile(f"[{HAN}]")

SYLLABLES: dict[str, dict[str, Any]] = {"characters": {}, "words": {}}
"""How characters and words sound, as far as that was asked: a syllable, and a list of them."""


def _of_characters(characters: Sequence[str]) -> Iterator[str]:
    """How each of ``characters`` sounds by itself."""
    known = SYLLABLES["characters"]
    if unknown := [each for each in characters if each not in known]:
        # Imported here: its dictionary is slow to load, and of a second build most are known.
        from pypinyin import lazy_pinyin

        # All in one: what it does for a text takes longer than what it does for a character.
        known.update(zip(unknown, lazy_pinyin(unknown), strict=True))
    return map(known.__getitem__, characters)


def _of_word(word: str) -> list[str]:
    """How ``word`` sounds, a syllable a character; what is no Han character is in one piece."""
    known = SYLLABLES["words"]
    if word not in known:
        from pypinyin import lazy_pinyin

        plain = Script().curated(word, _SIMPLIFIED, _SIMPLIFIED)
        known[word] = known.get(plain) or lazy_pinyin(plain)
    syllables: list[str] = known[word]
    return syllables


class Lexicon:
    """Collects the words of a digest, article by article."""

    def __init__(self) -> None:
        self._named: dict[str, Counter[str]] = {}
        self._words: dict[str, Counter[str]] = {}
        self._latin: Counter[str] = Counter()
        self._printed: Counter[tuple[str, str]] = Counter()
        self._articles = 0

    def add(self, entry: SearchEntry) -> None:
        """Add what an article has."""
        self._articles += 1
        for path, text in entry.texts.items():
            self._named.setdefault(path, Counter()).update(text.named)
            words = self._words.setdefault(path, Counter())
            words.update(text.words)
            for word in text.titled:
                words[word] += _TITLE
        self._latin.update(word for word in entry.found.words if _LATIN.fullmatch(word))
        self._printed.update(entry.printed)

    def table(self, path: str, names: Iterable[str], others: Iterable[str]) -> dict[str, Any]:
        """The words of one variant as plain values for JSON: ``named``, ``words``, ``latin``; the more frequent first.

        ``names`` are other names of what articles name, in Simplified characters; ``others`` are words in Traditional
        ones that some article may hold.
        """
        script, own, other = Script(), _SIMPLIFIED, _TRADITIONAL
        if not path.startswith(_SIMPLIFIED.lower()):
            own, other = other, own
        called = [script.convert(name, other, own) if own == _TRADITIONAL else name for name in names]
        named = dict.fromkeys((*self._named[path], *called))
        least = 1 if self._articles <= _FEW else _LEAST_ARTICLES
        words = [word for word, often in self._words[path].most_common() if often >= least and word not in named]
        known = {*named, *words}
        more = dict.fromkeys(script.convert(word, other, own) if own == _SIMPLIFIED else word for word in others)
        return {
            "named": list(named),
            "words": [*words[:MOST], *(word for word in more if word not in known)],
            "latin": [word for word, often in self._latin.most_common(_MOST_LATIN) if often >= least],
        }

    def printed(self) -> list[tuple[str, str]]:
        """Names in Han characters with the Latin ones that texts print in brackets, as far as both are known."""
        known = {folded(name) for counted in self._named.values() for name in counted}
        known |= {folded(word) for counted in self._words.values() for word in counted}
        found: dict[tuple[str, str], None] = {}
        for before, latin in self._printed:
            plain = folded(before)
            # The longest known word that the bracket stands behind.
            for start in range(len(plain) - 1):
                if plain[start:] in known:
                    found[plain[start:], folded(latin)] = None
                    break
        return list(found)


def sounds(texts: Iterable[str], folds: Collection[str]) -> dict[str, str]:
    """The readings of the Han characters of ``texts`` and of the common ones: each syllable, and all that sound so.

    A character of ``folds``, which a browser folds a query by, stands folded, under each reading that one of the
    characters folded to it has by itself; any other as it is.
    """
    characters = _common() | {each for text in texts for each in text if _HAN.match(each)}
    found: dict[str, set[str]] = {}
    ordered = sorted(characters)
    for character, syllable in zip(ordered, _of_characters(ordered), strict=True):
        found.setdefault(syllable, set()).add(folded(character) if character in folds else character)
    return {syllable: "".join(sorted(found[syllable])) for syllable in sorted(found)}


def odd_readings(words: Iterable[str], readings: dict[str, str]) -> dict[str, str]:
    """The words in which a character sounds otherwise than by itself (重庆): folded, with their syllables."""
    found = {}
    for word in words:
        syllables = _of_word(word)
        plain = folded(word)
        if len(syllables) == len(plain) and any(
            each not in readings.get(syllable, "") for each, syllable in zip(plain, syllables, strict=True)
        ):
            found[plain] = " ".join(syllables)
    return found


@cache
def _common() -> frozenset[str]:
    """The characters that a reader types: the first level of GB 2312, and that of Big5."""
    simplified = (bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    traditional = (bytes((high, low)) for high in range(0xA4, 0xC7) for low in (*range(0x40, 0x7F), *range(0xA1, 0xFF)))
    return frozenset(code.decode("gb2312") for code in simplified if code <= b"\xd7\xf9") | frozenset(
        code.decode("big5") for code in traditional if code <= b"\xc6\x7e"
    )
