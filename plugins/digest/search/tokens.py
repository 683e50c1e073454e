"""What a text is found by: pairs of Han characters, words of other letters and digits, and the ends of runs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy
from numpy.typing import NDArray

from digest.zh.folding import fold, fold_table
from digest.zh.phrases import Characters

_RANGES = (
    ("\u3005", "\u3005"),
    ("\u3007", "\u3007"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)
HAN = "".join(f"{first}-{last}" for first, last in _RANGES)
"""The Han characters, as the inside of a character class; ``search/text.js`` has the same."""

# The variants have quote marks of their own; a reader may type any.
_QUOTES = {**dict.fromkeys("“”「」", '"'), **dict.fromkeys("‘’『』", "'")}

# A word of one or two letters says little: To B is found as the pair that it is, also where ToB is written.
SHORT = 2

_BEYOND = re.compile("[\U00020000-\U0003ffff]")
_RUN = re.compile(f"[{HAN}]+")
_WORD = re.compile(f"[^\\W_{HAN}]+")
# c# and c++ are names of their own; a sign that stands between two words is none of either.
_SIGNS = re.compile(f"(?:#|\\+{{1,2}})(?![^\\W_{HAN}])")


class _Folds(dict[int, str]):
    """What each character folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = fold(chr(code))
        return folded


_FOLDED = Characters(_Folds({ord(mark): plain for mark, plain in _QUOTES.items()}))


def folds() -> dict[str, str]:
    """Every character that is folded by a table, and to what: a browser folds by it as ``folded`` does."""
    return {**fold_table(), **_QUOTES}


def folded(text: str) -> str:
    """``text`` as ``digest.zh.folding.fold`` has it, with one kind of quote marks."""
    return _FOLDED.convert(text)


@dataclass(frozen=True)
class Tokens:
    """The tokens of a folded text, each as often as it stands there, with the place where it begins.

    Of a run of Han characters the tokens are every adjacent pair and the last character alone, so that one
    character is found as the beginning of a token: ``pairs`` are their codes (``code_of``), ``places`` theirs, in
    no order. Of other letters and digits they are the ``words``, words with their signs (c#, c++), and two words
    joined where a single space parts them and one is short; also the pairs with a character beyond the Basic
    Multilingual Plane, which have no code.
    """

    pairs: NDArray[numpy.uint32]
    places: NDArray[numpy.int64]
    words: list[tuple[str, int]]

    def counted(self) -> Counter[str]:
        """How often each token stands there, as text."""
        return Counter(map(token_of, self.pairs.tolist())) + Counter(word for word, _ in self.words)


def code_of(token: str) -> int:
    """A pair or a single character as a number that sorts as a browser sorts the token."""
    return ord(token[0]) << 16 | (ord(token[1]) if len(token) > 1 else 0)


def token_of(code: int) -> str:
    """The pair or single character of a code."""
    return chr(code >> 16) + (chr(code & 0xFFFF) if code & 0xFFFF else "")


def tokens(text: str) -> Tokens:
    """The tokens of the folded ``text``."""
    words = list(_words(text))
    codes = codes_of(text)
    if codes.max(initial=0) > 0xFFFF and _BEYOND.search(text):
        return _by_character(text, words)
    han = are_han(codes)
    following = numpy.zeros_like(codes)
    following[:-1] = numpy.where(han[1:], codes[1:], 0)
    places = numpy.flatnonzero(han)
    return Tokens(codes[places] << numpy.uint32(16) | following[places], places, words)


def _words(text: str) -> Iterator[tuple[str, int]]:
    last, begin, end = "", 0, -1
    for match in _WORD.finditer(text):
        word, start = match[0], match.start()
        yield word, start
        if signs := word.isascii() and _SIGNS.match(text, match.end()):
            yield word + signs[0], start
        if last and start == end + 1 and text[end] == " " and min(len(last), len(word)) <= SHORT:
            yield last + word, begin
        last, begin, end = word, start, match.end()


def _by_character(text: str, words: list[tuple[str, int]]) -> Tokens:
    codes, places = [], []
    for match in _RUN.finditer(text):
        run, start = match[0], match.start()
        for place, token in enumerate((*map(str.__add__, run, run[1:]), run[-1]), start):
            if max(token) > "\uffff":
                words.append((token, place))
            else:
                codes.append(code_of(token))
                places.append(place)
    return Tokens(numpy.array(codes, dtype=numpy.uint32), numpy.array(places, dtype=numpy.int64), words)


def codes_of(text: str) -> NDArray[numpy.uint32]:
    """The code of each character of ``text``."""
    return numpy.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def are_among(characters: str, codes: NDArray[numpy.integer[Any]]) -> NDArray[numpy.bool_]:
    """Whether each of the characters is one of ``characters``, all of the Basic Multilingual Plane."""
    found: NDArray[numpy.bool_] = _among(characters)[numpy.minimum(codes, 0xFFFF)]
    return found


@cache
def _among(characters: str) -> NDArray[numpy.bool_]:
    table = numpy.zeros(0x10000, dtype=numpy.bool_)
    table[codes_of(characters)] = True
    return table


def are_han(codes: NDArray[numpy.integer[Any]]) -> NDArray[numpy.bool_]:
    """Whether each of the characters is a Han character."""
    found: NDArray[numpy.bool_] = _is_han()[numpy.minimum(codes, _LAST_HAN + 1)]
    return found


_LAST_HAN = max(ord(last) for _, last in _RANGES)


@cache
def _is_han() -> NDArray[numpy.bool_]:
    """Whether each character up to one after the last Han character is one."""
    table = numpy.zeros(_LAST_HAN + 2, dtype=numpy.bool_)
    for first, last in _RANGES:
        table[ord(first) : ord(last) + 1] = True
    return table


def beginnings(values: NDArray[numpy.uint32]) -> NDArray[numpy.bool_]:
    """Whether each of the sorted ``values`` is the first that is so."""
    return numpy.concatenate(([True], values[1:] != values[:-1]))[: len(values)]
