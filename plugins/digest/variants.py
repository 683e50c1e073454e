"""The variants of a page: the same text in one script each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Variant:
    """One published script.

    ``tag`` is the BCP 47 tag for ``<html lang>`` and hreflang, ``path`` the folder of its tree,
    ``theme_language`` the theme's file of interface words, ``name`` what the switch shows.
    """

    tag: str
    path: str
    theme_language: str
    name: str


VARIANTS = {
    variant.tag: variant
    for variant in (
        Variant("zh-Hans", "zh-hans", "zh", "简体"),
        Variant("zh-Hant", "zh-hant", "zh-Hant", "繁體"),
    )
}
"""Every variant that a digest may publish, by tag."""
