"""Dictionaries of phrases, found in a text from left to right, the longest first."""

from __future__ import annotations

from collections.abc import Iterator
from operator import add


class Dictionary:
    """Phrases and single characters of one dictionary, ready to be found from the left."""

    def __init__(self, entries: dict[str, str]) -> None:
        self.entries = entries
        self.single = {ord(key): value for key, value in entries.items() if len(key) == 1}
        self.keeps_length = all(len(key) == len(value) for key, value in entries.items())
        self.prefixes: set[str] = set()
        for key in entries:
            if len(key) > 1:
                self.prefixes.update(key[:length] for length in range(2, len(key) + 1))

    def longest(self, text: str, start: int) -> int:
        """The length of the longest phrase (two characters or more) at ``start``, 0 where there is none."""
        found, length = 0, 2
        piece = text[start : start + 2]
        while len(piece) == length and piece in self.prefixes:
            if piece in self.entries:
                found = length
            length += 1
            piece = text[start : start + length]
        return found


class Matcher:
    """Dictionaries in the order in which they are asked; the first that has a match wins."""

    def __init__(self, dictionaries: list[Dictionary]) -> None:
        self.dictionaries = dictionaries
        self._singles: dict[int, str] = {}
        for dictionary in reversed(dictionaries):
            self._singles.update(dictionary.single)
        self._phrased = [dictionary for dictionary in dictionaries if dictionary.prefixes]
        self._starts = {prefix for each in self._phrased for prefix in each.prefixes if len(prefix) == 2}
        self.keeps_length = all(dictionary.keeps_length for dictionary in dictionaries)

    def segments(self, text: str, singles: bool = False) -> Iterator[tuple[str, bool]]:
        """``text`` in order: the phrases that are matched (``True``) and what lies between them.

        ``singles`` says whether a single character that is a key counts as a phrase.
        """
        last = 0
        for start, end in self._phrases(text, singles):
            if last < start:
                yield text[last:start], False
            yield text[start:end], True
            last = end
        if last < len(text):
            yield text[last:], False

    def convert(self, text: str) -> str:
        """``text`` with every match replaced."""
        out, last = [], 0
        for start, end in self._phrases(text):
            out += [text[last:start].translate(self._singles), self._value(text[start:end])]
            last = end
        out.append(text[last:].translate(self._singles))
        return "".join(out)

    def matches(self, text: str) -> Iterator[tuple[str, str]]:
        """``text`` match by match, each with its replacement."""
        last = 0
        for start, end in self._phrases(text):
            yield from ((character, character.translate(self._singles)) for character in text[last:start])
            yield text[start:end], self._value(text[start:end])
            last = end
        yield from ((character, character.translate(self._singles)) for character in text[last:])

    def has_phrases(self, text: str) -> bool:
        """Whether a phrase may be in ``text``: ``False`` only where there is none."""
        return bool(self._starts) and any(pair in self._starts for pair in map(add, text, text[1:]))

    def _phrases(self, text: str, singles: bool = False) -> Iterator[tuple[int, int]]:
        starts = self._starts
        places = [place for place, pair in enumerate(map(add, text, text[1:])) if pair in starts] if starts else []
        if singles:
            places = sorted({*places, *(place for place, each in enumerate(text) if ord(each) in self._singles)})
        last = 0
        for place in places:
            if place >= last:
                length = self._length(text, place) or (singles and ord(text[place]) in self._singles)
                if length:
                    last = place + length
                    yield place, last

    def _length(self, text: str, start: int) -> int:
        for dictionary in self.dictionaries:
            length = dictionary.longest(text, start) if dictionary.prefixes else 0
            if length:
                return length
            if ord(text[start]) in dictionary.single:
                return 0
        return 0

    def _value(self, phrase: str) -> str:
        return next(each.entries[phrase] for each in self._phrased if phrase in each.entries)
