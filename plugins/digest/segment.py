"""Chinese sentences within a paragraph, as offsets."""

from __future__ import annotations

import re

# A sentence ends at 。！？ (or ! ? between Chinese) and takes the closing marks after it along.
# An ellipsis is no end: in 1+1+1……加更多 the sentence goes on.
_END = re.compile(r"[。！？!?]+[”’」』）)》】\"]*")


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans ``(start, end)`` of the sentences of one paragraph, without the white space around them."""
    spans, start = [], 0
    for match in _END.finditer(text):
        _append(spans, text, start, match.end())
        start = match.end()
    _append(spans, text, start, len(text))
    return spans


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    if start < end and (text[start].isspace() or text[end - 1].isspace()):
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
    if start < end:
        spans.append((start, end))
