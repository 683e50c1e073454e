"""The edges of a text copy: menus, bylines and tags that were copied along with the article.

In HTML the container leaves most of them out; a text copy has only the shape of its lines.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter

from convert.clean.below import first_reply_below, speaks_less
from convert.clean.headings.numbers import counted_end, is_bare_number, order
from convert.clean.headings.plain import first_of_heads
from convert.clean.link_lists import SOURCES
from convert.clean.selection import (
    CUT_SHARE,
    TITLE_REASON,
    Selection,
    is_prose,
    is_set_apart,
    is_tags,
    prose_length,
    said,
    shape,
    shapes_of,
    text_blocks,
)
from convert.evidence.copies.contents import LISTED
from convert.evidence.density import Texts, densest
from convert.evidence.lines import is_prose as runs
from convert.page import Block
from convert.text.characters import ends_sentence, hanzi_count, letters
from convert.text.code import is_of_code
from convert.text.days import iso_day

# Words of menus and tags; headings and captions are longer, or stand alone.
MENU_WORD = 8
MENU_LEAST = 4
# Months with the number of their articles are longer, and more of them stand on end: 四月 201728.
LONG_MENU_LEAST = 6
WORD_HANZI = 4
# Titles of other articles below a text.
TITLE_LEAST, TITLE_MOST = 6, 40
# A line between title and body that is no sentence and no longer than this is the name of an account or of
# a button when there is a byline beside it (the shortest subtitle seen has 13).
BUTTON = 12

# Titles of others above a text, slogans and subtitles are fewer than its own lines.
LINES_MOST = 4
# What closes an article: whose it is, who may reprint it, its tags, where to share it.
CLOSINGS = frozenset((
    "disclaimer", "rights notice", "repost notice", "editor on duty", "end mark", "original title", "tags", "byline",
    "share bar",
))  # fmt: skip
# What is taken out of the middle of articles as well.
WITHIN = frozenset(("navigation", "address of the page", "player or script text", "no letter in it"))
# So many lines, and this share of all before such a note, go on as an article does; of titles of others a fifth.
GOING_LEAST = 2
GOING_SHARE = 0.3
CLAUSE = re.compile("[，；。]")
INSIDE = {"heading", "code", "table"}
# What does not speak of the title may be as much as the article, and a half more: comments below a short one.
MORE_BELOW = 1.5
# So many titles in a list, and so much of it, are no part of an article.
LISTED_LEAST = 10
LISTED_SHARE = 0.8
# Why a block is out that stands above the title, or below the end.
BELOW = "after the end of the article"
OTHER_ARTICLES = "other articles"
BEFORE_TITLE = "before the title"
# A section may begin before the first paragraph.
FIRST = re.compile(r"0?1\b|一、|第一")
# What something is, behind the name of it: 口味：咸香. Titles have colons, too, but not most of them.
FACT = re.compile(r"\w[:：]\s*\w")
# Labels of sources, of the offices that a notice says to call, and words before a list.
ANNOUNCES = re.compile(rf"{SOURCES.pattern}|[联聯][系絡络]方式\W*$|[:：]\s*$", re.I)


def cut_edges(selection: Selection, title: str) -> None:
    """Furniture between the title and the first paragraph, and all that stands below the article."""
    texts = text_blocks(selection)
    start = max((r.index for r in selection.removed if r.reason == TITLE_REASON), default=-1)
    taken = {r.index for r in selection.removed if r.index > start}
    first = next((i for i, b in texts if i > start and is_prose(b)), -1)
    # Below the first head of a section, or code, stands the article.
    inside = next((i for i, b in sorted(selection.kept.items()) if i > start and b.kind in INSIDE), first)
    first = min((index for index in (first, inside) if index >= 0), default=-1)
    for index in _header_furniture(texts, first, taken):
        selection.remove(index, "between title and text")
    texts = text_blocks(selection)
    _, end = densest(texts)
    end = counted_end(texts, _verse_end(texts, end, taken), taken)
    # No site has code below its articles, nor sections that their tables of contents name. Below lists of titles some
    # have tables, of prices and courses.
    own = [i for i, b in selection.kept.items() if b.kind == "code" or b.hint == LISTED]
    tables = [i for i, b in selection.kept.items() if b.kind != "code" and is_set_apart(b)]
    end = max(end, *own, -1)
    listed = _tail_start(texts, end, set())
    end = max(end, *(i for i in tables if not 0 <= listed < i), -1)
    over = _tail_start(texts, end, taken | _frame(selection, texts, end))
    over = _signed_end(selection, texts, end, max(over, first_reply_below(selection)))
    parts = [t for t in texts if t[0] <= end], [t for t in texts if t[0] >= over]
    if 0 <= end < over and (reason := _below(*parts, title)):
        selection.remove_from(over, reason)


def _verse_end(texts: Texts, end: int, removed: set[int]) -> int:
    """Where the article ends, if verse or talk in short lines goes on behind its densest part: at the last running line
    before anything of the site, a paragraph, a list of titles or lines that the page says again."""
    over = min((index for index in removed if index > end), default=texts[-1][0] + 1 if texts else 0)
    counts = Counter(letters(block.text) for _, block in texts)
    rest = [(index, block) for index, block in texts if end < index < over]
    for place, (index, block) in enumerate(rest):
        run = [other for _, other in rest[place : place + MENU_LEAST]]
        titles = len(run) == MENU_LEAST and _are_titles(run)
        if titles or counts[letters(block.text)] > 2 or is_prose(block):
            break
        end = index if runs(block.text) else end
    return end


def _signed_end(selection: Selection, texts: Texts, end: int, over: int) -> int:
    """Where the tail begins: at `over`, unless the next thing of the site is a note that closes articles, and what
    stands before it goes on as articles do, with clauses, code and numbers. A last list closes no sentence."""
    notes = (r for r in selection.removed if r.index > over and r.reason not in WITHIN)
    below = min(notes, key=lambda r: r.index, default=None)
    if not 0 <= end < over or below is None or below.reason not in CLOSINGS:
        return over
    between = [block for index, block in texts if over <= index < below.index]
    going = [block for block in between if _goes_on(block)]
    return below.index if len(going) >= max(GOING_LEAST, GOING_SHARE * len(between)) else over


def _goes_on(block: Block) -> bool:
    text = block.text.strip()
    numbered = order(block) > 0 and not is_bare_number(block)
    return numbered or block.kind == "heading" or bool(CLAUSE.search(text)) or is_of_code(text)


def _below(article: Texts, rest: Texts, title: str) -> str:
    """Why the rest goes: it holds little running text against the article, or what other people say of other things; or
    it is a long list of titles, of which one may close like a sentence. Empty if it stays."""
    before, after = prose_length(article), prose_length(rest)
    titles = sum(_are_titles([block]) for _, block in rest)
    if before and titles >= max(LISTED_LEAST, LISTED_SHARE * len(rest)):
        return OTHER_ARTICLES
    if after <= MORE_BELOW * before and speaks_less(title, said(article), said(rest)):
        return OTHER_ARTICLES
    return BELOW if after <= CUT_SHARE * before else ""


def _header_furniture(texts: Texts, first: int, removed: set[int]) -> list[int]:
    """Indices of lines above the first paragraph (index `first`) that are not the article.

    `texts` are the blocks kept below the title, `removed` the indices taken out already for what they say.
    """
    shapes = shapes_of(texts)
    headed = {i for (_, upper), (i, _) in itertools.pairwise(texts) if is_bare_number(upper)}
    # The number of a first section, too, where the second has one further down.
    numbers = [(i, order(block)) for i, block in texts if is_bare_number(block)]
    headed |= {i for i, number in numbers if number == 1 and any(i < j and other == 2 for j, other in numbers)}
    headed |= first_of_heads(texts)
    above = [(i, b) for i, b in texts if i < first and not _is_sentence(b.text) and not FIRST.match(b.text)]
    above = [(i, b) for i, b in above if b.kind != "heading" and "，" not in b.text]
    # Days that stand in many places in one shape head the parts of a diary, or its pictures.
    above = [(i, b) for i, b in above if i not in headed and not (iso_day(b.text) and shapes[shape(b.text)] > 2)]
    furniture = [i for i in removed if i < first] + [i for i, b in above if _is_byline(b.text)]
    # Behind so many longer lines the text has begun, whatever of the site stands further down.
    text = [i for i, b in above if len(b.text) > BUTTON and not _is_byline(b.text)][LINES_MOST - 1 : LINES_MOST]
    furniture = [index for index in furniture if not text or index < text[0]]
    last = max(furniture, default=-1)
    found = [i for i, b in above if _is_byline(b.text) or (len(b.text) <= BUTTON and furniture and i <= last + 3)]
    # Tags stand below the text, too, and with the articles before and behind.
    again = Counter(letters(block.text) for _, block in texts)
    found += [i for i, b in above if again[letters(b.text)] > 2]
    return sorted({*found, *_menus(above, removed)})


def _menus(lines: Texts, removed: set[int]) -> list[int]:
    """Indices of the words of menus: so many short lines on end, nothing but what was `removed` between."""
    runs: list[list[tuple[int, Block]]] = []
    for index, block in lines:
        if len(block.text) > BUTTON:
            continue
        if not runs or not removed.issuperset(range(runs[-1][-1][0] + 1, index)):
            runs.append([])
        runs[-1].append((index, block))
    menus = [run for run in runs if sum(len(block.text) <= MENU_WORD for _, block in run) >= MENU_LEAST]
    return [index for run in menus for index, _ in run]


def _tail_start(texts: Texts, end: int, removed: set[int]) -> int:
    """The index behind `end` where the article is over: a line of the site, or a list of tags; -1 if nowhere."""
    after = [(i, b) for i, b in texts if i > end]
    starts = [i for i in removed if i > end]
    above = next((b for i, b in reversed(texts) if i <= end), None)
    announced = False
    for place, (index, block) in enumerate(after):
        run = [block for _, block in after[place : place + MENU_LEAST]]
        longer = [block for _, block in after[place : place + LONG_MENU_LEAST]]
        listed = len(run) == MENU_LEAST and (_are_words(run) or _are_titles(run))
        listed = listed or (len(longer) == LONG_MENU_LEAST and _are_words(longer, BUTTON, WORD_HANZI))
        listed = listed or (place == 0 and is_tags(block, said([t for t in texts if t[0] <= end])))
        announced = listed and (announced or bool(above and ANNOUNCES.search(above.text[-40:])))
        if listed and not announced:
            starts.append(index)
            break
        above = block
    return min(starts, default=-1)


def _frame(selection: Selection, texts: Texts, end: int) -> set[int]:
    """Indices of lines behind `end` that stand above the title, too: sites frame their pages with names and menus."""
    above = {letters(r.block.text) for r in selection.removed if r.reason == BEFORE_TITLE} - {""}
    return {index for index, block in texts if index > end and letters(block.text) in above and not is_prose(block)}


def _are_words(run: list[Block], most: int = MENU_WORD, hanzi: int = MENU_WORD) -> bool:
    """True for words of so many characters at most, no more of them Chinese than `hanzi`."""
    return all(
        len(block.text) <= most
        and hanzi_count(block.text) <= hanzi
        and not _is_sentence(block.text)
        and not FACT.search(block.text)
        for block in run
    )


def _are_titles(run: list[Block]) -> bool:
    """True for titles of other articles: lines of their length that are no sentences, no cells and no items, and of
    which not most are facts behind their names."""
    facts = sum(bool(FACT.search(block.text)) for block in run)
    return 2 * facts <= max(2, len(run)) and all(
        hanzi_count(block.text) >= TITLE_LEAST
        and len(block.text) <= TITLE_MOST
        and not _is_sentence(block.text)
        and not block.text.endswith(("，", ","))
        and "=" not in block.text
        and (block.kind == "paragraph" and not order(block) and "\t" not in block.text)
        for block in run
    )


def _is_byline(text: str) -> bool:
    return len(text) <= 100 and (bool(iso_day(text)) or bool(re.search(r"\d\d:\d\d", text)) or not letters(text))


def _is_sentence(text: str) -> bool:
    return ends_sentence(text) and not _is_byline(text) and len(text) > 4
