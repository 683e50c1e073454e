"""Patterns that are compiled when somebody first asks them: a class of all Chinese characters takes a millisecond."""

from __future__ import annotations

import re
from functools import cached_property


class Later:
    """A pattern in waiting; it answers as one that is compiled does."""

    def __init__(self, pattern: str, flags: int = 0):
        self._pattern, self._flags = pattern, flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self._pattern, self._flags)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match anywhere in `text`."""
        return self.compiled.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """The match at the beginning of `text`."""
        return self.compiled.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of all of `text`."""
        return self.compiled.fullmatch(text)

    def sub(self, new: str, text: str) -> str:
        """`text` with each match replaced."""
        return self.compiled.sub(new, text)
