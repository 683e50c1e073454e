"""An article that a page carries only in its data: JSON-LD, or the state of a single-page application."""

from __future__ import annotations

import json
import re

from lxml.html import HtmlElement

from convert.text.characters import HANZI

# Names under which applications keep the text of an article.
STRINGS = re.compile(
    r'"(?:articleBody|content|contentHtml|html|body|text|article_content|articleContent|detail|contents)"\s*:\s*'
    r'("(?:[^"\\]|\\.){60,}")'
)
# Fewer Chinese characters are a label or a description.
LEAST_HANZI = 60


def article_in_data(root: HtmlElement) -> str:
    """The longest text of an article in the page's scripts, HTML or plain with line ends; empty if there is none."""
    best = ""
    for script in root.iter("script"):
        for found in STRINGS.finditer(script.text or ""):
            text = _decoded(found[1])
            if len(text) > len(best) and len(re.findall(f"[{HANZI}]", text)) >= LEAST_HANZI:
                best = text
    return best


def _decoded(literal: str) -> str:
    try:
        decoded: str = json.loads(literal, strict=False)
        return decoded
    except ValueError:
        return ""
