"""What was taken out of a text when it was published, as findings: with the line of the file that it was written on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from digest.files.findings import Finding
from digest.text.sanitizer import DisallowedPart, as_written

# The renderer looks for the end of each opened bracket through the rest of its block, for that of each tag through the
# rest of the text, and for each abbreviation through all of it: so many of them take it less than half a second, four
# times as many more than ten. In the digest's own texts no more than two are open at once.
BRACKETS_MOST, TAGS_MOST, ABBREVIATIONS_MOST = 200, 1000, 1000
_BLOCKS = re.compile(r"\n[ \t]*\n")
_TEXTS, _ADDRESSES, _TAGS = re.compile(r"\[|\]"), re.compile(r"\]\(|\)"), re.compile(r"<(?=[A-Za-z/!?])|>")
_ABBREVIATION = re.compile(r"^\*\[", re.MULTILINE)
_OPENING = re.compile(r"[ \t>*+\-\d.)]*")


def taken_out(file: str, body: str, body_line: int, removed: Iterable[DisallowedPart]) -> list[Finding]:
    """A finding for each piece that the sanitizer took out of the ``body`` of a file, which starts on ``body_line``."""
    written = as_written(body)
    return sorted(
        {
            Finding(
                file,
                body_line + _line(written, piece),
                "active-markup",
                f"{piece.piece!r} came and is not published",
                "Markdown, and HTML that only shows; as text, put it between backticks",
                "`<script>`",
            )
            for piece in removed
        }
    )


def _line(written: str, piece: DisallowedPart) -> int:
    """The line of the body (from 0) on which a piece stands.

    Before it stand as many of its signs in the file as in what became of it, whether as markup or as text.
    """
    for sign, before in zip(piece.signs, piece.before, strict=True):
        place = found = written.find(sign)
        while found >= 0 and before:
            found, before = written.find(sign, found + 1), before - 1
            place = found if found >= 0 else place
        if place >= 0:
            return written.count("\n", 0, place)
    return 0


def must_end(markdown: str) -> None:
    """Raises RecursionError for a text that opens so much that the renderer would not come to its end."""
    if (
        len(_ABBREVIATION.findall(markdown)) > ABBREVIATIONS_MOST
        or _most_open(_TAGS.findall(markdown)) > TAGS_MOST
        or any(
            block.count("[") > BRACKETS_MOST
            and max(_most_open(_TEXTS.findall(block)), _most_open(_ADDRESSES.findall(block))) > BRACKETS_MOST
            for block in _BLOCKS.split(markdown)
        )
    ):
        raise RecursionError("too much is opened and not closed")


def _opened(line: str) -> int:
    """How much a line opens: quotes and lists at its beginning, or brackets and tags."""
    leading = _OPENING.match(line)
    inside = max(_most_open(signs.findall(line)) for signs in (_TEXTS, _ADDRESSES, _TAGS))
    return max(len(leading[0].replace(" ", "")) if leading else 0, inside)


def _most_open(signs: Iterable[str]) -> int:
    """How many are open at once, at most, of what ``signs`` open and close."""
    most = depth = 0
    for sign in signs:
        depth = max(0, depth - 1) if sign in "])>" else depth + 1
        most = max(most, depth)
    return most


def too_deep(file: str, body: str, body_line: int) -> Finding:
    """The finding for a body that no parser can follow: on the line that opens most."""
    lines = body.split("\n")
    deepest = max(range(len(lines)), key=lambda number: _opened(lines[number]))
    return Finding(
        file,
        body_line + deepest,
        "too-deep",
        "quotes, lists or elements are nested too deep to be shown; the text is published as it is written",
        "a few levels",
        "> 引文",
    )
