"""Reads Markdown files as texts of a corpus."""

from __future__ import annotations

import re

# Of a Markdown text nothing but what is read.
_FRONT = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_TITLE = re.compile(r"^title:\s*(.+)$", re.MULTILINE)
_CODE = re.compile(r"```.*?```|^ {0,3}> .*?$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKUP = re.compile(r"<[^>]+>|[*_`]{1,3}")


def read_text(text: str, name: str) -> tuple[str, list[str]]:
    """The title and the paragraphs of a Markdown file, without its markup and code."""
    head = _FRONT.match(text)
    body = _CODE.sub("", text[head.end() :] if head else text)
    named = _TITLE.search(head[0]) if head else None
    paragraphs = [_MARKUP.sub("", _LINK.sub(r"\1", part)).strip() for part in re.split(r"\n\s*\n|\n(?=#)", body)]
    first = next((part for part in paragraphs if part.startswith("#")), "")
    title = named[1].strip("'\" ") if named else first.lstrip("# ") or name
    return title, [part.lstrip("# ") for part in paragraphs if part and part != first]
