"""The one error type of the conversion: what is wrong, where, what would be right."""

from __future__ import annotations


class ConvertError(Exception):
    """A fault in an input or in the way the command was called.

    `file` is the path as given, `line` counts from 1 (0: the whole file), `what` says what is wrong,
    `allowed` what would be accepted and `example` shows it.
    """

    def __init__(self, what: str, *, file: str = "", line: int = 0, allowed: str = "", example: str = ""):
        super().__init__(what)
        self.what = what
        self.file = file
        self.line = line
        self.allowed = allowed
        self.example = example

    def in_file(self, file: str) -> ConvertError:
        """The same fault with the file it was found in."""
        return ConvertError(self.what, file=file, line=self.line, allowed=self.allowed, example=self.example)

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.file and self.line else self.file
        if not place and self.line:
            place = f"line {self.line}"
        parts = [f"{place}: {self.what}" if place else self.what]
        if self.allowed:
            parts.append(f"allowed: {self.allowed}")
        if self.example:
            parts.append(f"example: {self.example}")
        return "; ".join(parts)


class NoArticle(ConvertError):
    """A page that could be read and has no article in it."""
