"""Which pages are the same text: reposts under other titles, in the other script, cut or padded."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from digest.inbox.triage.examined import Examined

# Of the shorter text's kept pieces: see ``proposals.copies``, which measures all of them.
SAME = 0.3
# Fewer kept pieces in common are a quotation that two articles share.
LEAST_PIECES = 5
# A piece that stands in more texts than this is a site's own phrase and tells nothing.
COMMON = 200


def reposts(pages: Iterable[Examined], known: Mapping[str, array[int]]) -> dict[str, str]:
    """By key of each page that is a copy: the key of the page, or the slug of the article in ``known``, that it is of.

    The same whatever order the pages come in: of copies the earliest by its day is the original, then the longest.
    """
    index: dict[int, list[str]] = defaultdict(list)
    sizes: dict[str, int] = {}

    def add(name: str, pieces: Sequence[int]) -> None:
        sizes[name] = len(pieces)
        for piece in pieces:
            if len(index[piece]) < COMMON:
                index[piece].append(name)

    for slug in sorted(known):
        add(slug, known[slug])
    found: dict[str, str] = {}
    for page in sorted(pages, key=lambda each: (each.day or "9999", -each.length, each.key)):
        shared = Counter(name for piece in page.pieces for name in index.get(piece, ()))
        best = max(
            ((_share(count, len(page.pieces), sizes[name]), name) for name, count in shared.items()), default=(0.0, "")
        )
        if best[0] >= SAME:
            found[page.key] = best[1]
        else:
            add(page.key, page.pieces)
    return found


def _share(count: int, one: int, two: int) -> float:
    return count / min(one, two) if count >= LEAST_PIECES else 0.0
