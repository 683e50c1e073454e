"""Chinese text broken into lines: no closing mark begins a line, no opening one ends it, no word is cut."""

from __future__ import annotations

import re
from collections.abc import Callable

Width = Callable[[str], float]
"""The width of a text on one line."""

# The marks of clreq (requirements for Chinese text layout) that may not begin, or end, a line.
_NOT_FIRST = "、，。．：；！？‥…—～·・”’」』）】》〉〕］｝,.:;!?)]}%％‰℃"
_NOT_LAST = "“‘「『（【《〈〔［｛([{￥＄$#"
# A word, a number or an address counts as one; so do dashes and dots that belong together.
_PIECE = re.compile(r"[0-9A-Za-z\u00c0-\u024f_@&/+'’.,:%-]*[0-9A-Za-z\u00c0-\u024f_@&/+%]|——|……|\s+|.", re.DOTALL)


def lines(text: str, width: float, measure: Width, limit: int = 0) -> list[str]:
    """``text`` in lines of at most ``width``; where there are more than ``limit`` (0: any), the last ends with …

    What may not be parted and is wider than a line is parted all the same, since nothing else would fit.
    """
    done = _filled(_units(text, width, measure), width)
    if limit and len(done) > limit:
        done = [*done[: limit - 1], _ended(done[limit - 1], width, measure)]
    return done


def balanced_lines(text: str, width: float, measure: Width) -> list[str]:
    """``text`` in as few lines as ``width`` allows, about as long as one another: no single sign on the last."""
    units = _units(text, width, measure)
    best = _filled(units, width)
    widest = max((wide for _, wide in units), default=0)
    while len(best) > 1:
        # A fortieth of a line is less than a sign of a title.
        width -= width / 40
        narrower = _filled(units, width)
        if len(narrower) > len(best) or width < widest:
            break
        best = narrower
    return best


def _filled(units: list[tuple[str, float]], width: float) -> list[str]:
    """The units in lines, each as full as may be."""
    done: list[str] = []
    line, used = "", 0.0
    for unit, wide in units:
        if line and used + wide > width:
            done.append(line.rstrip())
            line, used = "", 0.0
        line, used = line + unit, used + wide
    return [*done, line.rstrip()] if line.strip() else done


def _units(text: str, width: float, measure: Width) -> list[tuple[str, float]]:
    """The parts of ``text`` between which a line may end, each with its width."""
    units: list[str] = []
    glued = False
    for piece in (match[0] for match in _PIECE.finditer(" ".join(text.split()))):
        if units and (glued or piece[0] in _NOT_FIRST or piece == " "):
            units[-1] += piece
        else:
            units.append(piece)
        glued = piece[-1] in _NOT_LAST
    measured = ((unit, measure(unit)) for unit in units)
    return [part for unit, wide in measured
            for part in ([(unit, wide)] if wide <= width else ((sign, measure(sign)) for sign in unit))]


def _ended(line: str, width: float, measure: Width) -> str:
    while line and measure(line + "…") > width:
        line = line[:-1]
    return line.rstrip(_NOT_FIRST + _NOT_LAST + " ") + "…"
