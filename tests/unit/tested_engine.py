"""The engine that the tests of the conversion run with: the digest's own, or the one that ``--engine`` names."""

from __future__ import annotations

import os
from collections.abc import Mapping

from digest.zh.engine import engine_named
from digest.zh.script import Script
from digest.zh.shipped import digest_script

VARIABLE = "DIGEST_TESTED_ENGINE"


def script(terms: Mapping[str, Mapping[str, str]] | None = None, quotes: bool = False) -> Script:
    """A conversion with that engine."""
    return Script(terms, engine_named(os.environ.get(VARIABLE)), quotes)


def as_published() -> Script:
    """A conversion with that engine as a page is converted: with all that the project ships."""
    return digest_script(engine=engine_named(os.environ.get(VARIABLE)))
