"""Damage to a text that no editor shows: what a merge left behind, and characters that are none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from digest.files.findings import Finding, excused

_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?:[ \t].*)?$|^={7}[ \t]*$", re.MULTILINE)
_MARKER = re.compile(r"\n[<>]{7}(?:[ \t]|$)", re.MULTILINE)

# What UTF-8 becomes when it is read as another encoding and saved: 锟斤拷 of two replacement characters in GBK, the
# signs of Latin-1 in a row of any Chinese text.
_GARBLED = re.compile(
    "\ufffd+|锟斤拷|(?:烫){3,}|(?:屯){3,}|(?:[\u00c0-\u00f4][\u0080-\u00bf]{1,3}){3,}|(?:[äåæçèé][^\\x00-\\x7f]{2}){2,}"
)
_ODD = re.compile("[^\\t\\n\\r\\x20-\\x7e\u3000-\u30ff\u3400-\u9fff\uff01-\uff5e\u2010-\u201f\u2026]+")
# What garbled text begins with and ``_ODD`` does not find: most texts have neither, and are looked through once.
_GARBLED_HAN = ("锟斤拷", "烫烫烫", "屯屯屯")
_JOINER, _TAGS = "\u200d", range(0xE0020, 0xE0080)
# Blanks that fonts draw as nothing though they count as letters: fillers of the Korean alphabet, the braille blank.
_FILLERS = "\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5"
_BIDI = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def damage(file: str, text: str) -> list[Finding]:
    """Every damaged line of ``text``, one finding a line and kind; a line may be excused from one."""
    found = [*_conflicts(file, text), *_characters(file, text)]
    right = excused(text) if found else set()
    return [each for each in found if (each.line, each.code) not in right]


def _conflicts(file: str, text: str) -> Iterator[Finding]:
    if not _MARKER.search(f"\n{text}"):
        return
    for match in _CONFLICT.finditer(text):
        yield Finding(
            file,
            text.count("\n", 0, match.start()) + 1,
            "merge-conflict",
            f"a merge left {match[0].strip()[:30]} behind",
            "one of the two versions, or both put together, without these lines",
            "git diff --check",
        )


def _characters(file: str, text: str) -> Iterator[Finding]:
    if not _may_hold_damage(text):
        return
    for number, line in enumerate(text.split("\n"), 1):
        if not _may_hold_damage(line):
            continue
        garbled = _GARBLED.search(line)
        if garbled:
            yield _finding(file, number, line, garbled.start(), garbled[0])
        seen = set()
        for match in _ODD.finditer(line):
            for place in range(*match.span()):
                kind = _kind(line, place)
                if kind and kind not in seen:
                    seen.add(kind)
                    yield _odd(file, number, line, place, kind)


def _may_hold_damage(text: str) -> bool:
    return bool(_ODD.search(text)) or any(garbled in text for garbled in _GARBLED_HAN)


def _kind(line: str, place: int) -> str:
    """What a character is that no text should have: control, bidi, hidden, private, radical; empty for any other."""
    sign = line[place]
    category = unicodedata.category(sign)
    if category == "Cc" or sign in "\u2028\u2029":
        return "control"
    if sign in _BIDI:
        return "bidi"
    if category == "Cf" or sign in _FILLERS:
        return "" if _in_emoji(line, place) else "hidden"
    if category in ("Co", "Cs") or ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF:
        return "private"
    return "radical" if "\u2e80" <= sign <= "\u2fd5" else ""


def _in_emoji(line: str, place: int) -> bool:
    """Whether the character joins pictures to one, or spells a flag."""
    if ord(line[place]) in _TAGS or ord(line[place]) == 0xE007F:
        return "\U0001f3f4" in line[:place]
    before, after = line[:place].rstrip("\ufe0f"), line[place + 1 : place + 2]
    return line[place] == _JOINER and bool(before) and _is_picture(before[-1]) and bool(after) and _is_picture(after)


def _is_picture(sign: str) -> bool:
    return unicodedata.category(sign) in ("So", "Sk") or "\u2600" <= sign <= "\u27bf"


def _odd(file: str, number: int, line: str, place: int, kind: str) -> Finding:
    code = f"U+{ord(line[place]):04X}"
    near = f"{code} {unicodedata.name(line[place], 'without a name')} after {_before(line, place)}"
    if kind == "control":
        return Finding(file, number, "control-character", near, "line feeds and tabs are the only ones", "take it out")
    if kind == "bidi":
        return Finding(
            file,
            number,
            "bidi-character",
            f"{near}: the text is shown in another order than it is read",
            "none of them",
            "take it out",
        )
    if kind == "hidden":
        return Finding(
            file,
            number,
            "invisible-character",
            f"{near}: a word with it is not found",
            "what a reader sees",
            "take it out",
        )
    if kind == "private":
        return Finding(
            file,
            number,
            "private-character",
            f"{near}: it is shown as a box",
            "characters of Unicode",
            "the sign that was meant",
        )
    plain = unicodedata.normalize("NFKC", line[place])
    allowed = f"{plain} (U+{ord(plain[0]):04X})" if plain != line[place] else "the character that was meant"
    return Finding(file, number, "radical-character", f"{near}: it looks like a character and is none", allowed, plain)


def _finding(file: str, number: int, line: str, place: int, garbled: str) -> Finding:
    return Finding(
        file,
        number,
        "garbled-text",
        f"{garbled[:12]} came after {_before(line, place)}: characters were lost when the text was read or saved",
        "the original's characters",
        "take them from the original",
    )


def _before(line: str, place: int) -> str:
    shown = "".join(sign for sign in line[:place] if sign.isprintable())[-8:]
    return shown or "the line's beginning"
