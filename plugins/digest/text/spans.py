"""Parts of a text as spans of offsets: which of them an offset lies in, and the text with them blanked."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator

Span = tuple[int, int]
_SEEN = re.compile(r"[^\n]")


class Spans:
    """Spans (start, end) of one text, in order; those that overlap or touch are one."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        joined: list[Span] = []
        for start, end in sorted(span for span in spans if span[0] < span[1]):
            if joined and start <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        self._spans = joined
        self._starts = [start for start, _ in joined]

    def __iter__(self) -> Iterator[Span]:
        return iter(self._spans)

    def __contains__(self, offset: int) -> bool:
        """Whether the character at ``offset`` lies in one of them."""
        place = bisect.bisect_right(self._starts, offset) - 1
        return place >= 0 and offset < self._spans[place][1]

    def within(self, start: int, end: int) -> list[Span]:
        """The parts of the spans that lie between two offsets."""
        first = max(0, bisect.bisect_right(self._starts, start) - 1)
        found = []
        for one, other in self._spans[first:]:
            if one >= end:
                break
            if other > start:
                found.append((max(one, start), min(other, end)))
        return found

    def blanked(self, text: str) -> str:
        """``text`` with a blank for each character in them; line ends stay."""
        pieces, last = [], 0
        for start, end in self._spans:
            pieces += [text[last:start], _SEEN.sub(" ", text[start:end])]
            last = end
        return "".join([*pieces, text[last:]])
