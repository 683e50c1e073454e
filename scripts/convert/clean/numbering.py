"""Numbers that lines open with: of sections, in digits, in Chinese numerals, or as parts; and levels of headings."""

from __future__ import annotations

import itertools
import re

from convert.blocks.spans import edited
from convert.clean.captions import HEADING_MOST, may_head
from convert.evidence.lines import is_prose
from convert.page import Block, Span
from convert.rules.tables import pattern, rule_for
from convert.text.characters import HANZI, ends_sentence, hanzi_count, letters
from convert.text.numerals import number

NUMBER = re.compile(
    r"(?:第?\s*(?P<digits>\d{1,2})|第?(?P<hanzi>[一二三四五六七八九十]{1,3})|(?:part|chapter|no)[.\s]*(?P<part>\d{1,2}))"
    r"(?:\s*(?:[、.．:：|｜]|(?<![一二三四五六七八九十])(?:[章节節]|部分))\s*|\s+|$)",
    re.I,
)
BARE = re.compile(
    r"(?:(?:part|chapter|no)[.\s]*)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.．]?"
    r"|第\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?(?:[章节節、.．]|部分)?",
    re.I,
)
# Without bold or a number a heading must be shorter to be told from a paragraph.
LONGEST_PLAIN = 32
PADDED = re.compile(r"0\d\D")
GLUED = re.compile(rf"(0[1-9]|1[0-9])(?=[{HANZI}「“《])")
# Marks of lists in a text; so many of their lines, some of them running text, are one.
MARKS = frozenset(">▫▪•·◦●◆■□")
MARKED_LEAST, RUNNING_LEAST = 3, 2
CLOSED_SENTENCE = re.compile(r"[，。；].*[。！？…][”」』）)\"]?$", re.S)


def order(block: Block) -> int:
    """The number that the line opens with; 0 if with none."""
    found = NUMBER.match(block.text.strip())
    if not found:
        return 0
    return number(found["hanzi"]) if found["hanzi"] else int(found["digits"] or found["part"])


def numeral(block: Block) -> str:
    """The kind of numeral that the line opens with: a series keeps to one."""
    found = NUMBER.match(block.text.strip())
    return found.lastgroup or "" if found else ""


def is_bare_number(block: Block) -> bool:
    """True for a line that is nothing but the number of a section."""
    return block.kind in ("paragraph", "heading") and bool(BARE.fullmatch(block.text.strip()))


def goes_on(texts: list[tuple[int, Block]], place: int) -> bool:
    """True for the next item of a list that the writer numbered or marked, which is no call whatever it says."""
    own = order(texts[place][1])
    numbered = own > 1 and place > 0 and order(texts[place - 1][1]) == own - 1
    return numbered or _is_marked(texts, place)


def _is_marked(texts: list[tuple[int, Block]], place: int) -> bool:
    """True for a line that opens with the mark of a list in the text, beside another line of that list."""
    mark = texts[place][1].text.strip()[:1]
    if mark not in MARKS:
        return False
    marked = [at for at, (_, block) in enumerate(texts) if block.text.lstrip()[:1] == mark]
    alike = [at for at in marked if rule_for(texts[at][1].text) is None]
    running = sum(is_prose(texts[at][1].text) for at in alike)
    beside = bool({place - 1, place + 1}.intersection(marked))
    return beside and len(alike) >= MARKED_LEAST and running >= RUNNING_LEAST


def is_mark_of_sections(texts: list[tuple[int, Block]], place: int) -> bool:
    """True for a line that is set in bold behind a mark, as others further down are."""
    mark, block = texts[place][1].text.strip()[:1], texts[place][1]
    below = (other for _, other in texts[place + 1 :])
    return block.bold and mark in MARKS and any(o.bold and o.text.lstrip()[:1] == mark for o in below)


def spaced_number(block: Block, longest: int) -> Block:
    """01从 becomes 01 从, in a line of at most `longest` characters, which may be a heading."""
    text = block.text
    glued = GLUED.match(text)
    if not glued or block.kind not in ("paragraph", "heading") or len(text) > longest or block.has_image:
        return block
    return block.but(spans=edited(block.spans, [(glued.end() - 1, glued.end(), glued[1][1] + " ")]))


def levelled(blocks: list[tuple[int, Block]]) -> list[tuple[int, Block]]:
    """Heading levels from 2, their order kept, none skipped."""
    levels = sorted({b.level for _, b in blocks if b.kind == "heading"})
    new = {level: min(6, 2 + place) for place, level in enumerate(levels)}
    return [(i, b.but(level=new[b.level]) if b.kind == "heading" else b) for i, b in blocks]


def unless_told(block: Block, longest: int) -> Block:
    """A paragraph of whole sentences that the page sets as a heading, longer than `longest`, made a paragraph, and what
    is so long that it is one in any case."""
    long = block.kind == "heading" and len(block.text) > longest
    told = long and (hanzi_count(block.text) > 2 * longest or CLOSED_SENTENCE.search(block.text.strip()))
    return block.but(kind="paragraph", level=0) if told else block


def with_closings(blocks: list[tuple[int, Block]]) -> list[tuple[int, Block]]:
    """In a numbered article, the unnumbered 结语 or 写在最后 is a heading too."""
    closing = pattern("captions", "closing_headings")
    return [
        (i, b.but(kind="heading", level=2) if b.kind == "paragraph" and closing.fullmatch(b.text.strip()) else b)
        for i, b in blocks
    ]


def numbered_heads(blocks: list[tuple[int, Block]]) -> set[int]:
    """Short numbered lines that count up from one, running text between them."""
    series: list[int] = []
    place, style, counted, thin = -1, "", 0, 0
    for at, (index, block) in enumerate(blocks):
        counted += may_head(block) and order(block) == counted + 1
        if not may_head(block) or order(block) != len(series) + 1 or (series and numeral(block) != style):
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
# Of the lines that are counted in one form so many head something; a list may stand among them.
HEADING_SHARE = 0.6


def nested_heads(blocks: list[tuple[int, Block]]) -> set[int]:
    """The indices of the short lines that a writer counts within their sections and that have lines of their own below:
    a list that a browser counts has no numbers in a copy, so these are typed."""
    return {blocks[at][0] for form in SERIES for run in _runs_of(form, blocks) for at in run}


def heads_of_chapters(blocks: list[tuple[int, Block]]) -> set[int]:
    """The indices of the short lines behind 一、 and so on, where each of several chapters counts its own."""
    runs = _runs_of(SERIES[0], blocks)
    return {blocks[at][0] for run in runs for at in run} if len(runs) > 1 else set()


def _runs_of(form: re.Pattern[str], blocks: list[tuple[int, Block]]) -> list[list[int]]:
    """The places of the heads counted in the form, each series by itself; none where too few of the lines so counted
    head anything."""
    marks = [(at, form.match(block.text.strip())) for at, (_, block) in enumerate(blocks)]
    listed = _listed(blocks)
    counts = ((at, mark[1]) for at, mark in marks if mark is not None and at not in listed)
    counted = [(at, int(said) if said.isdecimal() else number(said)) for at, said in counts]
    runs = _heading(blocks, counted)
    return runs if sum(map(len, runs)) >= max(2, HEADING_SHARE * len(counted)) else []


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


def with_whole_heads(blocks: list[tuple[int, Block]]) -> list[tuple[int, Block]]:
    """A number on one line and its words on the next made one line, where most bare numbers have such words."""
    numbers = [at for at, (_, b) in enumerate(blocks) if is_bare_number(b) and not b.inside]
    headed = [at for at in numbers if _has_words_below(blocks, at)]
    if len(numbers) < 2 or len(headed) <= len(numbers) / 2:
        return blocks
    result: list[tuple[int, Block]] = []
    for at, (index, block) in enumerate(blocks):
        if at - 1 in headed:
            above = result[-1][1]
            apart = "" if above.text.rstrip().endswith("、") else " "
            spans = (*above.spans, Span(apart, bold=above.bold), *block.spans)
            kind = "heading" if "heading" in (above.kind, block.kind) else "paragraph"
            level = above.level or block.level
            result[-1] = (result[-1][0], above.but(spans=spans, kind=kind, level=level))
        else:
            result.append((index, block))
    return result


def _has_words_below(blocks: list[tuple[int, Block]], at: int) -> bool:
    if at + 2 >= len(blocks):
        return False
    below, next_one = blocks[at + 1][1], blocks[at + 2][1]
    if not may_head(below, LONGEST_PLAIN) or order(below):
        return False
    # The words themselves may take two lines.
    two_lines = may_head(next_one, LONGEST_PLAIN) and not order(next_one) and opens_section(blocks, at + 2)
    return opens_section(blocks, at + 1) or two_lines


def opens_section(blocks: list[tuple[int, Block]], at: int) -> bool:
    """True if a paragraph follows, pictures in between left out, or a list, table or quotation."""
    below = next((b for _, b in blocks[at + 1 :] if b.kind != "image"), None)
    if below is None or below.kind in ("heading", "caption"):
        return False
    return below.kind != "paragraph" or ends_sentence(below.text) or len(below.text) > HEADING_MOST
