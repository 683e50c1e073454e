"""The lines of a page as a reader sees them, in order, with the element that each stands in and what it looks like."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from convert.evidence.density import is_menu, runs_in_words
from convert.rules.tables import joined, table
from convert.text.characters import CLOSERS, HANZI, STOP, hanzi_count

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# A sentence, in characters; shorter ones are calls and labels.
SENTENCE_LEAST = 10
# A line of this many Chinese characters with a comma in it is running text, closed or not: verse and speeches
# close few of their lines; titles and menus have no commas and up to 40 characters.
CLAUSES_LEAST = 20
# A line of so many is running text without any mark; menus are as long, but have short words.
UNMARKED_LEAST = 60
# More of a line than this in links makes it a link.
LINKED_SHARE = 0.5
# What a character in a link costs against one of running text: menus and boxes of other articles are links.
LINK_COST = 2.0
# A character of a single short line; and what one of a row of such lines is worth, if they are no shorter than this.
SHORT_COST = 0.3
ROW_WEIGHT = 0.5
ROW_LEAST = 5
# A notice is no longer than this; what is called a statement and is longer may be the article.
NOTICE_MOST = 400
# A sentence in letters of words, and how many times the Chinese ones such sentences must be for the page to be in
# another language: an article in Chinese quotes and translates, and its site's notices are often in English. Of 185
# pages without Chinese this halved what only this conversion kept (menus, calls); of 583 in Chinese it changed none.
OTHER_LANGUAGE = 3.0
CLOSED = re.compile(rf"(?:[。！？!?…；]|{STOP})[{CLOSERS}]*\s*$")
# Who speaks in an interview, before what is asked or said.
SPEAKER = re.compile(r"^(?:记者|記者|主持人|问|問|答|提问|[QA]\d{0,2})\s*[:：]", re.I)
# Who types half-width marks sets them right behind a Chinese character.
COMMA = re.compile(f"[，、。；：！？]|(?<=[{HANZI}])[,;](?!\\s*$)|{STOP}(?=[{HANZI}])")
CHINESE = re.compile(f"[{HANZI}]")
NOT_TEXT = {"script", "style", "noscript", "template", "textarea", "svg", "head", "select", "button", "iframe"}
# Short lines of these are neither running text nor furniture.
STRUCTURED = {"td", "th", "caption", "pre", "code", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "dt", "dd"}


@dataclass
class Line:
    """A line: the innermost block element that holds it, its text, its characters in links, and whether it is
    running text. `foreign`: it stands in a part that belongs to no article. `weight` are the characters that
    speak for an article around the line, `cost` those that speak against it."""

    owner: HtmlElement
    text: str
    linked: int
    prose: bool
    foreign: bool
    weight: float = 0.0
    cost: float = 0.0

    def place(self) -> tuple[str | None, ...]:
        """Tag and class of the line's element and of the one around it."""
        parent = self.owner.getparent()
        above = (parent.tag, parent.get("class")) if parent is not None else ()
        return (self.owner.tag, self.owner.get("class"), *above)


class Lines:
    """All lines below `body`, and for each element the span of lines that it holds."""

    def __init__(self, body: HtmlElement, foreign: Collection[HtmlElement] = ()):
        self.lines: list[Line] = []
        self.spans: dict[HtmlElement, tuple[int, int]] = {}
        self.foreign = {*foreign, *_notices(body)}
        self._text: list[str] = []
        self._linked = 0
        self._begun = False
        self._inline = frozenset(table("html")["inline_tags"]) - {"br"}
        self._read(body)
        self._read_other_language()
        self._weigh()
        self._weights = [0.0, *itertools.accumulate(line.weight for line in self.lines)]
        self._prose = [0.0, *itertools.accumulate(line.weight * line.prose for line in self.lines)]

    def weight(self, element: HtmlElement) -> float:
        """The characters of running text in `element`."""
        start, end = self.spans[element]
        return self._weights[end] - self._weights[start]

    def prose(self, element: HtmlElement) -> float:
        """The characters of sentences in `element`: rows of short lines left out."""
        start, end = self.spans[element]
        return self._prose[end] - self._prose[start]

    def agree(self, one: HtmlElement, other: HtmlElement, share: float) -> bool:
        """True if both hold the same sentences, to this share of the larger one's."""
        (first, last), (start, end) = self.spans[one], self.spans[other]
        # Of parts that hold no line in common the one ends where the other begins, or before.
        shared = self._prose[min(last, end)] - self._prose[max(first, start)]
        return shared > 0 and shared >= share * max(self.prose(one), self.prose(other))

    def _read_other_language(self) -> None:
        """Where most of the page is in another language, its sentences are running text as well."""
        other = [line for line in self.lines if not line.prose and _is_sentence_of_words(line)]
        chinese = sum(len(line.text) for line in self.lines if line.prose and not line.foreign)
        if sum(len(line.text) for line in other) >= OTHER_LANGUAGE * chinese:
            for line in other:
                line.prose = True

    def _weigh(self) -> None:
        """Running text speaks for an article, links against it. Of short lines those that stand in rows, as verse,
        diaries and lists do, speak for it a little; single ones are labels and buttons."""
        places = [line.place() if not line.prose else () for line in self.lines]
        for number, line in enumerate(self.lines):
            if line.foreign:
                continue
            size = len(line.text)
            if line.prose:
                line.weight = size
            elif line.owner.tag == "pre":
                # No site prints code around an article.
                line.weight = ROW_WEIGHT * size
            elif line.linked:
                line.cost = LINK_COST * line.linked
            elif (
                size >= ROW_LEAST
                and CHINESE.search(line.text)
                and places[number] in (places[number - 1 : number] + places[number + 1 : number + 2])
            ):
                line.weight = ROW_WEIGHT * size
            elif line.owner.tag not in STRUCTURED:
                line.cost = SHORT_COST * size

    def _read(self, body: HtmlElement) -> None:
        """One walk over the page; an element opens and ends a line unless it is inline."""
        owners = [body]
        starts: list[int] = []
        links = skipped = apart = 0
        lines, pieces, foreign, inline_tags = self.lines, self._text, self.foreign, self._inline
        # Imported here: a text has no elements, and waits for no parser.
        from lxml import etree

        for event, element in etree.iterwalk(body, events=("start", "end")):
            tag = element.tag
            # What has no element of HTML has a name with a hyphen, and no line of its own unless its parts have.
            ends_line = tag not in inline_tags and not (isinstance(tag, str) and "-" in tag)
            if event == "start":
                skipped += tag in NOT_TEXT
                if ends_line and not skipped:
                    if pieces:
                        self._close(owners[-1], apart)
                    owners.append(element)
                # A line that began before the element is not its own, though a block in it may end that.
                starts.append(len(lines) + self._begun)
                links += tag == "a"
                apart += element in foreign
                if not skipped and (text := element.text):
                    self._add(text, links)
                continue
            if ends_line and not skipped:
                owner = owners.pop()
                if pieces:
                    self._close(owner, apart)
            start = starts.pop()
            self.spans[element] = (start, max(start, len(lines)))
            skipped -= tag in NOT_TEXT
            links -= tag == "a"
            apart -= element in foreign
            if not skipped and (text := element.tail):
                self._add(text, links)

    def _add(self, text: str, links: int) -> None:
        self._text.append(text)
        self._begun = self._begun or not text.isspace()
        if links:
            self._linked += len(text.strip())

    def _close(self, owner: HtmlElement, apart: int) -> None:
        text = " ".join("".join(self._text).split())
        linked, self._linked = self._linked, 0
        self._text.clear()
        self._begun = False
        if text:
            self.lines.append(Line(owner, text, linked, is_prose(text, linked), apart > 0))


def _notices(body: HtmlElement) -> Iterator[HtmlElement]:
    """The short parts of the page that call themselves notices: a short article runs to less than what sites say of
    rights and liability."""
    notice = joined(table("html")["parts"]["notice"])
    for element in body.iter("div", "p", "section", "footer", "td", "li", "ul"):
        names = [name for name in (element.get("id"), element.get("class")) if name]
        if not any(map(notice.search, names)) or len(element.text_content()) > NOTICE_MOST:
            continue
        if next(element.iter("h1", "h2"), None) is None:
            yield element


def _is_sentence_of_words(line: Line) -> bool:
    """True for a closed sentence of many words that is no link."""
    return not line.foreign and line.linked <= LINKED_SHARE * len(line.text) and runs_in_words(line.text)


# A line is asked about from several sides.
@lru_cache(maxsize=1 << 15)
def is_prose(text: str, linked: int = 0) -> bool:
    """True for running Chinese text: a closed sentence, or clauses set apart by commas."""
    if len(text) < SENTENCE_LEAST or linked > LINKED_SHARE * len(text):
        return False
    hanzi = hanzi_count(text)
    if hanzi < SENTENCE_LEAST / 2:
        return False
    if CLOSED.search(text) or (hanzi >= CLAUSES_LEAST and COMMA.search(text)):
        return True
    # Some set blanks for commas.
    return hanzi >= UNMARKED_LEAST and not linked and not is_menu(text)
