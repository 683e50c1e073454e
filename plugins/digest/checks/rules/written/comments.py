"""Comments that do not end: a browser takes all that follows for a part of them."""

from __future__ import annotations

import re

from digest.checks.source import Source
from digest.files.findings import Finding

_SIGN = re.compile(r"<[!！]--|--[>＞]")


def check(source: Source) -> list[Finding]:
    """A finding for every beginning of a comment without an end, and for every end without a beginning."""
    if "--" not in source.uncoded:
        return []
    found: list[Finding] = []
    begun: int | None = None
    for match in _SIGN.finditer(source.uncoded):
        if not match[0].isascii():
            found.append(_full_width(source, match))
            continue
        opens = match[0].startswith("<")
        if opens and begun is not None:
            found.append(_open(source, begun))
        if not opens and begun is None and not _is_arrow(source.uncoded, match.start()):
            found.append(_stray(source, match.start()))
        begun = match.start() if opens else None
    return [*found, _open(source, begun)] if begun is not None else found


def _is_arrow(text: str, place: int) -> bool:
    """Whether ``-->`` is drawn, or ends a row of hyphens: with a blank before it and no letter."""
    return text[max(0, place - 1) : place] in ("", " ", "-", "\n", "\t", "<")


def _open(source: Source, place: int) -> Finding:
    line = source.uncoded[place:].partition("\n")[0]
    return Finding(
        source.file,
        source.line_at(place),
        "comment-open",
        f"{line[:30]} begins a comment that does not end: what follows is not shown",
        "--> after the comment",
        "<!--c3-->",
    )


def _full_width(source: Source, match: re.Match[str]) -> Finding:
    return Finding(
        source.file,
        source.line_at(match.start()),
        "comment-open",
        f"{match[0]} has a full-width sign: it is shown as it is written",
        "half-width signs",
        "<!--c3-->",
    )


def _stray(source: Source, place: int) -> Finding:
    before = source.uncoded[:place].rpartition("\n")[2]
    return Finding(
        source.file,
        source.line_at(place),
        "comment-open",
        f"{before[-12:]}--> ends a comment that nothing begins: it is shown as it is written",
        "<!-- before the comment",
        "<!--c3-->",
    )
