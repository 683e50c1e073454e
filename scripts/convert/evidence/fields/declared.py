"""Whom and what the elements around the text of an HTML page name: the account, the writer, the outlet, the day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from lxml.etree import XPath
from lxml.html import HtmlElement

from convert.evidence.fields.names import is_outlet, is_person, side_by_side, split_names
from convert.evidence.lines import is_prose
from convert.page import Hint
from convert.rules.tables import named
from convert.text.address import leads_away
from convert.text.characters import HANZI
from convert.text.days import DAY, iso_day

# Names of accounts on the pages measured have 2 to 14 characters.
ACCOUNT_MOST = 20
OWN = XPath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
# Who wrote an entry, as microformats mark it: h-entry, and hAtom before that, whose cards are small.
ENTRY_PARTS = XPath(".//*[contains(@class, 'p-author') or contains(@class, 'fn')]")
CARD, CARD_WITHIN = {"author", "vcard"}, 4
# An item in the container that holds so much of its text is what it shows.
ITEM_SHARE = 0.8
ITEM_DAYS = ("datePublished", "dateCreated")
SOURCE_LABEL = re.compile(r"^(?:文章|信息|稿件)?(?:来源|來源|稿源|出处)\s*[:：]?\s*")
AGO = re.compile(r"(前|ago)$|^(昨天|前天|刚刚|剛剛)")
# A day with its time; names of this length are hardly ever those of sections.
DAY_MOST = 24
PERSON_LENGTH = 3
# A byline has no more elements.
BESIDE_MOST = 24
# A paragraph of so many characters with a day in it says who, when and how often.
DATED_MOST = 40
# Raised behind a name: where the person works.
AFFILIATION = re.compile(r"[\W\da-z]{1,8}")
ONLY_DAY = re.compile(rf"{DAY}(?:\s+\d{{1,2}}:\d\d(?::\d\d)?)?")
TITLES = ("h1", "h2", "h3", "h4", "h5", "h6")
WITHIN_LINE = ("time", "span", "em", "i", "b", "small", "strong")
# Pictures of those who wrote something, so many levels below what names them.
PORTRAIT, PORTRAIT_WITHIN = re.compile(r"(^|[-_ ])author[-_](?:thumb|avatar|image|img|photo|pic)", re.I), 2
# Where sites keep the pages of their writers.
AUTHOR_PAGE = re.compile(
    r"/(?:authors?|writers?|columnists?|reporters?|people|contributors?|byline|zhuanlan|zuozhe)/[^/?#]+", re.I
)


def account_hints(root: HtmlElement, container: HtmlElement, foreign: Mapping[HtmlElement, str]) -> tuple[Hint, ...]:
    """Short texts of elements named like an account above the text; those in `foreign` and below are others'."""
    hints: list[Hint] = []
    data: list[Hint] = []
    own = str(next(iter(OWN(root)), ""))
    for element in _above_text(root, container):
        if not element.attrib:
            continue
        moment = element.get("datetime") if element.tag == "time" else _told_by_title(element)
        if moment:
            data.append(Hint("date", moment, "data"))
        if _names_author(element, own) and (text := _name_in(element, foreign)) and 2 <= len(text) <= 2 * ACCOUNT_MOST:
            around = [element, *element.iterancestors()]
            if not any(e in foreign or e.tag == "nav" for e in around):
                _add_byline(hints, element, text, foreign)
            elif element.get("itemprop") == "author":
                # What nobody sees is data, like any other.
                data.append(Hint("author", text, "data"))
        if (name := _of_portrait(element)) and not any(e in foreign for e in element.iterancestors()):
            _add_byline(hints, element, name, foreign)
        if outlet := _outlet_in(element):
            data.append(Hint("outlet", outlet))
        given = (element.get("class"), element.get("id"), element.get("rel"))
        text = " ".join(element.text_content().split()) if any(n and named("account", n) for n in given) else ""
        sound = re.fullmatch(rf"(?!\d+\D?$|\d\d)[^:：|/。，]{{2,{ACCOUNT_MOST}}}", text)
        if sound and not any(above in foreign for above in (element, *element.iterancestors())):
            hints.append(Hint("account", text, element.get("id") or ""))
    told = {hint.key: hint for hint in reversed((*data, *_side_by_side(root, container)))}
    return (*hints[:4], *_item_day(container), *told.values())


def _of_portrait(element: HtmlElement) -> str:
    """The name that the picture of a writer has for its alternative text, where the page prints it beside."""
    if element.tag != "img" or not PORTRAIT.search(element.get("class") or ""):
        return ""
    name = (element.get("alt") or "").strip()
    box = next(islice(element.iterancestors(), PORTRAIT_WITHIN - 1, None), element)
    beside = (each.text or "" for each in islice(box.iter(), BESIDE_MOST))
    return name if 2 <= len(name) <= ACCOUNT_MOST and any(text.strip() == name for text in beside) else ""


def _side_by_side(root: HtmlElement, container: HtmlElement) -> Iterator[Hint]:
    """Day, outlet and person that elements of one line say, each by itself: a style sets them apart, and no blank."""
    for element in _above_text(root, container):
        above = element.getparent()
        text = (element.text or "").strip()
        if len(element) or not 0 < len(text) <= DAY_MOST:
            continue
        is_day = element.tag in WITHIN_LINE and ONLY_DAY.fullmatch(text)
        before = element.getprevious() if is_day else None
        name = (before.text or "").strip() if before is not None and not len(before) and not before.tail else ""
        if is_outlet(name) and len(name) <= ACCOUNT_MOST:
            yield Hint("outlet", name)
        if above is None or container not in element.iterancestors():
            continue
        if is_day:
            yield Hint("date", text, "data")
        if len(text) == PERSON_LENGTH and is_person(text):
            beside = [
                (e.text or "").strip() for e in islice(above.iter(), BESIDE_MOST) if e is not element and not len(e)
            ]
            if any(is_outlet(each) or iso_day(each) for each in beside):
                yield Hint("person", text)


def _add_byline(hints: list[Hint], element: HtmlElement, text: str, foreign: Mapping[HtmlElement, str]) -> None:
    """Add the name that the element says, beside that of the element right before it which is named alike."""
    other = element.getprevious()
    alike = other is not None and (other.tag, other.get("class")) == (element.tag, element.get("class"))
    before = _name_in(other, foreign) if other is not None and alike and _names_author(other) else ""
    for place, hint in enumerate(hints):
        if before and hint.key == "byline" and hint.value.split("、")[-1] == before != text:
            hints[place] = Hint("byline", f"{hint.value}、{text}")
            return
    hints.append(Hint("byline", text, "link" if element.tag == "a" else ""))


def signed_hints(root: HtmlElement, told: tuple[Hint, ...], foreign: Mapping[HtmlElement, str]) -> tuple[Hint, ...]:
    """Names of authors that the page's data have told and that elements named like an author say, wherever."""
    given = [h.value for h in told if h.key == "author" and h.origin == "meta"]
    named_so = (e for e in root.iter() if isinstance(e.tag, str) and _signs(e)) if given else ()
    texts = {_name_in(e, foreign) for e in named_so if not any(each in foreign for each in (e, *e.iterancestors()))}
    return tuple(Hint("signed", value) for value in given if texts & {value, *split_names(value)})


def entry_hints(root: HtmlElement) -> tuple[Hint, ...]:
    """The writer whom a microformat names, wherever it stands; none where the page has several, of other entries."""
    # Remembered: thousands of names may stand in one box.
    of_remarks: dict[HtmlElement, bool] = {}
    names = set()
    for element in ENTRY_PARTS(root):
        around = element.getparent()
        if around is None or not _names_entry(element):
            continue
        if around not in of_remarks:
            of_remarks[around] = any(map(_is_of_remarks, (around, *around.iterancestors())))
        if not of_remarks[around] and (name := " ".join(element.text_content().split())):
            names.add(name)
    return (Hint("author", names.pop(), "data"),) if len(names) == 1 else ()


def _names_entry(element: HtmlElement) -> bool:
    classes = element.get("class", "").split()
    above = islice(element.iterancestors(), CARD_WITHIN)
    return "p-author" in classes or ("fn" in classes and any(set(e.get("class", "").split()) >= CARD for e in above))


def _is_of_remarks(element: HtmlElement) -> bool:
    return "comment" in f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def _signs(element: HtmlElement) -> bool:
    return bool(element.attrib) and (_names_author(element) or named("account", element.get("class") or ""))


def _item_day(container: HtmlElement) -> tuple[Hint, ...]:
    """The day of the item (a post, an answer) that the container stands in, as its own microdata say: a page of
    questions has a day for each answer."""
    whole = len(container.text_content())
    inner = (e for e in container.iter() if e.get("itemscope") is not None)
    held = [e for e in inner if len(e.text_content()) >= ITEM_SHARE * whole]
    item = next((e for e in (*held[-1:], *container.iterancestors()) if e.get("itemscope") is not None), None)
    if item is None:
        return ()
    for name in ITEM_DAYS:
        for each in item.xpath(".//*[@itemprop=$name]", name=name):
            own = next(above for above in each.iterancestors() if above.get("itemscope") is not None)
            value = each.get("content") or each.get("datetime") or ""
            if own is item and iso_day(value):
                return (Hint("date", value, "data"),)
    return ()


def _told_by_title(element: HtmlElement) -> str | None:
    """The day that an element says when the reader points at it, where it shows how long ago that was."""
    title = element.get("title")
    return title if title and AGO.search(element.text_content().strip()) and iso_day(title) else None


def _name_in(element: HtmlElement, foreign: Mapping[HtmlElement, str]) -> str:
    """What the element says, or what in it is marked as the name: jobs and prizes stand beside that. What nobody sees
    is left out, and the day behind a link to the writer."""
    # Forums set the name as <cite>, ranks and mottos below.
    for inner in element.iter():
        names = inner is not element and named("account", inner.get("class") or "")
        is_name = names or inner.get("itemprop") == "name" or inner.tag == "cite"
        if is_name and (name := inner.get("content") or inner.text_content()).strip():
            return " ".join(name.split())
    parts = ["".join(_shown(part, foreign)).strip() for part in element if isinstance(part.tag, str)]
    if people := side_by_side(parts):
        return people
    text = " ".join("".join(_shown(element, foreign)).split())
    link = element.find(".//a")
    if link is None or not iso_day(" ".join(element.itertext())):
        return text
    return " ".join(link.text_content().split())


def _shown(element: HtmlElement, foreign: Mapping[HtmlElement, str]) -> Iterator[str]:
    """The texts in an element, those of `foreign` elements in it left out."""
    yield element.text or ""
    for inner in element:
        raised = inner.tag == "sup" and AFFILIATION.fullmatch(str(inner.text_content()))
        if isinstance(inner.tag, str) and inner not in foreign and not raised:
            yield from _shown(inner, foreign)
        yield inner.tail or ""


def _outlet_in(element: HtmlElement) -> str:
    """The outlet that an element named so says, without a label; empty for any other element."""
    if not any(name and named("outlet", name) for name in (element.get("class"), element.get("id"))):
        return ""
    text = SOURCE_LABEL.sub("", " ".join(element.text_content().split()))
    # Two names side by side are a menu.
    sound = re.fullmatch(rf"[^\d:：|/。，]{{2,{ACCOUNT_MOST}}}", text) and not re.search(f"[{HANZI}] [{HANZI}]", text)
    return text if sound else ""


def _names_author(element: HtmlElement, own: str = "") -> bool:
    """True for an element that the page (at `own`) marks as the author's name, or a link to the author's page on it."""
    if "author" in (element.get("itemprop"), element.get("rel")) or named("byline", element.get("class") or ""):
        return True
    href = element.get("href") or "" if element.tag == "a" else ""
    return bool(AUTHOR_PAGE.search(href)) and not leads_away(own, href)


def _above_text(root: HtmlElement, container: HtmlElement) -> Iterator[HtmlElement]:
    """Elements before the container, and those in it before the first paragraph."""
    inside = False
    for element in root.iter():
        inside = inside or element is container
        own = str(element.text_content()).strip() if inside and element.tag == "p" else (element.text or "").strip()
        # A title may be a sentence.
        runs = is_prose(own) and element.tag not in TITLES
        if inside and (runs or (element.tag == "p" and len(own) > (DATED_MOST if iso_day(own) else ACCOUNT_MOST))):
            return
        if isinstance(element.tag, str):
            yield element
