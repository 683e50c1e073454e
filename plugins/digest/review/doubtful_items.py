"""The items of a report that tell where the conversion of new words is unsure: what a curator may settle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from digest.review.changes import Review
from digest.review.items import Item, line
from digest.review.matching import DiffPart
from digest.review.texts import ReadSentence, ReadText

if TYPE_CHECKING:
    from digest.zh.context.model import RiskyPlace


def doubtful_items(review: Review, said: Mapping[str, Any]) -> Iterator[Item]:
    """Each new or changed sentence with a doubtful place, as the first Traditional variant reads it."""
    target = next((variant.tag for variant in review.after.variants if variant.tag != "zh-Hans"), "")
    seen: set[str] = set()
    for text, sentence in _new(review) if target else ():
        if text.lang != "zh-Hans" or sentence.text in seen or "-{" in sentence.text:
            continue
        seen.add(sentence.text)
        for place in review.after.script.doubtful(sentence.text, target, review.after.terms(text, target)):
            yield _item(text, sentence, place, said)


def _new(review: Review) -> Iterator[tuple[ReadText, ReadSentence]]:
    for change in review.texts:
        if change.new:
            yield from ((change.new, sentence) for sentence in review.after.sentences(change.new))
    for edited in review.edited:
        yield from ((edited.new, each.new) for each in edited.sentences if each.new)


def _item(text: ReadText, sentence: ReadSentence, place: RiskyPlace, said: Mapping[str, Any]) -> Item:
    written, other = (place.asked, place.chosen) if place.overruled else (place.chosen, place.asked)
    whole = sentence.text
    marked = [DiffPart(whole[: place.at]), DiffPart(whole[place.at], marked=True), DiffPart(whole[place.at + 1 :])]
    readings = said["doubtful_readings"].format(written=written, sure=round(100 * place.sure), other=other)
    return Item(
        line("", f"{text.key} · {said['places'].get(sentence.place, sentence.place)}"),
        (line(said["now"], marked), line("", readings)),
    )
