"""The theme's own interface words, as a page of a variant shows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from jinja2 import Environment

from digest.zh.variants import Variant

_FALLBACK = "en"


def theme_words(env: Environment, variant: Variant, mended: Mapping[str, str]) -> Callable[[str], str]:
    """Gives the word of a key: what the labels file mends, then the theme's own, then its English one.

    A page asks for some sixty; the theme's template makes its whole list anew for each.
    """

    def own(language: str, key: str) -> str:
        words = env.get_template(f"partials/languages/{language}.html").module
        # The macro of the theme's file.
        return str(getattr(words, "t")(key))  # noqa: B009 - a module of a template has no attributes that types know

    @cache
    def word(key: str) -> str:
        if key == "language":
            return variant.tag
        return mended.get(key) or own(variant.theme_language, key) or own(_FALLBACK, key) or key

    return word
