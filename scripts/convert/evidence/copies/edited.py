"""Headings of a copy that a wiki or an encyclopedia tells by the button with which each section is edited."""

from __future__ import annotations

import re

from convert.page import Block, Removed, Span
from convert.text.characters import ends_sentence, letters

# Behind the heading, in brackets; there may be another button beside it: [编辑 | 编辑源代码].
BEHIND = re.compile(r"\s*[\[［【]\s*(?:编辑|編輯|edit)(?:\s*[|｜]\s*\S{2,8}(?:\s\S{1,8})?)?\s*[\]］】]\s*$", re.I)
# On lines of its own below the heading, beside the one that reads it aloud.
BELOW = re.compile(r"[\[［【]?\s*(?:编辑|編輯|播报|edit)\s*[\]］】]?", re.I)
BUTTONS_MOST = 2
# Behind the title of a post in a forum.
LINK = re.compile(r"\s*[\[［【]\s*(?:复制链接|複製鏈接|複製連結|copy link)\s*[\]］】]\s*$", re.I)
# Below a line of the table of contents that has smaller ones below.
TOGGLE = re.compile(r"(?:开关|開關)\S.{0,40}子章[节節]|Toggle \S.{0,40} subsection")
# One section may speak of editing; the longest heading measured has 31 characters.
LEAST, HEADING_MOST = 2, 40
LEVEL = 2
# What such a heading is marked with, as a page marks one with its class.
EDITED = "edited section"

Blocks = tuple[Block, ...]


def without_link_buttons(blocks: Blocks) -> Blocks:
    """The blocks without the button that copies the address of a post, where it stands behind the title."""
    ends = [found.start() if (found := LINK.search(block.text)) else 0 for block in blocks]
    return tuple(
        block.but(spans=(Span(block.text[:end]),)) if end else block for block, end in zip(blocks, ends, strict=True)
    )


def with_edited_heads(blocks: Blocks) -> tuple[Blocks, tuple[Removed, ...]]:
    """The blocks with what stands before such buttons made headings, without the buttons; and those that were lines of
    their own, removed. All as they are where fewer than two headings have one."""
    behind = {at: found.start() for at, block in enumerate(blocks) if (found := BEHIND.search(block.text))}
    behind = {at: end for at, end in behind.items() if _may_head(blocks[at], blocks[at].text[:end])}
    below = {at: count for at, block in enumerate(blocks) if (count := _buttons_below(blocks, at))}
    heads = set(behind) if len(behind) >= len(below) else set(below)
    if len(heads) < LEAST:
        return blocks, ()
    buttons = {step for at in heads - behind.keys() for step in range(at + 1, at + 1 + below[at])}
    buttons.update(at for at, block in enumerate(blocks) if TOGGLE.fullmatch(block.text.strip()))
    made = tuple(
        _headed(block, block.text[: behind.get(at)]) if at in heads else block
        for at, block in enumerate(blocks)
        if at not in buttons
    )
    return made, tuple(Removed(blocks[at], "navigation", at) for at in sorted(buttons))


def _headed(block: Block, text: str) -> Block:
    return block.but(spans=(Span(text.strip()),), kind="heading", level=LEVEL, hint=EDITED)


def _may_head(block: Block, text: str) -> bool:
    told = block.kind in ("paragraph", "item") and 0 < len(text.strip()) <= HEADING_MOST
    return told and bool(letters(text)) and not ends_sentence(text)


def _buttons_below(blocks: Blocks, at: int) -> int:
    """How many buttons stand right below the line, if it may be a heading and is none of them; 0: none."""
    if not _may_head(blocks[at], blocks[at].text) or BELOW.fullmatch(blocks[at].text.strip()):
        return 0
    count = 0
    while at + count + 1 < len(blocks) and BELOW.fullmatch(blocks[at + count + 1].text.strip()):
        count += 1
    return count if count <= BUTTONS_MOST else 0
