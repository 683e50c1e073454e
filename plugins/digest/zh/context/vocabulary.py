"""A region's own words, found on words of the source: 视频 is none in 电视|频段, nor 菜单 software's where one eats."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

if TYPE_CHECKING:
    from digest.zh.context.model import Model

# Longer names hardly ever stand across words.
_SHORT = 2
# As far as a clause goes, on both sides.
_NEAR = 15


@dataclass(frozen=True)
class Sense:
    """Where a phrase is the region's other word: ``only`` near one of some words, or ``unless`` near one."""

    only: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    def holds(self, around: str) -> bool:
        """Whether it is, in a text with these words around it."""
        return (not self.only or any(word in around for word in self.only)) and not any(
            word in around for word in self.unless
        )


class Vocabulary:
    """The ``phrases`` (Simplified) that are others in a region; some have a ``sense`` in which alone they are. Its
    ``names`` may be the beginning of a longer word (悉尼市)."""

    def __init__(
        self, phrases: Iterable[str], senses: Mapping[str, Sense], names: Collection[str] = frozenset()
    ) -> None:
        self._names = names
        listed = sorted({phrase for phrase in (*phrases, *names) if len(phrase) > 1})
        self._automaton = CharwiseDoubleArrayAhoCorasick(listed, MATCH_KIND_LEFTMOST_LONGEST)
        self._senses = senses

    def cuts(self, text: str, model: Model) -> list[int]:
        """The places inside each phrase of ``text`` that is none of the region's there: where nobody looks across
        them, nobody finds it."""
        return sorted(set(self._cuts(text, model)))

    def _cuts(self, text: str, model: Model) -> Iterator[int]:
        found = [(start, end) for start, end, _ in self._automaton.find(text)]
        places = sorted({place for start, end in found for place in range(start, end + 1) if place < len(text)})
        begins = dict(zip(places, model.begins_word(text, places), strict=True)) if places else {}
        for start, end in found:
            inside = [place for place in range(start + 1, end) if begins[place]]
            if text[start:end] in self._names and (end - start > _SHORT or (begins[start] and not inside)):
                continue
            if not (begins[start] and begins.get(end, True)):
                yield from inside or [start + 1]
            elif (sense := self._senses.get(text[start:end])) and not sense.holds(_around(text, start, end)):
                yield start + 1


def _around(text: str, start: int, end: int) -> str:
    return text[max(0, start - _NEAR) : start] + "\n" + text[end : end + _NEAR]
