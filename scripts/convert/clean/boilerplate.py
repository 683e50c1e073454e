"""What of a page is not the article: each block removed here keeps its reason."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from dataclasses import replace

from convert.clean.below import cut_above_post, cut_below_signature, cut_other_articles, said_around, speaks_less
from convert.clean.boxes import TITLE_LEAST, calling_link, comments, related
from convert.clean.edges import BEFORE_TITLE, BELOW, MORE_BELOW, OTHER_ARTICLES, cut_edges
from convert.clean.headings.numbers import goes_on, is_mark_of_sections
from convert.clean.link_lists import cut_tables_of_others, is_listed, leads_to_lists, link_runs
from convert.clean.pictures import cut_pictures_again
from convert.clean.repeats import ALIKE, REPEAT_LETTERS, cut_repeats, cut_second_copy, cut_titles
from convert.clean.selection import (
    AUTHORS_NOTE,
    CUT_SHARE,
    Selection,
    between_code,
    buttons_of_sections,
    closing_notes,
    cut_empty,
    ends,
    is_prose,
    prose_length,
    recurs,
    running_beside,
    shapes_of,
    text_blocks,
)
from convert.clean.surroundings import (
    HEAD_BLOCKS,
    TAIL_BLOCKS,
    TO_NEXT,
    TURN,
    above_text,
    below_lead,
    calls_within,
    goes_on_box,
    heads,
    is_line,
    middle_of,
    narrates,
    signs,
    tells,
)
from convert.evidence.density import NOTICES, is_of_another, runs_in_words
from convert.evidence.fields.bylines import biography
from convert.evidence.lines import is_prose as runs
from convert.evidence.parts.apart import apart, author_box
from convert.page import Block
from convert.rules.tables import LineRule, lead_label, rule_for, rules_of
from convert.text.characters import ends_sentence, letters, shared_pairs
from convert.text.code import is_of_code

# Above a title stand no more lines that run as text: a slogan, a notice.
RUNNING_MOST = 2
INVITATION = "invitation to scan or follow"
SAID_TO_READERS = {
    *("disclaimer", "rights notice", "repost notice", "invitation to call", "invitation to pay or log in"),
    INVITATION,
}
CLOSINGS_MOST = 50  # of what a page says when it ends
AGAIN_LEAST = 3  # above the text and below it a note may stand twice
ENDINGS = {"end mark", "editor on duty", "disclaimer", "rights notice", "repost notice", "original title"}


def remove_boilerplate(
    blocks: tuple[Block, ...], title: str, text_copy: bool = False, gently: bool = False, titled: int = -1
) -> Selection:
    """Remove what is not the article from `blocks` (all with trimmed text).

    `text_copy`: there was no container, so the lines at the edges are judged by their shape, too. `gently`: by what a
    line says only, no part of the page as a whole. `titled`: the index of the line that was told to be the title.
    """
    selection = Selection(dict(enumerate(blocks)), text_copy)
    if gently:
        for step in (cut_titles, _leads, _lines, cut_empty):
            step(selection, title)
        return selection
    _cut_above(selection, titled, letters(title))
    above = (cut_above_post, _before_title) if text_copy else (_before_title,)
    below = (cut_below_signature, _after_end)
    for step in (*above, cut_titles, comments, related, _leads, _biographies, cut_tables_of_others, _lines, *below):
        step(selection, title)
    if text_copy:
        cut_other_articles(selection, title)
        cut_edges(selection, title)
    for index in link_runs(text_blocks(selection)):
        selection.remove(index, "list of links")
    for step in (cut_repeats, cut_second_copy, cut_empty):
        step(selection, title)
    for index in apart(selection.kept, selection.of_site()):
        selection.remove(index, "in a box of the site")
    cut_pictures_again(selection)
    return selection


def _before_title(selection: Selection, title: str) -> None:
    """Everything above the last title that stands before the first running text: menus stand between two of them."""
    key = letters(title)
    last, running = -1, 0
    for index, block in text_blocks(selection):
        running += runs(block.text) and not is_of_another(block.text)
        # Below a closing note the titles of the articles before and behind stand.
        rule = rule_for(block.text)
        closed = last >= 0 and rule is not None and rule.reason in ENDINGS
        notice = rule is not None and rule.reason in NOTICES
        text = not notice and (is_prose(block) or runs_in_words(block.text))
        lead = block.kind == "quote" or (block.kind == "lead" and runs(block.text))  # no site quotes above a title
        if text or lead or running > RUNNING_MOST or closed:
            break
        last = index if key and letters(block.text) == key else last
    _cut_above(selection, last, key)


def _cut_above(selection: Selection, last: int, key: str) -> None:
    for earlier in [i for i in selection.kept if i < last]:
        if letters(selection.kept[earlier].text) != key:
            rule = rule_for(selection.kept[earlier].text, tail=False)
            selection.remove(earlier, rule.reason if rule else BEFORE_TITLE)


def _leads(selection: Selection, title: str) -> None:
    """The editor's abstract goes to the front matter, once, in the copy that is not cut off."""
    found: list[str] = []
    texts = text_blocks(selection)
    for index, block in texts[:HEAD_BLOCKS]:
        label = lead_label(block.text)
        text = block.text[label:]
        if (label and len(text) >= 8) or (block.kind == "lead" and len(text) >= 20):
            # Hardly more: a paragraph; less than half as much: a page of an abstract.
            if running_beside(texts, index) < (len(text) / 2 if label else len(text)):
                selection.kept[index] = replace(block, kind="paragraph")
                continue
            # Of two that say other things the second is a paragraph of the text.
            if found and all(shared_pairs(letters(text), letters(lead)) < ALIKE for lead in found):
                continue
            found.append(text)
            selection.remove(index, "editor's lead, kept in the front matter" if len(found) == 1 else "lead repeated")
    if not found:
        return
    lead = max([text for text in found if ends_sentence(text)] or found, key=len)
    selection.note("lead", lead)
    key = letters(lead)
    for index, block in text_blocks(selection)[:HEAD_BLOCKS]:
        if len(key) >= REPEAT_LETTERS and _same_start(letters(block.text), key):
            selection.remove(index, "lead repeated")


def _same_start(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= 0.9 * len(longer) and longer.startswith(shorter)


def _biographies(selection: Selection, title: str) -> None:
    for index, block in text_blocks(selection)[1:][-TAIL_BLOCKS:]:
        if biography(block.text):
            selection.note("author_note", block.text)
            selection.remove(index, AUTHORS_NOTE)
    for index in author_box(selection.kept):
        if runs(selection.kept[index].text):
            selection.note("author_note", selection.kept[index].text)
        selection.remove(index, AUTHORS_NOTE)


def _lines(selection: Selection, title: str) -> None:
    texts = text_blocks(selection)
    # A disclaimer is as long as a paragraph and closes like one; a diary or a poem has short lines only.
    prose = ends(texts, lambda block: is_prose(block) and not rule_for(block.text))
    prose = prose or ends(texts, lambda block: runs(block.text) and not rule_for(block.text))
    first, last = prose or ends(texts, lambda block: is_line(block.text)) or (0, len(texts))
    first = min(below_lead(texts, first), last)
    middle, shapes, buttons = middle_of(selection, texts), shapes_of(texts), buttons_of_sections(texts)
    coded = max((index for index, block in selection.kept.items() if block.kind == "code"), default=-1)
    for place, (index, block) in enumerate(texts):
        head = (place < max(first, HEAD_BLOCKS) and place not in middle) or place in buttons
        tail = (place > last or place >= len(texts) - TAIL_BLOCKS) and place not in middle
        inside = first < place < last or place in middle
        listed = "tags" if not inside and leads_to_lists(block) else ""
        if reason := calling_link(block, title) or goes_on_box(selection, index, block) or listed:
            selection.remove(index, reason)
            continue
        # No rule takes running text out of the middle: most of a page is not asked about.
        if not head and not tail and is_prose(block):
            continue
        rule = rule_for(block.text, head, tail, outside=not inside)
        if rule is None and inside and calls_within(texts, place):
            rule = next((each for each in rules_of(block.text) if each.reason == INVITATION), None)
        if rule is None:
            above = place < first and block.kind == "paragraph" and not recurs(block, shapes)
            if above and (reason := above_text(texts, place)):
                selection.remove(index, reason)
            continue
        said = not tail and (not head or (inside and rule.reason == "disclaimer")) and _is_said(rule, block, title)
        said = said or (rule.reason in SAID_TO_READERS and narrates(block))
        if said or goes_on(texts, place) or between_code(selection, index) or _is_text(rule, texts, place, inside):
            continue
        if (place <= last or index < coded) and rule.reason == INVITATION and tells(block):
            continue
        if rule.action != "remove":
            selection.note(rule.action, block.text)
        selection.remove(index, rule.reason)


def _is_said(rule: LineRule, block: Block, title: str) -> bool:
    """True for a long sentence that only speaks of copyright or of comments; a notice names the article."""
    key = letters(title)
    named = rule.reason == "disclaimer" and len(key) >= TITLE_LEAST and key in letters(block.text)
    return is_prose(block) and not named


def _is_text(rule: LineRule, texts: list[tuple[int, Block]], place: int, inside: bool) -> bool:
    """True for a line that a rule would take and that stands where an article has its like; `inside` its text what is
    quoted stays, and a head over running text."""

    def of_body() -> bool:
        return inside and (texts[place][1].kind == "quote" or heads(texts, place))

    of_text = {
        "date or counter": lambda: signs(texts, place),
        "address of the page": lambda: is_listed(texts, place),
        "byline": lambda: is_mark_of_sections(texts, place) or of_body(),
        # `end` below code that was pasted as paragraphs.
        "end mark": lambda: place > 0 and is_of_code(texts[place - 1][1].text),
    }
    return of_text.get(rule.reason, of_body)()


def _after_end(selection: Selection, title: str) -> None:
    """What stands behind the editor's name, an end mark or a disclaimer, if it is little; in a copy also if it speaks
    of other things than the title, as what stands above does."""
    notes = closing_notes(selection, ENDINGS)
    said = Counter(letters(r.block.text) for r in notes)
    # A note that stands again and again belongs to the pictures, or to each of several posts.
    closing = [r.index for r in notes if said[letters(r.block.text)] < AGAIN_LEAST]
    # Below a closing note and the labels of the next article nothing comes any more.
    turns, calls = ([r.index for r in selection.removed if p.match(r.block.text.strip())] for p in (TURN, TO_NEXT))
    texts = text_blocks(selection)
    places, prose = [index for index, _ in texts], [prose_length([text]) for text in texts]
    for end in sorted(closing)[:CLOSINGS_MOST]:
        below = bisect(places, end)
        before, after = sum(prose[:below]), sum(prose[below:])
        most = MORE_BELOW if any(end < at <= end + TAIL_BLOCKS for at in turns) else CUT_SHARE / 2
        other = selection.text_copy and before and speaks_less(title, *said_around(texts, end, title))
        other = other or any(end < index <= end + TAIL_BLOCKS for index in calls)
        if before and below < len(texts) and (other or after <= most * before):
            selection.remove_from(end + 1, OTHER_ARTICLES if other else BELOW)
            return
