"""What results can be filtered by: author, concept, year, stance, by article."""

from __future__ import annotations

from collections import Counter
from typing import Any

# A filter that leaves one article is a result by itself; more values than this are no list to choose from.
_MOST_VALUES = 2_000


class Facets:
    """Collects the facts of one variant, in the order of the articles' numbers."""

    def __init__(self) -> None:
        self._dates: list[str] = []
        self._names: dict[str, list[tuple[str, ...]]] = {"author": [], "concept": [], "stance": []}

    def add(self, authors: tuple[str, ...], concepts: tuple[str, ...], date: str, stances: tuple[str, ...]) -> None:
        """Add the next article's."""
        self._names["author"].append(authors)
        self._names["concept"].append(concepts)
        self._dates.append(date)
        self._names["stance"].append(stances)

    def table(self) -> dict[str, Any]:
        """Plain values for JSON: of each kind the values, and of each article the places of its own among them.

        ``dates`` are the articles' as they are written, a month each: 2021-09.
        """
        table: dict[str, Any] = {"dates": [date[:7] for date in self._dates]}
        for kind, listed in self._names.items():
            counted = Counter(name for names in listed for name in names)
            values = [name for name, _ in counted.most_common(_MOST_VALUES)]
            place = {name: number for number, name in enumerate(values)}
            table[kind] = {"values": values, "of": [[place[n] for n in names if n in place] for names in listed]}
        return table
