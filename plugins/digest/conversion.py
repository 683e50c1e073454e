"""The door to the conversion of raw pages: the package ``convert``, which stands beside this one in the checkout
and inside it in a wheel, where a top-level package of so general a name would get in other people's way."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

_IN_A_WHEEL = Path(__file__).parent / "scripts"
if _IN_A_WHEEL.is_dir():
    sys.path.insert(0, str(_IN_A_WHEEL))

from convert.boilerplate import sort_blocks  # noqa: E402
from convert.page import Block, Span  # noqa: E402
from convert.spans import trimmed_block  # noqa: E402
from convert.typography import repair_widths  # noqa: E402
from convert.writing import write_whole  # noqa: E402

__all__ = ["leftovers", "repair_widths", "write_whole"]


def leftovers(title: str, parts: Sequence[tuple[str, str]]) -> list[tuple[int, str]]:
    """What the conversion would take out of an article of these parts, by index, and why.

    A part is its kind (paragraph, heading, item, quote) and its visible text.
    """
    blocks = tuple(trimmed_block(Block(kind, (Span(text),))) for kind, text in parts)
    return sorted((removed.index, removed.reason) for removed in sort_blocks(blocks, title).removed)
