"""Parts of an HTML page that repeat one structure: comments below an article, cards of other articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from convert.evidence.floors import NAME_MOST
from convert.evidence.lines import is_prose
from convert.evidence.opening_post import as_layout, is_article, opening_post, says_first
from convert.rules.tables import pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

UNITS = {"div", "li", "article", "section", "dl", "dd", "table", "tr", "ul"}
# Three posts are a discussion; two may be the parts of an article. Cards come in rows of four and more.
COMMENTS_LEAST = 3
CARDS_LEAST = 4
# So many running paragraphs beside a list make it one of the text; a label that calls it other articles still counts.
PARAGRAPHS_LEAST = 2
# So many units of a group are looked at; menus have hundreds, all alike.
SAMPLE = 8
# Shares of the sampled units that must show the mark; a first or last unit often differs.
MOSTLY = 0.6
NEARLY_ALL = 0.8
# A teaser is a title and at most two lines; its title is a link of six characters or more.
CARD_MOST = 200
LINK_LEAST = 6
LINK_SHARE = 0.25
# Less of one that has two lines of summary below, and says when it was published.
TIMED_SHARE = 0.1
# Buttons of a comment stand in short pieces of text.
BUTTONS_MOST = 40
# A comment is no longer than this, and its time stands in a piece of text of its own.
COMMENT_MOST = 400
MOMENT_MOST = 24
RELATIVE = re.compile(
    r"(\d+|[一两二三四五六七八九十半])\s?个?(秒|分钟|分鐘|小时|小時|天|周|月|年)前|昨天|前天|刚刚|剛剛"
)
DATED = re.compile(r"(?:19|20)\d\d\s?[-/年.]\s?\d{1,2}\s?[-/月.]\s?\d{1,2}|^\d{1,2}[-/月]\d{1,2}日?(\s\d{1,2}:\d\d)?$")
# When a post was written: with the time of day, or how long ago.
WRITTEN = re.compile(
    rf"(?:19|20)\d\d\s?[-/年.]\s?\d{{1,2}}\s?[-/月.]\s?\d{{1,2}}日?\s+\d{{1,2}}:\d\d|{RELATIVE.pattern}"
)
TIME = re.compile(rf"\d{{1,2}}:\d\d|{RELATIVE.pattern}")
TRANSLATED = re.compile(rf"(?:翻[译譯]|[译譯])[于於]\s?(?:{WRITTEN.pattern})")
NUMBER = re.compile(r"\d+")
ADDRESS = re.compile(r"(?:https?://)?(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,8}(?:/\S*)?")
# A button whose word opens sentences as well.
VERB = re.compile("支持|反对|引用")
# What may stand between two cards of a row.
BETWEEN = {"br", "hr", "script", "style"}

COMMENTS = "comments"
CARDS = "cards of other articles"


class Repetition(NamedTuple):
    """Element -> reason, for the posts and cards in a page; and its first post, which is no such part, where the page
    is a discussion."""

    parts: dict[HtmlElement, str]
    post: HtmlElement | None = None


def repeated_parts(body: HtmlElement) -> Repetition:
    """The posts and cards in `body`."""
    found: dict[HtmlElement, str] = {}
    signed = _around_buttons(body)
    for units in _groups(body):
        if any(above in found for above in units[0].iterancestors()):
            continue
        if _are_posts(units, signed):
            found.update(dict.fromkeys(units, COMMENTS))
        elif not _is_own_list(units):
            rows = [row for row in _rows(units) if len(row) >= CARDS_LEAST and _share(row, _is_card) >= NEARLY_ALL]
            found.update((unit, CARDS) for row in rows for unit in row)
    if COMMENTS not in found.values():
        return Repetition(found)
    # Posts that differ a little are several groups.
    first = opening_post([element for element in body.iter() if found.get(element) == COMMENTS], signed)
    if first is None or not is_article(first, body, found):
        return Repetition(found)
    opens = says_first(first, body)
    del found[first]
    as_layout(first)
    return Repetition(found, first if opens else None)


def _groups(body: HtmlElement) -> Iterator[list[HtmlElement]]:
    """Children of one parent with one tag and one first class name, where there are several."""
    for parent in body.iter():
        if len(parent) < COMMENTS_LEAST:
            continue
        alike: dict[tuple[str, str], list[HtmlElement]] = {}
        for child in parent:
            if child.tag in UNITS:
                name = NUMBER.sub("", (child.get("class") or "").partition(" ")[0])
                alike.setdefault((child.tag, name), []).append(child)
        yield from (units for units in alike.values() if len(units) >= COMMENTS_LEAST)


def _rows(units: list[HtmlElement]) -> list[list[HtmlElement]]:
    """The units that stand next to each other: a writer sets cards of books and films one by one into the text."""
    own, rows = set(units), [units[:1]]
    for sibling in units[0].itersiblings():
        if sibling in own:
            rows[-1].append(sibling)
        elif sibling.tag not in BETWEEN:
            rows.append([])
    return rows


def _is_own_list(units: list[HtmlElement]) -> bool:
    """True for a list that the writer set: of notes, which link within the page, or between paragraphs of the text."""
    if units[0].tag not in ("li", "dd"):
        return False
    if any(unit.xpath(".//a[starts-with(@href, '#')]") for unit in units[:SAMPLE]):
        return True
    beside = units[0].xpath("../../p")
    return sum(is_prose(paragraph.text_content().strip()) for paragraph in beside) >= PARAGRAPHS_LEAST


def _share(units: list[HtmlElement], test: Callable[[HtmlElement], bool]) -> float:
    sample = units[:SAMPLE]
    return sum(test(unit) for unit in sample) / len(sample)


def _around_buttons(body: HtmlElement) -> set[HtmlElement]:
    """The elements with a button of comments somewhere in them."""
    marks = pattern("html", "comment_buttons")
    found: set[HtmlElement] = set()
    for holder in body.iter():
        for text in (holder.text, *[child.tail for child in holder]):
            if not text or len(text) > BUTTONS_MOST or text.isspace():
                continue
            if marks.search(text) and not _is_of_sentence(text, holder):
                found.update((holder, *holder.iterancestors()))
    return found


def _is_of_sentence(text: str, holder: HtmlElement) -> bool:
    """True for a word of a sentence that goes on in an element of its own (支持 <code>…), which is no button."""
    if not len(holder) or not VERB.fullmatch(text.strip()):
        return False
    return not pattern("html", "comment_buttons").search(holder.text_content())


def _are_dated(units: list[HtmlElement]) -> bool:
    """True for short pieces that each say when they were written, one of them at least as seen from today: comments
    and reviews. The entries of a live report tell the time of day only."""
    ago = any(_tells(unit, RELATIVE) for unit in units[:SAMPLE])
    return ago and _share(units, lambda unit: _tells(unit, RELATIVE) or _tells(unit, DATED)) >= MOSTLY


def _are_posts(units: list[HtmlElement], signed: set[HtmlElement]) -> bool:
    """True for comments and posts: most have buttons (`signed`), say how long ago they were written, or name their
    writer in a link to him beside the moment."""
    if _share(units, _is_translated) >= MOSTLY:
        return False
    if _share(units, signed.__contains__) >= MOSTLY or _are_dated(units):
        return True
    return _share(units, _is_signed) >= MOSTLY


def _is_translated(unit: HtmlElement) -> bool:
    """True for a piece that says when it was translated: paragraphs of one text, by several hands."""
    return any(TRANSLATED.match(text.strip()) for text in unit.itertext() if len(text) <= BUTTONS_MOST)


def _is_signed(unit: HtmlElement) -> bool:
    profile = pattern("html", "profile")
    links = (link for link in unit.iterfind(".//a[@href]") if profile.search(link.attrib["href"]))
    named = any(0 < len(_text_of(link)) <= NAME_MOST for link in links)
    return named and any(WRITTEN.search(text) for text in unit.itertext() if len(text) <= BUTTONS_MOST)


def _tells(unit: HtmlElement, moment: re.Pattern[str]) -> bool:
    """True for a short piece with such a moment in a text of its own."""
    pieces = [text.strip() for text in unit.itertext()]
    return sum(map(len, pieces)) <= COMMENT_MOST and any(
        moment.search(piece) for piece in pieces if len(piece) <= MOMENT_MOST
    )


def _is_card(unit: HtmlElement) -> bool:
    timed = _is_timed(unit)
    whole = len("".join(unit.text_content().split()) if timed else _text_of(unit))
    if not whole or whole > CARD_MOST:
        return False
    named = [_text_of(link) for link in unit.iter("a")]
    links = [len(name) for name in named]
    # What a link has for its name that is an address is a place to go to, and no title.
    titled = any(len(name) >= LINK_LEAST and not ADDRESS.fullmatch(name) for name in named)
    return titled and sum(links) >= (TIMED_SHARE if timed else LINK_SHARE) * whole


def _is_timed(unit: HtmlElement) -> bool:
    """True for a unit that opens with a link, and tells its moment before or behind."""
    pieces = [text.strip() for text in unit.itertext() if text.strip()]
    moments = [text for text in pieces if len(text) <= MOMENT_MOST and (TIME.fullmatch(text) or DATED.match(text))]
    rest = [text for text in pieces if text not in moments]
    return bool(moments and rest) and any(_text_of(link).startswith(rest[0]) for link in unit.iter("a"))


def _text_of(element: HtmlElement) -> str:
    return str(element.text_content()).strip()
