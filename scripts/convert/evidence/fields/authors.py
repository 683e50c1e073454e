"""The authors: every printed form, then what elements and data of the page name, the strongest evidence first."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator

from convert.evidence.fields import bylines, unlabelled
from convert.evidence.fields.names import (
    ends_work,
    is_name,
    is_outlet,
    is_person,
    owners,
    self_named_medium,
    signature,
    split_names,
)
from convert.evidence.fields.ranking import SHORT, Surroundings, with_labels
from convert.evidence.fields.window import SEPARATOR
from convert.evidence.floors import AGO, opens_discussion
from convert.page import Evidence, Hint
from convert.rules.tables import is_repost, rule_for, table
from convert.text.characters import letters
from convert.text.days import iso_day

WORKS_LEAST, SIGNED_LEAST = 2, 40  # a signature closes a paragraph of two lines or more
# A line that only says who wrote the article may stand above its title.
SIGNED = re.compile(r"\W?(?:作者|撰文|文|[采採][写寫])\s?[:：/／|｜]\s?[^\s:：]{2,12}")
# How many answers a question has, or what forums print below its title.
ANSWERS = re.compile(r"^\W*(?:查看全部|共)?\s*\d+\s*[个條条]\s?(?:回答|答案)\W*$|^\[复制链接\]$")
# So many lines above the title may be of the article: section, day and byline.
ABOVE_TITLE = 3
# What the name of an outlet ends in, and those who write for it leave out.
OFFICE = "(?:网|網|报|報|社|新闻|新聞|周刊|週刊|传媒|傳媒|杂志|雜誌)"
WRITTEN = re.compile(rf"([^\s·•|]{{2,16}})\s*(?:\(\s?\d+\s?\)\s*)?(?:in\s\S{{1,20}}\s*)?[·•]\s*{AGO}(?:\s|$)")
POSTER_MOST = 16  # characters of the names of those who write in forums
# An outlet has its name in Latin letters behind that in Chinese.
NAMES_TWICE = re.compile(r"(?<=[\u4e00-\u9fff])\s?[A-Za-z]+$")
OWNER = "owner of the blog"
# Evidence of a lower rank rests on where a short line stands alone: entries of tables of contents stand there, too.
SURE = 50
# A line that is nothing but a name; those of accounts in Latin letters have digits.
ALONE = re.compile(r"[^\s\d:：|/／╱．。，]{2,12}")
LATIN = re.compile(r"(?=.*[A-Za-z])[A-Za-z\d][\w@.-]{2,19}", re.A)
# A byline in brackets in front of the text.
IN_FRONT = re.compile(r"[（(【\[]([^（）()【】\[\]]{4,30})[）)】\]]")
# Those who only put a page up, with their label.
EDITORS = re.compile(
    r"(?:编辑|編輯|责编|責編|编审|編審|校对|校對|审核|審核|监制|監製|主编|主編)\s?[:：/／|]?\s?[^\s:：/／|\[\]()（）【】]{2,12}"
)
# A button that calls to follow the writer.
FOLLOW = re.compile(r"(?:\s*(?:[+＋]\s*)?已?(?:关注|關注|追蹤))+$")
# An account with the number of those who follow it.
FANS = re.compile(r"([^\s:：|/。，]{2,16}?)\s*粉丝\s?[:：]\s?\d")
# Below the name of who wrote a post stands when.
MOMENT = re.compile(r"(?:19|20)?\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d\d(?::\d\d)?(?!\d)")
LABEL = re.compile(
    r"^\s*(?:作者|文|撰文|(?:本期)?主[笔筆]|by|author|posted by|发布者|記者|记者)\s*[:：/／]?\s+"
    r"|^(?:作者|文|记者|記者)\s*[:：/／]\s*",
    re.I,
)


def authors(around: Surroundings, hints: tuple[Hint, ...], title: str) -> Iterator[Evidence]:
    """Evidence for the authors of the page with this title; a title is nobody's name."""
    sites = {letters(h.value) for h in hints if h.key in ("site", "category", "window", "outlet")} | {letters(title)}
    owned = owners(h.value for h in hints if h.key in ("window", "title"))
    published = " ".join(letters(h.value) for h in hints if h.key == "publisher")
    for found in (*_printed(around), *_named(around, hints, title)):
        # A blog may have the name of its owner; a label tells a person's from an outlet's.
        heads = around.heads if found.rank < SURE else frozenset()
        own = {letters(title)} if found.source == OWNER else sites | heads
        if found.source.startswith("labelled"):
            own = {letters(title)} | {n for n in own - owned if not is_person(n)}
        names = tuple(name for name in found.value if letters(name) not in own)
        if found.rank <= SURE:
            names = tuple(n for n in names if not is_outlet(NAMES_TWICE.sub("", n)) or letters(n) not in published)
        if names[1:] and is_person(names[1]) and _is_office(names[0], sites, around):
            names = names[1:]
        if names:
            yield Evidence("author", names, found.source, found.rank)


def _is_office(name: str, sites: set[str], around: Surroundings) -> bool:
    """True for an outlet before a person, without what its name ends in (文｜财新 余聪) or with its name in Latin
    letters, where the page has that for its own."""
    key = letters(name)
    whole, latin = re.compile(re.escape(key) + OFFICE), re.search("[a-z]{4,}", key)
    said = (*sites, *map(letters, (*around.before, *around.opening[:2])))
    return any(map(whole.search, said)) or (latin is not None and any(latin[0] in site for site in sites))


def account_beside_day(around: Surroundings, title: str = "") -> str:
    """The account that stands beside the day, or on the first line below the title; empty if there is none."""
    for line, below in zip(around.above, around.above[1:], strict=False):
        if re.match(table("metadata")["platforms"], below.strip()) and 2 <= len(line.strip()) <= 16:
            return line.strip()
    if fans := next(filter(None, (FANS.match(line.strip()) for line in around.above)), None):
        return fans[1]
    if name := _above_moment(around.above) or _of_first_post(around.above, letters(title)) or _of_answer(around.above):
        return name
    for line in around.above[:6]:
        plain = re.sub(r"^原[创創]\s*", "", line.strip())
        beside = re.fullmatch(r"([^\s\d:：|/／╱．]{2,16})\s+\d{4}[-/年.].*", plain)
        behind = re.match(
            r"\d{4}[-/年.]\s?\d{1,2}[-/月.]\s?\d{1,2}日?\s*\d{1,2}:\d\d(?::\d\d)?\s+([^\s\d:：|/(（]{2,12})(?=\s|$)",
            plain,
        )
        found = beside or behind
        name = FOLLOW.sub("", found[1]) if found else ""
        if len(line) <= SHORT and split_names(name) and len(unlabelled.beside_day(line)) < 2:
            return name
    first = unlabelled.without_column(FOLLOW.sub("", around.above[0].strip())) if around.above else ""
    dated = any(iso_day(line) or re.search(r"发布时间|昨天|今天|前天|\d\d-\d\d", line) for line in around.above[1:4])
    return first if dated and (ALONE.fullmatch(first) or LATIN.fullmatch(first)) and is_name(first) else ""


def _above_moment(lines: tuple[str, ...]) -> str:
    """The name right above the moment of a post. The lines are given as they stand, and once more without what rules
    took: two that meet there are far apart."""
    for line, below in itertools.pairwise(lines):
        name = FOLLOW.sub("", line.strip())
        named = re.fullmatch(r"[^\s\d:：|/／╱．。，]{2,16}", name) and is_name(name) and not rule_for(name)
        if below != lines[0] and MOMENT.match(below.strip()) and named:
            return name
    return ""


def _of_answer(lines: tuple[str, ...]) -> str:
    """Who wrote the post that stands below the number of answers, or in front of how long ago it was written."""
    for line in lines:
        if (written := WRITTEN.match(line.strip())) and not rule_for(written[1]):
            return written[1]
    counted = max((at for at, line in enumerate(lines) if ANSWERS.search(line.strip())), default=len(lines))
    below = [line.strip() for line in lines[counted + 1 :]]
    # Where each answer stands below its name and a colon, nobody wrote them all.
    names = [] if below and below[0].endswith("：") else below
    return next((n for n in names if 2 <= len(n) <= POSTER_MOST and n[0] != "#" and is_name(n) and not rule_for(n)), "")


def _of_first_post(lines: tuple[str, ...], title: str) -> str:
    """The first name between the title (its letters) and the line that says when the first post of a forum was written;
    mottos stand there, too."""
    post = next((at for at, line in enumerate(lines) if opens_discussion(line)), 0)
    start = max((at + 1 for at, line in enumerate(lines[:post]) if letters(line) == title), default=0)
    names = (line.strip() for line in lines[start:post] if len(line.strip()) <= POSTER_MOST and not rule_for(line))
    return next((name for name in names if len(name) >= 2 and any(map(str.isalnum, name))), "")


def _printed(around: Surroundings) -> Iterator[Evidence]:
    above = with_labels([line for line in around.above if len(line) <= SHORT])
    short = [line for line in around.below if len(line) <= SHORT]
    ends = [*with_labels(list(around.closing)), *around.below[:3], *with_labels(short)[len(short) :]]
    opening = [line[:SHORT] for line in around.opening[:3]]
    yield from _each(bylines.wrote, above, "labelled beside the title", 90)
    yield from _each(bylines.of_board, above, "labelled beside the title", 90)
    yield from _each(bylines.dispatch, [*above, *opening], "head of the report", 88)
    yield from _each(bylines.reporters, above, "reporter beside the title", 86)
    yield from _each(bylines.biography, ends, "biography below the text", 84)
    short = [line for line in opening if len(line) < SHORT]
    bracketed = [head[1] for line in opening if (head := IN_FRONT.match(line))]
    yield from _each(bylines.wrote, [*short, *bracketed], "labelled before the text", 80)
    yield from _each(unlabelled.behind_outlet, bracketed, "head of the report", 67)
    # Of a list of works, whoever made one of them did not write the article.
    works = sum(ends_work(line.partition("作者")[0]) for line in ends if "作者" in line)
    signed = [] if works >= WORKS_LEAST else [line for line in ends if len(line) <= SHORT]
    yield from _each(bylines.wrote, signed, "labelled below the text", 76)
    # A translator stands for the author where nothing else names one.
    yield from _each(bylines.translated, [x for x in (*above, *opening, *ends) if len(x) <= SHORT], "translator", 33)
    yield from _each(bylines.reporters, [*opening, *ends], "reporter in the text", 74)
    signed = [t for t in around.closing if len(t) >= SIGNED_LEAST or t.startswith(("（", "("))]
    yield from _each(bylines.dispatch, ends, "report line in the text", 73)
    yield from _each(signature, signed[-3:], "signature", 70)
    yield from _each(lambda line: unlabelled.name_and_outlet(line)[0], above, "before the outlet", 68)
    yield from _each(unlabelled.of_review, above, "beside the day", 47)
    yield from _each(unlabelled.in_row, above, "beside the day", 47)
    yield from _each(unlabelled.before_role, above, "before what they did", 91)
    yield from _each(unlabelled.behind_outlet, above, "behind the outlet", 67)
    yield from _each(unlabelled.bare_name, (FOLLOW.sub("", x) for x in above[:6]), "line below the title", 34)
    yield from _each(unlabelled.behind_day, above[:6], "behind the day", 19)
    dated = [x for x in around.before[-ABOVE_TITLE:] if len(x) <= SHORT and (iso_day(x) or SIGNED.fullmatch(x.strip()))]
    yield from _each(bylines.labelled, dated, "labelled above the title", 64)


def _each(way: Callable[[str], tuple[str, ...]], lines: Iterable[str], source: str, rank: int) -> Iterator[Evidence]:
    for line in lines:
        names = () if is_repost(line) else way(line)
        if names:
            yield Evidence("author", names, source, rank)


def _named(around: Surroundings, hints: tuple[Hint, ...], title: str) -> Iterator[Evidence]:
    """Names that elements of the page, its data or its front matter give, or that stand beside the day."""
    given = [h.value for h in hints if h.key == "author" and h.origin == "front matter"]
    yield Evidence("author", tuple(dict.fromkeys(n for value in given for n in _people(value))), "front matter", 60)
    told = [(_people(hint.value) or unlabelled.of_account(hint, hints), *_worth(hint, hints, around)) for hint in hints]
    # An element with one name may be one of several in an element that names them all.
    listed = {(name, rank) for names, _, rank in told if len(names) > 1 for name in names}
    for names, source, rank in told:
        if rank and not (len(names) == 1 and (names[0], rank) in listed):
            yield Evidence("author", names, source, rank)
    yield from unlabelled.of_host(around, hints, title)
    yield from unlabelled.of_own_blog(around)
    yield from unlabelled.before_title(around, hints, title)
    for line in around.above[:6]:
        if len(line) <= SHORT:
            yield Evidence("author", unlabelled.beside_day(line), "beside the day", 46)
    account = account_beside_day(around, title)
    if account and not is_outlet(account):
        yield Evidence("author", (account,), "beside the day", 44)
    medium = self_named_medium(list(around.opening))
    if medium:
        yield Evidence("author", (medium,), "the text speaks of itself so", 42)


def _worth(hint: Hint, hints: tuple[Hint, ...], around: Surroundings) -> tuple[str, int]:
    """Where a hint that may name an author was found and what it is worth; 0 if nothing."""
    names = _people(hint.value)
    if hint.key == "byline":
        return "element named as the author", 66
    if hint.key == "author" and hint.origin in ("data", "file", "mail"):
        return f"data of the {'page' if hint.origin == 'data' else hint.origin}", 50
    if hint.key == "author" and hint.origin == "owner":
        return OWNER, 20
    if hint.key == "author" and hint.origin == "meta":
        # A template often has the site or the editor on duty there.
        lines = (*around.above, *around.below[:3], *around.closing)
        printed = bool(names) and any(names[0] in EDITORS.sub("", line) for line in lines)
        signed = any(h.key == "signed" and h.value == hint.value for h in hints)
        printed = signed or printed
        windows = [SEPARATOR.split(h.value) for h in hints if h.key == "window"]
        sites = {letters(part) for parts in windows for part in parts[1:]}
        return "<meta>, and printed on the page", 48 if printed and letters(hint.value) not in sites else 0
    if hint.key == "person":
        return "element beside the day", 41
    if hint.key == "account" and len(names) == 1 and not iso_day(hint.value):
        own = hint.origin in table("metadata")["account_ids"]
        return "account of the page", 30 if own else 40
    return "", 0


def _people(value: str) -> tuple[str, ...]:
    """The names in a value, which may be a whole byline; offices and the label that an element may have inside left
    out."""
    if line := bylines.dispatch(value) or unlabelled.before_role(value):
        return line
    value = LABEL.sub("", bylines.LEADING_MOMENT.sub("", value))
    return tuple(name for name in split_names(value) if not is_outlet(name))
