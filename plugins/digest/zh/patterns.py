"""Regular expressions over folded text, written in either script."""

from __future__ import annotations

import re
from functools import cache

from digest.zh.script import fold


def folded_pattern(pattern: str) -> str:
    """``pattern`` for folded text: Chinese folded, Latin letters small; what the backslash makes special stays."""

    def folded(match: re.Match[str]) -> str:
        sign = match[0]
        if sign.isascii() or len(sign) > 1:
            return sign.lower() if len(sign) == 1 else sign
        plain = fold(sign)
        return re.escape(plain) if plain.isascii() else plain

    return re.sub(r"\\.|\(\?P|.", folded, pattern, flags=re.DOTALL)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The expression that finds ``pattern`` in a text that went through ``script.fold``."""
    return re.compile(folded_pattern(pattern))
