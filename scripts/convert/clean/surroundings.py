"""The lines around the text of an article, where names, days and sources stand."""

from __future__ import annotations

import re

from convert.clean.selection import Selection
from convert.evidence.density import is_menu
from convert.evidence.fields.bylines import bare_name, dispatch, labelled
from convert.evidence.fields.dates import is_dated, iso_day
from convert.evidence.fields.ranking import Surroundings
from convert.evidence.lines import is_prose
from convert.page import Block, Draft
from convert.rules.tables import rule_for
from convert.text.characters import ends_sentence, letters

TITLE_REASON = "title, kept in the front matter"
# Bylines, credits and notes stand among these many blocks. A choice: wide enough for every page in the tests, and
# narrow enough that a name in the middle of the text is nobody's byline.
ABOVE_BLOCKS = 12
BELOW_BLOCKS = 12
PARAGRAPHS = 3
# Between a title and the same title again stand a byline and a picture; more than these is another article.
BETWEEN_MOST = 6
# So many paragraphs open a text: a medium that speaks of itself does so early, but not always at once.
OPENING = 6
# Below a lead, too, a line that begins so says who wrote the article.
LABELLED = re.compile(r"\W?(?:本文|文章)?作者\s?[:：]")
# Bylines with day, outlet, editor and counters on one line; longer lines are text.
BYLINE_MOST = 100
NAMING = {"byline", "outlet"}


def surroundings(draft: Draft, selection: Selection) -> Surroundings:
    """What stands before, above, in the first and last paragraphs of, and below the text that `selection` keeps."""
    title = max((r.index for r in selection.removed if r.reason == TITLE_REASON), default=-1)
    texts = [(i, b) for i, b in enumerate(draft.blocks) if i > title and b.text.strip()]
    said = {letters(value) for value in draft.hint_values("title")}
    # Of two equal titles the first is above the byline.
    top = next((i for i, b in enumerate(draft.blocks[: max(title, 0)]) if letters(b.text) in said), title)
    between = [_line(b) for b in draft.blocks[top + 1 : max(title, 0)] if b.text.strip()]
    prose = [i for i, b in texts if i in selection.kept and is_prose(b.text) and rule_for(b.text) is None]
    first = prose[0] if prose else texts[min(len(texts), ABOVE_BLOCKS // 2) - 1][0] if texts else 0
    last = prose[-1] if prose else first
    closing = {*prose[-PARAGRAPHS:]} if len(prose) > PARAGRAPHS else {*prose[-1:]}
    # What only says who wrote it may stand between the text and a note of the site.
    closing |= {r.index for r in selection.removed if r.reason in NAMING and first < r.index < last}
    return Surroundings(
        above=(
            *draft.header,
            *between[:BETWEEN_MOST],
            *(_line(b) for i, b in texts[:ABOVE_BLOCKS] if i < first or LABELLED.match(b.text)),
        ),
        before=(*draft.before, *(_line(b) for b in draft.blocks[: max(top, 0)] if b.text.strip())),
        opening=tuple(_line(b) for i, b in texts if i in prose[:OPENING]),
        closing=tuple(_line(b) for i, b in texts if i in closing or last < i <= last + BELOW_BLOCKS),
        below=draft.footer,
        heads=frozenset(letters(b.text) for b in draft.blocks if b.kind == "heading" and draft.source == "html"),
    )


def _line(block: Block) -> str:
    return " ".join(block.text.split())


def above_text(texts: list[tuple[int, Block]], place: int) -> str:
    """What a line between the title and the first paragraph is, by its shape: a menu, or who wrote when; else empty."""
    line = texts[place][1].text
    if (ends_sentence(line) and not is_dated(line)) or len(line) > BYLINE_MOST:
        return ""
    if is_menu(line):
        return "menu of the site"
    # A name alone says who wrote it where the day stands right above.
    beside = place > 0 and bool(iso_day(texts[place - 1][1].text)) and bool(bare_name(line))
    return "byline" if iso_day(line) or dispatch(line) or labelled(line) or beside else ""
