"""The variants of a page: the same text in one script each, and how one becomes another."""

from __future__ import annotations

from dataclasses import dataclass


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

PRESS = {"zh-Hant-HK": str.maketrans("羣峯啓牀", "群峰啟床")}
"""By tag: what is printed in a region where the engine's standard of it is stricter."""

_CORNERS = str.maketrans("“”‘’", "「」『』")
QUOTES = {tag: str.maketrans("「」『』", "“”‘’") if tag == "zh-Hans" else _CORNERS for tag in VARIANTS}
"""By tag: the quote marks of the other script and those of this one."""


def chain(source: str, target: str) -> str:
    """The name of the engine's configuration from ``source`` to ``target``; empty where nothing is converted."""
    return _CHAINS.get((source, target), "")
