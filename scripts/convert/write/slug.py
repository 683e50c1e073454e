"""ASCII file names for articles."""

from __future__ import annotations

import re
import unicodedata

from convert.text.characters import simplified

SLUG = re.compile(r"[A-Za-z0-9_-]+")
WORD = re.compile(r"[a-z0-9]+")
# Longer names wrap in listings and addresses; whole words and syllables up to here name an article well enough.
LONGEST = 60
# What names of saved files end in; a page kept as page.html.gz is called page.
ENDINGS = re.compile(
    r"(\.(?:html?|xhtml|shtml|mhtml?|eml|txt|md|markdown|json|xml|rss|docx|epub|enex|webarchive|gz))+$", re.I
)


def is_slug(text: str) -> bool:
    """True if `text` may be a file name: ASCII letters, digits, - and _."""
    return bool(SLUG.fullmatch(text))


def slug_of_file(stem: str) -> str:
    """The name of a file as a slug; empty if it is not written in ASCII, or holds nothing but marks."""
    bare = ENDINGS.sub("", stem)
    if is_slug(bare):
        return bare
    return _joined(WORD.findall(bare.lower())) if bare.isascii() else ""


def slug_from(title: str) -> str:
    """The words of a title, Chinese ones in pinyin, joined by -; equal for the Simplified and the Traditional title."""
    # Its dictionary takes half the time of a run to load, and most inputs have ASCII names.
    from pypinyin import lazy_pinyin

    plain = unicodedata.normalize("NFKD", " ".join(lazy_pinyin(simplified(title))))
    words = WORD.findall("".join(c for c in plain.lower() if not unicodedata.combining(c)))
    return _joined(words) or "article"


def _joined(words: list[str]) -> str:
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        slug = longer
    return slug
