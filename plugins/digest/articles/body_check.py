"""What an article's Markdown must not bring along: markup that a browser would run or load."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.files.findings import Finding

_CODE = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?^ {0,3}\1|(`+).+?\2", re.DOTALL | re.MULTILINE)
_ACTIVE = re.compile(
    r"<\s*/?\s*(?:script|style|iframe|frame|object|embed|applet|link|meta|base|form|input|button|svg|math|template"
    r"|noscript|video|audio|source)\b[^>]*>?"
    r"|<[A-Za-z][^>]*\son[a-z]+\s*=[^>]*>?"
    r"|(?:\]\(|\]:|=|<)\s*[\"'<]?\s*(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:[^\s)>]*"
    r"|(?:\]\(|\]:|=)\s*[\"'<]?\s*data:(?!image/(?:png|jpeg|gif|webp))[^\s)>]*",
    re.IGNORECASE,
)
# What each of these begins with: to look there only takes a tenth of the time.
_BEGINNING = re.compile(r"[<\]=]")


def active_markup(file: str, body: str, body_line: int) -> tuple[str, list[Finding]]:
    """``body`` with every piece outside code that would become active made text, and a finding for each."""
    coded = "`" in body or "~~~" in body
    shown = _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), body) if coded else body
    active = list(_active(shown))
    found = [
        Finding(
            file,
            body_line + shown.count("\n", 0, match.start()),
            "active-markup",
            f"{match[0][:60]!r} came",
            "Markdown; as text, put it between backticks",
            "`<script>`",
        )
        for match in active
    ]
    for match in reversed(active):
        body = body[: match.start()] + _as_text(match[0]) + body[match.end() :]
    return body, found


def _active(shown: str) -> Iterator[re.Match[str]]:
    end = 0
    for place in _BEGINNING.finditer(shown):
        match = _ACTIVE.match(shown, place.start()) if place.start() >= end else None
        if match:
            end = match.end()
            yield match


def _as_text(piece: str) -> str:
    """``piece`` with no tag and no address in it: signs that Markdown or a browser would read are spelt out."""
    return "".join(f"&#{ord(sign)};" if sign in "<>()[]:=\"'" else sign for sign in piece)
