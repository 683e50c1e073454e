"""What findings and commands say, in Chinese: found by its English in a list, with what came put in."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from digest.keeping.tables import kept_yaml
from digest.text.spoken import in_chinese

LISTED = Path(__file__).with_name("messages.yml")
_ALLOWED = "; allowed: "
_PLACE = re.compile(r"\{(?:said)?\}")


def as_told(text: str) -> str:
    """``text``, what a command says, in the language that people are spoken to in."""
    return chinese(text) if in_chinese() else text


def chinese(text: str) -> str:
    """``text``, what a finding says, in Chinese; as it is where the list has nothing for it."""
    return entry(text) or text


# What is allowed, and its example, are the same of each finding of a code.
@lru_cache(maxsize=1000)
def entry(text: str) -> str:
    """``text`` in Chinese; empty where the list has nothing for it.

    Of several entries that fit, the one holds that says most by itself.
    """
    for fixed, english, told in _entries():
        # Of hundreds of entries hardly one has its words in the text: the others are not even made patterns.
        if fixed in text and (found := _pattern(english).fullmatch(text)):
            places = zip(found.groups(), _PLACE.findall(english), strict=True)
            return _filled(told, [chinese(part) if place == "{said}" else part for part, place in places])
    return ""


def _filled(told: str, came: list[str]) -> str:
    numbers = iter(range(len(came)))
    return re.sub(r"\{(\d?)\}", lambda place: came[int(place[1]) if place[1] else next(numbers)], told)


@cache
def _entries() -> list[tuple[str, str, str]]:
    """Each entry as the longest of its parts between places, its English and its Chinese; the most telling first."""
    listed = {str(english): str(chinese) for english, chinese in kept_yaml(LISTED).items()}
    ordered = sorted(listed, key=lambda english: -len(_PLACE.sub("", english)))
    return [(max(_PLACE.split(english), key=len), english, listed[english]) for english in ordered]


@cache
def _pattern(english: str) -> re.Pattern[str]:
    # What is allowed is said of every fault in the same words: no place of an entry without them takes them in.
    place = "(.+?)" if _ALLOWED in english else f"((?:(?!{_ALLOWED}).)+?)"
    return re.compile(place.join(map(re.escape, _PLACE.split(english))), re.DOTALL)
