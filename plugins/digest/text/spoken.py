"""In which language people are spoken to, and how wide what is said stands in a terminal."""

from __future__ import annotations

import os
from unicodedata import east_asian_width

# Where others look first, too: of these the first that is set says which language messages are wanted in.
_LOCALE = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def in_chinese() -> bool:
    """Whether people are spoken to in Chinese: unless the locale asks for English by name."""
    named = next((os.environ[name] for name in _LOCALE if os.environ.get(name)), "")
    return not named.lower().startswith("en")


def columns(text: str) -> int:
    """How many columns of a terminal ``text`` takes."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
