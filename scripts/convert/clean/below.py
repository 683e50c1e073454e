"""What stands below an article, told by what recurs: in text copies comments by their buttons, other articles by their
moments; in pages headings that are links, with nothing below them."""

from __future__ import annotations

import itertools
import re

from convert.clean.selection import CUT_SHARE, TITLE_REASON, Selection, text_blocks
from convert.evidence.density import is_of_another
from convert.evidence.floors import AGO, NUMBERED, TODAY, first_post, first_reply
from convert.evidence.lines import is_prose
from convert.evidence.repeated import BUTTONS_MOST, CARDS
from convert.page import Block, Removed
from convert.rules.tables import pattern, rules_of
from convert.text.characters import ends_sentence, folded, hanzi_count, letters, spoken_share
from convert.text.days import DAY, iso_day

# Three comments are a discussion; one line of buttons may belong to the article itself.
LEAST = 3
OTHERS = {
    CARDS,
    "comments",
    "related articles",
    "other articles",
    "list of links",
    "widget: related",
    "widget: comments",
}
SIGNATURE = {"byline", "address of the page", "disclaimer"}
ABOVE_POST = "above the first post"
# The line above a comment is its writer's name.
NAME_MOST = 20

Texts = list[tuple[int, Block]]
# Three summaries are a list; each takes no more than so many lines.
SUMMARIES_LEAST = 3
SUMMARY_MOST = 20
# What stands above most of the moments in one way (as text or not) belongs to the summary below or above it.
ALIKE = 0.7
# The article speaks of its title; of it other articles repeated up to 0.29 as much, entries of a chronicle 0.4.
SPOKEN_OF = 0.45
LESS = 0.35
# What calls to go on elsewhere.
CALL = re.compile(r"(?:read more|阅读全文|see all(?: \d+)? posts)\W*")
# When one of them was published: a day with its time, or how long ago behind the name of its site; how long it takes to
# read; and what calls to go there.
MOMENT = re.compile(
    rf"(?:{DAY}\s*\d\d:\d\d(?::\d\d)?|(?:\S{{1,16}}\s?[·•|]\s?)?(?:{AGO}|{TODAY}))"
    rf"|\d+\s?(?:分钟|min)\s?(?:阅读|read)?\W*|{CALL.pattern}"
)
# So many titles with their days are a list.
LISTED_LEAST = 3
# The label of such a list.
LABEL_MOST = 4
# Shorter words (in letters) name a thing, with its page behind.
CARD_LEAST = 6
DAY_ALONE = re.compile(DAY)
ADDRESS = "://"
OF_ALL = re.compile(r"所有(?:文章|[内內]容)|all (?:articles|posts)", re.I)
# No article calls twice.
CALLS_LEAST = 2


def cut_above_post(selection: Selection, title: str) -> None:
    """What a forum prints above its first post, rules and menus, and who wrote it when."""
    texts = text_blocks(selection)
    at = first_post([block.text for _, block in texts])
    key = letters(title)
    if at >= 0 and any(letters(block.text) == key for _, block in texts[:at]):
        named = max(place for place, (_, block) in enumerate(texts[:at]) if letters(block.text) == key)
        for place, (index, block) in enumerate(texts[: at + 1]):
            if letters(block.text) != key:
                selection.remove(index, ABOVE_POST if place < named else "byline")


def cut_below_signature(selection: Selection, title: str) -> None:
    """The lines in which a blog says under its article whose it is, where it stands and who may take it, and what
    stands below them: the articles before and behind. These are less than what stands above, or that is the title and
    running text, which no other article of the page signs, and the blog speaks of all: quoted ones are signed, too."""
    blocks = {**{r.index: r.block for r in selection.removed}, **selection.kept}
    ends, texts = _signatures(selection, blocks), text_blocks(selection)
    for end in ends[:1]:
        above, below = (sum(len(b.text) for at, b in texts if (at < end) is side) for side in (True, False))
        of_all = any(OF_ALL.search(blocks[at].text) for at in range(end, end + len(SIGNATURE)) if at in blocks)
        titles = (r.index for r in selection.removed if r.reason == TITLE_REASON)
        told = any(is_prose(block.text) for named in titles for at, block in texts if named < at < end)
        whole = of_all and len(ends) == 1 and told
        for later in [at for at in selection.kept if at >= end and (whole or above >= below)]:
            selection.remove(later, "other articles")


def _signatures(selection: Selection, blocks: dict[int, Block]) -> list[int]:
    """Where the lines begin that sign an article: of three each says one of what a signature says."""
    # Most lines are not asked about: each signature has an address.
    near = {at + step for at, block in blocks.items() if ADDRESS in block.text for step in range(-2, 3)}
    told = {at: {rule.reason for rule in rules_of(blocks[at].text)} for at in near & selection.kept.keys()}
    told |= {r.index: {r.reason} for r in selection.removed}
    signed = [at for at in sorted(told) if set().union(*(told.get(at + step, ()) for step in range(3))) >= SIGNATURE]
    return [at for at in signed if at - 1 not in signed]


def discussion_start(texts: Texts) -> int:
    """The place in `texts` where comments begin; -1 if there are none."""
    if (reply := first_reply([block.text for _, block in texts])) >= 0:
        return reply
    marks = pattern("html", "comment_buttons")
    places = [at for at, (_, b) in enumerate(texts) if len(b.text) <= BUTTONS_MOST and marks.search(b.text.strip())]
    groups: list[list[int]] = []
    for at in places:
        if groups and at - groups[-1][-1] <= 1:
            groups[-1].append(at)
        else:
            groups.append([at])
    if len(groups) < LEAST:
        return -1
    # What stands between two rows of buttons is one comment; the first has as many lines above its own.
    lines = min(after[0] - before[-1] - 1 for before, after in itertools.pairwise(groups))
    start = groups[0][0] - lines
    if not any(is_prose(block.text) for _, block in texts[: max(start, 0)]):
        # The opening post has buttons, too.
        start = groups[1][0] - lines
        return start if any(is_prose(block.text) for _, block in texts[:start]) else -1
    if len(texts[start][1].text) <= NAME_MOST and not ends_sentence(texts[start][1].text):
        return start
    return groups[0][0]


def first_reply_below(selection: Selection) -> int:
    """The index of the first reply, where the posts are numbered: all above is of the first post; else -1."""
    replies = [r for r in selection.removed if r.reason == "comments"]
    numbered = any(NUMBERED.search(r.block.text) for r in replies)
    return min(r.index for r in replies) if numbered else -1


def cut_other_articles(selection: Selection, title: str) -> None:
    """Everything from the first of three or more summaries with their moments on, if they speak far less of the title
    than what stands above them does: the entries of a chronicle have days, too. And a list of titles with their days.
    """
    texts = text_blocks(selection)
    lines = [block.text.strip() for _, block in texts]
    start = _first_summary(lines)
    # The title itself, said again below, speaks of nothing.
    said = ["" if letters(line) == letters(title) else line for line in lines]
    called = sum(bool(CALL.fullmatch(folded(line))) for line in lines[start:]) >= CALLS_LEAST
    if start > 0 and (called or speaks_less(title, " ".join(said[:start]), " ".join(said[start:]))):
        selection.remove_from(texts[start][0], "other articles")
    # Days alone on their lines may be gone by now.
    days = [(r.index, r.block) for r in selection.removed if r.reason == "date or counter"]
    texts = sorted([*text_blocks(selection), *days], key=lambda text: text[0])
    listed = _first_listed([block.text.strip() for _, block in texts])
    if listed > 0:
        selection.remove_from(texts[listed][0], "other articles")


def speaks_less(title: str, above: str, below: str) -> bool:
    """True if the text above speaks of the title, and what stands below it far less."""
    spoken = spoken_share(title, folded(above))
    return spoken >= SPOKEN_OF and spoken_share(title, folded(below)) <= LESS * spoken


def _first_listed(lines: list[str]) -> int:
    """The place where titles of other articles begin below the text, each with its day on a line of its own, the newest
    first; -1: nowhere. A chronicle in a text goes on from its first day."""
    text = next((at for at, line in enumerate(lines) if is_prose(line)), len(lines))
    dated = [(at, iso_day(line)) for at, line in enumerate(lines) if at > text and DAY_ALONE.fullmatch(line)]
    for first in range(len(dated) - LISTED_LEAST + 1):
        row = dated[first : first + LISTED_LEAST]
        places, told = [at for at, _ in row], [day for _, day in row]
        titles = [lines[at + 1] for at in places if at + 1 < len(lines)]
        apart = {other - one for one, other in itertools.pairwise(places)} == {2}
        sorted_back = told == sorted(told, reverse=True) and told[0] != told[-1]
        if apart and sorted_back and not any(title.endswith("。") for title in titles):
            start = places[0]
            while start - 1 > text and (
                is_of_another(lines[start - 1]) or len(letters(lines[start - 1])) <= LABEL_MOST
            ):
                start -= 1
            return start
    return -1


def _first_summary(lines: list[str]) -> int:
    """The place where the summaries begin; -1: there are none."""
    text = next((at for at, line in enumerate(lines) if is_prose(line)), len(lines))
    moments = [at for at, line in enumerate(lines) if at > text and MOMENT.fullmatch(folded(line))]
    apart = [other - one for one, other in itertools.pairwise(moments)]
    rows = [
        at
        for at in range(len(apart) - SUMMARIES_LEAST + 2)
        if max(apart[at : at + SUMMARIES_LEAST - 1]) <= SUMMARY_MOST
    ]
    if not rows:
        return -1
    first = rows[0]
    # A box further up, with fewer, is of the list, too, unless text stands between.
    while first and not any(map(is_prose, lines[moments[first - 1] : moments[first]])):
        first -= 1
    moments, apart = moments[first:], apart[first:]
    start = moments[0]
    for up in range(1, min(apart)):
        prose = [is_prose(lines[at - up]) for at in moments]
        if start - 1 <= text or prose.count(prose[0]) < ALIKE * len(moments):
            break
        start -= 1
    return start


def cut_linked_headings(selection: Selection) -> None:
    """Headings of HTML that are one link to another page, and have no words below them: the titles of cards. Of several
    with only pictures between them the last has what follows the cards below it."""
    shown = [(i, b) for i, b in sorted(selection.kept.items()) if b.kind != "image"]
    cards = [_is_title_of_card(block) for _, block in shown]
    found = []
    for place, (index, block) in enumerate(shown):
        row = any(cards[max(0, place - 1) : place] + cards[place + 1 : place + 2])
        bare = place + 1 == len(shown) or shown[place + 1][1].kind == "heading"
        # One alone may lead to the same text in English.
        if cards[place] and (row or (bare and hanzi_count(block.text) >= CARD_LEAST)):
            found.append((index, block))
    # More is an article that lists what it found elsewhere.
    if sum(len(b.text) for _, b in found) <= CUT_SHARE * sum(len(b.text) for _, b in shown):
        for index, _ in found:
            selection.remove(index, "another article")


def _is_title_of_card(block: Block) -> bool:
    """True for a heading that is a link as long as a title, or the number of another page, and leads out of its own."""
    spans = [span for span in block.spans if span.text.strip() and not span.image]
    outside = bool(spans) and all(span.href and "#" not in span.href for span in spans)
    key = letters(block.text)
    return block.kind == "heading" and outside and (len(key) >= CARD_LEAST or key.isdecimal())


def cut_bare_headings(selection: Selection, removed: tuple[Removed, ...]) -> None:
    """The last headings of a page below which nothing is left but what was taken out as other articles' or readers':
    `removed` is what was, before the lines were looked at."""
    last = max((r.index for r in (*removed, *selection.removed) if r.reason in OTHERS), default=-1)
    for index, block in reversed(sorted(selection.kept.items())):
        if block.kind != "heading" or index >= last:
            return
        selection.remove(index, "heading with nothing below it")


def said_around(texts: Texts, end: int, title: str) -> tuple[str, str]:
    """The words before and behind the place; the title itself, said again in a list, speaks of nothing."""
    key = letters(title)
    said = [(index < end, "" if key in letters(block.text) else block.text) for index, block in texts]
    above, below = (" ".join(text for side, text in said if side is wanted) for wanted in (True, False))
    return above, below
