"""The words that an article uses often, found without a dictionary: what repeats and is no part of a longer one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from digest.search.tokens import HAN

_RUN = re.compile(f"[{HAN}]+")
MOST = 5
"""Characters of a word at most; what repeats in one piece beyond that is a phrase."""

# What begins or ends with one of these is a word and its grammar, not a word.
_GRAMMAR = frozenset(
    "的了是在和与及或也都就而但又把被对从到这那其之于以为着過过"
    "们會会能可要个個一不有我你他她它很更最所让將将并则吗呢吧啊"
)
# What joins two words, or makes a sentence of them, stands inside no word.
_JOINING = re.compile("[的了和与與跟及或是而也]")

# An addition in brackets after a name, and what it names: 产业互联网（Industrial Internet）.
_PRINTED = re.compile(rf"([{HAN}]{{2,8}})[”」》]?\s?[（(]([A-Za-z][A-Za-z0-9 .&'-]{{1,40}})[)）]")
# Quoted in a title or claim: the author's own word for a thing.
_QUOTED = re.compile(rf"[“「『《]([{HAN}A-Za-z0-9]{{2,10}})[”」』》]")


def repeated(texts: Iterable[str]) -> dict[str, int]:
    """Pieces of two to five Han characters that stand twice or more in ``texts``, and how often.

    A piece that a longer one contains nearly each time is left out, and so is what begins or ends with grammar.
    """
    runs = [run for text in texts for run in _RUN.findall(text)]
    counts: list[Counter[str]] = [Counter(run[at : at + 2] for run in runs for at in range(len(run) - 1))]
    for size in range(3, MOST + 2):
        shorter = counts[-1]
        counts.append(
            Counter(
                run[at : at + size]
                for run in runs
                for at in range(len(run) - size + 1)
                if shorter[run[at : at + size - 1]] > 1 and shorter[run[at + 1 : at + size]] > 1
            )
        )
    words = {piece: often for counted in counts for piece, often in counted.items() if often > 1 and _is_word(piece)}
    longer_of: Counter[str] = Counter()
    for piece, often in words.items():
        for part in (piece[:-1], piece[1:]):
            longer_of[part] = max(longer_of[part], often)
    return {piece: often for piece, often in words.items() if len(piece) <= MOST and longer_of[piece] < often}


def _is_word(piece: str) -> bool:
    return piece[0] not in _GRAMMAR and piece[-1] not in _GRAMMAR and not _JOINING.search(piece)


def printed_names(texts: Sequence[str]) -> list[tuple[str, str]]:
    """What texts print in brackets after a name: (the characters before the bracket, the Latin name)."""
    found = [(match[1], match[2].strip()) for text in texts for match in _PRINTED.finditer(text)]
    return list(dict.fromkeys(found))


def quoted(texts: Iterable[str]) -> list[str]:
    """Words that stand in quote marks."""
    return list(dict.fromkeys(match[1] for text in texts for match in _QUOTED.finditer(text)))
