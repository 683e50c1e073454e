"""Two lists of sentences laid side by side, and what differs between two sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice, zip_longest

# Two sentences that share half their characters are one that was edited; measured on nothing finer, and a wrong
# guess only shows an old and a new sentence apart instead of together.
_ALIKE = 0.5
# Beyond this the comparison of every pair would take longer than it is worth: sentences are paired in order.
_PAIRS = 40
# Comparing characters takes time by the square; a sentence longer than this is compared from both ends.
_COMPARED = 400


@dataclass(frozen=True)
class DiffPart:
    """A part of a text; ``marked`` where the other text does not have it."""

    text: str
    marked: bool = False


def paired(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """The indices of old and new sentences that belong together; ``None`` where one came or went. In new order."""
    matcher = SequenceMatcher(None, old, new)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "replace":
            yield from _replaced(old, new, range(start, end), range(first, last))
        else:
            yield from zip_longest(range(start, end), range(first, last))


def _replaced(
    old: Sequence[str], new: Sequence[str], before: range, after: range
) -> Iterator[tuple[int | None, int | None]]:
    if len(before) == len(after) or len(before) * len(after) > _PAIRS**2:
        yield from zip_longest(before, after)
        return
    left = list(before)
    for index in after:
        best = max(left, key=lambda each: _alike(old[each], new[index]), default=None)
        if best is None or _alike(old[best], new[index]) < _ALIKE:
            yield None, index
            continue
        # What stands before the found one and is not yet used went away.
        for gone in [each for each in left if each < best]:
            yield gone, None
        left = [each for each in left if each > best]
        yield best, index
    for gone in left:
        yield gone, None


def _alike(one: str, other: str) -> float:
    """The share of characters that two sentences have in common, from 0 to 1, without regard to their order."""
    counts = {each: min(one.count(each), other.count(each)) for each in sorted(set(islice(one, _COMPARED)))}
    return 2 * sum(counts.values()) / max(1, len(one) + len(other))


def differences(old: str, new: str) -> tuple[list[DiffPart], list[DiffPart]]:
    """Both texts in pieces, with what the other does not have marked."""
    if max(len(old), len(new)) > _COMPARED:
        return _from_both_ends(old, new)
    before, after = [], []
    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        before.append(DiffPart(old[start:end], kind != "equal"))
        after.append(DiffPart(new[first:last], kind != "equal"))
    return _written(before), _written(after)


def _from_both_ends(old: str, new: str) -> tuple[list[DiffPart], list[DiffPart]]:
    shortest = min(len(old), len(new))
    head = next((index for index in range(shortest) if old[index] != new[index]), shortest)
    room = shortest - head
    tail = next((index for index in range(room) if old[-1 - index] != new[-1 - index]), room)
    return _parted(old, head, tail), _parted(new, head, tail)


def _parted(text: str, head: int, tail: int) -> list[DiffPart]:
    end = len(text) - tail
    return _written([DiffPart(text[:head]), DiffPart(text[head:end], True), DiffPart(text[end:])])


def _written(pieces: list[DiffPart]) -> list[DiffPart]:
    return [piece for piece in pieces if piece.text]


def shortened(pieces: Sequence[DiffPart], room: int = 40, most: int = 240) -> list[DiffPart]:
    """``pieces`` with ``room`` characters around each marked one and ``most`` of any; … for what is left out."""
    out = []
    for number, piece in enumerate(pieces):
        head = most if piece.marked or len(pieces) == 1 else room * (number > 0)
        tail = room * (number < len(pieces) - 1) if not piece.marked else 0
        if len(piece.text) > head + tail:
            cut = piece.text[:head] + "…" + (piece.text[-tail:] if tail else "")
            piece = DiffPart(cut, piece.marked)
        out.append(piece)
    return out
