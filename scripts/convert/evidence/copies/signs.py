"""What speaks for and against a line of a text copy being the title: what it is itself, what stands beside it, where on
the page it stands and what the page says of it elsewhere."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Collection

from convert.evidence.copies.edited import EDITED
from convert.evidence.copies.likely import BYLINE_MOST, SITE, SLOGAN, TAGS, TITLED, is_byline, opens_byline
from convert.evidence.copies.start import SPOKEN_OF, TITLE_LEAST
from convert.evidence.copies.whose import names_outlet, tells_writer
from convert.evidence.density import densest
from convert.evidence.fields.title import TAG
from convert.evidence.fields.unlabelled import without_column
from convert.evidence.fields.window import CRUMBS
from convert.evidence.floors import posts_of
from convert.evidence.lines import is_prose
from convert.page import Block
from convert.rules.tables import pattern, rule_for
from convert.text.characters import CLAUSE, ends_sentence, folded, hanzi_count, letters, spoken_share
from convert.text.days import iso_day

Blocks = tuple[Block, ...]

# A single word of Latin letters is a tag, or the name of a section.
LATIN_WORD = re.compile(r"[A-Za-z0-9.+#-]+")
# Words side by side, as menus have them; writers set blanks around numbers and behind marks.
BLANK = re.compile(r"(?<=[^\W\d]) +(?=[^\W\d])")
# So many blocks of a text speak of its title; far below stand other articles.
OPENING = 40
# An article of so few paragraphs, with so many characters, speaks of its title by itself.
SHORT_MOST = 3
TEXT_LEAST = 100
# Lists of tags say how often each was given.
COUNT = re.compile(r"\s*[(（]\d+[)）]\s*$")
WORD_MOST = 20
# The word right above the text with which that begins, as in an encyclopedia; a longer one may stand further up.
OPENS_LEAST = 4
OPENS_WITHIN = 8
# A line of this length is as likely a title as a longer one, up to the length of a sentence.
LENGTH_MOST = 20
SENTENCE_LENGTH = 40
# Words of menus have so few letters, and so many of them stand above each other.
MENU_WORD = 5
MENU_LOOK = 4
# Of two lines above a byline the longer one is the title: the other is its section, or stands over it.
LONGER_WITHIN = 2
# A line as long as a clause or two that closes, or a longer one with clauses in it, is running text.
CLOSED_LEAST = 15
CLAUSES_LEAST = 30
# So many running lines above a line leave no doubt that the text has begun.
PROSE_ABOVE = 3
PROSE_LOOK = 12
# The first lines of a page name the site.
SITE_WITHIN = 2
# Whose the page is.
RIGHTS = re.compile(r"©|copyright|[版著][权權]所有", re.I)
MARKED = re.compile(r"[:：／/|｜]\s*\S")
# The label of a table of contents, which the table below it has lost.
CONTENTS = re.compile(r"(?:文章|本文)?目[录錄]|(?:table of )?contents|toc", re.I)
# Up to its verb or its first clause.
DEFINED = re.compile(r"^([^，,。：:（(]{2,30}?)[（(，,是]")
NOWHERE = 99


class Signs:
    """The signs of the lines before `end`; `listed` are the numbers of the lines of the table of contents, which the
    blocks have no more."""

    def __init__(self, blocks: Blocks, end: int, listed: Collection[int]):
        self._blocks = blocks
        self._lines = [block.text.strip() for block in blocks[:end]]
        self._end = end
        self._listed = min(listed, default=0)
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
        self._defined = _defined(blocks[: end + OPENING])
        self._counts = Counter(letters(block.text) for block in blocks)
        feet = [letters(b.text) for b in blocks[end:] if len(b.text) < BYLINE_MOST and RIGHTS.search(b.text)]
        below = [*self._lines[1:], ""]
        names = [at for at, line in enumerate(self._lines) if is_byline(line) or opens_byline(line, below[at])]
        # When a post of a forum was written stands below who wrote it.
        posts = posts_of([block.text for block in blocks])
        names = [at for at in names if at not in posts]
        self._days = [at for at, line in enumerate(self._lines) if iso_day(line) and at not in posts]
        # Words of menus begin with 作者, too; what names somebody has a mark behind the label.
        labelled = [at for at in names if MARKED.search(self._lines[at])]
        own = letters(self._lines[0]) if self._lines else ""
        self._named = bool(own) and any(own in foot for foot in feet)
        dated = {at - step for at in self._days for step in (0, 1)}
        self._bylines = [at for at in names if at in dated] or labelled or names
        self._running = [_runs(block) for block in blocks[: end + MENU_LOOK + 1]]

    def of(self, at: int) -> dict[str, float]:
        """Each sign by its name, from 0 to 1."""
        return {**self._of_itself(at), **self._of_neighbours(at), **self._of_bylines(at), **self._of_page(at)}

    def _of_itself(self, at: int) -> dict[str, float]:
        """What the line looks like, wherever it stands."""
        line = self._lines[at]
        size = len(letters(line))
        return {
            "length": min(size, LENGTH_MOST) / LENGTH_MOST,
            "two letters": size <= 2,
            "short": not self._is_long(at),
            "very long": size > SENTENCE_LENGTH,
            "blanks": min(len(BLANK.findall(line)), MENU_LOOK) / MENU_LOOK,
            "slash": "/" in line,
            "latin": sum(sign.isascii() and sign.isalpha() for sign in line) / len(line),
            "says so": bool(TITLED.match(line)),
            "slogan": bool(SLOGAN.fullmatch(line)),
            "tags": self._is_tags(line),
            "a writer": without_column(line) != line or tells_writer(line),
            "a caption": bool(pattern("captions", "captions").search(line)),
            "an outlet": names_outlet(line),
        }

    def _of_neighbours(self, at: int) -> dict[str, float]:
        """What stands right above and below."""
        above = self._lines[max(0, at - MENU_LOOK) : at]
        beside = self._lines[max(0, at - LONGER_WITHIN) : at + LONGER_WITHIN + 1]
        below = [block.text.strip() for block in self._blocks[at + 1 : at + 2]]
        runs = [step for step in range(1, 6) if at + step < len(self._running) and self._running[at + step]]
        first = min(runs, default=NOWHERE)
        return {
            "longest": len(letters(self._lines[at])) >= max(len(letters(line)) for line in beside),
            "below crumbs": bool(above) and bool(CRUMBS.search(above[-1])),
            "words above": sum(len(letters(line)) <= MENU_WORD for line in above) / MENU_LOOK,
            "text above": min(sum(self._running[max(0, at - PROSE_LOOK) : at]), PROSE_ABOVE) / PROSE_ABOVE,
            "text right below": first == 1,
            "text two below": first == 2,
            "text near below": 3 <= first <= 5,
            "longer below": bool(below) and len(below[0]) >= 2 * len(self._lines[at]),
            "site below": bool(below) and rule_for(below[0]) is not None,
            "blank below": at + 1 < len(self._blocks) and self._blocks[at + 1].line > self._blocks[at].line + 1,
            "above contents": self._is_above_contents(at),
            "listed": self._blocks[at].kind == "heading",
        }

    def _of_bylines(self, at: int) -> dict[str, float]:
        """How far below stand a byline and a day."""
        byline, day = _steps_below(at, self._bylines), _steps_below(at, self._days)
        under = at - 1 in self._bylines[-1:] and not self._is_spoken_of(at - 2)
        return {
            "byline right below": byline == 1,
            "byline two below": byline == 2,
            "day right below": day == 1,
            "day two below": day == 2,
            "below the last byline": under,
            "long below the last byline": under and self._is_long(at),
        }

    def _is_spoken_of(self, at: int) -> bool:
        """True for a line, right above a byline, of whose words the text speaks: it is the title, and no section."""
        line = self._lines[at] if at >= 0 else ""
        sound = len(letters(line)) >= TITLE_LEAST and rule_for(line) is None and not CRUMBS.search(line)
        return sound and at not in self._bylines and spoken_share(line, self._text) >= SPOKEN_OF

    def _of_page(self, at: int) -> dict[str, float]:
        """What the rest of the page says of the line, and where on it that stands."""
        line = self._lines[at]
        spoken, size = spoken_share(line, self._text), len(letters(line))
        return {
            "spoken of": min(spoken, SPOKEN_OF) / SPOKEN_OF,
            "spoken of much": spoken,
            # One word of a menu stands in many texts; a title has several.
            "much of it spoken of": min(spoken, SPOKEN_OF) / SPOKEN_OF * min(size, LENGTH_MOST) / LENGTH_MOST,
            "said again": self._is_long(at) and self._counts[letters(line)] > 1,
            "opens the text": self._opens(at),
            "is defined": letters(line) in self._defined,
            "some lines above the text": 4 <= self._end - at <= OPENS_WITHIN,
            "first line": at == 0 and not self._opens_with_name(),
            "ends crumbs": self._ends_crumbs(at),
            "name of a blog": at <= SITE_WITHIN and bool(SITE.search(line)),
            "holds the rights": self._is_of_site(at),
        }

    def _opens_with_name(self) -> bool:
        """True if the first line is the site's name: it is short, and the second is no shorter and has a byline right
        below."""
        own, below = (len(letters(line)) for line in (*self._lines, "", "")[:2])
        return self._bylines[:1] == [2] and own <= min(TITLE_LEAST + 2, below)

    def _opens(self, at: int) -> bool:
        """True for a word near the text with which that begins; a short one must stand right above."""
        key = letters(self._lines[at])
        within = OPENS_WITHIN if len(key) >= OPENS_LEAST else SITE_WITHIN
        return at + within >= self._end - 1 and self._opening.startswith(key)

    def _ends_crumbs(self, at: int) -> bool:
        """True if where the page stands on its site ends with the line; a forum puts the kind of a post before it."""
        key = letters(TAG.sub("", self._lines[at]))
        return len(key) > TITLE_LEAST + 2 and any(crumb.endswith(key) for crumb in self._crumbs)

    def _is_above_contents(self, at: int) -> bool:
        """True for the line right above the table of contents, or above its label."""
        below = self._blocks[at + 1 : at + 3]
        if below and CONTENTS.fullmatch(letters(below[0].text)):
            below = below[1:]
        return self._blocks[at].line < self._listed and bool(below) and below[0].line > self._listed

    def _is_tags(self, line: str) -> bool:
        """True for a row of tags: by its look, or because the page has each of its words on a line of its own."""
        words = [letters(word) for word in line.split()]
        return bool(TAGS.fullmatch(line)) or (len(words) > 1 and self._words.issuperset(words))

    def _is_long(self, at: int) -> bool:
        return len(letters(self._lines[at])) >= TITLE_LEAST and not LATIN_WORD.fullmatch(self._lines[at])

    def _is_of_site(self, at: int) -> bool:
        """True for the name at the top whose rights the foot of the page reserves, and for what stands right below it
        and not right above a day: what the site says of itself."""
        return self._named and (at == 0 or (at == 1 and _steps_below(at, self._bylines) > SITE_WITHIN))


def _defined(blocks: Blocks) -> set[str]:
    """What the sentences at the top of an encyclopedia open with: of each, the words before its verb."""
    if not any(block.hint == EDITED for block in blocks):
        return set()
    return {letters(found[1]) for b in blocks if is_prose(b.text) and (found := DEFINED.match(b.text.strip()))}


def _steps_below(at: int, places: list[int]) -> int:
    """How far below `at` the next of the places is, which go up; NOWHERE: there is none."""
    following = bisect(places, at)
    return places[following] - at if following < len(places) else NOWHERE


def _runs(block: Block) -> bool:
    """True for running text, of a short paragraph too."""
    line = block.text.strip()
    if block.kind == "code":
        return False
    closed = len(line) >= CLOSED_LEAST and 2 * hanzi_count(line) >= CLOSED_LEAST and ends_sentence(line)
    clauses = hanzi_count(line) >= CLAUSES_LEAST and bool(CLAUSE.search(line))
    return is_prose(line) or clauses or (closed and not is_byline(line))
