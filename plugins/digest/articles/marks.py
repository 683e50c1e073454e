"""Marks in an article's Markdown: ``<!--c3-->`` after a sentence says that claim c3 stands in it.

A mark moves with its sentence when the text is edited, shows nowhere, and is read back here. ``c3+`` marks a
further sentence of the same claim; one mark may carry several ids: ``<!--c3 d1-->``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from digest.files.findings import Finding
from digest.text.visible_text import VisibleBlock, blocks, lone_underscores, visible

# Code comes first in the pattern, so that a mark shown as code is passed over with it; an escaped sign opens none.
_MARK = re.compile(
    r"\\[\\`]|(?P<code>(?<!`)`++).*?(?<!`)(?P=code)(?!`)|<!--\s*(?P<ids>[cd]\d+\+?(?:[\s,]+[cd]\d+\+?)*)\s*-->",
    re.DOTALL,
)
_NEXT_TO = re.compile(r"(<!--\s*[cd]\d[\d+cd\s,]*?)\s*-->[ \t]*<!--\s*(?=[cd]\d[\d+cd\s,]*-->)")
_MISTYPED = re.compile(r"<!--\s*(?:[cd]\s*[-_.#]?\s*\d+|claim\s*\d+|论点\s*\d+|論點\s*\d+)[^>]{0,12}-->", re.IGNORECASE)
# Where a link leads and a picture is: in brackets, which may stand in it in pairs, with a title or without.
_TARGET = r"""\((?:[^()\s]|\([^)]*\))*(?:\s+(?:"[^"]*"|'[^']*'))?\)"""
# What begins or ends something inside a sentence; code, pictures and escaped signs are one piece, whatever is in them.
_DELIMITER = re.compile(
    rf"({'|'.join(rf'(?<!`){ticks}(?!`).*?(?<!`){ticks}(?!`)' for ticks in ('`', '``', '```'))}|\\."
    rf"|!\[[^\]]*\]{_TARGET}|\*{{1,3}}|(?<!\w)_{{1,3}}(?=\S)|(?<=\S)_{{1,3}}(?!\w)"
    rf"|!?\[|\]{_TARGET}|\]\[[^\]]*\]|\])",
    re.DOTALL,
)

# What each of these begins with.
_DELIMITING = re.compile(r"[`\\*_!\[\]]")

# Where a quotation goes on in the next line of Markdown.
_LINE_START = re.compile(r"\n[ \t]*(?:>[ \t]*)*")


@dataclass(frozen=True)
class Quote:
    """A marked sentence: its visible ``text``, its ``line`` in the body, whether it is the claim's own."""

    text: str
    line: int
    main: bool


@dataclass(frozen=True)
class MarkedBody:
    """``markdown`` with each marked sentence wrapped for the page; ``quotes`` by id, in reading order.

    ``excerpts`` are the wrapped sentences alone, each a line of Markdown that stands by itself, in reading order.
    """

    markdown: str
    quotes: dict[str, list[Quote]]
    excerpts: tuple[str, ...] = ()


def read(body: str, label: str = "论点") -> MarkedBody:
    """Find every mark of ``body``, the sentence it stands after, and wrap that sentence in a span.

    ``label`` is the word for a claim, in the body's script: what a screen reader says of the link to it.
    """
    return _read(body, label)


# An article is read for its claims, and then for what is wrong with their places.
@lru_cache(maxsize=2)
def _read(body: str, label: str) -> MarkedBody:
    body = _joined(body)
    quotes: dict[str, list[Quote]] = {}
    pieces, excerpts, last = [], [], 0
    for block in blocks(body):
        if _found(block.source):
            wrapped, alone = _wrap_block(replace(block, source=_underscores_kept(block.source)), quotes, label)
            pieces += [body[last : block.start], wrapped]
            excerpts += alone
            last = block.start + len(block.source)
    in_order = {name: sorted(found, key=lambda quote: quote.line) for name, found in quotes.items()}
    return MarkedBody("".join([*pieces, body[last:]]), in_order, tuple(excerpts))


_MARKED = re.compile(r'<a class="dg-mark" href="#claim-(c\d+)"')


def numbers(markdown: str) -> dict[str, int]:
    """The number that each claim of a ``MarkedBody``'s Markdown is shown under, by id: their order in the text.

    An id stays with its claim for good, whatever is written before it; the number is what a reader counts by.
    """
    return {name: number for number, name in enumerate(dict.fromkeys(_MARKED.findall(markdown)), 1)}


def mistyped(file: str, body: str, body_line: int) -> list[Finding]:
    """Comments that look like a mark and are none."""
    return [
        Finding(
            file,
            body_line + body.count("\n", 0, match.start()),
            "mark-form",
            f"{match[0]} came",
            "c or d and a number, + after it for a further sentence",
            "<!--c3-->",
        )
        for match in _MISTYPED.finditer(body)
        if not _MARK.fullmatch(match[0])
    ]


def astray(body: str) -> Iterator[tuple[str, int, str]]:
    """Marks within a sentence or in a heading: the ids, the line (from 1), and what of the sentence comes after them
    (of a heading all)."""
    for block in blocks(body) if "<!--" in body else ():
        marks = _found(block.source)
        # Most blocks have none: nobody reads their sentences.
        spans = (seen := visible(block.source)).sentences() if marks else []
        for mark in marks:
            line = block.line + block.source[: mark.start()].count("\n")
            offset = seen.offset(mark.start())
            rest = next((seen.text[offset:end] for start, end in spans if start < offset < end), "")
            if block.heading or any(map(str.isalnum, rest)):
                yield mark["ids"], line, seen.text if block.heading else rest


def _joined(body: str) -> str:
    """``body`` in which marks that stand side by side are one mark."""
    while (joined := _NEXT_TO.sub(r"\1 ", body)) != body:
        body = joined
    return body


def _underscores_kept(source: str) -> str:
    """``source`` with underscores escaped that are seen as such, where what comes beside them for a mark could make
    them emphasize."""
    if "_" not in source:
        return source
    plain, marks, taken = _without(source), dict[int, str](), 0
    for mark in _found(source):
        marks[mark.start() - taken] = mark[0]
        taken += len(mark[0])
    added = list(marks.items())
    for start, end in lone_underscores(plain):
        beside = (plain[max(0, start - 1) : start], plain[end : end + 1])
        # In a word, and between blanks, nothing begins or ends.
        bare = all(map(str.isalnum, beside)) or not "".join(beside).strip()
        if not bare or marks.keys() & {start, end}:
            added += [(place, "\\") for place in range(start, end)]
    # From the end, and a mark, whose sign is the lower one, before what is escaped behind it.
    for place, sign in sorted(added, reverse=True):
        plain = plain[:place] + sign + plain[place:]
    return plain


def _found(source: str) -> list[re.Match[str]]:
    return [] if "<!--" not in source else [match for match in _MARK.finditer(source) if match["ids"]]


def _without(source: str) -> str:
    return _MARK.sub(lambda match: "" if match["ids"] else match[0], source)


def _wrap_block(block: VisibleBlock, quotes: dict[str, list[Quote]], label: str) -> tuple[str, list[str]]:
    """The block with its marked sentences wrapped, and those sentences alone."""
    seen = visible(block.source)
    spans = seen.sentences()
    source, end = block.source, len(block.source)
    wrapped: list[str] = []
    alone: list[str] = []
    for mark in reversed(_found(source)):
        # The sentence that the mark stands behind: the last that begins before it.
        span = next((each for each in reversed(spans) if each[0] < seen.offset(mark.start())), None)
        ids = mark["ids"].replace(",", " ").split()
        if span is None:
            _note(quotes, ids, "", block, mark.start())
            continue
        start, stop = seen.written(*span)
        if stop > end:
            # The sentence has a mark further on: that one has wrapped it, and this one only adds its ids.
            start = stop = end
        _note(quotes, ids, seen.text[span[0] : span[1]], block, mark.start())
        sentence = _without(source[start:stop])
        wrapped[:0] = ["".join(_wrap(sentence, ids, label)), _without(source[stop:end])]
        excerpt = "".join(_wrap(_by_itself(sentence), ids, label))
        if start < stop or not alone:
            alone.insert(0, excerpt)
        else:
            alone[0] = excerpt + alone[0]
        end = start
    return _without(source[:end]) + "".join(wrapped), alone


def _by_itself(sentence: str) -> str:
    """A sentence on one line, without signs for emphasis and links of which only one half is in it."""
    line = _LINE_START.sub("", sentence)
    if _balanced(line):
        return line
    return "".join(
        run for number, run in enumerate(_DELIMITER.split(line)) if not number % 2 or run.startswith(("`", "\\"))
    )


def _note(quotes: dict[str, list[Quote]], ids: list[str], text: str, block: VisibleBlock, position: int) -> None:
    line = block.line + block.source[:position].count("\n")
    for name in ids:
        quotes.setdefault(name.removesuffix("+"), []).insert(0, Quote(text, line, not name.endswith("+")))


def _wrap(source: str, ids: list[str], label: str) -> list[str]:
    """``source`` (one sentence) in a span; in several where emphasis or a link begins or ends inside it."""
    own = [name for name in ids if not name.endswith("+")]
    kind = "dg-claim" if any(name.startswith("c") for name in ids) else "dg-definition"
    opening = f'<span class="{kind}" data-mark="{" ".join(name.removesuffix("+") for name in ids)}"'
    first = f'{opening} id="{own[0]}">' if own else f"{opening}>"
    more = [f'<span id="{name}"></span>' for name in own[1:]]
    links = [
        f'<a class="dg-mark" href="#claim-{name}" data-n="{name[1:]}" aria-label="{label} {name[1:]}"></a>'
        for name in own
        if name.startswith("c")
    ]
    if _balanced(source):
        return [*more, first, source, "</span>", *links]
    return [*more, *_pieces(source, first, f"{opening}>"), *links]


def _pieces(source: str, first: str, other: str) -> list[str]:
    """Each run of ``source`` between Markdown's delimiters in a span of its own, the first in ``first``."""
    parts, opening = [], first
    for number, run in enumerate(_DELIMITER.split(source)):
        if number % 2 or not run.strip():
            parts.append(run)
        else:
            parts.append(f"{opening}{run}</span>")
            opening = other
    return parts


def _balanced(source: str) -> bool:
    if not _DELIMITING.search(source):
        return True
    delimiters = _DELIMITER.findall(source)
    opened = sum(item.endswith("[") for item in delimiters)
    closed = sum(item.startswith("]") for item in delimiters)
    emphasis = [sum(item == sign * length for item in delimiters) for sign in ("*", "_") for length in (1, 2, 3)]
    return opened == closed and all(count % 2 == 0 for count in emphasis)
