"""What a page has and its article has not: neither in the text nor in the front matter."""

from __future__ import annotations

import re

from convert.page import Conversion, Metadata, Removed
from convert.text.characters import letters
from convert.text.days import DAY, iso_day

# A label right before a value belongs to it: 作者：, 文/, 来源 |; behind a day stand the day of the week and the time.
VALUE = "\0"
LABELLED = re.compile(
    rf"(?:[^\W\d]{{1,8}}\s?[:：/／|]\s*|\bby\s+)?"
    rf"(?:{VALUE}|{DAY}(?:\s?(?:星期|周|週)[一二三四五六日天])?(?:\s*\d\d?[:：]\d\d(?:[:：]\d\d)?)?)",
    re.I,
)


def left_out(page: Conversion) -> tuple[Removed, ...]:
    """The parts that were left out; a title, a byline or a note that the front matter has, and what the text says as
    well, are none of them."""
    kept = {letters(block.text) for block in page.kept}
    return tuple(r for r in page.removed if r.block.has_image or not _stands(r.block.text, page.metadata, kept))


def _stands(line: str, head: Metadata, kept: set[str]) -> bool:
    """True for a line of which nothing is left without what the article says of itself."""
    if letters(line) in kept:
        return True
    if iso_day(line) not in ("", head.date):
        return False
    fields = (head.title, *head.author, head.site, head.via_name, head.rights, head.lead, head.image_credit)
    line = " ".join(line.split())
    for value in sorted((*fields, head.author_note, head.source_url), key=len, reverse=True):
        line = line.replace(value, VALUE) if value else line
    return not letters(LABELLED.sub(" ", line))
