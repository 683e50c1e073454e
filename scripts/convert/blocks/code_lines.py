"""Code in a text copy, where nothing but the look of its lines tells it."""

from __future__ import annotations

import re

from convert.page import Block, Span
from convert.text.characters import ends_sentence
from convert.text.code import is_code_line

# Two lines that only code has make a run of code, if they are this share of its lines.
STRONG_LEAST = 2
STRONG_SHARE = 0.4
# A line of code behind more blank lines than this begins a piece of its own.
BLANK_MOST = 2

COMMENT = re.compile(r"^\s*(//|/\*|\*/?(\s|$)|#(?!\w*#)\s|<!--|--\s|;;)")
WEAK = re.compile(r"[(){}\[\];=<>$/\\|&\"'_:,.-]")


def with_code(blocks: list[Block]) -> list[Block]:
    """The blocks with each run of lines of code made one block of code."""
    kept: list[Block] = []
    at = 0
    while at < len(blocks):
        end, code = _run_end(blocks, at) if _kind(blocks[at]) in ("strong", "comment") else (at, False)
        if code:
            kept.append(joined(blocks[at:end]))
            at = end
        else:
            # No part of a run that is no code is looked at again: thousands of lines may be nothing but slashes.
            end = max(end, at + 1)
            kept += blocks[at:end]
            at = end
    return kept


def _kind(block: Block) -> str:
    """strong: as only code has it; comment; weak: may stand in code; or empty."""
    if block.kind != "paragraph":
        return ""
    text = block.text
    if is_code_line(text):
        return "strong"
    if COMMENT.match(text):
        return "comment"
    plain = text.isascii() and (bool(WEAK.search(text)) or text.startswith("  ")) and not ends_sentence(text)
    return "weak" if plain else ""


def _run_end(blocks: list[Block], start: int) -> tuple[int, bool]:
    """The place behind the run of lines that begins at `start`, and whether it is code."""
    kinds: list[str] = []
    for block in blocks[start:]:
        before = blocks[start + len(kinds) - 1] if kinds else block
        kind = _kind(block) if block.line - before.line <= BLANK_MOST + 1 else ""
        if not kind:
            break
        kinds.append(kind)
    while kinds and kinds[-1] == "weak":
        kinds.pop()
    strong = kinds.count("strong")
    return start + len(kinds), strong >= max(STRONG_LEAST, STRONG_SHARE * len(kinds))


def joined(run: list[Block]) -> Block:
    """The blocks, each of a line of code, as one."""
    lines: list[str] = []
    for place, block in enumerate(run):
        lines += [""] * (min(block.line - run[place - 1].line - 1, 1) if place else 0)
        lines.append(block.text.replace("\xa0", " ").rstrip())
    return run[0].but(kind="code", spans=(Span("\n".join(lines)),))
