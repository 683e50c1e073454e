"""The conversion that every digest has: the engine with what the project ships, and the digest's own terms over it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from digest.zh.engine import Converter, Engine
from digest.zh.layers import Converted
from digest.zh.script import Script
from digest.zh.terms import shipped_terms

if TYPE_CHECKING:
    from digest.zh.context.model import Model


def digest_script(
    terms: Mapping[str, Mapping[str, str]] | None = None,
    engine: Callable[[str], Converter] = Engine,
    quotes: bool = False,
    done: Converted | None = None,
) -> Script:
    """A ``Script`` with the shipped corrections and the shipped model; another ``engine`` has the corrections only."""
    return Script(terms, engine, quotes, done, shipped_terms(), _model)


def _model() -> Model:
    # Imported here: who converts nothing, or not from Simplified, does without the numerical libraries' start.
    from digest.zh.context.model import shipped_model

    return shipped_model()
