"""The extensions of Python-Markdown that make of a text always the same, whatever else is on the disk."""

from __future__ import annotations

from collections.abc import Iterable

_PURE = frozenset(
    (
        "abbr",
        "admonition",
        "attr_list",
        "def_list",
        "fenced_code",
        "footnotes",
        "md_in_html",
        "nl2br",
        "sane_lists",
        "smarty",
        "tables",
        "toc",
        "meta",
    )
)


def are_pure(extensions: Iterable[str]) -> bool:
    """Whether what is rendered with these depends on the text and the settings alone."""
    return _PURE.issuperset(extensions)
