"""Sentences written in the other script than their article: they would be published unconverted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from digest.checks.source import Source
from digest.files.findings import Finding
from digest.text.visible_text import blocks, visible
from digest.zh.dictionaries import of_other, telling
from digest.zh.variant_markup import outside

# Of 1,614 sentences of 34 articles none has a character that only the other script has, and of those with ten
# characters or more 98 in 100 have three of their own. A name or a slip of the keyboard brings one or two.
LEAST = 3
_OTHER = {"zh-Hans": "zh-Hant", "zh-Hant": "zh-Hans"}
_NAMES = {"zh-Hans": "Simplified", "zh-Hant": "Traditional"}
_TEXTS = ("title", "lead", "summary", "author_note")


def check(source: Source, lang: str) -> list[Finding]:
    """A finding for every sentence of body and head that is in the other script than ``lang``."""
    if lang not in _OTHER or source.front.data.get("convert") is False:
        return []
    found = []
    if of_other(source.body, lang) >= LEAST:
        for offset, sentence in _sentences(source, lang):
            if _is_foreign(sentence, lang):
                found.append(_finding(source.file, source.line_at(offset), sentence, lang))
    for line, text in _texts_of_head(source):
        if _is_foreign(outside(text), lang):
            found.append(_finding(source.file, line, text, lang))
    return found


def in_texts(file: str, texts: Iterable[tuple[int, str]], lang: str) -> list[Finding]:
    """A finding for every text (line, text) of a data file that is in the other script than ``lang``."""
    return [_finding(file, line, text, lang) for line, text in texts if _is_foreign(text, lang) and "-{" not in text]


def _is_foreign(text: str, lang: str) -> bool:
    simplified, traditional = telling(text)
    own, other = (simplified, traditional) if lang == "zh-Hans" else (traditional, simplified)
    return other >= LEAST and other > own


def _sentences(source: Source, lang: str) -> Iterator[tuple[int, str]]:
    """The sentences that may be foreign, with their offsets in the body."""
    for block in blocks(source.convertible):
        if of_other(block.source, lang) < LEAST:
            continue
        seen = visible(block.source)
        for start, end in seen.sentences():
            yield block.start + seen.positions[start], seen.text[start:end]


def _texts_of_head(source: Source) -> Iterator[tuple[int, str]]:
    front = source.front
    for key in _TEXTS:
        if isinstance(front.data.get(key), str):
            yield front.line_of(key), front.data[key]
    claims = front.data.get("claims")
    for number, claim in enumerate(claims if isinstance(claims, list) else []):
        if isinstance(claim, dict) and isinstance(claim.get("text"), str):
            yield front.line_of("claims", number, "text"), claim["text"]


def _finding(file: str, line: int, sentence: str, lang: str) -> Finding:
    came = sentence if len(sentence) <= 40 else sentence[:39] + "…"
    return Finding(
        file,
        line,
        "mixed-script",
        f"{_NAMES[_OTHER[lang]]} came in a {_NAMES[lang]} text: {came}",
        f"{_NAMES[lang]}, as lang: {lang} says; what is to stay as it is in -{{...}}-",
        f"-{{{came[:12]}}}-",
    )
