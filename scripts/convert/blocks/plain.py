"""Text that somebody wrote without markup into a page: paragraphs set apart by blank lines, as in a mail."""

from __future__ import annotations

import re

from convert.text.characters import ends_sentence, hanzi_count

# Source code of pages has blank lines around its words, too, but not between so many paragraphs of one piece of text.
PARAGRAPHS_LEAST = 2
# A sentence, in Chinese characters; shorter ones are calls and labels.
SENTENCE_LEAST = 10
BLANK_LINE = re.compile(r"\n[ \t\r\u3000]*\n")


def plain_paragraphs(text: str) -> list[str]:
    """The paragraphs of a piece of text between two tags; the text as it is where its line ends mean nothing."""
    if "\n" not in text or not BLANK_LINE.search(text.strip()):
        return [text]
    parts = [part for part in BLANK_LINE.split(text) if part.strip()]
    prose = sum(ends_sentence(part) and hanzi_count(part) >= SENTENCE_LEAST for part in parts)
    return parts if prose >= PARAGRAPHS_LEAST else [text]
