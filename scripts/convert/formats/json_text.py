"""JSON to a draft: a JSON Feed of one entry, an article of WordPress, or an object with a title and a text."""

from __future__ import annotations

import html
import json
from typing import Any

from convert.errors import ConvertError
from convert.formats.html import read_entry
from convert.page import Draft, Hint
from convert.text.days import day_of_moment

TEXTS = ("content_html", "articleBody", "content", "contentHtml", "html", "body", "content_text", "text")
FIELDS = {
    "title": ("title", "headline", "name"),
    "author": ("author", "authors", "byline", "primary_author"),
    "date": (
        "date_published",
        "datePublished",
        "date",
        "published",
        "pubDate",
        "publish_time",
        "published_at",
        "created_at",
    ),
    "url": ("url", "external_url", "link", "permalink", "source_url"),
    "site": ("publisher", "site_name", "siteName"),
}
# What holds the entries: a JSON Feed, Ghost, the answers of most servers.
WRAPPED = ("items", "posts", "post", "article", "data", "result", "@graph")
EXAMPLE = (
    '{"version": "https://jsonfeed.org/version/1.1", "title": "…", "items": [{"title": "…", "content_html": "…"}]}'
)


def is_json(text: str) -> bool:
    """True if the text is one JSON object or list."""
    if text.lstrip()[:1] not in ("{", "["):
        return False
    try:
        return isinstance(json.loads(text, strict=False), (dict, list))
    except (ValueError, RecursionError):
        return False


def read_json(text: str) -> Draft:
    """The draft of the only entry.

    Raises:
        ConvertError: There is none, or several.
    """
    data = json.loads(text, strict=False)
    entries = _entries(data)
    sound = [e for e in entries if isinstance(e, dict) and _text(e)]
    if len(sound) != 1:
        what = f"JSON with {len(entries)} entries: an article is one" if len(entries) > 1 else "JSON without an article"
        raise ConvertError(what, allowed="a JSON Feed cut down to one item", example=EXAMPLE)
    (entry,) = sound
    body = _text(entry)
    if "<" not in body:
        body = "".join(f"<p>{html.escape(line)}</p>" for line in body.splitlines())
    hints = _hints(entry) + (_of_feed(data) if entry is not data else ())
    draft = read_entry(body, hints)
    return Draft("fragment", draft.blocks, hints, removed=draft.removed)


def _entries(data: Any) -> list[Any]:
    """The entries of a feed, or of what a server wraps around its answer: posts, data."""
    if not isinstance(data, dict) or _text(data):
        return data if isinstance(data, list) else [data]
    for name in WRAPPED:
        inside = data.get(name)
        if isinstance(inside, list):
            return inside
        if isinstance(inside, dict):
            return _entries(inside)
    return [data]


def _text(entry: dict[str, Any]) -> str:
    return next((value for name in TEXTS if (value := _plain(entry.get(name)))), "")


def _plain(value: object) -> str:
    """A text, or the text of an object that wraps one (WordPress: rendered; people: name)."""
    if isinstance(value, dict):
        value = value.get("rendered") or value.get("name") or value.get("html") or ""
    return value if isinstance(value, str) else ""


def _hints(entry: dict[str, Any]) -> tuple[Hint, ...]:
    hints = []
    embedded = entry.get("_embedded")
    # WordPress has the number of the author there, and him beside it.
    entry = {**entry, **embedded} if isinstance(embedded, dict) else entry
    for key, names in FIELDS.items():
        for name in names:
            given = entry.get(name)
            for value in given if isinstance(given, list) else [given]:
                # Servers count the seconds of a day.
                plain = day_of_moment(str(value)) if key == "date" and isinstance(value, int) else _plain(value)
                if text := " ".join(html.unescape(plain).split()):
                    hints.append(Hint(key, text, "front matter"))
    return tuple(hints)


def _of_feed(data: object) -> tuple[Hint, ...]:
    """What a feed says for all its entries: its title is the outlet, its author wrote what names none."""
    if not isinstance(data, dict):
        return ()
    title = _plain(data.get("title"))
    return (*((Hint("site", title, "front matter"),) if title else ()), *(h for h in _hints(data) if h.key == "author"))
