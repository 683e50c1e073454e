"""What was taken out of a text when it was published, as findings: with the line of the file that it was written on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from digest.files.findings import Finding
from digest.text.sanitizer import DisallowedPart, as_written

_OPENING = re.compile(r"^[ \t>*+\-\d.)]*", re.MULTILINE)


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


def too_deep(file: str, body: str, body_line: int) -> Finding:
    """The finding for a body that no parser can follow: on the line that opens most."""
    deepest = max(_OPENING.finditer(body), key=lambda match: len(match[0].replace(" ", "")))
    return Finding(
        file,
        body_line + body.count("\n", 0, deepest.start()),
        "too-deep",
        "quotes, lists or elements are nested too deep to be shown; the text is published as it is written",
        "a few levels",
        "> 引文",
    )
