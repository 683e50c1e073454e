"""Which of the many titles on a page is the article's, and where the names of section and site in it end."""

from __future__ import annotations

import re
from dataclasses import replace

from convert.evidence.fields.headline import Headlines
from convert.evidence.fields.names import is_outlet
from convert.evidence.fields.window import (
    ABOVE_TEXT,
    CRUMBS,
    SHORTEST,
    Titles,
    names_site,
    of_article,
    parts_of,
    without_blog,
    without_section,
    without_site,
    without_writer,
)
from convert.page import Evidence
from convert.text.characters import ends_sentence, letters, shared_pairs
from convert.text.days import DAY

LONGEST = 120
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
# A window that greets, or that nobody gave a name.
NOTHING = re.compile(
    r"^(?:谢谢|謝謝|感谢|感謝|欢迎|歡迎)[您你]?的?(?:访问|訪問|光临|光臨|来到|來到)|^(?:untitled|无标题|無標題|新建网页)",
    re.I,
)
# So much speaks for a headline that outweighs a window which no line of the page says again, and for one where the
# window names no article: read off the titles of half of the stored pages.
SURE, LIKELY = 5, 1
CUT = re.compile(r"(?:\.{3}|…)+")
# A printed line is a longer or shorter wording of the window title if it has this share of its pairs of characters,
# or the other way round; lines of menus and other articles share hardly any.
ALIKE = 0.6
# What such a line ranks that stands as a title; any other ranks one less.
ALIKE_RANK = 2
# Names of sites and sections are no longer than this.
SITE_MOST = 20


def choose_title(titles: Titles) -> Evidence | None:
    """The title with what speaks for it; None if the page names none.

    The window title names the article on nearly every page, but with the site's name beside it or cut off; the
    printed text that says the same is best. Where it says whose the page is, or nothing, the headline tells.
    """
    if NOTHING.search(titles.window):
        titles = replace(titles, window="")
    titles = of_article(without_blog(without_writer(titles)))
    sites = _sites(titles)
    texts = _texts(titles, sites)
    lines = Headlines(titles, texts)
    head, worth = lines.best(sites)
    window = _window(titles, sites, head)
    printed = [(_printed(text, window, titles, sites), len(letters(text)), text) for text in texts]
    rank, _, text = max(printed, default=(0, 0, ""))
    # One of the first lines is the site's name, where the window says no more than that.
    is_other = letters(head) not in letters(titles.window) and worth > lines.worth(text)
    # What merely is alike may be the head of a section: where another line surely is the headline, that is.
    weak = rank <= ALIKE_RANK and letters(head) != letters(text) and worth - lines.worth(text) >= SURE
    if rank and not weak and not (is_other and lines.is_masthead(text)):
        return Evidence("title", text, "printed, and like the window title", 80 + rank)
    said = letters(window)
    nothing = not said or len(said) < SHORTEST <= len(letters(head)) or names_site(titles)
    least = LIKELY if nothing else SURE
    if head and letters(head) not in said and worth >= least and (nothing or not is_outlet(head)):
        return Evidence("title", head, "headline", 75)
    named = [h.value for h in titles.hints if h.key == "title"]
    for value in named:
        alike = len(letters(value)) >= 4 and (not window or letters(value)[:6] in letters(titles.window))
        if alike and (bare := without_site(value, sites)):
            return Evidence("title", bare, "data of the page", 70)
    for value in filter(None, (window, *named)):
        return Evidence("title", value, "window title" if value == window else "data of the page", 50)
    return Evidence("title", head, "headline", 45) if head else None


def _window(titles: Titles, sites: tuple[str, ...], head: str) -> str:
    """The part of the window title that names the article: the first that is as long as a title, unless another is the
    headline."""
    parts = parts_of(titles.window)
    first = parts[0] if parts else ""
    heads = {letters(text) for text in (*titles.top, *titles.elements)}
    # However short it is, a heading of the page says it.
    named = first if letters(first) in heads and first not in sites else without_site(titles.window, sites)
    made = len(parts) > 1 and not ends_sentence(named) and _is_made_of(letters(head), [letters(part) for part in parts])
    return head if made and _gives_way(letters(named), head, titles, heads) else named


def _gives_way(named: str, head: str, titles: Titles, heads: set[str]) -> bool:
    """True for a part of the window (its letters) that stands above the headline, which is another part, or nowhere
    above the text, so that it names the site."""
    lines = [letters(line) for line in titles.before]
    place = lines.index(letters(head)) if letters(head) in lines else len(lines)
    # The first part may be a title that is longer than the name of the site.
    longer = len(letters(head)) >= min(len(named), 2 * SHORTEST) or named != letters(parts_of(titles.window)[0])
    if longer and named in lines[:place]:
        return True
    if named not in lines and place < len(lines) and len(letters(head)) >= SHORTEST and not is_outlet(head):
        return True
    return named not in lines and not any(named in each for each in heads)


def _is_made_of(key: str, parts: list[str]) -> bool:
    """True if the letters are those of some of the parts, side by side."""
    ends = range(1, len(parts) + 1)
    return any(key == "".join(parts[start:end]) for end in ends for start in range(end))


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
        return ALIKE_RANK if top else ALIKE_RANK - 1
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
    heads = {letters(text) for at, text in enumerate(titles.top) if not at or text in titles.before} | above
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
    # Behind the name of the site stands what it says of itself, or its name in another language.
    last = max((at for at, part in enumerate(parts) if part in sites), default=0)
    sites += [part for part in parts[last + 1 :] if last and not any(letters(part) in head for head in heads)]
    if len(sites) == len(parts):
        # One of them is the title all the same: a short one, which its own heading says again.
        title = next((part for part in parts if not is_outlet(part) or without_section(part) != part), "")
        sites = [site for site in sites if site != title]
    return tuple(sites)
