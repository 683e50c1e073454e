"""A Markdown extension: a text without a sign of Markdown in it is not looked through for each of Markdown's patterns.

The result is the same. Markdown looks for some fourteen patterns in every paragraph, one after the other; most
paragraphs of prose have none of the characters that any of them needs.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString

NAME = __name__
"""What a configuration calls the extension by."""

# Markdown's own patterns, by the names under which they are registered, and what each needs in a text.
_PATTERNS = frozenset((
    "backtick", "escape", "reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref",
    "autolink", "automail", "linebreak", "html", "entity", "not_strong", "em_strong", "em_strong2",
))
_MODULE = "markdown.inlinepatterns"
_SIGNS = re.compile(rf"[`\\\[<&*_{STX}]|  \n")
# Markdown looks for its patterns at 20.
_BEFORE, _BEHIND = 20.5, 19.5


class PlainTexts(Extension):
    """Marks such texts as done before patterns are looked for, and makes them what they were behind that."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register both steps."""
        passed: list[Element] = []
        md.treeprocessors.register(_Pass(md, passed), "plain-texts", _BEFORE)
        md.treeprocessors.register(_Return(md, passed), "plain-texts-again", _BEHIND)


class _Pass(Treeprocessor):
    def __init__(self, md: Markdown, passed: list[Element]) -> None:
        super().__init__(md)
        self._passed = passed

    def run(self, root: Element) -> None:
        if not _are_markdowns_own(self.md):
            return
        for element in root.iter():
            if element.text and not isinstance(element.text, AtomicString) and not _SIGNS.search(element.text):
                element.text = AtomicString(element.text)
                self._passed.append(element)


class _Return(Treeprocessor):
    def __init__(self, md: Markdown, passed: list[Element]) -> None:
        super().__init__(md)
        self._passed = passed

    def run(self, root: Element) -> None:
        for element in self._passed:
            element.text = str(element.text)
        self._passed.clear()


def _are_markdowns_own(md: Markdown) -> bool:
    """Whether all patterns are known: one that another extension brings may need any character."""
    patterns = md.inlinePatterns
    return (sum(name in patterns for name in _PATTERNS) == len(patterns)
            and all(type(each).__module__ == _MODULE for each in patterns))


def makeExtension(**settings: Any) -> PlainTexts:
    """The extension."""
    return PlainTexts(**settings)
