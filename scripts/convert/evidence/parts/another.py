"""Other articles that a page shows whole below its own, for readers who read on."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from convert.evidence.lines import is_prose
from convert.rules.tables import named
from convert.text.characters import letters, shared_pairs
from convert.text.days import iso_day

ANOTHER = "another article"
# Shorter titles (in letters) are names of sections; longer texts are no titles.
TITLE_LEAST = 6
TITLE_MOST = 80
# A teaser has one paragraph.
PARAGRAPHS_LEAST = 2
# A day stands in a line of its own, with an hour and a label; longer lines are sentences that tell of days.
DAY_MOST = 40
# What a window and the heading of its article share where they say it in two ways was a third and a fifth of the pairs
# of characters on two pages; titles of two articles share less than a tenth (see container), and far less than those.
TOLD_LEAST = 0.15
FAR_LESS = 1 / 3
HEADINGS = {"h1", "h2", "h3", "h4"}
UNSHOWN = {"script", "style", "noscript", "template"}
NUMBER = re.compile(r"\d+")

Template = tuple[str, ...]


def other_articles(body: HtmlElement, window: str) -> dict[HtmlElement, str]:
    """Element -> reason, for what stands below the article that the window title names and has a title of its own,
    made as that of the article is, a day, and running text. Sections of an article tell no day."""
    titles, said = dict(_titles(body)), letters(window)
    own = [title for title, key in titles.items() if key in said] or _in_other_words(titles, said)
    made = {made for title in own if any((made := _template(title))[1::2])}
    others = {
        title for title, key in titles.items() if key not in said and title not in own and _template(title) in made
    }
    others = {t for t in others if not any(above in others for above in t.iterancestors())}
    if not others:
        return {}
    places = {element: place for place, element in enumerate(body.iter())}
    prose = _first_prose(places)
    start = min((place for place in prose.values() if place > places[own[0]]), default=len(places))
    parts = list(dict.fromkeys(_part(t, places[t], prose) for t in titles if t in others and places[t] > start))
    # Where the first holds several titles, they are those of entries.
    if not parts or sum(element in others for element in parts[0].iter()) > 1:
        return {}
    return {part: ANOTHER for part in parts if _is_article(part)}


def _in_other_words(titles: Mapping[HtmlElement, str], said: str) -> list[HtmlElement]:
    """The first heading of the page if the window tells of the same in other words, as for who searches, and of nothing
    that the others made like it say; else none."""
    first = next((title for title in titles if title.tag == "h1"), None)
    told = shared_pairs(titles[first], said) if first is not None else 0.0
    if first is None or told < TOLD_LEAST:
        return []
    others = (key for title, key in titles.items() if title is not first and _template(title) == _template(first))
    return [first] if all(shared_pairs(key, said) <= FAR_LESS * told for key in others) else []


def _first_prose(places: dict[HtmlElement, int]) -> dict[HtmlElement, int]:
    """Element -> the place of the first running text in it."""
    first: dict[HtmlElement, int] = {}
    for element, place in places.items():
        if not isinstance(element.tag, str) or element.tag in UNSHOWN:
            continue
        for text, holder in ((element.text, element), (element.tail, element.getparent())):
            if text and holder is not None and is_prose(" ".join(text.split())):
                for each in (holder, *holder.iterancestors()):
                    if first.setdefault(each, place) < place:
                        break
    return first


def _part(title: HtmlElement, place: int, prose: dict[HtmlElement, int]) -> HtmlElement:
    """The largest element around the title in which no running text stands before it."""
    around = (title, *title.iterancestors())
    return list(itertools.takewhile(lambda each: prose.get(each, place) >= place, around))[-1]


def _titles(body: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The elements that are headings, or called titles, and no longer than one, each with its letters."""
    for element in body.iter():
        if not isinstance(element.tag, str):
            continue
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        called = element.tag in HEADINGS or (names != " " and named("title", names))
        key = letters(str(element.text_content())) if called else ""
        if TITLE_LEAST <= len(key) <= TITLE_MOST:
            yield element, key


def _template(title: HtmlElement) -> Template:
    """What the template of a page calls a title, without numbers: its tag and class, or those of what is around it."""
    own = NUMBER.sub("", title.get("class") or "")
    above = title.getparent()
    if own or above is None:
        return (str(title.tag), own)
    return (str(title.tag), own, str(above.tag), NUMBER.sub("", above.get("class") or ""))


def _is_article(part: HtmlElement) -> bool:
    """True for running text with a day of its own in a short line."""
    texts = [" ".join(text.split()) for text in part.itertext()]
    prose = sum(is_prose(text) for text in texts)
    return prose >= PARAGRAPHS_LEAST and any(len(text) <= DAY_MOST and iso_day(text) for text in texts)
