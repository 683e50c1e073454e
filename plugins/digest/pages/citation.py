"""How to cite an article, as GB/T 7714-2015 writes an electronic source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# The standard names three authors and says 等 for the rest.
_NAMED = 3


@dataclass(frozen=True)
class Citation:
    """A citation in two parts: between them stands the day on which it is read, which only the reader knows."""

    before: str
    after: str


def citation(
    authors: Sequence[str], title: str, outlet: str, date: str, address: str, collection: str, words: Mapping[str, Any]
) -> Citation:
    """The citation. ``collection`` is the work that the article is read in, where its own address is not known.

    ``words`` are the interface words of a variant; ``date`` is an ISO day, all but ``title`` may be empty.
    """
    named = ", ".join([*authors[:_NAMED], *([words["and_others"]] if len(authors) > _NAMED else [])])
    head = f"{named or words['anonymous']}. {title}[EB/OL]{f'//{collection}' if collection else ''}. "
    published = f"({date})" if date else ""
    return Citation(f"{head}{f'{outlet}, ' if outlet else ''}{published}[", f"].{f' {address}.' if address else ''}")
