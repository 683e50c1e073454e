"""Converted text in which the context has its say: where it overrules the dictionary, and where it is unsure."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from digest.zh.context.conventions import by_rule

if TYPE_CHECKING:
    # The numerical libraries start when a model does.
    from digest.zh.context.model import Model, RiskyPlace


class ConvertedPart(NamedTuple):
    """A part of a text that was converted as one; ``final`` where a curator said what it becomes."""

    source: str
    converted: str
    final: bool = False


_SETTLED = "\0"


def settled(pieces: Sequence[ConvertedPart], model: Model, regional: Mapping[str, str]) -> list[ConvertedPart]:
    """``pieces`` of a Simplified text with the forms that their context asks for.

    ``regional`` has what the variant writes for a form of Taiwan's standard, where that is another.
    """
    asked = {place.at: place.asked for place in places(pieces, model, regional) if place.overruled}
    asked |= dict(by_rule("".join(piece.source for piece in pieces)))
    changes = {at: regional.get(form, form) for at, form in asked.items()}
    if not changes:
        return list(pieces)
    found, start, at = [], 0, deque(sorted(changes))
    for piece in pieces:
        end, own = start + len(piece.source), []
        while at and at[0] < end:
            own.append(at.popleft())
        if own and not piece.final and len(piece.converted) == end - start:
            converted = list(piece.converted)
            for place in own:
                converted[place - start] = changes[place]
            piece = piece._replace(converted="".join(converted))
        found.append(piece)
        start = end
    return found


def places(pieces: Sequence[ConvertedPart], model: Model, regional: Mapping[str, str]) -> list[RiskyPlace]:
    """The places where the context overrules the dictionary or is unsure."""
    back = str.maketrans({own: standard for standard, own in regional.items()})
    chosen = "".join(
        (piece.converted.translate(back) if back else piece.converted)
        if not piece.final and len(piece.source) == len(piece.converted)
        else _SETTLED * len(piece.source)
        for piece in pieces
    )
    return model.places("".join(piece.source for piece in pieces), chosen)
