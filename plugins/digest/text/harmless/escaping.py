"""Anybody's text put into a comment or a terminal so that it is read and does nothing."""

from __future__ import annotations

import json
import re
import unicodedata

# Signs that Markdown or HTML give a meaning to anywhere, and those that do so at the beginning of a text.
_SIGNS = re.compile(r"[\\`*_\[\]()<>#|~$&:@]|^\s*[-+=]|^\s*\d+\.")
# What a code host makes a link or a call of after the Markdown was read: @name, #12, GH-12, addresses, commits
# (which it knows by seven digits).
_CALLS = re.compile(
    r"(?<=[@#])|(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=\bgh)(?=-\d)|(?<=[0-9a-f]{6})(?=[0-9a-f])", re.IGNORECASE
)
# An invisible sign at which no line breaks: between two others it keeps them from being read as one.
_JOINER = "\u2060"
_UNSEEN = ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")


def plain(text: str) -> str:
    """``text`` on one line; characters that steer a terminal, turn the direction or hide are shown by number."""
    if text.isprintable():
        return text
    return "".join(
        " "
        if character in "\r\n\t"
        else f"⟨U+{ord(character):04X}⟩"
        if unicodedata.category(character) in _UNSEEN
        else character
        for character in text
    )


def in_json(written: str) -> str:
    """A JSON document, its line ends apart, with what ``plain`` shows by number as JSON's own escapes: the same
    values."""
    unseen = {sign for sign in set(written) - {"\n"} if unicodedata.category(sign) in _UNSEEN}
    escaped = written.translate({ord(sign): json.dumps(sign)[1:-1] for sign in unseen})
    # The older form of a workflow's command, anywhere in a line.
    return escaped.replace("##[", "#\\u0023[")


def in_markdown(text: str) -> str:
    """``text`` as words in GitHub's Markdown: no markup, link, mention, reference or address comes of it.

    Signs are written as numbers: those are text to Markdown and nothing else.
    """
    joined = _CALLS.sub(_JOINER, plain(text))
    return _SIGNS.sub(lambda match: f"{match[0][:-1]}&#{ord(match[0][-1])};", joined)
