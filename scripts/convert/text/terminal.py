"""The one door from the command to a terminal: nothing that a page or a name holds can steer it."""

from __future__ import annotations

import re
import sys
import unicodedata
from typing import TextIO

# Control characters, what turns the direction, halves of pairs, ends of lines and paragraphs.
_UNSEEN = ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
# What a workflow's log is read for, and carried out.
_COMMAND, _OLDER = re.compile(r"^\s*::"), "##["


def note(*lines: str) -> None:
    """Print to standard error, each of `lines` as one line."""
    _write(sys.stderr, lines)


def say(*lines: str) -> None:
    """Print to the output, each of `lines` as one line."""
    _write(sys.stdout, lines)


def plain(text: str) -> str:
    """`text` on one line; what is not seen or steers a terminal is shown by its number."""
    shown = text if text.isprintable() else "".join(map(_shown, text))
    return _COMMAND.sub(lambda found: found[0].replace("::", ": :"), shown.replace(_OLDER, "## ["))


def _shown(character: str) -> str:
    if character in "\r\n\t":
        return " "
    return f"⟨U+{ord(character):04X}⟩" if unicodedata.category(character) in _UNSEEN else character


def _write(where: TextIO, lines: tuple[str, ...]) -> None:
    encoding = getattr(where, "encoding", None) or "utf-8"
    text = "".join(f"{plain(line)}\n" for line in lines)
    where.write(text.encode(encoding, "backslashreplace").decode(encoding))
    where.flush()
