"""Marks that stand at another sentence than the one that says the claim, or at the end of none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from operator import add

from digest.articles import marks
from digest.checks.source import Source
from digest.files.findings import Finding
from digest.text.visible_text import VisibleBlock, visible, visible_text
from digest.zh.folding import fold

# The share of a claim's pairs of characters that its marked sentences have, and that the best of all sentences has.
# Of 64 claims of the first five articles none has less than .35 of its own, and of 762 marks at other sentences 671 are
# found. Of 38 claims of seven other articles none is taken for misplaced, and 146 of 172 wrong ones are.
LEAST, SURE = 0.2, 0.35


@dataclass(frozen=True)
class _Sentence:
    """A sentence, its line, and how much it has of what a claim says."""

    text: str
    line: int
    share: float


def check(source: Source) -> list[Finding]:
    """A finding for every mark that stands within a sentence or in a heading, and every claim whose marked sentences
    say something else."""
    return [*map(partial(_astray, source), marks.astray(source.body)), *_elsewhere(source)]


def _astray(source: Source, mark: tuple[str, int, str]) -> Finding:
    ids, line, rest = mark
    return Finding(
        source.file,
        source.front.body_line - 1 + line,
        "mark-inside",
        f"the mark {ids} stands before: {rest[:40]}",
        "a mark after the full stop of the sentence that says it, outside headings",
        f"……。<!--{ids}-->",
    )


def _elsewhere(source: Source) -> list[Finding]:
    """A finding for every claim whose marked sentences hardly share a word with it while another sentence does."""
    listed = source.front.data.get("claims")
    claims = [
        (number, claim["id"], claim["text"])
        for number, claim in enumerate(listed if isinstance(listed, list) else [])
        if isinstance(claim, dict) and isinstance(claim.get("id"), str) and isinstance(claim.get("text"), str)
    ]
    if not claims:
        return []
    quotes = marks.read(source.body).quotes
    doubtful = []
    for _, name, text in claims:
        wanted = _pairs(text)
        marked = "".join(quote.text for quote in quotes.get(name, []))
        if marked and wanted and _in_common(wanted, fold(marked)) / len(wanted) < LEAST:
            doubtful.append((name, text, wanted))
    # Most articles have none: nobody compares all their sentences.
    said = [(block, fold(visible_text(block.source))) for block in source.blocks if doubtful and not block.heading]
    found = []
    for name, text, wanted in doubtful:
        best = _likeliest(said, wanted)
        if best and best.share >= SURE:
            found.append(_finding(source, name, text, quotes[name][0].line, best))
    return found


def _likeliest(said: list[tuple[VisibleBlock, str]], wanted: frozenset[str]) -> _Sentence | None:
    """The first of the sentences that have most of the pairs ``wanted``; ``said`` are the blocks, with their texts
    folded, which keeps their length."""
    found, most = None, 0
    for block, folded in said:
        # No sentence has more than its paragraph.
        if _in_common(wanted, folded) <= most:
            continue
        seen = visible(block.source)
        for start, end in seen.sentences():
            if (count := _in_common(wanted, folded[start:end])) > most:
                line = block.line + block.source.count("\n", 0, seen.positions[start])
                found, most = _Sentence(seen.text[start:end], line, count / len(wanted)), count
    return found


def _pairs(text: str) -> frozenset[str]:
    folded = fold(text)
    return frozenset(map(add, folded, folded[1:]))


def _in_common(wanted: frozenset[str], folded: str) -> int:
    return sum(map(folded.__contains__, wanted))


def _finding(source: Source, name: str, text: str, line: int, best: _Sentence) -> Finding:
    first = source.front.body_line - 1
    return Finding(
        source.file,
        first + line,
        "mark-place",
        f"the mark {name} stands at a sentence that does not say: {text[:40]}",
        f"the mark after the sentence that says it; likely line {first + best.line}: {best.text[:60]}",
        f"{best.text[-12:]}<!--{name}-->",
    )
