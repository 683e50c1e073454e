"""A text converted in layers: by terms that go their own way, and between them by an engine."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from digest.files.yaml_lines import YamlDocument
from digest.zh.context.settling import ConvertedPart
from digest.zh.context.vocabulary import Sense, Vocabulary
from digest.zh.engine import Converter, Engine
from digest.zh.phrases import PART, Dictionary, Matcher
from digest.zh.variants import PRESS, REGIONAL_WORDS, opencc_file, quoted

if TYPE_CHECKING:
    from digest.zh.context.model import Model

_SENSES = Path(__file__).with_name("regional_words.yml")
_NAMES = Path(__file__).with_name("regional_names.yml")

AT_ONCE = 20_000
"""So many characters are converted together: with more of them a character costs no less, and more memory."""

Pieces = list[tuple[str, str]]
"""A text in the parts that were converted as one, each with what became of it."""


Cuts = Callable[[str], Sequence[int]]
"""The places in a text, in order, that no phrase of the engine goes across."""


@dataclass(frozen=True)
class Terms:
    """Phrases that go their own way, ready to be found; ``final`` where nothing may overrule them, ``uncut`` where
    they are found only if no cut goes through them."""

    becomes: Mapping[str, str]
    matcher: Matcher
    final: bool
    uncut: bool = False


def terms_of(becomes: Mapping[str, str], final: bool = True) -> Terms:
    """The terms that ``becomes`` names."""
    return Terms(becomes, Matcher([Dictionary(dict(becomes))]), final)


@lru_cache(maxsize=64)
def own_terms(terms: tuple[tuple[str, str], ...]) -> Terms:
    """The terms of an article; few articles are read at once, so few are kept."""
    return terms_of(dict(terms))


def layered(text: str, layers: list[Terms], engine: Converter, cuts: Cuts = lambda text: ()) -> list[ConvertedPart]:
    """``text`` by the terms of the first layer, what lies between them by the next, and at last by the engine, which
    is given what is left in parts, cut at ``cuts``."""
    places = cuts(text)
    converted: list[ConvertedPart] = []
    left = deque(places)
    for part, start, term in _by_terms(text, layers, frozenset(places)):
        if term:
            converted.append(ConvertedPart(part, term.becomes[part], term.final))
        else:
            for piece in _cut(part, start, left):
                converted += [ConvertedPart(*pair) for pair in _pieces(engine, piece)]
    return converted


def _by_terms(text: str, layers: Sequence[Terms], cuts: frozenset[int]) -> list[tuple[str, int, Terms | None]]:
    """``text`` in the parts that the layers leave of it, in order, each with its place and the terms that it is of."""
    found: list[tuple[str, int, Terms | None]] = [(text, 0, None)]
    for layer in layers:
        if layer.becomes:
            found = [
                each
                for part, start, term in found
                for each in ([(part, start, term)] if term else _found(part, start, layer, cuts))
            ]
    return found


def _found(part: str, start: int, layer: Terms, cuts: frozenset[int]) -> Iterator[tuple[str, int, Terms | None]]:
    rest, at = "", start
    for piece, is_term in layer.matcher.segments(part, singles=True):
        if is_term and not (layer.uncut and any(at + place in cuts for place in range(1, len(piece)))):
            if rest:
                yield rest, at - len(rest), None
            yield piece, at, layer
            rest = ""
        else:
            rest += piece
        at += len(piece)
    if rest:
        yield rest, at - len(rest), None


def _cut(part: str, start: int, places: deque[int]) -> Iterator[str]:
    """``part``, which begins at ``start``, cut at those of ``places`` inside it; they and those before are used up."""
    end = start + len(part)
    while places and places[0] < end:
        at = places.popleft()
        if at > start:
            yield part[: at - start]
            part, start = part[at - start :], at
    yield part


def _pieces(engine: Converter, text: str) -> Pieces:
    """Where every character has its own place in the result, the whole is one piece, whatever texts it is of.

    An engine that does not tell its pieces gives one for each text.
    """
    if isinstance(engine, Engine) and engine.keeps_places:
        return [(text, engine.convert(text))]
    found: Pieces = []
    for number, part in enumerate(text.split(PART)):
        found += [(PART, PART)] if number else []
        if part:
            found += engine.pieces(part) if isinstance(engine, Engine) else [(part, engine.convert(part))]
    return found


def printed(pieces: list[ConvertedPart], target: str, quotes: bool) -> Pieces:
    """``pieces`` as the variant ``target`` prints them: a region's characters, and its ``quotes`` for the other
    script's where they are wanted."""
    press = PRESS.get(target, {})
    found = [piece.converted.translate(press) if press and not piece.final else piece.converted for piece in pieces]
    if quotes:
        whole, start = quoted("".join(found), target, PART), 0
        for number, part in enumerate(found):
            found[number] = whole[start : start + len(part)]
            start += len(part)
    return [(piece.source, part) for piece, part in zip(pieces, found, strict=True)]


@cache
def regional_names(tag: str) -> Terms:
    """The names that the region ``tag`` writes otherwise, by how they are written in either script."""
    listed: dict[str, dict[str, str]] = YamlDocument(_NAMES.read_text(encoding="utf-8")).data
    own = listed.get(tag, {})
    traditional = Engine("s2tw").convert("\n".join(own)).split("\n")
    return replace(terms_of({**own, **dict(zip(traditional, own.values(), strict=True))}), uncut=True)


def word_cuts(tag: str, model: Model, simplified: Callable[[str], str] | None) -> Cuts:
    """What keeps the words of the region ``tag`` from being found across words of the source; ``simplified`` makes a
    Traditional source Simplified, in which the model knows words."""
    own = vocabulary(REGIONAL_WORDS[tag], tag)
    if simplified is None:
        return lambda text: own.cuts(text, model)

    def cuts(text: str) -> Sequence[int]:
        short = simplified(text)
        return own.cuts(short, model) if len(short) == len(text) else ()

    return cuts


@cache
def vocabulary(file: str, tag: str) -> Vocabulary:
    """The words of the region ``tag`` that the engine's dictionary ``file`` has, with the senses in which they are
    others, and its names."""
    lines = opencc_file(file).read_text(encoding="utf-8").splitlines()
    phrases = [line.partition("\t")[0] for line in lines if "\t" in line and not line.startswith("#")]
    listed = YamlDocument(_SENSES.read_text(encoding="utf-8")).data.items()
    senses = {phrase: Sense(**{where: tuple(words.split()) for where, words in own.items()}) for phrase, own in listed}
    return Vocabulary(Engine("t2s").convert("\n".join(phrases)).split("\n"), senses, regional_names(tag).becomes)


class Converted:
    """Texts that were converted: ``known`` from an earlier build, ``asked`` in this one, by way (zh-Hans>zh-Hant)."""

    def __init__(self, known: Mapping[str, Mapping[str, str]] | None = None) -> None:
        self.known = {way: dict(texts) for way, texts in (known or {}).items()}
        self.asked: dict[str, dict[str, str]] = {}

    def of(self, way: str, text: str, convert: Callable[[], str]) -> str:
        """What ``text`` became, or becomes now."""
        asked = self.asked.setdefault(way, {})
        if text not in asked:
            found = self.known.get(way, {}).get(text)
            asked[text] = convert() if found is None else found
        return asked[text]

    def together(self, way: str, texts: Iterable[str], convert: Callable[[Sequence[str]], Sequence[str]]) -> None:
        """Convert those of ``texts`` that nobody has converted, many at a time."""
        asked, known = self.asked.setdefault(way, {}), self.known.get(way, {})
        new = [text for text in dict.fromkeys(texts) if text not in asked and text not in known]
        for some in _portions(new):
            asked.update(zip(some, convert(some), strict=True))

    def noting(self, work: Callable[[], object]) -> dict[str, dict[str, str]]:
        """What ``work`` asks that nobody asked before, in a process of its own."""
        for way, texts in self.asked.items():
            self.known.setdefault(way, {}).update(texts)
        self.asked = {}
        work()
        return self.asked

    def take(self, asked: Mapping[str, Mapping[str, str]]) -> None:
        """Take what was converted elsewhere."""
        for way, texts in asked.items():
            self.asked.setdefault(way, {}).update(texts)


def _portions(texts: Sequence[str]) -> Iterator[list[str]]:
    """``texts`` in order, as many together as make up ``AT_ONCE`` characters."""
    some: list[str] = []
    room = AT_ONCE
    for text in texts:
        some.append(text)
        room -= len(text)
        if room <= 0:
            yield some
            some, room = [], AT_ONCE
    if some:
        yield some
