"""Which line of a page is the headline of its article, by what it is and where it stands: it tells the title where that
of the window says whose the page is, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from convert.evidence.fields.names import is_outlet
from convert.evidence.fields.window import BLOG_FIRST, CRUMBS, SHORTEST, Titles, parts_of
from convert.rules.tables import rule_for
from convert.text.characters import letters
from convert.text.days import iso_day

# What each sign is worth: a conditional logit over the headings and lines of 385 pages of 188 sites whose titles their
# windows tell, each asked as it is, without its window, with the site's name alone for it, and with that name in front;
# each site counts as the root of its pages. Of the pages of 165 sites that were held out, 93 in 100 titles are right
# with the site's name for the window and 89 without one; 73 and 78 were before.
WEIGHTS: dict[str, float] = {
    "part of the window": 2.1,
    "top": 1.7,
    "lone top": 1.3,
    "length": 1.3,
    "in the window": 1.3,
    "last above a day": 1.2,
    "byline right below": 1.1,
    "last heading": 1.1,
    "below a bare day": 1.0,
    "day right below": 1.0,
    "below crumbs": 0.9,
    "day right above": 0.9,
    "first heading": 0.9,
    "first top": 0.8,
    "text near below": 0.7,
    "text two below": 0.5,
    "text right below": 0.5,
    "heading": 0.4,
    "opens the window": 0.4,
    "byline two below": 0.3,
    "outlet": -0.1,
    "heading below": -0.2,
    "above the text": -0.3,
    "said below": -0.4,
    "short": -0.5,
    "site": -0.7,
}
LONGEST = 120
# A line of this length is as likely a headline as a longer one.
LENGTH_MOST = 20
# A line that gives a day and is longer is text; one that gives nothing but a day has a label and the time at most.
BYLINE_MOST = 100
DAY_MOST = 20
DATED_LEAST = 40
# So many lines below a headline stands the day, behind a subtitle and a byline.
DAY_WITHIN = 3
TEXT_NEAR = 5
# The first lines of a page name the site.
MASTHEAD = 2
# The beginning of a site's name that is one by itself.
SITE_LEAST = 3
NOWHERE = 99
LABELLED = re.compile(r"(?:作者|来源|來源|编辑|編輯|记者|記者|译者?|譯者?|文)\s?[:：]")
CLOSED = ("。", "，", "；", "：", ":")
# What menus call the first page of a site, and how long that may be with the name of the site in front.
HOME = re.compile("(?:首页|主页|首頁|主頁)$")
HOME_MOST = 12
# What blogs set behind their titles, for a mark that the page has lost.
ENDS = " -–—|·"


class Headlines:
    """The lines of a page that may be the headline: its headings (`texts`), and what stands above the text."""

    def __init__(self, titles: Titles, texts: list[str]):
        self._titles = titles
        self._texts = texts
        self._lines = titles.before
        self._keys = [letters(line) for line in self._lines]
        # Where each line stands, each heading among its kind: asked for each of a thousand lines of a menu.
        self._places: dict[str, list[int]] = {}
        for at, key in enumerate(self._keys):
            self._places.setdefault(key, []).append(at)
        self._top = {key: at for at, key in enumerate(dict.fromkeys(map(letters, titles.top)))}
        self._elements = {key: at for at, key in enumerate(dict.fromkeys(map(letters, titles.elements)))}
        self._heads = [at for at, key in enumerate(self._keys) if self._is_head(key)]
        self._after = {letters(line) for line in titles.after}
        self._window = letters(titles.window)
        self._parts = [letters(part) for part in parts_of(titles.window)]
        self._sites = [letters(h.value) for h in titles.hints if h.key in ("site", "host")]

    @cached_property
    def _days(self) -> set[int]:
        return {at for at, line in enumerate(self._lines) if len(line) <= BYLINE_MOST and iso_day(line)}

    @cached_property
    def _bylines(self) -> set[int]:
        return {at for at, line in enumerate(self._lines) if at in self._days or _is_byline(line)}

    @cached_property
    def _dated(self) -> set[int]:
        """The last heading above each day, if it stands near that."""
        heads = set(self._heads)
        near = ((at for at in range(day - 1, day - DAY_WITHIN - 1, -1) if at in heads) for day in self._days)
        return {next(found, -1) for found in near} - {-1}

    def is_last(self, text: str) -> bool:
        """True for a line above the text below which stand neither a heading nor a part of the window."""
        place = next(reversed(self._places.get(letters(text), [])), len(self._lines))
        below = self._keys[place + 1 :]
        return place < len(self._lines) and not self._has_heading_below(place) and not set(self._parts) & set(below)

    def best(self, sites: tuple[str, ...]) -> tuple[str, float]:
        """The likeliest headline and how much speaks for it. `sites` are names of the site, which a headline is only
        where a byline tells; it is empty where no line may be one."""
        known = {letters(site) for site in sites}
        worth = {text: self.worth(text) for text in self._likely() if self._may_name(letters(text), known)}
        best = max(worth, key=lambda text: round(worth[text], 3), default="")
        return self._bare(best), worth.get(best, 0)

    def worth(self, text: str) -> float:
        return sum(WEIGHTS[name] * value for name, value in self.signs(text).items())

    def is_masthead(self, text: str) -> bool:
        """True for one of the first lines, between which and the text a heading stands."""
        key = letters(text)
        return key in self._keys[:MASTHEAD] and self._has_heading_below(self._places[key][-1])

    def signs(self, text: str) -> dict[str, float]:
        """Each sign by its name, from 0 to 1."""
        key = letters(text)
        places = self._places.get(key, [])
        return {
            **self._of_itself(text, key),
            **self._of_place(places),
            **self._of_bylines(key, places),
            **self._of_page(key),
        }

    def _likely(self) -> Iterator[str]:
        for text in dict.fromkeys([*self._texts, *self._lines]):
            key = letters(text)
            # What foots of sites say as well may be what a page is about.
            dated_head = self._is_head(key) and any(at + 1 in self._days for at in self._places.get(key, []))
            told = dated_head or (key in self._top and len(self._top) == 1)
            if not key or not 2 <= len(text) <= LONGEST or CRUMBS.search(text) or (not told and rule_for(text)):
                continue
            if text.endswith(CLOSED) or (len(text) <= HOME_MOST and HOME.search(text)):
                continue
            dated = len(text) < DATED_LEAST and iso_day(text)
            if self._is_head(key) or not (dated or LABELLED.search(text)):
                yield text

    def _may_name(self, key: str, known: set[str]) -> bool:
        return key not in known or any(at and at + 1 in self._bylines for at in self._places.get(key, []))

    def _bare(self, text: str) -> str:
        """The headline without the name of a writer in front, where a line says it so, and without what is behind."""
        named = BLOG_FIRST.fullmatch(text)
        rest = letters(named[2]) if named is not None else ""
        own = (line for line, key in zip(self._lines, self._keys, strict=True) if rest and key == rest)
        return next(own, text.rstrip(ENDS))

    def _is_head(self, key: str) -> bool:
        return key in self._top or key in self._elements

    def _has_heading_below(self, place: int) -> bool:
        return bool(self._heads) and self._heads[-1] > place

    def _of_itself(self, text: str, key: str) -> dict[str, float]:
        """What the line is, wherever it stands."""
        top, heading = key in self._top, key in self._elements and key not in self._top
        return {
            "top": top,
            "lone top": top and len(self._top) == 1,
            "first top": top and self._top[key] == 0,
            "heading": heading,
            "first heading": heading and self._elements[key] == 0,
            "length": min(len(key), LENGTH_MOST) / LENGTH_MOST,
            "short": len(key) < SHORTEST,
            "outlet": is_outlet(text),
        }

    def _of_place(self, places: list[int]) -> dict[str, float]:
        """Where it stands above the text."""
        steps = len(self._lines) - places[-1] if places else NOWHERE
        return {
            "above the text": bool(places),
            "text right below": steps == 1,
            "text two below": steps == 2,
            "text near below": 2 < steps <= TEXT_NEAR,
            "last heading": bool(places) and self._heads[-1:] == places[-1:],
            "heading below": bool(places) and self._has_heading_below(places[-1]),
            "below crumbs": any(at and CRUMBS.search(self._lines[at - 1]) for at in places),
        }

    def _of_bylines(self, key: str, places: list[int]) -> dict[str, float]:
        """Whether a day or a name stands beside it."""
        nearest = min((step for step in (1, 2) if any(at + step in self._bylines for at in places)), default=NOWHERE)
        below_day = [at for at in places if at - 1 in self._days]
        return {
            "byline right below": nearest == 1,
            "byline two below": nearest == 2,
            "day right below": any(at + 1 in self._days for at in places),
            "day right above": bool(below_day),
            "last above a day": any(at in self._dated for at in places),
            "below a bare day": self._is_head(key) and any(len(self._lines[at - 1]) <= DAY_MOST for at in below_day),
        }

    def _of_page(self, key: str) -> dict[str, float]:
        """What the window, the data and the foot of the page say of it."""
        return {
            "said below": key in self._after,
            "site": any(key == site or (len(key) >= SITE_LEAST and site.startswith(key)) for site in self._sites),
            "part of the window": key in self._parts,
            "opens the window": self._parts[:1] == [key] and len(self._parts) > 1,
            "in the window": len(key) >= SHORTEST and key in self._window,
        }


def _is_byline(line: str) -> bool:
    rule = rule_for(line)
    named = rule is not None and rule.reason in ("byline", "date or counter")
    return named and len(line) < BYLINE_MOST and len(letters(line)) > DAY_WITHIN + 1
