"""Chinese sentences within a paragraph, as offsets; one by itself, with its quote marks."""

from __future__ import annotations

import re

# A sentence ends at 。！？ (or ! ? between Chinese) and takes the closing marks after it along.
# An ellipsis is no end: in 1+1+1……加更多 the sentence goes on.
_END = re.compile(r"[。！？!?]+[”’」』）)》】\"]*")


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans ``(start, end)`` of the sentences of one paragraph, without the white space around them."""
    spans, start = [], 0
    for end in [*(match.end() for match in _END.finditer(text)), len(text)]:
        if start < end:
            blank = text[start].isspace() or text[end - 1].isspace()
            spans += _trimmed(text, start, end) if blank else [(start, end)]
        start = end
    return spans


def _trimmed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    return [(start, end)] if start < end else []


_QUOTES = (("“", "”"), ("「", "」"), ("『", "』"), ("‘", "’"))


def balanced(sentence: str) -> str:
    """A sentence cut out of a quotation, with the quote mark that was left behind put back."""
    for opening, closing in _QUOTES:
        if sentence.count(opening) == sentence.count(closing) + 1:
            sentence += closing
        elif sentence.count(closing) == sentence.count(opening) + 1:
            sentence = opening + sentence
    return sentence
