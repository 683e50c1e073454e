"""Which of the many titles on a page is the article's, and where the names of section and site in it end."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from convert.evidence.fields.dates import iso_day
from convert.evidence.fields.names import is_outlet
from convert.page import Evidence, Hint
from convert.text.characters import letters, shared_pairs

# Shorter texts that occur in the window title are section names (新闻, 科技).
SHORTEST = 6
LONGEST = 120
# Within a name of programs (usr_lib) or a day no sign sets two names apart.
SEPARATOR = re.compile(
    r"\s*(?:(?<![a-z\d])_|_(?![a-z\d])|\||｜|——|--|\s-\s|–|—|«|»|\s::\s|(?:(?<!\d)-|-(?!\d))(?=[^-]*$))\s*"
)
# Rows of labels with figures.
LABELS = re.compile(r"[:：]\s?\d|(?:19|20)\d\d[-/.年]")
# Between title and site, too; an outlet may have it in its name.
SLASH = re.compile(rf"{SEPARATOR.pattern}|\s/\s")
# The name of a blog, then the title.
BLOG_FIRST = re.compile(r"([^:：]{2,30})\s?[:：]\s(\S.*)")
# A forum puts the kind of a post before its title.
TAG = re.compile(r"^[\[【［][^\]】］]{1,8}[\]】］]\s*")
# Some sites print the day in the element of the title.
DAY = r"(?:19|20)\d\d[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?"
WITH_DAY = re.compile(rf"\s*[(（]\s*{DAY}\s*[)）]$|\s+{DAY}\s.*(?:来源|來源|作者|字号|字號|浏览|瀏覽|阅读|閱讀).*$")
HOST = re.compile(r"[a-z\d-]+(?:\.[a-z\d-]+)+", re.I)
# Where on the site the page stands.
CRUMBS = re.compile(r"^(?:首页|主页|首頁|网站首页|当前位置|您的位置)|[>»›►]")
CUT = re.compile(r"(?:\.{3}|…)+")
# A printed line is a longer or shorter wording of the window title if it has this share of its pairs of characters,
# or the other way round; lines of menus and other articles share hardly any.
ALIKE = 0.6
# Between the title and the text stand a subtitle and a byline.
ABOVE_TEXT = 3
# Names of sites and sections are no longer than this.
SITE_MOST = 20


@dataclass(frozen=True)
class Titles:
    """What may name the article: the text of <title>, texts of headings (`top`: of <h1>) and of elements named like a
    title, what the page's data say, and the lines of the page before and after the body."""

    window: str
    top: tuple[str, ...]
    elements: tuple[str, ...]
    hints: tuple[Hint, ...]
    before: tuple[str, ...]
    after: tuple[str, ...] = ()


def choose_title(titles: Titles) -> Evidence | None:
    """The title with what speaks for it; None if the page names none.

    The window title names the article on nearly every page, but with the site's name beside it or cut off; the
    printed text that says the same is best.
    """
    titles = _of_article(_without_blog(titles))
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
    likely = [text for text in titles.elements if text in titles.before and len(text) >= 8 and not CRUMBS.search(text)]
    alone = len(titles.top) == 1
    likely += [text for text in titles.top if (alone or text in titles.before) and not CRUMBS.search(text)][:1]
    if likely and len(letters(window)) < SHORTEST:
        return Evidence("title", likely[-1], "heading above the text", 60)
    for value in (window, *named, *likely):
        if value:
            return Evidence("title", value, "window title" if value == window else "data of the page", 50)
    if text := _ending_crumbs(titles):
        return Evidence("title", text, "heading that says where the page stands", 48)
    line = _above_byline(titles.before)
    return Evidence("title", line, "line above the byline", 45) if line else None


def _ending_crumbs(titles: Titles) -> str:
    """The heading with which the line ends that says where on its site the page stands."""
    crumbs = [letters(line) for line in titles.before if CRUMBS.search(line)]
    heads = [text for text in (*titles.top, *titles.elements) if len(letters(text)) >= SHORTEST]
    return next((text for text in heads if any(crumb.endswith(letters(text)) for crumb in crumbs)), "")


def _above_byline(before: tuple[str, ...]) -> str:
    """The line right above the one that says when the article was published: on old pages no element has the title."""
    for line, below in itertools.pairwise(before):
        sound = len(letters(line)) >= SHORTEST and not CRUMBS.search(line) and not LABELS.search(line)
        if sound and max(len(line), len(below)) <= LONGEST and iso_day(below):
            return line
    return ""


def _without_blog(titles: Titles) -> Titles:
    """The titles with the window's without the name of a blog in front, where the page has each of the two as a heading
    of its own: before a colon, or as the first line of the page with the other, no shorter, right above the text."""
    whole, heads = letters(titles.window), {letters(text) for text in (*titles.top, *titles.elements)}
    found = BLOG_FIRST.match(titles.window)
    blog = letters(found[1]) if found is not None else ""
    if not blog or not {blog, whole[len(blog) :]} <= heads:
        first = letters(titles.before[0]) if titles.before else ""
        above = {letters(line) for line in titles.before[1:][-ABOVE_TEXT:]}
        rest = whole[len(first) :] if whole.startswith(first) else ""
        # The name of a section may stand below the title, too; names are shorter.
        blog = first if rest in heads & above and len(first) <= len(rest) else ""
    if not blog:
        return titles
    top = tuple(text for text in titles.top if letters(text) != blog)
    text = next(t for t in (*titles.top, *titles.elements) if letters(t) == whole[len(blog) :])
    return replace(titles, window=text, top=top)


def _of_article(titles: Titles) -> Titles:
    """The titles with the one that the data gives and a line of the page says for the window's, where that is the
    site's name on every page."""
    sites = {letters(h.value) for h in titles.hints if h.key in ("host", "site")}
    parts = _parts(titles.window)
    if not parts or not all(letters(part) in sites or is_outlet(part) or HOST.fullmatch(part) for part in parts):
        return titles
    said = {letters(line) for line in (*titles.before, *titles.top, *titles.elements)}
    named = [h.value for h in titles.hints if h.key == "title" and len(letters(h.value)) >= SHORTEST]
    own = [text for text in named if letters(text) in said and letters(text) not in {*sites, letters(titles.window)}]
    if not own:
        return titles
    return replace(titles, window=own[0], top=tuple(t for t in titles.top if letters(t) != letters(titles.window)))


def _window(titles: Titles, sites: tuple[str, ...]) -> str:
    """The part of the window title that names the article."""
    first = next(iter(_parts(titles.window)), "")
    heads = {letters(text) for text in (*titles.top, *titles.elements)}
    # However short it is, a heading of the page says it.
    return first if letters(first) in heads and first not in sites else without_site(titles.window, sites)


def _texts(titles: Titles, sites: tuple[str, ...]) -> list[str]:
    texts = [*titles.top, *titles.elements]
    texts += [bare for text in texts if (bare := WITH_DAY.sub("", TAG.sub("", text))) != text]
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
    parts = _parts(titles.window)
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
        sites = [site for site in sites if site != next((p for p in parts if not is_outlet(p)), "")]
    return tuple(sites)


def _parts(window: str) -> list[str]:
    return [part.strip() for part in SLASH.split(window) if part.strip()]


def without_site(window: str, sites: tuple[str, ...] = ()) -> str:
    """The window title without the names of section and site before or behind it.

    `sites` are parts known to be such names; without any the first part is the title unless it is too short for one.
    """
    parts = _parts(window)
    if not parts:
        return ""
    known = {letters(site) for site in sites}
    rest = [part for part in parts if letters(part) not in known]
    if not rest:
        return ""
    if len(rest) < len(parts) and len(letters(rest[0])) >= SHORTEST:
        return rest[0]
    # A first part this short is the site's name put in front.
    return rest[0] if len(letters(rest[0])) >= SHORTEST else max(rest, key=len)
