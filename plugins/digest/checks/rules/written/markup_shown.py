"""Markup that is shown as it is written: signs that nothing ends, and what only other programs read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from digest.checks.source import Source
from digest.files.findings import Finding

_STRONG = re.compile(r"(?<!\\)\*{2,3}(?!\*)")
_TICK = re.compile(r"(?<![\\`])`+")
_FORMULA = re.compile(r"(?<!\\)\$\$")
_FOOTNOTE = re.compile(r"(?<!\\)\[\^[^\]\s]{1,30}\](?!:)")
# Each as other programs write it, with signs of which it has one, and what the site is given instead.
_OTHERS = (
    (
        re.compile(r"^[ \t]*(?:!!!|\?\?\?\+?|:::+)[ \t]*\{?[a-z]\S*.*$", re.MULTILINE),
        ("!!!", "???", ":::"),
        "> and the text as a quotation",
    ),
    (re.compile(r"^[ \t]*>[ \t]*\[!\w+\][+-]?", re.MULTILINE), ("[!",), "> and the text as a quotation"),
    (re.compile(r"\{\{[<%][^\n{}]{0,200}[>%]\}\}"), ("{{",), "Markdown that every program reads"),
    (re.compile(r"&amp;(?:nbsp|lt|gt|amp|quot|apos|#\d+|#x[0-9a-fA-F]+);"), ("&amp;",), "the sign itself"),
    (
        re.compile(r"\\(?<=[\u3000-\u9fff\uff00-\uffef]\\)[nrt](?![A-Za-z])"),
        ("\\",),
        "a blank line for a new paragraph",
    ),
)
_IN_HEAD = re.compile(r"\*\*|\]\(|</?[A-Za-z][^<>]*>|<!--|&(?:nbsp|lt|gt|amp|quot);")
_HEAD = ("title", "lead", "summary", "author_note", "rights", "image_credit")
_ENDED = "the sign at both ends; \\ before a sign that is to be shown"


def check(source: Source, extensions: Collection[str]) -> Iterator[Finding]:
    """A finding for each piece; ``extensions`` are those of Python-Markdown that the site is rendered with."""
    yield from _not_ended(source)
    if not set(extensions) & {"footnotes", "extra", "markdown.extensions.footnotes"}:
        for match in _FOOTNOTE.finditer(source.prose) if "[^" in source.prose else []:
            yield _finding(source, match.start(), match[0], "the note in brackets where it belongs", "（注：……）")
    for pattern, signs, allowed in _OTHERS:
        if not any(sign in source.prose for sign in signs):
            continue
        # The site reads boxes where it is set up for them.
        if "quotation" in allowed and any("admonition" in each or "blocks" in each for each in extensions):
            continue
        for match in pattern.finditer(source.prose):
            yield _finding(source, match.start(), match[0].strip(), allowed, "")
    if source.is_article:
        yield from _in_head(source)


def _not_ended(source: Source) -> Iterator[Finding]:
    prose = source.prose
    if "**" in prose or "`" in prose:
        for block in source.blocks:
            if source.is_code(block.start):
                continue
            text = prose[block.start : block.start + len(block.source)]
            strong, ticks = list(_STRONG.finditer(text)), list(_TICK.finditer(text))
            odd = [*(strong[-1:] if len(strong) % 2 else []), *ticks[:1]]
            for match in odd:
                yield _finding(source, block.start + match.start(), match[0], _ENDED, "**石桥**")
    formulas = list(_FORMULA.finditer(prose)) if "$$" in prose else []
    if len(formulas) % 2:
        yield _finding(source, formulas[-1].start(), "$$", _ENDED, "$$x = 1$$")


def _in_head(source: Source) -> Iterator[Finding]:
    data = source.front.data
    texts: list[tuple[tuple[str | int, ...], object]] = [((key,), data.get(key)) for key in _HEAD]
    claims = data.get("claims")
    for number, claim in enumerate(claims if isinstance(claims, list) else []):
        texts.append((("claims", number, "text"), claim.get("text") if isinstance(claim, dict) else None))
    for path, text in texts:
        match = _IN_HEAD.search(text) if isinstance(text, str) else None
        if match:
            line, said = source.front.line_of(*path), f"{path[-1]} has {match[0]}, which is shown as it is written"
            yield Finding(source.file, line, "markup-shown", said, "plain text: no Markdown, no HTML, no mark")


def _finding(source: Source, place: int, came: str, allowed: str, example: str) -> Finding:
    said = f"{came[:40]} is shown as it is written"
    return Finding(source.file, source.line_at(place), "markup-shown", said, allowed, example)
