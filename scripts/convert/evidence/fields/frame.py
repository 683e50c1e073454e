"""Short notes in the frame of a page (head, side, foot), which belongs to no article: whose the page is, who owns a
personal site, and the day when it came out, where nothing beside the title tells that."""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Iterable, Iterator, Mapping

from lxml.html import HtmlElement

from convert.evidence.fields.dates import CLOCK, OTHER, UPDATED
from convert.evidence.fields.names import is_outlet, split_names
from convert.page import Hint
from convert.text.characters import folded, letters, simplified
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
YEAR = re.compile(r"(?:19|20)\d\d")
# What templates call the element that says when a page was written, and by whom.
OF_DAYS = re.compile(r"date|time|author|byline|publish|posted", re.I)
OWNER = "owner"
# What names the writer of a page, that of the page itself first.
CARD = "card"
NAMING = ("article:author", "og:article:author", "author", "dc.creator", CARD)
# Systems of portals and offices give these; the author beside them is who typed the page in.
OF_OFFICES = frozenset("sitename sitedomain siteidcode contentsource publishedtype mediaid articletitle".split())
ENGINE = re.compile(
    r"\b(?:hexo|hugo|jekyll|octopress|wordpress|ghost|typecho|halo|gridea|pelican|vuepress|vitepress|gatsby|astro|eleventy"
    r"|z-?blog(?:php)?|emlog|zola|nikola|solo)\b",
    re.I,
)
# The name of the site closes the window title.
WINDOW_END = 30
NOTED = re.compile("©|opyright|版权所有|版權所有|CC BY|owered|endered|驱动|驅動")
# One of the signs alone is as often a template's that somebody else wrote.
SIGNS_LEAST = 2
# Behind a name: what its owner does, or how to reach her.
CALLING = re.compile(
    r"(?:律师|医生|医师|工程师|设计师|程序员|老师|教师|作家|博士|教授|摄影师|顾问|站长|博主)$|(?:微信|qq|邮箱|电话)\b",
    re.I,
)
# What templates have there before somebody writes a name.
PLACEHOLDER = re.compile(r"(?:john|jane) doe|your name|me|author|blog(?:ger)?|anonymous|guest|user|root|test|webmaster")
OWNER_MOST = 30
# A part of a name in Latin letters, which a blog may have in its own; shorter ones are initials.
LATIN_WORD = re.compile("[a-z]{4,}")
# A name that has a domain behind it, here or in the site's name, is the site's.
DOMAIN = re.compile(r"(?<=\w)\.(?:com|net|org|cn|tw|hk|ch|de|fr|jp|kr|sg|my|ca|us|uk|co|tv|cc)\b", re.I)


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
    days = days or set(_alone(root, {**foreign, container: ""})) - {""}
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


def _alone(root: HtmlElement, foreign: Container[HtmlElement]) -> Iterator[str]:
    """The days in elements named for it outside the article, by themselves or behind a word or two; of a link it is
    another's."""
    for element, text in _texts(root):
        line, around = " ".join(text.split()), (element, *element.iterancestors())
        if len(line) > DAY_MOST or not YEAR.search(line) or not any(map(_is_named, around[:2])):
            continue
        plain = simplified(line)
        others = CLOCK.search(plain) or RIGHTS.search(plain) or OTHER.search(plain)
        if not others and not any(each in foreign or each.tag == "a" for each in around):
            yield iso_day(line)


def _is_named(element: HtmlElement) -> bool:
    return bool(OF_DAYS.search(f"{element.get('class') or ''} {element.get('id') or ''}"))


def owner_hints(root: HtmlElement, window: str) -> tuple[Hint, ...]:
    """What the page's notes say of who has the rights to it; and the owner of the blog that it is of, whom its pages
    name only in their data, if two signs at least speak for that: a template of any other site has the editor on duty
    there, the system, or the site itself. `window` is the window title."""
    said = list(notes(root, NOTED))
    rights = (Hint("rights", note) for note in said if RIGHTS.search(note))
    return (*_owner(root, window, said), *rights)


def _owner(root: HtmlElement, window: str, said: list[str]) -> tuple[Hint, ...]:
    given = {**dict(_given(root)), CARD: _of_card(root)}
    if OF_OFFICES & given.keys():
        return ()
    name = next((name for key in NAMING if (name := _name(given.get(key, "")))), "")
    key = letters(name)
    site, *domain = DOMAIN.split(given.get("og:site_name", ""))
    if not name or DOMAIN.search(name) or (domain and letters(site) == key):
        return ()
    own = {*LATIN_WORD.findall(f"{given.get('og:site_name', '')} {window[-WINDOW_END:]}".lower())}
    signs = (
        bool(ENGINE.search(given.get("generator", ""))) or any(map(_made_by_engine, said)),
        any(RIGHTS.search(note) and key in letters(note) for note in said),
        key in letters(given.get("og:site_name", ""))
        or key in letters(window[-len(name) - WINDOW_END :])
        or not own.isdisjoint(LATIN_WORD.findall(name.lower())),
        any(_name(given.get(naming, "")) == name for naming in NAMING[:2]),
    )
    return (Hint("author", name, OWNER),) if sum(signs) >= SIGNS_LEAST else ()


def _given(root: HtmlElement) -> Iterable[tuple[str, str]]:
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").strip().lower()
        if name and (value := " ".join((meta.get("content") or "").split())):
            yield name, value


def _of_card(root: HtmlElement) -> str:
    """The name that the card of the author beside the text says; empty where a page has several authors, of remarks."""
    cards = root.xpath(".//*[@itemprop='author'][@itemscope]//*[@itemprop='name']")
    names = {" ".join((card.get("content") or card.text_content()).split()) for card in cards}
    return names.pop() if len(names) == 1 else ""


def _made_by_engine(line: str) -> bool:
    """True for a line that says what made the site: Powered by Hexo, 由 Hugo 强力驱动."""
    return bool(ENGINE.search(line) and re.search(r"power|built|rendered|generated|theme|驱动|驅動|主题", line, re.I))


def _name(value: str) -> str:
    """The one name in a value, without what its owner does; empty if it has several, or none that may be a person's."""
    names = [name for name in split_names(value) if not CALLING.search(name)]
    sound = len(names) == 1 and len(names[0]) <= OWNER_MOST and not is_outlet(names[0])
    return names[0] if sound and not PLACEHOLDER.fullmatch(folded(names[0])) else ""
