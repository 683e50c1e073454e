"""The one door from the commands to a terminal, a log or a pipe.

Names of files, addresses, titles and what servers say go through it: none of them can steer a terminal, begin a line
of its own or be taken for a command by the workflow that keeps the log. Nothing else in the package prints
(the linter refuses it), but for texts that are the result themselves: a converted file, a page.
"""

from __future__ import annotations

import logging
import re
import sys
from typing import TextIO

from digest.text.harmless.escaping import plain

# What GitHub's runner carries out: a line that begins so, blanks before it or not, and the older form anywhere.
_COMMAND, _OLDER = re.compile(r"^\s*::"), "##["


def say(*lines: str) -> None:
    """Print to the output, each of ``lines`` as one line."""
    _put(sys.stdout, *map(inert, lines))


def note(*lines: str) -> None:
    """Print beside the output, each of ``lines`` as one line: what is done, and what could not be."""
    _put(sys.stderr, *map(inert, lines))


def annotate(*commands: str) -> None:
    """Print a workflow's commands, of which every part is escaped already."""
    _put(sys.stdout, *(plain(command).replace(_OLDER, "## [") for command in commands))


def progress(text: str) -> None:
    """Say what is being done, on one line that the next takes the place of, to somebody who watches."""
    if sys.stderr.isatty():
        _write(sys.stderr, f"\r\033[K{inert(text)}\r")


def inert(line: str) -> str:
    """``line`` as one line that nothing carries out."""
    shown = plain(line).replace(_OLDER, "## [")
    return _COMMAND.sub(lambda found: found[0].replace("::", ": :"), shown)


def _put(where: TextIO, *lines: str) -> None:
    if lines:
        _write(where, "".join(f"{line}\n" for line in lines))


def _write(where: TextIO, text: str) -> None:
    # A terminal that cannot show a character is told its number.
    encoding = getattr(where, "encoding", None) or "utf-8"
    where.write(text.encode(encoding, "backslashreplace").decode(encoding))
    where.flush()


class InertLines(logging.Filter):
    """Makes what is logged harmless, line by line: names of files, addresses and links stand in it as they came."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Take every record, its message escaped."""
        record.msg, record.args = "\n".join(map(inert, record.getMessage().split("\n"))), ()
        return True


def make_inert(logger: str) -> None:
    """Have all that reaches the handlers of ``logger`` escaped, once."""
    for handler in logging.getLogger(logger).handlers:
        if not any(isinstance(each, InertLines) for each in handler.filters):
            handler.addFilter(InertLines())
