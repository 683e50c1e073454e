"""The interface words of each variant."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from digest.files.data_files import data_file
from digest.zh.variants import Variant

LABELS = Path(__file__).parent.parent / "labels"


def labels(variant: Variant) -> dict[str, Any]:
    """The interface words of a variant, written for it by a person; a region has those of its parent and its own."""
    words: dict[str, Any] = {}
    for tag in filter(None, (variant.parent, variant.tag)):
        words |= data_file(LABELS / f"{tag}.yml")
    return words
