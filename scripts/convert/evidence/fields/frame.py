"""Short notes in the frame of a page (head, side, foot), which belongs to no article: whose the page is, and the day
when it came out, where nothing beside the title tells that."""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Iterable, Iterator, Mapping

from lxml.html import HtmlElement

from convert.evidence.fields.dates import UPDATED
from convert.page import Hint
from convert.text.characters import simplified
from convert.text.days import iso_day

# Who has the rights to a page.
RIGHTS = re.compile(r"©|\(c\)|copyright|版权所有|版權所有|all rights reserved|cc[ -]by", re.I)
# A note is no longer; longer texts are sentences about it.
NOTE_MOST = 120
NO_FOREIGN: frozenset[HtmlElement] = frozenset()
ORIGIN = "told once"
LABELLED_ORIGIN = "told once behind a label"
# Labels that no other day has. A list of other articles has them as well, but more than once.
LABELLED = re.compile(
    r"(?:^|[\s|｜·•】\])])(?:文章|本文|首次)?(?:(?:发布|发表|刊登|发稿|创建|撰写|写作|作)(?:日期|时间|于)"
    r"|(?:date )?(?:published|posted)(?: on| at)?)"
    r"\s*[:：]?\s*(?=\d|[a-z]{3,9}\.? \d)",
    re.I,
)
WORDS = re.compile("发布|发表|发佈|發布|發佈|發表|刊登|发稿|發稿|创建|創建|撰写|写作|作于|ublished|osted")
# A day with its time of day.
DAY_MOST = 30
# Longer texts around an element with a moment are sentences, which tell of other days.
BESIDE_MOST = 60


def notes(root: HtmlElement, words: re.Pattern[str], foreign: Container[HtmlElement] = NO_FOREIGN) -> Iterator[str]:
    """The text of each largest element that is no longer than a note and has one of the `words` in it, on one line;
    what stands in `foreign` elements is left out."""
    lengths: dict[HtmlElement, int] = {}

    def is_note(element: HtmlElement) -> bool:
        # Remembered: a list of a thousand remarks is above each of them.
        if element not in lengths:
            lengths[element] = len(" ".join(element.text_content().split()))
        return lengths[element] <= NOTE_MOST

    met: set[HtmlElement] = set()
    for element, text in _texts(root):
        if not words.search(text) or len(text.strip()) > NOTE_MOST:
            continue
        around = (element, *element.iterancestors())
        small = list(itertools.takewhile(is_note, around))
        largest = small[-1] if small else None
        if any(each in foreign for each in around) or largest in met:
            continue
        if largest is not None:
            met.add(largest)
        yield " ".join((text if largest is None else " ".join(largest.itertext())).split())


def _texts(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Each piece of text in the body with the element that it stands in; for all pages, so no path is asked for it."""
    body = root.find("body")
    for element in root.iter() if body is None else body.iter():
        above = element.getparent()
        if element.text and element.tag not in ("script", "style") and isinstance(element.tag, str):
            yield element, element.text
        if element.tail and above is not None:
            yield above, element.tail


def days_told_once(root: HtmlElement, container: HtmlElement, foreign: Mapping[HtmlElement, str]) -> tuple[Hint, ...]:
    """The one day that labelled notes around the article (the container) tell, else those of the whole page, else the
    one that elements with a moment do; none where they tell several, or none. `foreign` elements are others' (remarks,
    lists); in the article may stand when a text that it quotes came out."""
    if days := _labelled(root, {**foreign, container: ""}):
        return (Hint("date", days.pop(), LABELLED_ORIGIN),) if len(days) == 1 else ()
    days = _labelled(root, foreign) or {day for day in _moments(root, foreign) if day}
    return (Hint("date", days.pop(), ORIGIN),) if len(days) == 1 else ()


def _labelled(root: HtmlElement, foreign: Mapping[HtmlElement, str]) -> set[str]:
    found = (each for note in notes(root, WORDS, foreign) for each in LABELLED.finditer(simplified(note)))
    return {iso_day(each.string[each.end() :][:DAY_MOST]) for each in found} - {""}


def _moments(root: HtmlElement, foreign: Mapping[HtmlElement, str]) -> Iterable[str]:
    """The days of elements that carry a moment, those of an update and those within sentences left out."""
    for element in root.iter():
        moment = element.get("datetime") if isinstance(element.tag, str) else None
        around = element.getparent()
        if not moment or around is None:
            continue
        beside = " ".join(around.text_content().split())
        updated = UPDATED.search(simplified(beside)) or "updated" in (element.get("class") or "").split()
        if updated or len(beside) > BESIDE_MOST:
            continue
        if not any(each in foreign for each in (element, *element.iterancestors())):
            yield iso_day(moment)
