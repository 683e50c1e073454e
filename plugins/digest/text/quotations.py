"""Quote marks around what is quoted."""

from __future__ import annotations

_QUOTES = (("“", "”"), ("「", "」"), ("『", "』"), ("‘", "’"))


def balanced(sentence: str) -> str:
    """A sentence cut out of a quotation, with the quote mark that was left behind put back."""
    for opening, closing in _QUOTES:
        if sentence.count(opening) == sentence.count(closing) + 1:
            sentence += closing
        elif sentence.count(closing) == sentence.count(opening) + 1:
            sentence = opening + sentence
    return sentence
