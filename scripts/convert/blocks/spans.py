"""Operations on runs of inline text: joining, trimming, and edits given by place in the joined text."""

from __future__ import annotations

import re

from convert.page import NOWHERE, Block, Span

# Characters without width and marks of direction: they break searches, and can hide what a line says.
INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffd\ufffe\uffff"
    # Private use: icons of fonts, and characters lost in an old charset.
    "\ue000-\uf8ff\U000e0000-\U000e007f\U000f0000-\U0010fffd]"
)
WIDE_SPACE = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")

Edit = tuple[int, int, str]


def visible(text: str) -> str:
    """`text` without invisible characters, each run of spaces (full-width ones too) made one space."""
    # Of all these the sign for a lost character alone is printable.
    if text.isprintable() and "  " not in text and "\ufffd" not in text:
        return text
    return WIDE_SPACE.sub(" ", INVISIBLE.sub("", text))


def joined(spans: tuple[Span, ...], spaces_follow: bool = True) -> tuple[Span, ...]:
    """Spans that touch and have one style made one; empty ones left out.

    `spaces_follow`: a space between two styles takes the style before it.
    """
    result: list[Span] = []
    for span in spans:
        if not span.text and not span.image:
            continue
        if result and not span.image and not result[-1].image:
            last = result[-1]
            follows = spaces_follow and not span.text.strip() and not last.literal
            if last.style() == span.style() or (follows and not span.literal):
                result[-1] = last.saying(last.text + span.text)
                continue
        result.append(span)
    return tuple(result)


def trimmed(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Visible text, single spaces (across spans too), none at the ends."""
    if len(spans) == 1 and not (spans[0].image or spans[0].math):
        # Most blocks are of one style.
        text = visible(spans[0].text.replace("\n", " ")).strip(" ")
        return (spans[0].saying(text),) if text else ()
    result: list[Span] = []
    space_before = True
    for span in spans:
        text = span.text if span.image or span.math else visible(span.text.replace("\n", " "))
        if space_before and not span.image:
            text = text.lstrip(" ")
        if text:
            space_before = text.endswith(" ")
        result.append(span if text == span.text else span.saying(text))
    result = list(joined(tuple(result)))
    if result and not result[-1].image:
        result[-1] = result[-1].saying(result[-1].text.rstrip())
    return joined(tuple(result))


def trimmed_block(block: Block) -> Block:
    """The block with trimmed text; code stays as it is but for invisible characters."""
    if block.kind == "code":
        text = "".join(s.text for s in block.spans)
        lines = [INVISIBLE.sub("", line).rstrip() for line in text.split("\n")]
        return block.but(spans=(Span("\n".join(lines)),))
    rows = tuple(tuple(trimmed(cell) for cell in row) for row in block.rows)
    return block.but(spans=trimmed(block.spans), rows=rows)


def with_links_of_readers(block: Block) -> Block:
    """The block without the links that lead nowhere."""
    cells = (block.spans, *(cell for row in block.rows for cell in row))
    if not any(span.href == NOWHERE for cell in cells for span in cell):
        return block
    rows = tuple(tuple(_linked(cell) for cell in row) for row in block.rows)
    return block.but(spans=_linked(block.spans), rows=rows)


def _linked(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return joined(tuple(span._replace(href="") if span.href == NOWHERE else span for span in spans))


def edited(spans: tuple[Span, ...], edits: list[Edit]) -> tuple[Span, ...]:
    """The spans after edits (start, end, replacement) counted in the joined text. Edits must not overlap.

    A replacement takes the style of the first character it replaces, or of the one before it.
    """
    if not edits:
        return spans
    result: list[Span] = []
    offset = 0
    todo = sorted(edits)
    first = 0
    for span in spans:
        end = offset + len(span.text)
        pieces: list[str] = []
        at = offset
        while first < len(todo) and todo[first][1] <= offset:
            first += 1
        place = first
        while place < len(todo) and todo[place][0] < end:
            start, stop, new = todo[place]
            place += 1
            pieces.append(span.text[max(at, offset) - offset : max(start, offset) - offset])
            pieces.append(new if start >= offset else "")
            at = min(stop, end)
        pieces.append(span.text[at - offset :])
        result.append(span.saying("".join(pieces)))
        offset = end
    return tuple(result)
