"""The day of publication that a page tells far from its title: at its foot, or beside the article's column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml.html import HtmlElement

from convert.evidence.fields.dates import UPDATED, iso_day
from convert.evidence.fields.frame import notes
from convert.page import Hint
from convert.text.characters import simplified

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
