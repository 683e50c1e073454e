"""Which of the many titles on a page is the article's, and where the names of section and site in it end."""

from __future__ import annotations

import itertools
import re

from convert.evidence.fields.names import is_outlet
from convert.evidence.fields.window import (
    ABOVE_TEXT,
    SHORTEST,
    Titles,
    of_article,
    parts_of,
    without_blog,
    without_section,
    without_site,
    without_writer,
)
from convert.page import Evidence
from convert.text.characters import ends_sentence, letters, shared_pairs
from convert.text.days import DAY, iso_day

LONGEST = 120
# Rows of labels with figures.
LABELS = re.compile(r"[:：]\s?\d|(?:19|20)\d\d[-/.年]")
# A forum puts the kind of a post before its title.
TAG = re.compile(r"^[\[【［][^\]】］]{1,8}[\]】］]\s*")
# Some sites print the day in the element of the title.
WITH_DAY = re.compile(
    rf"\s*[(（]\s*{DAY}\s*[)）]$|\s+{DAY}\s.*(?:来源|來源|作者|字号|字號|浏览|瀏覽|阅读|閱讀).*$"
    rf"|^{DAY}\s*(?=\S)|\s*(?:发布|发表|更新|發布|發表)?(?:时间|日期|時間)\s?[:：]\s?{DAY}.*$"
)
# What a site stamps on its pieces, behind the title.
STAMP = re.compile(
    r"\s+[\[【(（]?(?:原创|原創|独家|獨家|组图|組圖|视频|影音|置顶|置頂|精华|精華|荐|热|熱|图|圖)[\]】)）]?$"
    # Which of its pictures is shown.
    r"|\s*[(（]\s?\d{1,3}\s?/\s?\d{1,3}\s?[)）]$"
)
# Where on the site the page stands.
CRUMBS = re.compile(r"^(?:首页|主页|首頁|网站首页|当前位置|您的位置)|[>»›►]")
CUT = re.compile(r"(?:\.{3}|…)+")
# A printed line is a longer or shorter wording of the window title if it has this share of its pairs of characters,
# or the other way round; lines of menus and other articles share hardly any.
ALIKE = 0.6
# Names of sites and sections are no longer than this.
SITE_MOST = 20
# Longer lines above the text are no titles: up to 37 characters on 29 pages measured.
LINE_MOST = 40


def choose_title(titles: Titles) -> Evidence | None:
    """The title with what speaks for it; None if the page names none.

    The window title names the article on nearly every page, but with the site's name beside it or cut off; the
    printed text that says the same is best.
    """
    titles = of_article(without_blog(without_writer(titles)))
    sites = _sites(titles)
    window = _window(titles, sites)
    named = [h.value for h in titles.hints if h.key == "title"]
    printed = [(_printed(text, window, titles, sites), len(letters(text)), text) for text in _texts(titles, sites)]
    rank, _, text = max(printed, default=(0, 0, ""))
    if rank:
        return Evidence("title", text, "printed, and like the window title", 80 + rank)
    for value in named:
        if len(letters(value)) >= 4 and (not window or letters(value)[:6] in letters(titles.window)):
            return Evidence("title", without_site(value, sites), "data of the page", 70)
    if dated := _dated_heading(titles):
        return Evidence("title", dated, "heading above the day", 65)
    likely = [text for text in titles.elements if text in titles.before and len(text) >= 8 and not CRUMBS.search(text)]
    alone = len(titles.top) == 1
    likely += [text for text in titles.top if (alone or text in titles.before) and not CRUMBS.search(text)][:1]
    if likely and len(letters(window)) < SHORTEST:
        return Evidence("title", likely[-1], "heading above the text", 60)
    if not likely and len(letters(window)) < SHORTEST and (line := _above_byline(titles.before)):
        return Evidence("title", line, "line above the byline", 55)
    for value in (window, *named, *likely):
        if value:
            return Evidence("title", value, "window title" if value == window else "data of the page", 50)
    if text := _ending_crumbs(titles):
        return Evidence("title", text, "heading that says where the page stands", 48)
    line = _above_byline(titles.before) or _above_text(titles.before)
    return Evidence("title", line, "line above the text", 45) if line else None


def _ending_crumbs(titles: Titles) -> str:
    """The heading with which the line ends that says where on its site the page stands."""
    crumbs = [letters(line) for line in titles.before if CRUMBS.search(line)]
    heads = [text for text in (*titles.top, *titles.elements) if len(letters(text)) >= SHORTEST]
    return next((text for text in heads if any(crumb.endswith(letters(text)) for crumb in crumbs)), "")


def _dated_heading(titles: Titles) -> str:
    """The heading with the day right below it: the title, where the page says that of the window nowhere."""
    heads = {t for t in (*titles.top, *titles.elements) if len(letters(t)) >= SHORTEST and not CRUMBS.search(t)}
    dated = (line for line, below in itertools.pairwise(titles.before) if line in heads and iso_day(below))
    return next(dated, "")


def _above_byline(before: tuple[str, ...]) -> str:
    """The line right above the one that says when the article was published: on old pages no element has the title."""
    for line, below in itertools.pairwise(before):
        sound = len(letters(line)) >= SHORTEST and not CRUMBS.search(line) and not LABELS.search(line)
        if sound and max(len(line), len(below)) <= LONGEST and iso_day(below):
            return line
    return ""


def _above_text(before: tuple[str, ...]) -> str:
    """The line right above the text, where it may be a title: some copy the text alone as it is on the page."""
    last = before[-1] if before else ""
    sound = len(letters(last)) >= SHORTEST and len(last) <= LINE_MOST and not is_outlet(last)
    told = LABELS.search(last) or CRUMBS.search(last) or ends_sentence(last)
    return last if sound and not told else ""


def _window(titles: Titles, sites: tuple[str, ...]) -> str:
    """The part of the window title that names the article."""
    first = next(iter(parts_of(titles.window)), "")
    heads = {letters(text) for text in (*titles.top, *titles.elements)}
    # However short it is, a heading of the page says it.
    return first if letters(first) in heads and first not in sites else without_site(titles.window, sites)


def _texts(titles: Titles, sites: tuple[str, ...]) -> list[str]:
    texts = [*titles.top, *titles.elements]
    texts += [bare for text in texts if (bare := STAMP.sub("", WITH_DAY.sub("", TAG.sub("", text)))) != text]
    without = [without_site(text, sites) for text in texts if any(letters(s) in letters(text) for s in sites)]
    return [text for text in dict.fromkeys([*texts, *without, *titles.before]) if 2 <= len(text) <= LONGEST]


def _printed(text: str, window: str, titles: Titles, sites: tuple[str, ...]) -> int:
    """How well a printed text says what the window title says: 0 for not at all."""
    inner, outer = letters(text), letters(window)
    whole = letters(titles.window)
    if (
        not outer
        or not inner
        or CRUMBS.search(text)
        or (inner != outer and any(inner == letters(site) for site in sites))
    ):
        return 0
    top = text in titles.top
    named = top or text in titles.elements
    if top and inner == whole and not any(letters(site) in inner for site in sites):
        # A sign within a title parts no name from it that the page says nowhere else.
        return 9
    if inner == outer:
        return 8 if top else 7
    if named and len(inner) >= SHORTEST and whole.startswith(inner) and inner != whole:
        return 7
    if len(inner) >= SHORTEST and inner in whole:
        # A name in the middle or at the end is the site's, unless it is as long as a title.
        if whole.startswith(inner):
            return 3 if _has_site_more(inner, outer) else 6
        return 4 if len(inner) >= 2 * SHORTEST and not _has_site_more(inner, outer) else 0
    head = letters(CUT.split(window)[0])
    if CUT.search(window) and len(head) >= 2 * SHORTEST and inner.startswith(head):
        return 6
    if len(outer) >= SHORTEST - 1 and inner.startswith(outer) and len(inner) <= 3 * len(outer) and len(inner) <= 60:
        return 5 if named or text in titles.before[-3:] else 0
    if (
        named
        and min(len(inner), len(outer)) >= SHORTEST - 2
        and max(shared_pairs(inner, outer), shared_pairs(outer, inner)) >= ALIKE
    ):
        return 2 if top else 1
    return 0


def _has_site_more(inner: str, outer: str) -> bool:
    """True for a copy of the window title with the site's name still on it."""
    return len(outer) >= SHORTEST and outer in inner and len(inner) > len(outer)


def _sites(titles: Titles) -> tuple[str, ...]:
    """Parts of the window title that are the site's or a section's: the page says them again elsewhere by themselves,
    and no heading says them."""
    parts = parts_of(titles.window)
    # A heading right above the text is the title, however short.
    above = {letters(line) for line in titles.before[-ABOVE_TEXT:]} & {letters(text) for text in titles.elements}
    heads = {letters(text) for text in titles.top} | above
    said = [letters(line) for line in (*titles.before, *titles.after)]
    given = {letters(h.value) for h in titles.hints if h.key == "site"}
    longest = max(parts, key=lambda part: len(letters(part)), default="")
    sites = []
    for part in parts:
        key = letters(part)
        again = sum(key == line or (len(key) >= 4 and key in line and len(line) > 2 * len(key)) for line in said)
        if not key or len(part) > SITE_MOST or any(key in head for head in heads):
            continue
        if key in given or is_outlet(part) or (part != longest and again):
            sites.append(part)
    if len(sites) == len(parts):
        # One of them is the title all the same: a short one, which its own heading says again.
        title = next((part for part in parts if not is_outlet(part) or without_section(part) != part), "")
        sites = [site for site in sites if site != title]
    return tuple(sites)
