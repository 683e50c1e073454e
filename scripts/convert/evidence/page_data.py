"""What a page carries in its data: an article, in JSON-LD or the state of its application, and what is said of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.etree import XPath
from lxml.html import HtmlElement

from convert.page import Hint
from convert.rules.tables import patterns, table
from convert.text.address import safe_address
from convert.text.characters import hanzi_count
from convert.text.days import MOMENT, day_of_moment

# Names under which applications keep the text of an article, and of one paragraph of it.
NAMES = {
    "articlebody", "content", "contenthtml", "html", "body", "text", "article_content", "articlecontent", "detail",
    "contents", "paragraphs", "blocks", "bodyhtml", "content_html", "contentbody", "rich_text", "richtext",
}  # fmt: skip
PIECES = ("text", "content", "html", "value", "data")
STRINGS = re.compile(rf'"(?:{"|".join(sorted(NAMES))})"\s*:\s*("(?:[^"\\]|\\.){{60,}}")', re.I)
# An object, whatever the script calls it, and what it has beside a text.
STATE = re.compile(r"\{.*\}", re.S)
BESIDE = {
    "title": {"title", "headline"},
    "author": {"author", "authorname", "writer", "nickname", "byline"},
    "date": {"publishtime", "publishedat", "publishdate", "pubdate", "pubtime", "createdat", "createtime"},
}
PEOPLE = ("name", "nickname", "nickName", "userName", "username")
TAG = re.compile(r"<[^>]*>")
# Fewer Chinese characters are a label or a description.
LEAST_HANZI = 60
# What each pattern for days in scripts needs one of, in small letters: looking for words is far cheaper, and scripts of
# a megabyte have none of them.
SCRIPT_WORDS = ((" ct", "\tct", "\nct"), ("create", "pub", "release", "ptime"))
# What Evernote says of itself in the pages that it writes.
NOTES = XPath("//meta[@name='exporter-version']")


def page_hints(root: HtmlElement) -> tuple[Hint, ...]:
    """Hints for title, date, site and address, the most reliable first."""
    return _meta_hints(root) + linked_hints(root) + _script_days(root)


def article_in_data(root: HtmlElement) -> str:
    """The longest text of an article in the page's scripts, HTML or plain with line ends; empty if there is none."""
    texts = [text for script in root.iter("script") for text in _texts(script)]
    return max((text for text in texts if hanzi_count(text) >= LEAST_HANZI), key=len, default="")


def hints_beside(root: HtmlElement, text: str) -> tuple[Hint, ...]:
    """What the state of the page's application says beside a text of an article: who wrote it, and when."""
    for script in root.iter("script"):
        state = STATE.search(script.text or "")
        todo = [loaded(state[0])] if state else []
        while todo:
            value = todo.pop()
            if isinstance(value, dict) and text in value.values():
                return tuple(_said_in(value))
            todo += value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return ()


def _said_in(entry: dict[str, Any]) -> Iterator[Hint]:
    for key, names in BESIDE.items():
        for name in (name for name in entry if name.lower().replace("_", "") in names):
            value = entry[name]
            value = next((value[n] for n in PEOPLE if value.get(n)), None) if isinstance(value, dict) else value
            if isinstance(value, (str, int)) and str(value).strip():
                yield Hint(key, day_of_moment(str(value)) if key == "date" else " ".join(str(value).split()), "data")


def plain(text: str) -> str:
    """The text of an article in the data without its tags."""
    return TAG.sub(" ", text)


def loaded(text: str) -> Any:
    """The value of a piece of JSON; None for one that is broken or nested too deep."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _texts(script: HtmlElement) -> Iterator[str]:
    text = script.text or ""
    if "json" in (script.get("type") or "") and (data := loaded(text)) is not None:
        yield from _named(data)
        return
    for found in STRINGS.finditer(text):
        decoded = loaded(found[1])
        if isinstance(decoded, str):
            yield decoded


def _named(data: Any) -> Iterator[str]:
    """Texts under the names of articles, however deep; a list of paragraphs becomes one text with line ends."""
    todo: list[tuple[str, Any]] = [("", data)]
    while todo:
        name, value = todo.pop()
        if isinstance(value, str) and name in NAMES:
            yield value
        elif isinstance(value, dict):
            todo += [(str(key).lower(), inner) for key, inner in value.items()]
        elif isinstance(value, list):
            if name in NAMES and (pieces := [_piece(each) for each in value]):
                yield "\n".join(piece for piece in pieces if piece)
            todo += [("", inner) for inner in value if isinstance(inner, (dict, list))]


def _piece(value: Any) -> str:
    """The text of one paragraph: a string, or the text that an object around it names."""
    for _ in range(3):
        if not isinstance(value, dict):
            break
        value = next((value[name] for name in PIECES if isinstance(value.get(name), (str, dict)) and value[name]), None)
    return value if isinstance(value, str) else ""


def linked_hints(root: HtmlElement) -> tuple[Hint, ...]:
    """Hints from JSON-LD, broken JSON passed over."""
    hints: list[Hint] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        data = loaded(script.text or "")
        for entry in data if isinstance(data, list) else [data]:
            if isinstance(entry, dict):
                hints += _graph_hints(entry["@graph"]) if isinstance(entry.get("@graph"), list) else _entry_hints(entry)
    return tuple(hints)


def _graph_hints(graph: list[Any]) -> list[Hint]:
    """Hints of the one article in a graph of things that name each other by their numbers: what stands in others are
    lists, the site and its owner; a graph without an article tells of its page."""
    things = [thing for thing in graph if isinstance(thing, dict)]
    known = {str(thing["@id"]): thing for thing in things if "@id" in thing}
    articles = [thing for thing in things if "headline" in thing]
    articles = articles or [thing for thing in things if "WebPage" in str(thing.get("@type"))]
    if len(articles) != 1:
        return []
    named = {name: _met(value, known) for name, value in articles[0].items()}
    return _entry_hints(named)


def _met(value: Any, known: dict[str, dict[str, Any]]) -> Any:
    """What a thing names by its number (the first of several), as it is told elsewhere; any other value as it is."""
    first = value[0] if isinstance(value, list) and value else value
    return known.get(str(first.get("@id")), first) if isinstance(first, dict) else value


def _entry_hints(entry: dict[str, Any]) -> list[Hint]:
    hints = []
    for key, name in (("title", "headline"), ("date", "datePublished"), ("date", "pubDate"), ("author", "author")):
        value = entry.get(name)
        value = value[0] if isinstance(value, list) and value else value
        if key == "author" and isinstance(value, dict) and "Organization" in str(value.get("@type")):
            continue
        value = value.get("name") if isinstance(value, dict) else value
        if isinstance(value, str) and value.strip():
            hints.append(Hint(key, " ".join(value.split()), "data"))
    publisher = entry.get("publisher")
    if isinstance(publisher, dict) and "Person" not in str(publisher.get("@type")):
        value = publisher.get("name")
        hints += (
            [Hint("publisher", " ".join(value.split()), "data")] if isinstance(value, str) and value.strip() else []
        )
    return hints


def _script_days(root: HtmlElement) -> tuple[Hint, ...]:
    hints = []
    for script in root.iter("script"):
        text = script.text or ""
        small = text.lower()
        for each, words in zip(patterns("metadata", "script_days"), SCRIPT_WORDS, strict=True):
            found = each.search(text) if any(word in small for word in words) else None
            if found:
                hints.append(Hint("date", day_of_moment(found[1]), "script"))
    for field in root.iter("textarea", "time"):
        # Pages that a script sets have their texts there, the day in milliseconds.
        if MOMENT.fullmatch(text := (field.text or "").strip()):
            hints.append(Hint("date", day_of_moment(text), "script"))
    return tuple(hints)


def _meta_hints(root: HtmlElement) -> tuple[Hint, ...]:
    keys = {name: key for key, names in table("metadata")["meta_names"].items() for name in names}
    hints = []
    exported = next(iter(NOTES(root)), None) is not None
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        # Sites put a name of their own in front of some: my:publish_date.
        key = keys.get(name) or ("date" if keys.get(name.partition(":")[2]) == "date" else "")
        if key and (value := " ".join((meta.get("content") or "").split())):
            # A program for notes asks who wrote a note; its template has nobody there.
            hints.append(Hint(key, value, "file" if exported and key == "author" else "meta"))
    for link in root.iter("a"):
        # The reader views of Firefox and Safari show the address above the text.
        named = "domain" in re.split(r"[\s-]", link.get("class") or "")
        if named and (address := safe_address(link.get("href") or "")) and (link.text or "").strip() in address:
            hints.append(Hint("url", address, "meta"))
    for link in root.iter("link"):
        address = safe_address(link.get("href") or "")
        if (link.get("rel") or "").lower() == "canonical" and address:
            hints.append(Hint("url", address, "meta"))
    return tuple(hints)
