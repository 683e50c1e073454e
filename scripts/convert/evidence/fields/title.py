"""Which of the many titles on a page is the article's, and where the names of section and site in it end."""

from __future__ import annotations

import itertools
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
    of_post,
    parts_of,
    without_blog,
    without_section,
    without_site,
    without_writer,
)
from convert.page import Evidence
from convert.text.characters import ends_sentence, hanzi_count, letters, shared_pairs
from convert.text.days import DAY

LONGEST = 120
# A forum puts the kind of a post before its title, some in brackets within brackets.
TAG = re.compile(r"^[\[【［]{1,2}[^\[\]【】［］]{1,8}[\]】］](?:\s?[\]】］])?\s*")
# What a subtitle opens with.
SUBTITLE = ("—", "–")
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
PRINTED = 80
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
        # It is better than no title.
        return choose_title(replace(titles, window="")) or Evidence("title", titles.window, "window title", 40)
    if line := of_post(titles.window)[1]:
        return Evidence("title", line, "window title", PRINTED)
    titles = of_article(without_blog(without_writer(titles)))
    sites = _sites(titles)
    texts = _texts(titles, sites)
    lines = Headlines(titles, texts)
    named = _named(titles, sites)
    printed = _like_window(texts, named, titles, sites)
    if printed is not None and printed.rank > PRINTED + ALIKE_RANK and lines.is_last(str(printed.value)):
        return printed
    return _or_headline(printed, named, lines, titles, sites, texts)


def _or_headline(
    printed: Evidence | None, named: str, lines: Headlines, titles: Titles, sites: tuple[str, ...], texts: list[str]
) -> Evidence | None:
    """The headline, where it is another part of the window or that says whose the page is; else what is printed like
    the window (of which `named` is the part that names the article), what the data say, or the window itself."""
    head, worth = lines.best(sites)
    window = head if _gives_way(named, head, titles) else named
    printed = printed if window == named else _like_window(texts, window, titles, sites)
    if printed is not None:
        text = str(printed.value)
        # One of the first lines is the site's name, where the window says no more than that.
        is_other = letters(head) not in letters(titles.window) and worth > lines.worth(text)
        # What merely is alike may be the head of a section: where another line surely is the headline, that is.
        alike = printed.rank <= PRINTED + ALIKE_RANK and letters(head) != letters(text)
        weak = alike and worth - lines.worth(text) >= SURE
        if not weak and not (is_other and lines.is_masthead(text)):
            return printed
    said = letters(window)
    nothing = not said or len(said) < SHORTEST <= len(letters(head)) or names_site(titles)
    least = LIKELY if nothing else SURE
    if head and letters(head) not in said and worth >= least and (nothing or not is_outlet(head)):
        return Evidence("title", head, "headline", 75)
    return _of_data(window, titles, sites) or (Evidence("title", head, "headline", 45) if head else None)


def _like_window(texts: list[str], window: str, titles: Titles, sites: tuple[str, ...]) -> Evidence | None:
    printed = [(_printed(text, window, titles, sites), len(letters(text)), text) for text in texts]
    rank, _, text = max(printed, default=(0, 0, ""))
    return Evidence("title", text, "printed, and like the window title", PRINTED + rank) if rank else None


def _of_data(window: str, titles: Titles, sites: tuple[str, ...]) -> Evidence | None:
    """What the data of the page say of the title, if the window says that, too; else what it says itself."""
    given = [h.value for h in titles.hints if h.key == "title"]
    for value in given:
        alike = len(letters(value)) >= 4 and (not window or letters(value)[:6] in letters(titles.window))
        if alike and (bare := without_site(value, sites)):
            return Evidence("title", bare, "data of the page", 70)
    value = next(filter(None, (window, *given)), "")
    return Evidence("title", value, "window title" if value == window else "data of the page", 50) if value else None


def _named(titles: Titles, sites: tuple[str, ...]) -> str:
    """The part of the window title that names the article, by what stands in it: the first as long as a title."""
    first = next(iter(parts_of(titles.window)), "")
    heads = {letters(text) for text in (*titles.top, *titles.elements)}
    # However short it is, a heading of the page says it.
    return first if letters(first) in heads and first not in sites else without_site(titles.window, sites)


def _gives_way(part: str, head: str, titles: Titles) -> bool:
    """True for a part of the window that stands above the headline, which is another part, or nowhere above the text,
    so that it names the site."""
    parts = [letters(each) for each in parts_of(titles.window)]
    named, key = letters(part), letters(head)
    if len(parts) < 2 or ends_sentence(part) or not _is_made_of(key, parts):
        return False
    lines = [letters(line) for line in titles.before]
    place = lines.index(key) if key in lines else len(lines)
    # The first part may be a title that is longer than the name of the site.
    longer = len(key) >= min(len(named), 2 * SHORTEST) or named != parts[0]
    if longer and named in lines[:place]:
        return True
    if named not in lines and place < len(lines) and len(key) >= SHORTEST and not is_outlet(head):
        return True
    return named not in lines and not any(named in letters(each) for each in (*titles.top, *titles.elements))


def _is_made_of(key: str, parts: list[str]) -> bool:
    """True if the letters are those of some of the parts, side by side."""
    whole, bounds = "".join(parts), set(itertools.accumulate(map(len, parts), initial=0))
    return bool(key) and any(start + len(key) in bounds and whole.startswith(key, start) for start in bounds)


def _texts(titles: Titles, sites: tuple[str, ...]) -> list[str]:
    texts = [*titles.top, *titles.elements]
    texts += [bare for text in texts if (bare := STAMP.sub("", WITH_DAY.sub("", TAG.sub("", text)))) != text]
    without = [without_site(text, sites) for text in texts if any(letters(s) in letters(text) for s in sites)]
    found = dict.fromkeys([*texts, *without, *titles.before])
    return [text for text in found if 2 <= len(text) <= LONGEST and not text.startswith(SUBTITLE)]


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
        # Of two wordings a title is none that is a sentence.
        and (window.endswith("。") or not text.endswith("。"))
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
    # A Chinese character says as much as two Latin letters.
    longest = max(parts, key=lambda part: len(letters(part)) + hanzi_count(part), default="")
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
