"""Dictionaries of phrases, found in a text from left to right, the longest first."""

from __future__ import annotations

from collections.abc import Iterator


class Dictionary:
    """Phrases and single characters of one dictionary, ready to be found from the left."""

    def __init__(self, entries: dict[str, str]) -> None:
        self.entries = entries
        self.single = {ord(key): value for key, value in entries.items() if len(key) == 1}
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
        self._dictionaries = dictionaries
        self._singles: dict[int, str] = {}
        for dictionary in reversed(dictionaries):
            self._singles.update(dictionary.single)
        self._phrased = [dictionary for dictionary in dictionaries if dictionary.prefixes]
        self._starts = {prefix[0] for dictionary in self._phrased for prefix in dictionary.prefixes}

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
        if self._starts.isdisjoint(text):
            return text.translate(self._singles)
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

    def _phrases(self, text: str, singles: bool = False) -> Iterator[tuple[int, int]]:
        start = 0
        while start < len(text):
            length = self._length(text, start) if text[start] in self._starts else 0
            if not length and singles and ord(text[start]) in self._singles:
                length = 1
            if length:
                yield start, start + length
            start += length or 1

    def _length(self, text: str, start: int) -> int:
        for dictionary in self._dictionaries:
            length = dictionary.longest(text, start) if dictionary.prefixes else 0
            if length:
                return length
            if ord(text[start]) in dictionary.single:
                return 0
        return 0

    def _value(self, phrase: str) -> str:
        return next(each.entries[phrase] for each in self._phrased if phrase in each.entries)
