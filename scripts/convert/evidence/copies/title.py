"""Which line of a text copy is the title."""

from __future__ import annotations

import re
from collections import Counter

from convert.evidence.copies.likely import BYLINE_MOST, SITE, SLOGAN, TAGS, TITLED, is_byline, may_title
from convert.evidence.copies.start import BYLINE_WITHIN, SPOKEN_OF, TITLE_LEAST
from convert.evidence.density import densest
from convert.evidence.fields.title import CRUMBS, TAG
from convert.evidence.lines import is_prose
from convert.page import Block
from convert.text.characters import ends_sentence, folded, letters, spoken_share
from convert.text.days import iso_day

Blocks = tuple[Block, ...]

# A single word of Latin letters is a tag, or the name of a section.
LATIN_WORD = re.compile(r"[A-Za-z0-9.+#-]+")
# So many blocks of a text speak of its title; far below stand other articles.
OPENING = 40
# An article of so few paragraphs, with so many characters, speaks of its title by itself.
SHORT_MOST = 3
TEXT_LEAST = 100
# Between a title and its text stand names, buttons and tags.
TEXT_WITHIN = 8
# What speaks for a line, as weights tuned on the copies of 66 pages: that the text speaks of it, most of all.
SPOKEN_WEIGHT = 3.0
BYLINE_WEIGHT = 2.0
AGAIN_WEIGHT = 1.0
ABOVE_TEXT_WEIGHT = 1.0
LONG_WEIGHT = 0.5
# Of two lines that nothing else tells apart the longer one is the title: the other is its section, or stands over it.
LONG = 20
# Below its day a title may stand, too.
BELOW_BYLINE = 0.75
# Names of sections are said again on pages that have a byline.
AGAIN_BESIDE_BYLINE = 0.25
FIRST_WEIGHT = 1.0
# Below a title that opens the page, its day or a subtitle and the day.
FIRST_WITHIN = 2
SITE_WEIGHT = 3.0
# Whose rights a page reserves is worth more than all that speaks for a title.
RIGHTS_WEIGHT = 6.0
SLOGAN_WEIGHT = 1.0
TAGS_WEIGHT = 1.0
# Lists of tags say how often each was given.
COUNT = re.compile(r"\s*[(（]\d+[)）]\s*$")
WORD_MOST = 20
# A short line further above a byline is less likely its title, by this much a line: menus stand there.
APART = 0.02
LABEL_WEIGHT = 2.0
CRUMB_WEIGHT = 2.0
# The word right above the text with which that begins: the article of an encyclopedia.
OPENS_WEIGHT = 3.0
OPENS_LEAST = 4
TITLED_WEIGHT = 3.0
# Words of menus stand in many texts.
SHORT_SHARE = 0.5
MENU_LEAST = 4
# The first lines of a page name the site.
SITE_WITHIN = 2
# Whose the page is.
RIGHTS = re.compile(r"©|copyright|[版著][权權]所有", re.I)
MARKED = re.compile(r"[:：／/|｜]\s*\S")


def title_place(blocks: Blocks, end: int) -> int:
    """The place of the title among the blocks before `end`: what most speaks for; -1: no line may be one."""
    likely = [at for at in range(end) if may_title(blocks[at])]
    signs = _Signs(blocks, end, likely)
    return max(likely, key=lambda at: (round(signs.worth(at), 3), at), default=-1)


class _Signs:
    """What speaks for each of the lines at the places `likely`, all before `end`, being the title."""

    def __init__(self, blocks: Blocks, end: int, likely: list[int]):
        self._lines = [block.text.strip() for block in blocks[:end]]
        self._end = end
        self._crumbs = [key for line in self._lines if CRUMBS.search(line) and (key := letters(line))]
        _, last = densest(list(enumerate(blocks)))
        # Below a short article stand titles of others, which are about anything.
        dense = [block.text for block in blocks[end : last + 1]]
        short = 0 < len(dense) <= SHORT_MOST and sum(map(len, dense)) >= TEXT_LEAST
        spoken = dense if short else [block.text for block in blocks[end : max(last + 1, end + OPENING)]]
        self._text = folded(" ".join(spoken))
        opening = blocks[end].text.strip() if end < len(blocks) else ""
        self._opening = letters(opening[:WORD_MOST]) if is_prose(opening) else ""
        self._words = {letters(COUNT.sub("", block.text)) for block in blocks if len(block.text) <= WORD_MOST}
        self._counts = Counter(letters(block.text) for block in blocks)
        self._feet = [letters(b.text) for b in blocks[end:] if len(b.text) < BYLINE_MOST and RIGHTS.search(b.text)]
        names = [at for at, line in enumerate(self._lines) if is_byline(line)]
        # Words of menus begin with 作者, too; what names somebody has a mark behind the label.
        labelled = [at for at in names if MARKED.search(self._lines[at])]
        self._bylines = [at for at in names if iso_day(self._lines[at])] or labelled or names
        self._places: dict[str, list[int]] = {}
        for at in likely:
            self._places.setdefault(letters(self._lines[at]), []).append(at)
        self._last = max((at for at in likely if self._is_long(at)), default=-1)
        # With a menu above, the first line is part of it.
        menu = sum(len(self._lines[at]) < TITLE_LEAST + 2 for at in likely) >= MENU_LEAST
        first = -1 if menu or not likely else likely[0]
        # A byline further down belongs to another line, and the first one to the site.
        far = any(first + FIRST_WITHIN < byline <= first + BYLINE_WITHIN for byline in self._bylines[:1])
        # Right below a site's name, which is no longer, the title stands right above its day.
        own, below = (len(letters(line)) for line in (*self._lines, "", "")[:2])
        named = likely[:2] == [0, 1] and self._bylines[:1] == [2] and own <= min(TITLE_LEAST + 2, below)
        self._first = -1 if far or named else first

    def worth(self, at: int) -> float:
        """How much speaks for the line at the place."""
        key = letters(self._lines[at])
        long = self._is_long(at)
        spoken = min(spoken_share(self._lines[at], self._text), SPOKEN_OF) / SPOKEN_OF
        return (
            (1 if long else SHORT_SHARE) * (SPOKEN_WEIGHT * spoken + BYLINE_WEIGHT * self._beside_byline(at))
            + self._again(at) * (long and at >= SITE_WITHIN)
            + ABOVE_TEXT_WEIGHT * (self._end - at <= TEXT_WITHIN)
            + LONG_WEIGHT * min(len(key), LONG) / LONG
            + FIRST_WEIGHT * (at == self._first)
            + OPENS_WEIGHT * self._opens(at)
            + TITLED_WEIGHT * bool(TITLED.match(self._lines[at]))
            + CRUMB_WEIGHT * self._ends_crumbs(at)
            - LONG_WEIGHT * (not long)
            - LABEL_WEIGHT * (not long and self._counts[key] > 2 and at + 1 not in self._bylines)
            - SITE_WEIGHT * (self._names_site(key) or (at <= SITE_WITHIN and bool(SITE.search(self._lines[at]))))
            - RIGHTS_WEIGHT * self._is_of_site(at)
            - SLOGAN_WEIGHT * bool(SLOGAN.fullmatch(self._lines[at]))
            - TAGS_WEIGHT * self._is_tags(self._lines[at])
        )

    def _again(self, at: int) -> float:
        """What it is worth that the page says the line again: above the text, or where there is no byline, more."""
        key = letters(self._lines[at])
        above = len(self._places[key]) > 1 and len(key) > TITLE_LEAST + 2
        weight = AGAIN_WEIGHT if above or not self._bylines else AGAIN_BESIDE_BYLINE
        return weight * (self._counts[key] > 1)

    def _opens(self, at: int) -> bool:
        """True for a word near the text with which that begins; a short one must stand right above."""
        key = letters(self._lines[at])
        within = TEXT_WITHIN if len(key) >= OPENS_LEAST else FIRST_WITHIN
        return at + within >= self._end - 1 and self._opening.startswith(key)

    def _ends_crumbs(self, at: int) -> bool:
        """True if where the page stands on its site ends with the line; a forum puts the kind of a post before it."""
        key = letters(TAG.sub("", self._lines[at]))
        return len(key) > TITLE_LEAST + 2 and any(crumb.endswith(key) for crumb in self._crumbs)

    def _beside_byline(self, at: int) -> float:
        """1 for a line with a byline below it, less for one right below the last byline."""
        below = next((byline - at for byline in self._bylines if byline > at), len(self._lines))
        if below <= BYLINE_WITHIN:
            return 1.0 - APART * (below - 1) * (not self._is_long(at))
        line = self._lines[at]
        right_below = at - 1 in self._bylines[-1:] and not ends_sentence(line)
        return BELOW_BYLINE if right_below else 0.0

    def _is_tags(self, line: str) -> bool:
        """True for a row of tags: by its look, or because the page has each of its words on a line of its own."""
        words = [letters(word) for word in line.split()]
        return bool(TAGS.fullmatch(line)) or (len(words) > 1 and self._words.issuperset(words))

    def _is_long(self, at: int) -> bool:
        return len(letters(self._lines[at])) >= TITLE_LEAST and not LATIN_WORD.fullmatch(self._lines[at])

    def _is_of_site(self, at: int) -> bool:
        """True for the name at the top whose rights the foot of the page reserves, and for what stands right below it
        and not right above a day: what the site says of itself."""
        named = any((key := letters(self._lines[0])) and key in foot for foot in self._feet)
        dated = any(at < byline <= at + FIRST_WITHIN for byline in self._bylines)
        return named and (at == 0 or (at == 1 and not dated))

    def _names_site(self, key: str) -> bool:
        """True for what stands at the top and again in the menus, with a line long enough for a title below it."""
        places = self._places[key]
        return len(places) > 1 and places[0] < SITE_WITHIN and places[-1] < self._last
