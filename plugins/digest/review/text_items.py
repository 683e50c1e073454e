"""The items of a report that tell of what is read: texts, their sentences, and how those are converted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from digest.review.changes import Change, Review, TextChange
from digest.review.items import Item, ReportLine, kind_of, line, was_and_is
from digest.review.matching import DiffPart, differences
from digest.review.texts import ReadSentence

_CLAIM = re.compile(r"c\d+")


def page_items(review: Review) -> Iterator[Item]:
    """Every page that reads differently, with its address in each tree."""
    refs = {ref for change in review.relations for each in (change.old, change.new) if each for ref in (each.a, each.b)}
    slugs = {ref.partition("#")[0] for ref in (*refs, *(change.key for change in review.claims))}
    slugs |= {ref.partition("#")[0] for relation, _ in review.reasons for ref in (relation.a, relation.b)}
    changed = {each.new.url for each in review.texts if each.new} | {each.new.url for each in review.edited}
    seen: set[str] = set()
    for text in review.after.texts.values():
        if text.url not in seen and (text.url in changed or text.slug in slugs):
            seen.add(text.url)
            yield Item(
                line("", f"《{text.title}》"),
                tuple(line("", f"{variant.path}/{text.url}") for variant in review.after.variants),
            )


def file_items(review: Review, said: Mapping[str, Any]) -> Iterator[Item]:
    """New and removed files; of a new one its title and summary in the other variants."""
    for change in review.texts:
        text = change.present
        lines: list[ReportLine] = []
        if change.new:
            lines = [
                each
                for sentence in review.after.sentences(text)
                if sentence.place in ("title", "summary")
                for each in (line(said["places"][sentence.place], sentence.text), *_readings(sentence, said))
            ]
        yield Item(line(kind_of(change, said), f"《{text.title}》 {text.key}"), tuple(lines))


def sentence_items(review: Review, said: Mapping[str, Any]) -> Iterator[Item]:
    """Sentences that came, changed or went, with what they are in the other variants; claims have a section."""
    for text in review.edited:
        for change in text.sentences:
            if not _CLAIM.fullmatch(change.key):
                yield Item(line(kind_of(change, said), _place(text, change, said)), tuple(_sentence(change, said)))


def _sentence(change: Change[ReadSentence], said: Mapping[str, Any]) -> Iterator[ReportLine]:
    old, new = change.old, change.new
    before, after = differences(old.text if old else "", new.text if new else "")
    whole = not (old and new)
    if old:
        yield line(said["was"], [DiffPart(old.text)] if whole else before)
    if new:
        yield line(said["now"], [DiffPart(new.text)] if whole else after)
        yield from _readings(new, said, old)


def _readings(sentence: ReadSentence, said: Mapping[str, Any], old: ReadSentence | None = None) -> Iterator[ReportLine]:
    for tag, read in sentence.readings.items():
        before = old.readings.get(tag) if old else None
        yield line(said["variants"][tag], differences(before, read)[1] if before else read)


def _place(text: TextChange, change: Change[ReadSentence], said: Mapping[str, Any]) -> str:
    return f"{text.new.key} · {said['places'].get(change.key, change.key)}"


def reread_items(review: Review, said: Mapping[str, Any]) -> Iterator[Item]:
    """Sentences that nobody touched and that a variant now shows in other characters."""
    for text in review.edited:
        for change in text.reread:
            if change.old and change.new:
                yield Item(line("", _place(text, change, said)), tuple(_reread(change.old, change.new, said)))
    for relation, tag in review.reasons:
        old, new = (state.reading(relation.reason, tag) for state in (review.before, review.after))
        yield Item(
            line("", f"{relation.a} · {relation.b} · {said['reason']}"),
            tuple(was_and_is(said["variants"][tag], old, new, said)),
        )


def _reread(old: ReadSentence, new: ReadSentence, said: Mapping[str, Any]) -> Iterator[ReportLine]:
    for tag, read in new.readings.items():
        if tag in old.readings and old.readings[tag] != read:
            yield from was_and_is(said["variants"][tag], old.readings[tag], read, said)
