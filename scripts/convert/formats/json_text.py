"""JSON to a draft: a JSON Feed of one entry, an article of WordPress, or an object with a title and a text."""

from __future__ import annotations

import html
import json
from typing import Any

from convert.errors import ConvertError
from convert.formats.html import read_entry
from convert.page import Draft, Hint

TEXTS = ("content_html", "articleBody", "content", "contentHtml", "html", "body", "content_text", "text")
FIELDS = {
    "title": ("title", "headline", "name"),
    "author": ("author", "authors", "byline"),
    "date": ("date_published", "datePublished", "date", "published", "pubDate", "publish_time", "created_at"),
    "url": ("url", "external_url", "link", "permalink"),
}
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
    entries = data["items"] if isinstance(data, dict) and isinstance(data.get("items"), list) else data
    entries = entries if isinstance(entries, list) else [entries]
    sound = [e for e in entries if isinstance(e, dict) and _text(e)]
    if len(entries) != 1 or not sound:
        what = f"JSON with {len(entries)} entries: an article is one" if len(entries) > 1 else "JSON without an article"
        raise ConvertError(what, allowed="a JSON Feed cut down to one item", example=EXAMPLE)
    (entry,) = sound
    body = _text(entry)
    if "<" not in body:
        body = "".join(f"<p>{html.escape(line)}</p>" for line in body.splitlines())
    hints = _hints(entry) + (_feed_title(data) if entry is not data else ())
    draft = read_entry(body, hints)
    return Draft("fragment", draft.blocks, hints, removed=draft.removed)


def _text(entry: dict[str, Any]) -> str:
    return next((value for name in TEXTS if (value := _plain(entry.get(name)))), "")


def _plain(value: object) -> str:
    """A text, or the text of an object that wraps one (WordPress: rendered; people: name)."""
    if isinstance(value, dict):
        value = value.get("rendered") or value.get("name") or value.get("html") or ""
    return value if isinstance(value, str) else ""


def _hints(entry: dict[str, Any]) -> tuple[Hint, ...]:
    hints = []
    for key, names in FIELDS.items():
        for name in names:
            given = entry.get(name)
            for value in given if isinstance(given, list) else [given]:
                if text := " ".join(html.unescape(_plain(value)).split()):
                    hints.append(Hint(key, text, "front matter"))
    return tuple(hints)


def _feed_title(data: object) -> tuple[Hint, ...]:
    title = _plain(data.get("title")) if isinstance(data, dict) else ""
    return (Hint("site", title, "front matter"),) if title else ()
