"""Which of the theme's files a page loads, in order, and what of the host theme's stylesheets no page of a site has."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

FIRST = ("store.js", "settings.js", "quotes.js")
"""Scripts that run before anything is drawn."""

PALETTE = ("palette.js",)
"""Runs behind the buttons of light and dark, before anything below them is drawn."""

PAGE = (
    "switch.js",
    "place.js",
    "arrive.js",
    "marks.js",
    "panel.js",
    "keyboard.js",
    "progress.js",
    "selecting.js",
    "listen.js",
    "offline.js",
    "argument-map.js",
    "search-list.js",
    "search-filters.js",
    "search-note.js",
    "search-box.js",
    "search-mark.js",
)
"""Scripts at the end of each page."""

FRAME = ("frame.js", "search-keys.js")
FRAME_STYLES = ("frame.css",)
"""What stands in for the host theme's own scripts where a site has nothing that needs those."""

SELECTED = ("sharing.js", "take-part.js")
"""Scripts that are fetched when words of an article are selected."""

_SEARCH = (
    "alike",
    "answer",
    "apart",
    "checked",
    "cut",
    "files",
    "filters",
    "grammar",
    "index",
    "literal",
    "lookup",
    "meant",
    "near",
    "postings",
    "query",
    "results",
    "sounds",
    "text",
    "wider",
    "worker",
)
SEARCH = tuple(f"{name}.js" for name in _SEARCH)
"""The modules of the search's worker."""

STYLES = (
    "digest.css",
    "article.css",
    "panel.css",
    "arguments.css",
    "home.css",
    "map.css",
    "search.css",
    "take-part.css",
)
PRINT = "print.css"

# Classes in HTML, and in the braces that Markdown's attributes stand in.
_CLASSES = re.compile(r"""class\s*=\s*["']?([^"'>]*)|\{:?([^{}\n]*)\}""", re.IGNORECASE)

# The host theme's classes for what a site has only with a feature or an extension, by the beginnings of their names.
# A class in a page's text keeps them too.
_OF_FEATURES: Mapping[str, tuple[str, ...]] = {
    "content.code.annotate": ("md-annotation",),
    "content.code.copy": ("md-clipboard", "md-code"),
    "navigation.sections": ("md-nav__item--section",),
    "navigation.footer": ("md-footer__",),
    "navigation.tabs": ("md-tabs", "md-nav--lifted"),
    "navigation.top": ("md-top",),
    "navigation.path": ("md-path",),
    "navigation.instant.progress": ("md-progress",),
    "search.suggest": ("md-search__suggest",),
    "toc.integrate": ("md-nav--integrated",),
}
_OF_EXTENSIONS: Mapping[str, tuple[str, ...]] = {
    "pymdownx.tabbed": ("tabbed-",),
    "pymdownx.tasklist": ("task-list",),
    "pymdownx.arithmatex": ("arithmatex",),
    "pymdownx.keys": ("keys", "key-"),
    "pymdownx.critic": ("critic",),
    "footnotes": ("footnote",),
}
_OF_EXTRAS: Mapping[str, tuple[str, ...]] = {
    "version": ("md-version",),
    "consent": ("md-consent",),
    "analytics": ("md-feedback",),
    "social": ("md-social",),
    "alternate": ("md-select",),
}
# The kinds of admonitions, which details and callouts have too.
_BOXES = (
    "admonition", "abstract", "bug", "danger", "example", "failure", "info", "note", "question", "quote", "success",
    "tip", "warning",
)  # fmt: skip
_HIGHLIGHTING = frozenset(("codehilite", "pymdownx.highlight", "pymdownx.superfences", "pymdownx.inlinehilite"))
_HIGHLIGHTED = ("highlight", "codehilite", "linenos", "filename", "hll")
_BOXING = frozenset(("admonition", "pymdownx.details", "pymdownx.blocks.admonition", "pymdownx.blocks.details"))
# The theme's own blog writes these, beside which no digest is.
# What only the host theme's scripts put on a page.
_OF_SCRIPTS = ("md-tooltip", "md-dialog", "md-progress", "md-annotation", "md-clipboard", "focus-visible")
_OF_BLOG = (
    "md-post", "md-author", "md-pagination", "md-meta", "md-sidebar--post", "md-content--post", "md-draft",
    "md-profile",
)  # fmt: skip
# Parts of the theme that the digest's templates have others for, or that only a template of the site's own or a class
# written in a text brings.
_REPLACED = (
    "md-header__source", "md-header__topic", "md-header__ellipsis", "md-header--lifted", "md-nav__source", "md-source",
    "md-banner", "md-button", "md-pin", "md-status", "md-hero", "grid", "card",
)  # fmt: skip


# What of the theme's features is markup and style alone, or is done by the digest's own scripts.
_WITHOUT_SCRIPTS = frozenset(
    (
        "content.action.edit",
        "content.action.view",
        "navigation.expand",
        "navigation.footer",
        "navigation.indexes",
        "navigation.path",
        "navigation.prune",
        "navigation.sections",
        "navigation.tabs",
        "search.highlight",
        "toc.integrate",
    )
)
_WITH_SCRIPTS = frozenset(("pymdownx.tabbed", "pymdownx.blocks.tab", "pymdownx.superfences"))


def needs_host_scripts(features: Collection[str], extensions: Collection[str], extra: Mapping[str, Any]) -> bool:
    """Whether a site with these settings has what only the host theme's scripts do: 35 kB of a first visit's 95."""
    return bool(
        set(features) - _WITHOUT_SCRIPTS
        or set(extensions) & _WITH_SCRIPTS
        or any(extra.get(key) for key in ("version", "consent", "analytics"))
    )


def absent(
    features: Collection[str],
    extensions: Collection[str],
    extra: Mapping[str, Any],
    plugins: Collection[str],
    has_host_scripts: bool = True,
) -> tuple[str, ...]:
    """The beginnings of the class names that a site with these settings has in no template and no rendered text."""
    found = [*_REPLACED, *(() if has_host_scripts else _OF_SCRIPTS)]
    found += [name for feature, names in _OF_FEATURES.items() if feature not in features for name in names]
    found += [name for extension, names in _OF_EXTENSIONS.items() if extension not in extensions for name in names]
    found += [name for key, names in _OF_EXTRAS.items() if not extra.get(key) for name in names]
    found += _BOXES if not _BOXING & set(extensions) else ()
    found += _HIGHLIGHTED if not _HIGHLIGHTING & set(extensions) else ()
    found += _OF_BLOG if not any("blog" in name for name in plugins) else ()
    return tuple(found)


def unnamed(beginnings: Iterable[str], texts: Iterable[str]) -> Callable[[str], bool]:
    """Says of a class whether it begins with one of ``beginnings``, of which no Markdown of ``texts`` names a class."""
    left = set(beginnings)
    for text in texts:
        named = " ".join(found for pair in _CLASSES.findall(text) for found in pair)
        if named:
            left -= {each for each in left if each in named}
    whole = tuple(left)
    return lambda name: name.startswith(whole)


def arrival_rules(most: int) -> str:
    """The rules by which an address's ``#c1`` shows the bar of that claim without a script, up to ``c{most}``."""
    each = ",".join(f'.no-js:has(#c{n}:target) .dg-arrival[data-claim="c{n}"]' for n in range(1, most + 1))
    return f"{each}{{display:flex}}" if most else ""
