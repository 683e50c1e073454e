"""What somebody meant to write later: it would be published as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from digest.checks.source import Source
from digest.files.findings import Finding

# By themselves, or where a line begins with them as a note to oneself.
_WORDS = r"(?:TODO|FIXME|TBD|XXX+|待补充?|待補充?|待写|待寫|待定|待续写|待續寫|待完善|未命名|未完成|占位|佔位)"
_WHOLE = re.compile(rf"[\W_]*(?:{_WORDS}[\W_]*)?", re.IGNORECASE)
# At the beginning of a line, and anywhere: apart, each is looked for only where it may begin.
_IN_TEXT = (
    re.compile(
        rf"\n(?:[ \t>*#-]*[（(【\[]?{_WORDS}(?:[\])】）]|[ \t]*[:：]|[ \t]*$)|[ \t]*Lorem ipsum\b)", re.MULTILINE
    ),
    re.compile(r"[（(【\[](?:此处|此處|这里|這裡|这儿)(?:插入|放|补|補|加|待)[^）)】\]\n]{0,20}[）)】\]]"),
)
_HEAD = ("title", "lead", "summary", "author_note", "site", "rights", "image_credit")
_ALLOWED = "the text that is meant, or nothing"


def check(source: Source) -> Iterator[Finding]:
    """A finding for each note to oneself in the body, and for each text of the head that says nothing."""
    for match in (match for pattern in _IN_TEXT for match in pattern.finditer(f"\n{source.prose}")):
        # Where its first sign stands: what it begins with may be the end of the line before.
        place = match.start() - 1 + len(match[0]) - len(match[0].lstrip())
        yield Finding(source.file, source.line_at(place), "unfinished", f"{match[0].strip()} came", _ALLOWED)
    data = source.front.data if source.is_article else {}
    for key in _HEAD:
        if isinstance(data.get(key), str):
            yield from of_text(source.file, source.front.line_of(key), key, data[key])
    for listed, key in (("claims", "text"), ("definitions", "term")):
        entries = data.get(listed)
        for number, entry in enumerate(entries if isinstance(entries, list) else []):
            if isinstance(entry, dict) and isinstance(entry.get(key), str):
                yield from of_text(source.file, source.front.line_of(listed, number, key), key, entry[key])


def of_reasons(file: str, reasons: Iterable[tuple[int, str]]) -> list[Finding]:
    """The same of reasons of relations, each with its line; one without any word is said elsewhere."""
    return [
        finding
        for line, text in reasons
        if any(sign.isalnum() for sign in text)
        for finding in of_text(file, line, "reason", text)
    ]


def of_text(file: str, line: int, key: str, text: str) -> Iterator[Finding]:
    """A finding where ``text`` has no word, or only one that says that it is to be written."""
    if text and _WHOLE.fullmatch(text):
        yield Finding(file, line, "unfinished", f"{key} is {text!r}", _ALLOWED)
