"""Which line of a text copy is the title, and where below it the text begins."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from convert.evidence.copies.likely import BYLINE_MOST, SITE, SLOGAN, TAGS, TITLED, ends_a_crumb, is_byline, may_title
from convert.evidence.density import densest, is_cut_off, is_of_another
from convert.evidence.fields.dates import iso_day
from convert.evidence.fields.title import CRUMBS, TAG
from convert.evidence.floors import floors, opens_discussion
from convert.evidence.lines import is_prose
from convert.page import Block
from convert.rules.tables import lead_label, rule_for
from convert.text.characters import ends_sentence, folded, is_ordinary, letters, spoken_share

Blocks = tuple[Block, ...]

# Titles of the 29 pages measured have 10 to 37 characters; menus of sites hold shorter words.
TITLE_LEAST = 6
# A single word of Latin letters is a tag, or the name of a section.
LATIN_WORD = re.compile(r"[A-Za-z0-9.+#-]+")
# The text repeats 0.31 to 1.0 of the pairs of characters of its title on 29 pages, 0.45 and more on 25 of them;
# of lines of menus and of other articles, mostly none.
SPOKEN_OF = 0.45
# So many blocks of a text speak of its title; far below stand other articles.
OPENING = 40
# Two lines of running text with no more than so many lines from one to the other stand together.
RUN_APART = 3
# Between a title and its day stand a subtitle, names and buttons; between a title and its text, those and tags.
BYLINE_WITHIN = 5
TEXT_WITHIN = 8
# Below a title that nothing but its being said again tells, the text begins at once.
BELOW_TITLE = 3
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
MARKED = re.compile(r"[:：／/|｜]\s*\S")
CLAUSED = re.compile(r"[，。；、？！]\s*$")
CLAUSE_LEAST = 5


def text_start(blocks: Blocks) -> tuple[int, bool]:
    """Where the text begins: at its densest part, or above it where two lines of running text follow on a byline, which
    makes it sure. Diaries, lists and code have short lines, which say nothing of density."""
    start, _ = densest(list(enumerate(blocks)))
    heads = [at for at, block in enumerate(blocks) if block.kind == "heading"]
    start = min(max(start, 0), *heads[1:2] or [len(blocks)])
    while start < len(blocks) - 1 and _stands_above(blocks[start]):
        start += 1
    posts = floors([block.text for block in blocks])
    if posts and (opens_discussion(blocks[posts[0]].text) or not any(map(_runs, blocks[: posts[0]]))):
        return posts[0] + 1 + ends_a_crumb(blocks, posts[0] + 1), True
    byline = next((i for i, block in enumerate(blocks[:start]) if is_byline(block.text)), -1)
    runs = [i for i in range(byline + 1, start) if _runs(blocks[i])]
    pairs = [one for one, other in itertools.pairwise(runs) if other - one <= RUN_APART]
    if byline < 0:
        said = _said_twice(blocks[:start])
        pairs = [at for at in pairs if any(above < at <= above + BELOW_TITLE for above in said)]
    spoken = _spoken_start(blocks[:start])
    if pairs or spoken:
        return min(filter(None, (spoken, *pairs[:1]))), True
    return start, False


def _stands_above(block: Block) -> bool:
    """True for a line that closes like text and is none: a byline with a colon at its end, a title that asks."""
    line = block.text.strip()
    return (is_byline(line) and bool(iso_day(line))) or (line.endswith(("？", "?")) and may_title(block))


def _said_twice(blocks: Blocks) -> list[int]:
    """The last place of each line that is said again: on a page without a byline, one is the title."""
    places: dict[str, list[int]] = {}
    for at, block in enumerate(blocks):
        if may_title(block) and len(key := letters(block.text)) >= TITLE_LEAST:
            places.setdefault(key, []).append(at)
    return [found[-1] for found in places.values() if len(found) > 1]


def _runs(block: Block) -> bool:
    """True for a line of text, verse too; a title may be a question, or an exclamation."""
    line = block.text.strip()
    verse = len(line) >= CLAUSE_LEAST and bool(CLAUSED.search(line))
    told = rule_for(line) is None and not is_of_another(line)
    return (is_prose(line) or verse) and told and not line.endswith(("？", "！", "?", "!"))


def _spoken_start(blocks: Blocks) -> int:
    """Where a paragraph below a byline speaks of a line above it: a short article among summaries; 0: nowhere."""
    for byline, block in enumerate(blocks):
        if not iso_day(block.text) or len(block.text) > BYLINE_MOST:
            continue
        above = [b.text.strip() for b in blocks[max(0, byline - BYLINE_WITHIN) : byline] if may_title(b)]
        for at in range(byline + 1, min(byline + 1 + RUN_APART, len(blocks))):
            said = folded(blocks[at].text)
            titled = any(len(t) >= TITLE_LEAST and spoken_share(t, said) >= SPOKEN_OF for t in above)
            if is_ordinary(blocks[at].text) and titled:
                return at
    return 0


def head_end(blocks: Blocks) -> int:
    """Where what stands before the first running paragraph ends."""
    start, sure = text_start(blocks)
    if sure:
        return start
    _, last = densest(list(enumerate(blocks)))
    for at in range(start, len(blocks)):
        if at > last >= start and is_prose(blocks[start].text):
            # An article of short paragraphs; below it stand notices that are longer.
            return start
        whole = is_ordinary(blocks[at].text) or is_cut_off(blocks[at].text)
        if whole and not lead_label(blocks[at].text.strip()) and at:
            return at
    # Short paragraphs only.
    return start or len(blocks)


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
        self._text = folded(" ".join(block.text for block in blocks[end : max(last + 1, end + OPENING)]))
        opening = blocks[end].text.strip() if end < len(blocks) else ""
        self._opening = letters(opening[:WORD_MOST]) if is_prose(opening) else ""
        self._words = {letters(COUNT.sub("", block.text)) for block in blocks if len(block.text) <= WORD_MOST}
        self._counts = Counter(letters(block.text) for block in blocks)
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

    def _names_site(self, key: str) -> bool:
        """True for what stands at the top and again in the menus, with a line long enough for a title below it."""
        places = self._places[key]
        return len(places) > 1 and places[0] < SITE_WITHIN and places[-1] < self._last
