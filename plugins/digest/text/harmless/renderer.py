"""Python-Markdown as the site renders with it: without its one fault by which texts are cut.

At a reference to no character (``&#;``) its reading of HTML loses its place: what stands behind is cut or doubled, and
code behind it is read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import ModuleType
from typing import Any

from markdown import Markdown, htmlparser

# What its parser stops at, but for a reference that is none, which is text.
_STOPS = re.compile(r"<|&(?!#(?![0-9]|[xX][0-9a-fA-F]))")


def keep_place() -> None:
    """Have Python-Markdown pass over such references, in this process, whoever renders."""
    # Its own copy of the standard library's module, which it changes in the same way.
    copy: ModuleType = htmlparser.htmlparser  # type: ignore[attr-defined]  # not said to be anybody's
    copy.interesting_normal = _STOPS  # type: ignore[attr-defined]


def renderer(extensions: Mapping[str, Mapping[str, Any]]) -> Markdown:
    """What renders with these extensions, each with its options."""
    keep_place()
    given = {name: dict(options) for name, options in extensions.items()}
    return Markdown(extensions=list(given), extension_configs=given)
