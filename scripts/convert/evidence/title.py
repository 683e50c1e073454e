"""Which of the many titles on a page is the article's."""

from __future__ import annotations

import re

from convert.page import Hint
from convert.text.characters import letters

# Shorter texts that occur in the window title are section names (新闻, 科技).
SHORTEST = 6
SEPARATOR = re.compile(r"\s*(?:_|\||｜|——|--|\s-\s|–|—|-(?=[^-]*$))\s*")
# A forum puts the kind of a post before its title.
TAG = re.compile(r"^[\[【［][^\]】］]{1,8}[\]】］]\s*")
CUT = re.compile(r"(?:\.{3}|…)+")


def choose_title(window: str, elements: list[str], hints: tuple[Hint, ...], before: list[str]) -> str:
    """The title, or an empty string.

    `window` is the text of <title>, `elements` the texts of headings and elements named like a title,
    `before` the lines of the page before the body. The window title names the article on nearly every
    page, but with the site's name behind it or cut off; the longest printed text that it holds is best.
    """
    named = [h.value for h in hints if h.key == "title"]
    elements = elements + [bare for text in elements if (bare := TAG.sub("", text)) != text]
    printed = [text for text in elements + before if _held(text, window)]
    if printed:
        return max(printed, key=lambda text: len(letters(text)))
    for value in named:
        if len(letters(value)) >= 4 and (not window or letters(value)[:6] in letters(window)):
            return value
    likely = [text for text in elements if text in before and len(text) >= 8]
    if likely:
        return likely[-1]
    return without_site(window) or (named[0] if named else "")


def _held(text: str, window: str) -> bool:
    inner, outer = letters(text), letters(window)
    if not outer or len(text) > 120:
        return False
    if len(inner) >= SHORTEST and inner in outer:
        # A name in the middle or at the end is the site's, unless it is as long as a title.
        return outer.startswith(inner) or len(inner) >= 2 * SHORTEST
    head = letters(CUT.split(window)[0])
    return bool(CUT.search(window)) and len(head) >= 2 * SHORTEST and inner.startswith(head)


def without_site(window: str) -> str:
    """The window title without the names of section and site behind it."""
    parts = [part for part in SEPARATOR.split(window) if part.strip()]
    if not parts:
        return ""
    # A first part this short is the site's name put in front.
    return parts[0].strip() if len(letters(parts[0])) >= SHORTEST else max(parts, key=len).strip()
