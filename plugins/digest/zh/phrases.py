"""Dictionaries of phrases, found in a text from left to right, the longest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray


PART = "\0"
"""Stands between texts that are converted together: no phrase goes across it."""


# From about here on a table beats ``str.translate``, which looks every character up in a dictionary.
_LONG = 50
_WIDE, _UNKNOWN = 0xFFFE, 0xFFFF  # no characters


class Characters:
    """What each character becomes: ``becomes`` by code, as ``str.translate`` takes it; it may make up its values.

    ``keeps_places`` says whether each becomes one character, also of those that are made up.
    """

    def __init__(self, becomes: Mapping[int, str]) -> None:
        self._becomes = becomes
        self.keeps_places = all(len(each) == 1 for each in becomes.values())

    def convert(self, text: str) -> str:
        """``text`` with every character replaced."""
        return self._by_table(text) if len(text) >= _LONG and self.keeps_places else text.translate(self._becomes)

    def _by_table(self, text: str) -> str:
        # Imported here and below: who converts short texts only does without the numerical libraries' start.
        import numpy

        data = text.encode("utf-16-le", "surrogatepass")
        codes = numpy.frombuffer(data, dtype="<u2")
        found = self._table.take(codes)
        if found.max() == _UNKNOWN:
            for code in set(codes[found == _UNKNOWN].tolist()):
                becomes = chr(code).translate(self._becomes)
                self._table[code] = min(ord(becomes), _WIDE)
            found = self._table.take(codes)
        # Two units for a character, there or in what it becomes: not by this table.
        if len(codes) != len(text) or found.max() >= _WIDE:
            return text.translate(self._becomes)
        return bytes(found.tobytes()).decode("utf-16-le", "surrogatepass")

    @cached_property
    def _table(self) -> NDArray[numpy.uint16]:
        """What each code below 2**16 becomes: _UNKNOWN where that is not known yet, _WIDE where it is no such code."""
        import numpy

        return numpy.full(1 << 16, _UNKNOWN, dtype="<u2")


MatcherTable = tuple[bool, dict[int, str], tuple[str, ...], tuple[str, ...], bytes]
"""Whether lengths are kept; what single characters become; phrases, what they become, and what finds them."""


class Dictionary:
    """The phrases and single characters of one dictionary, each with what it becomes."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        self.entries = entries
        self.keeps_length = all(len(key) == len(value) for key, value in entries.items())


class Matcher:
    """Dictionaries in the order in which they are asked; the first that has a match at a place wins there."""

    def __init__(self, dictionaries: Sequence[Dictionary]) -> None:
        self._dictionaries = dictionaries
        singles: dict[int, str] = {}
        for dictionary in reversed(dictionaries):
            singles.update({ord(key): value for key, value in dictionary.entries.items() if len(key) == 1})
        self._begin(all(dictionary.keeps_length for dictionary in dictionaries), singles)

    def _begin(self, keeps_length: bool, singles: dict[int, str]) -> None:
        self.keeps_length, self._singles, self._characters = keeps_length, singles, Characters(singles)

    def table(self) -> MatcherTable:
        """All that the matcher knows, as plain values."""
        automaton = self._automaton.serialize() if self._automaton else b""
        return self.keeps_length, self._singles, tuple(self._phrases), tuple(self._phrases.values()), automaton

    @classmethod
    def of_table(cls, table: MatcherTable) -> Matcher:
        """The matcher whose ``table`` this is: much faster made than from dictionaries."""
        keeps_length, singles, keys, values, automaton = table
        made = cls.__new__(cls)
        made._begin(keeps_length, singles)
        made._phrases = dict(zip(keys, values, strict=True))
        made._automaton = CharwiseDoubleArrayAhoCorasick.deserialize(automaton) if automaton else None
        return made

    def joined(self, other: Matcher) -> tuple[Matcher, Matcher]:
        """One that converts as this and then the ``other`` do where the other finds no phrase; and one that has
        phrases in what comes out wherever the other may have."""
        made = Matcher.__new__(Matcher)
        read = {**{code: chr(code) for code in other._singles}, **self._singles}
        singles = {code: other._characters.convert(becomes) for code, becomes in read.items()}
        made._begin(self.keeps_length and other.keeps_length, singles)
        made._phrases, made._automaton = self._phrases, self._automaton
        made._changes = _Changes(self._phrases, made._characters, other._characters)
        return made, Matcher([Dictionary({said: said for said in map(other._characters.convert, other._phrases)})])

    def segments(self, text: str, singles: bool = False) -> Iterator[tuple[str, bool]]:
        """``text`` in order: the phrases that are matched (``True``) and what lies between them.

        ``singles`` says whether a single character that is a key counts as a phrase.
        """
        last = 0
        for start, end in self._found(text, singles):
            if last < start:
                yield text[last:start], False
            yield text[start:end], True
            last = end
        if last < len(text):
            yield text[last:], False

    def convert(self, text: str) -> str:
        """``text`` with every match replaced."""
        if not self._characters.keeps_places:
            return "".join(replaced for _, replaced in self.matches(text))
        plain = self._characters.convert(text)
        if not self._automaton:
            return plain
        changes, out, last = self._changes, [], 0
        # Most phrases say what their characters become anyway.
        for start, end, number in self._automaton.find(text):
            if (becomes := changes[number]) is not None:
                out += [plain[last:start], becomes]
                last = end
        return "".join([*out, plain[last:]]) if last else plain

    def matches(self, text: str) -> Iterator[tuple[str, str]]:
        """``text`` match by match, each with its replacement."""
        last = 0
        for start, end in self._found(text):
            yield from ((character, character.translate(self._singles)) for character in text[last:start])
            yield text[start:end], self._phrases[text[start:end]]
            last = end
        yield from ((character, character.translate(self._singles)) for character in text[last:])

    def has_phrases(self, text: str) -> bool:
        """Whether a phrase is in ``text``."""
        return bool(self._found(text))

    def _found(self, text: str, singles: bool = False) -> list[tuple[int, int]]:
        automaton = self._with_singles if singles else self._automaton
        return [(start, end) for start, end, _ in automaton.find(text)] if automaton else []

    @cached_property
    def _phrases(self) -> dict[str, str]:
        return _reachable(self._dictionaries)

    @cached_property
    def _changes(self) -> _Changes:
        return _Changes(self._phrases, self._characters)

    @cached_property
    def _automaton(self) -> CharwiseDoubleArrayAhoCorasick | None:
        return _automaton(list(self._phrases))

    @cached_property
    def _with_singles(self) -> CharwiseDoubleArrayAhoCorasick | None:
        return _automaton([*self._phrases, *map(chr, self._singles)])


class _Changes(dict[int, str | None]):
    """What a phrase becomes, by its number, where that is not what its characters become; worked out when met.
    ``after`` are characters that go over what it becomes."""

    def __init__(self, phrases: Mapping[str, str], characters: Characters, after: Characters | None = None) -> None:
        super().__init__()
        self._phrases, self._characters, self._after = phrases, characters, after

    @cached_property
    def _keys(self) -> list[str]:
        return list(self._phrases)

    def __missing__(self, number: int) -> str | None:
        key = self._keys[number]
        becomes = self._after.convert(self._phrases[key]) if self._after else self._phrases[key]
        self[number] = found = None if becomes == self._characters.convert(key) else becomes
        return found


def _reachable(dictionaries: Sequence[Dictionary]) -> dict[str, str]:
    """The phrases (two characters or more) of all dictionaries that can be matched, as one dictionary.

    Where an earlier dictionary has the first character, or the beginning of a phrase as a phrase of its own, it has
    a match at every place where the later one's phrase stands, and wins there.
    """
    phrases: dict[str, str] = {}
    singles: set[str] = set()
    for dictionary in dictionaries:
        new = {key: value for key, value in dictionary.entries.items() if len(key) > 1}
        if phrases or singles:
            new = {
                key: value
                for key, value in new.items()
                if key[0] not in singles and not any(key[:length] in phrases for length in range(2, len(key) + 1))
            }
        phrases |= new
        singles.update(key for key in dictionary.entries if len(key) == 1)
    return phrases


def _automaton(keys: list[str]) -> CharwiseDoubleArrayAhoCorasick | None:
    return CharwiseDoubleArrayAhoCorasick(keys, MATCH_KIND_LEFTMOST_LONGEST) if keys else None
