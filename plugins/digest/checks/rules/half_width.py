"""Half-width punctuation between Chinese characters, and full-width digits and letters: found, and how to mend."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from digest.checks.folder import Repair
from digest.checks.source import Source
from digest.files.findings import Finding
from digest.text.spans import Spans
from digest.text.visible_text import VisibleBlock, visible
from digest.zh import variant_markup

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff，。；：！？、“”‘’「」『』《》（）"
_BETWEEN = r"(?:<!--(?:[^-\n]|-(?!->))*+-->|[ \t*_])*"
# Whether it is worth asking at all: the half-width marks beside a Chinese character, and wide letters and digits.
_LIKELY = re.compile(rf"[{_HAN}]{_BETWEEN}[,:;!?.()\"]|[,:;!?.()\"]{_BETWEEN}[{_HAN}]|[０-９Ａ-Ｚａ-ｚ]")
# Most paragraphs have none of them outside a comment.
_ANY, _COMMENT = re.compile(r"[,:;!?.()\"０-９Ａ-Ｚａ-ｚ]"), re.compile("<!--.*?-->")
# Lines in which such a mark belongs to an extension of Markdown or gives an address.
_MARKUP = re.compile(r"^[ \t]*(?:!!!|\?\?\?|===|:::|///|:[ \t]|\*?\[[^\]\n]*\]:|\{).*$", re.MULTILINE)
_KEPT = re.compile(r"\{[:{%#].*?\}+|(?:https?|ftp)://[!-~]+|\\[!-/:-@\[-`{-~]")


@dataclass(frozen=True)
class LineChange:
    """A line of the body as it is and as it should be; ``offset`` is where it begins in the body."""

    offset: int
    old: str
    new: str


def check(source: Source, repair: Repair) -> list[Finding]:
    """A finding for every line of the body, and every text of the head, with half-width marks in Chinese."""
    found = [
        Finding(
            source.file,
            source.line_at(change.offset),
            "half-width",
            f"{_part(change)} came",
            "full-width punctuation beside Chinese characters, half-width digits; digest check --fix mends it",
            _part(change, new=True),
        )
        for change in changes(source, repair)
    ]
    return found + in_texts(source.file, _texts_of_head(source), repair)


def in_texts(file: str, texts: Iterable[tuple[int, str]], repair: Repair) -> list[Finding]:
    """A finding for every text (line, text) of a data file with half-width marks in Chinese; no one mends those."""
    found = []
    for line, text in texts:
        mended = repair([(text, False)])[0] if _LIKELY.search(text) and "-{" not in text else text
        if mended != text:
            change = LineChange(0, text, mended)
            found.append(
                Finding(
                    file,
                    line,
                    "half-width",
                    f"{_part(change)} came",
                    "full-width punctuation beside Chinese characters, half-width digits",
                    _part(change, new=True),
                )
            )
    return found


def changes(source: Source, repair: Repair) -> list[LineChange]:
    """The lines of the body that would be mended, in order; their line ends are left out."""
    found = []
    for block in source.blocks:
        if _ANY.search(_COMMENT.sub("", block.source)) and _LIKELY.search(block.source):
            mended = _mended(source, block, repair)
            at = block.start
            for old, new in zip(block.source.split("\n"), mended.split("\n"), strict=True):
                if old != new:
                    found.append(LineChange(at, old, new))
                at += len(old) + 1
    return found


def mended(source: Source, repair: Repair) -> str:
    """The body with those lines mended."""
    body = source.body
    for change in reversed(changes(source, repair)):
        body = body[: change.offset] + change.new + body[change.offset + len(change.old) :]
    return body


def _mended(source: Source, block: VisibleBlock, repair: Repair) -> str:
    """The block with what a reader sees of it repaired; everything else is kept to the letter."""
    text = block.source
    positions = set(visible(text).positions)
    coded = source.coded.within(block.start, block.start + len(text))
    kept = [(start - block.start, end - block.start) for start, end in coded]
    kept += [match.span() for pattern in (_KEPT, _MARKUP) for match in pattern.finditer(text)]
    if "-{" in text:
        kept += [(piece.start, piece.end) for piece in variant_markup.pieces(text)]
    untouched = Spans(kept)
    state = ["k" if place in untouched else "v" if place in positions else "h" for place in range(len(text))]
    pieces = [(match.start(), match.end(), match[0][0]) for match in re.finditer(r"v+|k+|h+", "".join(state))]
    # What is hidden (marks, addresses, signs of Markdown) is not shown to the repair: it looks across it.
    shown = [(text[start:end], kind == "k") for start, end, kind in pieces if kind != "h"]
    repaired = iter(repair(shown))
    return "".join(text[start:end] if kind == "h" else next(repaired) for start, end, kind in pieces)


def _texts_of_head(source: Source) -> list[tuple[int, str]]:
    """What curators write there; what is printed elsewhere (rights, credits) is quoted to the letter."""
    front = source.front
    found = [
        (front.line_of(key), front.data[key]) for key in ("title", "summary") if isinstance(front.data.get(key), str)
    ]
    claims = front.data.get("claims")
    found += [
        (front.line_of("claims", number, "text"), claim["text"])
        for number, claim in enumerate(claims if isinstance(claims, list) else [])
        if isinstance(claim, dict) and isinstance(claim.get("text"), str)
    ]
    return found


def _part(change: LineChange, new: bool = False) -> str:
    """Where the two begin to differ, with a few characters on either side."""
    alike = zip(change.old, change.new, strict=False)
    shorter = min(len(change.old), len(change.new))
    start = next((place for place, (one, other) in enumerate(alike) if one != other), shorter)
    return (change.new if new else change.old)[max(0, start - 6) : start + 8]
