"""A feed dump or clipping: YAML front matter, then HTML, Markdown or text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import yaml

from convert.blocks.spans import visible
from convert.errors import ConvertError
from convert.formats.clips import FRONT
from convert.formats.html import read_entry
from convert.formats.markdown import REMARK, TAGS, looks_like_markdown, read_mixed
from convert.formats.plain_text import read_text
from convert.page import Draft, Hint
from convert.text.address import safe_address
from convert.text.notes import in_common_markdown, without_links_to_notes

TOML = re.compile(r"\s*\+\+\+[ \t]*\n(.*?)(?:^|\n)\+\+\+[ \t]*(?:\n|$)", re.S)
EXAMPLE = "---\\ntitle: 标题\\ndate: 2021-09-30\\n---"
OWN_LINES = ("date", "site", "rights", "lead", "image_credit", "author_note")
PUBLISHED = ("published", "publish_date", "date_published", "published_time", "published_at", "datepublished")
# When somebody put a page into his notes.
CLIPPED = ("created", "updated", "modified")
FIELDS = {
    "title": ("title", "headline"),
    "author": ("author", "authors", "creator", "dc:creator"),
    "date": ("date", "pubdate", *PUBLISHED, "created", "updated"),
    "site": ("site", "source", "sitename", "site_name", "publisher", "feed"),
    "url": ("url", "link", "source_url", "source-url", "permalink", "original", "canonical"),
    "lead": ("description", "summary", "excerpt"),
    "category": ("categories", "category", "tags"),
}


def has_front_matter(text: str) -> bool:
    """True if the text opens with a line of three dashes and a key below it, or of three pluses, as Hugo writes it."""
    return bool(TOML.match(text)) or bool(re.match(r"\s*---[ \t]*\n\s*(?:---|[\w.-]+\s*:|#|['\"\[{&*-])", text))


def read_feed(text: str) -> Draft:
    """The draft of a dump.

    Raises:
        ConvertError: The front matter is not a mapping; it names the line.
    """
    found = TOML.match(text) or FRONT.match(text)
    start = text[: len(text) - len(text.lstrip())].count("\n") + 1
    if not found:
        raise ConvertError("the front matter is not closed", line=start, allowed="a second line ---", example=EXAMPLE)
    values = _values(found[1], start) if found.re is FRONT else _values_of_toml(found[1], start)
    rest = text[found.end() :]
    skipped = text[: found.end()].count("\n")
    own, hints = _own(values), _hints(values)
    draft = _body(rest, hints) if own is None else read_mixed(rest, _address(hints))
    blocks = tuple(b.but(line=b.line + skipped) if b.line else b for b in draft.blocks)
    return replace(draft, blocks=blocks, hints=hints + draft.hints, own=own)


def _values(source: str, start: int) -> dict[str, Any]:
    try:
        # BaseLoader builds strings only: no dates, no octal numbers, no objects.
        values = yaml.load(source, Loader=yaml.BaseLoader)  # noqa: S506
    except RecursionError as error:
        raise ConvertError(
            "the front matter has values nested too deep",
            line=start,
            allowed="one `key: value` a line",
            example=EXAMPLE,
        ) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it cannot be read"
        line = start + 1 + mark.line if mark else start
        raise ConvertError(
            f"the front matter is not YAML: {problem}", line=line, allowed="one `key: value` a line", example=EXAMPLE
        ) from error
    if values in (None, ""):
        return {}
    if not isinstance(values, dict):
        raise ConvertError(
            "the front matter is not a list of keys", line=start + 1, allowed="one `key: value` a line", example=EXAMPLE
        )
    return {str(key).lower(): value for key, value in values.items()}


def _values_of_toml(source: str, start: int) -> dict[str, Any]:
    # Imported here: few pages have it.
    import tomllib

    try:
        values = tomllib.loads(source)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConvertError(
            f"the front matter is not TOML: {error}", line=start, allowed="one `key = value` a line", example=EXAMPLE
        ) from error
    return {key.lower(): value if isinstance(value, list | dict) else str(value) for key, value in values.items()}


def _hints(values: dict[str, Any]) -> tuple[Hint, ...]:
    hints = []
    for key, names in FIELDS.items():
        for name in names:
            given = values.get(name)
            for value in given if isinstance(given, list) else [given]:
                value = value.get("name") if isinstance(value, dict) else value
                if isinstance(value, str) and value.strip():
                    # A clipper links names to notes: [[name]]. Its `source` is an address, that of others an outlet.
                    value = " ".join(without_links_to_notes(value).split())
                    meant = "url" if key == "site" and re.match("https?:", value) else key
                    hints.append(Hint("clipped" if name in CLIPPED else meant, value, "front matter"))
    is_clip = any(hint.key == "url" and re.match("https?:", hint.value) for hint in hints)
    return tuple(Hint("date", h.value, h.origin) if h.key == "clipped" and not is_clip else h for h in hints)


def _own(values: dict[str, Any]) -> dict[str, Any] | None:
    """The fields of an article that was converted already, and is not to be guessed at again; ``None`` for others."""
    if values.get("lang") not in ("zh-Hans", "zh-Hant") or not {"title", "raw"} <= values.keys():
        return None
    names, via = values.get("author"), values.get("via")
    via = via if isinstance(via, dict) else {}
    return {
        "author": tuple(filter(None, map(_line, names))) if isinstance(names, list) else (),
        "source_url": safe_address(_line(values.get("source_url"))),
        "via_name": _line(via.get("name")),
        "via_url": safe_address(_line(via.get("url"))),
        **{name: _line(values.get(name)) for name in OWN_LINES},
    }


def _line(value: object) -> str:
    return " ".join(visible(value).split()) if isinstance(value, str) else ""


def _address(hints: tuple[Hint, ...]) -> str:
    return next((hint.value for hint in hints if hint.key == "url"), "")


def _body(text: str, hints: tuple[Hint, ...]) -> Draft:
    text = re.sub(r"(?is)<(script|style)\b.*?</\1\s*>", "", text)
    if re.match(r"\s*<[a-z!]", text, re.I) and len(TAGS.findall(text)) >= 2:
        return read_entry(text, hints)
    text = in_common_markdown(text)
    if looks_like_markdown(text):
        return read_mixed(text, _address(hints))
    if TAGS.search(text):
        return read_entry(text, hints)
    return read_text("\n".join("" if REMARK.fullmatch(line) else line for line in text.split("\n")))
