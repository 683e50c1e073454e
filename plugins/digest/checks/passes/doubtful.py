"""Places where the conversion hardly knows which form of a character is meant: what a curator may settle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from digest.checks.source import Source
from digest.files.findings import Finding
from digest.text.sentences import sentences
from digest.text.visible_text import blocks, visible
from digest.zh.script import Script

if TYPE_CHECKING:
    from digest.zh.context.model import RiskyPlace

CODE = "doubtful-form"
_AROUND = 2


def check(source: Source, script: Script, target: str, terms: Mapping[str, str]) -> Iterator[Finding]:
    """A finding for each doubtful place of the body, as the variant ``target`` reads it."""
    for block in blocks(source.convertible):
        seen = visible(block.source)
        for place in script.doubtful(seen.text, target, terms):
            line = source.line_at(block.start + seen.positions[place.at])
            yield _finding(source.file, line, seen.text, place, target)


def _finding(file: str, line: int, text: str, place: RiskyPlace, target: str) -> Finding:
    sentence = next((text[start:end] for start, end in sentences(text) if start <= place.at < end), text)
    written, other = (place.asked, place.chosen) if place.overruled else (place.chosen, place.asked)
    phrase = text[max(0, place.at - _AROUND) : place.at + _AROUND + 1].strip()
    return Finding(
        file,
        line,
        "doubtful-form",
        f"{text[place.at]} is {written} ({place.sure:.0%}) or {other} in: {sentence.strip()}",
        f"a line in terms.yml or -{{...}}- where {written} is wrong",
        f"{target}: {{{phrase}: ...}}",
    )
