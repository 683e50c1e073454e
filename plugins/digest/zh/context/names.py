"""Names of a text: who is called by a name with a risky surname is called by it throughout."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from digest.text.stamped import StampedText
from digest.zh.phrases import PART

# What these are as surnames, in Taiwan's standard characters. Others (周, 曲, 云) are words far oftener.
_SURNAMES = dict(zip("余于范游钟谷朴郁岳涂姜", "余于范游鍾谷朴郁岳涂姜", strict=True))
_NAME = re.compile(f"(?=([{''.join(_SURNAMES)}][\u4e00-\u9fff]{{2}}))")
_BEGINS = re.compile(f"(?<![\u4e00-\u9fff])[{''.join(_SURNAMES)}][\u4e00-\u9fff]{{2}}")
# One in five of its places says that three characters are a name: judged on 2,500,000 characters of Hong Kong's news
# and 1,600,000 of an encyclopaedia, article by article, where that mends 45 places and breaks none.
_OFTEN, _SHARE = 2, 5
# What is kept of a text goes by its hash, which no other way of converting does.
_WAY = "names"


def names_in(text: str, pieces: Callable[[str], Sequence[tuple[str, str]]]) -> dict[str, str]:
    """The names of a Simplified ``text`` that would be converted now one way and now another, each with what it is as
    a name; ``pieces`` converts to Taiwan's standard characters."""
    names = repeated(text)
    return agreed(pieces(_lines_with(text, names)), names) if names else {}


def known_names(
    text: str, pieces: Callable[[str], Sequence[tuple[str, str]]], known: Callable[[str, str, Callable[[], str]], str]
) -> dict[str, str]:
    """The same, unless they are ``known`` by a way and a key: the next build asks for the names of each article."""

    def lines() -> str:
        return "\n".join(map("\t".join, names_in(text, pieces).items()))

    return dict(line.split("\t", 1) for line in known(_WAY, StampedText(text).stamp, lines).splitlines())


def with_names(
    terms: Mapping[str, str], names: Mapping[str, str], site: Mapping[str, str], own: Callable[[str], str]
) -> dict[str, str]:
    """An article's ``terms`` over its ``names`` in the characters of a variant (``own``), of which none is that a term
    of the article or the ``site`` speaks of."""
    kept = {
        name: own(called)
        for name, called in names.items()
        if not any(name in phrase or phrase in name for phrase in (*terms, *site))
    }
    return {**kept, **terms}


def repeated(text: str) -> tuple[str, ...]:
    """What may be a full name in the Simplified ``text``: it stands there more than once, once where words begin."""
    begins = dict.fromkeys(_BEGINS.findall(text))
    counts = Counter(_NAME.findall(text)) if begins else Counter()
    return tuple(each for each in begins if counts[each] >= _OFTEN)


def _lines_with(text: str, names: Sequence[str]) -> str:
    return PART.join(line for line in text.split("\n") if any(name in line for name in names))


def agreed(pieces: Sequence[tuple[str, str]], names: Sequence[str]) -> dict[str, str]:
    """Those of ``names`` that are a name at some places and none at others, each with what it is as a name.

    ``pieces`` are the text's, with what became of them in Taiwan's standard characters.
    """
    source, converted = "", ""
    for piece, became in pieces:
        source += piece
        # What is no longer as long as it was is nobody's name.
        converted += became if len(became) == len(piece) else PART * len(piece)
    return dict(_split(source, converted, names))


def _split(source: str, converted: str, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for match in _NAME.finditer(source):
        seen[match[1]][converted[match.start() : match.start() + len(match[1])]] += 1
    for name in names:
        called = Counter({each: count for each, count in seen[name].items() if each[0] == _SURNAMES[name[0]]})
        if called.total() < seen[name].total() <= _SHARE * called.total():
            yield name, called.most_common(1)[0][0]
