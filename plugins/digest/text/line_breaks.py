"""Chinese text broken into lines: no closing mark begins a line, no opening one ends it, no word is cut."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate, chain

# What sums of widths may be off, in the same unit: no sign is as narrow.
_ROUNDING = 1e-6

Width = Callable[[str], float]
"""The width of a text on one line."""

Cut = Callable[[str], Iterable[str]]
"""A text in parts between which a line may end: joined they are the text again."""

# The marks of clreq (requirements for Chinese text layout) that may not begin, or end, a line.
_NOT_FIRST = "、，。．：；！？‥…—～·・”’」』）】》〉〕］｝,.:;!?)]}%％‰℃"
_NOT_LAST = "“‘「『（【《〈〔［｛([{￥＄$#"
# A word, a number or an address counts as one; so do dashes and dots that belong together.
_PIECE = r"(?:[0-9A-Za-z\u00c0-\u024f_@&/+'’.,:%-]*[0-9A-Za-z\u00c0-\u024f_@&/+%]|——|……|\s+|.)"
# A piece with those that may not be parted from it: behind an opening mark, before a closing one or a blank.
_UNIT = re.compile(f"{_PIECE}(?:(?:(?<=[{re.escape(_NOT_LAST)}])|(?=[{re.escape(_NOT_FIRST)} ])){_PIECE})*", re.DOTALL)


def lines(text: str, width: float, measure: Width, limit: int = 0) -> list[str]:
    """``text`` in lines of at most ``width``; where there are more than ``limit`` (0: any), the last ends with …

    What may not be parted and is wider than a line is parted all the same, since nothing else would fit.
    """
    done = _filled(*_units(text, width, measure, units), width)
    if limit and len(done) > limit:
        done = [*done[: limit - 1], _ended(done[limit - 1], width, measure)]
    return done


def balanced_lines(text: str, width: float, measure: Width, cut: Cut | None = None) -> list[str]:
    """``text`` in as few lines as ``width`` allows, about as long as one another: no single sign on the last. ``cut``
    gives the parts that stay whole, where those are more than one sign."""
    parts, widths = _units(text, width, measure, cut or units)
    best = _filled(parts, widths, width)
    widest = max(widths, default=0)
    while len(best) > 1:
        # A fortieth of a line is less than a sign of a title.
        width -= width / 40
        narrower = _filled(parts, widths, width)
        if len(narrower) > len(best) or width < widest:
            break
        best = narrower
    return best


def units(text: str) -> list[str]:
    """The parts of ``text`` between which a line may end, whatever its words: joined they are ``text`` again."""
    return _UNIT.findall(text)


def _filled(parts: list[str], widths: list[float], width: float) -> list[str]:
    """The parts in lines, each as full as may be."""
    ends = [0.0, *accumulate(widths)]
    done, start = [], 0
    while start < len(parts):
        end = max(start + 1, bisect_right(ends, ends[start] + width + _ROUNDING) - 1)
        done.append("".join(parts[start:end]).rstrip())
        start = end
    return done


def _units(text: str, width: float, measure: Width, cut: Cut) -> tuple[list[str], list[float]]:
    """The parts of ``text`` between which a line may end, and the width of each."""
    parts = list(cut(" ".join(text.split())))
    widths = list(map(measure, parts))
    if max(widths, default=0) > width:
        parted = [(unit,) if wide <= width else tuple(unit) for unit, wide in zip(parts, widths, strict=True)]
        parts = list(chain.from_iterable(parted))
        widths = list(map(measure, parts))
    return parts, widths


def _ended(line: str, width: float, measure: Width) -> str:
    while line and measure(line + "…") > width:
        line = line[:-1]
    return line.rstrip(_NOT_FIRST + _NOT_LAST + " ") + "…"
