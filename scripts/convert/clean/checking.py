"""The result looked at: pages with no article in them are refused, and what may be missing is said."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from convert.clean.below import ABOVE_POST
from convert.clean.selection import Selection, is_prose, prose_length
from convert.errors import NoArticle
from convert.evidence.density import is_of_another
from convert.evidence.lines import is_prose as runs
from convert.evidence.parts.stand_in import stands_in
from convert.page import Block, Doubt, Draft, Removed
from convert.text.characters import hanzi_count, letters, shared_pairs

# A body shorter than this (letters) is a menu or a notice. The shortest of 29 articles measured has 350.
LEAST_LETTERS = 60
# If so little is kept of what was judged line by line, the wrong part was taken; on 29 pages and their text
# copies the lowest share is 0.74.
LEAST_SHARE = 0.15
# A cut of running text that is this share of what stays puts the result in doubt: no reader would miss less, and no
# comment or notice on the 29 pages that was rightly cut line by line comes near.
DOUBTFUL_SHARE = 0.15
# Cuts are bounded each by itself; if all of them take more than this, the page is no page as they expect it.
ENOUGH_SHARE = 0.5
# Of 167 pages the text of all but two repeats this share of the pairs of characters of its title. Shorter titles (in
# Chinese characters) name a mood.
NOT_SPOKEN_OF = 0.1
TITLE_LEAST = 6
# Whole parts of a page that say nothing about how well the rest was judged.
WHOLESALE = {
    "comments",
    "related articles",
    "other articles",
    "before the title",
    ABOVE_POST,
    "after the end of the article",
}
# Judged by where they stand, whatever they say: nobody misses them.
OTHERS = ("comments", "other articles")
# What is cut for being said twice, or is kept in the front matter, is not missing. A title may run as text.
KEPT_ELSEWHERE = ("repeated", "kept in the front matter", "disclaimer", "rights notice", ABOVE_POST)
# What stands among lines of texts as well: notices say what to scan, and when.
AMONG_LINES = ("invitation to scan or follow", "date or counter", "no letter in it", "tags", "byline")
# Of an article of so few characters what was cut line by line counts, too: of a question the answers.
SHORT_MOST = 120
FOLD = re.compile(
    r"\W*(?:点击|點擊)?(?:查看|展开|展開|阅读|閱讀|显示|顯示)(?:全文|原文|全部|剩余|剩餘|余下|更多内容|更多內容)(?!\W*\d+\s*[个個条條]).{0,8}|\W*(?:余下|剩余|剩餘|其余).{0,8}(?:全文|内容|內容).{0,4}"
)
# Figures side by side, as programs print them.
PRINTED = re.compile(r"(?:\d[\d.,:%]*\s+){2,}\d")
# So much of a line is told.
SAID_MOST = 60
# Half a paragraph; the labels of a form around a few names have less.
HANZI_LEAST = 20
# A part whose sentences are kept to this share elsewhere is a copy: of the text for phones, or of its summary.
COPIED_SHARE = 0.6


def keeps_enough(selection: Selection) -> bool:
    """False if most of the running text was cut, and not for being said twice or for being readers' comments."""
    kept = prose_length(list(selection.kept.items()))
    cut = [r.block for r in selection.removed if r.reason not in OTHERS and not _is_elsewhere(r)]
    return kept >= ENOUGH_SHARE * (kept + prose_length(list(enumerate(cut))))


def check(blocks: tuple[Block, ...], selection: Selection, title: str) -> None:
    """Refuse a page that came instead of an article, and one of which hardly anything is left.

    Raises:
        NoArticle: The page is a check, an error or a refusal; or too little of it would be kept.
    """
    if said := stands_in(title, [block.text for block in (*blocks, *(r.block for r in selection.removed))]):
        raise NoArticle(
            f"the page came instead of an article: {said[:SAID_MOST]}",
            allowed="the page as readers see it, saved anew once the article shows",
        )
    kept = sum(len(letters(block.text)) for block in blocks)
    whole = kept + sum(len(letters(r.block.text)) for r in selection.removed if r.reason not in WHOLESALE)
    if kept < LEAST_LETTERS:
        raise NoArticle(
            f"nothing of an article is left: {kept} of {whole} letters",
            allowed=f"a page with at least {LEAST_LETTERS} letters of running text",
        )
    if kept < LEAST_SHARE * whole:
        raise NoArticle(
            f"only {kept} of {whole} letters would be kept ({100 * kept // whole} %)",
            allowed=f"at least {int(100 * LEAST_SHARE)} %: the page may be a list of articles",
        )


def doubts(draft: Draft, blocks: tuple[Block, ...], removed: list[Removed], title: str) -> tuple[Doubt, ...]:
    """What the article may lack: text outside the container, and running text that one rule cut much of; and that it
    may be another article, for it does not speak of its title."""
    found, named = tuple(_doubts(draft, blocks, removed)), letters(title)
    said = "".join(letters(block.text) for block in blocks)
    if hanzi_count(named) < TITLE_LEAST or shared_pairs(named, said) >= NOT_SPOKEN_OF:
        return found
    return (*found, Doubt("the text does not speak of its title", next(b.text for b in blocks if b.text.strip())))


def _doubts(draft: Draft, blocks: tuple[Block, ...], removed: list[Removed]) -> Iterator[Doubt]:
    kept = sum(len(block.text) for block in blocks)
    if draft.source == "text" and (fold := _fold(blocks, removed)):
        yield Doubt("the copy lacks what its page opens when somebody clicks", fold)
    if (shaped := _cut_by_shape(draft, blocks, removed)) and len(letters(shaped)) >= DOUBTFUL_SHARE * kept:
        yield Doubt("short lines beside the text were cut for their shape", shaped)
    if draft.doubt:
        yield Doubt("text that looks like the article's stands outside the part taken for it", draft.doubt)
    said = "".join(letters(block.text) for block in blocks)
    by_reason: dict[str, list[Removed]] = {}
    for each in (*draft.removed, *removed):
        if _is_text(each.block, kept) and not _is_elsewhere(each) and not _is_copy(each.block, said):
            by_reason.setdefault(each.reason, []).append(each)
    sizes = {reason: sum(len(each.block.text) for each in cut) for reason, cut in by_reason.items()}
    much = [reason for reason, size in sizes.items() if size >= DOUBTFUL_SHARE * kept]
    for reason in much:
        yield Doubt(f"much running text was cut: {reason}", _said(by_reason[reason]))
    if not much and sum(sizes.values()) >= DOUBTFUL_SHARE * kept:
        every = [each for cut in by_reason.values() for each in cut]
        yield Doubt(f"much running text was cut, a little each: {', '.join(sizes)}", _said(every))


def _is_elsewhere(cut: Removed) -> bool:
    return any(reason in cut.reason for reason in KEPT_ELSEWHERE)


def _cut_by_shape(draft: Draft, blocks: tuple[Block, ...], removed: list[Removed]) -> str:
    """The lines above the text of a copy, and behind it up to the first that a rule knows for one of the site's, which
    nothing but their length calls menus; those that the page says again are."""
    if draft.source != "text":
        return ""
    counts = Counter(letters(block.text) for block in draft.blocks)
    last = max(block.line for block in blocks)
    behind = sorted((r for r in removed if r.block.line > last and r.reason not in AMONG_LINES), key=lambda r: r.index)
    cut = [r for r in removed if r.reason == "between title and text"]
    cut += itertools.takewhile(lambda r: r.reason == "after the end of the article", behind)
    lines = [r.block.text for r in cut if counts[letters(r.block.text)] == 1]
    return " ".join(line for line in lines if hanzi_count(line) or PRINTED.search(line))


def _fold(blocks: tuple[Block, ...], removed: list[Removed]) -> str:
    """A line above the last one kept that calls to open more; empty if there is none."""
    last = max(block.line for block in blocks)
    first = min(block.line for block in blocks)
    lines = (block for block in (*blocks, *(r.block for r in removed)) if first < block.line <= last)
    return next((block.text for block in lines if FOLD.fullmatch(block.text.strip())), "")


def _is_text(block: Block, kept: int) -> bool:
    """True for running Chinese text, of a short article each line: what forms and menus say in English closes like a
    sentence, too."""
    if kept < SHORT_MOST:
        return runs(block.text) and not is_of_another(block.text)
    return is_prose(block) and hanzi_count(block.text) >= HANZI_LEAST


def _is_copy(block: Block, said: str) -> bool:
    """True if most of the sentences of a block are also in the text that is kept, `said` as letters."""
    sentences = [key for part in re.split("[。！？!?]", block.text) if (key := letters(part))]
    copied = sum(len(key) for key in sentences if key in said)
    return copied >= COPIED_SHARE * sum(map(len, sentences))


def _said(cut: list[Removed]) -> str:
    return " ".join(each.block.text for each in cut)
