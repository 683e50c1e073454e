"""A text converted in layers: by terms that go their own way, and between them by an engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from digest.zh.engine import Converter, Engine
from digest.zh.phrases import PART, Dictionary, Matcher
from digest.zh.variants import QUOTES

Pieces = list[tuple[str, str]]
"""A text in the parts that were converted as one, each with what became of it."""


@dataclass(frozen=True)
class Terms:
    """Phrases that go their own way, ready to be found."""

    becomes: Mapping[str, str]
    matcher: Matcher


def terms_of(becomes: Mapping[str, str]) -> Terms:
    """The terms that ``becomes`` names."""
    return Terms(becomes, Matcher([Dictionary(dict(becomes))]))


@lru_cache(maxsize=64)
def own_terms(terms: tuple[tuple[str, str], ...]) -> Terms:
    """The terms of an article; few articles are read at once, so few are kept."""
    return terms_of(dict(terms))


def layered(text: str, layers: list[Terms], engine: Converter) -> Pieces:
    """``text`` by the terms of the first layer, what lies between them by the next, and at last by the engine."""
    if not layers:
        return _pieces(engine, text)
    found: Pieces = []
    for part, is_term in layers[0].matcher.segments(text, singles=True):
        found += [(part, layers[0].becomes[part])] if is_term else layered(part, layers[1:], engine)
    return found


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


def quoted(text: str, target: str) -> str:
    """``text`` with the quote marks of the variant ``target`` for those of the other script."""
    for other, own in QUOTES[target].items():
        text = text.replace(chr(other), chr(own))
    return text
