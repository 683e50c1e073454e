"""A plain-text copy of a page to a draft: lines to paragraphs, and which line is the title."""

from __future__ import annotations

import html
import itertools
import re

from convert.evidence.density import densest, is_menu
from convert.evidence.fields.dates import iso_day
from convert.evidence.fields.names import is_outlet
from convert.evidence.fields.title import SEPARATOR, without_site
from convert.evidence.lines import is_prose
from convert.page import Block, Draft, Hint, Span
from convert.rules.lines import is_label, lead_label, rule_for
from convert.text.characters import ends_sentence, is_ordinary, letters, shared_pairs

BULLET = re.compile(r"\s*[•●▪◦‣·∙]\s+(?=\S)")
# A title and the day and source of its article, which the page sets apart by style alone.
GLUED = re.compile(
    r"^([^\d].{5,60}?)((?:19|20)\d\d年\d{1,2}月\d{1,2}日\s*\d{1,2}:\d\d.{0,60}(?:来源|來源|作者|记者).{0,60})$"
)
# Copies from terminals and mail are wrapped at up to 100 columns; longer lines are whole paragraphs.
WRAPPED_MOST = 100
# Titles of the 29 pages measured have 10 to 37 characters; menus of sites hold shorter words.
TITLE_LEAST = 6
TITLE_MOST = 80
# The text repeats 0.31 to 1.0 of the pairs of characters of its title on 29 pages, 0.45 and more on 25 of them;
# of lines of menus and of other articles, mostly none.
SPOKEN_OF = 0.45
# Three lines that do nothing but count are no headings.
COUNTED_LEAST = 3
# A line that gives a day and is longer than this is text.
BYLINE_MOST = 100
# So many blocks of a text speak of its title; far below stand other articles.
OPENING = 40
# Two lines of running text with no more than so many lines from one to the other stand together.
RUN_APART = 3
NOT_SPOKEN_OF = 0.1


def read_text(text: str) -> Draft:
    """The draft of a text copy: one block a paragraph, with line numbers."""
    blocks = _paragraphs(text)
    head = _head(blocks)
    likely = [block.text.strip() for block in head if _may_title(block.text)]
    title = _checked(_title(head, blocks), likely, _opening(head, blocks))
    hints = (Hint("title", title, "printed"),) if title else ()
    after = next((i + 1 for i, block in enumerate(head) if letters(block.text) == letters(title)), 0)
    header = tuple(" ".join(block.text.split()) for block in head[after:])
    return Draft("text", blocks, hints, header)


def _paragraphs(text: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    # Copies from the source of a page carry its character references.
    for number, lines in _groups(html.unescape(text).split("\n")):
        if _is_wrapped(lines):
            lines = [_unwrapped(lines)]
        for at, line in enumerate(lines, number):
            bullet = BULLET.match(line)
            glued = GLUED.match(line)
            if glued:
                blocks.append(Block("paragraph", (Span(glued[1]),), line=at))
                line = glued[2]
            kind = "item" if bullet else "paragraph"
            blocks.append(Block(kind, (Span(line[bullet.end() :] if bullet else line),), line=at))
    return tuple(without_line_numbers(blocks))


def without_line_numbers(blocks: list[Block]) -> list[Block]:
    """The blocks without the numbers of the lines of code, which a browser copies as a column of their own."""
    kept: list[Block] = []
    at = 0
    while at < len(blocks):
        end = at
        while end < len(blocks) and blocks[end].text.strip() == str(end - at + 1):
            end += 1
        if end - at < COUNTED_LEAST:
            kept.append(blocks[at])
            at += 1
        else:
            at = end
    return kept


def _groups(lines: list[str]) -> list[tuple[int, list[str]]]:
    """(line number, lines) of each run of lines without a blank one."""
    groups: list[tuple[int, list[str]]] = []
    open_group = False
    for number, line in enumerate(lines, 1):
        if not line.strip("\u3000 \t\xa0\f\v"):
            open_group = False
        elif open_group:
            groups[-1][1].append(line)
        else:
            groups.append((number, [line]))
            open_group = True
    return groups


def _is_wrapped(lines: list[str]) -> bool:
    """Lines of nearly one width that mostly end in the middle of a sentence."""
    if len(lines) < 3:
        return False
    widths = [len(line.strip()) for line in lines]
    full = max(widths)
    even = sum(width >= 0.8 * full for width in widths[:-1]) >= 0.8 * (len(lines) - 1)
    broken = sum(not ends_sentence(line) for line in lines[:-1]) >= 0.6 * (len(lines) - 1)
    return 20 <= full <= WRAPPED_MOST and even and broken


def _unwrapped(lines: list[str]) -> str:
    text = lines[0].strip()
    for line in lines[1:]:
        gap = " " if text[-1:].isascii() and line.strip()[:1].isascii() else ""
        text += gap + line.strip()
    return text


def _head(blocks: tuple[Block, ...]) -> list[Block]:
    """The blocks before the first running paragraph of the text."""
    start, sure = _text_start(blocks)
    head = list(blocks[:start])
    if sure:
        return head
    for block in blocks[len(head) :]:
        if is_ordinary(block.text) and not lead_label(block.text.strip()) and head:
            break
        head.append(block)
    return head


def _text_start(blocks: tuple[Block, ...]) -> tuple[int, bool]:
    """Where the text begins: at its densest part, or above it where two lines of running text follow on a byline, which
    makes it sure. Diaries, lists and code have short lines, which say nothing of density."""
    start, _ = densest(list(enumerate(blocks)))
    start = max(start, 0)
    byline = next((i for i, block in enumerate(blocks[:start]) if _is_byline(block.text)), start)
    lines = [(i, blocks[i].text.strip()) for i in range(byline + 1, start)]
    # A title may be a question, or an exclamation.
    runs = [
        i for i, line in lines if is_prose(line) and not rule_for(line) and not line.endswith(("？", "！", "?", "!"))
    ]
    pairs = [one for one, other in itertools.pairwise(runs) if other - one <= RUN_APART]
    if pairs:
        return pairs[0], True
    spoken = _spoken_start(blocks[:start])
    return (spoken, True) if spoken else (start, False)


def _spoken_start(blocks: tuple[Block, ...]) -> int:
    """Where a paragraph below a byline speaks of a line above it: a short article among summaries; 0: nowhere."""
    for byline, block in enumerate(blocks):
        if not iso_day(block.text) or len(block.text) > BYLINE_MOST:
            continue
        above = [b.text.strip() for b in blocks[max(0, byline - 4) : byline] if _may_title(b.text)]
        for at in range(byline + 1, min(byline + 1 + RUN_APART, len(blocks))):
            said = letters(blocks[at].text)
            titled = any(len(t) >= TITLE_LEAST and shared_pairs(letters(t), said) >= SPOKEN_OF for t in above)
            if is_ordinary(blocks[at].text) and titled:
                return at
    return 0


def _title(head: list[Block], blocks: tuple[Block, ...]) -> str:
    """The line at the head that the page repeats, or that a byline follows, or the first that may be it."""
    likely = [(i, b.text.strip()) for i, b in enumerate(head) if _may_title(b.text)]
    if not likely:
        return ""
    counts: dict[str, int] = {}
    for block in blocks:
        counts[letters(block.text)] = counts.get(letters(block.text), 0) + 1
    byline = _byline_place(head)
    above = [text for i, text in likely if byline - 4 < i < byline and len(text) >= TITLE_LEAST]
    # What stands twice in the menus, with another line below it, is the site's name.
    named = [letters(block.text) for block in head[: max(byline, 0)]]
    above = [text for text in above if named.count(letters(text)) < 2 or text is above[-1]]
    repeated = [text for _, text in likely if counts[letters(text)] > 1 and len(letters(text)) >= 2 * TITLE_LEAST]
    both = [text for text in above if text in repeated]
    if both or above:
        return both[0] if both else _most_spoken_of(above, _opening(head, blocks))
    if repeated:
        return repeated[0]
    # With a menu above, the first line is part of it; a title is the longest of such lines.
    menu = sum(len(text) < TITLE_LEAST + 2 for _, text in likely) >= 4
    return max((text for _, text in likely), key=len) if menu else likely[0][1]


def _opening(head: list[Block], blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The text behind the head: to the end of its densest part, and so many blocks at least."""
    _, end = densest(list(enumerate(blocks)))
    return blocks[len(head) : max(end + 1, len(head) + OPENING)]


def _most_spoken_of(lines: list[str], blocks: tuple[Block, ...]) -> str:
    """The line of those above a byline that the text speaks of most; the first of equals. A title is named there,
    a menu is not."""
    text = letters("".join(block.text for block in blocks))
    shares = [min(shared_pairs(letters(line), text), SPOKEN_OF) for line in lines]
    return lines[shares.index(max(shares))]


def _checked(title: str, likely: list[str], blocks: tuple[Block, ...]) -> str:
    """The title, unless the text does not speak of it and speaks of another line; without a site's name behind it."""
    text = letters("".join(block.text for block in blocks))
    others = [
        line for line in likely if len(letters(line)) >= TITLE_LEAST and shared_pairs(letters(line), text) >= SPOKEN_OF
    ]
    if others and title not in others and shared_pairs(letters(title), text) < NOT_SPOKEN_OF:
        title = others[0]
    bare = without_site(title)
    return bare if bare != title and (bare in likely or is_outlet(SEPARATOR.split(title)[-1])) else title


def _byline_place(head: list[Block]) -> int:
    """Where the last line with a day stands, else the last with a name; -1: there is none."""
    named = [i for i, block in enumerate(head) if _is_byline(block.text)]
    dated = [i for i in named if iso_day(head[i].text)]
    return max(dated or named, default=-1)


def _is_byline(line: str) -> bool:
    """True if the line gives a day or a name."""
    rule = rule_for(line)
    named = rule is not None and rule.reason in ("byline", "date or counter")
    return len(line) < 100 and (bool(iso_day(line)) or (named and len(letters(line)) > 4))


def _may_title(text: str) -> bool:
    plain = text.strip()
    if not 2 <= len(plain) <= TITLE_MOST or not letters(plain) or lead_label(plain):
        return False
    if iso_day(plain) and len(plain) < 40:
        # A title may speak of a day, but no short line that gives one is a title.
        return False
    if plain[0] in "·•>»-—|" or is_label(plain, "related") or is_label(plain, "comments"):
        return False
    return rule_for(plain) is None and not is_menu(plain) and not plain.endswith(("。", "，", "；"))
