"""The title of the window, which names the article on nearly every page, with the names of section and site in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from convert.evidence.fields.names import is_outlet
from convert.page import Hint
from convert.text.characters import letters

# Shorter texts that occur in the window title are section names (新闻, 科技).
SHORTEST = 6
# Within a name of programs (usr_lib) or a day no sign sets two names apart.
SEPARATOR = re.compile(
    r"\s*(?:(?<![a-z\d])_|_(?![a-z\d])|\||｜|——|--|\s[-－]\s|–|—|«|»|\s[>›]\s|\s::\s|(?:(?<!\d)-|-(?!\d))(?=[^-]*$))\s*"
)
# Between title and site, too; an outlet may have it in its name.
SLASH = re.compile(rf"{SEPARATOR.pattern}|\s/\s")
BRACKETED = re.compile(r"【[^【】]*】|《[^《》]*》|「[^「」]*」|“[^“”]*”|（[^（）]*）")
DOT = " · "
# The name of a blog, then the title.
BLOG_FIRST = re.compile(r"([^:：]{2,30})\s?[:：]\s*(\S.*)")
# A chapter of a novel: its name in marks, then who writes it, and the number of the chapter.
NOVEL = re.compile(
    r"《([^《》]{1,40})》\s?([^\s《》_|^—-]{2,12})(?:[\s^_-]*(第[\d零一二三四五六七八九十百千]{1,8}[章回节])|(?=[\s_|—-]|$))"
)
# An issue of a letter or a paper, which holds several articles.
ISSUE = re.compile(
    r"[^\s:：，。]{2,12}\s?[（(]?\s?(?:第\s?\d{1,4}\s?[期号號]|vol\.?\s?\d{1,4}|no\.?\s?\d{1,4}|#\d{1,4})\s?[）)]?",
    re.I,
)
# A post without a title: who wrote it, and what it says.
POST = re.compile(
    r"(?:X 上的 (.{1,40}?)[:：]|(.{1,40}?) on (?:X|Twitter):)\s?[“\"](.+?)(?:…?\s*https://t\.co/\w+)*[”\"](?:\s/\s\w+)?",
    re.S,
)
SENTENCE = re.compile(r"[^\n]{8,}?[。！？!?\n](?![”」』])")
# Where on the site the page stands.
CRUMBS = re.compile(r"^(?:首页|主页|首頁|网站首页|当前位置|您的位置)|[>»›►]")
HOST = re.compile(r"[a-z\d-]+(?:\.[a-z\d-]+)+", re.I)
# A printed line is the title in the page's data with the site's name around it, if it has this share of its letters.
MOST_OF = 0.6
# Between the title and the text stand a subtitle and a byline.
ABOVE_TEXT = 3


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


def without_blog(titles: Titles) -> Titles:
    """The titles with the window's without the name of a blog in front, where the page has each of the two as a heading
    of its own: before a colon, or as the first line of the page with the other, no shorter, right above the text. A
    name that the page's data has for the site's, too, needs no heading. Or without the name behind a dot, which titles
    have in them as well: the page says both by themselves."""
    whole, heads = letters(titles.window), {letters(text) for text in (*titles.top, *titles.elements)}
    named = heads | {letters(h.value) for h in titles.hints if h.key == "site"}
    title, _, behind = titles.window.rpartition(DOT)
    if letters(title) in heads and letters(behind) in named | {letters(line) for line in titles.before}:
        return replace(titles, window=title, top=tuple(t for t in titles.top if letters(t) != letters(behind)))
    found = BLOG_FIRST.match(titles.window)
    blog = letters(found[1]) if found is not None else ""
    if not blog or blog not in named or whole[len(blog) :] not in heads:
        first = letters(titles.before[0]) if titles.before else ""
        above = {letters(line) for line in titles.before[1:][-ABOVE_TEXT:]}
        rest = whole[len(first) :] if whole.startswith(first) else ""
        # The name of a section may stand below the title, too; names are shorter.
        blog = first if rest in heads & above and len(first) <= len(rest) else ""
    if not blog and found is not None and is_outlet(found[1]) and len(whole) >= 2 * SHORTEST:
        # A page without headings says the title without the outlet, and nowhere with it.
        rest, said = letters(found[2]), [letters(line) for line in titles.before]
        if any(rest in line for line in said) and not any(whole in line for line in (*said, *heads)):
            return replace(titles, window=found[2])
    if not blog:
        return titles
    top = tuple(text for text in titles.top if letters(text) != blog)
    text = next(t for t in (*titles.top, *titles.elements) if letters(t) == whole[len(blog) :])
    return replace(titles, window=text, top=top)


def of_post(window: str) -> tuple[str, str]:
    """Who wrote the post that the window quotes, and its first sentence, which stands for its title; both empty if it
    quotes none."""
    found = POST.fullmatch(window.strip())
    if found is None:
        return "", ""
    first = SENTENCE.match(found[3].strip())
    return found[1] or found[2], (first[0] if first else found[3]).strip()


def without_writer(titles: Titles) -> Titles:
    """The titles with the window's of a novel's page without the name of its writer, which stands behind the novel's;
    that it is one the number of a chapter tells, or a line of the page that says who wrote it."""
    found = NOVEL.match(titles.window.strip())
    if found is None:
        return titles
    said = re.compile(rf"(?:作者|文)\s?[:：/／]\s?{re.escape(found[2])}")
    if not found[3] and not any(said.search(line) for line in titles.before):
        return titles
    return replace(titles, window=f"{found[1]} {found[3]}" if found[3] else found[1])


def of_article(titles: Titles) -> Titles:
    """The titles with the one that the data gives and a line of the page says for the window's, where that is the
    site's name on every page."""
    sites, parts = _given(titles), parts_of(titles.window)
    if not names_site(titles):
        return _of_section(titles, parts)
    known = {*sites, letters(titles.window)}
    said = {letters(line): line for line in (*titles.before, *titles.top, *titles.elements)}
    named = [h.value for h in titles.hints if h.key == "title" and len(letters(h.value)) >= SHORTEST]
    own = [text for text in named if letters(text) in said and letters(text) not in known]
    # Around the title the data may have the name of the site, too: 江边报(旧船怎样修补).
    own += [
        line for text in named for key, line in said.items() if _is_most_of(key, letters(text)) and key not in known
    ]
    # A page with one heading has the title there, unless that is the site's name.
    own += [text for text in titles.top if len(titles.top) == 1 and letters(text) and not _is_of_site(text, known)]
    if not own:
        return titles
    return replace(titles, window=own[0], top=tuple(t for t in titles.top if letters(t) != letters(titles.window)))


def _given(titles: Titles) -> set[str]:
    return {letters(h.value) for h in titles.hints if h.key in ("host", "site")}


def names_site(titles: Titles) -> bool:
    """True for a window that says whose the page is and no more."""
    # Between title, site and section a hyphen without blanks may stand twice, of which one parts the window.
    sites, parts = _given(titles), [piece for part in parts_of(titles.window) for piece in part.split("-") if piece]
    return bool(parts) and (letters(titles.window) in sites or all(_is_of_site(part, sites) for part in parts))


def _of_section(titles: Titles, parts: list[str]) -> Titles:
    """The titles with the page's one heading for the window's, where that names sections and site only: lines by
    themselves, each of them, and shorter, none of which the data give as the title."""
    told = {letters(h.value) for h in titles.hints if h.key == "title"} - _given(titles)
    lone = {letters(line) for line in (*titles.before, *titles.after)}
    head = letters(titles.top[0]) if len(titles.top) == 1 else ""
    below = titles.top[0] in titles.before[-ABOVE_TEXT:] or head not in lone if head else False
    named = [letters(part) for part in parts if not is_outlet(part)]
    longest = max(map(len, named), default=len(head))
    sections = all(key in lone - told and key not in head for key in named)
    if not below or len(head) <= max(longest, SHORTEST) or not sections:
        return titles
    return replace(titles, window=titles.top[0])


def _is_of_site(part: str, sites: set[str]) -> bool:
    """True for a name of the site (`sites`, in letters), alone or with its name in Latin letters behind it."""
    key = letters(part)
    doubled = any(len(site) >= 2 and key.startswith(site) and key[len(site) :].isascii() for site in sites)
    return key in sites or doubled or is_outlet(part) or any(form.fullmatch(part) for form in (HOST, ISSUE))


def _is_most_of(key: str, whole: str) -> bool:
    return len(key) >= 2 * SHORTEST and key in whole and len(key) >= MOST_OF * len(whole)


def parts_of(window: str) -> list[str]:
    """The names in a window title; no sign within brackets sets two apart."""
    inside = [range(*each.span()) for each in BRACKETED.finditer(window)]
    signs = [each for each in SLASH.finditer(window) if not any(each.start() in at for at in inside)]
    starts = [0, *(each.end() for each in signs)]
    ends = [*(each.start() for each in signs), len(window)]
    parts = [part for start, end in zip(starts, ends, strict=True) if (part := window[start:end].strip())]
    # A blank alone may stand before the name of the site.
    title, _, site = parts[-1].rpartition(" ") if parts else ("", "", "")
    return [*parts[:-1], title.strip(), site] if is_outlet(site) and len(letters(title)) >= SHORTEST else parts


def without_site(window: str, sites: tuple[str, ...] = ()) -> str:
    """The window title without the names of section and site before or behind it.

    `sites` are parts known to be such names; without any the first part is the title unless it is too short for one.
    """
    parts = parts_of(window)
    if not parts:
        return ""
    known = {letters(site) for site in sites}
    rest = [part for part in parts if letters(part) not in known]
    if not rest:
        return ""
    if len(rest) < len(parts) and len(letters(rest[0])) >= SHORTEST:
        return without_section(rest[0])
    # A first part this short is the site's name put in front.
    return rest[0] if len(letters(rest[0])) >= SHORTEST else max(rest, key=len)


def without_section(text: str) -> str:
    """The first part of a window title, before the site's name, without that of a section: only the last dash of a
    window parts names, since titles have some of their own."""
    title, _, section = text.rpartition("-")
    return title.strip() if is_outlet(section) and len(letters(title)) >= SHORTEST else text
