"""What each line of the shipped corrections is worth: Traditional originals there and back with it and without."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from daachorse import CharwiseDoubleArrayAhoCorasick
from originals import compared

from digest.zh.context.model import shipped_model
from digest.zh.script import Script
from digest.zh.terms import shipped_terms

Pair = tuple[str, str]
"""A line of an original, and that line simplified."""

# Where a line's phrase stands in no text it is tried alone and in the plainest clauses.
_CLAUSES = ("{}", "，{}。", "他们{}了", "在{}上", "的{}和")
# Where a phrase stands in so many lines and changes none of them, what it would change alone does not count.
_SEEN = 3
# So many lines of the originals say enough of one phrase.
_ENOUGH = 200
_SOURCE, _TARGET = "zh-Hans", "zh-Hant"
_Convert = Callable[[str], str]


def report(pairs: Sequence[Pair]) -> None:
    """Print each correction that earns nothing, and how many of them there are of each kind."""
    kinds = Counter[str]()
    for phrase, (kind, mends, breaks) in sorted(worth(pairs).items(), key=lambda each: (each[1], each[0])):
        kinds[kind] += 1
        if kind in ("harms", "idle"):
            print(f"{kind}\t{phrase}\t{mends}\t{breaks}")
    print(
        f"{kinds.total()} corrections: {kinds['earns']} earn, {kinds['alone']} change what is read and stand in "
        f"hardly any text, {kinds['idle']} change nothing, {kinds['harms']} break more than they mend"
    )


def worth(pairs: Sequence[Pair]) -> dict[str, tuple[str, int, int]]:
    """By phrase: what it does (earns, harms, idle, or alone), and how many places it mends and breaks."""
    own = shipped_terms()[_TARGET]
    places = _places(own, pairs)
    whole = _converting(own)
    found = {}
    for phrase in own:
        less = _converting({other: becomes for other, becomes in own.items() if other != phrase})
        texts = [pairs[place] for place in places[phrase]]
        mends, breaks = _compared(texts, whole, less)
        differs = any(whole(text) != less(text) for text in (clause.format(phrase) for clause in _CLAUSES))
        found[phrase] = (_kind(mends, breaks, len(texts), differs), mends, breaks)
    return found


def _kind(mends: int, breaks: int, seen: int, differs: bool) -> str:
    if mends > breaks:
        return "earns"
    if breaks > mends:
        return "harms"
    return "alone" if differs and seen < _SEEN else "idle"


def _places(own: Mapping[str, str], pairs: Sequence[Pair]) -> dict[str, list[int]]:
    """The lines of the originals, by number, that have each phrase."""
    listed = sorted(own)
    automaton, found = CharwiseDoubleArrayAhoCorasick(listed), defaultdict[str, list[int]](list)
    for number, (_, text) in enumerate(pairs):
        for phrase in {listed[which] for _, _, which in automaton.find_overlapping(text)}:
            if len(found[phrase]) < _ENOUGH:
                found[phrase].append(number)
    return found


def _converting(corrections: Mapping[str, str]) -> _Convert:
    script = Script(corrections={_TARGET: corrections}, model=shipped_model)
    return lambda text: script.convert(text, _SOURCE, _TARGET)


def _compared(pairs: Sequence[Pair], whole: _Convert, less: _Convert) -> tuple[int, int]:
    """How many places come out right only with the line, and how many only without."""
    if not pairs:
        return 0, 0
    text = "\n".join(short for _, short in pairs)
    with_it, without = (
        [_away(pair, read) for pair, read in zip(pairs, convert(text).split("\n"), strict=True)]
        for convert in (whole, less)
    )
    gains = [before - after for before, after in zip(without, with_it, strict=True)]
    return sum(gain for gain in gains if gain > 0), -sum(gain for gain in gains if gain < 0)


def _away(pair: Pair, read: str) -> int:
    """At how many places ``read`` is another than the original, but for accepted ones."""
    found = compared([pair], [read])
    return found.wrong.total() + found.lost.total()
