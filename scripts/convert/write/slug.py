"""ASCII file names for articles."""

from __future__ import annotations

import re

from convert.text.characters import simplified

SLUG = re.compile(r"[A-Za-z0-9_-]+")
# Longer names wrap in listings and addresses; whole syllables up to here name an article well enough.
LONGEST = 60


def is_slug(text: str) -> bool:
    """True if `text` may be a file name: ASCII letters, digits, - and _."""
    return bool(SLUG.fullmatch(text))


def slug_from(title: str) -> str:
    """The pinyin of a title, syllables joined by -; equal for the Simplified and the Traditional title."""
    # Its dictionary takes half the time of a run to load, and most inputs have ASCII names.
    from pypinyin import lazy_pinyin

    parts = [re.sub("[^a-z0-9]+", "-", part.lower()).strip("-") for part in lazy_pinyin(simplified(title))]
    slug = ""
    for part in filter(None, parts):
        longer = f"{slug}-{part}" if slug else part
        if len(longer) > LONGEST:
            break
        slug = longer
    return slug or "article"
