"""Author, day and outlet of a page, from what is printed around the body and what its data says."""

from __future__ import annotations

import re

from convert.evidence.byline import (
    biography,
    is_outlet,
    labelled_authors,
    name_and_outlet,
    reporters,
    self_named_medium,
    signature,
    split_names,
)
from convert.evidence.dates import iso_day
from convert.evidence.title import SEPARATOR
from convert.page import Draft
from convert.rules.tables import line_rules, patterns, table
from convert.text.characters import folded, letters, simplified

# Bylines, credits and notes stand among the first and last blocks. A choice: wide enough for every page in the
# tests, and narrow enough that a name in the middle of the text is nobody's byline.
HEAD_BLOCKS = 6
TAIL_BLOCKS = 12
EDGE_MARKS = " 《》[]【】（）()|·.-"
SHORT = 120
# A note at the end that says where and when a piece was first printed.
FIRST_PRINTED = re.compile(r"^\W{0,2}(?:本文)?(?:原载|刊于|载于|原刊|首发于|发表于|写于|发布时间|发布日期)")
# A signature closes a paragraph of two lines or more.
SIGNED_LEAST = 40


def find_authors(draft: Draft) -> tuple[str, ...]:
    """The authors, best evidence first: biography, labels, reporters, signature, account, the text itself."""
    head, tail = _edges(draft)
    near = [*draft.header, *head, *tail]
    ways = (
        (biography, tail),
        (labelled_authors, [*[t for t in near if len(t) <= SHORT], *draft.footer[:3]]),
        (reporters, [*[t for t in draft.header if len(t) <= SHORT], *head, *tail, *_first_paragraphs(draft)]),
        (signature, [b.text for b in draft.blocks if len(b.text) >= SIGNED_LEAST][-3:]),
        (lambda line: name_and_outlet(line)[0], draft.header),
        (_names_after_day, [*draft.header, *head]),
    )
    for way, lines in ways:
        for line in lines:
            names = way(line) if not _is_repost(line) else ()
            if names:
                return names
    return _given(draft) or _account_author(draft) or _named_account(draft)


def find_date(draft: Draft) -> str:
    """The day of publication as printed near the title, else as the data says."""
    given = draft.hint_values("date", "front matter")
    head, tail = _edges(draft)
    printed = [line for line in (*draft.header, *head) if len(line) <= SHORT]
    first_printed = [
        line for line in (*head, *tail, *draft.footer[:3]) if FIRST_PRINTED.search(simplified(line[:SHORT]))
    ]
    lines = [*given, *printed, " ".join(draft.header[:6]), *draft.hint_values("date"), *first_printed]
    return next((day for day in map(iso_day, lines) if day), "")


def find_site(draft: Draft, rights: str = "") -> str:
    """The outlet that first published the page, else the one that shows it."""
    head, tail = _edges(draft)
    near = [rights, *draft.header, *[t for t in (*head, *reversed(tail), *draft.footer[:3]) if len(t) <= SHORT]]
    for line in near:
        site = _source(line)
        if site:
            return site
    for line in draft.header:
        _, outlet = name_and_outlet(line)
        if outlet:
            return outlet
    named = [h.value for h in draft.hints if h.key == "account" and h.origin in table("metadata")["account_ids"]]
    return next(iter(named), "") or _given_site(draft) or _account(draft) or _window_site(draft)


def _edges(draft: Draft) -> tuple[list[str], list[str]]:
    texts = [" ".join(block.text.split()) for block in draft.blocks]
    texts = [text for text in texts if text]
    return texts[:HEAD_BLOCKS], texts[HEAD_BLOCKS:][-TAIL_BLOCKS:]


def _first_paragraphs(draft: Draft) -> list[str]:
    return [b.text.strip()[:SHORT] for b in draft.blocks if b.kind == "paragraph" and len(b.text) >= SIGNED_LEAST][:3]


def _is_repost(line: str) -> bool:
    """A reposter's notice names the reposter as author."""
    key = folded(line)
    return any(rule.action == "via" and rule.pattern.search(key) for rule in line_rules())


def _names_after_day(line: str) -> tuple[str, ...]:
    """Two names or more behind the time of publication."""
    found = re.fullmatch(
        r"[\d\-/年月日:. ]{10,20}\s+([\u4e00-\u9fff·]{2,4}(?:\s[\u4e00-\u9fff·]{2,4}){1,4})", line.strip()
    )
    return split_names(found[1]) if found and not is_outlet(found[1]) else ()


def _given(draft: Draft) -> tuple[str, ...]:
    """An author that the data names, unless it is the outlet again."""
    sites = {letters(value) for key in ("site", "category") for value in draft.hint_values(key)}
    for values in (draft.hint_values("author", "front matter"), draft.hint_values("author", "data")[:1]):
        names = [name for value in values for name in split_names(value)]
        names = [name for name in dict.fromkeys(names) if letters(name) not in sites and not is_outlet(name)]
        if names:
            return tuple(names)
    return ()


def _account(draft: Draft) -> str:
    """The account that stands beside the day, before or after it, or on the first line below the title."""
    for line, below in zip(draft.header, draft.header[1:], strict=False):
        if re.match(table("metadata")["platforms"], below.strip()) and 2 <= len(line.strip()) <= 16:
            return line.strip()
    for line in (*draft.header[:4], *_edges(draft)[0][:2]):
        if len(line) > SHORT or _names_after_day(line):
            continue
        plain = re.sub(r"^原[创創]\s*", "", line.strip())
        beside = re.fullmatch(r"([^\s\d:：|/]{2,16})\s+\d{4}[-/年.].*", plain)
        behind = re.match(
            r"\d{4}[-/年.]\s?\d{1,2}[-/月.]\s?\d{1,2}日?\s*\d{1,2}:\d\d(?::\d\d)?\s+([^\s\d:：|/(（]{2,12})(?=\s|$)",
            plain,
        )
        found = beside or behind
        if found and split_names(found[1]):
            return found[1]
    first = draft.header[0].strip() if draft.header else ""
    dated = any(iso_day(line) or re.search(r"发布时间|昨天|今天|前天|\d\d-\d\d", line) for line in draft.header[1:4])
    return first if dated and re.fullmatch(r"[^\s\d:：|/。，]{2,12}", first) else ""


def _account_author(draft: Draft) -> tuple[str, ...]:
    account = _account(draft)
    if account and not is_outlet(account):
        return (account,)
    medium = self_named_medium([b.text for b in draft.blocks if b.kind == "paragraph" and len(b.text) > 40][:6])
    return (medium,) if medium else ()


def _named_account(draft: Draft) -> tuple[str, ...]:
    """The account that an element of the page names, unless it is an outlet; a named writer before the account."""
    values = [h.value for h in draft.hints if h.key == "account"]
    for value in values:
        names = split_names(value)
        if len(names) == 1 and not is_outlet(names[0]) and not iso_day(value):
            return names
    return ()


def _source(line: str) -> str:
    line = line.strip()
    for each in patterns("metadata", "source"):
        found = each.search(simplified(line))
        if not found:
            continue
        end = re.search(table("metadata")["source_ends"], found[1])
        site = line[found.start(1) : found.start(1) + end.start() if end else found.end(1)].strip(EDGE_MARKS)
        if len(site) >= 2 and not any(re.search(p, site) for p in table("metadata")["no_source"]):
            return site
    return ""


def _given_site(draft: Draft) -> str:
    for key, origin in (("site", "front matter"), ("site", "meta"), ("author", "front matter")):
        for value in draft.hint_values(key, origin):
            # A name of up to four characters is a person's; a longer one in a dump is as often the feed's.
            person = key == "author" and len(value) <= 4 and value in _given(draft)
            if len(value) <= 30 and not re.match("https?:", value) and not person:
                return value
    return ""


def _window_site(draft: Draft) -> str:
    for window in draft.hint_values("window"):
        parts = [p.strip() for p in SEPARATOR.split(window) if p.strip() and not p.strip().startswith("Powered")]
        if len(parts) > 1 and len(parts[-1]) <= 20:
            return parts[-1]
    return ""
