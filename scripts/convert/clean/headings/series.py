"""Series of numbered lines that head sections: through the whole text, in each chapter, within sections."""

from __future__ import annotations

import itertools
import re

from convert.clean.headings.line import HEADING_MOST
from convert.clean.headings.numbers import heads_by_number, numeral, order
from convert.page import Block
from convert.text.characters import ends_sentence, is_ordinary, letters
from convert.text.numerals import number

PADDED = re.compile(r"0\d\D")
# What lines of a copy are counted with, in each of the forms that writers nest: 一、 （一） 1. 1) （1）
SERIES = (
    re.compile(r"([一二三四五六七八九十]{1,3})、"),
    re.compile(r"[（(]([一二三四五六七八九十]{1,3})[）)]"),
    re.compile(r"(\d{1,2})[.、．](?!\d)"),
    re.compile(r"(\d{1,2})[)）]"),
    re.compile(r"[（(](\d{1,2})[）)]"),
)
# Heads of smaller sections have no clauses; a list whose items have is one of sentences.
CLAUSED = re.compile("[，；,;:：]")
CLOSED = re.compile("。|[，；,;:：.]$")
SERIES_MOST = 30
# So many of one series, where the others of its form are sentences.
ALONE_LEAST = 3
# Of the lines that are counted in one form so many head something; a list may stand among them.
HEADING_SHARE = 0.6


def numbered_heads(blocks: list[tuple[int, Block]]) -> set[int]:
    """Short numbered lines that count up from one (0x01 as well as 0x00), running text between them."""
    series: list[int] = []
    place, style, counted, thin = -1, "", 0, 0
    numbers = [count if (count := order(block)) and heads_by_number(block) else 0 for _, block in blocks]
    hexed = (count for count, (_, block) in zip(numbers, blocks, strict=True) if count and numeral(block) == "hex")
    first = least if (least := min(hexed, default=1)) <= 2 else 1
    above_next = _above_next(blocks, numbers, first)
    for at, (index, block) in enumerate(blocks):
        counted += numbers[at] == counted + first
        if numbers[at] != len(series) + first or (series and numeral(block) != style) or at in above_next:
            continue
        between = [b for _, b in blocks[place + 1 : at]]
        if series and not any(ends_sentence(b.text) or len(b.text) > HEADING_MOST for b in between):
            # Of a notice a section may be one short line, and where numbers are written 01, 02; of a list none is.
            firm = numeral(block) == "hanzi" or PADDED.match(block.text.strip()) or block.bold
            if not between or not firm or any(map(order, between)):
                continue
            thin += 1
        series.append(index)
        place, style = at, numeral(block)
    # Where most go on counting without running text between them they are items of a list.
    return set(series) if len(series) >= max(2, counted / 2) and 2 * thin < len(series) else set()


def _above_next(blocks: list[tuple[int, Block]], numbers: list[int], first: int) -> set[int]:
    """The places of heads with the first number that have the second right below, where another with the first stands
    further down and has not: those open a list of what the sections are about."""
    found = [at for at, count in enumerate(numbers) if count == first]
    above = {at for at in found if at + 1 < len(blocks) and order(blocks[at + 1][1]) == first + 1}
    last = max((at for at in found if at not in above), default=-1)
    return {at for at in above if at < last}


def nested_heads(blocks: list[tuple[int, Block]]) -> set[int]:
    """The indices of the short lines that a writer counts within their sections and that have lines of their own below:
    a list that a browser counts has no numbers in a copy, so these are typed."""
    return {blocks[at][0] for form in SERIES for run in _runs_of(form, blocks) for at in run}


def heads_of_chapters(blocks: list[tuple[int, Block]]) -> set[int]:
    """The indices of the short lines behind 一、 and so on, where each of several chapters counts its own."""
    runs = _runs_of(SERIES[0], blocks)
    return {blocks[at][0] for run in runs for at in run} if len(runs) > 1 else set()


def _runs_of(form: re.Pattern[str], blocks: list[tuple[int, Block]]) -> list[list[int]]:
    """The places of the heads counted in the form, each series by itself. Where too few of the lines so counted head
    anything, those series alone of which each line stands above a paragraph that nobody counted."""
    marks = [(at, form.match(block.text.strip())) for at, (_, block) in enumerate(blocks)]
    listed = _listed(blocks)
    counts = ((at, mark[1]) for at, mark in marks if mark is not None and at not in listed)
    counted = [(at, int(said) if said.isdecimal() else number(said)) for at, said in counts]
    runs = _heading(blocks, counted)
    if sum(map(len, runs)) >= max(2, HEADING_SHARE * len(counted)):
        return runs
    return [run for run in runs if len(run) >= ALONE_LEAST and all(_stands_above_text(blocks, at) for at in run)]


def _stands_above_text(blocks: list[tuple[int, Block]], at: int) -> bool:
    """True for a line right above a running paragraph without a number."""
    below = blocks[at + 1][1] if at + 1 < len(blocks) else None
    running = below is not None and below.kind == "paragraph" and is_ordinary(below.text)
    return below is not None and running and not order(below) and not any(f.match(below.text.strip()) for f in SERIES)


def _listed(blocks: list[tuple[int, Block]]) -> set[int]:
    """The places of numbered lines in a row that stand again further down, there with others between: a table of
    contents, typed."""
    last = {letters(block.text): at for at, (_, block) in enumerate(blocks)}
    apart = [last[letters(block.text)] - at if order(block) else 0 for at, (_, block) in enumerate(blocks)]
    pairs = (at for at, (upper, lower) in enumerate(itertools.pairwise(apart)) if 0 < upper < lower)
    return {place for at in pairs for place in (at, at + 1)}


def _heading(blocks: list[tuple[int, Block]], counted: list[tuple[int, int]]) -> list[list[int]]:
    """The places of the lines that go on counting from one and do not stand right below each other. Where nearly all of
    a form head sections the others do, too, whatever clauses they have."""
    runs: list[list[int]] = []
    last = 0
    for at, count in counted:
        if count == 1:
            runs.append([])
        elif not runs or count != last + 1:
            last = 0
            continue
        runs[-1].append(at)
        last = count
    runs = [run for run in runs if len(run) > 1 and _head_sections(blocks, run)]
    claused = [sum(bool(CLAUSED.search(blocks[at][1].text.strip())) for at in run) for run in runs]
    plain = [run for run, most in zip(runs, claused, strict=True) if most <= (1 - HEADING_SHARE) * len(run)]
    return runs if sum(map(len, plain)) >= HEADING_SHARE * len(counted) else plain


def _head_sections(blocks: list[tuple[int, Block]], run: list[int]) -> bool:
    """True if all of the lines are short and open-ended, most of them with lines below."""
    texts = [blocks[at][1].text.strip() for at in run]
    kinds = {blocks[at][1].kind for at in run}
    if not kinds <= {"paragraph", "heading"} or any(len(text) > SERIES_MOST or CLOSED.search(text) for text in texts):
        return False
    apart = [other > one + 1 for one, other in itertools.pairwise(run)]
    return sum(apart) >= HEADING_SHARE * len(apart)
