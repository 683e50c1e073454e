"""A table of contents in a text copy: lines beside the text, above or below it, that head its sections."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from convert.evidence.copies.likely import goes_on_in_code
from convert.evidence.floors import posts_of
from convert.evidence.lines import is_prose
from convert.page import Block
from convert.rules.tables import rule_for
from convert.text.characters import letters
from convert.text.code import is_of_code
from convert.text.days import iso_day

# Two lines said again may be a title and its subtitle.
LINES_LEAST = 3
LINE_MOST = 60
LABEL = re.compile(r"(?:文章|本文)?目[录錄]|(?:table of )?contents", re.I)
NUMBER = re.compile(r"(?:\d{1,3}\.)+(?:\d{1,2}\.?)?\s*(?=[^\s\d])")
# What a heading is marked with that the table names.
LISTED = "listed section"
# A menu is said again below a page as well, but all at once: between heads of sections stands text.
APART_SHARE = 0.5


def contents(blocks: tuple[Block, ...]) -> dict[int, int]:
    """Place of each line of the table of contents -> place of the section's head; empty where there is no table."""
    listed = [block.text.strip() if _may_be_listed(blocks, at) else "" for at, block in enumerate(blocks)]
    keys = [letters(line) for line in listed]
    # The numbers of a table may be its own.
    bare = [letters(NUMBER.sub("", line)) or key for line, key in zip(listed, keys, strict=True)]
    places: dict[str, list[int]] = {}
    for at, key in enumerate(keys):
        if key:
            places.setdefault(key, []).append(at)
    told = [0, *itertools.accumulate(map(_is_text, blocks))]
    posts = posts_of([block.text for block in blocks])
    best: dict[int, int] = {}
    at = 0
    while at < len(blocks):
        run = _run(keys, bare, places, at)
        # Whoever answers is named again with each answer.
        answers = run and any(max(run) < post < max(run.values()) for post in posts)
        if len(run) > len(best) and _lists(blocks, run) and not answers and _is_apart(told, list(run.values())):
            best = run
        at = max(run, default=at) + 1
    return best or _below(blocks, keys, bare, told)


def _lists(blocks: tuple[Block, ...], run: Iterable[int]) -> bool:
    """True for lines enough; a row of buttons above and below a text makes no table of the title between them, nor does
    a section with the day and the counters beside it."""
    lines = [blocks[at].text.strip() for at in run]
    return sum(rule_for(line) is None and not iso_day(line) for line in lines) >= LINES_LEAST


def _below(blocks: tuple[Block, ...], keys: list[str], bare: list[str], told: list[int]) -> dict[int, int]:
    """The same where the table stands below the text: many blogs set it beside that, and a copy has it last."""
    places: dict[str, list[int]] = {}
    best: dict[int, int] = {}
    run: dict[int, int] = {}
    for at, key in enumerate(bare):
        start, last = next(iter(run), at), next(reversed(run.values()), -1)
        said = places.get(key, [])
        heads = [place for place in said if last < place < start]
        if not heads:
            run, start, heads = {}, at, said
        if heads:
            run[at] = heads[0]
            labelled = any(LABEL.fullmatch(block.text.strip()) for block in blocks[max(0, start - 2) : start])
            sure = labelled or all(keys[line] != keys[head] for line, head in run.items())
            # Below heads that a label or numbers tell may stand lists and code, of which no line runs as text.
            apart = _is_apart(range(len(blocks) + 1) if sure else told, [*run.values(), start])
            if len(run) > max(len(best), LINES_LEAST - sure - 1) and apart:
                best = dict(run)
        if key:
            places.setdefault(key, []).append(at)
    return best


def _may_be_listed(blocks: tuple[Block, ...], at: int) -> bool:
    text = blocks[at].text
    code = blocks[at].kind == "code" or is_of_code(text.strip()) or goes_on_in_code(blocks, at)
    return len(text) <= LINE_MOST and not code


def _run(keys: list[str], bare: list[str], places: dict[str, list[int]], start: int) -> dict[int, int]:
    """The lines from `start` on that are said again in the same order, behind all of them."""
    run: dict[int, int] = {}
    first = len(keys)
    last = at = start
    while at < first and keys[at]:
        again = _behind(places, keys[at], last) or _behind(places, bare[at], last)
        if not again:
            break
        run[at] = last = again
        first = min(first, last)
        # A head may look like code: a line between two of the table is one, too.
        at += 1 if keys[at + 1] else 2
    return run


def _behind(places: dict[str, list[int]], key: str, place: int) -> int:
    """The first place of the line behind `place`; 0: there is none."""
    found = places.get(key, [])
    behind = bisect_right(found, place)
    return found[behind] if behind < len(found) else 0


def _is_apart(told: Sequence[int], heads: list[int]) -> bool:
    """True if text stands below most of the heads; `told` says how much of it stands above each place."""
    texts = [told[other] > told[one + 1] for one, other in itertools.pairwise(heads)]
    return sum(texts) >= APART_SHARE * len(texts)


def _is_text(block: Block) -> bool:
    return block.kind == "code" or is_prose(block.text)
