"""Where the text of a copy begins, and what stands above it ends."""

from __future__ import annotations

import itertools
import re

from convert.evidence.copies.likely import BYLINE_MOST, ends_a_crumb, is_byline, may_title
from convert.evidence.density import densest, is_cut_off, is_of_another
from convert.evidence.floors import opens_discussion, posts_of
from convert.evidence.lines import is_prose
from convert.page import Block
from convert.rules.tables import lead_label, rule_for
from convert.text.characters import folded, is_ordinary, letters, spoken_share
from convert.text.days import iso_day

Blocks = tuple[Block, ...]

# Titles of the 29 pages measured have 10 to 37 characters; menus of sites hold shorter words.
TITLE_LEAST = 6
# The text repeats 0.31 to 1.0 of the pairs of characters of its title on 29 pages, 0.45 and more on 25 of them;
# of lines of menus and of other articles, mostly none.
SPOKEN_OF = 0.45
# Between a title and its day stand a subtitle, names and buttons; between a title and its text, those and tags.
BYLINE_WITHIN = 5
# Two lines of running text with no more than so many lines from one to the other stand together.
RUN_APART = 3
# Below a title that nothing but its being said again tells, the text begins at once.
BELOW_TITLE = 3
CLAUSED = re.compile(r"[，。；、？！]\s*$")
CLAUSE_LEAST = 5


def text_start(blocks: Blocks) -> tuple[int, bool]:
    """Where the text begins: at its densest part, or above it where two lines of running text follow on a byline, which
    makes it sure. Diaries, lists and code have short lines, which say nothing of density."""
    start, _ = densest(list(enumerate(blocks)))
    heads = [at for at, block in enumerate(blocks) if block.kind == "heading"]
    start = min(max(start, 0), *heads[1:2] or [len(blocks)])
    while start < len(blocks) - 1 and _stands_above(blocks[start]):
        start += 1
    posts = posts_of([block.text for block in blocks])
    if posts and (opens_discussion(blocks[posts[0]].text) or not any(map(_runs, blocks[: posts[0]]))):
        return posts[0] + 1 + ends_a_crumb(blocks, posts[0] + 1), True
    byline = next((i for i, block in enumerate(blocks[:start]) if is_byline(block.text)), -1)
    runs = [i for i in range(byline + 1, start) if _runs(blocks[i]) and not _opens_below(blocks, i)]
    pairs = [one for one, other in itertools.pairwise(runs) if other - one <= RUN_APART]
    if byline < 0:
        said = _said_twice(blocks[:start])
        pairs = [at for at in pairs if any(above < at <= above + BELOW_TITLE for above in said)]
    spoken = _spoken_start(blocks[:start])
    if pairs or spoken:
        return min(filter(None, (spoken, *pairs[:1]))), True
    return start, False


def _stands_above(block: Block) -> bool:
    """True for a line that closes like text and is none: a byline with a colon at its end, a title that asks."""
    line = block.text.strip()
    return (is_byline(line) and bool(iso_day(line))) or (line.endswith(("？", "?")) and may_title(block))


def _said_twice(blocks: Blocks) -> list[int]:
    """The last place of each line that is said again: on a page without a byline, one is the title."""
    places: dict[str, list[int]] = {}
    for at, block in enumerate(blocks):
        if may_title(block) and len(key := letters(block.text)) >= TITLE_LEAST:
            places.setdefault(key, []).append(at)
    return [found[-1] for found in places.values() if len(found) > 1]


def _runs(block: Block) -> bool:
    """True for a line of text, verse too; a title may be a question, or an exclamation."""
    line = block.text.strip()
    verse = len(line) >= CLAUSE_LEAST and bool(CLAUSED.search(line))
    told = rule_for(line) is None and not is_of_another(line)
    return (is_prose(line) or verse) and told and not line.endswith(("？", "！", "?", "!"))


def _opens_below(blocks: Blocks, at: int) -> bool:
    """True for a line with which one right below it begins: a title that its caption or its lead says again."""
    key = letters(blocks[at].text)
    return any(letters(block.text).startswith(key) for block in blocks[at + 1 : at + 1 + RUN_APART])


def _spoken_start(blocks: Blocks) -> int:
    """Where a paragraph below a byline speaks of a line above it: a short article among summaries; 0: nowhere."""
    for byline, block in enumerate(blocks):
        if not iso_day(block.text) or len(block.text) > BYLINE_MOST:
            continue
        above = [b.text.strip() for b in blocks[max(0, byline - BYLINE_WITHIN) : byline] if may_title(b)]
        for at in range(byline + 1, min(byline + 1 + RUN_APART, len(blocks))):
            said = folded(blocks[at].text)
            titled = any(len(t) >= TITLE_LEAST and spoken_share(t, said) >= SPOKEN_OF for t in above)
            if is_ordinary(blocks[at].text) and titled:
                return at
    return 0


def head_end(blocks: Blocks) -> int:
    """Where what stands before the first running paragraph ends."""
    start, sure = text_start(blocks)
    if sure:
        return start
    _, last = densest(list(enumerate(blocks)))
    for at in range(start, len(blocks)):
        if at > last >= start and is_prose(blocks[start].text):
            # An article of short paragraphs; below it stand notices that are longer.
            return start
        whole = is_ordinary(blocks[at].text) or is_cut_off(blocks[at].text)
        if whole and not lead_label(blocks[at].text.strip()) and at:
            return at
    # Short paragraphs only.
    return start or len(blocks)
